"""The pages of a built site → the contents of a book: the ways of the first page, the menu, then what lies below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from exports.reading import direction_of, language_of, title_of, words
from finish.page import Page

HOME = "index.html"
MENU = "nav.md-sidebar--primary > ul"
# On the first page: a way for each kind of reader.
WAYS = ".way a[href]"
# On a page that is translated: the ways to it in other languages, each called as it calls itself.
LANGUAGES = "nav.languages a[hreflang]"


@dataclass
class Entry:
    """A line of the contents: the words, the page's file (none for a heading of others), and the lines below it.

    `language` and `direction` stand where they are others than those of the first page.
    """

    title: str
    name: str | None
    below: list[Entry] = field(default_factory=list)
    language: str = ""
    direction: str = ""

    def names(self) -> Iterator[str]:
        """Yield the files of this line and those below it, in their order."""
        if self.name:
            yield self.name
        for entry in self.below:
            yield from entry.names()


def contents_of(pages: dict[str, Page]) -> list[Entry]:
    """Return the contents: the first page with a way for each kind of reader, then the menu, each page once.

    What is not in the menu stands below the page of its folder, in the order in which that page leads to it. Behind all
    that stand the pages in other languages, in the same order.
    """
    home, every = pages[HOME], pages
    pages = {name: page for name, page in every.items() if language_of(page) == language_of(home)}
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
    contents += [Entry(title_of(pages[name]), name) for name in rest]
    return [*contents, *_in_other_languages(every, [name for entry in contents for name in entry.names()])]


def _in_other_languages(pages: dict[str, Page], order: list[str]) -> Iterator[Entry]:
    """Yield a heading for each language beside that of the first page, which is called as it calls itself."""
    names = {link.attributes["hreflang"]: words(link) for name in order for link in pages[name].all(LANGUAGES)}
    others: dict[str, list[str]] = {}
    for name in sorted(pages.keys() - {*order}):
        others.setdefault(language_of(pages[name]), []).append(name)
    for tag, some in others.items():
        place = {f"{tag}/{name}": number for number, name in enumerate(order)}
        some.sort(key=lambda name: place.get(name, len(order)))
        below = [Entry(title_of(pages[name]), name) for name in some]
        yield Entry(names.get(tag, tag), None, below, tag, direction_of(pages[some[0]]))


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
