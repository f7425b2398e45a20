"""Site → what people are told to do: the words, speeds and order of everything that a frightened reader acts on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guide.content.fields import Model
from guide.content.site import Site
from guide.content.source import Text
from guide.content.vocabulary import Entry, Grade, Kind
from guide.rules.advice_in_search import searched
from guide.rules.advice_on_pages import followed, said, said_below, shows

# What keeps words of the site from saying what they must not: less of it would let them.
GUARDS = (
    "ours", "soothing", "banned", "not_figures", "urgent", "commands", "counted", "not_speeds", "speed_words",
    "help_words", "reporting", "audience_words", "emergency_signs", "emergency_words", "reviewer", "repository",
    "telling", "denied",
)  # fmt: skip
CODE = "the site itself"  # what it says beside its pages
# What is not held of it: names of the parts of the frame, which lead nobody to help or away from it.
FRAME = {
    "skip", "header", "navigation", "contents", "on_this_page", "link_here", "dark", "search", "clear_search", "type",
    "menu", "searching", "other_languages", "in_english",
}  # fmt: skip
# Words of the vocabulary that say what a figure measures, what evidence is and whom something is about.
LABELS = ("measures", "columns", "evidence", "read", "verdicts", "reports", "levels", "askers")


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
        "emergency line": {"line": settings.emergency, "more": settings.emergency_more},
        "tiers": plain(settings.tiers),
        "audiences": plain(settings.audiences),
        "notes of kinds": {name: kind.note for name, kind in settings.kinds.items() if kind.note},
        "numbers": numbers,
        **({"called first": {"row": row(site)}} if settings.country else {}),
        "ambulance numbers": ambulances(site),
        "shown on": {page.id: shown for page in site.pages.values() if (shown := shows(page.body))},
        "kinds of pages": {name: headings(kind) for name, kind in settings.kinds.items()},
        "labels": {name: labels for name in LABELS if (labels := labels_of(getattr(settings, name)))},
        CODE: dict(by_code(site)),
        "said": said(site),
        "pictures": {name: words for name, figure in site.figures.items() if (words := said_below(figure, site))},
        "where sources differ": followed(site),
        **searched(site),
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


def headings(kind: Kind) -> dict[str, Any]:
    """Return what pages of a kind are called, and what stands above their sections and their lists."""
    over = {name: section.label for name, section in kind.sections.items()}
    return {"label": kind.label, "sections": over} | ({"groups": plain(kind.groups)} if kind.groups else {})


def labels_of(words: dict[Text, Entry]) -> dict[str, Any]:
    """Return the words of a part of the vocabulary, all that is said of each."""
    said_of = {name: plain(word) for name, word in words.items()}
    return {name: {key: text for key, text in one.items() if isinstance(text, Text)} for name, one in said_of.items()}


def by_code(site: Site) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the code says in English: a translation has a lock of its own, of the English it was made from."""
    words = {name: text for name, text in site.strings.words.items() if name not in FRAME}
    yield site.strings.tag, words | plain(site.strings.counted)


def plain(value: Any) -> Any:
    """Return a model, or a list or dict of models, as mappings and lists of texts."""
    if isinstance(value, Model):
        return {field: plain(getattr(value, field)) for field in type(value).model_fields if getattr(value, field)}
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value
