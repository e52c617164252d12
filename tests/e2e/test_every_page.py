"""What holds on every page: accessible, no sideways scroll, nothing in the console."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.walks import apply_up_to_the_check, send
from tests.servers import CHECKOUT

AXE = (CHECKOUT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
# Colours that fade are measured when they have arrived.
RUN_AXE = """async () => {
  const fading = document.getAnimations().filter(
    (one) => Number.isFinite(one.effect.getComputedTiming().endTime));
  await Promise.allSettled(fading.map((one) => one.finished));
  const report = await axe.run(document, {resultTypes: ["violations"]});
  return report.violations.flatMap((found) => found.nodes.map(
    (node) => `${found.id}: ${node.target.join(" ")} ${node.failureSummary}`));
}"""
PHONE = 390
WIDTHS = (320, 390, 768, 1440)
HEIGHT = 900

DEMO = "/positions/accountant/"
EVERYBODY = ["/", "/positions/", "/search/?q=account", "/account/"]
PAGES = {
    "admin@example.org": [
        "/",
        "/account/people/",
        "/account/people/invite/",
        "/account/organisation/",
        "/settings/approvals/",
        "/settings/words/",
        "/settings/words/add/",
        "/settings/words/silence/?category=vague&word=various",
        "/settings/equivalence/",
        "/settings/equivalence/new/",
        "/account/",
        "/account/2fa/",
        "/account/password/change/",
        "/outbox/",
    ],
    "hr@example.org": [
        *EVERYBODY,
        "/positions/new/",
        "/positions/new/advert/",
        "/positions/new/template/payroll-clerk/",
        "/positions/new/occupation/",
        "/positions/?mine=on&soon=on",
        "/positions/views/",
        *(
            DEMO + tab
            for tab in (
                "",
                "definition/",
                "example/",
                "advert/",
                "advert/?as=phone",
                "advert/preview/",
                "versions/",
                "versions/1/",
                "versions/compare/",
                "pipeline/",
                "pipeline/?q=nobody-of-that-name",
                "board/",
                "stages/?template=TWO",
                "add/",
                "add/?way=files",
                "add/?way=table",
                "ranking/",
                "team/",
                "close/",
                "pause/",
                "archive/",
                "approval/",
                "trail/",
            )
        ),
        "/positions/customer-support-clerk/ranking/",
        DEMO + "screening/",
        DEMO + "interview/",
        DEMO + "finals/",
        "/scenarios/",
        "/scenarios/add/",
        "/scenarios/shown/working-with-others/",
        "/people/",
        "/people/?q=invoices&status=UNDER_REVIEW",
        "/people/?q=nobody-of-that-name",
        "/people/keeping/",
        "/requests/",
        "/people/duplicates/",
        "/people/pool/",
        "/letters/",
        "/letters/?show=sent",
        "/letters/texts/",
        "/letters/texts/receipt/",
        "/letters/texts/add/",
        "/letters/texts/reasons/?language=de",
        DEMO + "equality/",
        DEMO + "hold/",
        "/trail/",
        "/no-such-page/",
    ],
    "panel@example.org": [*EVERYBODY, DEMO, DEMO + "board/", DEMO + "ranking/"],
    "auditor@example.org": [*EVERYBODY, DEMO + "ranking/", DEMO + "trail/", "/trail/"],
}
STRANGERS = [
    "/",
    "/jobs/",
    "/jobs/?q=zebra",
    "/jobs/?q=a&workplace=HYBRID&sort=title&src=letter",
    "/jobs/embed/",
    "/jobs/accountant/",
    "/jobs/accountant/apply/",
    "/jobs/no-such-job/",
    "/status/no-such-link/",
    "/account/login/",
    "/account/password/reset/",
]


@pytest.mark.parametrize("email", PAGES)
def test_staff_pages_are_accessible_and_fit(email, staff):
    page = staff(email)
    wrong = [problem for path in PAGES[email] for problem in problems_of(page, path)]
    if email == "hr@example.org":
        for path in pages_of_an_application(page):
            wrong += problems_of(page, path)
    if email == "panel@example.org":
        wrong += problems_of(page, first_application(page))

    assert not wrong, "\n".join(wrong)


def test_public_pages_are_accessible_and_fit(new_context):
    page = new_context().new_page()

    wrong = [problem for path in STRANGERS for problem in problems_of(page, path)]

    assert not wrong, "\n".join(wrong)


def test_pages_of_applying_and_of_the_applicant_are_accessible_and_fit(new_context):
    page = new_context().new_page()
    wrong: list[str] = []

    def look(title: str, *, wrong_so_far: bool = False) -> None:
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        expect(page.get_by_role("alert")).to_have_count(int(wrong_so_far))
        wrong.extend(problems_here(page))

    apply_up_to_the_check(page, "customer-support-clerk", look)
    send(page)
    look("We have your application")
    page.get_by_role("link", name="See where it stands").click()
    page.wait_for_url("**/my-application/*/")
    look("We have your application")
    status = page.url
    for link, title, button in (
        ("Ask for an adjustment", "Ask for an adjustment", "Send"),
        ("Ask that a person looks at it", "Ask for a second look", ""),
        ("Have your data erased", "Have your data erased", ""),
        ("Correct how we reach you", "Correct how we reach you", ""),
        ("Correct Clerk", "Correct a job", ""),
        ("Add a job", "Add a job", "Add it"),
        ("Add a qualification", "Add a qualification", "Add it"),
        ("Send one", "Send a CV", "Send it"),
    ):
        page.get_by_role("link", name=link).click()
        look(title)
        if button:
            page.get_by_role("button", name=button).click()
            look(title, wrong_so_far=True)
        page.goto(status)
    page.get_by_role("link", name="Withdraw").click()
    look("Withdraw your application")
    page.goto(status)
    page.get_by_role("link", name="Open the situations").click()
    look("24 short situations at work")
    page.get_by_role("link", name="Start with a practice one").click()
    look("A practice one")
    page.get_by_role("link", name="Skip the practice").click()
    look("Situation 1 of 24")
    page.goto(page.url.replace("/1/", "/done/"))
    look("Some answers are still open")
    page.get_by_role("button", name="Finish without them").click()
    look("Thank you")

    assert not wrong, "\n".join(wrong)


def first_application(page: Page) -> str:
    page.goto(DEMO + "ranking/")
    path = page.locator("[id^=applicant-] a").first.get_attribute("href")
    assert path is not None
    return path


def pages_of_an_application(page: Page) -> Iterator[str]:
    record = first_application(page)
    yield record
    page.goto(record)
    for words in ("Correct", "Reveal", "Read its text"):
        link = page.get_by_role("link", name=words)
        if link.count():
            yield link.first.get_attribute("href") or ""
    file = page.locator("a[href$='/pages/']").first
    if file.count():
        yield file.get_attribute("href") or ""
    person = person_of(page, record)
    yield person
    yield f"{person}correct/"
    number = record.split("?")[0].strip("/").split("/")[-1]
    yield f"/applications/{number}/move/?to=NOT_SELECTED"


def person_of(page: Page, record: str) -> str:
    page.goto(record)
    link = page.get_by_role("link", name="Record, notes and letters")
    return link.get_attribute("href") or ""


def problems_of(page: Page, path: str) -> list[str]:
    page.goto(path)
    return problems_here(page)


def problems_here(page: Page) -> list[str]:
    """Look at the open page at every width; at the ends with axe, light and dark."""
    # A click ends when the next page has begun, which has no document for a moment.
    page.wait_for_load_state()
    path = page.url.partition("//")[2].partition("/")[2]
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"/{path} at {width}: scrolls sideways, {wide} px")
        if width == PHONE:
            found += [f"/{path} at {width}: {it}" for it in axe(page)]
    page.emulate_media(color_scheme="dark")
    found += [f"/{path} dark: {it}" for it in axe(page)]
    page.emulate_media(color_scheme="light")
    return found


def axe(page: Page) -> list[str]:
    """Return what axe-core finds wrong, each with its element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    violations: list[str] = page.evaluate(RUN_AXE)
    return violations
