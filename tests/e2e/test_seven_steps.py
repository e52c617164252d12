"""The main job, end to end, as the three people who do it see it."""

import datetime as dt
import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from backoffice_ats.demo import cvs
from backoffice_ats.demo.people import Applicant, Job, Layout, Scenarios, Study
from tests.e2e.conftest import House
from tests.e2e.walks import (
    expect_status,
    give_contact,
    go_on,
    open_status,
    send,
    wait_until_the_cv_is_read,
)

TITLE = "Payroll and ledger clerk"
SLUG = "payroll-and-ledger-clerk"
EVALUATED = 30_000  # ms


@dataclass(frozen=True)
class Duty:
    statement: str
    share: int
    because: str = ""


DUTIES = (
    Duty(
        "Run the monthly payroll for 240 employees, check deductions against the tax"
        " tables and pay on time.",
        45,
        "Nobody else can run the payroll.",
    ),
    Duty(
        "Reconcile bank statements with the general ledger, find differences and post"
        " corrections.",
        35,
        "The books must agree with the bank.",
    ),
    Duty("Answer questions of employees about their payslips by telephone.", 20),
)

MARTA = Applicant(
    name="Marta Zielińska",
    city="Gdańsk",
    layout=Layout.PLAIN_PDF,
    summary="Payroll clerk with five years in a shipping company.",
    jobs=(
        Job(
            title="Payroll clerk",
            employer="Baltic Shipping",
            since="2019-02",
            until="2024-06",
            text=(
                "Ran the monthly payroll for 180 people and checked the tax tables.",
                "Reconciled bank statements with the general ledger every month.",
            ),
        ),
    ),
    studies=(
        Study(
            name="Diploma in accounting",
            level=5,
            field="accounting",
            institution="Gdańsk School of Commerce",
            years="2016-2018",
        ),
    ),
    accomplishments={
        1: "In 2022 I moved the monthly payroll for 180 employees to a new system,"
        " checked every deduction against the tax tables and paid on time.",
        2: "I reconciled twelve months of bank statements with the general ledger,"
        " found 34 differences and posted the corrections before the audit.",
    },
    skills="Payroll, reconciliation, spreadsheets",
    scenarios=Scenarios.CLOSE,
    days_ago=0,
)


def test_a_position_is_defined_applied_for_evaluated_read_and_decided(
    house, staff, new_context
):
    hr = staff("hr@example.org")
    define_the_position(hr)
    publish_it_and_choose_the_panel(hr)

    marta = new_context().new_page()
    find_the_job(marta)
    reference = apply_with_cv(marta, MARTA)
    house.letter_to(MARTA.email, having=reference)
    open_status(marta, house.link_to(MARTA.email))
    take_the_scenarios(marta)

    tom = new_context().new_page()
    apply_without_cv(tom, "Tom Okafor", "tom.okafor@example.org")

    code = the_ranking_shows(hr, "Marta Zielińska")
    panel = staff("panel@example.org")
    the_panel_reads_why(panel, code)
    hr_decides_and_the_applicant_follows(hr, marta, house)
    everybody_else_is_decided_with_a_reason(hr, tom, house)


# ---- 1. the HR manager defines ----


