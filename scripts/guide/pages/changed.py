"""The site before and after an edit → the pages that show it, as far as a look tells: a preview shows these first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from guide.content.site import Page, Site, texts_in
from guide.pages.render import blocks_of

# What pages hold words of. Of the rest, vocabulary and strings stand on all pages, and what few show, such as the list
# of changes, is shown when all is built.
PARTS = (
    "pages",
    "references",
    "glossary",
    "article",
    "disagreements",
    "figures",
    "numbers",
    "ambulance",
    "checklist",
    "leaflets",
)
# Words that stand on a page as they were written; fewer letters stand on many that say something else.
PLAIN = re.compile(r"[^\[\]{}*_`@<>&\"|\n]{8,}")
# Pages: each takes a thirtieth of a second, and an edit is to be seen at once.
MOST = 8


def alike(before: Site, after: Site) -> bool:
    """Say whether what every page is made from is the same: vocabulary, strings, files around, where pages stand."""
    same = before.settings is after.settings and before.strings is after.strings
    same = same and before.lost == after.lost and before.project == after.project
    return same and [*map(before.path_of, before.pages.values())] == [*map(after.path_of, after.pages.values())]


def changed(before: Site, after: Site, written: Mapping[str, str]) -> list[Page]:
    """Return the pages whose own files have changed, then those on which most of the old words stand: few at most.

    `written`: path of a page → its Markdown as it was last rendered.
    """
    own = [page for name, page in after.pages.items() if page is not before.pages.get(name)]
    gone = {*texts_in([*_other(before, after)])} - {*texts_in([*_other(after, before)])}
    # A name may begin with a capital where it begins a line.
    words = {max(runs, key=len)[1:] for text in gone if (runs := PLAIN.findall(text))}
    held = {
        page.id: sum(word in written.get(after.path_of(page), "") for word in words) for page in after.pages.values()
    }
    others = sorted((page for page in after.pages.values() if held[page.id]), key=lambda page: -held[page.id])
    some = {page.id: page for page in [*own, *others] if "references" not in blocks_of(page)}  # that lists all others
    return [*some.values()][:MOST]


def _other(site: Site, than: Site) -> Iterator[object]:
    """Yield what one site says otherwise than another. What is read from the same bytes is the same object."""
    for name in PARTS:
        part, other = getattr(site, name), getattr(than, name)
        if not isinstance(part, dict):
            part, other = {"": part}, {"": other}
        yield from (one for key, one in part.items() if one is not other.get(key))
