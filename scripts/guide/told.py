"""Site → what people are told to do: the words, speeds and order of everything that a frightened reader acts on."""

from __future__ import annotations

import re
from typing import Any

from guide.base import Model
from guide.marks import BLOCK
from guide.model import Site
from guide.text import Text

# Blocks that put cards or numbers on a page: where one goes missing, the page no longer says what to do.
SHOWS = {"card", "checklist", "paper-card", "emergency-numbers"}
HEADING = re.compile(r"^#{2,} +(.+?) *(?:\{.*\})?$", re.MULTILINE)
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
        "checklist": cards,
    }


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
