"""How the web server of one machine is started."""

import sys


def command(*options: str) -> tuple[str, ...]:
    """Return its command line; the last option is the application it serves."""
    return (
        *(sys.executable, "-m", "waitress", "--threads=16", "--ident="),
        # No slow or silent upload holds a thread: waitress reads it whole first.
        *("--channel-timeout=120", "--max-request-body-size=94371840"),
        *options,
    )
