"""Real processes beside a test, on free ports, ended with it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

from tests.servers import CHECKOUT

PYTHON = sys.executable
MANAGE = [PYTHON, str(CHECKOUT / "manage.py")]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(holds, seconds=60.0):
    """Answer whether `holds()` came true in time."""
    until = time.monotonic() + seconds
    while not (answer := holds()) and time.monotonic() < until:
        time.sleep(0.1)
    return answer


def answers(url, host="localhost"):
    """Say whether a GET gives 200."""
    try:
        request = urllib.request.Request(url, headers={"Host": host})  # noqa: S310 -- http, our own
        with urllib.request.urlopen(request, timeout=5) as response:  # noqa: S310 -- as above
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


@contextmanager
def running(words, environment, log):
    """Run a program in its own group for as long as the block lasts."""
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 -- our own words
            words,
            cwd=CHECKOUT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(15)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()


def manage(*words, **environment):
    """Run a manage.py command in a bare shell's environment and return what it said."""
    kept = ("PATH", "HOME", "LANG", "TMPDIR")
    return subprocess.run(  # noqa: S603 -- our own words
        [*MANAGE, *words],
        cwd=CHECKOUT,
        env={name: os.environ[name] for name in kept if name in os.environ}
        | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
