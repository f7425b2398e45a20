"""The pages of a built site → the contents of a book: the ways of the first page, the menu, then what lies below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from exports.reading import title_of, words
from finish.page import Page

HOME = "index.html"
MENU = "nav.md-sidebar--primary > ul"
# On the first page: a way for each kind of reader.
WAYS = ".way a[href]"


@dataclass
class Entry:
    """A line of the contents: the words, the page's file (none for a heading of others), and the lines below it."""

    title: str
    name: str | None
    below: list[Entry] = field(default_factory=list)

    def names(self) -> Iterator[str]:
        """Yield the files of this line and those below it, in their order."""
        if self.name:
            yield self.name
        for entry in self.below:
            yield from entry.names()


def contents_of(pages: dict[str, Page]) -> list[Entry]:
    """Return the contents: the first page with a way for each kind of reader, then the menu, each page once.

    What is not in the menu stands below the page of its folder, in the order in which that page leads to it.
    """
    home = pages[HOME]
    menu = [entry for item in items(home.all(MENU)) for entry in entries(item, home)]
    if not menu or menu[0].name != HOME:
        raise home.fault("the menu does not begin with this page — see `nav` in mkdocs.yml")
    menu[0].below = [
        Entry(words(link), target[0])
        for link in home.all(WAYS)
        if (target := home.target(link.attributes["href"] or "")) and target[0] in pages
    ]
    seen: set[str] = set()
    contents = _once(menu, seen)
    for entry in _all(contents):
        if entry.name and entry.name != HOME:
            entry.below += [Entry(title_of(pages[name]), name) for name in _of_folder(pages[entry.name], pages, seen)]
    rest = sorted(pages.keys() - seen)
    return [*contents, *(Entry(title_of(pages[name]), name) for name in rest)]


def items(lists: list[LexborNode]) -> Iterator[LexborNode]:
    """Yield the items of lists, without those of lists inside them."""
    for one in lists:
        yield from (item for item in one.iter() if item.tag == "li")


def entries(item: LexborNode, home: Page) -> Iterator[Entry]:
    """Yield the line of the contents that an item of the menu is: a page, or a heading with pages."""
    first = next(item.iter())
    if first.tag == "a" and (target := home.target(first.attributes["href"] or "")):
        yield Entry(words(first), target[0])
    elif first.tag == "details":
        below = [entry for one in items(first.css("summary + ul")) for entry in entries(one, home)]
        yield Entry(words(first.css("summary")[0]), None, below)


def _once(lines: list[Entry], seen: set[str]) -> list[Entry]:
    """Return the lines whose pages were not seen yet, and take them as seen."""
    kept = []
    for line in lines:
        if line.name is None or line.name not in seen:
            seen |= {line.name} if line.name else set()
            line.below = _once(line.below, seen)
            kept += [line] if line.name or line.below else []
    return kept


def _all(lines: list[Entry]) -> Iterator[Entry]:
    for line in [*lines]:
        yield line
        yield from _all(line.below)


def _of_folder(index: Page, pages: dict[str, Page], seen: set[str]) -> list[str]:
    """Return the pages in the folder of `index` that are not in the contents yet, and take them as seen."""
    folder = index.name.removesuffix(HOME)
    inside = {name for name in pages if name.startswith(folder)} - seen
    links = (index.target(link.attributes["href"] or "") for link in index.all("article a[href]"))
    first = dict.fromkeys(target[0] for target in links if target and target[0] in inside)
    seen |= inside
    return [*first, *sorted(inside - first.keys())]
