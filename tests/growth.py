"""The project, or the small site → a copy with many made-up pages, to measure how a build grows with them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import mini
from guide.content.files import leave_out
from guide.content.load import load
from guide.outputs import safety_lock
from guide.rules.safety import LOCK


def numbered(n: int) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]}Is it {n}-{found.start()}?"


def made_up(text: str, kind: str, n: int) -> str:
    """Return a page as another of its kind: with a title, a name, a brief, a summary and questions of its own."""
    text = text.replace("title: ", f"title: Made-up {kind} {n}, as ", 1)
    for field in ("name", "brief", "summary"):  # no two pages share one
        text = re.sub(rf"\n{field}: (?:[>|]-?\n +)?", rf"\g<0>C{n}-", text, count=1)
    return re.sub(r"(?m)^(      - ).*$", numbered(n), text)  # each asks its own


def grow_small(number: int, folder: Path) -> None:
    """Write the small site into `folder`, as a project, with `number` more tests."""
    text = re.sub(r"next_check: .*\n", "", mini.FILES["content/tests/mri.yml"])  # each gets a day of its own
    mini.project(folder, {f"content/tests/made-up-{n}.yml": made_up(text, "test", n) for n in range(1, number + 1)})


def grow(root: Path, number: int, folder: Path) -> None:
    """Copy what a build needs from `root` into `folder`, with `number` more cancers, made up: to measure, not to read.

    Each has the words, links and sources of a real one, in turn.
    """
    for name in ("content", "docs", "scripts"):
        shutil.copytree(root / name, folder / name, ignore=leave_out, dirs_exist_ok=True)
    for name in ("mkdocs.yml", "zensical.yml", "CHANGELOG.md"):
        shutil.copy(root / name, folder / name)
    models = [path.read_text(encoding="utf-8") for path in sorted((root / "content/cancers").glob("*.yml"))]
    for n in range(1, number + 1):
        text = made_up(models[n % len(models)], "cancer", n)
        (folder / f"content/cancers/made-up-{n}.yml").write_text(text, encoding="utf-8", newline="\n")
    (folder / LOCK).unlink()  # or its log would name what each made-up page says once more
    site, _ = load(folder)
    assert site
    lock = safety_lock.lock(site, max(page.checked for page in site.pages.values()), "Made up.", safety_lock.OWN)
    others = site.references.keys() - site.watch.follow.keys() - site.watch.not_followed.keys()
    with (folder / "content/watch.yml").open("a", encoding="utf-8") as watch:  # made-up pages cite much often
        watch.writelines(f"  {name}: Made-up pages cite it.\n" for name in sorted(others))
    (folder / LOCK).write_text(lock, encoding="utf-8", newline="\n")  # what made-up pages tell people is agreed to
