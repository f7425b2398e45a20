"""Site → what people are told to do: the words, speeds and order of everything that a frightened reader acts on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guide.content.fields import Model
from guide.content.prose import BLOCK, sentences
from guide.content.site import Page, Site
from guide.content.source import Text
from guide.content.vocabulary import Kind

# Blocks that put cards or numbers on a page: where one goes missing, the page no longer says what to do.
SHOWS = {"card", "checklist", "paper-card", "emergency-numbers"}
HEADING = re.compile(r"^#{2,} +(.+?) *(?:\{.*\})?$", re.MULTILINE)
# A sentence with one of these tells somebody to get help, or how soon: wherever it stands, it must not undo the cards.
URGES = re.compile(
    r"\bemergency (?!departments?|doctor|medicine|room|care)\w+|\bin an emergency\b|\b24-hour line\b"
    r"|\bwait(?! for|ing)\b"
    r"|\b(?:ring|act|call(?!ed|s)|dial|phone|go|speak|see|seen|ask)\b[^.]*?"
    r"\b(?:now|today|tomorrow|at once|straight away|same day|later|days?|hours?|weeks?|months?)\b"
    r"|\bdial\b|\bthe cards?\b|\bstop (?:a|the|your|taking)\b",
    re.IGNORECASE,
)
CITED = re.compile(r"\s*\[@[^\[\]]*\]")
# What keeps words of the site from saying what they must not: less of it would let them.
GUARDS = ("banned", "not_figures", "reviewer")
LOST = re.compile(r'<p class="emergency">(.*?)</p>', re.DOTALL)


def told(site: Site) -> dict[str, Any]:
    """Return it as mappings, lists and texts, each text knowing its place.

    A model is taken over whole, so that a field added to it is never forgotten. What is left out has its reason here.
    """
    settings, cards = site.settings, plain(site.checklist)
    for reasons in ("left_out", "not_printed"):  # no page shows them; what is printed stands in `paper`
        cards.pop(reasons, None)
    numbers = {name: plain(number) for name, number in site.numbers.items()}
    for number in numbers.values():
        number.pop("source")  # it tells nobody what to do
    return {
        "emergency line": {"line": settings.emergency, "more": settings.emergency_more, "page not found": lost(site)},
        "tiers": plain(settings.tiers),
        "audiences": plain(settings.audiences),
        "notes of kinds": {name: kind.note for name, kind in settings.kinds.items() if kind.note},
        "numbers": numbers,
        "shown on": {page.id: shown for page in site.pages.values() if (shown := shows(page.body))},
        "headings": {name: heads for name, kind in settings.kinds.items() if (heads := headings(kind))},
        "said": {page.id: said for page in site.pages.values() if (said := said_on(page, site))},
        "where sources differ": {name: row.follow for name, row in site.disagreements.items()},
        "guards": {field: plain(getattr(settings, field)) for field in GUARDS if getattr(settings, field)},
        "checklist": cards,
    }


def headings(kind: Kind) -> dict[str, Any]:
    """Return what stands above cards on pages of a kind, and above the lists of these pages."""
    over = {name: section.label for name, section in kind.sections.items() if "cards" in section.shows}
    return {"sections": over, "groups": plain(kind.groups)} if over else {}


def said_on(page: Page, site: Site) -> dict[str, list[Text]]:
    """Return the sentences of a page that tell people what to do, by the section or heading they stand under.

    A page made for cards or numbers (`shows` in site.yml) is held whole, and of a sign's page what frames its cards.
    """
    kind = site.settings.kinds.get(page.kind)
    made = {name for name, section in (kind.sections if kind else {}).items() if section.shows == ["cards"]}
    whole = page.id in site.settings.shows and bool(shows(page.body))
    framed = {"brief": page.brief, "the summary": page.summary}
    parts = {"title": page.title, "name": page.name} | framed if whole else framed
    found = {name: held(text, whole or bool(made)) for name, text in parts.items()}
    found |= {name: held(text, name in made) for name, text in page.sections.items()}
    for heading, text in under_headings(page.body) if page.body else ():
        found[heading] = found.get(heading, []) + held(text, whole)
    return {name: sentences_held for name, sentences_held in found.items() if sentences_held}


def under_headings(body: Text) -> Iterator[tuple[str, Text]]:
    """Yield the parts of a page of docs/ with the heading each stands under."""
    parts = [(0, "the top"), *((heading.end(), heading[1]) for heading in HEADING.finditer(body))]
    ends = [heading.start() for heading in HEADING.finditer(body)]
    for (start, heading), end in zip(parts, [*ends, len(body)], strict=True):
        yield heading, Text(body[start:end], body.source, body.start + start)


def held(text: Text, whole: bool) -> list[Text]:
    """Return the sentences of a text, or only those that urge, without their citations and without blocks."""
    found = []
    for sentence in sentences(text) if whole or URGES.search(text) else ():
        words = " ".join(CITED.sub("", BLOCK.sub("", text[sentence.at : sentence.at + len(sentence.words)])).split())
        if words and (whole or URGES.search(sentence.words)):
            lead = len(sentence.words) - len(sentence.words.lstrip())
            found.append(Text(words, text.source, text.offset(sentence.at + lead)))
    return found


def plain(value: Any) -> Any:
    """Return a model, or a list or dict of models, as mappings and lists of texts."""
    if isinstance(value, Model):
        return {field: plain(getattr(value, field)) for field in type(value).model_fields if getattr(value, field)}
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


def lost(site: Site) -> Text:
    """Return what the page for a wrong address says in an emergency."""
    found = LOST.search(site.lost.text)
    return Text(found[1], site.lost, found.start(1)) if found else Text(" ", site.lost)


def shows(body: Text | None) -> list[Text]:
    """Return the blocks of cards and numbers on a page, each with the heading it stands under."""
    found = []
    for block in BLOCK.finditer(body or ""):
        if block["name"] in SHOWS:
            above = [heading[1] for heading in HEADING.finditer(body, 0, block.start())][-1:] or ["the summary"]
            place = body.start + block.start()
            found.append(Text(f"{block['name']}{block['about']}, below: {above[0]}", body.source, place))
    return found
