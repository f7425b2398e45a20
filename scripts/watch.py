"""The pages we follow → for each, whether it still shows the edition we hold; and what of that somebody must look at.

A page that can't be read, or shows no edition, is never called unchanged.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from faults import FaultError, UnreadableError
from guide.content.prose import citations
from guide.content.site import Site, page_id
from guide.content.source import Problem
from guide.content.watch import Watched

if TYPE_CHECKING:
    from web import Web

# What was found last, for `make overdue`. Nobody commits it: it says how things stood on one day, seen from one place.
RESULTS = Path("build/watch.json")
UNCHANGED, CHANGED, UNREAD = "unchanged", "changed", "could not be read"
# No edition has a longer word, and a pattern takes long over one: data in a page may run on for a million letters.
LONG_WORD = re.compile(r"\S{100,}")
# Seconds for the pattern on a page: what takes longer would take for ever.
PATIENCE = 10.0
UNSEEN = ["script", "style", "template", "noscript"]
# Some servers turn programs away for good. Four times a year somebody then looks by hand, and dates `looked`.
BY_HAND = dt.timedelta(days=90)
# So many pages tell where to begin; `cited on` may be half of the site.
NAMED = 12


class Found(NamedTuple):
    """What became of one page: the id of its reference, one of the three states above, and the words of the line."""

    reference: str
    state: str
    more: str = ""

    def __str__(self) -> str:
        return f"{self.reference}: {self.state}{self.more}"


def look_at_all(root: Path, site: Site, today: dt.date, web: Web) -> int:
    """Print a line for each page we follow, and keep them; return 0 only if each was read and shows what we hold."""
    found = []
    for one in look(site, web):
        print(one, flush=True)
        found.append(one)
    keep(root, site, found, today)
    return int(any(one.state != UNCHANGED for one in found))


def agent(site: Site) -> str:
    """Return the name under which we ask: who we are, and where whoever minds can tell us."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", site.settings.name).strip("-")
    return f"{name}/{site.settings.version} (+{site.settings.repository})"


def look(site: Site, web: Web) -> Iterator[Found]:
    """Ask for each page that content/watch.yml follows, and yield what was found."""
    for name, watched in site.watch.follow.items():
        try:
            if name not in site.references:
                raise UnreadableError("its reference can't be read — see make check")
            answer = web.read(watched.url or site.references[name].URL)
            shown = edition_in(answer.html, watched)
        except UnreadableError as error:
            yield Found(name, UNREAD, f": {error}")
            continue
        moved = f"; it has moved to {answer.address}" if answer.moved else ""
        if _same(shown) == _same(watched.edition):
            yield Found(name, UNCHANGED, moved)
        else:
            about = f": we hold {watched.edition}, the page says {shown}; cited on: {cited_on(site, name)}"
            yield Found(name, CHANGED, about + moved)


def edition_in(html: str, watched: Watched) -> str:
    """Return the edition that a page shows. Raises UnreadableError if it shows none, or more than one."""
    tree = LexborHTMLParser(html)
    tree.strip_tags(UNSEEN)
    places = tree.css(str(watched.select)) if watched.select else [tree.body] if tree.body else []
    words = [_plain(place.text(separator=" ")) for place in places]
    with _patience():
        found = [_plain(mark[1]) for one in words for mark in re.finditer(watched.pattern, one) if mark[1]]
    shown = [*{_same(one): one for one in reversed(found)}.values()]
    if not shown:
        where = f"in '{watched.select}'" if watched.select else "on the page"
        raise UnreadableError(f"the pattern finds no edition {where}")
    if len(shown) > 1:
        several = ", ".join(sorted(shown)[:3])
        raise UnreadableError(f"the pattern finds several editions ({several}): narrow `pattern` or `select`")
    [edition] = shown
    if "\ufffd" in edition:
        raise UnreadableError(f"the page's letters can't be read ({edition})")
    return edition


def _plain(text: str) -> str:
    """Return words as they are read: one space between two, none before a stop."""
    return re.sub(r"\s+([:;,.])", r"\1", " ".join(LONG_WORD.sub("…", text).split()))


def _same(edition: str) -> str:
    """Return an edition as it is compared: 1 MAY 2026 is 1 May 2026."""
    return _plain(edition).casefold()


@contextmanager
def _patience() -> Iterator[None]:
    """Raise UnreadableError once a pattern has taken too long. A search heeds a signal, and nothing else."""

    def stop(_signal: int, _frame: object) -> None:
        raise UnreadableError(f"the pattern takes more than {PATIENCE:.0f} seconds: write it with fewer + and ?")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def cited_on(site: Site, name: str) -> str:
    """Return the ids of the pages, and the names of the shared files, that cite a source."""
    paths = (text.source.path for text in site.prose if any(one.reference == name for one in citations(text)))
    pages = sorted({page_id(PurePosixPath(path)) for path in paths})
    more = f" and {len(pages) - NAMED} more" if len(pages) > NAMED else ""
    return ", ".join(pages[:NAMED]) + more


def keep(root: Path, site: Site, found: list[Found], today: dt.date) -> None:
    """Write what was found into RESULTS, with the day and what each was compared with."""
    entries = {
        one.reference: {"state": one.state, "more": one.more, "than": _compared(site.watch.follow[one.reference])}
        for one in found
    }
    (root / RESULTS).parent.mkdir(exist_ok=True)
    text = json.dumps({"on": today.isoformat(), "found": entries}, indent=1, ensure_ascii=False)
    (root / RESULTS).write_text(text + "\n", encoding="utf-8")


def to_look_at(root: Path, site: Site, today: dt.date) -> list[Problem]:
    """Return what the last `make watch` found that nobody has looked at since, at its place in content/watch.yml."""
    try:
        kept = json.loads((root / RESULTS).read_text(encoding="utf-8"))
        day, found = kept["on"], kept["found"]
        return [
            watched.edition.problem(f"'{name}' {one['state']} on {day}{one['more']} — look, and date looked")
            for name, watched in site.watch.follow.items()
            if (one := found.get(name)) and one["than"] == _compared(watched)
            if one["state"] == CHANGED or (one["state"] == UNREAD and _long_ago(watched, today))
        ]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError, AttributeError):
        raise FaultError(f"{RESULTS} can't be read — run make watch anew") from None


def _compared(watched: Watched) -> list[str]:
    return [watched.edition, watched.pattern, str(watched.looked)]


def _long_ago(watched: Watched, today: dt.date) -> bool:
    return watched.looked is None or today > watched.looked + BY_HAND
