"""Writing an organisation's own scenarios, up to the frozen key.

Written, then rated by people who know the work (`experts`), then frozen. A frozen form
is never changed; a situation can be retired from it, and a new version copies it.
"""

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import User
from positions.clarity import readability, wording
from screening.engine import keys
from screening.enums import FormState
from screening.instruments import AnswerFormat, Scoring
from screening.instruments import Scenario as Text
from screening.models import Form, Option, Scenario
from screening.services import sealing

MOST_WORDS = 90  # of a situation with any one of its replies
HARDEST = 8.0  # Flesch-Kincaid grade: reading is not what is tested
FEWEST_REPLIES, MOST_REPLIES = 3, 6
FEWEST_SCORED = 2  # replies of a situation, where people choose
FEWEST_SITUATIONS = {
    AnswerFormat.RATE: 6,
    AnswerFormat.BEST_WORST: 8,
    AnswerFormat.PICK: 8,
}
# An advert speaks to nobody known; in a situation there are people.
_OF_SOMEBODY = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
# Sides of the middle are robust, so fewer people will do.
RATERS = {Scoring.SAME_SIDE: 5}


class NotOpenError(Exception):
    """The form is with the experts or frozen: its words stand."""


class TooFewError(Exception):
    """There are too few situations to ask anybody about."""


