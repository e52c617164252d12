import pytest
from django.apps import apps
from django.utils import timezone

from positions.enums import WORD_LISTS
from positions.services import words
from tests import make

pytestmark = pytest.mark.django_db


def silence(word="various", category="vague", reason="It has one meaning here."):
    return words.silence_word(
        category=category,
        word=word,
        reason=reason,
        by=make.user(),
        at=timezone.now(),
    )


def add(word="synergises", category="vague", **fields):
    given = {"why": "Why.", "suggestion": "Instead.", "reason": "Reason."} | fields
    return words.add_word(
        category=category, word=word, by=make.user(), at=timezone.now(), **given
    )


def test_every_list_has_a_name_and_words():
    listed = words.listed()

    assert {one.category for one in listed} == {key for key, _label in WORD_LISTS}
    assert {key for key, _label in WORD_LISTS} == set(words.LISTS)


def test_a_word_stands_in_its_list_once():
    listed = [(one.category, one.word.lower()) for one in words.listed()]

    assert len(listed) == len(set(listed))


def test_a_changed_word_comes_first_with_who_and_why():
    change = silence("Various ")

    first = words.listed()[0]

    assert (first.word, first.is_silenced, first.change) == ("various", True, change)
    assert first.why
    assert first.source


def test_an_added_word_is_listed_in_small_letters_and_an_abbreviation_as_it_is():
    add("  Blue-Sky   thinking")
    add("QZX", category="acronym", why="", suggestion="")

    assert [one.word for one in words.listed()[:2]] == ["QZX", "blue-sky thinking"]


@pytest.mark.parametrize(
    ("category", "word"), [("vague", "no such word"), ("none", "various"), ("", "")]
)
def test_only_listed_words_can_be_silenced(category, word):
    with pytest.raises(words.NotListedError):
        silence(word, category)


def test_a_word_is_changed_once_at_a_time():
    silence()
    add()

    with pytest.raises(words.AlreadyListedError):
        silence()
    with pytest.raises(words.AlreadyListedError):
        add("Synergises")
    with pytest.raises(words.AlreadyListedError):
        add("various")


def test_taking_back_leaves_both_acts_in_the_trail():
    change = silence()
    by = make.user()

    words.take_back(change, by=by)

    assert words.find("vague", "various").change is None
    assert not any(one.change for one in words.listed())
    events = apps.get_model("positions", "WordChangeEvent").objects.order_by("pk")
    assert [
        (event.pgh_label, event.word, event.pgh_context.metadata["user"])
        for event in events.select_related("pgh_context")
    ] == [("insert", "various", change.by_id), ("delete", "various", by.pk)]


def test_the_list_takes_one_query(django_assert_num_queries):
    silence()
    with django_assert_num_queries(1):
        words.listed()
