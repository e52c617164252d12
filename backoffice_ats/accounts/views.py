"""Pages of accounts: my own, everybody's, and the organisation's."""

from typing import cast

from allauth.account.views import logout as allauth_logout
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.forms import (
    InviteForm,
    MeForm,
    OrganisationForm,
    PersonForm,
)
from backoffice_ats.accounts.models import Organisation, User
from backoffice_ats.accounts.services import invitations, people
from backoffice_ats.accounts.services import organisation as house
from backoffice_ats.shared.access import StaffRequest, requires

_LAST = gettext_lazy("Nobody else is an administrator. Make somebody else one first.")

# ---- mine ----


@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    """Show and save how somebody is called and how their pages look."""
    user = cast("StaffRequest", request).user
    # A copy: what was typed wrong must not show up in the top bar.
    form = MeForm(request.POST or None, instance=User.objects.get(pk=user.pk))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved"))
        return redirect("accounts:me")
    return render(request, "accounts/me.html", {"form": form})


@login_not_required
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """Log out as allauth does, and clear what the browser has kept."""
    response: HttpResponseBase = allauth_logout(request)
    if request.method == "POST":
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_safe
def address(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- a view's signature
    """Lead from allauth's page of addresses to the account: there is one address."""
    return redirect("accounts:me")


# ---- everybody ----


@require_safe
@requires("accounts.change_user")
def users(request: StaffRequest) -> HttpResponse:
    """List who may log in, who was invited, and who may not any more."""
    return render(request, "accounts/users.html", {"people": people.everybody()})


@require_http_methods(["GET", "HEAD", "POST"])
@requires("accounts.change_user")
def user_invite(request: StaffRequest) -> HttpResponse:
    """Make an account and send the link to it."""
    form = InviteForm(request.POST or None, initial={"role": Role.PANEL_MEMBER})
    if request.method == "POST" and form.is_valid():
        try:
            user = people.invite(
                email=form.cleaned_data["email"],
                name=form.cleaned_data["name"],
                role=form.cleaned_data["role"],
                by=request.user,
                at=timezone.now(),
            )
        except people.AddressTakenError:
            form.add_error("email", _("Somebody with this address is here already."))
        else:
            _send_invitation(request, user)
            return redirect("accounts:users")
    return render(request, "accounts/invite.html", {"form": form})


@require_POST
@requires("accounts.change_user")
def user_resend(request: StaffRequest, pk: int) -> HttpResponse:
    """Send the invitation once more, with a fresh link."""
    user = get_object_or_404(people.invited_and_never_here(), pk=pk)
    _send_invitation(request, user)
    return redirect("accounts:users")


def _send_invitation(request: StaffRequest, user: User) -> None:
    try:
        invitations.send(user, by=request.user)
    except invitations.NotSentError:
        messages.error(
            request,
            _(
                "The account of %(name)s is made, but the mail server did not take the"
                " invitation. Send it again in a few minutes."
            )
            % {"name": user},
        )
    else:
        messages.success(
            request,
            _("Invitation sent to %(email)s. The link works for 72 hours.")
            % {"email": user.email},
        )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("accounts.change_user")
def user_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Change somebody's name or role."""
    user = get_object_or_404(User, pk=pk)
    form = PersonForm(request.POST or None, instance=user)
    if request.method == "POST" and form.is_valid():
        try:
            people.change(
                pk,
                name=form.cleaned_data["name"],
                role=form.cleaned_data["role"],
                by=request.user,
                at=timezone.now(),
            )
        except people.OwnAccountError:
            form.add_error(
                "role", _("Another administrator must take your rights from you.")
            )
        except people.LastAdministratorError:
            form.add_error("role", _LAST)
        else:
            messages.success(request, _("Saved"))
            return redirect("accounts:users")
    return render(
        request,
        "accounts/edit.html",
        {"form": form, "person": User.objects.get(pk=pk)},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("accounts.change_user")
def user_deactivate(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask first, then stop somebody from logging in and end their sessions."""
    user = get_object_or_404(User, pk=pk)
    if request.method == "POST":
        try:
            ended = people.deactivate(pk, by=request.user, at=timezone.now())
        except people.OwnAccountError:
            messages.error(request, _("You cannot stop your own account."))
        except people.LastAdministratorError:
            messages.error(request, _LAST)
        else:
            messages.success(
                request,
                ngettext(
                    "%(name)s cannot log in any more; %(n)d session ended.",
                    "%(name)s cannot log in any more; %(n)d sessions ended.",
                    ended,
                )
                % {"name": user, "n": ended},
            )
        return redirect("accounts:users")
    return render(
        request,
        "accounts/deactivate.html",
        {
            "person": user,
            "points": [
                _("Every session ends at once, on every device."),
                _("What this person wrote and decided stays, with the name."),
                _("You can let them log in again at any time."),
            ],
        },
    )


@require_POST
@requires("accounts.change_user")
def user_reactivate(request: StaffRequest, pk: int) -> HttpResponse:
    """Let somebody log in again."""
    user = get_object_or_404(User, pk=pk)
    people.reactivate(user.pk, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s can log in again.") % {"name": user})
    return redirect("accounts:users")


# ---- the organisation ----


@require_http_methods(["GET", "HEAD", "POST"])
@requires("accounts.change_organisation")
def organisation(request: StaffRequest) -> HttpResponse:
    """Show and save who hires here."""
    form = OrganisationForm(
        request.POST or None, request.FILES or None, instance=house.current()
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        house.update(
            by=request.user,
            at=timezone.now(),
            logo=values.pop("logo"),
            drop_logo=values.pop("drop_logo", False),
            **values,
        )
        messages.success(request, _("Saved"))
        return redirect("accounts:organisation")
    return render(
        request,
        "accounts/organisation.html",
        {
            "form": form,
            "new": not house.is_set_up(),
            "saved": house.current(),
            "snippet": _snippet(house.current()),
            "channels": _channels(),
        },
    )


def _snippet(current: Organisation) -> str:
    """Return the HTML that shows the open jobs on another site."""
    return format_html(
        '<iframe src="{}" title="{}" width="100%" height="800" loading="lazy"></iframe>',
        settings.SITE_URL + reverse("positions:embed"),
        _("Jobs at %(name)s") % {"name": current.name},
    )


def _channels() -> list[dict[str, str]]:
    """List the addresses at which machines read the open jobs."""
    names = [
        ("positions:feed", _("Atom feed"), _("for readers and libraries of feeds")),
        ("positions:indeed", _("XML feed"), _("for job boards such as Indeed")),
        ("positions:api_jobs", _("JSON"), _("for a page of your own")),
        ("positions:sitemap", _("Sitemap"), _("for search engines")),
    ]
    return [
        {"url": settings.SITE_URL + reverse(name), "name": title, "text": text}
        for name, title, text in names
    ]


@require_safe
@login_not_required
def logo(request: HttpRequest) -> FileResponse:  # noqa: ARG001 -- a view's signature
    """Give the organisation's logo, which we have drawn ourselves."""
    current = house.current()
    if not current.logo:
        raise Http404
    kind = str(current.logo.name).rsplit(".", 1)[-1].upper()
    try:
        file = current.logo.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(
        file,
        content_type=house.LOGO_TYPES[kind],
        headers={
            "Cache-Control": "public, max-age=300",
            "Content-Disposition": "inline",
        },
    )
