"""Where the public reads about positions: open ones everywhere, others nowhere."""

import datetime as dt
import html
import json
import re
from xml.etree import ElementTree as ET

import pytest
from django.urls import reverse
from django.utils import timezone

from positions.enums import PositionStatus
from positions.listing.jobposting import job_posting
from positions.services import advert, lifecycle, vacancies
from tests import make

pytestmark = pytest.mark.django_db

SITE = "https://jobs.example.org"
TITLE = "Zymurgist of ledgers"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE
    return make.organisation(website="https://larkfield.example/", country="GB")


def draft():
    return make.position(title=TITLE)


def opened():
    return make.published(title=TITLE)


def closed():
    position = make.published(title=TITLE)
    return lifecycle.close(position, by=position.owner, at=timezone.now())


def past():
    return make.published(title=TITLE, at=timezone.now() - dt.timedelta(days=30))


def archived():
    position = closed()
    position.status = PositionStatus.ARCHIVED
    position.save()
    return position


SURFACES = {
    "list": "/jobs/",
    "front page": "/",
    "search": "/jobs/?q=zymurgist",
    "filter": "/jobs/?department=Finance&place=Sheffield",
    "page": "/jobs/{slug}/",
    "feed": "/jobs/feed.atom",
    "department feed": "/jobs/departments/finance/feed.atom",
    "aggregators": "/jobs/indeed.xml",
    "embedded list": "/jobs/embed/",
    "embedded list of a department": "/jobs/embed/?department=finance",
    "JSON list": "/api/public/jobs?content=true",
    "JSON item": "/api/public/jobs/{slug}?content=true",
    "sitemap": "/sitemap.xml",
}
HIDDEN = {draft: 404, closed: 410, past: 410, archived: 410}
# These have no page of their own per position: they answer, and leave it out.
LISTS = {name for name, path in SURFACES.items() if "{slug}" not in path}


@pytest.mark.parametrize("surface", SURFACES)
def test_an_open_position_is_on_every_surface(client, surface):
    position = opened()

    response = client.get(SURFACES[surface].format(slug=position.slug))

    assert response.status_code == 200
    assert not response.cookies or surface == "front page"
    page = response.content.decode()
    assert TITLE in page or f"/jobs/{position.slug}/" in page


@pytest.mark.parametrize("make_hidden", HIDDEN, ids=lambda one: one.__name__)
@pytest.mark.parametrize("surface", SURFACES)
def test_any_other_position_is_on_none(client, surface, make_hidden):
    make.published(title="The other one")  # so that lists and departments exist
    hidden = make_hidden()

    response = client.get(SURFACES[surface].format(slug=hidden.slug))

    expected = 200 if surface in LISTS else HIDDEN[make_hidden]
    assert response.status_code == expected
    text = response.content.decode()
    assert hidden.slug not in text or expected == 404
    assert hidden.code not in text
    assert "Runs the monthly payroll" not in text or surface in LISTS
    if surface != "page":  # which says what it was that is closed
        assert TITLE not in text


def test_a_department_without_anything_public_has_no_feed(client):
    make.position(department="Secret plans")

    response = client.get("/jobs/departments/secret-plans/feed.atom")

    assert response.status_code == 404


# ---- each surface by its own rules ----


def test_the_page_and_its_posting_say_the_same(client):
    make.organisation(legal_name="Larkfield Mutual Society Ltd")
    position = opened()

    page = client.get(reverse("positions:job", args=[position.slug])).content.decode()

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found is not None
    posting = json.loads(found[1])
    assert posting["url"] == f"{SITE}/jobs/{position.slug}/"
    assert posting["experienceInPlaceOfEducation"] is True
    visible = re.sub(r"<[^>]+>", " ", page.replace(found[0], ""))
    seen = " ".join(html.unescape(visible).split())
    for text in (
        posting["title"],
        *posting["responsibilities"].splitlines(),
        *posting["qualifications"].splitlines(),
        posting["identifier"]["value"],
        posting["hiringOrganization"]["name"],
        posting["applicationContact"]["email"],
        posting["jobLocation"]["address"]["addressLocality"],
        "33,200",
        "37,900",
    ):
        assert text in seen, text


