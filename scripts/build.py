"""Commands: check · cited ID · rules · agree · translated TAG · watch · sheet ID · settings · pages DIR · finish DIR.

`mkdocs build` needs none of them. An engine that runs no hooks builds between `pages` and `finish`.
"""

from __future__ import annotations

import argparse
import gc
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from check_cache import CheckCache
from console import may_be_closed, show_all_letters

ROOT = Path(__file__).resolve().parent.parent
known = CheckCache(ROOT) if __name__ == "__main__" and sys.argv[1:] == ["check"] else None
if known and known.said:
    show_all_letters()
    with may_be_closed():
        print(known.said[0])
    sys.exit(known.said[1])

from cache import hash_of
from checking import address_of, checked_site, good_pages, read_site
from faults import FaultError, check_place, check_python, sentence, today
from finish import finish
from finish.css import PAPER
from finish.folder import clear
from finish.page import LOST
from finish.replace import claim_place, give_up, new_folder_of, replace_folder
from guide.content.assets import read_list
from guide.content.files import leave_out
from guide.content.load import load
from guide.content.schema import schema
from guide.content.site import Site
from guide.outputs import safety_lock
from guide.outputs.cited import list_cited
from guide.outputs.handbook import handbook
from guide.pages.pages import Pages
from guide.rules.copies import rewritten
from guide.rules.dates import due, late
from guide.rules.publishing import unpublishable
from guide.rules.safety import LOCK, agreed, changed_advice
from guide.rules.translations import behind
from open_data import write_data, write_sizes
from sheet import besides, sheet
from translated import say_from_which
from watch import agent, look_at_all, to_look_at

MARKDOWN = shutil.ignore_patterns("*.md")
# Beside the rendered pages, for an engine to copy: the hash of them all. No page asks for it, so no reader gets it.
RENDERED = "rendered.txt"


