"""The English site and what one language says anew → the site in that language, and what it lacks or says of old words.

A text that nobody has translated stays English there, and knows it by its file: templates mark it so. Nothing that is
amiss in a translation because the English went on holds the English up: only the page of that language says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import Any

from guide.content.emergency_numbers import AmbulanceNumbers
from guide.content.language import Language
from guide.content.overlay import Found, Missing, Overlay, Pair, Said, has_letters, hash_of, pieces
from guide.content.shared_on import shared_on
from guide.content.site import Page, Site
from guide.content.source import Problem, SourceFile, Text, nearest

# The shared files that a language may say anew, and what of the site they are.
SHARED = {
    "site": "settings",
    "checklist": "checklist",
    "leaflets": "leaflets",
    "glossary": "glossary",
    "figures": "figures",
    "disagreements": "disagreements",
    "emergency-numbers": "numbers",
    "ambulance-numbers": "ambulance",
}


@dataclass
class Translation:
    """One language: its `site`, and what was `found` in its files."""

    language: Language
    site: Site
    found: Found

    @cached_property
    def english(self) -> dict[int, Said]:
        """What each piece says in English, by the identity of the piece."""
        return {id(pair.other): pair.english for pair in self.found.pairs}

    @property
    def changed(self) -> list[Pair]:
        """The pieces whose English is another one now than that which they were made from."""
        lock = self.language.lock
        return [
            pair
            for pair in self.found.pairs
            if (known := lock.get(pair.file, {}).get(pair.at)) and known.split()[0] != hash_of(pair.english)
        ]


@lru_cache(maxsize=8)  # rules and pages ask for the same, and a site never changes
def translations(site: Site) -> dict[str, Translation]:
    """Return the site in each language beside English, by its tag, but for one of which nobody knows the plurals."""
    return {tag: _translated(site, language) for tag, language in site.languages.items() if language.strings.known}


def _translated(site: Site, language: Language) -> Translation:
    found = Found()
    parts: dict[str, Any] = {}
    for name, part in SHARED.items():
        file = language.path(f"{name}.yml")
        tree, english = language.files.get(file), getattr(site, part)
        if tree is None and file in language.broken:
            continue
        if tree is None:
            found.missing.append(Missing(file, "", english, Problem(file, 1, 1, ""), True))
        else:
            parts[part] = Overlay(found, file).value(english, tree, "", unit=False)
    parts["ambulance"] = _named(parts.get("ambulance", site.ambulance), language)
    found.missing = [one for one in found.missing if one.file != language.path("ambulance-numbers.yml") or _asks(one)]
    for name, number in parts.get("numbers", {}).items():
        number.__dict__["first"] = site.numbers[name].first
    for code, country in parts["ambulance"].countries.items():
        country.__dict__["first"] = site.ambulance.countries[code].first
    pages, done = dict(site.pages), set()
    known = {language.path(f"{page.kind}/{page.id}.yml"): page for page in site.pages.values()}
    shared = {language.path(f"{name}.yml") for name in [*SHARED, "search", "translated.lock"]}
    for file, tree in language.files.items():
        if page := known.get(file):
            said = Overlay(found, file).value(page, tree, "", unit=True)
            said.__dict__.update(path=page.path, id=page.id, kind=page.kind)
            said.__dict__.pop("links", None)  # of the words before
            pages[page.id] = said
            done.add(page.id)
        elif file not in shared and PurePosixPath(file).stem not in site.broken:  # its English may be there
            advice = nearest(file, known)
            found.problems.append(Problem(file, 1, 1, f"no English page belongs to this — {advice}"))
    if language.search:
        kept = {"last": site.search.last, "whole": site.search.whole}
        parts["search"] = language.search.model_copy(update=kept)
    else:
        none: dict[str, object] = {"same": [], "idle": [], "emergency": {}, "calm": {}, "fresh": []}
        parts["search"] = site.search.model_copy(update=none)
    made = {"pages": pages, "strings": language.strings, "languages": {}, "translated": frozenset(done)}
    return Translation(language, replace(site, **parts | made, original=site), found)


def _named(numbers: AmbulanceNumbers, language: Language) -> AmbulanceNumbers:
    """Return the numbers of countries, each called as CLDR calls it in this language unless a file says otherwise."""
    names, known = language.strings.locale.territories, numbers.countries.items()
    path = language.path("ambulance-numbers.yml")
    cldr = {code: names.get(code.upper()) for code, one in known if one.place.source.path != path}
    new = {
        code: one.model_copy(update={"place": Text(name, SourceFile(path, name))}) if (name := cldr.get(code)) else one
        for code, one in known
    }
    return numbers.model_copy(update={"countries": new})


def _asks(missing: Missing) -> bool:
    """Say whether something is missing besides the name of a country, which CLDR knows."""
    return any(not at.endswith(".place") for at, said in pieces(missing.english, missing.at) if has_letters(said))


def changed_on(translation: Translation, page: Page) -> list[Pair]:
    """Return the pieces of a page whose English has changed since: its own, those of shared files that stand on it, and
    what all pages say of an emergency.
    """
    language = translation.language
    own = language.path(f"{page.kind}/{page.id}.yml")
    shared = {(language.path(f"{file}.yml"), at) for file, at in shared_on(translation.site, page)}

    def stands_there(pair: Pair) -> bool:
        places = pair.at.split(".")
        return any((pair.file, ".".join(places[:some])) in shared for some in range(len(places) + 1))

    return [
        pair
        for pair in translation.changed
        if pair.file == own
        or (pair.file == language.path("site.yml") and pair.at.startswith("emergency"))
        or stands_there(pair)
    ]
