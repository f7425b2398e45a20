"""A Chromium for the tests: one that is there, else Playwright's download, else the system's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

HELP = (
    "No browser for the tests: run `playwright install chromium`, or install your system's chromium package, "
    "or set CHROMIUM_PATH to a Chromium or Chrome."
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--no-first-run",
]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    ARGUMENTS.append("--no-sandbox")  # Chromium's sandbox refuses to run as root, as in most containers


def find() -> str | None:
    """Return the path of a browser that is there, or None."""
    if named := os.environ.get("CHROMIUM_PATH"):
        return named if Path(named).exists() else None
    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).exists():
            return playwright.chromium.executable_path
    return next(filter(None, map(shutil.which, NAMES)), None)


def fetch() -> str | None:
    """Try to get a browser, first by Playwright, then by apt when we may; return its path or None."""
    tries = [[[sys.executable, "-m", "playwright", "install", "chromium"]]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        tries.append([["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "-y", "chromium"]])
    for commands in tries:
        for command in commands:
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=900)
        if path := find():
            return path
    return None


if __name__ == "__main__":
    path = find()
    if path is None and "CHROMIUM_PATH" not in os.environ:
        print("Getting a browser for the tests ...", flush=True)
        path = fetch()
    print(f"Browser: {path}" if path else HELP)
