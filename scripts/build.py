"""Commands on the content: check · schema · pages DIR · grow N DIR. `mkdocs build` needs none of them."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import shutil
import sys
from pathlib import Path

from console import may_be_closed, show_all_letters
from guide.check import check
from guide.dates import due
from guide.files import leave_out
from guide.load import load
from guide.model import Site
from guide.render import render
from guide.schema import schema
from guide.text import Problem

ROOT = Path(__file__).resolve().parent.parent
MARKDOWN = shutil.ignore_patterns("*.md")


def checked_site(root: Path) -> tuple[Site | None, list[Problem]]:
    """Return the site in the project folder `root` and every problem in it, sorted by place."""
    site, problems = load(root)
    return site, sorted({*problems, *(check(site, today()) if site else [])})


def today() -> dt.date:
    """Return the day rules compare with: SOURCE_DATE_EPOCH's, if it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch else dt.date.today()


def stage(root: Path, folder: Path) -> int:
    """Write the rendered pages and the other files of docs/ into `folder`; return the number of pages.

    This is how an engine that runs no hooks gets the same tree.
    """
    site, problems = checked_site(root)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root / "docs", folder, ignore=lambda *it: {*MARKDOWN(*it), *leave_out(*it)})
    pages = render(site)
    for path, markdown in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(markdown, encoding="utf-8", newline="\n")
    return len(pages)


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
        text = models[n % len(models)].replace("\ntitle: ", f"\ntitle: Made-up cancer {n}, as ", 1)
        (folder / f"content/cancers/made-up-{n}.yml").write_text(text, encoding="utf-8", newline="\n")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checks = commands.add_parser("check", help="name everything in the content that must be mended")
    checks.add_argument("--overdue", action="store_true", help="name what must be read again instead, now or soon")
    commands.add_parser("schema", help="write content/schema.json, which editors use")
    commands.add_parser("pages", help="write the rendered pages into a folder").add_argument("folder", type=Path)
    grown = commands.add_parser("grow", help="copy the project with many made-up cancers, to measure how it grows")
    grown.add_argument("number", type=int)
    grown.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "grow":
        grow(ROOT, options.number, options.folder)
        return 0
    if options.command == "pages":
        print(f"{stage(ROOT, options.folder)} pages written to {options.folder}")
        return 0
    site, problems = checked_site(ROOT)
    if options.command == "check" and options.overdue and site:
        listed = due(site, today())
        print("\n".join(map(str, listed)) if listed else f"{len(site.pages)} pages, none to be read again yet")
        return 1 if listed else 0
    if options.command == "schema" and site:
        (ROOT / "content" / "schema.json").write_text(schema(site.settings), encoding="utf-8", newline="\n")
        return 0
    print("\n".join(map(str, problems)) if problems else f"{len(site.pages)} pages, nothing to mend")
    return 1 if problems else 0


if __name__ == "__main__":
    show_all_letters()
    with may_be_closed():
        status = main()
    sys.exit(status)
