"""A built site → a book: its pages in the order in which somebody reads them, each with its title, and all contents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from selectolax.lexbor import LexborNode

from faults import FaultError
from finish.page import LOST, Page, is_inside, read_all

HOME = "index.html"
MENU = "nav.md-sidebar--primary > ul"
# On the first page: a way for each kind of reader.
WAYS = ".way a[href]"
# What they hold is no part of the words before them.
BLOCKS = {"p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "div", "figcaption", "label", "summary", "tspan"}


@dataclass(frozen=True)
class About:
    """What a release says of itself: `made` is its second, `repository` the address of what it is made from."""

    name: str
    version: str
    repository: str
    made: dt.datetime

    @property
    def day(self) -> str:
        """The day it was made, as readers read it: 28 November 2026."""
        return f"{self.made.day} {self.made:%B %Y}"


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


@dataclass
class Book:
    """The pages of a site by their files, such as cancers/lung/index.html, in the order of `contents`."""

    about: About
    contents: list[Entry]
    pages: dict[str, Page]

    @property
    def home(self) -> Page:
        return self.pages[HOME]

    @property
    def language(self) -> str:
        """The language of the first page, as browsers know it: en."""
        return self.home.all("html")[0].attributes.get("lang") or ""

    @cached_property
    def title(self) -> str:
        """The name of the site, as it stands above its menu."""
        return words(self.home.all("nav.md-sidebar--primary .md-nav__title")[0])

    @cached_property
    def question(self) -> str:
        """The title of the first page."""
        return title_of(self.home)

    @cached_property
    def summary(self) -> str:
        """What the first page says of itself to search engines."""
        return self.home.all("meta[name=description]")[0].attributes.get("content") or ""

    @cached_property
    def emergency(self) -> LexborNode:
        """The emergency box of the first page."""
        return self.home.all("article .emergency")[0]


def read_book(site: Path, about: About) -> Book:
    """Return the book of the finished site in the folder `site`.

    Raises FaultError, with all that is to be mended, if a page has no title, if a drawing has no words, or if the first
    page has no emergency box.
    """
    names = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {LOST}
    if HOME not in names:
        raise FaultError(f"{site} holds no {HOME} — build the site first: make release")
    pages = {page.name: page for page in read_all(site, names)}
    faults = [fault for page in pages.values() for fault in problems(page)]
    if not pages[HOME].all("article .emergency"):
        faults.append(f"{HOME}: has no emergency box, with which each copy begins — see its page in docs/")
    if faults:
        raise FaultError("\n".join(faults))
    contents = contents_of(pages)
    order = [name for entry in contents for name in entry.names()]
    return Book(about, contents, {name: pages[name] for name in order})


def problems(page: Page) -> Iterator[str]:
    """Yield what keeps a page out of every format, with what to do."""
    if not title_of(page):
        yield f"{page.name}: has no title — give the page one (title, or the first heading)"
    for drawing in page.all("article svg, article img"):
        if not has_words(drawing):
            yield (
                f"{page.name}: a drawing has no words ({(drawing.html or '')[:60]}…) — give its figure a caption, "
                "or itself a label"
            )


def has_words(drawing: LexborNode) -> bool:
    """Say whether those who do not see a drawing get words: its own, its figure's, or those of what it stands in."""
    about = drawing.attributes
    if any((about.get(name) or "").strip() for name in ("aria-label", "alt")) or drawing.css("title"):
        return True
    around = drawing.parent
    if is_inside(drawing, "figure"):
        while around is not None and around.tag != "figure":
            around = around.parent
        return around is not None and any(words(caption) for caption in around.css("figcaption"))
    return "aria-hidden" in about and around is not None and bool(words(around))


def title_of(page: Page) -> str:
    """Return the words of a page's first heading, or nothing."""
    return next((words(heading) for heading in page.all("article h1")), "")


def words(node: LexborNode, without: str = ".headerlink, script, style, [hidden]") -> str:
    """Return what is read in `node`, without what the selector `without` names: signs beside headings, hidden text."""
    left_out = {one.mem_id for one in node.css(without)}

    def read(one: LexborNode) -> str:
        if one.tag == "-text":
            return one.text_content or ""
        if one.mem_id in left_out:
            return ""
        inside = "".join(map(read, one.iter(include_text=True)))
        return f" {inside} " if one.tag in BLOCKS else inside

    return " ".join(read(node).split())


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