def stage(root: Path, folder: Path) -> int:
    """Write the rendered pages and the other files of docs/ into `folder`, for an engine without hooks; count pages."""
    _, pages, searched = good_pages(root)
    check_place(folder, root, RENDERED)
    clear(folder)
    shutil.copytree(root / "docs", folder, ignore=lambda *it: {*MARKDOWN(*it), *leave_out(*it)}, dirs_exist_ok=True)
    for path, text in {**pages, **searched, RENDERED: _rendered(pages, searched)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return len(pages)


def _rendered(pages: Pages, searched: dict[str, str]) -> str:
    return hash_of(sorted({**pages, **searched}.items()))


def publish(root: Path, built: Path, live: Path) -> list[str]:
    """Finish a copy of what an engine built from the rendered pages, and put it in the place of the site `live`.

    Returns what was done. Raises FaultError, with the last good site as it was, if the content has changed since, or
    the folder `built` is not what can be published.
    """
    site, pages, searched = good_pages(root)
    if not (built / LOST).is_file():
        raise FaultError(f"{built} holds no {LOST} — give the folder that the engine has built")
    if built.resolve() in (live.resolve(), new_folder_of(live).resolve()):
        raise FaultError(f"{built} is the place of the finished site — let the engine build into another folder")
    check_place(live, root, PAPER)
    if fault := claim_place(live):
        raise FaultError(fault)
    new = new_folder_of(live)
    try:
        shutil.copytree(built, new)
        if not (mark := new / RENDERED).is_file() or mark.read_text("utf-8") != _rendered(pages, searched):
            raise FaultError(f"{built} was built from other content — render it and build anew")
        taken = {path.relative_to(new).as_posix() for path in new.rglob("*")}
        data = write_data(new, site, pages, address_of(site), taken)
        write_sizes(new, pages, data)
        done = finish(new, pages, read_list(root)[0], data=data.sizes)
        replace_folder(new, live)
    except BaseException:
        give_up(live)
        raise
    return [*done, f"The site is in {live}."]


def renew(root: Path, reason: str | None, source: str | None, first: bool) -> str:
    """Show what people are told otherwise than agreed, ask why, and write the safety lock and the list of changes.

    Returns what was done. Ends with a sentence, and writes nothing, when there is something to mend first.
    """
    site, problems = checked_site(root)
    ours = [*changed_advice(site)] if site else []
    others = [problem for problem in problems if problem not in ours]
    if site is None or others:
        raise SystemExit("\n".join(["mend these first, nothing was agreed to:", *map(str, others)]))
    if not ours and not first:
        return "what people are told to do is as agreed: nothing to renew"
    if agreed(site.lock)[1] and not first:
        raise SystemExit("\n".join([*map(str, ours), "or start a new lock, and agree to everything: --first"]))
    print("\n".join(safety_lock.report(site)))
    try:
        reason = reason or input("Why are people to be told this now? ")
        source = source or input(f"Which source says so (id, web address, or '{safety_lock.OWN}'; several with ';')? ")
    except (EOFError, KeyboardInterrupt):
        raise SystemExit('\nnothing was agreed to — say why: make agree REASON="…" SOURCE="…"') from None
    if fault := safety_lock.refused(reason.strip(), source.strip(), site):
        raise SystemExit(f"nothing was agreed to: {fault}")
    said = (today(), reason.strip(), source.strip())
    new = {LOCK: safety_lock.lock(site, *said), "CHANGELOG.md": safety_lock.changelog(site, *said)}
    for name, text in new.items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    return f"agreed to. Look through {LOCK} and CHANGELOG.md, and commit them with your change"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checks = commands.add_parser("check", help="name everything in the content that must be mended")
    checks.add_argument("--overdue", action="store_true", help="name what must be read again instead, now or soon")
    citing = commands.add_parser("cited", help="list every sentence that rests on a source")
    citing.add_argument("references", nargs="+", metavar="ID", help="an id from references.yml, or several")
    citing.add_argument("--where", default="", help="only this place in it, such as 1.13.2 or 'page 13'")
    agreeing = commands.add_parser("agree", help="renew the safety lock after a change of what people are told to do")
    agreeing.add_argument("--reason", help="why people are to be told this now")
    agreeing.add_argument("--source", help=f"an id from references.yml, a web address, or '{safety_lock.OWN}'")
    agreeing.add_argument("--first", action="store_true", help="start a new lock, with nothing to compare with")
    translating = commands.add_parser("translated", help="write from which English the texts of a language were made")
    translating.add_argument("language", help="its tag, such as ru")
    translating.add_argument("--holds", default="", help="file:place of words that hold all the same, or several")
    commands.add_parser("watch", help="ask the pages we follow which edition they show; ends with 1 if one changed")
    commands.add_parser("rules", help="print every rule with its remedy: the handbook of editors")
    sheets = commands.add_parser("sheet", help="write the sheet on which a clinician reviews a page")
    sheets.add_argument("page", help="the page's id, such as lung; checklist stands for all cards and lines")
    commands.add_parser("settings", help="write what site.yml says into the other files that repeat it")
    commands.add_parser("pages", help="write the rendered pages into a folder").add_argument("folder", type=Path)
    finishing = commands.add_parser("finish", help="make what an engine built from those pages the site")
    finishing.add_argument("folder", type=Path)
    finishing.add_argument("-d", "--site-dir", type=Path, default=ROOT / "site", help="where the site stands")
    options = parser.parse_args(arguments)
    check_python()
    gc.disable()  # what is read next stays to the end, which is near: the collector need not walk it again and again
    texts: dict[str, Callable[[], str]] = {
        "agree": lambda: renew(ROOT, options.reason, options.source, options.first),
        "translated": lambda: say_from_which(ROOT, options.language, options.holds.split()),
        "cited": lambda: list_cited(load(ROOT), options.references, options.where),
        "rules": handbook,
        "sheet": lambda: sheet(ROOT, *read_site(ROOT), options.page),
        "pages": lambda: f"{stage(ROOT, options.folder)} pages written to {options.folder}",
        "finish": lambda: "\n".join(publish(ROOT, options.folder, options.site_dir)),
    }
    if options.command in texts:
        print(texts[options.command]())
        return 0
    if options.command == "watch":
        from web import Web  # nothing else loads what asks other machines

        read, problems = read_site(ROOT)
        status = look_at_all(ROOT, read, today(), Web(agent(read)))
        print(*besides(problems), sep="\n", end="\n" if problems else "")
        return status
    site, problems = checked_site(ROOT)
    if options.command == "check" and options.overdue and site and site.references:
        listed = [*to_look_at(ROOT, site, today()), *due(site, today()), *behind(site)]
        print("\n".join(map(str, listed)) if listed else f"{len(site.pages)} pages, none to be read again yet")
        return 1 if listed else 0
    if options.command == "settings" and site:
        for path, text in {**rewritten(site), "content/schema.json": schema(site.settings)}.items():
            (ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        return 0
    good = site is not None and not problems
    said = "\n".join(map(str, _notes(site) if site and good else problems))
    if known:
        known.keep(said, int(not good))
    print(said)
    return int(not good)


def _notes(site: Site) -> list[str]:
    """Return what to know of a site without a problem: what stops it from being published, what is late or behind."""
    notes = [*map(str, [*unpublishable(site, address_of(site)), *late(site, today()), *behind(site)])]
    return [*notes, f"{len(site.pages)} pages, nothing to mend{' but that' if notes else ''}"]


def run(command: Callable[[], int | None]) -> NoReturn:
    """Do what `command` does, and end as it says: with a sentence where a person would see a traceback."""
    show_all_letters()
    try:
        with may_be_closed():  # whoever reads what is printed has read enough
            sys.exit(command())
    except KeyboardInterrupt:
        sys.exit(130)  # what a shell says of a command that was stopped
    except Exception as error:
        if said := sentence(error):
            raise SystemExit(said) from None
        raise


if __name__ == "__main__":
    run(main)
