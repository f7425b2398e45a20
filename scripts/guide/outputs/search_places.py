"""Page → the places of it that a search leads to: its top, its parts, and the words that it explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown.extensions.toc import slugify

from guide.content.prose import BLOCK, plain_text
from guide.content.site import Page, Site, texts_in
from guide.rules.anchors import HEADING

# What stands at the beginning of an item of a list; how a paragraph looks; a block.
MARKS = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+|\{: [^{}]*\}|\{\{[^{}]*\}\}", re.MULTILINE)


class Place(NamedTuple):
    """A place that a search leads to. `heading`: None for the top of a page. `names`: what else it is called,
    and always some for a word explained."""

    page: Page
    anchor: str | None
    heading: str | None
    names: Sequence[str]
    words: str

    @property
    def is_term(self) -> bool:
        """Whether it is a word explained: its names and its meaning say all."""
        return bool(self.anchor and self.names)


def joined(some: Iterator[Place]) -> list[Place]:
    """Return places, those of one anchor in one."""
    found: dict[str | None, Place] = {}
    for place in some:
        if before := found.get(place.anchor):
            place = before._replace(names=[*before.names, *place.names], words=f"{before.words} {place.words}")
        found[place.anchor] = place
    return list(found.values())


def places(site: Site, page: Page) -> Iterator[Place]:
    """Yield the places of a page: its top, its sections or headings, and the words that its blocks explain."""
    term = site.glossary.get(page.id)
    names = [page.name, *page.also, *([term.term, *term.also] if term else [])]
    facts = " ".join(map(plain_text, texts_in([page.share, page.levels, page.ages])))
    yield Place(page, None, None, names, plain_text(page.summary))
    kind = site.settings.kinds.get(page.kind)
    for name, text in page.sections.items():
        section = kind.sections.get(name) if kind else None
        first = facts if section and "facts" in section.shows else ""
        yield Place(page, name, section.label if section else name, [], said(f"{first} {text}"))
    if page.body:
        yield from headings(page)
        for block in BLOCK.finditer(page.body):
            yield from in_block(site, page, block["name"])
    for ask in page.asks:
        if ask.at:  # a place that is none of these has its question for a heading
            yield Place(page, ask.at, ask.words[0], [], "")


def headings(page: Page) -> Iterator[Place]:
    """Yield the parts of a page written by hand, each below a heading with an id."""
    body = page.body or ""
    found = list(HEADING.finditer(body))
    yield Place(page, None, None, [], said(body[: found[0].start() if found else len(body)]))
    ends = [*(heading.start() for heading in found[1:]), len(body)]
    for heading, end in zip(found, ends, strict=False):  # a page without headings has an end all the same
        text = said(body[heading.end() : end])
        anchor = heading["id"] or slugify(plain_text(heading["words"]), "-")
        yield Place(page, anchor, plain_text(heading["words"]), [], text)


def in_block(site: Site, page: Page, block: str) -> Iterator[Place]:
    if block == "glossary":
        for name, term in site.glossary.items():
            if name not in site.pages and not term.report:
                yield Place(page, name, term.term, ["", *term.also], plain_text(term.meaning))
    elif block == "scan-words":
        for name, term in site.glossary.items():
            if term.report and name not in site.pages:
                words = plain_text(f"{term.meaning} {term.means or ''}")
                yield Place(page, name, term.term, ["", *term.also], words)
    elif block == "leaflet":
        for card in site.leaflets.leaflets[page.id].cards:
            lines = [site.leaflets.lines[line].text for group in card.groups for line in group.lines]
            yield Place(page, card.tier, card.heading, [], said(". ".join(lines)))
    elif block == "disagreements":
        for name, row in site.disagreements.items():
            yield Place(page, name, row.topic, [], plain_text(row.follow))
    elif block == "ambulance-numbers":
        yield Place(page, None, None, [], " ".join(one.place for one in site.ambulance.countries.values()))
    elif block == "emergency-numbers":
        numbers = {digits for number in site.numbers.values() for digits in re.findall(r"\d+", number.emergency)}
        yield Place(page, None, None, sorted(numbers), "")


def said(text: str) -> str:
    """Return prose as plain words, without the marks of lists, blocks and looks."""
    return plain_text(MARKS.sub("", text)).replace("|", " ")


def asked(place: Place) -> Iterator[str]:
    for ask in place.page.asks:
        if ask.at == place.anchor:
            yield from ask.words
