"""Site → what its pages, words and pictures tell people to do, sentence by sentence, by the place where each stands."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from guide.content.due import ADVICE
from guide.content.figure import Figure
from guide.content.prose import BLOCK
from guide.content.site import Page, Site
from guide.content.source import Text
from guide.rules.said import vocabulary
from guide.rules.telling import held

HEADING = re.compile(r"^#{2,} +(.+?) *(?:\{.*\})?$", re.MULTILINE)
WORD = "the word "  # before one of the glossary
LOST = "the page for a wrong address"
NUMBERS = '<p class="call">'  # of that page: another rule holds them


def said(site: Site) -> dict[str, dict[str, list[Text]]]:
    """Return the sentences of all pages, and of the glossary, that tell people what to do."""
    pages = {page.id: found for page in site.pages.values() if (found := said_on(page, site))}
    return pages | {LOST: {"its lines": lost(site)}} | said_of_words(site)


def said_on(page: Page, site: Site) -> dict[str, list[Text]]:
    """Return the sentences of a page that tell people what to do, by the section or heading they stand under.

    A page that shows cards or numbers is held whole, and so is one that `shows` in site.yml names, for its ways lead
    there, and a sign's, but for what studies measured.
    """
    kind, words = site.settings.kinds.get(page.kind), vocabulary(site)
    sections = kind.sections if kind else {}
    made = any(section.shows == ["cards"] for section in sections.values())
    measured = {name for name, section in sections.items() if "evidence" in section.shows}
    whole = bool(shows(page.body)) or page.id in site.settings.shows
    found = [("title", held(page.title, whole, words)), ("name", held(page.name, whole, words))]
    found += [("brief", held(page.brief, whole or made, words))]
    found += [("the summary", held(page.summary, whole or made, words))]
    found += [(name, held(text, made and name not in measured, words)) for name, text in page.sections.items()]
    body = page.body or Text("")
    found += by_heading(body, held(body, whole, words))
    over = [Text(one[1], body.source, body.offset(one.start(1))) for one in HEADING.finditer(body)]
    return by_name([*found, *(("headings", held(text, False, words)) for text in over)])


def said_of_words(site: Site) -> dict[str, dict[str, list[Text]]]:
    """Return the sentences of the glossary that tell people what to do, by the word."""
    found = {}
    for name, term in site.glossary.items():
        parts = [("meaning", held(term.meaning, False, vocabulary(site)))]
        parts += [("what it means", held(term.means, False, vocabulary(site)))] if term.means else []
        if some := by_name(parts):
            found[f"{WORD}{name}"] = some
    return found


def said_below(figure: Figure, site: Site) -> dict[str, list[Text]]:
    """Return the sentences of a picture's words that tell people what to do."""
    words = vocabulary(site)
    parts = [
        ("caption", held(figure.caption, False, words)),
        ("the picture in words", held(figure.about, False, words)),
    ]
    for part in figure.parts:
        says = held(part.says, bool(part.when), words) if part.says else []
        parts.append((part.label, says + ([part.when] if part.when else [])))
    return by_name(parts)


def followed(site: Site) -> dict[str, dict[str, Any]]:
    """Return what we follow where sources differ, and which of them tell people what to do."""
    found: dict[str, dict[str, Any]] = {}
    for name, row in site.disagreements.items():
        sides = [text for side in row.sides for text in held(side, False, vocabulary(site))]
        found[name] = {"we follow": row.follow} | ({"sources say": sides} if sides else {})
    return found


def by_name(parts: Iterable[tuple[str, list[Text]]]) -> dict[str, list[Text]]:
    """Return what is said under each name, all of it where several parts share one, without parts that say nothing."""
    found: dict[str, list[Text]] = {}
    for name, texts in parts:
        if texts:
            found[name] = found.get(name, []) + texts
    return found


def by_heading(body: Text, sentences: list[Text]) -> Iterator[tuple[str, list[Text]]]:
    """Yield the sentences of a page of docs/, those of one part together, with the heading it stands under."""
    over = [*HEADING.finditer(body)]
    starts = [body.start + one.start() for one in over]
    for number, some in groupby(sentences, lambda one: bisect(starts, one.start)):
        heading, end = (over[number - 1][1], over[number - 1].end()) if number else ("the top", 0)
        yield heading, [one for one in some if one.start >= body.start + end]


def under_headings(body: Text) -> Iterator[tuple[str, Text]]:
    """Yield the parts of a page of docs/ with the heading each stands under."""
    parts = [(0, "the top"), *((heading.end(), heading[1]) for heading in HEADING.finditer(body))]
    ends = [heading.start() for heading in HEADING.finditer(body)]
    for (start, heading), end in zip(parts, [*ends, len(body)], strict=True):
        yield heading, Text(body[start:end], body.source, body.start + start)


def shows(body: Text | None) -> list[Text]:
    """Return the blocks of cards and numbers on a page, each with the heading it stands under."""
    found, body = [], body or Text("")
    for block in BLOCK.finditer(body):
        if block["name"] in ADVICE:  # where one goes missing, the page no longer says what to do
            above = [heading[1] for heading in HEADING.finditer(body, 0, block.start())][-1:] or ["the summary"]
            place = body.start + block.start()
            found.append(Text(f"{block['name']}{block['about']}, below: {above[0]}", body.source, place))
    return found


def lost(site: Site) -> list[Text]:
    """Return the lines of the page for a wrong address, which a stray one would stand on as well."""
    lines = re.finditer(r"\S.*", site.lost.text)
    found = [Text(line[0].rstrip(), site.lost, line.start()) for line in lines if not line[0].startswith(NUMBERS)]
    return found or [Text(" ", site.lost)]
