"""Staff see which letters wait, and write what letters say."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.accounts.services import organisation
from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.languages import languages
from candidates.forms.together import LetterTextForm, OwnTextForm, ReasonsForm
from candidates.models import Letter, LetterText
from candidates.services import identity, wording
from candidates.services import letters as post

PAGE = 25
SHOWS: dict[str, tuple[Any, Q]] = {
    "": (gettext_lazy("To leave"), Q(sent_at__isnull=True, attempts=0)),
    "delayed": (gettext_lazy("Delayed"), Q(sent_at__isnull=True, attempts__gt=0)),
    "sent": (gettext_lazy("Sent"), Q(sent_at__isnull=False)),
}


@require_safe
@requires("candidates.decide_application")
def outbox(request: StaffRequest) -> HttpResponse:
    """List letters: those that will leave, those the mail server did not take, sent."""
    show = request.GET.get("show", "")
    show = show if show in SHOWS else ""
    mine = Letter.objects.visible_to(request.user).exclude(
        application__candidate__isnull=True
    )
    order = "-sent_at" if show == "sent" else "next_try_at"
    page = Paginator(
        mine.filter(SHOWS[show][1])
        .select_related("application__candidate", "application__position", "by")
        .defer("application__answers")
        .order_by(order, "pk"),
        PAGE,
    ).get_page(request.GET.get("page"))
    return render(
        request,
        "candidates/letters.html",
        {
            "page": page,
            "show": show,
            "chips": [
                {
                    "text": label,
                    "count": None if key == "sent" else mine.filter(wanted).count(),
                    "current": key == show,
                    "url": f"?show={key}" if key else "?",
                }
                for key, (label, wanted) in SHOWS.items()
            ],
            "rows": [
                (letter, identity.shown_to(letter.application, request.user).label)
                for letter in page
            ],
            "now": timezone.now(),
        },
    )


@require_safe
@requires("candidates.decide_application")
def letter(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one letter as it was, or will be, read."""
    found = _letter(request, pk)
    return render(
        request,
        "candidates/letter.html",
        {
            "letter": found,
            "who": identity.shown_to(found.application, request.user).label,
            "text": post.readable(wording.Text(found.subject, found.body)),
            "can_cancel": found.sent_at is None
            and found.attempts == 0
            and found.next_try_at > timezone.now(),
        },
    )


