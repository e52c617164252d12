"""The order in which the words of a page are read, by where they stand."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.cv import page
from candidates.cv.page import Piece


def written(*lines: tuple[float, float, str]) -> list[Piece]:
    """Pieces at (x, y), as wide as ten-point type makes them."""
    return [Piece(x, x + 5 * len(text), y, 10, text) for x, y, text in lines]


def read(pieces: list[Piece]) -> list[str]:
    return [line.text for line in page.lines_of(pieces) if line.text]


def test_columns_whose_lines_do_not_meet_are_read_one_after_the_other():
    left = [(40.0, 700.0 - 13 * n, f"left line {n}") for n in range(8)]
    right = [(240.0, 704.0 - 15 * n, f"right line {n}") for n in range(8)]
    crossed = sorted([*left, *right], key=lambda line: -line[1])

    assert read(written(*crossed)) == [text for _, _, text in [*left, *right]]


def test_dates_on_the_left_stay_with_their_rows():
    rows = [
        (f"{2010 + n} - {2011 + n}", f"Clerk at the office of firm {n}")
        for n in range(5)
    ]
    lines = [
        cell
        for n, (date, job) in enumerate(rows)
        for cell in ((40.0, 700.0 - 40 * n, date), (200.0, 700.0 - 40 * n, job))
    ]

    assert read(written(*lines)) == [f"{date}\t{job}" for date, job in rows]


def test_headings_beside_their_text_stay_before_it():
    lines = []
    for n, heading in enumerate(["Experience", "Education", "Skills"]):
        lines.append((40.0, 700.0 - 60 * n, heading))
        lines += [(200.0, 687.0 - 60 * n - 13 * m, f"words {n}.{m}") for m in range(3)]

    assert read(written(*lines))[:2] == ["Experience", "words 0.0"]
    assert read(written(*lines))[4] == "Education"


def test_a_wide_gap_is_a_tab_and_letters_drawn_one_by_one_are_a_word():
    letters = [
        Piece(40 + 5 * n, 45 + 5 * n, 700, 10, c) for n, c in enumerate("Ledger")
    ]
    far = Piece(400, 450, 700, 10, "2015")

    assert read([*letters, far]) == ["Ledger\t2015"]


def test_page_numbers_are_left_out_and_dates_are_not():
    lines = [
        (40.0, 700.0, "01/2013"),
        (40.0, 680.0, "Page 1 of 2"),
        (40.0, 60.0, "1 / 2"),
    ]

    assert read(written(*lines)) == ["01/2013"]


PIECES = st.builds(
    Piece,
    st.floats(0, 600),
    st.floats(0, 600),
    st.floats(0, 800),
    st.sampled_from([0.0, 8.0, 10.0, 20.0]),
    st.sampled_from(["Clerk", "2015", "Experience", "•", " ", "words of a line"]),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_no_page_is_too_odd_and_no_word_is_made_up(pieces):
    said = Counter("".join(read(pieces)))

    assert said.keys() - set("\t ") <= set("".join(one.text for one in pieces))
