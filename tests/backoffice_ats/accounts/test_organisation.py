"""The organisation's settings: who hires here, and how it looks."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import Organisation
from backoffice_ats.accounts.services import organisation
from backoffice_ats.shared import countries
from tests import make

pytestmark = pytest.mark.django_db

VALUES = {
    "name": "Larkfield Mutual",
    "sender": "people@larkfield.example",
    "time_zone": "Europe/Berlin",
    "reply_within_days": 21,
    "retention_months": 6,
    "letters_from_hour": 8,
    "letters_until_hour": 18,
    "letters_language": "en-gb",
    "privacy_notice": "We read it to decide.",
    "colour": "#1f4588",
    "country": "GB",
}
PAGE = "/account/organisation/"


@pytest.fixture
def admin_client(client):
    client.force_login(make.user(Role.ADMINISTRATOR))
    return client


def picture(kind="PNG", size=(40, 20), **options):
    data = io.BytesIO()
    Image.new("RGB", size, "#1f4588").save(data, format=kind, **options)
    return data.getvalue()


def upload(data, name="logo.png"):
    return SimpleUploadedFile(name, data, content_type="image/png")


def test_the_first_visit_makes_the_organisation(admin_client):
    page = admin_client.get(PAGE).content.decode()
    assert "Say who hires here" in page
    assert not Organisation.objects.exists()
    response = admin_client.post(PAGE, VALUES)
    assert response.status_code == 302
    saved = Organisation.objects.get()
    assert (saved.name, saved.reply_within_days) == ("Larkfield Mutual", 21)
    assert "Larkfield Mutual" in admin_client.get(PAGE).content.decode()


def test_pages_show_times_in_the_zone_of_the_organisation(admin_client):
    admin_client.post(PAGE, VALUES | {"time_zone": "Pacific/Auckland"})
    make.user(Role.AUDITOR, name="Aroha", last_login="2026-01-10T23:30:00+00:00")
    assert "11 January, 12:30" in admin_client.get("/account/people/").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "required"),
        ("name", "a\r\nb", "hidden characters"),
        ("name", "x" * 121, "at most 120"),
        ("sender", "nobody", "valid email"),
        ("sender", "a@b.example\r\nBcc: c@d.example", "valid email"),
        ("time_zone", "Mars/Olympus", "valid choice"),
        ("reply_within_days", "0", "from 1 to 365"),
        ("letters_until_hour", "7", "later than the first"),
        ("retention_months", "0", "greater than or equal"),
        ("reply_within_days", "-1", "greater than or equal"),
        ("reply_within_days", "99999999999", "from 1 to 365"),
        ("privacy_notice", "x" * 20_001, "at most 20000"),
        ("privacy_notice", "a\x00b", "Null characters"),
        ("colour", "red", "hash and six digits"),
        ("colour", "#ffee00", "White letters cannot be read"),
    ],
)
def test_bad_input_is_said_beside_the_field(admin_client, field, value, words):
    response = admin_client.post(PAGE, VALUES | {field: value})
    assert response.status_code == 200
    page = response.content.decode()
    assert f'id="id_{field}_error"' in page
    assert words in page
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("colour", "contrast"),
    # Known pairs: black, white, and the grey that just passes for text.
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54)],
)
def test_contrast_is_measured_as_wcag_says(colour, contrast):
    assert organisation.contrast_with_white(colour) == pytest.approx(contrast, abs=0.01)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_served_as_what_it_is(admin_client, client, kind):
    # The name lies; the content counts.
    admin_client.post(PAGE, VALUES | {"logo": upload(picture(kind), "evil.html")})
    client.logout()
    response = client.get("/account/logo/")
    assert response.status_code == 200
    assert response["Content-Type"] == organisation.LOGO_TYPES[kind]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    with Image.open(io.BytesIO(response.getvalue())) as drawn:
        assert drawn.format == kind


def test_nothing_but_pixels_is_kept_of_a_logo(admin_client, client):
    data = picture("JPEG", comment=b"<script>alert(1)</script>") + b"<?php evil"
    admin_client.post(PAGE, VALUES | {"logo": upload(data)})
    served = client.get("/account/logo/").getvalue()
    assert b"script" not in served
    assert b"php" not in served


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"GIF89a<?php echo 1;", "not a PNG, JPEG or WebP"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "not a PNG, JPEG or WebP"),
        (picture()[:60], "not a PNG, JPEG or WebP"),
        (picture("GIF"), "not a PNG, JPEG or WebP"),
        (picture() + b"\x00" * 1024 * 1024, "larger than 1 MB"),
        (picture(size=(6000, 5000)), "too large"),
        (b"\x89PNG\r\n\x1a\n" + b"\xff" * 400, "not a PNG, JPEG or WebP"),
    ],
    ids=["php", "svg", "cut", "gif", "big", "bomb", "noise"],
)
def test_what_is_no_logo_is_refused_and_nothing_is_saved(admin_client, data, words):
    response = admin_client.post(PAGE, VALUES | {"logo": upload(data)})
    assert response.status_code == 200
    assert words in response.content.decode()
    assert not Organisation.objects.exists()


def test_a_logo_can_be_taken_out_again(admin_client):
    admin_client.post(PAGE, VALUES | {"logo": upload(picture())})
    assert admin_client.get("/account/logo/").getvalue().startswith(b"\x89PNG")
    admin_client.post(PAGE, VALUES)
    assert Organisation.objects.get().logo  # kept by a save without a file
    admin_client.post(PAGE, VALUES | {"drop_logo": "on"})
    assert admin_client.get("/account/logo/").status_code == 404


def test_my_account_saves_name_and_appearance(client):
    user = make.user(name="Ruth Adeyemi")
    client.force_login(user)
    assert b'data-bs-theme="light"' in client.get("/account/").content
    client.post("/account/", {"name": "Ruth A.", "theme": "DARK"})
    page = client.get("/account/").content.decode()
    assert 'data-bs-theme="dark"' in page
    assert "Ruth A." in page


def test_a_wrong_name_does_not_show_in_the_top_bar(client):
    user = make.user(name="Ruth Adeyemi")
    client.force_login(user)
    page = client.post("/account/", {"name": "a\nb", "theme": "DARK"}).content.decode()
    assert "hidden characters" in page
    assert "<span>Ruth Adeyemi</span>" in page.replace("<span\n          >", "<span>")


def test_the_page_of_addresses_leads_to_the_account(client):
    client.force_login(make.user())
    assert client.get("/account/email/").url == "/account/"
    response = client.post(
        "/account/email/", {"email": "x@y.example", "action_add": ""}
    )
    assert response.status_code == 405


# ---- the careers site ----

SITE = {
    "careers_heading": "Keep the promises we make",
    "careers_text": "We insure 410,000 households.",
    "website": "larkfield.example",
    "legal_name": "Larkfield Mutual Insurance Society Ltd",
    "street": "4 Hallam Street",
    "locality": "Sheffield",
    "region": "South Yorkshire",
    "postal_code": "S1 1AA",
    "country": "IE",
}


def test_the_careers_site_is_set_in_its_own_section(admin_client):
    admin_client.post(PAGE, VALUES | SITE)

    saved = Organisation.objects.values(*SITE).get()
    assert saved == SITE | {"website": "https://larkfield.example"}
    page = admin_client.get(PAGE).content.decode()
    assert page.index('id="careers"') < page.index('name="careers_heading"')
    assert page.index('name="privacy_notice"') < page.index('id="careers"')
    assert "Keep the promises we make" in admin_client.get("/jobs/").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("careers_heading", "x" * 121, "at most 120"),
        ("careers_heading", "a\r\nb", "hidden characters"),
        ("careers_text", "x" * 1_001, "at most 1000"),
        ("website", "javascript:alert(1)", "valid URL"),
        ("website", "not an address", "valid URL"),
        ("country", "XX", "valid choice"),
        ("country", "", "required"),
        ("street", "a\u202eb", "hidden characters"),
    ],
)
def test_bad_words_for_the_careers_site_are_said_beside_the_field(
    admin_client, field, value, words
):
    response = admin_client.post(PAGE, VALUES | SITE | {field: value})

    assert response.status_code == 200
    assert words in " ".join(response.context["form"].errors[field])
    assert not Organisation.objects.exists()


def test_the_snippet_can_be_copied_as_it_is(admin_client, settings):
    settings.SITE_URL = "https://jobs.example.org"
    admin_client.post(PAGE, VALUES | SITE | {"name": 'Pell & "Rowan"'})

    response = admin_client.get(PAGE)

    snippet = response.context["snippet"]
    assert snippet == (
        '<iframe src="https://jobs.example.org/jobs/embed/"'
        ' title="Jobs at Pell &amp; &quot;Rowan&quot;" width="100%" height="800"'
        ' loading="lazy"></iframe>'
    )
    for path in ("/jobs/feed.atom", "/jobs/indeed.xml", "/api/public/jobs"):
        assert f"https://jobs.example.org{path}" in response.content.decode()


def test_countries_are_known_by_two_letters():
    assert len(countries.COUNTRIES) == 249
    assert all(len(code) == 2 and code.isupper() for code in countries.COUNTRIES)
    assert countries.COUNTRIES["GB"] == "United Kingdom"
    assert countries.choices()[0] == ("AF", "Afghanistan")
