"""Site → what people are told to do: the words, speeds and order of everything that a frightened reader acts on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from guide.content.fields import Model
from guide.content.figure import Figure
from guide.content.prose import BLOCK
from guide.content.site import Page, Site
from guide.content.source import Text
from guide.content.vocabulary import Grade, Kind
from guide.rules.urging import held

# Blocks that put cards or numbers on a page: where one goes missing, the page no longer says what to do.
SHOWS = {"card", "leaflet", "paper-card", "emergency-numbers", "ambulance-numbers"}
HEADING = re.compile(r"^#{2,} +(.+?) *(?:\{.*\})?$", re.MULTILINE)
# What keeps words of the site from saying what they must not: less of it would let them.
GUARDS = (
    "ours", "soothing", "banned", "not_figures", "urgent", "commands", "counted", "not_speeds", "speed_words",
    "help_words", "reporting", "audience_words", "emergency_signs", "emergency_words", "reviewer", "repository",
)  # fmt: skip
LOST = re.compile(r'<p class="emergency">(.*?)</p>', re.DOTALL)


def told(site: Site) -> dict[str, Any]:
    """Return it as mappings, lists and texts, each text knowing its place.

    A model is taken over whole, so that a field added to it is never forgotten. What is left out has its reason here.
    """
    site = site.undrafted
    settings, cards = site.settings, plain(site.checklist)
    cards.pop("left_out", None)  # reasons for editors: no page shows them
    numbers = {name: plain(number) for name, number in site.numbers.items()}
    for number in numbers.values():
        number.pop("source")  # it tells nobody what to do
    return {
        "emergency line": {"line": settings.emergency, "more": settings.emergency_more, "page not found": lost(site)},
        "tiers": plain(settings.tiers),
        "audiences": plain(settings.audiences),
        "notes of kinds": {name: kind.note for name, kind in settings.kinds.items() if kind.note},
        "numbers": numbers,
        **({"called first": {"row": row(site)}} if settings.country else {}),
        "ambulance numbers": ambulances(site),
        "shown on": {page.id: shown for page in site.pages.values() if (shown := shows(page.body))},
        "groups": {name: said for name, kind in settings.kinds.items() if (said := said_over(kind, site))},
        "headings": {name: heads for name, kind in settings.kinds.items() if (heads := headings(kind))},
        "said": {page.id: said for page in site.pages.values() if (said := said_on(page, site))} | said_of_words(site),
        "pictures": {name: said for name, figure in site.figures.items() if (said := said_below(figure, site))},
        "where sources differ": {name: row.follow for name, row in site.disagreements.items()},
        "found under": {name: words for name, also in searched(site) if (words := urgent(also, site))},
        "searched in an emergency": dict(site.search.emergency),
        "searched, and no emergency": {**site.search.calm, "fresh": site.search.fresh},
        "verdicts": {name: claim.verdict for name, claim in site.article.claims.items()},
        "guards": guards(site),
        "checklist": cards,
        "leaflets": leaflets(site),
    }


def leaflets(site: Site) -> dict[str, Any]:
    """Return the lines by their ids, and the leaflets made of them, their cards by tier and the groups by label."""
    found: dict[str, Any] = plain(site.leaflets)
    for leaflet in found["leaflets"].values():
        leaflet.pop("not_owed", None)  # reasons for editors: no page shows them
        for card in leaflet["cards"]:
            card["groups"] = {group["label"]: group["lines"] for group in card["groups"]}
        leaflet["cards"] = {card.pop("tier"): card for card in leaflet["cards"]}
    return found


def ambulances(site: Site) -> dict[str, Any]:
    """Return how an ambulance is called, a line for each country: there are hundreds."""
    known, lines = site.ambulance, {}
    for code, country in known.countries.items():
        words = "; ".join(f"{name}: {text}" for name, text in plain(country).items())
        lines[code] = Text(words, code.source, code.start)
    return {"anywhere": known.anywhere, "no answer": known.no_answer, "countries": lines}


def row(site: Site) -> Text:
    """Return the row of numbers of a site with a country of its own, which stands first in it."""
    country = site.settings.country or Text("")
    return Text(" · ".join(f"{number} {name}" for number, name in site.row), country.source, country.start)


def guards(site: Site) -> dict[str, Any]:
    """Return what keeps words from being said or from being hard to read, and who is said to have looked at them."""
    settings = site.settings
    held_fields = {field: plain(getattr(settings, field)) for field in GUARDS if getattr(settings, field)}
    grades = {name: limit(grade) for name, grade in settings.grades.items()}
    excused = {page.id: page.unavoidable for page in site.pages.values() if page.unavoidable}
    return held_fields | {"grades": grades} | ({"unavoidable": excused} if excused else {})


def limit(grade: Grade) -> dict[str, Any]:
    numbers = f"{grade.limit:g}" + (f", half of the pages {grade.half:g}" if grade.half else "")
    at_most = {"limit": Text(numbers, grade.about.source, grade.about.start)}
    return at_most | ({"pages": grade.pages} if grade.pages else {})


def searched(site: Site) -> Iterator[tuple[str, list[Text]]]:
    """Yield under which words each page and each word of the glossary is found."""
    for page in site.pages.values():
        yield page.id, page.also
    for name, term in site.glossary.items():
        yield f"the word {name}", term.also


def urgent(words: list[Text], site: Site) -> list[Text]:
    """Return those that somebody in an emergency may search for: they must lead to what helps."""
    sign = re.compile("|".join(map(re.escape, site.settings.urgent)), re.IGNORECASE)
    return [word for word in words if sign.search(word)]


def said_below(figure: Figure, site: Site) -> dict[str, list[Text]]:
    """Return the sentences of a picture's words that tell people what to do."""
    commands = frozenset(map(str, site.settings.commands))
    parts = [
        ("caption", held(figure.caption, False, commands)),
        ("the picture in words", held(figure.about, False, commands)),
    ]
    for part in figure.parts:
        says = held(part.says, bool(part.when), commands) if part.says else []
        parts.append((part.label, says + ([part.when] if part.when else [])))
    return by_name(parts)


