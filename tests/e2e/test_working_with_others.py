"""References and interviews from start to end, on phones, with real letters."""

import datetime as dt
import re

from playwright.sync_api import expect

from tests.e2e.test_every_page import problems_here
from tests.e2e.walks import open_status

PHONE = {"viewport": {"width": 390, "height": 844}}
NAME, EMAIL = "Odile Ferrand", "odile.ferrand@example.org"


def test_a_reference_from_consent_to_score_and_an_interview_of_two(
    house, staff, new_context
):
    hr = staff("hr@example.org")
    number = bring_in(hr)
    applicant = ask_and_name(hr, house, new_context, number)
    wrong = answer_as_referee(house, new_context, "ines@tannoch.example", "Supervisor")
    answer_as_referee(house, new_context, "tom@tannoch.example", "Colleague")
    hr.goto(f"/applications/{number}/references/")
    expect(hr.get_by_role("heading", name="Ines Duarte")).to_be_visible()
    expect(hr.get_by_text("± 0").first).to_be_visible()
    wrong += problems_here(hr)
    applicant.reload()
    expect(applicant.get_by_text("Has answered. Thank you.")).to_have_count(2)
    wrong += problems_here(applicant)

    wrong += agree_on_a_time(hr, applicant, number)
    wrong += rate_interview(staff, number, "panel@example.org", "4")
    rate_interview(staff, number, "admin@example.org", "2")
    hr.goto("/positions/customer-support-clerk/finals/")
    expect(hr.get_by_role("link", name=NAME)).to_be_visible()
    wrong += problems_here(hr)
    assert wrong == []


def bring_in(hr):
    """Add somebody by hand and put them on the shortlist; return their number."""
    hr.goto("/positions/customer-support-clerk/add/")
    hr.get_by_label("Full name").first.fill(NAME)
    hr.get_by_label("Email address").first.fill(EMAIL)
    hr.get_by_role("button", name="Add").first.click()
    hr.wait_for_url(re.compile(r"/applications/\d+/"))
    number = hr.url.split("?")[0].strip("/").split("/")[-1]
    for stage in ("UNDER_REVIEW", "SHORTLISTED"):
        hr.goto(f"/applications/{number}/move/?to={stage}")
        hr.locator("main form button[type=submit]").first.click()
        hr.wait_for_load_state()
    return number


def ask_and_name(hr, house, new_context, number):
    hr.goto(f"/applications/{number}/references/")
    hr.get_by_role("button", name="Ask for references").click()
    applicant = new_context(**PHONE).new_page()
    open_status(applicant, house.link_to(EMAIL, having="worked with you"))
    applicant.get_by_role("link", name="Name them").click()
    for name, email, relation in (
        ("Ines Duarte", "ines@tannoch.example", "Supervisor"),
        ("Tom Reid", "tom@tannoch.example", "Colleague"),
    ):
        applicant.get_by_label("Their name").fill(name)
        applicant.get_by_label("Their email address").fill(email)
        applicant.get_by_label(relation, exact=True).check()
        applicant.get_by_label("For how many months").fill("24")
        applicant.get_by_label("You may write to them").check()
        applicant.get_by_role("button", name="Name them").click()
        expect(applicant.get_by_text(f"We write to {name} now.")).to_be_visible()
    return applicant


def answer_as_referee(house, new_context, email, relation):
    page = new_context(**PHONE).new_page()
    page.goto(house.link_to(email))
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("link", name="Start")).to_be_visible()
    found = problems_here(page)
    page.get_by_role("link", name="Start").click()
    page.get_by_label(relation, exact=True).check()
    page.get_by_label("For how many months").fill("24")
    page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reliability")
    found += problems_here(page)
    for side in ("Reliability", "Teamwork", "Service"):
        expect(page.get_by_role("heading", level=1)).to_have_text(side)
        for group in page.get_by_role("group").all():
            group.get_by_role("radio").nth(1).check()
        page.get_by_role("button", name="Save and continue").click()
    page.get_by_role("group", name="work with this person").get_by_label("Yes").check()
    page.get_by_role("group", name="read your answers").get_by_label("No").check()
    page.get_by_role("button", name="Hand it in").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    return found


def agree_on_a_time(hr, applicant, number):
    """HR offers three times, the applicant takes one and then another."""
    hr.goto("/positions/customer-support-clerk/times/")
    day = dt.date.today() + dt.timedelta(days=6)  # noqa: DTZ011 -- any day to come
    hr.get_by_label("Day").fill(day.isoformat())
    hr.get_by_label("The first begins at").fill("09:00")
    hr.get_by_label("How many, one after the other").fill("3")
    hr.get_by_role("textbox", name="Where").fill("Room 4, Harbour Street 1")
    hr.get_by_role("button", name="Offer them").click()
    expect(hr.get_by_text("10:00 – 10:45")).to_be_visible()
    found = problems_here(hr)
    hr.goto(f"/applications/{number}/interview/")
    hr.get_by_role("button", name="Ask for a time").click()
    expect(hr.get_by_role("button", name="Ask again")).to_be_visible()

    applicant.get_by_role("link", name="Your application").click()
    applicant.get_by_role("link", name="When and where").click()
    applicant.get_by_label("09:00 – 09:45").check()
    applicant.get_by_role("button", name="Agree on this time").click()
    expect(applicant.get_by_text("at 09:00")).to_be_visible()
    applicant.get_by_label("11:00 – 11:45").check()
    applicant.get_by_role("button", name="Change to this time").click()
    expect(applicant.get_by_text("at 11:00")).to_be_visible()
    found += problems_here(applicant)
    hr.goto(f"/applications/{number}/interview/")
    expect(hr.get_by_text("at 11:00")).to_be_visible()
    return found + problems_here(hr)


def rate_interview(staff, number, email, rating):
    page = staff(email, **PHONE)
    page.goto("/positions/customer-support-clerk/interview/")
    if email.startswith("panel"):
        make_the_kit(staff)
    page.goto(f"/applications/{number}/interview/")
    page.get_by_role("link", name="Start my scorecard").click()
    expect(page.locator("h1")).to_contain_text("Question 1 of")
    found = problems_here(page)
    total = page.locator("h1").inner_text().split(" of ")[1].split()[0]
    for question in range(1, int(total) + 1):
        expect(page.locator("h1")).to_contain_text(f"Question {question} of")
        page.locator(f"input[name=rating][value='{rating}']").check()
        page.get_by_label("What they said").fill("Told of a call about a bill.")
        page.get_by_role("button", name="Save and continue").click()
    page.get_by_role("button", name="Hand in my scorecard").click()
    expect(page.get_by_text("Told of a call about a bill.").first).to_be_visible()
    return found + problems_here(page)


def make_the_kit(staff):
    hr = staff("hr@example.org")
    hr.goto("/positions/customer-support-clerk/interview/")
    hr.get_by_role("button", name="Write a first kit").click()
    expect(hr.get_by_role("heading", name="Courtesy and tact")).to_be_visible()