class NotReadyError(Exception):
    """The key cannot be frozen; `why` says in words what is missing."""

    def __init__(self, why: list[str]) -> None:
        super().__init__("; ".join(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class Written:
    """A situation as somebody wrote it."""

    dimension: str
    stem: str
    replies: tuple[str, ...]


def create(title: str, answer_format: str, scoring: str) -> Form:
    key = f"{slugify(title)[:28] or 'form'}-{secrets.token_hex(2)}"
    form: Form = Form.objects.create(
        title=title, key=key, answer_format=answer_format, scoring=scoring
    )
    return form


@transaction.atomic
def describe(form: Form, title: str, answer_format: str, scoring: str) -> Form:
    """Change what a draft is called and how it is answered. Raises NotOpenError."""
    form = _open(form)
    form.title, form.answer_format, form.scoring = title, answer_format, scoring
    form.save()
    return form


@transaction.atomic
def add_scenario(form: Form, written: Written) -> Scenario:
    """Add a situation at the end. Raises NotOpenError."""
    form = _open(form)
    last = form.scenarios.aggregate(last=Max("order"))["last"] or 0
    scenario: Scenario = Scenario.objects.create(
        form=form, order=last + 1, dimension=written.dimension, stem=written.stem
    )
    _write_replies(scenario, written.replies)
    return scenario


@transaction.atomic
def change_scenario(scenario: Scenario, written: Written) -> Scenario:
    """Write a situation anew. Raises NotOpenError."""
    _open(scenario.form)
    scenario.dimension, scenario.stem = written.dimension, written.stem
    scenario.save()
    scenario.options.all().delete()
    _write_replies(scenario, written.replies)
    return scenario


@transaction.atomic
def remove_scenario(scenario: Scenario) -> None:
    """Take a situation out of a draft. Raises NotOpenError."""
    _open(scenario.form)
    scenario.delete()


@transaction.atomic
def move_scenario(scenario: Scenario, *, by: int) -> None:
    """Move a situation `by` places in a draft's list. Raises NotOpenError."""
    rows = list(_open(scenario.form).scenarios.all())
    place = next(n for n, one in enumerate(rows) if one.pk == scenario.pk)
    rows.insert(max(0, min(len(rows) - 1, place + by)), rows.pop(place))
    for order, one in enumerate(rows, start=1):
        one.order = order
    Scenario.objects.bulk_update(rows, ["order"])


@transaction.atomic
def give_to_experts(form: Form) -> Form:
    """Close the words, so that all experts rate the same. Raises NotOpenError.

    Raises TooFewError where there are too few situations for a form that can be scored.
    """
    form = _open(form)
    if form.scenarios.count() < FEWEST_SITUATIONS[AnswerFormat(form.answer_format)]:
        raise TooFewError
    form.state = FormState.RATING
    form.save(update_fields=["state", "updated_at"])
    return form


@transaction.atomic
def take_back(form: Form) -> Form:
    """Open the words again while nobody has rated any. Raises NotOpenError."""
    form = Form.objects.select_for_update().get(pk=form.pk)
    rated = form.experts.filter(rated__gt=0).exists()
    if form.state != FormState.RATING or rated:
        raise NotOpenError
    form.state = FormState.DRAFT
    form.save(update_fields=["state", "updated_at"])
    return form


@transaction.atomic
def freeze(
    form: Form,
    scored: Collection[int],
    *,
    by: User,
    at: dt.datetime,
    means: Mapping[int, float],
    panel: keys.Panel,
    reason: str = "",
) -> Form:
    """Seal the key: from now on the form can be used and is never changed.

    `scored` are the replies that count, `means` what the experts made of each. `reason`
    is why replies count that the experts did not agree about. Raises NotReadyError.
    """
    form = Form.objects.select_for_update().get(pk=form.pk)
    if form.state != FormState.RATING:
        raise NotOpenError
    if why := obstacles(form, panel, scored):
        raise NotReadyError(why)
    key = {str(option): round(means[option], 4) for option in sorted(scored)}
    faults = _faults(form, panel)
    for option in Option.objects.filter(scenario__form=form):
        option.dropped = "" if option.pk in scored else faults.get(option.pk, "AUTHOR")
        option.save(update_fields=["dropped"])
    form.sealed_key = sealing.seal(key)
    form.digest = _digest(form, key)
    form.panel = {
        "raters": panel.raters,
        "agreement": panel.agreement.value,
        "scored": len(key),
        "replies": len(panel.replies),
        "kept_in_spite": len(set(faults) & set(scored)),
        "reason": reason,
    }
    form.state, form.frozen_at, form.frozen_by = FormState.FROZEN, at, by
    form.save()
    return form


def obstacles(form: Form, panel: keys.Panel, scored: Collection[int]) -> list[str]:
    """Say in words what keeps the key from being frozen; empty when nothing does."""
    why = []
    needed = raters_for(form)
    if panel.raters < needed:
        why.append(
            _("%(needed)d experts have to rate; %(n)d have so far.")
            % {"needed": needed, "n": panel.raters}
        )
    elif not panel.is_reliable:
        why.append(
            _(
                "Taken together the experts agree too little: ICC(2,k) is %(icc)s, and"
                " %(least).2f is needed. Ask more of them, or rewrite what they see"
                " differently."
            )
            % {"icc": _figure(panel.agreement.value), "least": keys.RELIABLE}
        )
    if form.answer_format == AnswerFormat.RATE and len(scored) < keys.FEWEST_KEPT:
        why.append(
            _("At least %(least)d replies have to count; %(n)d do.")
            % {"least": keys.FEWEST_KEPT, "n": len(scored)}
        )
    if form.answer_format != AnswerFormat.RATE:
        lame = [
            number
            for number, one in enumerate(_scored_by_scenario(form, scored), start=1)
            if one < FEWEST_SCORED
        ]
        if lame:
            why.append(
                _(
                    "Two replies or more have to count in each situation; not so in %(n)s."
                )
                % {"n": ", ".join(map(str, lame))}
            )
    return why


def raters_for(form: Form) -> int:
    return RATERS.get(Scoring(form.scoring), keys.RATERS)


@transaction.atomic
def copy(form: Form) -> Form:
    """Begin the next version as a draft with the same words."""
    last = Form.objects.filter(key=form.key).aggregate(last=Max("version"))["last"]
    new: Form = Form.objects.create(
        title=form.title,
        key=form.key,
        version=last + 1,
        answer_format=form.answer_format,
        scoring=form.scoring,
    )
    for scenario in form.scenarios.filter(retired_at__isnull=True):
        replies = tuple(option.text for option in scenario.options.all())
        add_scenario(new, Written(scenario.dimension, scenario.stem, replies))
    return new


@transaction.atomic
def remove(form: Form) -> None:
    """Delete a form that was never frozen. Raises NotOpenError."""
    form = Form.objects.select_for_update().get(pk=form.pk)
    if form.state not in {FormState.DRAFT, FormState.RATING}:
        raise NotOpenError
    form.delete()


def retire(form: Form, *, at: dt.datetime) -> None:
    """Offer the form to no position any more; who has begun it can finish."""
    Form.objects.filter(pk=form.pk, state=FormState.FROZEN).update(
        state=FormState.RETIRED, retired_at=at
    )


def retire_scenario(scenario: Scenario, *, at: dt.datetime) -> None:
    """Show a situation to nobody any more; scores that stand keep it."""
    Scenario.objects.filter(pk=scenario.pk, retired_at__isnull=True).update(
        retired_at=at
    )


# ---- what to improve ----


def hints(written: Written) -> list[str]:
    """Say in words what makes a situation long, hard or unfair to read. Never stops."""
    said = []
    words = len(written.stem.split())
    longest = max((len(one.split()) for one in written.replies), default=0)
    if words + longest > MOST_WORDS:
        said.append(
            _("%(n)d words with the longest reply: %(most)d are enough.")
            % {"n": words + longest, "most": MOST_WORDS}
        )
    whole = "\n".join([written.stem, *written.replies])
    figures = readability.readability(whole)
    if figures and figures.grade > HARDEST:
        said.append(
            _(
                "It reads like school year %(grade).0f. Shorter sentences and everyday"
                " words bring it to %(hardest).0f: reading is not what is tested."
            )
            % {"grade": figures.grade, "hardest": HARDEST}
        )
    said += [
        found.message
        for found in wording.check_wording(whole)
        if found.words.casefold() not in _OF_SOMEBODY
    ]
    folded = [" ".join(one.casefold().split()) for one in written.replies]
    if len(set(folded)) < len(folded):
        said.append(_("Two replies say the same."))
    return said


def written_of(scenario: Scenario | Text) -> Written:
    """Return a situation as written, out of a row or of a form that comes with this."""
    if isinstance(scenario, Scenario):
        replies = tuple(option.text for option in scenario.options.all())
        return Written(scenario.dimension, scenario.stem, replies)
    replies = tuple(option.text for option in scenario.options)
    return Written(scenario.dimension.value, scenario.stem, replies)


# ---- the parts ----


def _open(form: Form) -> Form:
    locked: Form = Form.objects.select_for_update().get(pk=form.pk)
    if not locked.is_open:
        raise NotOpenError
    return locked


def _write_replies(scenario: Scenario, replies: Collection[str]) -> None:
    Option.objects.bulk_create(
        Option(scenario=scenario, order=order, text=text)
        for order, text in enumerate(replies, start=1)
    )


def _faults(form: Form, panel: keys.Panel) -> dict[int, str]:
    options = options_of(form)
    return {
        option.pk: rated.fault.value
        for option, rated in zip(options, panel.replies, strict=False)
        if rated and rated.fault and counts_against(form, rated.fault)
    }


def counts_against(form: Form, fault: keys.Fault) -> bool:
    """Say whether a fault speaks against a reply: who chooses needs the middle too."""
    return fault is keys.Fault.SPREAD or form.answer_format == AnswerFormat.RATE


def options_of(form: Form) -> list[Option]:
    """Return all replies in the form's order. One query."""
    return list(
        Option.objects.filter(scenario__form=form)
        .select_related("scenario")
        .order_by("scenario__order", "scenario__pk", "order", "pk")
    )


def _scored_by_scenario(form: Form, scored: Collection[int]) -> list[int]:
    found: dict[int, int] = {}
    for option in options_of(form):
        found.setdefault(option.scenario_id, 0)
        found[option.scenario_id] += option.pk in scored
    return list(found.values())


def _digest(form: Form, key: Mapping[str, float]) -> str:
    """Return what tells this form from any other: its words, ways and key."""
    content = [
        form.answer_format,
        form.scoring,
        [
            [one.pk, one.scenario.stem, one.text, key.get(str(one.pk))]
            for one in options_of(form)
        ],
    ]
    canonical = json.dumps(content, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _figure(value: float | None) -> str:
    return _("not computable") if value is None else f"{value:.2f}"
