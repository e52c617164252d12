"""The parts of a definition save apart, and none loses what another one holds."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def draft(staff: Callable[..., Page]) -> Page:
    """Open a new draft's definition as its author."""
    page = staff("hr@example.org")
    page.goto("/positions/new/")
    page.get_by_label("Title").fill("Records clerk")
    page.get_by_label("Department").fill("Registry")
    page.locator("main button[type=submit]").last.click()
    page.wait_for_url(re.compile("/definition/"))
    return page


def test_saving_one_part_keeps_what_is_typed_in_the_others(draft: Page) -> None:
    draft.get_by_label("What this job is for").fill("People find their papers.")
    draft.get_by_label("Duty 1: what is done").fill("Files 40 letters a day.")
    draft.get_by_role("textbox", name="Place").fill("Leeds")

    draft.locator("#pay").get_by_role("button", name="Save").click()

    expect(draft.locator("#live")).to_contain_text(re.compile(r"Saved at \d\d:\d\d"))
    expect(draft.get_by_role("textbox", name="Place")).to_have_value("Leeds")
    expect(draft.get_by_label("What this job is for")).to_have_value(
        "People find their papers."
    )
    expect(draft.get_by_label("Duty 1: what is done")).to_have_value(
        "Files 40 letters a day."
    )
    draft.reload()
    expect(draft.get_by_role("textbox", name="Place")).to_have_value("Leeds")
    expect(draft.get_by_label("What this job is for")).to_have_value("")


def test_a_mistake_in_one_part_is_shown_there_and_loses_nothing(draft: Page) -> None:
    draft.get_by_label("What this job is for").fill("People find their papers.")
    draft.get_by_label("Pay from").fill("plenty")

    draft.locator("#pay").get_by_role("button", name="Save").click()

    summary = draft.get_by_role("alert").filter(has_text="There is a problem")
    expect(summary).to_be_focused()
    expect(draft.get_by_label("Pay from")).to_have_value("plenty")
    expect(draft.get_by_label("What this job is for")).to_have_value(
        "People find their papers."
    )
    draft.get_by_label("Pay from").fill("33,200")
    draft.locator("#pay").get_by_role("button", name="Save").click()
    expect(draft.locator("#live")).to_contain_text("Saved at")
    expect(summary).to_have_count(0)


def test_other_parts_learn_of_the_saved_duties(draft: Page) -> None:
    draft.get_by_label("Duty 1: what is done").fill("Files 40 letters a day.")
    draft.get_by_role("textbox", name="Share").first.fill("100")
    draft.get_by_label("Essential, because").first.fill("Papers must be found.")
    draft.locator("#duties").get_by_role("button", name="Save the duties").last.click()
    expect(draft.locator("#live")).to_contain_text("Saved at")

    draft.get_by_role("button", name="Draft the criteria").click()

    expect(draft.get_by_role("button", name="Save the plan").last).to_be_visible()
    expect(draft.get_by_role("button", name="Draft again from duties")).to_be_focused()


def test_the_page_stays_when_somebody_was_logged_out(draft: Page) -> None:
    draft.get_by_role("textbox", name="Place").fill("Leeds")
    draft.context.clear_cookies(name=re.compile("session"))

    draft.locator("#pay").get_by_role("button", name="Save").click()

    expect(draft.get_by_role("alert")).to_contain_text("This was not saved.")
    expect(draft.get_by_role("textbox", name="Place")).to_have_value("Leeds")
