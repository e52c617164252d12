"""The form on a telephone: begun, left, gone on with elsewhere, and every state of it."""

import datetime as dt

import pytest
from playwright.sync_api import FilePayload, Page, ViewportSize, expect

from tests.e2e.test_every_page import problems_here, problems_of
from tests.e2e.test_seven_steps import part, save
from tests.e2e.walks import Look, give_contact, go_on, have_done_nothing_else, send

PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
SLUG = "customer-support-representative"
TITLE = "Customer support representative"
CERTIFICATE: FilePayload = {
    "name": "certificate.txt",
    "mimeType": "text/plain",
    "buffer": b"This certifies that somebody speaks well on the telephone.",
}
PICTURE: FilePayload = {
    "name": "me.png",
    "mimeType": "image/png",
    "buffer": b"\x89PNG\r\n\x1a\n0",
}
QUESTIONS = (
    ("Which shift suits you?", "One of several answers", "Early\nLate"),
    ("When could you begin?", "A date", ""),
    ("Why do you want to do this work?", "A longer text", ""),
    ("Your certificate", "A file", ""),
)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_an_application_is_begun_left_and_sent_from_another_device(
    script, house, new_context
):
    email = f"ines.{'with' if script else 'without'}@example.org"
    first = new_context(java_script_enabled=script, viewport=PHONE).new_page()
    first.goto("/jobs/hr-specialist/apply/")
    first.get_by_role("button", name="Start").click()
    go_on(first)
    give_contact(first, "Inês Prado", email)
    first.get_by_role("link", name="Finish later").click()
    expect(first.get_by_label("Email address")).to_have_value(email)
    first.get_by_role("button", name="Send me the link").click()
    expect(first.get_by_role("heading", level=1)).to_have_text(
        "Your link is on its way"
    )

    elsewhere = new_context(java_script_enabled=script, viewport=NARROW).new_page()
    elsewhere.goto(house.link_to(email))
    go_on(elsewhere)
    elsewhere.get_by_role("button", name="Go on where you were").click()
    expect(elsewhere.get_by_role("heading", level=1)).to_contain_text(
        "Your work history"
    )
    elsewhere.get_by_role("checkbox", name="I have no work history").check()
    go_on(elsewhere)
    elsewhere.get_by_role("checkbox", name="I have no qualification").check()
    go_on(elsewhere)
    have_done_nothing_else(elsewhere)
    expect(elsewhere.get_by_text("Inês Prado")).to_be_visible()
    reference = send(elsewhere)

    # Sent there, it is sent here; and the link that was mailed is worth nothing now.
    first.goto("/jobs/hr-specialist/apply/")
    expect(first.get_by_text(reference)).to_be_visible()


def test_every_state_of_the_form_is_accessible_and_fits(staff, new_context):
    wrong: list[str] = []
    hr = staff("hr@example.org")
    define_a_position_that_asks(hr, wrong)

    page = new_context().new_page()

    def look(title: str, *, wrong_so_far: bool = False) -> None:
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        expect(page.get_by_role("alert")).to_have_count(int(wrong_so_far))
        wrong.extend(problems_here(page))

    page.goto(f"/jobs/{SLUG}/apply/")
    find_a_lost_link(page, look)
    page.goto(f"/jobs/{SLUG}/apply/")
    page.get_by_role("button", name="Start").click()
    answer_the_conditions(page, look)
    leave_for_later(page, look)
    fill_in_the_history(page)
    answer_what_the_job_needs(page, look)
    answer_its_own_questions(page, look)
    have_done_nothing_else(page)
    look("Check your answers")
    page.get_by_role("button", name="Send my application").click()
    look("Four questions, if you like")

    wrong += problems_of(hr, f"/positions/{SLUG}/equality/")
    assert not wrong, "\n".join(wrong)


# ---- what staff do ----


def define_a_position_that_asks(hr: Page, wrong: list[str]) -> None:
    hr.goto(f"/positions/new/template/{SLUG}/")
    hr.locator("main form button[type=submit]").last.click()
    hr.wait_for_url("**/definition/")
    wrong += write_the_questions(hr)
    hr.goto(f"/positions/{SLUG}/definition/")
    about = part(hr, "About the job")
    closing = dt.datetime.now(dt.UTC) + dt.timedelta(days=30)
    about.get_by_label("Closing moment").fill(closing.strftime("%Y-%m-%dT17:00"))
    save(about, "Save this part")
    pay = part(hr, "Pay and place")
    pay.get_by_label("Pay from").fill("29,500")
    pay.get_by_label("Pay to").fill("33 200")
    pay.get_by_label("Currency").select_option("GBP")
    pay.get_by_role("textbox", name="Place").fill("4 Harbour Street, Leeds")
    save(pay, "Save pay and place")
    hr.get_by_role("link", name="Publish").click()
    hr.get_by_role("button", name="Publish and freeze the plan").click()


