"""A whole site in miniature: the smallest content that keeps every rule, to be broken one rule at a time."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from faults import today
from guide.content.files import leave_out
from guide.content.load import load
from guide.content.site import Site
from guide.content.source import Problem
from guide.outputs import safety_lock
from guide.rules.check import check
from guide.rules.safety import LOCK

TODAY = dt.date(2026, 11, 22)

# How our settings begin: in the small site they say what its own site.yml says.
HEAD = re.compile(r"^site_name: .*\nsite_description: .*\nsite_url: .*\n", re.MULTILINE)
ITS_HEAD = 'site_name: "Mini"\nsite_description: "A small site."\nsite_url: !ENV [SITE_URL, ""]\n'

# The files of tests/mini/, by their paths: the smallest content that keeps every rule.
ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "tests/mini"
FILES = {
    path.relative_to(HOME).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(HOME.rglob("*"))
    if path.is_file()
}
# What the code says is the same in both: it stands in the real site's own file.
STRINGS = "content/strings/en.yml"
FILES[STRINGS] = (ROOT / STRINGS).read_text(encoding="utf-8")


def write(root: Path, edits: dict[str, tuple[str, str] | str | None] | None = None) -> Path:
    """Write the small site into `root`. An edit is (old, new) in a file, its whole text, or None to leave it out.

    What it tells people to do is agreed to as edited, unless an edit is about the safety lock.
    """
    files: dict[str, str | None] = dict(FILES)
    for path, edit in (edits or {}).items():
        if isinstance(edit, tuple):
            assert edit[0] in FILES[path], f"{edit[0]!r} is not in {path}"
            files[path] = FILES[path].replace(*edit, 1)
        else:
            files[path] = edit
    for path, text in files.items():
        if text is not None:
            text = HEAD.sub(ITS_HEAD, text) if path == "mkdocs.yml" else text
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="")
    sheet = root / "docs/assets/print.css"
    if sheet.is_file():  # ours, which says the name of our site
        sheet.write_text(re.sub(r'--sheet-says: ".*"', '--sheet-says: "Mini"', sheet.read_text("utf-8")), "utf-8")
    if LOCK not in (edits or {}):
        site, _ = load(root)
        (root / LOCK).write_text(safety_lock.lock(site, TODAY, "As it was written.", safety_lock.OWN) if site else "")
    return root


# Gives the folder of what a build of the small site keeps for the next: `conftest.py` says how.
kept: Callable[[], Path] | None = None


def project(root: Path, edits: dict[str, tuple[str, str] | str | None] | None = None, built: bool = False) -> Path:
    """Write the small site into `root` with all that builds it: our scripts, style and settings. It takes a second.

    With what is kept of a build, as where somebody `built` it before, the next takes a third of the time: that is for
    tests which look at something else than what is kept.
    """
    if built and kept:
        shutil.copytree(kept(), root / "build/cache")
    for name in ("scripts", "docs/assets"):
        shutil.copytree(ROOT / name, root / name, ignore=leave_out)
    for name in ("mkdocs.yml", "zensical.yml"):
        settings = (ROOT / name).read_text("utf-8").partition("nav:")[0]
        (root / name).write_text(settings, "utf-8")
    lost = root / "scripts/theme/404.html"
    row = re.compile(r'<a href="tel:.*?</a> ')  # the real site's numbers
    assert row.search(lost.read_text("utf-8"))
    lost.write_text(row.sub("", lost.read_text("utf-8")), "utf-8")
    made = {"mkdocs.yml": (root / "mkdocs.yml").read_text("utf-8"), "scripts/theme/404.html": None}  # as they are
    return write(root, {**made, **(edits or {})})


def checked(root: Path) -> tuple[Site | None, list[Problem]]:
    """The site in `root` and every problem in it, as `checked_site` finds them, but by this process alone.

    It remembers what it has looked at for any site, so it is far quicker where many are tried, and writes nothing.
    """
    site, found = load(root)
    return site, sorted({*found, *(check(site, today()) if site else [])})


def problems(root: Path) -> list[str]:
    site, found = load(root)
    return [str(problem) for problem in sorted({*found, *(check(site, TODAY) if site else [])})]
