"""What each role may do: the one table. What it does not name is refused."""

from typing import Final

from backoffice_ats.accounts.enums import Role

_READ: Final = frozenset(
    {
        "positions.view_position",
        "candidates.view_application",
        "screening.view_evaluation",
    }
)
_RUN: Final = _READ | {
    "positions.add_position",
    "positions.change_position",
    "positions.publish_position",
    "candidates.decide_application",
    "candidates.answer_request",
    "candidates.edit_letters",
    "candidates.erase_person",
    "candidates.export_application",
    "candidates.reveal_application",
    "candidates.view_document",
    "candidates.view_equality",
    "screening.correct_evaluation",
    "screening.edit_form",
    "screening.arrange_interview",
    "screening.ask_reference",
    "screening.rate_interview",
    "audit.view_trail",
}

# A panel member's verbs hold only for rows of their teams (`.visible_to(user)`).
PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    Role.ADMINISTRATOR: _RUN | {"accounts.change_user", "accounts.change_organisation"},
    Role.HR_MANAGER: _RUN,
    Role.PANEL_MEMBER: _READ | {"screening.rate_interview"},
    Role.AUDITOR: _READ
    | {"candidates.view_document", "candidates.view_equality", "audit.view_trail"},
}


def allows(role: str, permission: str) -> bool:
    """Say whether `role` holds `permission` ("positions.add_position")."""
    return permission in PERMISSIONS.get(role, frozenset())