def write_the_questions(hr: Page) -> list[str]:
    own = f"/positions/{SLUG}/questions/"
    wrong = problems_of(hr, own)
    hr.goto(own + "add/")
    before = hr.locator("#form-size").inner_text()
    hr.get_by_label("A longer text").check()
    expect(hr.locator("#form-size")).not_to_have_text(before)
    hr.get_by_role("button", name="Save").click()
    expect(hr.get_by_role("alert")).to_be_visible()
    wrong += problems_here(hr)
    for text, kind, options in QUESTIONS:
        hr.goto(own + "add/")
        hr.get_by_label("Question", exact=True).fill(text)
        hr.get_by_label(kind).check()
        hr.get_by_label("Answers to choose from").fill(options)
        hr.get_by_label("It has to be answered").check()
        hr.get_by_role("button", name="Save").click()
        hr.wait_for_url("**" + own)
    return wrong + problems_here(hr)


# ---- what a stranger does ----


def find_a_lost_link(page: Page, look: Look) -> None:
    page.get_by_role("link", name="We send it to you").click()
    look("Find your application")
    page.get_by_role("button", name="Send me the link").click()
    look("Find your application", wrong_so_far=True)
    page.get_by_label("Email address").fill("nobody@example.org")
    page.get_by_role("button", name="Send me the link").click()
    look("Look into your mailbox")


def answer_the_conditions(page: Page, look: Look) -> None:
    look("Before you begin")
    go_on(page)
    look("Before you begin", wrong_so_far=True)
    for answer in page.get_by_role("radio", name="No", exact=True).all():
        answer.check()
    go_on(page)
    page.wait_for_url("**/cv/**") if page.url.endswith("/cv/") else look("You may not")
    page.goto(f"/jobs/{SLUG}/apply/cv/")


def leave_for_later(page: Page, look: Look) -> None:
    look("Your CV")
    page.get_by_role("link", name="Finish later").click()
    look("Finish later")
    page.get_by_label("Email address").fill("ola@")
    page.get_by_role("button", name="Send me the link").click()
    look("Finish later", wrong_so_far=True)
    page.get_by_label("Email address").fill("ola.berg@example.org")
    page.get_by_role("button", name="Send me the link").click()
    look("Your link is on its way")
    page.goto(f"/jobs/{SLUG}/apply/cv/")


def fill_in_the_history(page: Page) -> None:
    go_on(page)
    give_contact(page, "Ola Berg", "ola.berg@example.org")
    page.get_by_role("checkbox", name="I have no work history").check()
    go_on(page)
    page.get_by_role("checkbox", name="I have no qualification").check()
    go_on(page)


def answer_what_the_job_needs(page: Page, look: Look) -> None:
    if not page.url.endswith("/needs/"):
        return
    look("What the job asks for")
    go_on(page)
    look("What the job asks for", wrong_so_far=True)
    for group in page.get_by_role("group").all():
        first = group.get_by_role("radio").first
        if first.count():
            first.check()
    go_on(page)


def answer_its_own_questions(page: Page, look: Look) -> None:
    look("Questions of this job")
    go_on(page)
    look("Questions of this job", wrong_so_far=True)
    page.get_by_label("Late").check()
    for label, value in {"Day": "1", "Month": "3", "Year": "2027"}.items():
        page.get_by_label(label).fill(value)
    go_on(page)
    look("Why do you want to do this work?")
    go_on(page)
    look("Why do you want to do this work?", wrong_so_far=True)
    page.get_by_label("Your answer").fill("I like to settle what worries people.")
    go_on(page)
    look("Your certificate")
    page.get_by_label("Your file").set_input_files(PICTURE)
    go_on(page)
    look("Your certificate", wrong_so_far=True)
    page.get_by_label("Your file").set_input_files(CERTIFICATE)
    go_on(page)
    page.get_by_role("link", name="Back").click()
    look("Your certificate")
    go_on(page)
