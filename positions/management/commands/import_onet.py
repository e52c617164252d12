"""Take the occupations of a release of O*NET, for positions to start from."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from backoffice_ats.shared.progress import Bar
from positions.onet.archive import OnetFileError
from positions.onet.release import Release, read_release
from positions.services import releases
from positions.services.releases import Changes


class Command(BaseCommand):
    help = (
        "Import the occupations of the O*NET database from its text download"
        " (db_27_0_text.zip). Twice changes nothing; a newer release replaces an older."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the zip as it was downloaded")

    def handle(self, *, file: Path, **_options: object) -> None:
        try:
            release = read_release(file)
        except OnetFileError as error:
            raise CommandError(f"{error.sentence} Nothing was changed.") from error
        bar = Bar(self.stderr, releases.row_count(release), "rows")
        changes = releases.store_release(
            release, progress=lambda more: bar.at(min(bar.done + more, bar.total))
        )
        self.stdout.write(_told(release, changes))


def _told(release: Release, changes: Changes) -> str:
    name = f"O*NET {release.number}" if release.number else "O*NET"
    holds = (
        f"{name}: {len(release.occupations)} occupations, {len(release.titles)} titles,"
        f" {len(release.tasks)} tasks, {len(release.technologies)} software examples."
    )
    if not changes:
        return f"{holds} All of it was there already: nothing changed."
    return (
        f"{holds} {changes.added} rows added, {changes.changed} changed,"
        f" {changes.removed} removed."
    )
