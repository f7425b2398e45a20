"""The browsers for the tests: each one that is there, else Playwright's download, else the system's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright


class Kind(NamedTuple):
    """How a browser is found and had."""

    variable: str  # names the program to take, whatever else is there
    programs: tuple[str, ...]
    packages: tuple[str, ...]  # Debian's and Ubuntu's, the first that there is
    advice: str
    needs: tuple[str, ...] = ()  # other programs, without which it can't be driven


KINDS = {
    "chromium": Kind(
        "CHROMIUM_PATH",
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        ("chromium",),
        "run `playwright install chromium`, or install your system's chromium package, or set CHROMIUM_PATH to a "
        "Chromium or Chrome",
    ),
    "firefox": Kind(
        "FIREFOX_PATH",
        ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"),
        ("firefox-esr", "firefox"),
        "install Firefox, or set FIREFOX_PATH to one",
    ),
    "webkit": Kind(
        "WEBKIT_PATH",
        ("WebKitWebDriver",),
        ("webkit2gtk-driver",),
        "install the packages webkit2gtk-driver and xvfb (Linux only), or set WEBKIT_PATH to a WebKitWebDriver",
        ("Xvfb",),
    ),
}
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


def advice(kind: str) -> str:
    """Say in one sentence what is missing and how to get it."""
    return f"No {kind} for the tests: {KINDS[kind].advice}."


def find(kind: str = "chromium") -> str | None:
    """Return the path of a browser that is there, or None."""
    wanted = KINDS[kind]
    if not all(map(shutil.which, wanted.needs)):
        return None
    if named := os.environ.get(wanted.variable):
        return named if Path(named).exists() else None
    if kind == "chromium":
        with sync_playwright() as playwright:
            if Path(playwright.chromium.executable_path).exists():
                return playwright.chromium.executable_path
    return next(filter(None, map(shutil.which, wanted.programs)), None)


def headless(chromium: str) -> str:
    """Return the Chromium without windows, where the system has one and `chromium` is the system's; else `chromium`."""
    wanted = KINDS["chromium"]
    ours = wanted.variable in os.environ or chromium not in map(shutil.which, wanted.programs)
    return chromium if ours else shutil.which(SHELL) or chromium


def run(command: list[str]) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, timeout=900)


def may_install() -> bool:
    return bool(shutil.which("apt-get")) and os.geteuid() == 0


def fetch(kind: str) -> str | None:
    """Try to get a browser, by Playwright if we drive its build, then by apt when we may; return its path or None."""
    tries = [[sys.executable, "-m", "playwright", "install", "chromium"]] if kind == "chromium" else []
    if may_install():
        tries.append(["apt-get", "update", "-qq"])
        others = ["xvfb"] if "Xvfb" in KINDS[kind].needs else []
        tries += [["apt-get", "install", "-qq", "-y", package, *others] for package in KINDS[kind].packages]
    for command in tries:
        run(command)
        if path := find(kind):
            return path
    return None


if __name__ == "__main__":
    for name, one in KINDS.items():
        path = find(name)
        if path is None and one.variable not in os.environ:
            print(f"Getting {name} for the tests ...", flush=True)
            path = fetch(name)
        print(f"{name}: {path}" if path else advice(name))
    found = find("chromium")
    if found and headless(found) == found and found in map(shutil.which, KINDS["chromium"].programs) and may_install():
        print(f"Getting {SHELL} for quicker tests ...", flush=True)
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "-y", SHELL]):
            run(command)
