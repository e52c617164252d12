"""What makes two people look like one, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidates import likeness
from candidates.likeness import Sign, Traits

NAMES = st.text(alphabet="aAbméłß .'-1İ王", max_size=24)
PLACES = st.text(alphabet="abé&.L tdTheGmbH-", max_size=24)
ADDRESSES = st.one_of(
    st.emails(), st.text(max_size=30), st.from_regex(r"[a-z.+]{1,9}@gmail\.com")
)


@pytest.mark.parametrize(
    ("one", "other", "same", "alike"),
    [
        ("A.Marsh@Mail.example", "a.marsh@mail.example ", True, True),
        ("a.marsh+jobs@googlemail.com", "amarsh@gmail.com", True, True),
        ("a.marsh@mail.example", "amarsh@mail.example", False, False),
        ("a.marsh+jobs@mail.example", "a.marsh@mail.example", False, True),
        ("\uff41.marsh@mail.example", "a.marsh@mail.example", True, True),
        ("a.marsh@mail.example.", "a.marsh@mail.example", True, True),
        ("+jobs@mail.example", "+work@mail.example", False, False),
        ("a.marsh@mail.example", "a.marsh@post.example", False, False),
    ],
)
def test_addresses_of_one_mailbox(one, other, same, alike):
    assert (likeness.email_of(one) == likeness.email_of(other)) is same
    assert (likeness.email_key(one) == likeness.email_key(other)) is alike


@pytest.mark.parametrize("address", ["", "@", "a@", "@b", "no", "+x@gmail.com"])
def test_what_is_no_address_has_no_key(address):
    assert likeness.email_of(address) == likeness.email_key(address) == ""


@pytest.mark.parametrize(
    ("number", "region", "key"),
    [
        ("020 7946 0018", "GB", "+442079460018"),
        ("+44 (0)20 7946 0018", "US", "+442079460018"),
        ("(212) 736-5000", "US", "+12127365000"),
        ("020 7946 0018 ext. 12", "GB", ""),
        ("12", "GB", ""),
        ("020 7946 0018", "ZZ", ""),
        ("", "", ""),
        ("call me", "GB", ""),
    ],
)
def test_numbers_are_written_as_the_world_dials_them(number, region, key):
    assert likeness.phone_key(number, region) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aoife Marsh", "MARSH, Aoife"),
        ("Aoife Marsh", "A. Marsh"),
        ("Aoife Marsh", "Aofie Marsh"),
        ("Aoife Mary Marsh", "Aoife Marsh"),
        ("Zoë Quist", "Zoe Quist"),
        ("Łukasz Król", "Lukasz Krol"),
        ("Seán O’Brien", "Sean O'Brien"),
        ("Jean-Pierre Roy", "Jean Pierre Roy"),
        ("Dr. Aoife Marsh", "Aoife Marsh"),
        ("王 伟", "王 伟"),
        ("Prince", "prince"),
    ],
)
def test_names_of_one_person(one, other):
    assert likeness.are_similar_names(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aoife Marsh", "Aoife Okafor"),
        ("Aoife Marsh", "Ben Marsh"),
        ("Aoife Marsh", "A. M."),
        ("A. M.", "A. M."),
        ("Marsh", "Aoife Marsh"),
        ("Li Na", "Li Ma"),
        ("Aoife Marsh", "Aoife Okafor Marsden"),
        ("", ""),
        ("Aoife", ""),
    ],
)
def test_names_of_two_people(one, other):
    assert not likeness.are_similar_names(one, other)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Pell & Rowan Ltd.", "pell and rowan"),
        ("PELL AND ROWAN", "pell and rowan"),
        ("The Tannoch Logistics Co., Inc.", "tannoch logistics"),
        ("Tannoch G.m.b.H. & Co. KG", "tannoch"),
        ("Société Générale S.A.", "societe generale"),
        ("Ltd", "ltd"),
        ("Self-employed", ""),
        ("N/A", ""),
        ("", ""),
    ],
)
def test_places_without_their_legal_form(name, key):
    assert likeness.place_key(name) == key


def traits(**fields):
    given_ = {
        "name": "Aoife Marsh",
        "email": "a@mail.example",
        "employers": ["Pell & Rowan"],
    }
    return Traits(**(given_ | fields))


@pytest.mark.parametrize(
    ("one", "other", "signs"),
    [
        (
            traits(phone="+442079460018"),
            traits(phone="+442079460018"),
            [
                Sign.SAME_EMAIL,
                Sign.SAME_PHONE,
                Sign.SIMILAR_NAME,
                Sign.SAME_EMPLOYER,
            ],
        ),
        (
            traits(),
            traits(
                name="A. Marsh", email="b@x.example", employers=["Pell & Rowan Ltd"]
            ),
            [Sign.SIMILAR_NAME, Sign.SAME_EMPLOYER],
        ),
        (
            traits(schools=["Leeds University"]),
            traits(email="", employers=[], schools=["LEEDS UNIVERSITY"]),
            [Sign.SIMILAR_NAME, Sign.SAME_SCHOOL],
        ),
        (
            traits(employers=[]),
            traits(email="a+x@mail.example", employers=[]),
            [Sign.ALIKE_EMAIL, Sign.SIMILAR_NAME],
        ),
        # Not enough: the name alone, an employer alone, a weaker address alone.
        (traits(), traits(email="", employers=[]), []),
        (traits(), traits(name="Ben Okafor", email=""), []),
        (traits(), traits(name="Ben Okafor", email="a+x@mail.example"), []),
        (traits(email=""), traits(name="Ben Okafor", email="", employers=[]), []),
    ],
)
def test_what_is_enough_to_suggest_that_two_are_one(one, other, signs):
    assert likeness.signs_of(one, other) == signs


@given(ADDRESSES)
def test_keys_of_addresses_are_their_own_keys(address):
    for key in (likeness.email_of(address), likeness.email_key(address)):
        assert likeness.email_of(key) == key
        assert likeness.email_key(likeness.email_key(key)) == likeness.email_key(key)


@given(PLACES)
def test_keys_of_places_are_their_own_keys(name):
    key = likeness.place_key(name)
    assert likeness.place_key(key) == key


@given(
    *(
        st.builds(
            Traits,
            name=NAMES,
            email=ADDRESSES,
            employers=st.lists(PLACES, max_size=3),
            schools=st.lists(PLACES, max_size=3),
        )
        for _ in range(2)
    )
)
def test_who_is_like_whom_does_not_depend_on_who_is_asked(one, other):
    assert likeness.signs_of(one, other) == likeness.signs_of(other, one)


@given(st.lists(st.text(alphabet="abcdé", min_size=2), min_size=2, max_size=6))
def test_a_name_in_another_order_is_the_same_name(parts):
    assert likeness.are_similar_names(" ".join(parts), " ".join(reversed(parts)))
