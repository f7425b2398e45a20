"""Site → {path: Markdown}. Pure: the same site and day give the same pages, with no clock, disk or MkDocs in it.

`page.md.j2` frames every page; `blocks/<name>.md.j2` is what `{{ name }}` in a page of docs/ stands for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Container, Iterable, Iterator

from guide.content.checklist import Item
from guide.content.leaflet import Leaflet
from guide.content.prose import BLOCK, EMERGENCY, INLINE, read_citations, split
from guide.content.reference import Reference
from guide.content.search import Ask
from guide.content.shared_on import figures_below
from guide.content.site import Page, Site
from guide.content.source import Text
from guide.content.translation import translations
from guide.figures import DRAWINGS, facts
from guide.figures.rows import left_out, rows_of
from guide.pages.context import SiteContext
from guide.pages.format import TABLE, label_cells, spans
from guide.pages.in_language import InLanguage
from guide.pages.pages import Pages
from guide.pages.schema_org import structured
from guide.pages.side_by_side import Table, side_by_side

# A number that stands off from its word would begin a line by itself.
CITE_SPACE = re.compile(r"(?<!\s)\s+\[@")
EITHER = re.compile(f"{INLINE.pattern}|{BLOCK.pattern}", re.MULTILINE)


def render(site: Site, today: dt.date | None = None) -> Pages:
    """Return the Markdown of every page by its path below the docs folder, such as cancers/lung.md.

    Which pages are late on the day `today` stands on them; without a day the reader's own clock must tell.
    """
    rendered = Pages()
    _render(site, today, site.pages.values(), rendered)
    for found in translations(site).values():
        some = [page for name, page in found.site.pages.items() if name in found.site.translated]
        _render(found.site, today, some, rendered)
    return rendered


def _render(site: Site, today: dt.date | None, pages: Collection[Page], rendered: Pages) -> None:
    context = SiteContext(site, today)
    rendered.update(dict.fromkeys(map(site.path_of, pages), ""))  # in the order of the pages
    # The list of references names the pages that cite them, so it must be written when all others are.
    for page in sorted(pages, key=lambda page: "references" in blocks_of(page)):
        parts = context.parts_on(page) if "references" in blocks_of(page) else []
        writer = Writer(context, page)
        rendered[site.path_of(page)] = writer.write()
        for reference in writer.cited:
            context.cited_by[reference].append(page)
        rendered.update({context.paths[part.id]: Writer(context, part).write() for part in parts})


def blocks_of(page: Page) -> set[str]:
    return {block["name"] for block in BLOCK.finditer(page.body or "")}


class Writer(InLanguage):
    """Writes one page: links are relative to where it stands, its sources are numbered as they come."""

    def __init__(self, context: SiteContext, page: Page) -> None:
        self.context = context
        self.page = page
        self.cited: dict[str, dict[str, None]] = {}

    def write(self) -> str:
        """Return the page. Its front matter names the sources, in the order of their numbers."""
        text = TABLE.sub(label_cells, self._fill("page.md.j2"))
        return text.replace('\ncites: ""\n', f'\ncites: "{" ".join(self.cited)}"\n', 1)

    def _fill(self, template: str, **more: object) -> str:
        site = self.context.site
        return self.context.templates.get_template(template).render(
            site=site, say=site.strings.say, context=self.context, page=self.page, write=self, **more
        )

    def prose(self, text: str) -> str:
        """Return `text` with its citations, links and blocks written out."""
        return EITHER.sub(self._mark, CITE_SPACE.sub("[@", text))

    def lines(self, text: str) -> list[str]:
        """Return the sentences of `text`, written out."""
        return [self.prose(sentence) for sentence in split(text)]

    def _mark(self, mark: re.Match[str]) -> str:
        if mark["name"]:
            return self._fill(f"blocks/{mark['name'].replace('-', '_')}.md.j2", about=(mark["about"] or "").split())
        if mark["citations"]:
            numbers = sorted({self._number(one.reference, one.where) for one in read_citations(mark)})
            return f'<sup class="cite">[{spans(numbers)}](#source-{numbers[0]})</sup>'
        return self.link(mark["link"].strip(), mark["label"])

    def _number(self, reference: str, where: str) -> int:
        places = self.cited.setdefault(reference, {})
        if where:
            places[where] = None
        return list(self.cited).index(reference) + 1

    def link(self, target: str, label: str | None = None) -> str:
        """Return a Markdown link to a page (`id#place` within it), or to a word of the glossary with that id.

        `emergency` gives the emergency line instead, `emergency#id` with a line of the leaflets.
        """
        site = self.context.site
        target, _, place = target.partition("#")
        if target == EMERGENCY:
            return self.prose(site.emergency_line(place))
        if target in site.pages:
            way = f"#{place}" if place and target == self.page.id else self.href(target) + (place and f"#{place}")
            return self._linked(target, label or site.pages[target].name, way)
        return self._linked("glossary", label or site.glossary[target].term, f"{self.href('glossary')}#{target}")

    def _linked(self, target: str, label: str, way: str) -> str:
        """Return a link, which says where its words, or the page that it leads to, are in English."""
        elsewhere = self.site.translated and target not in self.site.translated
        about = ' hreflang="en"' * bool(elsewhere) + self.mark(label)
        return f"[{label}]({way})" + (f"{{:{about} }}" if about else "")

    def links(self, targets: Iterable[str]) -> str:
        """Return links to several pages, with commas between them."""
        return ", ".join(map(self.link, targets))

    def href(self, target: str) -> str:
        """Return the way from this page to another: pages stand at most one folder deep."""
        up = "../" * self.context.paths[self.page.id].count("/")
        return up + self.context.paths[target]

    def part(self, name: str) -> str:
        """Return the way to a part of the list of all references, which stands on this page."""
        whole = self.context.paths[self.page.id.partition("/")[0]].removesuffix(".md")
        return "../" * self.context.paths[self.page.id].count("/") + f"{whole}/{name}.md"

    def sources(self) -> Iterator[tuple[int, str, str]]:
        """Yield what the page has cited so far: number, entry, and where in it."""
        for number, (name, places) in enumerate(self.cited.items(), 1):
            yield number, self.context.entry(name), "; ".join(places)

    def replaced(self) -> Iterator[tuple[int, Reference]]:
        """Yield the sources cited so far that something newer has replaced, with their numbers."""
        for number, name in enumerate(self.cited, 1):
            if self.context.site.references[name].replaced:
                yield number, self.context.site.references[name]

    def linked_from(self) -> Iterator[tuple[str, list[Page]]]:
        """Yield the pages that link here in their prose, by the label of their kind."""
        others = self.context.linked_from[self.page.id]
        for kind, label in self._kinds():
            if found := [page for page in others if page.kind == kind]:
                yield label, found

    def exact(self, leaflet: Leaflet) -> dict[str, list[Item]]:
        """Return the signs behind the lines of a leaflet, by the card of the checklist that they stand in."""
        site = self.context.site
        asked = {line for card in leaflet.cards for group in card.groups for line in group.lines}
        signs = {sign for line in asked for sign in site.leaflets.lines[line].signs}
        cards = site.checklist.cards.items()
        found = {name: [item for sign, item in card.items.items() if sign in signs] for name, card in cards}
        return {name: items for name, items in found.items() if items}

    def card(self, name: str, some: Container[str]) -> str:
        """Return a card of the checklist with `some` of its signs."""
        return self._fill("card.md.j2", id=name, card=self.context.site.checklist.cards[name], some=some).strip()

    def picture(self, name: str) -> str:
        """Return a picture with its caption only."""
        return self.figure(name, alone=True)

    def figure(self, name: str, alone: bool = False) -> str:
        """Return a picture with its words and rows, this page's own row pointed out if it has one."""
        site = self.context.site
        figure = site.figures[name]
        parts = {"rows": rows_of(figure, site), "left_out": left_out(figure, site)}
        drawing = DRAWINGS[figure.draw].draw(figure, site, self.page.id)
        return self._fill("figure.md.j2", id=name, figure=figure, drawing=drawing, alone=alone, **parts).strip()

    def structured(self) -> str:
        """Return what search engines read of this page."""
        return structured(self.context.site, self.page)

    def facts(self) -> str:
        """Return the drawing of this page's facts: empty if none can be drawn."""
        return facts.draw(self.page, self.context.site.settings)

    def figures_below(self, section: str) -> list[Text]:
        """Return the ids of the pictures below a section of this page."""
        return figures_below(self.context.site, self.page, section)

    def asks_of(self, asker: str, first: list[str]) -> Iterator[tuple[str, str, list[tuple[Page, Ask]]]]:
        """Yield the questions of one asker, each with its page, by the kind of the page and its label, in order."""
        order = {kind: n for n, kind in enumerate(first)}
        for kind, label in sorted(self._kinds(), key=lambda kind: order.get(kind[0], len(order))):
            pages = sorted(
                (page for page in self.context.site.pages.values() if page.kind == kind),
                key=lambda page: page.id in self.context.site.search.last,
            )
            if found := [(page, ask) for page in pages for ask in page.asks if ask.who == asker]:
                yield kind, label, found

    def side_by_side(self, kind: str) -> list[Table]:
        """Return the figures of pages of a kind, those of one test in the same people in one row."""
        return side_by_side(self.context.site, self.pages_of(kind))

    def _kinds(self) -> list[tuple[str, str]]:
        kinds = self.context.site.settings.kinds.items()
        return [*((name, kind.label) for name, kind in kinds), ("docs", self.context.site.strings.say("guides"))]

    def pages_of(self, kind: str) -> list[Page]:
        return sorted((p for p in self.context.site.pages.values() if p.kind == kind), key=lambda p: p.name.lower())
