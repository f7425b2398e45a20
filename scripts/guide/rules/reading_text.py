"""Site and page → what a reader reads on it in sentences, line by line, each with the text that says it.

A line is a paragraph, an item of a list or a definition. Headings, tables, facts in figures, sources and the foot are
none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from guide.content.checklist import Card
from guide.content.figure import Figure
from guide.content.memo import Large
from guide.content.prose import BLOCK, split
from guide.content.shared_on import figures_below
from guide.content.site import Page, Site
from guide.content.source import Text
from guide.rules.spoken import names_of, said_in, spoken, stopped


class Line(NamedTuple):
    words: str
    text: Text  # which says it, wholly or for the most part


class Reader:
    """Reads the pages of a site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.names = names_of(site)
        self.known = Large(self.names)
        self.cards = site.checklist.cards_by_page

    def lines(self, page: Page) -> Iterator[Line]:
        """Yield what stands on a page, from its summary to the foot."""
        settings = self.site.settings
        kind = settings.kinds.get(page.kind)
        yield from self.prose(page.summary)
        if page.id not in self.site.leaflets.leaflets:  # there the first card stands in the place of the box
            *box, last = split(settings.emergency)
            box.append(f"{last} {settings.emergency_more}")
            yield from (self.line(one, settings.emergency) for one in box)
        if kind and kind.note:
            yield from self.prose(kind.note)
        for section, text in page.sections.items():
            if kind and section in kind.sections and "cards" in kind.sections[section].shows:
                for card, some in self.cards.get(page.id, {}).items():
                    yield from self.card(self.site.checklist.cards[card], some)
            yield from self.prose(text)
            for name in figures_below(self.site, page, section):
                yield from self.figure(self.site.figures[name])
        yield from self.body(page.body or Text(""))

    def line(self, words: str, text: Text) -> Line:
        return Line(stopped(spoken(words, self.names)), text)

    def prose(self, text: Text) -> Iterator[Line]:
        yield from self.part(text, text)

    def part(self, part: str, text: Text) -> Iterator[Line]:
        yield from (Line(words, text) for words in said_in(part, self.known))

    def body(self, body: Text) -> Iterator[Line]:
        """Yield a page written by hand, with its blocks in their places."""
        start = 0
        for block in BLOCK.finditer(body):
            yield from self.part(body[start : block.start()], body)
            start = block.end()
            if say := BLOCKS.get(block["name"]):
                yield from say(self, (block["about"] or "").split())
        yield from self.part(body[start:], body)

    def figure(self, figure: Figure) -> Iterator[Line]:
        yield from self.prose(figure.about)
        lane = None
        for part in figure.parts:
            if part.says:
                if part.lane and part.lane != lane:
                    yield self.line(part.lane, part.lane)
                yield self.line(f"{part.when or part.label}. {part.says}", part.says)
            lane = part.lane

    def card(self, card: Card, some: Sequence[str] | None = None) -> Iterator[Line]:
        """Yield a card: with boxes to tick, or only `some` of its signs, without."""
        settings = self.site.settings
        tier, audience = settings.tiers.get(card.tier), settings.audiences.get(card.audience)
        yield self.line(f"{tier.step if tier else ''} {audience.label if audience else ''}", card.tier)
        if card.lead:
            yield from self.prose(card.lead)
        for name, item in card.items.items():
            if some is None or name in some:
                yield self.line(item.text, item.text)
                more = "" if some else f". See {self.names.get(item.signs[0], '')}."
                yield self.line(item.source.strip() + more, item.source)
        if card.note:
            yield from self.prose(card.note)

    def _pages(self, about: list[str]) -> Iterator[Line]:
        for kind in about:
            if kind in self.site.settings.kinds:
                for group in self.site.settings.kinds[kind].groups.values():
                    if group.about:
                        yield from self.prose(group.about)
            for page in self.site.pages.values():
                if page.kind == kind:
                    yield self.line(f"{page.name} {page.brief}", page.brief)

    def _leaflet(self, about: list[str]) -> Iterator[Line]:
        asked, leaflets = self.site.checklist, self.site.leaflets.leaflets
        for card in (card for name in about if name in leaflets for card in leaflets[name].cards):
            if tier := self.site.settings.tiers.get(card.tier):
                clocks = card.clocks or f"Ring {tier.ring}, be seen {tier.seen}."
                yield self.line(f"{clocks} {card.lead or ''}", card.lead or card.clocks or tier.ring)
            lines = [self.site.leaflets.lines.get(name) for group in card.groups for name in group.lines]
            for line in filter(None, lines):
                yield self.line(line.text, line.text)
            if card.note:
                yield from self.prose(card.note)
        yield self.line(asked.none.label, asked.none.label)
        yield from self.prose(asked.none.text)
        yield self.line(self.site.settings.emergency, self.site.settings.emergency)
        yield from self.prose(asked.sheet.text)
        for label in asked.fields.values():
            yield self.line(label, label)

    def _card(self, about: list[str]) -> Iterator[Line]:
        for name in about:
            if name in self.site.checklist.cards:
                card = self.site.checklist.cards[name]
                yield from self.card(card, list(card.items))

    def _paper_card(self, about: list[str]) -> Iterator[Line]:
        for leaflet in self.site.leaflets.leaflets.values():
            for name in leaflet.pocket:
                if line := self.site.leaflets.lines.get(name):
                    yield self.line(line.text, line.text)

    def _figure(self, about: list[str]) -> Iterator[Line]:
        for name in about:
            if name in self.site.figures:
                yield from self.figure(self.site.figures[name])

    def _glossary(self, about: list[str]) -> Iterator[Line]:
        for name, term in self.site.glossary.items():
            more = f" More about {self.names[name]}." if name in self.site.pages else ""
            yield self.line(term.meaning + more, term.meaning)

    def _scan_words(self, about: list[str]) -> Iterator[Line]:
        for group in self.site.settings.reports.values():
            if group.about:
                yield from self.prose(group.about)
        for term in self.site.glossary.values():
            if term.report:
                yield self.line(f"{term.meaning} {term.means or ''}", term.means or term.meaning)

    def _disagreements(self, about: list[str]) -> Iterator[Line]:
        for row in self.site.disagreements.values():
            for side in row.sides:
                yield from self.prose(side)
            yield self.line(f"We follow: {row.follow}", row.follow)
            yield self.line(f"See {', '.join(self.names.get(name, name) for name in row.pages)}", row.follow)

    def _ambulance_numbers(self, about: list[str]) -> Iterator[Line]:
        known = self.site.ambulance
        yield self.line(f"{known.source} {known.second}", known.source)
        yield self.line(f"Ring {known.anywhere} from a mobile phone. {known.no_answer}", known.no_answer)

    def _questions(self, about: list[str]) -> Iterator[Line]:
        for page in self.site.pages.values():
            for ask in page.asks:
                yield self.line(ask.words[0], ask.words[0])

    def _changes(self, about: list[str]) -> Iterator[Line]:
        yield from self.part("".join(self.site.changes.partition("\n## ")[1:]), self.site.changes)


# What `{{ name }}` stands for, as templates/blocks/ writes it out; tables, sources and claims are no prose.
BLOCKS: dict[str, Callable[[Reader, list[str]], Iterator[Line]]] = {
    name.removeprefix("_").replace("_", "-"): method
    for name, method in vars(Reader).items()
    if name.startswith("_") and not name.startswith("__")
}
