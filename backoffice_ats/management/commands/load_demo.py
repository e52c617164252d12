from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from backoffice_ats.demo import loading
from positions.models import Position
from screening.services import evaluation


class Command(BaseCommand):
    """Fill an installation with made-up positions and people, to look around in."""

    help = "Load the demo: three positions and 42 made-up applicants. Safe to repeat."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--positions-only",
            action="store_true",
            help="load logins and positions, but no applicants",
        )

    def handle(self, *, positions_only: bool, **options: Any) -> None:  # noqa: ANN401, ARG002 -- Django's signature
        at = timezone.now()
        users = loading.load_house(at=at)
        positions = loading.load_positions(users, at=at)
        self.stdout.write(f"{len(positions)} positions are there.")
        if positions_only:
            return
        total = sum(len(people) for people in loading.APPLICANTS.values())
        done = 0
        for position in positions:
            for _application in loading.load_applicants(
                position, by=users["hr@example.org"], at=at
            ):
                done += 1
                self.show(done, total)
            self.evaluate(position)

    def show(self, done: int, total: int) -> None:
        end = "\n" if done == total else ""
        self.stdout.write(f"\rApplicants: {done} of {total}", ending=end)
        self.stdout.flush()

    @staticmethod
    def evaluate(position: Position) -> None:
        """Do at once what a worker would do as soon as it runs."""
        evaluation.evaluate_position(position.pk, at=timezone.now())
