"""Who may call a view. The only module that guards views.

Logged in is the default (`LoginRequiredMiddleware`); a public view says
`@login_not_required`. A verb is guarded here, a row by `.visible_to(user)`.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)


class StaffRequest(HttpRequest):
    """A request whose user is logged in."""

    user: "User"  # the middleware has sent strangers away


def requires(
    permission: str,
) -> Callable[
    [Callable[Concatenate[StaffRequest, P], R]],
    Callable[Concatenate[HttpRequest, P], R],
]:
    """Answer 403 unless the user's role holds `permission` ("positions.add_position").

    The permission stays readable on the view as `required_permission`, so that one
    test can compare every URL with the written access table.
    """

    def guard(
        view: Callable[Concatenate[StaffRequest, P], R],
    ) -> Callable[Concatenate[HttpRequest, P], R]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> R:
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(cast("StaffRequest", request), *args, **kwargs)

        marked: Any = guarded
        marked.required_permission = permission
        return cast("Callable[Concatenate[HttpRequest, P], R]", marked)

    return guard
