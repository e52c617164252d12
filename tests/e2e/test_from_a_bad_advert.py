"""From a bad old advert to a published position, as an HR manager does it."""

import datetime as dt
import re

from playwright.sync_api import Page, expect

from tests.e2e.test_every_page import axe
from tests.e2e.test_seven_steps import part, save

ADVERT = """\
Payroll and Benefits Assistant

We are a dynamic, fast-paced company looking for a young, energetic rock star!

KEY RESPONSIBILITIES
- Responsible for payroll
- Assist with various pension queries as required
- Prepare monthly reports for management, in a timely manner
- Liaise with auditors etc.

REQUIREMENTS
- Bachelor's degree in accounting, or equivalent experience
- Minimum 2 years' experience in a payroll office
- Native English speaker, fluent in English
- Strong communication skills

BENEFITS
- 25 days of holiday
"""

CLEAR = (
    (
        "Runs the monthly payroll for 320 people in the payroll system, so that all are"
        " paid correctly on the 25th."
    ),
    (
        "Answers about 15 questions a day on pensions and payslips by phone and email, so"
        " that each is settled within two working days."
    ),
    (
        "Prepares the report on pay and leave from the payroll system each month, so that"
        " the managers can plan their costs."
    ),
)
SHARES = (50, 30, 20)
BECAUSE = "Nobody else here may see the pay data that it needs."
SLUG = "payroll-and-benefits-assistant"


def test_a_bad_advert_becomes_a_clear_published_position(staff, new_context):
    hr = staff("hr@example.org")
    read_the_advert(hr)
    correct_what_was_read(hr)
    say_clearly_what_is_done(hr)
    give_the_reasons(hr)
    draft_the_plan_anew(hr)
    say_when_and_where(hr)
    publish(hr)

    stranger = new_context().new_page()
    stranger.goto(f"/jobs/{SLUG}/")
    for statement in CLEAR:
        expect(stranger.get_by_text(statement)).to_be_visible()
    expect(stranger.get_by_text("rock star")).to_have_count(0)
    expect(stranger.get_by_text(re.compile("24 months|2 years")).first).to_be_visible()


def read_the_advert(hr: Page) -> None:
    hr.goto("/positions/new/")
    hr.get_by_role("link", name="Paste an advert").click()
    hr.get_by_label("The old advert").fill(ADVERT)
    hr.get_by_role("button", name="Read the advert").click()
    expect(hr.get_by_role("heading", level=1)).to_have_text("What the advert says")
    expect(hr.get_by_text("4 lines were read as duties.")).to_be_visible()
    expect(hr.get_by_text("Read from: “Responsible for payroll”")).to_be_visible()
    expect(hr.get_by_label("Title")).to_have_value("Payroll and Benefits Assistant")
    assert axe(hr) == []


def correct_what_was_read(hr: Page) -> None:
    """Auditors come once a year: that is no duty. Working with others is tested."""
    hr.get_by_label("Line 4: take over as").select_option("Leave out")
    lines = hr.locator(".ats-read > li")
    talk = lines.filter(has_text="Strong communication skills")
    talk.get_by_role("combobox").select_option("Leave out")
    hr.get_by_label("Department").fill("Finance")
    hr.get_by_label("What this job is for").fill(
        "Every month 320 people can pay their rent because their pay is right."
    )
    hr.get_by_role("button", name="Start the draft with these").click()
    hr.wait_for_url(f"/positions/{SLUG}/definition/")


def say_clearly_what_is_done(hr: Page) -> None:
    """The page asks about each vague duty; what is typed is checked as it is typed."""
    duties = part(hr, "Duties")
    rows = duties.locator("[data-row-list] > li")
    expect(rows).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("What do you do yourself")
    for at, statement in enumerate(CLEAR):
        row = rows.nth(at)
        row.get_by_label("what is done").fill(statement)
        row.get_by_label("Share").fill(str(SHARES[at]))
        row.get_by_label("Essential", exact=True).set_checked(at == 0)
        if at == 0:
            row.get_by_label("Essential, because").fill(BECAUSE)
    expect(rows.nth(1)).not_to_contain_text("What do you do yourself")
    save(duties, "Save the duties", last=True)


def give_the_reasons(hr: Page) -> None:
    needs = part(hr, "What they need")
    needs.get_by_label("Why the duties need this study").fill(
        "Pay law and ledgers follow rules that are learnt by study or by doing."
    )
    save(needs, "Save what they need", last=True)


def draft_the_plan_anew(hr: Page) -> None:
    """The criteria still stand as they were drafted from the vague duties."""
    plan = part(hr, "Selection plan")
    plan.get_by_role("button", name="Draft again").click()
    expect(plan.locator("input[value^='Runs the monthly payroll']")).to_be_visible()
    save(part(hr, "Selection plan"), "Save the plan", last=True)
    expect(plan.locator("[data-total=weight]")).to_have_text("100")


def say_when_and_where(hr: Page) -> None:
    about = part(hr, "About the job")
    closing = dt.datetime.now(dt.UTC) + dt.timedelta(days=30)
    about.get_by_label("Closing moment").fill(closing.strftime("%Y-%m-%dT17:00"))
    save(about, "Save this part")
    pay = part(hr, "Pay and place")
    pay.get_by_label("Pay from").fill("29,500")
    pay.get_by_role("textbox", name="Place").fill("4 Harbour Street, Leeds")
    save(pay, "Save pay and place")


def publish(hr: Page) -> None:
    hr.goto(f"/positions/{SLUG}/definition/")
    hr.get_by_role("link", name="Publish").click()
    hr.get_by_role("button", name="Publish and freeze the plan").click()
    expect(hr.get_by_text("The position is open. People can apply.")).to_be_visible()
