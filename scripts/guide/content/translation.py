"""The English site and what one language says anew → the site in that language, and what it lacks or says of old words.

A text that nobody has translated stays English there, and knows it by its file: templates mark it so. Nothing that is
amiss in a translation because the English went on holds the English up: only the page of that language says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from guide.content.fields import Model
from guide.content.language import Language
from guide.content.site import Page, Site
from guide.content.source import Problem, Text, nearest
from guide.content.words import parts_of, texts_of
from guide.content.yaml_tree import Map, Seq

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
Said = Text | list[Text]


class Pair(NamedTuple):
    """A piece in both languages. `at` is its place in `file`: sections.shows."""

    file: str
    at: str
    english: Said
    other: Said

    @property
    def key(self) -> str:
        """What the lock of the language holds of it: the hash of the English it was made from, and its own."""
        return f"{hash_of(self.english)} {hash_of(self.other)}"

    def problem(self, message: str) -> Problem:
        return first(self.other).problem(message)


class Missing(NamedTuple):
    """What the English has and a file of the language lacks: the place where it belongs, the first piece of it."""

    file: str
    at: str
    english: Any
    where: Problem


@dataclass
class Translation:
    """One language: its `site`, every piece in both languages, what is missing, what nothing reads."""

    language: Language
    site: Site
    pairs: list[Pair] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    extra: list[tuple[str, str, Text]] = field(default_factory=list)  # file, place, the key
    problems: list[Problem] = field(default_factory=list)

    @property
    def changed(self) -> list[Pair]:
        """The pieces whose English is another one now than that which they were made from."""
        lock = self.language.lock
        return [
            pair
            for pair in self.pairs
            if (known := lock.get(pair.file, {}).get(pair.at)) and known.split()[0] != hash_of(pair.english)
        ]


@lru_cache(maxsize=8)  # rules and pages ask for the same, and a site never changes
def translations(site: Site) -> dict[str, Translation]:
    """Return the site in each language beside English, by its tag."""
    return {tag: _translated(site, language) for tag, language in site.languages.items()}


def _translated(site: Site, language: Language) -> Translation:
    found = Translation(language, site)
    parts: dict[str, Any] = {}
    for name, part in SHARED.items():
        file = language.path(f"{name}.yml")
        tree, english = language.files.get(file), getattr(site, part)
        if tree is None:
            found.missing.append(Missing(file, "", english, Problem(file, 1, 1, "")))
        else:
            parts[part] = _Overlay(found, file).value(english, tree, "", unit=False)
    pages, done = dict(site.pages), set()
    known = {language.path(f"{page.kind}/{page.id}.yml"): page for page in site.pages.values()}
    shared = {language.path(f"{name}.yml") for name in [*SHARED, "search", "translated.lock"]}
    for file, tree in language.files.items():
        if page := known.get(file):
            said = _Overlay(found, file).value(page, tree, "", unit=True)
            said.__dict__.update(path=page.path, id=page.id, kind=page.kind)
            said.__dict__.pop("links", None)  # of the words before
            pages[page.id] = said
            done.add(page.id)
        elif file not in shared:
            advice = nearest(file, known)
            found.problems.append(Problem(file, 1, 1, f"no English page belongs to this — {advice}"))
    if language.search:
        kept = {"last": site.search.last, "whole": site.search.whole}
        parts["search"] = language.search.model_copy(update=kept)
    else:
        parts["search"] = site.search.model_copy(update={"same": [], "idle": [], "emergency": {}})
    found.site = replace(
        site, **parts, pages=pages, strings=language.strings, languages={}, translated=frozenset(done), original=site
    )
    return found


@dataclass
class _Overlay:
    """Lays one file of a language over what it translates."""

    found: Translation
    file: str

    def value(self, english: Any, tree: Any, at: str, unit: bool) -> Any:
        """Return `english` with the words of `tree`, which stands at the place `at`; what it lacks stays as it is."""
        if not isinstance(tree, Map):
            self.wrong(tree, "this has keys of its own — write below it, 2 spaces further right, lines 'key: words'")
            return english
        if isinstance(english, dict):
            self.strangers(tree, english, at)
            return {
                key: self.entry(held, tree, str(key), f"{at}.{key}".lstrip("."), unit) for key, held in english.items()
            }
        parts = dict(parts_of(type(english)))
        self.strangers(tree, {name for name in parts if getattr(english, name)}, at, type(english))
        new = {name: self.part(english, name, part, tree, at, unit) for name, part in parts.items()}
        return english.model_copy(update=new)

    def part(self, english: Model, name: str, part: str, tree: Map, at: str, unit: bool) -> Any:
        held, where = getattr(english, name), f"{at}.{name}".lstrip(".")
        given: Any = tree.get(name)
        if not held:
            return held
        if given is None:
            self.lacks(where, held, tree)
            return held
        if part == "text":
            return self.text(held, given, where)
        if part == "texts":
            words = [one for one in given if isinstance(one, Text) and one.strip()] if isinstance(given, Seq) else []
            if not words or len(words) != len(given):
                self.wrong(given, f"'{name}' is a list of words — write {name}: [first, second]")
                return held
            self.found.pairs.append(Pair(self.file, where, held, words))
            return words
        if part == "models":
            if not isinstance(given, Seq):
                self.wrong(given, f"'{name}' is a list — write each below it behind '- '")
                return held
            for one in given[len(held) :]:
                self.wrong(one, f"the English has {len(held)} here — take out what is more")
            rest = [
                self.value(old, new, f"{where}.{n}", True)
                for n, (old, new) in enumerate(zip(held, given, strict=False))
            ]
            for number in range(len(given), len(held)):
                self.lacks(f"{where}.{number}", held[number], given)
            return [*rest, *held[len(given) :]]
        return self.value(held, given, where, unit or part == "model")

    def entry(self, held: Any, tree: Map, key: str, where: str, unit: bool) -> Any:
        if key not in tree:
            self.lacks(where, held, tree)
            return held
        if isinstance(held, Text):
            return self.text(held, tree[key], where)
        return self.value(held, tree[key], where, True)

    def text(self, english: Text, given: Any, at: str) -> Text:
        if not isinstance(given, Text):
            self.wrong(given, "this is one text — write words, in quotes where a colon and a space stand in them")
            return english
        if not given.strip():
            self.found.problems.append(given.problem("this is empty — write the words, or take the line out"))
            return english
        self.found.pairs.append(Pair(self.file, at, english, given))
        return given

    def lacks(self, at: str, english: Any, tree: Map | Seq) -> None:
        if any(has_letters(text) for _, text in pieces(english, at)):
            self.found.missing.append(Missing(self.file, at, english, tree.problem("")))

    def wrong(self, given: Any, message: str) -> None:
        self.found.problems.append(given.problem(message))

    def strangers(self, tree: Map, known: Any, at: str, model: type[Model] | None = None) -> None:
        for key in tree:
            if key in known:
                continue
            where = f"{at}.{key}".lstrip(".")
            if model and key in model.model_fields:
                self.wrong(key, f"'{key}' is taken over from the English, or is not there — take it out here")
            else:
                self.found.extra.append((self.file, where, key))


def pieces(english: Any, at: str = "") -> Iterator[tuple[str, Said]]:
    """Yield the pieces of what the English has at a place, be it a text, a model or models by key."""
    if isinstance(english, Text) or (isinstance(english, list) and all(isinstance(one, Text) for one in english)):
        yield at, english
    elif isinstance(english, list):
        for number, one in enumerate(english):
            yield from texts_of(one, f"{at}.{number}")
    elif isinstance(english, dict) and all(isinstance(one, Text) for one in english.values()):
        yield from ((f"{at}.{key}", text) for key, text in english.items())
    else:
        yield from texts_of(english, at)


def first(said: Said) -> Text:
    return said if isinstance(said, Text) else said[0]


def has_letters(said: Said) -> bool:
    return any(letter.isalpha() for letter in (said if isinstance(said, str) else "".join(said)))


def hash_of(said: Said) -> str:
    """Return what tells one wording from another: spaces and line ends do not count."""
    words = said if isinstance(said, str) else "\n".join(said)
    return blake2b(" ".join(words.split()).encode(), digest_size=6).hexdigest()


def changed_on(found: Translation, page: Page) -> list[Pair]:
    """Return the pieces of a page whose English has changed since: its own, and what all pages say of an emergency."""
    own = found.language.path(f"{page.kind}/{page.id}.yml")
    shared = found.language.path("site.yml")
    return [
        pair for pair in found.changed if pair.file == own or (pair.file == shared and pair.at.startswith("emergency"))
    ]