def define_the_position(hr: Page) -> None:
    hr.goto("/positions/new/")
    hr.get_by_label("Title").fill(TITLE)
    hr.get_by_label("Department").fill("Finance")
    hr.get_by_label("Openings").fill("1")
    hr.get_by_role("button", name="Start the draft").click()
    hr.wait_for_url(f"/positions/{SLUG}/definition/")

    about = part(hr, "About the job")
    about.get_by_label("What this job is for").fill(
        "Everybody is paid the right amount on the right day."
    )
    closing = dt.datetime.now(dt.UTC) + dt.timedelta(days=30)
    about.get_by_label("Closing moment").fill(closing.strftime("%Y-%m-%dT17:00"))
    save(about, "Save this part")

    for number, duty in enumerate(DUTIES):
        duties = part(hr, "Duties")
        rows = duties.locator("[data-row-list] > li")
        if rows.count() == number:
            duties.get_by_role("button", name="Add a duty").click()
        row = rows.nth(number)
        row.get_by_label("what is done").fill(duty.statement)
        row.get_by_label("Share").fill(str(duty.share))
        row.get_by_label("Essential", exact=True).set_checked(bool(duty.because))
        if duty.because:
            row.get_by_label("Essential, because").fill(duty.because)
    save(part(hr, "Duties"), "Save the duties", last=True)
    expect(part(hr, "Duties").get_by_text("100 of 100 %")).to_be_visible()

    needs = part(hr, "What they need")
    needs.get_by_role("button", name="Add a kind of work").click()
    needs.get_by_label("Kind of work").fill("payroll or bookkeeping")
    needs.get_by_label("Months needed").fill("24")
    for number in (1, 2):
        needs.get_by_label(DUTIES[number - 1].statement[:40]).check()
    save(needs, "Save what they need", last=True)

    part(hr, "Selection plan").get_by_role("button", name="Draft the criteria").click()
    expect(total_weight(hr)).to_have_text("100")
    give_the_first_criterion_ten_points_less(hr)

    pay = part(hr, "Pay and place")
    pay.get_by_label("Pay from").fill("29,500")
    pay.get_by_label("Pay to").fill("33 200")
    pay.get_by_label("Currency").select_option("GBP")
    pay.get_by_label("Hours a week").fill("37.5")
    pay.get_by_role("textbox", name="Place").fill("4 Harbour Street, Leeds")
    save(pay, "Save pay and place")


def part(hr: Page, name: str) -> Locator:
    """Return one part of the definition page, which saves apart from the others."""
    return hr.get_by_role("region", name=name, exact=True)


def save(section: Locator, button: str, *, last: bool = False) -> None:
    found = section.get_by_role("button", name=button)
    (found.last if last else found).click()
    expect(section.page.get_by_text(re.compile(r"Saved at \d\d:\d\d"))).to_be_visible()


def total_weight(hr: Page) -> Locator:
    return part(hr, "Selection plan").locator("[data-total=weight]")


def give_the_first_criterion_ten_points_less(hr: Page) -> None:
    """Weights that miss 100 are told at once, and again when they are saved."""
    weight = part(hr, "Selection plan").get_by_label("Weight of criterion 1")
    slider = part(hr, "Selection plan").get_by_label("Before interviews, criterion 1")
    before = int(weight.input_value())
    slider.press("ArrowRight")
    expect(weight).to_have_value(str(before + 1))
    weight.fill(str(before - 1))
    expect(slider).to_have_value(str(before - 1))
    expect(total_weight(hr)).to_have_text("99")
    save(part(hr, "Selection plan"), "Save the plan", last=True)
    hr.get_by_role("link", name="Publish").click()
    expect(hr.get_by_role("heading", name="things are missing")).to_be_visible()
    hr.goto(f"/positions/{SLUG}/definition/")
    part(hr, "Selection plan").get_by_label("Weight of criterion 1").fill(str(before))
    save(part(hr, "Selection plan"), "Save the plan", last=True)


def publish_it_and_choose_the_panel(hr: Page) -> None:
    hr.get_by_role("link", name="Publish").click()
    hr.get_by_role("button", name="Publish and freeze the plan").click()
    hr.goto(f"/positions/{SLUG}/")
    expect(hr.get_by_text("Version 1, frozen on")).to_be_visible()
    hr.get_by_role("link", name="Choose the team").click()
    hr.locator("main select").first.select_option(label="Hannah Lowe")
    hr.get_by_role("button", name="Put on the team").click()
    members = hr.get_by_role("table", name="Members of the hiring team")
    expect(members.get_by_role("rowheader")).to_contain_text("Hannah Lowe")


# ---- 2. applicants apply ----


def find_the_job(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_text("4 Harbour Street, Leeds")).to_be_visible()
    expect(page.get_by_text(DUTIES[0].statement)).to_be_visible()
    page.get_by_role("link", name="Apply, about").click()


