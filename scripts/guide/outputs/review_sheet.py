"""A page → the sheet on which a clinician reviews it: one HTML file for screen and paper, all in it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guide.content.checklist import Card, Item
from guide.content.prose import plain_text
from guide.content.reference import Reference
from guide.content.site import Page, Site
from guide.outputs.review_rows import parts
from guide.pages.context import SiteContext
from guide.pages.format import authors, day
from guide.templates import TEMPLATES

# Sentences that are read and judged in a minute, their sources beside them: a page of the usual length takes a quarter
# of an hour. Guessed, for nobody has measured it yet.
A_MINUTE = 4
SHORTEST = 15  # minutes: to read what is asked, and to sign


class Source(NamedTuple):
    """A source beside a sentence: its number on this sheet, where in it, and all of it where it stands first."""

    number: int
    reference: Reference
    where: str
    first: bool


class Statement(NamedTuple):
    number: int
    words: str
    sources: list[Source]


class Section(NamedTuple):
    heading: str
    statements: list[Statement]


def review_sheet(context: SiteContext, page: Page) -> str:
    """Return the sheet of a page as HTML. Its sentences and its sources are numbered as they come."""
    sections = list(_numbered(context, page))
    count = sum(len(section.statements) for section in sections)
    return (
        _templates()
        .get_template("review_sheet.html.j2")
        .render(
            site=context.site,
            page=page,
            sections=sections,
            count=count,
            minutes=max(SHORTEST, 5 * math.ceil(count / A_MINUTE / 5)),
            cards=list(_cards(context.site, page)),
        )
    )


@cache
def _templates() -> Environment:
    made = Environment(
        autoescape=True,
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": day, "authors": authors, "address": address, "short": short}
    return made


def _numbered(context: SiteContext, page: Page) -> Iterator[Section]:
    seen: dict[str, int] = {}
    number = 0
    for part in parts(context, page):
        statements = []
        for row in part.rows:
            number += 1
            sources = []
            for cited in dict.fromkeys((one.reference, one.where) for one in row.cited):
                first = cited[0] not in seen
                about = context.site.references[cited[0]]
                sources.append(Source(seen.setdefault(cited[0], len(seen) + 1), about, cited[1], first))
            statements.append(Statement(number, row.words, sources))
        yield Section(part.heading, statements)


def _cards(site: Site, page: Page) -> Iterator[tuple[Card, list[tuple[Item, list[str]]]]]:
    """Yield the cards with a sign of this page: each sign with the lines of the leaflets that stand for it."""
    for card in site.checklist.cards.values():
        signs = [
            (item, [plain_text(line.text) for line in site.leaflets.lines.values() if name in line.signs])
            for name, item in card.items.items()
            if page.id in item.signs
        ]
        if signs:
            yield card, signs


def address(reference: Reference) -> str:
    """Return where a source is found, as short as it can be typed."""
    return f"https://doi.org/{reference.DOI}" if reference.DOI else str(reference.URL)


def short(reference: Reference) -> str:
    """Return by what a source is known that stood on the sheet before: who wrote it, or its title, and its year."""
    first = reference.author[0] if reference.author else None
    name = (first.literal or first.family) if first else None
    return f"{name or reference.title}{f' {reference.issued[:4]}' if reference.issued else ''}"
