"""A built site → a book: its pages in the order in which somebody reads them, and what it says of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from selectolax.lexbor import LexborNode

from exports.contents import HOME, Entry, contents_of
from exports.reading import language_of, problems, title_of, words
from faults import FaultError
from finish.page import LEADS_ON, LOST, Page, read_all


class Strings(Protocol):
    """What copies say in one language."""

    def say(self, key: str, **values: object) -> str:
        """Return a string filled in."""

    def day(self, date: dt.date) -> str:
        """Return a day as the language writes it."""


@dataclass(frozen=True)
class About:
    """What a release says of itself: `made` is its second, `repository` the address of what it is made from, `strings`
    what copies say in each language.
    """

    name: str
    version: str
    repository: str
    made: dt.datetime
    strings: Mapping[str, Strings]


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
        return language_of(self.home)

    @cached_property
    def languages(self) -> list[str]:
        """The languages of its pages, that of the first page first."""
        return [*dict.fromkeys(map(language_of, [self.home, *self.pages.values()]))]

    def strings_of(self, page: Page) -> Strings:
        """Return what copies say in the language of a page."""
        return self.about.strings[language_of(page)]

    @property
    def strings(self) -> Strings:
        return self.strings_of(self.home)

    @property
    def day(self) -> str:
        """The day it was made, as readers of the first page read it: 28 November 2026."""
        return self.strings.day(self.about.made.date())

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
    pages = {page.name: page for page in read_all(site, names) if not page.all(LEADS_ON)}
    faults = [fault for page in pages.values() for fault in problems(page)]
    if not pages[HOME].all("article .emergency"):
        faults.append(f"{HOME}: has no emergency box, with which each copy begins — see its page in docs/")
    if faults:
        raise FaultError("\n".join(faults))
    contents = contents_of(pages)
    order = [name for entry in contents for name in entry.names()]
    return Book(about, contents, {name: pages[name] for name in order})
