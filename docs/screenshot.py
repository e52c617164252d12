# ruff: noqa: INP001 -- a script, not a package
"""Take the README's picture: the ranked shortlist of a running installation.

    python docs/screenshot.py [ADDRESS]

Needs Debian's chromium, the tools of `make test`, and an installation with the demo
data, as `make run` starts it (default address: http://localhost:8000).
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

LOGIN, PASSWORD = "hr@example.org", "paper-and-ink-2026"
PICTURE = Path(__file__).with_name("images") / "ranking.png"
WIDTH, HEIGHT = 1280, 900


def main(address: str) -> None:
    """Log in as the demo's HR manager and photograph the accountants."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is missing: apt-get install chromium, then try again.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light"
        )
        page.goto(f"{address}/account/login/")
        page.locator("input[name=login]").fill(LOGIN)
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("main button[type=submit]").first.click()
        page.goto(f"{address}/positions/accountant/ranking/")
        page.evaluate("document.fonts.ready")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE)
        browser.close()
    sys.stdout.write(f"{PICTURE} ({PICTURE.stat().st_size // 1024} kB)\n")


if __name__ == "__main__":
    main(*sys.argv[1:] or ["http://localhost:8000"])
