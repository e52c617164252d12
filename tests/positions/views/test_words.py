import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from backoffice_ats.accounts.enums import Role
from positions.models import WordChange
from positions.services import words
from tests import make

pytestmark = pytest.mark.django_db

PAGE = reverse("positions:words")
ADD = reverse("positions:word_add")
SILENCE = reverse("positions:word_silence")
VARIOUS = {"category": "vague", "word": "various"}
NEW = {
    "category": "vague",
    "word": "synergises",
    "why": "Nobody knows what it means.",
    "suggestion": "Who meets whom?",
    "reason": "It came up in three adverts.",
}


@pytest.fixture(autouse=True)
def administrator(client):
    user = make.user(Role.ADMINISTRATOR, name="Ines Prado")
    client.force_login(user)
    return user


def test_the_lists_say_why_and_from_where(client):
    response = client.get(PAGE, {"category": "vague", "q": "various"})

    assertContains(response, "various")
    assertContains(response, "Vague words")
    assertContains(response, "UC San Diego, task statements")


def test_a_list_and_a_search_narrow_together(client):
    response = client.get(PAGE, {"category": "age", "q": "young"})

    assert response.context["page"].object_list
    assert all(
        one.category == "age" and one.has("young") for one in response.context["page"]
    )


@pytest.mark.parametrize("query", ["page=0", "page=x", "category=nothing", "q=%00"])
def test_wrong_filters_are_no_error(client, query):
    assert client.get(f"{PAGE}?{query}").status_code == 200


def test_a_page_is_short_and_takes_a_constant_number_of_queries(
    client, django_assert_num_queries
):
    client.get(PAGE)
    with django_assert_num_queries(QUERIES):
        response = client.get(PAGE)
    assert len(response.context["page"].object_list) == 50
    for word in ("various", "handle", "assist"):
        words.silence_word(
            category="vague",
            word=word,
            reason="Ours",
            by=make.user(),
            at=timezone.now(),
        )
    with django_assert_num_queries(QUERIES):
        client.get(PAGE)


QUERIES = 4


def test_silencing_asks_for_a_reason(client):
    response = client.post(SILENCE, VARIOUS)

    assertContains(response, "Say why this word is fine here.", status_code=422)
    assert not WordChange.objects.exists()


def test_a_silenced_word_shows_who_and_why_and_can_be_taken_back(client):
    response = client.post(SILENCE, VARIOUS | {"reason": "One meaning here."})

    assertRedirects(response, PAGE)
    response = client.get(PAGE, {"changed": "on"})
    assertContains(response, "<s>various</s>", html=True)
    assertContains(response, "Ines Prado")
    assertContains(response, "One meaning here.")

    change = WordChange.objects.get()
    client.post(reverse("positions:word_take_back", args=[change.pk]))

    assert not WordChange.objects.exists()
    assertNotContains(client.get(PAGE), "One meaning here.")


def test_silencing_twice_says_so(client):
    client.post(SILENCE, VARIOUS | {"reason": "One."})

    response = client.post(SILENCE, VARIOUS | {"reason": "Two."}, follow=True)

    assertContains(response, "This word has been silenced already.")


def test_a_word_that_is_not_listed_cannot_be_silenced(client):
    assert client.get(SILENCE, {"category": "vague", "word": "x"}).status_code == 404
    assert client.get(SILENCE).status_code == 404


def test_a_word_is_added_with_what_people_will_read(client):
    assertRedirects(client.post(ADD, NEW), PAGE)

    response = client.get(PAGE)
    assertContains(response, "synergises")
    assertContains(response, "Who meets whom?")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"word": ""}, "word"),
        ({"word": "various"}, "word"),
        ({"why": ""}, "why"),
        ({"suggestion": ""}, "suggestion"),
        ({"reason": ""}, "reason"),
        ({"category": "nothing"}, "category"),
        ({"word": "x" * 81}, "word"),
    ],
)
def test_an_incomplete_word_gets_a_message(client, change, field):
    response = client.post(ADD, NEW | change)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not WordChange.objects.exists()


def test_a_welcome_word_needs_no_explanation(client):
    data = NEW | {"category": "acronym", "word": "QZX", "why": "", "suggestion": ""}

    assertRedirects(client.post(ADD, data), PAGE)


def test_the_settings_lead_here(client):
    assertContains(client.get(reverse("accounts:organisation")), PAGE)