def apply_with_cv(page: Page, person: Applicant) -> str:
    """Apply as somebody whose CV says it all; return the reference number."""
    page.get_by_role("button", name="Start").click()
    name, data = cvs.render(person) or ("", b"")
    page.get_by_label("Choose your CV").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": data}
    )
    go_on(page)
    wait_until_the_cv_is_read(page)
    go_on(page)
    expect(page.get_by_label("Full name")).to_have_value(person.name)
    give_contact(page, person.name, person.email)

    expect(page.get_by_label("Job title")).to_have_value(person.jobs[0].title)
    go_on(page)
    expect(page.get_by_role("textbox", name="Qualification")).to_have_value(
        re.compile("Diploma")
    )
    page.get_by_label("Level").select_option("Higher diploma or associate degree")
    page.get_by_label("Main subject").fill(person.studies[0].field)
    go_on(page)
    tell_examples(page, [person.accomplishments[1], person.accomplishments[2], ""])

    expect(page.get_by_text(person.jobs[0].employer).first).to_be_visible()
    page.get_by_role("link", name="Change phone").click()
    page.get_by_label("Phone").fill("+48 601 234 567")
    go_on(page)
    expect(page.get_by_text("+48 601 234 567")).to_be_visible()
    return send(page)


def apply_without_cv(page: Page, name: str, email: str) -> None:
    """Apply with rows that are typed, one of them added by the button."""
    page.goto(f"/jobs/{SLUG}/apply/")
    page.get_by_role("button", name="Start").click()
    go_on(page)
    give_contact(page, name, email)

    page.get_by_role("button", name="Add another job").click()
    for number, (title, since, until) in enumerate(
        [("Cashier", (1, 2019), (12, 2020)), ("Shop assistant", (2, 2021), (3, 2023))]
    ):
        job = page.locator(".ats-entry").nth(number)
        job.get_by_label("Job title").fill(title)
        for legend, (month, year) in {"Started": since, "Ended": until}.items():
            date = job.get_by_role("group", name=legend)
            date.get_by_label("Month").fill(str(month))
            date.get_by_label("Year").fill(str(year))
    go_on(page)
    page.get_by_role("checkbox", name="I have no qualification").check()
    go_on(page)
    tell_examples(
        page, ["", "I counted the till against the receipts every evening.", ""]
    )
    send(page)


def tell_examples(page: Page, examples: list[str]) -> None:
    for example in examples:
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Tell us about a time you did this"
        )
        if example:
            page.get_by_label("Your example").fill(example)
        else:
            page.get_by_label("I have not done this").check()
        go_on(page)


# ---- 3. and 6. the CV is read; the scenarios ----


def take_the_scenarios(page: Page) -> None:
    page.get_by_role("link", name="Open the situations").click()
    page.get_by_role("link", name="Start with a practice one").click()
    rate(page, (2, 4, 6, 3))
    page.get_by_role("button", name="Try it").click()
    page.get_by_role("link", name="Start the first situation").click()
    for number in range(1, 25):
        expect(page.get_by_role("heading", level=1)).to_have_text(
            f"Situation {number} of 24"
        )
        rate(page, (number % 7 + 1, 2, 6, 4))
        page.get_by_role("button", name="Save and continue").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")
    page.get_by_role("link", name="Go to your application").click()
    expect(page.get_by_role("heading", name="Where it stands")).to_be_visible()
    expect(page.get_by_role("link", name="Open the situations")).to_have_count(0)


def rate(page: Page, ratings: tuple[int, ...]) -> None:
    for reply, rating in zip(page.locator(".ats-rate").all(), ratings, strict=True):
        reply.get_by_text(str(rating), exact=True).click()


# ---- 4. and 5. evaluated, ranked, read ----


