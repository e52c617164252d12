"""Write the twelve CVs and their truth anew: `python -m tests.candidates.cv.own`."""

import json
from pathlib import Path

from tests.candidates.cv.own import scores
from tests.candidates.cv.own.pages import Style, made
from tests.candidates.cv.own.people import BY_KEY

FOLDER = Path(__file__).parent / "files"
TWELVE: tuple[tuple[str, str, Style], ...] = (
    ("one_column", "adaeze", Style("one column", "title, dates / employer")),
    ("two_columns", "marcus", Style("two columns", "employer, dates / title")),
    ("sidebar", "oceane", Style("sidebar", "dates / title / employer")),
    ("table", "henrike", Style("table", "title, dates / employer")),
    ("europass_like", "ignacio", Style("table", "labelled")),
    ("word_boxes", "wioletta", Style("word boxes", "title, dates / employer")),
    (
        "long_academic",
        "rosalind",
        Style("one column", "EMPLOYER / title / dates", long=True),
    ),
    ("one_page", "latoya", Style("one column", "all on one line")),
    (
        "no_headings",
        "priya",
        Style("one column", "title / employer | dates", headless=True),
    ),
    ("caps", "eleni", Style("word", "employer — title / place, dates", caps=True)),
    ("gaps_and_overlaps", "tobias", Style("sidebar", "title at employer / dates")),
    ("another_alphabet", "dmytro", Style("one column", "network")),
)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, key, style in TWELVE:
        who = BY_KEY[key]
        made_name, data = made(who, style)
        path = FOLDER / f"{name}.{made_name.rpartition('.')[2]}"
        path.write_bytes(data)
        truth = json.dumps(scores.truth(who), ensure_ascii=False, indent=1)
        path.with_suffix(".json").write_text(f"{truth}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
