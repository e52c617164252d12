#!/usr/bin/env python
"""Run a command of Backoffice ATS."""

import os
import sys

# These change tables or their contents as a whole; all others use the application's
# login, as web and workers do.
OWNER_COMMANDS = frozenset(
    {
        "createcachetable",
        "flush",
        "loaddata",
        "makemigrations",
        "migrate",
        "pgtrigger",
        "sqlflush",
        "sqlmigrate",
    }
)


def main() -> None:
    """Run a command in a checkout: what the environment leaves open is in `.local/`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backoffice_ats.settings")
    os.environ.setdefault("ATS_LOCAL", "1")
    if OWNER_COMMANDS.intersection(sys.argv[1:2]):
        os.environ.setdefault("ATS_DATABASE_ROLE", "owner")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- after the environment
    from django.db import OperationalError  # noqa: PLC0415 -- after the environment

    try:
        execute_from_command_line(sys.argv)
    except OperationalError as error:
        if why := unreachable_database():
            sys.exit(f"{why} ({str(error).strip().splitlines()[0]})")
        raise


def unreachable_database() -> str:
    """Say in one line what to do about a database that does not answer."""
    from django.db import OperationalError, connection  # noqa: PLC0415 -- after the environment

    try:
        connection.close()
        connection.ensure_connection()
    except OperationalError:
        if os.environ.get("DATABASE_URL"):
            return "The database that DATABASE_URL names does not answer."
        return (
            "The embedded database is not running:"
            " start it with `python manage.py services up` or `make run`."
        )
    return ""


if __name__ == "__main__":
    main()