def the_ranking_shows(hr: Page, name: str) -> str:
    """Wait on the open page until both stand there; return the code of one."""
    hr.goto(f"/positions/{SLUG}/ranking/")
    row = hr.get_by_role("row").filter(has_text=name)
    expect(row).to_be_visible(timeout=EVALUATED)
    expect(hr.locator("[id^=applicant-]")).to_have_count(2, timeout=EVALUATED)
    row.get_by_role("link", name=name).click()
    expect(hr.get_by_role("heading", level=1)).to_have_text(name)
    return hr.locator(".ats-facts li").first.inner_text()


def the_panel_reads_why(panel: Page, code: str) -> None:
    panel.goto(f"/positions/{SLUG}/ranking/")
    expect(panel.get_by_text("Names hidden").first).to_be_visible()
    panel.get_by_role("link", name=code).click()
    expect(panel.get_by_role("heading", level=1)).to_have_text(code)

    sums = panel.get_by_role("table", name="Criteria with score, weight and points")
    points = [
        float(cell.inner_text())
        for cell in sums.locator("tbody td[data-label=Points]").all()
    ]
    total = float(sums.locator(".ats-total td.num").first.inner_text())
    assert abs(sum(points) - total) < 0.06
    quotes = panel.get_by_role("region", name="In their own words")
    expect(quotes.locator("blockquote").first).to_contain_text("payroll")
    expect(panel.locator("#notused")).to_be_visible()
    text = panel.locator("body").inner_text()
    for secret in ("Marta", "Zielińska", MARTA.email, "601 234 567", "CV Zielińska"):
        assert secret not in text
    expect(panel.get_by_role("link", name="Decide")).to_have_count(0)


# ---- 7. decided ----


def hr_decides_and_the_applicant_follows(hr: Page, marta: Page, house: House) -> None:
    move(hr, "Marta Zielińska", "Shortlisted", tell=False)
    expect_status(marta, "Your application is being reviewed")
    hr.get_by_role("link", name="Move Marta").click()
    hr.get_by_role("button", name="Tell the applicant now").click()
    house.letter_to(MARTA.email, having="shortlist")
    expect_status(marta, "You are on the shortlist")

    move(hr, "Marta Zielińska", "Interview", tell=True)
    expect_status(marta, "We would like to meet you")
    move(hr, "Marta Zielińska", "Offer made", tell=True)
    expect_status(marta, "We have made you an offer")
    move(hr, "Marta Zielińska", "Hired", tell=True)
    expect_status(marta, "The job is yours")


def everybody_else_is_decided_with_a_reason(hr: Page, tom: Page, house: House) -> None:
    waiting = hr.get_by_role("region", name="One person still waits for an outcome")
    expect(waiting.get_by_role("listitem")).to_have_count(1)
    waiting.get_by_role("link", name="Decide Tom Okafor").click()
    hr.get_by_role("button", name="Move", exact=True).click()
    expect(hr.get_by_role("alert")).to_contain_text("reason")

    hr.get_by_label("Reason").select_option("All openings are filled")
    hr.get_by_label("Tell the applicant now").uncheck()
    hr.get_by_role("button", name="Move", exact=True).click()
    expect(waiting).to_have_count(0)
    tom.get_by_role("link", name="See where it stands").click()
    expect_status(tom, "Your application is being reviewed")
    hr.get_by_role("link", name="Move Tom Okafor").click()
    hr.get_by_role("button", name="Tell the applicant now").click()
    expect(hr.get_by_text("The letter is on its way.")).to_be_visible()
    house.letter_to("tom.okafor@example.org", having="filled")
    expect_status(tom, "We did not choose you for this job")


def move(hr: Page, name: str, stage: str, *, tell: bool) -> None:
    hr.goto(f"/positions/{SLUG}/pipeline/")
    hr.get_by_role("link", name=f"Move {name}").click()
    hr.get_by_label(stage, exact=True).check()
    hr.get_by_label("Tell the applicant now").set_checked(tell)
    hr.get_by_role("button", name="Move", exact=True).click()
    hr.wait_for_url(f"/positions/{SLUG}/pipeline/")
