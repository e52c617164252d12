#!/usr/bin/env python
"""Run a command of Backoffice ATS."""

import os
import sys


def main() -> None:
    """Run a command in a checkout: what the environment leaves open is in `.local/`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backoffice_ats.settings")
    os.environ.setdefault("ATS_LOCAL", "1")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- after the environment

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
