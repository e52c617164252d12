"""The administrator's page of word lists."""

from collections import Counter
from collections.abc import Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import render_page
from positions.enums import WORD_LISTS
from positions.forms.words import AddWordForm, SilenceForm, WordFilterForm
from positions.models import WordChange
from positions.services import words as service
from positions.services.words import ListedWord

PER_PAGE = 50


@require_safe
@requires("accounts.change_organisation")
def words(request: StaffRequest) -> HttpResponse:
    form = WordFilterForm(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    everything = service.listed()
    part = str(asked.get("q") or "").lower()
    found = [
        one
        for one in everything
        if (not asked.get("category") or one.category == asked["category"])
        and (not asked.get("changed") or one.change)
        and one.has(part)
    ]
    context = {
        "form": form,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "chips": _chips(request, everything, asked),
        "labels": dict(WORD_LISTS),
        "kept": {key: asked[key] for key in ("category", "changed") if asked.get(key)},
    }
    return render_page(
        request, "positions/words.html", context, fragment="positions/_words.html"
    )


def _chips(
    request: HttpRequest, everything: Sequence[ListedWord], asked: dict[str, object]
) -> list[dict[str, object]]:
    def address(**kept: str) -> str:
        query = request.GET.copy()
        for name in ("category", "changed", "page"):
            query.pop(name, None)
        for name, value in kept.items():
            query[name] = value
        return f"?{query.urlencode()}"

    counts = Counter(one.category for one in everything)
    changed = sum(one.change is not None for one in everything)
    chosen = asked.get("category") or ""
    return [
        {
            "text": _("All"),
            "url": address(),
            "count": len(everything),
            "current": not (chosen or asked.get("changed")),
        },
        {
            "text": _("Changed here"),
            "url": address(changed="on"),
            "count": changed,
            "current": bool(asked.get("changed")),
        },
        *(
            {
                "text": label,
                "url": address(category=key),
                "count": counts[key],
                "current": key == chosen,
            }
            for key, label in WORD_LISTS
        ),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@requires("accounts.change_organisation")
def word_add(request: StaffRequest) -> HttpResponse:
    form = AddWordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            change = service.add_word(
                **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except service.AlreadyListedError:
            form.add_error(
                "word", _("This list has the word, or a change of it, already.")
            )
        else:
            text = _("“%(word)s” is in the list from now on.")
            messages.success(request, text % {"word": change.word})
            return redirect("positions:words")
    status = 422 if form.is_bound else 200
    return render(request, "positions/word_add.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("accounts.change_organisation")
def word_silence(request: StaffRequest) -> HttpResponse:
    """Ask why a word of the files shall not be found any more, and stop finding it."""
    asked = request.GET if request.method != "POST" else request.POST
    try:
        word = service.find(asked.get("category", ""), asked.get("word", ""))
    except service.NotListedError as error:
        raise Http404 from error
    form = SilenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            service.silence_word(
                category=word.category,
                word=word.word,
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=timezone.now(),
            )
        except service.AlreadyListedError:
            messages.error(request, _("This word has been silenced already."))
        else:
            text = _("“%(word)s” is not pointed out any more.")
            messages.success(request, text % {"word": word.word})
        return redirect("positions:words")
    context = {"form": form, "word": word, "label": dict(WORD_LISTS)[word.category]}
    status = 422 if form.is_bound else 200
    return render(request, "positions/word_silence.html", context, status=status)


@require_POST
@requires("accounts.change_organisation")
def word_take_back(request: StaffRequest, pk: int) -> HttpResponse:
    change = get_object_or_404(WordChange, pk=pk)
    service.take_back(change, by=request.user)
    text = _("The change of “%(word)s” is taken back. The trail keeps it.")
    messages.success(request, text % {"word": change.word})
    return redirect("positions:words")