@pytest.mark.parametrize("item_count", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/jobs/feed.atom", 4),
        ("/jobs/departments/finance/feed.atom", 5),
        ("/jobs/indeed.xml", 4),
        ("/jobs/embed/", 3),
        ("/api/public/jobs?content=true", 4),
        ("/sitemap.xml", 4),
    ],
)
def test_a_feed_needs_the_same_queries_for_one_and_for_many(
    client, path, queries, item_count, django_assert_num_queries
):
    for _ in range(item_count):
        opened()

    with django_assert_num_queries(queries):
        client.get(path)


@pytest.mark.parametrize(
    "path", ["/jobs/feed.atom", "/jobs/indeed.xml", "/sitemap.xml"]
)
def test_a_feed_that_the_reader_has_is_not_sent_again(client, path):
    position = opened()
    seen = client.get(path).headers["ETag"]
    assert client.get(path, headers={"if-none-match": seen}).status_code == 304

    lifecycle.close(position, by=position.owner, at=timezone.now())

    assert client.get(path, headers={"if-none-match": seen}).status_code == 200


def test_the_atom_feed_is_valid_and_stable(client, site):
    position = opened()
    lifecycle.close(opened(), by=position.owner, at=timezone.now())

    response = client.get("/jobs/feed.atom")

    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = parsed(response)
    assert feed.tag == f"{ATOM}feed"
    assert required(feed) == {"id", "title", "updated"}
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == site.name
    links = {link.get("rel"): link.get("href") for link in feed.iter(f"{ATOM}link")}
    assert links["self"] == f"{SITE}/jobs/feed.atom"
    (entry,) = feed.findall(f"{ATOM}entry")
    assert required(entry) == {"id", "title", "updated"}
    day = position.published_at.date()
    assert entry.findtext(f"{ATOM}id") == (
        f"tag:jobs.example.org,{day}:{position.code}"
    )
    assert entry.find(f"{ATOM}link").get("href") == (
        f"{SITE}/jobs/{position.slug}/?src=atom"
    )
    content = entry.findtext(f"{ATOM}summary")
    for text in ("Closes: ", "Sheffield", "£33,200 to £37,900 a year", "Permanent"):
        assert text in content


def parsed(response):
    return ET.fromstring(response.content)  # noqa: S314 -- a document of ours


def required(element):
    names = {"id", "title", "updated"}
    filled = {one.tag.removeprefix(ATOM) for one in element if one.text}
    return names & filled


def test_the_feed_of_a_department_holds_its_jobs_alone(client):
    opened()
    make.published(title="Counsel", department="Law & Order")

    feed = parsed(client.get("/jobs/departments/law-order/feed.atom"))

    titles = [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]
    assert titles == ["Counsel"]


def test_the_xml_of_aggregators_names_everything_and_no_entity(client):
    position = make.published(
        title="Clerk & <co> ]]>",
        workplace="HYBRID",
        place="Hallam Street 4, Sheffield",
        region="South Yorkshire",
        postal_code="S1 1AA",
    )

    response = client.get("/jobs/indeed.xml")

    text = response.content.decode()
    outside = re.sub(r"<!\[CDATA\[.*?\]\]>", "", text, flags=re.DOTALL)
    assert "&" not in outside
    source = parsed(response)
    assert [one.tag for one in source][:3] == [
        "publisher",
        "publisherurl",
        "lastBuildDate",
    ]
    assert source.findtext("publisherurl") == SITE
    (job,) = source.findall("job")
    found = {one.tag: one.text for one in job}
    moment = re.compile(r"\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT")
    for name in ("date", "expirationdate"):
        assert moment.fullmatch(found.pop(name))
    assert "<li>" in found.pop("description")
    assert found == {
        "title": "Clerk & <co> ]]>",
        "referencenumber": position.code,
        "requisitionid": position.code,
        "url": f"{SITE}/jobs/{position.slug}/?src=indeed",
        "company": "Larkfield Mutual",
        "city": "Sheffield",
        "state": "South Yorkshire",
        "country": "GB",
        "postalcode": "S1 1AA",
        "streetaddress": "Hallam Street 4",
        "email": "people@larkfield.example",
        "salary": "£33,200 to £37,900 a year",
        "education": "60 credits of accounting or payroll study (higher diploma or"
        " associate degree)",
        "jobtype": "fulltime",
        "category": "Finance",
        "experience": "12 months: Running payroll",
        "remotetype": "Hybrid remote",
    }


