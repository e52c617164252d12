"""Steps that several journeys take."""

import re
from typing import Protocol

from playwright.sync_api import Page, expect


def give_contact(page: Page, name: str, email: str) -> None:
    page.get_by_label("Full name").fill(name)
    page.get_by_label("Email address").fill(email)
    go_on(page)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Continue").last.click()


def send(page: Page) -> str:
    page.get_by_role("button", name="Send my application").click()
    page.get_by_role("link", name="Skip these questions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "We have your application"
    )
    reference = page.locator(".ats-reference").inner_text()
    assert re.fullmatch(r"[A-Z]{2}-[A-Z2-9]{4}-[A-Z2-9]{2}", reference)
    return reference


def wait_until_the_cv_is_read(page: Page) -> None:
    """Wait until the page says so itself; without script look again, as it says."""
    found = page.get_by_text("We found")
    again = page.get_by_role("link", name="Look whether it is read")
    for _ in range(60):
        expect(found.or_(page.get_by_text("We are reading it")).first).to_be_visible()
        if found.is_visible():
            return
        page.wait_for_timeout(300)
        if again.is_visible():
            again.click()
    expect(found).to_be_visible()


def open_status(page: Page, link: str) -> None:
    """Follow the link of the e-mail; only the button opens the page."""
    page.goto(link)
    page.get_by_role("button", name="Continue").click()


def expect_status(page: Page, title: str) -> None:
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def have_done_nothing_else(page: Page) -> None:
    """Say of each duty that is still asked for that it was never done."""
    none = page.get_by_label("I have not done this")
    last = page.get_by_role("button", name="Send my application")
    for _ in range(15):
        expect(none.or_(last)).to_be_visible()
        if last.is_visible():
            return
        none.check()
        go_on(page)
    expect(last).to_be_visible()


class Look(Protocol):
    """What to do on each page, once the page with this title is there."""

    def __call__(self, title: str, *, wrong_so_far: bool = False) -> None: ...


def apply_up_to_the_check(page: Page, slug: str, look: Look) -> None:
    """Fill in every page, looking at each as it opens and at its mistakes."""
    page.goto(f"/jobs/{slug}/apply/")
    page.get_by_role("button", name="Start").click()
    look("Your CV")
    page.get_by_label("Choose your CV").set_input_files(
        {"name": "me.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n"}
    )
    go_on(page)
    look("Your CV", wrong_so_far=True)
    page.get_by_role("link", name="Go on without a CV").click()
    look("About you")
    go_on(page)
    look("About you", wrong_so_far=True)
    give_contact(page, "Ola Nord", "ola.nord@example.org")
    look("Your work history")
    page.get_by_role("button", name="Add another job").click()
    page.get_by_label("Job title").first.fill("Clerk")
    go_on(page)
    look("Your work history", wrong_so_far=True)
    for legend, year in {"Started": "2019", "Ended": "2022"}.items():
        date = page.get_by_role("group", name=legend).first
        date.get_by_label("Month").fill("4")
        date.get_by_label("Year").fill(year)
    go_on(page)
    look("Your education")
    page.get_by_role("checkbox", name="I have no qualification").check()
    go_on(page)
    look("Tell us about a time")
    go_on(page)
    look("Tell us about a time", wrong_so_far=True)
    have_done_nothing_else(page)
    look("Check your answers")
