"""Jobs as networks, job boards, forms and people with several posts set them out."""

import pytest

from candidates.cv import sections

Told = list[tuple[str, str]]


def jobs(text: str) -> Told:
    return [(job.title, job.employer) for job in sections.parse(text).work]


def test_an_export_of_a_network_names_the_employer_once():
    text = (
        "Experience\nLidl GB\n6 years 2 months\n\nPayroll Manager\n"
        "March 2020 - Present (4 years 2 months)\nLondon\n\nI lead a team of five.\n\n"
        "Payroll Advisor\nApril 2018 - March 2020 (2 years)\nLondon\n\nRan the payroll.\n\n"
        "Page 1 of 2\n\nSky\nPayroll Assistant\n2015 - 2018 (3 years)\nOsterley\n"
    )

    assert jobs(text) == [
        ("Payroll Manager", "Lidl GB"),
        ("Payroll Advisor", "Lidl GB"),
        ("Payroll Assistant", "Sky"),
    ]


def test_an_export_of_a_job_board_has_empty_lines_within_a_header():
    text = (
        "WORK EXPERIENCE\n\nSenior Consultant\n\nOracle -  Bangalore, Karnataka -\n\n"
        "November 2016 to December 2017\n\nStaff Consultant\n\n"
        "Infosys -  Bangalore, Karnataka -\n\nJanuary 2014 to October 2016\n"
    )

    assert jobs(text) == [
        ("Senior Consultant", "Oracle"),
        ("Staff Consultant", "Infosys"),
    ]


def test_posts_below_an_employers_own_dates_are_its_posts():
    text = (
        "Work Experience\nUnilever, Leeds\t2012 – Present\nFinance Manager (2019 – Present)\n"
        "• Did budgets\nSenior Accountant (2016 – 2018)\n• Closed the month\n"
        "Nestle, York\t2008 – 2011\nAccountant (2008 - 2011)\n• Booked invoices\n"
    )

    assert jobs(text) == [
        ("Finance Manager", "Unilever"),
        ("Senior Accountant", "Unilever"),
        ("Accountant", "Nestle"),
    ]


def test_a_form_names_post_and_employer_outright():
    text = (
        "Work Experience\nDates\tMay 2015 - now\nOccupation or position held\tBuyer\n"
        "Main activities and responsibilities\tBought grain.\n"
        "Name and address of employer\tAegean Ferries, Piraeus\n\n"
        "Dates\t2012 - 2015\nOccupation or position held\tZookeeping\n"
        "Name and address of employer\tZoo of Kallithea, Athens\n"
    )

    assert jobs(text) == [
        ("Buyer", "Aegean Ferries"),
        ("Zookeeping", "Zoo of Kallithea"),
    ]


@pytest.mark.parametrize(
    ("header", "pair"),
    [
        (
            "Siemens, Munich — Payroll Lead\nMay 2019 - Present",
            ("Payroll Lead", "Siemens"),
        ),
        (
            "Tesco\tLeeds, UK\nAccounts Assistant\tJun 2017 – Aug 2019",
            ("Accounts Assistant", "Tesco"),
        ),
        (
            "Office Manager; Smith, Jones & Partners LLP; Boston, MA; 06/2015-Present",
            ("Office Manager", "Smith, Jones & Partners LLP"),
        ),
        (
            "Worked as Accountant at Reliance Retail from May 2012 to May 2015",
            ("Accountant", "Reliance Retail"),
        ),
        (
            "Sept 2018 - date   Royal Mail, Swindon\nPosition: Customer Service Advisor",
            ("Customer Service Advisor", "Royal Mail"),
        ),
    ],
)
def test_a_header_names_post_and_employer(header, pair):
    assert jobs(f"Experience\n{header}\n• Kept the files.\n") == [pair]


def test_lengths_and_web_addresses_are_no_employers():
    text = "Experience\nClerk\n2012 - 2015 (3 years)\nwww.foods.example.com\n• Filed.\n"

    assert jobs(text) == [("Clerk", "")]


def test_a_cv_without_headings_has_work_and_education_all_the_same():
    text = (
        "Jane Roe\njane@roe.org\n\nBookkeeper, Thames Boats, Reading\n2015 – present\n"
        "Kept the ledgers.\n\nAccounts Clerk, Oxford Bakery\n2011 – 2015\nMatched invoices.\n\n"
        "BSc Accounting, University of Reading, 2011\n\nEnglish (native), French (B1)\n"
    )

    read = sections.parse(text)

    assert jobs(text) == [
        ("Bookkeeper", "Thames Boats"),
        ("Accounts Clerk", "Oxford Bakery"),
    ]
    assert [(c.field, c.institution) for c in read.education] == [
        ("Accounting", "University of Reading")
    ]
    assert [(one.code, one.level) for one in read.languages] == [("en", 6), ("fr", 3)]


def test_every_value_says_where_it_was_read():
    text = "Experience\nSenior Clerk, Foods Ltd, May 2012 - June 2014\nFiled.\n"

    (job,) = sections.parse(text).work

    said = {name: text[s.start : s.end] for name, s in job.sources.items()}
    assert said == {
        "title": "Senior Clerk",
        "employer": "Foods Ltd",
        "since": "May 2012 - June 2014",
        "until": "May 2012 - June 2014",
    }
    assert all(0 < source.confidence <= 1 for source in job.sources.values())
