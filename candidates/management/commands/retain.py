"""Erase what has been kept long enough; the sweeper does the same once a day."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils import timezone

from candidates.services import retention


class Command(BaseCommand):
    help = "Erase what has been kept long enough; --dry-run only counts it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *, dry_run: bool, **_options: object) -> None:
        now = timezone.now()
        if dry_run:
            people = retention.due_people(now).count()
            drafts = retention.due_drafts(now).count()
            self.stdout.write(f"would erase {people} people and {drafts} drafts")
            return
        done = retention.run(at=now)
        self.stdout.write(f"erased {done.people} people and {done.drafts} drafts")
