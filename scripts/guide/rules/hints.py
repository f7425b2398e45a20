"""Patterns of the vocabulary → what they find in words, quickly: only those are tried whose hint stands there.

A hint is a few letters. All that a pattern finds holds one of its hints, and most words hold none of any pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Generic, TypeVar

from guide.rules.normalise import LIKE, single
from guide.rules.wording import whole

# What `loose` reads alike becomes one letter ("1" may be an "i" or an "l"), and spaces go.
ALIKE = {ord(sign): letter for letter, signs in LIKE.items() for sign in signs} | {ord("l"): "i", ord("1"): "i"}
ALIKE[ord(" ")] = ""
DOUBLED = re.compile(r"(.)\1+")
DIGITS = re.compile(r"\d+")
# What a pattern consists of: an escape, a class, a bracket, a bar, what says how often, or a letter.
PART = re.compile(r"\\.|\[\^?\]?[^\]]*\]|\(\?:|.", re.DOTALL)
ANY: frozenset[str] = frozenset([""])  # stands everywhere
START = 3  # letters of a hint that words are looked through for at once


# Before a sign that the sentence says is not there, as in "no fever, chills or numbness".
WITHOUT = re.compile(r"\b(?:(?:no|without|nor)(?: [\w'-]+)?(?:, [\w'-]+)*(?:,? or)?|not(?: newly| getting)?) $")

Say = TypeVar("Say")


class Phrases(Generic[Say]):
    """Patterns for whole words in small letters, one or several for each thing that they say."""

    def __init__(self, says: Iterable[tuple[Iterable[str], Say]]) -> None:
        self.says = [(tuple(patterns), say) for patterns, say in says]
        self.starts: dict[str, list[tuple[str, int]]] = {}
        self.short: list[tuple[str, int]] = []
        for number, (patterns, _) in enumerate(self.says):
            for hint in hints("|".join(patterns)):
                known = self.starts.setdefault(hint[:START], []) if len(hint) >= START else self.short
                known.append((hint, number))

    def near(self, words: str) -> Iterator[tuple[re.Pattern[str], Say]]:
        """Yield those that `words` may hold, in order."""
        letters, starts = squeezed(words)
        known = [*self.short, *(one for start in self.starts.keys() & starts for one in self.starts[start])]
        for number in sorted({number for hint, number in known if hint in letters}):
            patterns, say = self.says[number]
            yield whole(patterns), say

    def there(self, words: str) -> Iterator[tuple[re.Match[str], Say]]:
        """Yield what is found in `words`, but not where they say that it is not there."""
        for pattern, say in self.near(words):
            yield from (
                (found, say) for found in pattern.finditer(words) if not WITHOUT.search(words, 0, found.start())
            )

    def once(self, words: str) -> Iterator[tuple[re.Match[str], Say]]:
        """Yield what is found in `words`, of which none is read twice."""
        for pattern, say in self.near(words):
            if some := [*pattern.finditer(words)]:
                yield from ((found, say) for found in some)
                words = pattern.sub(lambda found: "\0" * len(found[0]), words)


@lru_cache(maxsize=1000)  # all lists of patterns look at the same words in turn
def squeezed(words: str) -> tuple[str, frozenset[str]]:
    """Return `words` without spaces, with one letter for all that look alike, none of them doubled, then all digits.

    With it come each three letters that follow each other in it.
    """
    letters = "\0".join([_squeezed(words), *DIGITS.findall(words)])
    return letters, frozenset(letters[at : at + START] for at in range(len(letters)))


def _squeezed(words: str) -> str:
    return DOUBLED.sub(r"\1", words.translate(ALIKE))


@cache
def hints(pattern: str) -> tuple[str, ...]:
    """Return what stands in `squeezed` words: each place that `whole` finds holds one of these."""
    found = _one_of(PART.findall(single(pattern)))
    return tuple(sorted(hint if hint.isdecimal() else _squeezed(hint) for hint in found))


def _one_of(parts: list[str]) -> frozenset[str]:
    """Take what stands before the next closing bracket, and return its best hints: of each alternative, the longest."""
    found: frozenset[str] = frozenset()
    best, letters = ANY, ""
    while True:
        part = parts.pop(0) if parts else ")"
        group = _one_of(parts) if part in ("(", "(?:") else ANY
        optional = bool(parts) and parts[0] in ("?", "*")
        if part == " ":
            continue  # there or not, it is squeezed out
        if len(part) == 1 and part not in "()|?*+.^$" and not optional:
            letters += part
            continue
        best, letters = max(best, frozenset([letters]), ANY if optional else group, key=_worth), ""
        if part in ("|", ")"):
            found, best = found | best, ANY
        if part == ")":
            return ANY if "" in found else found


def _worth(some: frozenset[str]) -> tuple[int, int]:
    return min(len(_squeezed(hint)) for hint in some), -len(some)
