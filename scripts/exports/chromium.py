"""This machine → the Chromium that prints and tests, if it has one, and how it is started."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

VARIABLE = "CHROMIUM_PATH"  # names the program to take, whatever else is there
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADVICE = (
    "run `playwright install chromium`, or install your system's chromium package, or set CHROMIUM_PATH to a "
    "Chromium or Chrome"
)
# Chromium without any windows: a page of its own takes it half the time (0.8 to 1.1 s for 1.9 to 2.4 s, three runs).
SHELL = "chromium-headless-shell"
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--no-first-run",
]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    ARGUMENTS.append("--no-sandbox")  # Chromium's sandbox refuses to run as root, as in most containers


def find() -> str | None:
    """Return the path of the Chromium that is there: named, Playwright's download, or the system's; or None."""
    if named := os.environ.get(VARIABLE):
        return named if Path(named).exists() else None
    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).exists():
            return playwright.chromium.executable_path
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def headless(chromium: str) -> str:
    """Return the Chromium without windows, where the system has one and `chromium` is the system's; else `chromium`."""
    ours = VARIABLE in os.environ or chromium not in map(shutil.which, PROGRAMS)
    return chromium if ours else shutil.which(SHELL) or chromium
