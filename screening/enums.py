"""Words of the judgement, as people read them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verdict(TextChoices):
    MET = "MET", _("Met")
    NOT_MET = "NOT_MET", _("Not met")
    UNKNOWN = "UNKNOWN", _("Not yet known")


class Trust(TextChoices):
    """How far a piece of evidence has been checked."""

    CLAIMED = "CLAIMED", _("Claimed")
    INFERRED = "INFERRED", _("Read from text")
    VERIFIED = "VERIFIED", _("Verified")
    CORRECTED = "CORRECTED", _("Corrected by a person")
