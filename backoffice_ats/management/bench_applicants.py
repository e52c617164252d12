"""Applicants who fill the public form, several at once: run as a process of its own.

It knows nothing of the product but its addresses and fields, and uses the standard
library alone. Reads what to do as JSON on standard input, answers JSON with a list of
[what, seconds, queries] for each request, and the seconds that it all took.
"""

import http.client
import json
import os
import re
import secrets
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="(\w+)"')
BOUNDARY = "bench-boundary"
FORM = "application/x-www-form-urlencoded"
OK, SENT_ON = 200, 302


@dataclass
class Told:
    """One request as it was answered."""

    what: str
    seconds: float
    queries: int


@dataclass
class Applicant:
    """A browser: its cookies, its address, and a connection that stays open."""

    line: http.client.HTTPConnection
    told: list[Told]
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    follows: bool = True  # opens the page that an answer leads to, as a browser does
    place: str = field(
        default_factory=lambda: ".".join(str(b) for b in (10, *os.urandom(3)))
    )

    def ask(self, what: str, method: str, path: str, body: bytes, kind: str) -> bytes:
        """Send one request, and open the page it leads to."""
        headers = {
            "Host": f"localhost:{self.line.port}",
            "X-Forwarded-For": self.place,
            "Cookie": "; ".join(f"{name}={one}" for name, one in self.cookies.items()),
        }
        if body:
            headers["Content-Type"] = kind
        began = time.perf_counter()
        self.line.request(method, path, body or None, headers)
        response = self.line.getresponse()
        page = response.read()
        seconds = time.perf_counter() - began
        if response.status not in {OK, 204, SENT_ON}:
            raise RuntimeError(f"{method} {path} answered {response.status}")
        queries = int(response.headers.get("X-Bench-Queries", 0))
        self.told.append(Told(what, seconds, queries))
        for cookie in response.headers.get_all("Set-Cookie") or ():
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        if found := TOKEN.search(page):
            self.token = found[1].decode()
        if response.status == SENT_ON and self.follows and method == "POST":
            return self.ask("page", "GET", response.headers["Location"], b"", "")
        return page

    def get(self, path: str) -> None:
        self.ask("page", "GET", path, b"", "")

    def post(self, what: str, path: str, fields: dict[str, str]) -> None:
        body = urlencode({"csrfmiddlewaretoken": self.token, **fields}).encode()
        self.ask(what, "POST", path, body, FORM)

    def send_file(self, path: str, size: int, what: str = "cv") -> None:
        """Send a CV of `size` bytes that nobody sent before."""
        data = b"%PDF-1.4\n" + secrets.token_bytes(size - 16) + b"\n%%EOF\n"
        parts = [
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}'
            for name, value in {"csrfmiddlewaretoken": self.token, "pasted": ""}.items()
        ]
        head = "\r\n".join(
            [
                *parts,
                f"--{BOUNDARY}",
                'Content-Disposition: form-data; name="cv"; filename="cv.pdf"',
                "Content-Type: application/pdf\r\n\r\n",
            ]
        )
        body = head.encode() + data + f"\r\n--{BOUNDARY}--\r\n".encode()
        self.ask(what, "POST", path, body, f"multipart/form-data; boundary={BOUNDARY}")


def main() -> None:
    """Let the applicants do what was asked, at the same moment, and tell how it went."""
    wanted = json.load(sys.stdin)
    works = {
        "insert": inserting,
        "receive": receiving,
        "cv": sending_cvs,
        "whole": applying,
    }
    told: list[Told] = []
    crowd = [works[wanted["work"]](wanted, told) for _ in range(wanted["applicants"])]
    failed: list[str] = []

    def go(work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 -- the other applicants go on; it is told
            failed.append(f"{type(error).__name__}: {error}")

    threads = [threading.Thread(target=go, args=[work]) for work in crowd]
    told.clear()  # what came before was preparation
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - began
    json.dump(
        {
            "seconds": seconds,
            "failed": failed,
            "told": [[one.what, one.seconds, one.queries] for one in told],
        },
        sys.stdout,
    )


def inserting(wanted: dict[str, Any], told: list[Told]) -> Callable[[], None]:
    one = Applicant(line_to(wanted), told)

    def work() -> None:
        for _ in range(wanted["times"]):
            one.ask("insert", "POST", wanted["insert"], b"said=yes", FORM)

    return work


def receiving(wanted: dict[str, Any], told: list[Told]) -> Callable[[], None]:
    one = Applicant(line_to(wanted), told)

    def work() -> None:
        for _ in range(wanted["times"]):
            one.send_file(wanted["insert"], wanted["size"], "receive")

    return work


def sending_cvs(wanted: dict[str, Any], told: list[Told]) -> Callable[[], None]:
    """Begin a draft for each CV first; only that the CV is taken is timed."""
    line = line_to(wanted)
    drafts = [begun(wanted, told, line) for _ in range(wanted["times"])]
    for one in drafts:
        one.follows = False

    def work() -> None:
        for one in drafts:
            one.send_file(wanted["apply"] + "cv/", wanted["size"])

    return work


def applying(wanted: dict[str, Any], told: list[Told]) -> Callable[[], None]:
    line = line_to(wanted)

    def work() -> None:
        for _ in range(wanted["times"]):
            one = begun(wanted, told, line)
            one.send_file(wanted["apply"] + "cv/", wanted["size"])
            for step, fields in wanted["steps"]:
                unique = {"email": f"{secrets.token_hex(8)}@mail.example"}
                mine = {name: unique.get(name, value) for name, value in fields.items()}
                one.post("answer", f"{wanted['apply']}{step}/", mine)
            one.post("submit", wanted["apply"] + "check/", {})

    return work


def line_to(wanted: dict[str, Any]) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", wanted["port"], timeout=60)


def begun(
    wanted: dict[str, Any], told: list[Told], line: http.client.HTTPConnection
) -> Applicant:
    """Open the first page of the form and start."""
    one = Applicant(line, told)
    one.get(wanted["apply"])
    one.post("start", wanted["apply"], {})
    return one


if __name__ == "__main__":
    main()
