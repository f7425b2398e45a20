"""A model in English and the tree of its translation → the same model with the words of the other language.

Whatever it can't take over it names: what is missing, what nothing reads, what is no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, NamedTuple

from guide.content.checklist import Card
from guide.content.fields import Model
from guide.content.figure import Figure
from guide.content.leaflet import Leaflet
from guide.content.source import Problem, Text
from guide.content.words import parts_of, texts_of
from guide.content.yaml_tree import Map, Seq

# What is shown in one language only: where a part of it is missing, all of it stays English.
WHOLE = (Card, Leaflet, Figure)
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
    whole: bool  # a card, a word or the like, and not a part of one


@dataclass
class Found:
    """What was found in the files of a language: every piece in both languages, what is missing, what nothing reads."""

    pairs: list[Pair] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    extra: list[tuple[str, str, Text]] = field(default_factory=list)  # file, place, the key
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Overlay:
    """Lays one file of a language over what it translates."""

    found: Found
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
            self.lacks(where, held, tree, not unit)
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
                self.lacks(f"{where}.{number}", held[number], given, False)
            return [*rest, *held[len(given) :]]
        return self.value(held, given, where, unit or part == "model")

    def entry(self, held: Any, tree: Map, key: str, where: str, unit: bool) -> Any:
        if key not in tree:
            self.lacks(where, held, tree, not unit)
            return held
        if isinstance(held, Text):
            return self.text(held, tree[key], where)
        before = len(self.found.missing)
        new = self.value(held, tree[key], where, True)
        return held if isinstance(held, WHOLE) and len(self.found.missing) > before else new

    def text(self, english: Text, given: Any, at: str) -> Text:
        if not isinstance(given, Text):
            self.wrong(given, "this is one text — write words, in quotes where a colon and a space stand in them")
            return english
        if not given.strip():
            self.found.problems.append(given.problem("this is empty — write the words, or take the line out"))
            return english
        self.found.pairs.append(Pair(self.file, at, english, given))
        return given

    def lacks(self, at: str, english: Any, tree: Map | Seq, whole: bool) -> None:
        if any(has_letters(text) for _, text in pieces(english, at)):
            self.found.missing.append(Missing(self.file, at, english, tree.problem(""), whole))

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
