"""Site → the anchors on each page to which a link can lead, and rules: each stands once, each link finds its own.

An anchor is an id in the page's HTML. Most are ids of content, a heading without one gets its own from the engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markdown.extensions.toc import slugify, unique

from guide.content.fields import ById
from guide.content.prose import BLOCK, links, plain_text
from guide.content.shared_on import figures_below
from guide.content.site import Page, Site
from guide.content.source import Problem, Text, nearest
from guide.templates import FRAME_IDS, LIST_IDS

HEADING = re.compile(r"^ {0,3}#{1,6} +(?P<words>.+?)(?: *\{ #(?P<id>[a-z0-9-]+) \})? *#* *$", re.MULTILINE)
PLACED = re.compile(r"\[\[[^\[\]|#]*#")  # a link to a place: few texts hold one
NUMBERED = re.compile(r"source-\d+")


class Anchor(NamedTuple):
    """An id on a page; the key it comes from, if an editor named it; where in the page's own text it is asked for."""

    id: str
    key: Text | None = None
    at: tuple[Text, int] | None = None


def duplicate_ids(site: Site) -> Iterator[Problem]:
    """An id stands once on a page: a link to it would lead to one of two, and a program would see only the first."""
    named = set()
    for page in site.pages.values():
        first: dict[str, Anchor] = {}
        for place in anchors(site, page):
            before = first.setdefault(place.id, place)
            if before is place and not NUMBERED.fullmatch(place.id):
                continue
            if place.at and (place.key is None or place.key is before.key):
                text, start = place.at
                yield text.problem(f"'{place.id}' stands on this page already — keep one, or choose another id", start)
            elif place.key is not None and id(place.key) not in named:
                named.add(id(place.key))
                message = f"'{place.id}' is the id of something else on the page '{page.id}' — choose another"
                yield place.key.problem(message)


def unknown_anchors(site: Site) -> Iterator[Problem]:
    """A link to a place on a page leads to one that is there."""
    known: dict[str, set[str]] = {}
    for text in site.prose:
        for link in links(text) if PLACED.search(text) else ():
            if not link.place or link.target in site.broken:
                continue
            at = link.at + len(f"[[{link.target}#")
            if link.target in site.pages:
                if link.target not in known:
                    english = site.original or site  # a translated heading has the id of the English one
                    known[link.target] = all_ids(english, english.pages[link.target])
                if link.place not in known[link.target]:
                    advice = nearest(link.place, known[link.target])
                    yield text.problem(f"no place '{link.place}' on the page '{link.target}' — {advice}", at)
            elif link.target in site.glossary:
                yield text.problem(f"a word has no places in it — write [[{link.target}]]", at)


def all_ids(site: Site, page: Page) -> set[str]:
    """Return every id on a page, with those that the engine makes of headings."""
    taken = {place.id for place in anchors(site, page)}
    taken |= {f"caption-{name.partition('-')[2]}" for name in taken if name.startswith(("figure-", "picture-"))}
    plain = [str(page.title)]
    for text in [*page.sections.values(), page.body or Text("-")]:
        plain += [plain_text(heading["words"]) for heading in HEADING.finditer(text) if not heading["id"]]
        if any(block["name"] == "changes" for block in BLOCK.finditer(text)):
            plain += [plain_text(heading["words"]) for heading in HEADING.finditer(site.changes)][1:]
    for words in plain:
        unique(slugify(words, "-"), taken)
    return taken


def anchors(site: Site, page: Page) -> Iterator[Anchor]:
    """Yield the ids on a page but for those that the engine makes: the frame's first, then as they stand on it."""
    yield from map(Anchor, FRAME_IDS)
    kind = site.settings.kinds.get(page.kind)
    sections = kind.sections if kind else ById()
    for section, about in sections.items():
        yield Anchor(section, section)
        if "cards" in about.shows:
            for name, card in site.checklist.cards.items():
                if any(page.id in item.signs for item in card.items.values()):
                    yield Anchor(name, name)
        if section in page.sections:
            yield from _heading_anchors(page.sections[section])
        for name in figures_below(site, page, section):
            yield from _figure_anchors(name, (name, 0))
    if page.body:
        yield from _heading_anchors(page.body)
        for block in BLOCK.finditer(page.body):
            for place in _block_anchors(site, block["name"], block["about"].split()):
                yield place._replace(at=(page.body, block.start()))


def _heading_anchors(text: Text) -> Iterator[Anchor]:
    for heading in HEADING.finditer(text) if "#" in text else ():
        if heading["id"]:
            yield Anchor(heading["id"], at=(text, heading.start("id")))


def _figure_anchors(name: str, at: tuple[Text, int] | None = None) -> Iterator[Anchor]:
    yield Anchor(f"figure-{name}", at=at)


def _block_anchors(site: Site, name: str, about: list[str]) -> Iterator[Anchor]:
    """Yield the ids in what a block stands for."""
    if name == "pages":
        keys = [key for kind in about if kind in site.settings.kinds for key in site.settings.kinds[kind].groups]
    elif name == "leaflet":
        yield from map(Anchor, LIST_IDS)
        leaflets = [site.leaflets.leaflets[key] for key in about if key in site.leaflets.leaflets]
        for card in (card for leaflet in leaflets for card in leaflet.cards):
            many = len(card.groups) if len(card.groups) > 1 else 0
            yield from (Anchor(f"{card.tier}-{n}") for n in range(1, many + 1))
        keys = [card.tier for leaflet in leaflets for card in leaflet.cards]
    elif name == "paper-card":
        pockets = [key for key, leaflet in site.leaflets.leaflets.items() if leaflet.pocket]
        yield from (Anchor(f"{side}-{key}") for key in pockets for side in ("front", "back"))
        keys = []
    elif name == "questions":
        keys = list(site.settings.askers)
        asking = {(ask.who, page.kind) for page in site.pages.values() for ask in page.asks}
        yield from (Anchor(f"{who}-{kind}") for who, kind in sorted(asking))
    elif name == "card":
        keys = [key for key in site.checklist.cards if key in about]
    elif name in ("figure", "picture"):
        for one in about:
            yield Anchor(f"{name}-{one}")
        keys = []
    elif name == "ambulance-numbers":
        yield from (Anchor(f"letter-{letter.lower()}") for letter in site.ambulance.by_letter())
        keys = []
        yield Anchor("no-answer")
    elif name == "scan-words":
        keys = [*site.settings.reports, *(key for key, term in site.glossary.items() if term.report)]
    elif name == "claims":
        yield from (Anchor(f"paragraph-{n}") for n in range(1, len(site.article.sentences) + 1))
        keys = list(site.article.claims)
    else:
        lists: dict[str, Iterable[Text]] = {"glossary": site.glossary, "disagreements": site.disagreements}
        keys = list(lists.get(name, ()))
    yield from (Anchor(key, key) for key in keys)


RULES = [duplicate_ids, unknown_anchors]
