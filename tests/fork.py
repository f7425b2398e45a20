"""A fork in an hour: the project turned into "Espalda y cáncer", in another country, in other colours, less two pages.

Each step is what an editor does: the lines of site.yml, `make format`, then what `make check` names, then `make agree`.
"""

from __future__ import annotations

import re
import shutil
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from conftest import ROOT, run

ADDRESS = "https://espalda.github.io/guia/"
SITE = "content/site.yml"
# What the README's table lists: pattern in site.yml → what a group in Spain writes there.
SETTINGS = {
    r"^name: .*": "name: Espalda y cáncer",
    r"^description: .*": "description: Could my back pain be cancer? Words and numbers for people in Spain.",
    r"^version: .*": "version: 2.3.4",
    r"^repository: .*": "repository: https://github.com/espalda/guia",
    r"^language: en": f"address: {ADDRESS}\nlanguage: en\ncountry: es",
    r"^  light: \{bar: .*": '  light: {bar: "#5b2333", link: "#7a1f5c"}',
    r"^  dark: \{bar: .*": '  dark: {bar: "#3a1621", link: "#e7a6cf"}',
}
REMOVED = ("docs/walking.md", "content/cancers/haemangioma.yml")
# What editors do every week: pages read again, another made-up reader.
READ_AGAIN = "checked: 2026-11-29"
READER = """
W001: {who: 'A new reader, 50', what: Six weeks no better, audiences: [], signs: [weeks], tier: visit,
  soonest: visit, source: Our own careful choice}
"""
# What is not copied: what was made, and what belongs to the machine.
MADE = shutil.ignore_patterns(".git", ".venv", "build", "site", ".site*", "__pycache__", ".*_cache", ".hypothesis")
WORD = re.compile(r"\[\[(?:walking|haemangioma)(?:#[\w-]+)?(?:\|([^\]]*))?\]\]")


@dataclass
class Fork:
    """What a fork took."""

    folder: Path
    by_hand: set[str] = field(default_factory=set)  # files an editor wrote in, for the settings
    mentions: dict[str, int] = field(default_factory=dict)  # file → lines touched, for the pages that are gone
    by_command: set[str] = field(default_factory=set)  # files that make format and make agree wrote
    named: int = 0  # problems that make check named on the way
    seconds: float = 0


def texts(folder: Path) -> dict[str, str]:
    """Return the files of a project by their paths."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: path.read_text("utf-8", errors="replace")
        for name, path in found.items()
        if not re.search(r"(^|/)(\.venv|build|site|__pycache__|\.git)/", name)
    }


def fork(folder: Path) -> Fork:
    """Copy the project into `folder` and make it another group's own."""
    started, made = time.monotonic(), Fork(folder)
    shutil.copytree(ROOT, folder, ignore=MADE, symlinks=True)
    (folder / ".venv").symlink_to(Path(sys.executable).parent.parent)
    site = (folder / SITE).read_text("utf-8")
    for pattern, written in SETTINGS.items():
        site, count = re.subn(pattern, written, site, count=1, flags=re.MULTILINE)
        assert count, pattern
    (folder / SITE).write_text(site, "utf-8")
    made.by_hand.add(SITE)
    command(made, "settings")
    for name in REMOVED:
        (folder / name).unlink()
    for path in [*folder.glob("content/*/*.yml"), *folder.glob("docs/**/*.md")]:
        path.write_text(re.sub(r"(?m)^checked: .*$", READ_AGAIN, path.read_text("utf-8")), "utf-8")
    with (folder / "tests/cases.yml").open("a", encoding="utf-8") as cases:
        cases.write(READER)
    for _ in range(5):  # what is named once may show more
        problems = [line for line in check(folder) if "make agree" not in line]
        made.named += len(problems)
        if not problems:
            break
        mend(made, problems)
    assert not problems, "\n".join(problems)
    command(made, "agree", "--reason", "We do not keep these pages.", "--source", "our own careful choice")
    assert check(folder) == []
    made.seconds = time.monotonic() - started
    return made


def check(folder: Path) -> list[str]:
    """Return the problems that make check names."""
    done = run("python", "scripts/build.py", "check", cwd=folder)
    return [line for line in done.stdout.splitlines() if re.match(r"\S+:\d+:\d+: ", line)]


def command(made: Fork, *words: str) -> None:
    """Run a command that writes files, and remember which."""
    before = texts(made.folder)
    done = run("python", "scripts/build.py", *words, cwd=made.folder)
    assert done.returncode == 0, done.stdout
    made.by_command |= {name for name, text in texts(made.folder).items() if before.get(name) != text}


def mend(made: Fork, problems: list[str]) -> None:
    """Mend each line that was named, the last first, as an editor would who reads no more than the message."""
    places = {(name, int(line)): words for name, line, _, words in (one.split(":", 3) for one in problems)}
    for name, line in sorted(places, reverse=True):
        lines = (made.folder / name).read_text("utf-8").split("\n")
        at = line - 1
        if "nobody cites" in places[name, line]:
            first = max(n for n in range(at + 1) if re.match(r"\S", lines[n]))
            end = next((n for n in range(first + 1, len(lines)) if re.match(r"\S", lines[n])), len(lines))
            del lines[first:end]
        elif "the menu leads to" in places[name, line]:
            del lines[at]
        elif "no page" in places[name, line]:
            less = re.sub(r"\b(walking|haemangioma)\b(, )?(?=[^\]]*\]\s*$)", "", lines[at]).replace(", ]", "]")
            lines[at] = less if less != lines[at] else WORD.sub(lambda word: word[1] or "[[disagreements]]", lines[at])
        else:
            raise AssertionError(f"{name}:{line}:{places[name, line]}")
        made.mentions[name] = made.mentions.get(name, 0) + 1
        (made.folder / name).write_text("\n".join(lines), "utf-8")
