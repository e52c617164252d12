"""Applying on a telephone without JavaScript, and by keyboard, with every mistake."""

import re

from playwright.sync_api import FilePayload, Page, ViewportSize, expect

from tests.e2e.walks import (
    go_on,
    have_done_nothing_else,
    send,
    wait_until_the_cv_is_read,
)

PHONE: ViewportSize = {"width": 390, "height": 844}
MARKUP = "<script>alert(1)</script> {{7*7}} ${7*7} '\"; DROP TABLE x; --"
TURNED = "Accountant \u202etnatnuoccA"
PICTURE: FilePayload = {
    "name": "me.png",
    "mimeType": "image/png",
    "buffer": b"\x89PNG\r\n\x1a\n0",
}
DISGUISED: FilePayload = {
    "name": "CV.pdf",
    "mimeType": "application/pdf",
    "buffer": b"MZ\x90\x00",
}
CV: FilePayload = {
    "name": "CV Anna.txt",
    "mimeType": "text/plain",
    "buffer": b"Anna Berg\nanna@mail.example\n\nWORK EXPERIENCE\n\nAccountant, Tide Ltd\n"
    b"March 2019 - June 2023\n- Closed the books every month.\n",
}


def test_everything_can_be_put_right_and_sent_without_javascript(new_context):
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto("/jobs/accountant/apply/")
    page.get_by_role("button", name="Start").click()

    a_file_of_another_kind_is_refused(page)
    expect(page.get_by_label("Full name")).to_have_value("Anna Berg")
    a_page_left_empty_says_what_is_missing(page)
    long_and_hostile_text_is_kept(page)
    dates_that_cannot_be_are_told_at_the_field(page)
    page.get_by_role("checkbox", name="I have no qualification").check()
    go_on(page)
    an_empty_example_is_asked_for(page)
    expect(page.get_by_text(MARKUP).first).to_be_visible()
    expect(page.get_by_text("CV Anna.txt")).to_be_visible()
    send(page)


def test_a_page_is_filled_in_and_put_right_by_keyboard_alone(new_context):
    page = new_context().new_page()
    page.goto("/jobs/hr-specialist/apply/")
    tab_to(page, "Start")
    page.keyboard.press("Enter")
    page.wait_for_url("**/apply/cv/**")
    tab_to(page, "Continue")
    page.keyboard.press("Enter")
    page.wait_for_url("**/apply/contact/**")

    tab_to(page, "Full name")
    page.keyboard.type("Kay Board")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Email address")).to_be_focused()
    page.keyboard.type("kay.board@example.org")
    tab_to(page, "Continue")
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your work history")


# ---- mistakes ----


def a_page_left_empty_says_what_is_missing(page: Page) -> None:
    for label in ("Full name", "Email address"):
        page.get_by_label(label).fill("")
    page.get_by_label("Town or city").fill("Leith")
    go_on(page)
    expect_problem(page, "Full name", "Enter your full name.")
    expect_problem(page, "Email address", "Enter your email address.")
    expect(page.get_by_label("Town or city")).to_have_value("Leith")


def long_and_hostile_text_is_kept(page: Page) -> None:
    page.get_by_label("Full name").fill("Anna Berg" * 30)
    page.get_by_label("Email address").fill("anna@")
    page.get_by_label("Town or city").fill(TURNED)
    go_on(page)
    expect_problem(page, "Email address", "such as name@example.org")
    expect_problem(page, "Town or city", "hidden character")
    page.get_by_label("Full name").fill(MARKUP)
    page.get_by_label("Email address").fill("anna.berg@example.org")
    page.get_by_label("Town or city").fill("Leith")
    go_on(page)


def a_file_of_another_kind_is_refused(page: Page) -> None:
    for file in (PICTURE, DISGUISED):
        page.get_by_label("Choose your CV").set_input_files(file)
        go_on(page)
        expect_problem(page, "Choose your CV", "PDF")
    page.get_by_label("Choose your CV").set_input_files(CV)
    go_on(page)
    wait_until_the_cv_is_read(page)
    go_on(page)


def dates_that_cannot_be_are_told_at_the_field(page: Page) -> None:
    expect(page.get_by_label("Job title").first).to_have_value("Accountant")
    page.get_by_label("What did you do there").first.fill(MARKUP)
    started = page.get_by_role("group", name="Started").first
    started.get_by_label("Month").fill("13")
    page.get_by_role("group", name="Ended").first.get_by_label("Year").fill("soon")
    go_on(page)
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Enter the month as a number, 1 to 12.")
    expect(summary).to_contain_text("Enter the year with four digits")
    month = started.get_by_label("Month")
    expect(month).to_have_value("13")
    expect(month).to_have_accessible_description(re.compile("1 to 12"))
    month.fill("3")
    page.get_by_role("group", name="Ended").first.get_by_label("Year").fill("2023")
    go_on(page)


def an_empty_example_is_asked_for(page: Page) -> None:
    example = page.get_by_role("textbox", name="Your example")
    go_on(page)
    expect_problem(page, "Your example", "Write an example")
    example.fill(MARKUP)
    go_on(page)
    have_done_nothing_else(page)


def expect_problem(page: Page, label: str, message: str) -> None:
    """Expect a message in the summary, which leads to the field that says it too."""
    problem = page.get_by_role("alert").get_by_role("link").filter(has_text=message)
    expect(problem).to_have_count(1)
    field = page.get_by_label(label)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(message))
    assert problem.get_attribute("href") == f"#{field.get_attribute('id')}"


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the thing with this name has the focus, and shows it."""
    wanted = (
        page.get_by_role("button", name=name, exact=True)
        .or_(page.get_by_role("textbox", name=name))
        .last
    )
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.evaluate("it => it === document.activeElement"):
            ring = wanted.evaluate("it => getComputedStyle(it).outlineStyle")
            assert ring != "none", f"{name} does not show that it has the focus"
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")
