import platform
import time
from collections.abc import Callable
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand
from django.db import OperationalError, connection

from backoffice_ats.demo.loading import APPLICANTS
from backoffice_ats.demo.positions import POSITIONS
from backoffice_ats.management import (
    bench_apply,
    bench_careers,
    bench_positions,
    bench_search,
)
from positions.clarity.lexicon import Lexicon
from positions.clarity.statement import check_duty
from positions.clarity.values import DutyInput
from positions.clarity.whole import check_position
from positions.clarity.wording import check_wording
from positions.criteria import CriterionKind
from screening.engine import ENGINE_VERSION
from screening.engine.matching import Passage, duty_terms, extract, match
from screening.engine.ranking import Contender, rank
from screening.engine.scoring import composite
from screening.engine.values import Criterion, Verdict, VerdictCode

CROWD = 100_000
CRITERIA = 8
REPEATS = 5
EVEN = 10_000 // CRITERIA


class Command(BaseCommand):
    """How long judging takes here, in memory; the lists with a database, if one is up."""

    help = "Measure clarity, evaluation, ranking and lists on this machine."
    requires_system_checks = []

    def handle(self, **options: Any) -> None:  # noqa: ANN401, ARG002 -- Django's signature
        python = platform.python_version()
        self.stdout.write(
            f"Engine {ENGINE_VERSION}, Python {python}, best of {REPEATS}:"
        )
        self.matching()
        self.combining()
        self.ranking()
        self.clarity()
        self.lists()

    def lists(self) -> None:
        """Measure the pages that list positions, where a database is at hand."""
        try:
            connection.ensure_connection()
        except OperationalError:
            self.stdout.write(
                "The lists were not measured: no database. `make bench` brings one."
            )
            return
        bench_positions.measure(self.stdout.write)
        bench_careers.careers(self.stdout.write)
        bench_search.people(self.stdout.write)
        bench_apply.applying(self.stdout.write)

    def report(self, what: str, work: Callable[[], object], times: int = 1) -> None:
        """Print the time of `work`, which does the same thing `times` times."""
        best = float("inf")
        for _ in range(REPEATS):
            began = time.perf_counter()
            work()
            best = min(best, time.perf_counter() - began)
        self.stdout.write(f"  {what:<58} {best / times * 1000:9.3f} ms")

    def matching(self) -> None:
        """Read and match the work histories of the demo's applicants."""
        texts = [
            [
                Passage("\n".join((job.title, *job.text)), n)
                for n, job in enumerate(one.jobs)
            ]
            for people in APPLICANTS.values()
            for one in people
        ]
        duties = [duty_terms(duty.statement) for duty in POSITIONS[0].duties]
        found = [extract(passages) for passages in texts]
        self.report(
            "words and sentences of one work history",
            lambda: [extract(passages) for passages in texts],
            len(texts),
        )
        self.report(
            f"one work history against {len(duties)} duties",
            lambda: [match(one, duties) for one in found],
            len(found),
        )

    def combining(self) -> None:
        """Weigh every score of a hundred thousand applications anew."""
        plan = [
            Criterion(f"criterion-{n}", CriterionKind.DUTY, EVEN)
            for n in range(CRITERIA)
        ]
        random = np.random.default_rng(1)
        low = random.integers(0, 5_000, (CROWD, CRITERIA))
        high = low + random.integers(0, 5_000, (CROWD, CRITERIA))
        verdicts = np.full((CROWD, CRITERIA), VerdictCode.MET, dtype=np.int8)
        self.report(
            f"{CROWD:,} applications x {CRITERIA} criteria combined",
            lambda: composite(plan, low, high, verdicts),
        )

    def ranking(self) -> None:
        scores = np.random.default_rng(2).integers(0, 10_001, CROWD).tolist()
        crowd = [
            Contender(str(number), score, Verdict.MET)
            for number, score in enumerate(scores)
        ]
        self.report(
            f"{CROWD:,} applications put in order", lambda: rank(crowd, b"bench")
        )

    def clarity(self) -> None:
        """Check duties as while typing; the floor cuts the same text into words."""
        statements = [duty.statement for one in POSITIONS for duty in one.duties]
        ten = [DutyInput(text, 10, essential=True) for text in statements[:10]]
        known = frozenset(Lexicon.load().verbs)
        times = len(statements)
        self.report(
            "floor: one duty cut into words and looked up",
            lambda: [
                [word in known for word in text.lower().split()] for text in statements
            ],
            times,
        )
        self.report(
            "one duty checked (D1 to D7)",
            lambda: [check_duty(text) for text in statements],
            times,
        )
        self.report(
            "one duty searched for words that put people off",
            lambda: [check_wording(text) for text in statements],
            times,
        )
        self.report(f"a position of {len(ten)} duties", lambda: check_position(ten))
