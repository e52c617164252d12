"""Looks at a list that somebody keeps: save, open, rename, delete."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
)

from backoffice_ats.accounts.enums import Role
from backoffice_ats.shared.access import StaffRequest, requires
from positions.enums import ListKind
from positions.forms.lists import ListFilterForm, ViewNameForm
from positions.models import SavedView
from positions.services import saved_views

# Where each list is shown. People are a floor above, known by their address alone.
PAGES = {ListKind.POSITIONS: "positions:list", ListKind.PEOPLE: "candidates:people"}


def context_of(request: StaffRequest, kind: ListKind, query: str) -> dict[str, Any]:
    """Return what a list shows of its kept views: chips, and a form to keep this one.

    `query` is the part of the address that makes this look at the list.
    """
    is_keeper = request.user.role != Role.PANEL_MEMBER
    views = saved_views.of(request.user, kind) if is_keeper else []
    return {
        "view_chips": [
            {
                "text": view.name,
                "url": _address_of(view),
                "count": None,
                "current": view.query == query,
            }
            for view in views
        ],
        "query": query,
        "view_form": ViewNameForm(prefix="view") if is_keeper else None,
    }


def keep(request: StaffRequest, kind: ListKind, query: str) -> HttpResponse:
    """Keep a look under the name that was posted, and go back to it."""
    form = ViewNameForm(request.POST, prefix="view")
    if not form.is_valid():
        return _list(request, form)
    try:
        saved_views.save(request.user, kind, form.cleaned_data["name"], query)
    except saved_views.TooManyViewsError:
        messages.error(
            request,
            _("You keep %(n)d views already. Delete one first.")
            % {"n": saved_views.MOST},
        )
        return redirect("positions:view_save")
    messages.success(request, _("The view is saved."))
    return redirect(f"{reverse(PAGES[kind])}?{query}")


@require_http_methods(["GET", "HEAD", "POST"])
@requires("positions.view_position")
def view_save(request: StaffRequest) -> HttpResponse:
    """List the kept views; a POST keeps one more of the list of positions."""
    if request.method == "POST":
        query = ListFilterForm.query_of(request.POST)
        return keep(request, ListKind.POSITIONS, query)
    return _list(request, ViewNameForm(prefix="view"))


@require_POST
@requires("positions.view_position")
def view_rename(request: StaffRequest, pk: int) -> HttpResponse:
    view = get_object_or_404(SavedView, pk=pk, user=request.user)
    form = ViewNameForm(request.POST, prefix=f"view-{pk}")
    if not form.is_valid():
        messages.error(request, " ".join(str(error) for error in form.errors["name"]))
    else:
        try:
            saved_views.rename(view, form.cleaned_data["name"])
        except saved_views.NameTakenError:
            messages.error(request, _("You have a view of that name already."))
        else:
            messages.success(request, _("The view has its new name."))
    return redirect("positions:view_save")


@require_POST
@requires("positions.view_position")
def view_delete(request: StaffRequest, pk: int) -> HttpResponse:
    view = get_object_or_404(SavedView, pk=pk, user=request.user)
    view.delete()
    messages.success(request, _("The view is deleted; nothing else is."))
    return redirect("positions:view_save")


def _list(request: StaffRequest, form: ViewNameForm) -> HttpResponse:
    views = [(view, _address_of(view)) for view in saved_views.of(request.user)]
    return render(
        request,
        "positions/views.html",
        {"views": views, "form": form},
        status=422 if form.is_bound else 200,
    )


def _address_of(view: SavedView) -> str:
    return f"{reverse(PAGES[ListKind(view.of)])}?{view.query}"
