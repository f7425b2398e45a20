"""Site → what the search knows: the places that answer, most telling words first, and how people's words are read."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown.extensions.toc import slugify

from guide.content.prose import BLOCK, plain_text, split
from guide.content.site import Page, Site, address, texts_in
from guide.content.translation import translations
from guide.outputs.wordings import Meanings
from guide.rules.anchors import HEADING
from guide.rules.leaflets import lines_of

# What the search box asks for, below the folder of the pages.
INDEX = "assets/search-index.js"
# What stands at the beginning of an item of a list; how a paragraph looks; a block.
MARKS = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+|\{: [^{}]*\}|\{\{[^{}]*\}\}", re.MULTILINE)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# The sentences that answer, as a phone shows them in two lines: the rest of a place is kept as words only.
ANSWER_LETTERS = 84
# A word that stands in more places tells none of them from the others, and the index is fetched on phones.
MOST_PLACES = 1


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


def search_index(site: Site) -> str:
    """Return a script that sets `searchIndex`: a page opened as a file may load scripts, but no data.

    `places`: columns, since alike stands beside alike and is small once compressed. `of`: how many places each page has,
    its top first; of each place `anchor` (1: the heading in small letters with hyphens), `asks`, `names`, `words` (the
    further ones), `answer` and `heading`. Questions and names are read only, so each of their words or phrases stands
    once, as the first that means the same, with a semicolon between two.
    `pages`: [address below the site, title, 1 if it is about the site itself]. `emergency`: [line, address, people's
    words for it, its language if that is not the page's]. `call`: what to do then. `same`, `idle`: as in
    content/search.yml. `says`: what the search itself says. Of a translated site only what is translated is found.
    """
    pages = [page for page in site.pages.values() if page.id in site.translated or not site.translated]
    found = [place for page in pages for place in joined(places(site, page))]
    found = [place for place in found if not place.anchor or place.page.id not in site.search.whole]
    many = Counter(place.page.id for place in found)
    shown = [answer(place.words) if place.anchor else place.page.brief for place in found]
    meanings = Meanings(site.search.same, site.search.idle)
    rest = [
        {*words(place.words)} - {*words(" ".join([text, place.heading or "", *place.names, *asked(place)]))} - meanings.idle
        for place, text in zip(found, shown, strict=True)
    ]
    often = Counter(word for some in rest for word in some)
    index = {
        "pages": [[address(site.path_of(page)), page.title, int(page.id in site.search.last)] for page in pages],
        "places": {
            "of": [many[page.id] for page in pages],
            "anchor": [
                1 if place.heading and place.anchor == slugify(place.heading, "-") else place.anchor or ""
                for place in found
            ],
            "asks": listed([meanings.of(asked(place)) for place in found]),
            "names": listed([meanings.of(place.names) for place in found]),
            "words": [
                " ".join(sorted(word for word in some if often[word] <= MOST_PLACES and not place.is_term))
                for place, some in zip(found, rest, strict=True)
            ],
            "answer": shown,
            "heading": [place.heading or "" for place in found],
        },
        "emergency": list(emergencies(site)),
        "call": plain_text(split(site.settings.emergency)[0]),
        "same": site.search.same,
        "idle": site.search.idle,
        "says": says(site),
    }
    return f"globalThis.searchIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"


def listed(places: list[list[str]]) -> list[str]:
    """Return the words of each place, those that stand in most places first: so they are smaller compressed."""
    often = Counter(word for some in places for word in some)
    return [";".join(sorted(some, key=lambda word: (-often[word], word))) for some in places]


def search_files(site: Site) -> dict[str, str]:
    """Return the index of each language by its path below the pages: English ones find English pages."""
    others = {tag: found.site for tag, found in translations(site).items() if found.site.translated}
    return {INDEX: search_index(site)} | {
        f"{INDEX.removesuffix('.js')}-{tag}.js": search_index(one) for tag, one in others.items()
    }


def says(site: Site) -> dict[str, object]:
    """Return what the search says in the language of the site, and where it leads who finds nothing."""
    strings, pages = site.strings, site.pages
    ways = [
        ("checklist", strings.say("check_signs")),
        ("numbers", strings.say("which_number")),
        ("questions", strings.say("what_people_ask")),
    ]
    return {
        "cldr": strings.cldr,
        "strings": {"on_card": strings.say("on_card"), "nothing_found": strings.say("nothing_found")},
        "places": strings.counted["places"],
        "ways": [[site.address_of(pages[page]), label] for page, label in ways if page in pages],
    }


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


def answer(text: str) -> str:
    """Return the first sentences of a place, as many as fit, or the beginning of a long one."""
    shown = ""
    for sentence in split(text):
        if shown and len(shown) + len(sentence) >= ANSWER_LETTERS:
            break
        shown = f"{shown} {sentence}".strip()
    return shown if len(shown) <= ANSWER_LETTERS else shown[:ANSWER_LETTERS].rpartition(" ")[0] + " …"


def words(text: str) -> list[str]:
    return [word for word in WORD.findall(text.lower()) if len(word) > 1 and not word.isdigit()]


def emergencies(site: Site) -> Iterator[list[object]]:
    """Yield each line of an emergency card with people's words for it, and the leaflet that shows it first."""
    where = {
        name: leaflet
        for leaflet in reversed(site.leaflets.leaflets)
        for name, tier in lines_of(site.leaflets.leaflets[leaflet])
        if tier == next(iter(site.settings.tiers))
    }
    for name, phrases in site.search.emergency.items():
        tier = next(iter(site.settings.tiers))
        path = address(site.path_of(site.pages[where[name]]))
        text = site.leaflets.lines[name].text
        yield [plain_text(text), f"{path}#{tier}", phrases, *(["en"] if site.is_foreign(text) else [])]
