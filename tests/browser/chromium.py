"""Which Chromium the browser tests drive, and how it is started.

`python -m tests.browser.chromium` prints its path, installing one if there is none; `make test` calls it first.
"""

import os
import shutil
import sys
from pathlib import Path

from tests.debian import install, ran

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

# No sandbox: CI runs as root, where Chromium's sandbox refuses to start. The pages are only our own.
# The rest keeps the browser from asking the network for anything by itself.
LAUNCH_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def playwrights_own() -> str | None:
    """The browser `playwright install chromium` put on this machine, if any."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        path = driver.chromium.executable_path
    return path if Path(path).exists() else None


def find_chromium() -> str | None:
    """Path of a Chromium: $CHROMIUM, one on the PATH, or Playwright's; None where there is none."""
    wanted = os.environ.get("CHROMIUM")
    if wanted:
        found = shutil.which(wanted)
        if not found:
            raise FileNotFoundError(f"CHROMIUM is '{wanted}', which is not a program on this machine")
        return found
    return next(filter(None, map(shutil.which, NAMES)), None) or playwrights_own()


def install_from_playwright() -> None:
    """Playwright's download, into the user's cache folder; refused on networks with package indexes only."""
    ran(sys.executable, "-m", "playwright", "install", "chromium")


def install_from_debian() -> None:
    """Debian's or Ubuntu's package, with the fonts it recommends."""
    install("chromium", recommended=True)


def ensure_chromium() -> str | None:
    """A Chromium, installed now if need be; None where neither way worked."""
    for way in (None, install_from_playwright, install_from_debian):
        if way:
            way()
        if path := find_chromium():
            return path
    return None


MISSING = """\
The browser tests need Chromium, and none could be found or installed.
Install it yourself, then run the tests again:
  Debian, Ubuntu   sudo apt-get install chromium
  macOS            brew install --cask chromium
  anywhere         .venv/bin/python -m playwright install --with-deps chromium
or point CHROMIUM at a Chromium or Chrome you have: CHROMIUM=/path/to/chrome make test"""


def main() -> None:
    """Print the path of Chromium, or say how to get one and fail."""
    path = ensure_chromium()
    if path is None:
        raise SystemExit(MISSING)
    print(f"Chromium: {path}")


if __name__ == "__main__":
    main()
