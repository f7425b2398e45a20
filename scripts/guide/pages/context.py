"""Site → what each page needs to know of the others: where they stand, who links to it, who cites what, its cards."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from guide.content.article import Claim
from guide.content.emergency_numbers import dial
from guide.content.prose import plain_text
from guide.content.site import Page, Site
from guide.content.translation import translations
from guide.figures.symbols import symbol
from guide.pages.format import authors, capital, quote
from guide.pages.references import ALL, Part, page_of, parts_of, short
from guide.templates import TEMPLATES


@pass_context
def day(context: Context, date: dt.date) -> str:
    """Return a day as the language of the page writes it."""
    site: Site = context["site"]
    return site.strings.day(date)


@cache  # a preview compiles them once
def templates() -> Environment:
    made = Environment(  # noqa: S701 -- it writes Markdown, and a rule keeps HTML out of content
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        optimized=False,  # that takes longer than it saves
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "plain_text": plain_text,
        "day": day,
        "json": quote,
        "authors": authors,
        "dial": dial,
        "symbol": symbol,
        "capital": capital,
    }
    return made


def languages_of(site: Site) -> list[Site]:
    """Return the site in each language beside English, whichever of them it is asked in."""
    return [one.site for one in translations(site.original or site).values()]


class SiteContext:
    """What templates ask for beside the page: one for each build, filled once.

    `paths`: page id → path below docs/. `linked_from`: page id → pages that link to it. `cited_by`: reference id →
    pages that cite it, filled while pages are written. `claims`: page id → claims of the article about it. `cards`:
    as the checklist's `cards_by_page`.
    """

    def __init__(self, site: Site, today: dt.date | None = None) -> None:
        self.site = site
        self.today = today
        self.paths = {page.id: site.path_of(page) for page in site.pages.values()}
        self.linked_from: dict[str, list[Page]] = defaultdict(list)
        self.cited_by: dict[str, list[Page]] = defaultdict(list)
        self.claims: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        self.cards = site.checklist.cards_by_page
        for page in site.pages.values():
            for target in page.links & self.paths.keys() - {page.id}:
                self.linked_from[target].append(page)
        for name, claim in site.article.claims.items():
            for target in claim.pages:
                self.claims[target].append((name, claim))
        # Page id → what it is called in each language that has it, the language's tag, its path; English first.
        self.languages: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for one in languages_of(site):
            for page_id in one.translated:
                english = site.original or site
                first = [(str(english.strings.name), english.strings.tag, english.path_of(english.pages[page_id]))]
                self.languages[page_id] = self.languages[page_id] or first
                self.languages[page_id].append(
                    (str(one.strings.name), one.strings.tag, one.path_of(one.pages[page_id]))
                )
        self.templates = templates()
        self._entry = self.templates.get_template("reference.md.j2")  # fetched once, as it is filled often
        self._entries: dict[str, str] = {}
        self._parts: list[Part] = []

    def days_late(self, page: Page) -> int:
        """Return how many days ago a page should have been read again: 0 or less if it is not late."""
        return (self.today - self.site.due(page)).days if self.today else 0

    def entry(self, reference: str) -> str:
        """Return the line of a reference in a list of sources, written once however many pages cite it."""
        if reference not in self._entries:
            about = self.site.references[reference]
            site = self.site.original or self.site  # sources are in English
            self._entries[reference] = self._entry.render(site=site, say=site.strings.say, reference=about).strip()
        return self._entries[reference]

    def parts(self) -> list[Part]:
        """Return the list of all references, cited on a page or not, in its parts."""
        if not self._parts:
            self._parts = parts_of({name: self.entry(name) for name in self.site.references})
        return self._parts

    def parts_on(self, page: Page) -> list[Page]:
        """Return the pages of the parts, and of all in few words, if the list of all on `page` is too long for one."""
        parts = self.parts()
        pages = [page_of(page, part) for part in [*parts, ALL]] if len(parts) > 1 else []
        folder = self.paths[page.id].removesuffix(".md")
        self.paths |= {part.id: f"{folder}{part.id.removeprefix(page.id)}.md" for part in pages}
        return pages

    def short(self, reference: str) -> str:
        return short(self.site, reference)
