"""Words of the accounts."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody may do anywhere; a hiring team says where a panel member may."""

    ADMINISTRATOR = "ADMINISTRATOR", _("Administrator")
    HR_MANAGER = "HR_MANAGER", _("HR manager")
    PANEL_MEMBER = "PANEL_MEMBER", _("Panel member")
    AUDITOR = "AUDITOR", _("Auditor")


class Theme(TextChoices):
    """How the pages look to one person."""

    DEVICE = "DEVICE", _("As my device")
    LIGHT = "LIGHT", _("Light")
    DARK = "DARK", _("Dark")
