"""The public form, page by page. Shape only; nothing here judges anybody."""

from candidates.forms.apply.cv import CvForm, GivenCv
from candidates.forms.apply.example import MAX_WORDS, AccomplishmentForm
from candidates.forms.apply.history import JobForm, StudyForm
from candidates.forms.apply.numbers import number
from candidates.forms.apply.person import ContactForm
from candidates.forms.apply.rows import NoneForm, Rows, rows_of

__all__ = [
    "MAX_WORDS",
    "AccomplishmentForm",
    "ContactForm",
    "CvForm",
    "GivenCv",
    "JobForm",
    "NoneForm",
    "Rows",
    "StudyForm",
    "number",
    "rows_of",
]
