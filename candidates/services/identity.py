"""Who may know who an application is from."""

from dataclasses import dataclass

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from candidates.models import Application
from positions.models import Position


@dataclass(frozen=True, slots=True)
class Identity:
    """What to call somebody on a page, and whether that hides their name."""

    label: str
    hidden: bool


def is_hidden(application: Application, user: User) -> bool:
    """Say whether name, contacts and files are kept from this person.

    A panel member of a blind position reads a code; so a name cannot move a score.
    """
    return hides_names(application.position, user)


def hides_names(position: Position, user: User) -> bool:
    """Say the same of a whole position."""
    return user.role == Role.PANEL_MEMBER and position.blind_review


def shown_to(application: Application, user: User) -> Identity:
    """Return the name, or the code where the panel works blind."""
    if is_hidden(application, user):
        return Identity(application.code, hidden=True)
    candidate = application.candidate
    name = candidate.name if candidate else ""
    return Identity(name or application.code, hidden=False)