@require_POST
@requires("candidates.decide_application")
def letter_cancel(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a letter back before it leaves."""
    found = _letter(request, pk)
    try:
        post.cancel(found, at=timezone.now())
    except post.LeftError:
        messages.error(request, _("This letter has left; it cannot be taken back."))
        return redirect("candidates:letter", pk)
    messages.success(request, _("The letter is taken back. Nobody was written to."))
    return redirect("candidates:letters")


@require_POST
@requires("candidates.decide_application")
def letter_hasten(request: StaffRequest, pk: int) -> HttpResponse:
    """Send a letter now, whatever the hour."""
    found = _letter(request, pk)
    try:
        post.hasten(found, at=timezone.now())
    except post.LeftError:
        messages.error(request, _("This letter has left already."))
    else:
        messages.success(request, _("The letter leaves now."))
    return redirect("candidates:letter", pk)


def _letter(request: StaffRequest, pk: int) -> Letter:
    found: Letter = get_object_or_404(
        Letter.objects.visible_to(request.user)
        .exclude(application__candidate__isnull=True)
        .select_related("application__candidate", "application__position", "by"),
        pk=pk,
    )
    return found


# ---- what letters say ----


@require_safe
@requires("candidates.edit_letters")
def texts(request: StaffRequest) -> HttpResponse:
    """List the letters that leave by themselves, and the texts for messages."""
    language = _language(request)
    own = set(
        LetterText.objects.filter(language=language)
        .exclude(name="")
        .values_list("name", flat=True)
    )
    return render(
        request,
        "candidates/letter_texts.html",
        {
            "language": language,
            "languages": languages(),
            "built_in": [
                (name, label, name in own) for name, label in wording.BUILT_IN.items()
            ],
            "own": LetterText.objects.filter(name="", language=language).order_by(
                "title"
            ),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.edit_letters")
def text_edit(request: StaffRequest, name: str) -> HttpResponse:
    """Say one of the system's letters in the organisation's own words."""
    if name not in wording.BUILT_IN:
        raise Http404
    language = _language(request)
    now = wording.text_of(name, language)
    if request.method == "POST" and "built_in" in request.POST:
        wording.take_back(name, language)
        messages.success(request, _("The letter says again what it said at first."))
        return _to_texts(language)
    form = LetterTextForm(
        request.POST if request.method == "POST" else None,
        allowed=wording.words_of(name),
        needed=wording.needed_in(name),
        initial={"subject": now.subject, "body": now.body},
    )
    if form.is_bound and form.is_valid():
        wording.keep(name, language, form.text())
        messages.success(request, _("The letter says this from now on."))
        return _to_texts(language)
    return _show_text(
        request,
        form,
        title=wording.BUILT_IN[name],
        language=language,
        is_own=LetterText.objects.filter(name=name, language=language).exists(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.edit_letters")
def reasons(request: StaffRequest) -> HttpResponse:
    """Say the reasons of decisions as letters in one language say them."""
    language = _language(request)
    form = ReasonsForm(
        request.POST if request.method == "POST" else None,
        initial=wording.reasons_in(language),
    )
    if form.is_bound and form.is_valid():
        wording.keep_reasons(language, form.cleaned_data)
        messages.success(request, _("Letters say these reasons from now on."))
        return _to_texts(language)
    return render(
        request,
        "candidates/letter_reasons.html",
        {
            "form": form,
            "language": language,
            "language_name": dict(languages()).get(language, language),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.edit_letters")
def own_text_add(request: StaffRequest) -> HttpResponse:
    return _edit_own(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.edit_letters")
def own_text_edit(request: StaffRequest, pk: int) -> HttpResponse:
    return _edit_own(request, _own(pk))


@require_POST
@requires("candidates.edit_letters")
def own_text_delete(request: StaffRequest, pk: int) -> HttpResponse:
    """Forget a text for messages; letters that were written with it stay."""
    found = _own(pk)
    found.delete()
    messages.success(request, _("The text is deleted."))
    return _to_texts(found.language)


def _edit_own(request: StaffRequest, found: LetterText | None) -> HttpResponse:
    form = OwnTextForm(
        request.POST if request.method == "POST" else None,
        allowed=wording.IN_MESSAGES,
        initial={
            "title": found.title,
            "language": found.language,
            "subject": found.subject,
            "body": found.body,
        }
        if found
        else {"language": _language(request)},
    )
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            wording.keep_own(
                given["title"], given["language"], form.text(), instead_of=found
            )
        except wording.TitleTakenError:
            form.add_error("title", _("Another text has this title. Choose one."))
        else:
            messages.success(request, _("The text is kept."))
            return _to_texts(given["language"])
    return _show_text(
        request,
        form,
        title=found.title if found else _("A new text"),
        language=found.language if found else _language(request),
        found=found,
    )


def _show_text(
    request: StaffRequest,
    form: LetterTextForm,
    *,
    title: object,
    language: str,
    **context: Any,  # noqa: ANN401 -- a template's context
) -> HttpResponse:
    return render(
        request,
        "candidates/letter_text.html",
        {
            "form": form,
            "title": title,
            "language": language,
            "language_name": dict(languages()).get(language, language),
            "words": [
                (word, label)
                for word, label in wording.WORDS.items()
                if word in form.allowed
            ],
            "needed": sorted(form.needed),
        }
        | context,
    )


def _own(pk: int) -> LetterText:
    found: LetterText = get_object_or_404(LetterText, pk=pk, name="")
    return found


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("language", "")
    known = dict(languages())
    return asked if asked in known else organisation.current().letters_language


def _to_texts(language: str) -> HttpResponse:
    response = redirect("candidates:letter_texts")
    response["Location"] += f"?language={language}"
    return response