def test_the_sitemap_says_when_each_page_changed(client):
    position = opened()

    pages = parsed(client.get("/sitemap.xml"))

    found = {
        page.findtext(f"{MAP}loc"): dt.datetime.fromisoformat(
            page.findtext(f"{MAP}lastmod")
        )
        for page in pages
    }
    assert set(found) == {f"{SITE}/jobs/", f"{SITE}/jobs/{position.slug}/"}
    position.refresh_from_db()
    assert abs(found[f"{SITE}/jobs/{position.slug}/"] - position.updated_at) < (
        dt.timedelta(seconds=1)
    )


def test_robots_lead_to_the_sitemap_and_away_from_what_is_somebodys(client):
    text = client.get("/robots.txt").content.decode()

    assert f"Sitemap: {SITE}/sitemap.xml" in text
    assert "Allow: /jobs/\n" in text
    for path in ("/positions/", "/people/", "/status/", "/jobs/*/apply"):
        assert f"Disallow: {path}\n" in text


def test_the_json_board_can_be_read_by_any_page(client):
    position = opened()

    short = client.get("/api/public/jobs")
    long = client.get(f"/api/public/jobs/{position.slug}", {"content": "true"})

    for response in (short, long):
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert not response.cookies
    assert short.json()["meta"] == {"total": 1}
    (listed,) = short.json()["jobs"]
    job = long.json()
    assert job.pop("content").startswith("<p>640 people are paid")
    assert job == listed
    assert job["url"] == f"{SITE}/jobs/{position.slug}/?src=api"
    assert job["pay"] == {
        "text": "£33,200 to £37,900 a year",
        "from": "33200.00",
        "to": "37900.00",
        "currency": "GBP",
        "period": "YEAR",
    }


def test_the_embedded_list_stands_in_any_page_and_leads_out_of_it(client):
    position = opened()

    response = client.get("/jobs/embed/")

    assert "frame-ancestors *" in response.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in response.headers
    page = response.content.decode()
    assert f'href="/jobs/{position.slug}/?src=embed"' in page
    links = re.findall(r"<a\s[^>]*>", page)
    assert all('target="_top"' in link for link in links if "#main" not in link)
    assert "csrf" not in page
    other = client.get("/jobs/embed/?src=larkfield-site").content.decode()
    assert f'href="/jobs/{position.slug}/?src=larkfield-site"' in other


# ---- places ----


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"place": "Sheffield"}, ("", "Sheffield", "", "", "GB")),
        (
            {"place": "Hallam Street 4, Sheffield"},
            ("Hallam Street 4", "Sheffield", "", "", "GB"),
        ),
        (
            {"place": "Hallam House", "locality": "Sheffield", "country": "IE"},
            ("Hallam House", "Sheffield", "", "", "IE"),
        ),
        (
            {"place": "", "workplace": "REMOTE"},
            ("High Street 1", "Leeds", "Yorkshire", "LS1 1AA", "GB"),
        ),
    ],
)
def test_a_place_is_taken_apart(site, fields, expected):
    site.street, site.locality = "High Street 1", "Leeds"
    site.region, site.postal_code = "Yorkshire", "LS1 1AA"
    position = make.draft(**fields)

    place = vacancies.place_of(position, site)

    found = (
        place.street,
        place.locality,
        place.region,
        place.postal_code,
        place.country,
    )
    assert found == expected
    assert place.country_name in {"United Kingdom", "Ireland"}


def test_a_draft_is_no_vacancy(site):
    shown = advert.advert_of(draft(), reply_within_days=14)

    with pytest.raises(ValueError, match=str(shown.position.pk)):
        vacancies.vacancy_of(shown, site)


def test_work_from_home_names_the_country_to_live_in(site):
    position = make.published(workplace="REMOTE", country="IE")
    shown = advert.advert_of(position, reply_within_days=14)

    posting = job_posting(vacancies.vacancy_of(shown, site))

    assert "jobLocation" not in posting
    assert posting["applicantLocationRequirements"]["name"] == "Ireland"
