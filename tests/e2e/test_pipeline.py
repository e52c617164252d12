"""The pipeline with hands: cards dragged and moved by keys, several at once."""

import re

from playwright.sync_api import expect

BOARD = "/positions/hr-specialist/board/"
PIPELINE = "/positions/hr-specialist/pipeline/"


def column(page, name):
    return page.locator(".ats-column").filter(
        has=page.get_by_role("heading", name=re.compile(name))
    )


def test_a_card_is_moved_by_mouse_by_keys_and_by_its_menu(house, staff):
    page = staff("hr@example.org")
    page.goto(BOARD)
    card = column(page, "Being reviewed").locator("[data-card]").first
    who = card.locator(".ats-card-who").inner_text()

    card.drag_to(column(page, "Shortlisted"))
    expect(
        page.get_by_text(f"{who} moved to Shortlisted. Not told yet.")
    ).to_be_visible()
    moved = column(page, "Shortlisted").get_by_role("link", name=who)
    expect(moved).to_be_visible()

    moved.focus()
    page.keyboard.press("m")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-board-live]")).to_have_text("Interview")
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{who} moved to Interview")).to_be_visible()

    card = column(page, "Interview").locator("[data-card]").filter(has_text=who)
    card.locator("summary").click()
    card.get_by_role("button", name="Not selected").click()
    expect(page.get_by_role("radio", name="Not selected")).to_be_checked()
    expect(page.get_by_label("Reason")).to_be_visible()
    page.goto(BOARD)
    expect(column(page, "Interview").get_by_role("link", name=who)).to_be_visible()


def test_several_are_turned_down_each_with_a_reason_and_seen_before(house, staff):
    page = staff("hr@example.org", java_script_enabled=False)
    page.goto(PIPELINE + "?show=under_review&sort=received")
    ticks = page.locator("input[name=pick]")
    for number in range(2):
        ticks.nth(number).check()
    page.get_by_role("button", name="Move those ticked").click()
    page.get_by_role("radio", name="Not selected").check()
    page.get_by_role("button", name="See what would happen").click()
    expect(page.get_by_text("Why each was not selected")).to_be_visible()
    page.get_by_role("button", name="See what would happen").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the reason")
    page.get_by_label("Reason for everyone without one of their own").select_option(
        label="Others showed stronger evidence of the duties"
    )
    page.locator("td select").first.select_option(label="An essential is not met")
    page.get_by_role("button", name="See what would happen").click()

    expect(page.get_by_text("Nothing has happened yet.")).to_be_visible()
    for reason in ("An essential is not met", "Others showed stronger evidence"):
        expect(page.get_by_role("heading", name=reason)).to_be_visible()
    expect(page.locator(".ats-letter")).to_have_count(2)
    page.get_by_role("button", name="Move 2 people").click()

    for _ in range(40):
        if page.get_by_text("2 people were moved").count():
            break
        page.wait_for_timeout(250)
        page.reload()
    expect(page.get_by_role("heading", name="2 people were moved")).to_be_visible()
