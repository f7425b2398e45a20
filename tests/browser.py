"""The browsers for the tests: each one that is there, else Playwright's download, else the system's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "scripts"))  # as a program, it stands alone

from exports import chromium


class Kind(NamedTuple):
    """How a browser is found and had."""

    variable: str  # names the program to take, whatever else is there
    programs: tuple[str, ...]
    packages: tuple[str, ...]  # Debian's and Ubuntu's, the first that there is
    advice: str
    needs: tuple[str, ...] = ()  # other programs, without which it can't be driven


KINDS = {
    "chromium": Kind(
        chromium.VARIABLE,
        chromium.PROGRAMS,
        ("chromium",),
        chromium.ADVICE,
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


ARGUMENTS, SHELL, headless = chromium.ARGUMENTS, chromium.SHELL, chromium.headless
# A process less, to which each page would send what it draws: that is a tenth of what a page takes. Not for a Chromium
# with windows: in one run of all, a page of such a one was no longer drawn.
LIGHTER = [*ARGUMENTS, "--in-process-gpu"]


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
        return chromium.find()
    return next(filter(None, map(shutil.which, wanted.programs)), None)


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
