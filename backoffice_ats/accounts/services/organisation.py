"""The one organisation that hires here."""

from backoffice_ats.accounts.models import Organisation

PRIVACY_NOTICE = (
    "We use what you send us only to decide about this application. The people who"
    " hire for the job can read it, nobody else. Scores order the reading; people"
    " decide. You can ask to see, correct or erase your data at any time."
)


def current() -> Organisation:
    """Return the organisation's settings; unsaved defaults before they are set."""
    return Organisation.objects.first() or Organisation(
        pk=1,
        name="Your organisation",
        sender="recruiting@localhost",
        privacy_notice=PRIVACY_NOTICE,
    )