def by_name(parts: Iterable[tuple[str, list[Text]]]) -> dict[str, list[Text]]:
    """Return what is said under each name, all of it where several parts share one, without parts that say nothing."""
    found: dict[str, list[Text]] = {}
    for name, texts in parts:
        if texts:
            found[name] = found.get(name, []) + texts
    return found


def headings(kind: Kind) -> dict[str, Any]:
    """Return what stands above cards on pages of a kind, and above the lists of these pages."""
    over = {name: section.label for name, section in kind.sections.items() if "cards" in section.shows}
    return {"sections": over, "groups": plain(kind.groups)} if over else {}


def said_over(kind: Kind, site: Site) -> dict[str, list[Text]]:
    """Return what the headings of a kind's groups, and the lines below them, tell people to do."""
    commands = frozenset(map(str, site.settings.commands))
    groups = kind.groups.items()
    return by_name(
        (name, held(text, False, commands)) for name, one in groups for text in (one.label, one.about) if text
    )


def said_on(page: Page, site: Site) -> dict[str, list[Text]]:
    """Return the sentences of a page that tell people what to do, by the section or heading they stand under.

    A page that shows cards or numbers is held whole, and so is one that `shows` in site.yml names, for its ways lead
    there, and a sign's, but for what studies measured.
    """
    kind = site.settings.kinds.get(page.kind)
    commands, sections = frozenset(map(str, site.settings.commands)), kind.sections if kind else {}
    made = any(section.shows == ["cards"] for section in sections.values())
    measured = {name for name, section in sections.items() if "evidence" in section.shows}
    whole = bool(shows(page.body)) or page.id in site.settings.shows
    found = [("title", held(page.title, whole, commands)), ("name", held(page.name, whole, commands))]
    found += [("brief", held(page.brief, whole or made, commands))]
    found += [("the summary", held(page.summary, whole or made, commands))]
    found += [(name, held(text, made and name not in measured, commands)) for name, text in page.sections.items()]
    body = page.body or Text("")
    found += [(name, held(text, whole, commands)) for name, text in under_headings(body)]
    over = [Text(one[1], body.source, body.offset(one.start(1))) for one in HEADING.finditer(body)]
    return by_name([*found, *(("headings", held(text, False, commands)) for text in over)])


def said_of_words(site: Site) -> dict[str, Any]:
    """Return the sentences of the glossary that tell people what to do, by the word."""
    commands, found = frozenset(map(str, site.settings.commands)), {}
    for name, term in site.glossary.items():
        parts = [("meaning", held(term.meaning, False, commands))]
        parts += [("what it means", held(term.means, False, commands))] if term.means else []
        if said := by_name(parts):
            found[f"the word {name}"] = said
    return found


def under_headings(body: Text) -> Iterator[tuple[str, Text]]:
    """Yield the parts of a page of docs/ with the heading each stands under."""
    parts = [(0, "the top"), *((heading.end(), heading[1]) for heading in HEADING.finditer(body))]
    ends = [heading.start() for heading in HEADING.finditer(body)]
    for (start, heading), end in zip(parts, [*ends, len(body)], strict=True):
        yield heading, Text(body[start:end], body.source, body.start + start)


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
    found, body = [], body or Text("")
    for block in BLOCK.finditer(body):
        if block["name"] in SHOWS:
            above = [heading[1] for heading in HEADING.finditer(body, 0, block.start())][-1:] or ["the summary"]
            place = body.start + block.start()
            found.append(Text(f"{block['name']}{block['about']}, below: {above[0]}", body.source, place))
    return found
