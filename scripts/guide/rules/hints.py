"""Patterns of the vocabulary → what they find in words, quickly: only those are tried whose hint stands there.

A hint is a few letters. All that a pattern finds holds one of its hints, and most words hold none of any pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from string import ascii_lowercase
from typing import Generic, TypeVar

from guide.rules.normalise import LIKE, single
from guide.rules.wording import whole

# What `loose` reads alike becomes one letter ("1" may be an "i" or an "l"), and spaces go.
ONE_OF = {sign: letter for letter, signs in LIKE.items() for sign in signs} | {"l": "i", "1": "i"}
ALIKE = str.maketrans({**ONE_OF, " ": None})
DOUBLED = [(2 * letter, letter) for letter in sorted({*ascii_lowercase} - {"l"})]
DIGITS = re.compile(r"\d[\d ]*")
# What a pattern consists of: an escape, a class, a bracket, a bar, what says how often, or a letter.
SIGNS = "()|?*+.^$"
PART = re.compile(r"\\.|\[\^?\]?[^\]]*\]|\(\?:|.", re.DOTALL)
ANY: frozenset[str] = frozenset([""])  # stands everywhere
MOST = 100  # hints that are put together
END = 3  # Letters at the end of a hint. Many hints share them, so that most are ruled out several at once.


# Before a sign that the sentence says is not there, as in "no fever, chills or numbness".
WITHOUT = re.compile(r"\b(?:(?:no|without|nor)(?: [\w'-]+)?(?:, [\w'-]+)*(?:,? or)?|not(?: newly| getting)?) $")

Say = TypeVar("Say")


class Phrases(Generic[Say]):
    """Patterns for whole words in small letters, one or several for each thing that they say."""

    def __init__(self, says: Iterable[tuple[Iterable[str], Say]]) -> None:
        self.says = [(tuple(patterns), say) for patterns, say in says]
        self.hints: dict[str, list[tuple[str, int]]] = {}  # end → hints that have it, each with the number of its thing
        for at, (some, _) in enumerate(self.says):
            for hint in hints("|".join(some)):
                self.hints.setdefault(hint[-END:], []).append((hint, at))

    def near(self, words: str) -> Iterator[tuple[re.Pattern[str], Say]]:
        """Yield those that `words` may hold, in order."""
        letters = squeezed(words)
        near = {
            number for end, some in self.hints.items() if end in letters for hint, number in some if hint in letters
        }
        for number in sorted(near):
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
def squeezed(words: str) -> str:
    """Return `words` without spaces, with one letter for all that look alike, none of them doubled, then all digits."""
    return "\0".join([_squeezed(words), *(digits.replace(" ", "") for digits in DIGITS.findall(words))])


def _squeezed(words: str) -> str:
    letters = words.translate(ALIKE)
    for doubled, letter in DOUBLED:
        while doubled in letters:
            letters = letters.replace(doubled, letter)
    return letters


@cache
def hints(pattern: str) -> tuple[str, ...]:
    """Return what stands in `squeezed` words: each place that `whole` finds holds one of these."""
    found, _ = _one_of(PART.findall(single(pattern)))
    some = {hint if hint.isdecimal() else _squeezed(hint) for hint in found}
    return tuple(sorted(hint for hint in some if not any(one in hint for one in some - {hint})))


def _one_of(parts: list[str]) -> tuple[frozenset[str], bool]:
    """Take what stands before the next closing bracket; return its hints, and whether they are all that it finds.

    Of each alternative the longest hints are taken.
    """
    found: frozenset[str] = frozenset()
    best, run, all_plain, plain = ANY, ANY, True, True
    while True:
        part = parts.pop(0) if parts else ")"
        if part == " ":
            continue  # there or not, it is squeezed out
        some, known = ANY, False
        if part in ("(", "(?:"):
            some, known = _one_of(parts)
        elif len(part) == 1 and part not in SIGNS:
            some, known = frozenset([part]), True
        optional = bool(parts) and parts[0] in ("?", "*")
        if known and not optional and len(run) * len(some) <= MOST:
            run = frozenset(letters + more for letters in run for more in some)
            continue
        best, run = max(best, run, ANY if optional else some, key=_worth), ANY
        plain = plain and part in ("|", ")")
        if part in ("|", ")"):
            found, best, all_plain, plain = found | best, ANY, all_plain and plain, True
        if part == ")":
            return (ANY, False) if "" in found else (found, all_plain)


def _worth(some: frozenset[str]) -> tuple[int, int]:
    return min(len(_squeezed(hint)) for hint in some), -len(some)
