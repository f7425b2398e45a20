"""Site → what people are told to do: the words, speeds and order of everything that a frightened reader acts on."""

from __future__ import annotations

import re
from typing import Any

from guide.base import Model
from guide.marks import BLOCK, sentences
from guide.model import Page, Site
from guide.text import Text

# Blocks that put cards or numbers on a page: where one goes missing, the page no longer says what to do.
SHOWS = {"card", "checklist", "paper-card", "emergency-numbers"}
HEADING = re.compile(r"^#{2,} +(.+?) *(?:\{.*\})?$", re.MULTILINE)
# A sentence with one of these says whether to call, or how soon. On a page with cards it must not undo what they say.
URGES = re.compile(
    r"\b(?:call(?!ed)|ring|wait|emergenc(?:y|ies)|24-hour line|at once|straight away|now|today|tomorrow|not read on"
    r"|the cards?|your card)\b",
    re.IGNORECASE,
)
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
        "said beside cards": {page.id: said for page in site.pages.values() if (said := beside(page, site))},
        "checklist": cards,
    }


def beside(page: Page, site: Site) -> dict[str, Any]:
    """Return what a page with cards says around them: its summary, and what it tells people to do, by the heading.

    A section made for cards alone, as on the pages of signs, is held whole. Of a page in docs/ what urges is.
    """
    kind = site.settings.kinds.get(page.kind)
    if not kind:
        summary = {"the summary": page.summary} if URGES.search(page.summary) else {}
        return {**summary, **urged(page.body)} if shows(page.body) else {}
    made = [name for name, section in kind.sections.items() if section.shows == ["cards"] and name in page.sections]
    return {"brief": page.brief, "the summary": page.summary, **{n: page.sections[n] for n in made}} if made else {}


def urged(body: Text) -> dict[str, list[Text]]:
    """Return the sentences of a page that say whether to call, or how soon, by the heading they stand under."""
    found: dict[str, list[Text]] = {}
    parts = [(0, "the top"), *((heading.end(), heading[1]) for heading in HEADING.finditer(body))]
    for (start, heading), (end, _) in zip(parts, [*parts[1:], (len(body), "")], strict=True):
        for sentence in sentences(body[start:end]):
            if URGES.search(sentence.words) and not BLOCK.search(sentence.words):
                at = start + sentence.at
                words = " ".join(body[at : at + len(sentence.words)].split())
                found.setdefault(heading, []).append(Text(words, body.source, body.start + at))
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
