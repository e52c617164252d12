"""Somebody types a vague duty and is told at once, without losing their place."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_every_page import AXE, RUN_AXE

VAGUE = "Handle various payroll queries as required."
CLEAR = (
    "Answers employees' questions about pay by phone each day, so that each is settled"
    " within two working days."
)


@pytest.fixture
def draft(staff: Callable[..., Page]) -> Page:
    """Open a new draft's definition as its author."""
    page = staff("hr@example.org")
    page.goto("/positions/new/")
    page.get_by_label("Title").fill("Payroll clerk")
    page.get_by_label("Department").fill("Finance")
    page.locator("main button[type=submit]").last.click()
    page.wait_for_url(re.compile("/definition/"))
    return page


def test_a_vague_duty_is_pointed_out_while_it_is_typed(draft: Page) -> None:
    asked: list[str] = []
    draft.on("request", lambda request: asked.append(request.url))
    field = draft.get_by_label("Duty 1: what is done")
    field.click()
    before = field.bounding_box()
    draft.keyboard.type(VAGUE)
    answered_late = 2_000  # 600 ms of silence, and an answer on a busy machine

    finding = draft.locator("#duties-0-finding")
    expect(finding).to_be_visible(timeout=answered_late)
    expect(finding).to_contain_text("3 words leave the reader guessing")
    expect(draft.locator("#duties-0-echo mark")).to_have_count(3)
    expect(draft.locator("#duties-said")).to_have_text("Duty 1 is not clear yet.")
    assert len([url for url in asked if url.endswith("/duties/check/")]) == 1
    expect(field).to_be_focused()
    assert field.bounding_box() == before

    draft.evaluate(AXE)
    assert draft.evaluate(RUN_AXE) == []

    use_by_keyboard(draft)
    expect(field).to_be_focused()
    expect(field).to_have_value(re.compile(r"payroll queries .*\[what comes of it\]"))
    expect(finding).to_contain_text("wait for your words")

    field.fill(CLEAR)
    expect(draft.locator("#duties-0-state")).to_have_text("Clear")
    expect(finding).to_be_hidden()


def use_by_keyboard(page: Page) -> None:
    """Go with Tab from the duty to its offered sentence, and take it."""
    button = page.get_by_role("button", name="Use this")
    for _ in range(8):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")


def test_a_wording_is_kept_with_a_reason(draft: Page) -> None:
    draft.get_by_label("Duty 1: what is done").fill(VAGUE)
    draft.get_by_role("textbox", name="Share").first.fill("100")
    draft.get_by_label("Essential, because").first.fill("People must be paid.")
    draft.get_by_text("Keep mine, with a reason").first.click()
    draft.get_by_label("Why this wording stays").first.fill("The union agreed on it.")

    finding = draft.locator("#duties-0-finding")
    expect(finding).to_contain_text("Kept as it is: The union agreed on it.")
    expect(draft.get_by_label("Why this wording stays").first).to_be_focused()
    draft.get_by_role("button", name="Save the duties").last.click()

    expect(draft.locator("#live")).to_contain_text("Saved at")
    expect(finding).to_contain_text("Kept as it is: The union agreed on it.")
    expect(draft.locator("#step-duties")).to_have_text("complete")


def test_a_row_that_was_added_is_checked_too(draft: Page) -> None:
    draft.get_by_label("Duty 1: what is done").fill(CLEAR)
    draft.get_by_role("button", name="Add a duty").click()
    draft.keyboard.type(VAGUE)

    expect(draft.locator("#duties-1-finding")).to_contain_text("3 words leave")
    expect(draft.locator("#duties-0-state")).to_have_text("Clear")
