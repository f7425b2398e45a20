"""Patterns of the vocabulary → what they find in words, quickly: only those are tried whose hint stands there.

A hint is a few letters. All that a pattern finds holds one of its hints, and most words hold none of any pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from string import digits, whitespace
from typing import Generic, TypeVar

from guide.content.memo import asked_by_others, memoized
from guide.content.source import Text
from guide.rules.candidates import portions, where
from guide.rules.normalise import LIKE, PART, flat, single, whole

# What `loose` reads alike becomes one letter ("1" may be an "i" or an "l"), and what may stand within a word goes.
ONE_OF = {sign: letter for letter, signs in LIKE.items() for sign in signs} | {"l": "i", "1": "i"}
ALIKE = str.maketrans({**dict.fromkeys(whitespace + "-_'*`\\[]"), **ONE_OF})
BEFORE_ITSELF = re.compile(r"([a-z])(?=\1)")
DIGITS = re.compile(r"\d[\d ]*")
END = "\1"
NO_DIGITS = bytes(sign for sign in range(128) if chr(sign) not in digits + END)
MARK = re.compile(r"\[@[^\[\]\1]*\]|\[\[[^\[\]|\1]*\|(?=[^\[\]\1]*\]\])")
# Parts of a pattern that are no letters.
SIGNS = "()|?*+.^$"
ANY: frozenset[str] = frozenset([""])  # stands everywhere
MOST = 100  # hints that are put together

# Before a sign that the sentence says is not there, as in "no fever, chills or numbness".
WITHOUT = re.compile(r"\b(?:(?:no|without|nor)(?: [\w'-]+)?(?:, [\w'-]+)*(?:,? or)?|not(?: newly| getting)?) $")

Say = TypeVar("Say")


class Phrases(Generic[Say]):
    """Patterns for whole words in small letters, one or several for each thing that they say."""

    def __init__(self, says: Iterable[tuple[Iterable[str], Say]]) -> None:
        self.says = [(tuple(patterns), say) for patterns, say in says]
        self.hints = [(hint, at) for at, (some, _) in enumerate(self.says) for hint in hints("|".join(some))]

    @cached_property
    def _heads(self) -> tuple[re.Pattern[str], dict[str, list[tuple[str, int]]]]:
        """What finds hints with which no other begins, and which begin with each, with the numbers of their things."""
        head = re.compile(_shortest({hint for hint, _ in self.hints}))
        heads: dict[str, list[tuple[str, int]]] = {}
        for hint, number in self.hints:
            if found := head.match(hint):
                heads.setdefault(found[0], []).append((hint, number))
        return head, heads

    def may_hold(self, words: str) -> bool:
        """Say whether `words` hold any hint."""
        return bool(self._heads[0].search(squeezed(words)))

    def near(self, words: str) -> Iterator[tuple[re.Pattern[str], Say]]:
        """Yield those that `words` may hold, in order."""
        letters, near, (head, heads) = squeezed(words), set(), self._heads
        found = head.search(letters)
        while found:
            near |= {number for hint, number in heads[found[0]] if hint in letters}
            found = head.search(letters, found.start() + 1) if found[0] else None
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
        """Yield what is found in `words`, of which none is read twice; nothing if what may stand there says None."""
        near = [*self.near(words)]
        for pattern, say in near if any(say for _, say in near) else ():
            if some := [*pattern.finditer(words)]:
                yield from ((found, say) for found in some)
                words = pattern.sub(lambda found: "\0" * len(found[0]), words)


def _shortest(words: set[str]) -> str:
    """Return a pattern for those of `words` with which no other begins: letter by letter, which is far quicker."""
    if not words or "" in words:
        return "" if words else r"(?!)"
    firsts = sorted({word[0] for word in words})
    parts = [re.escape(first) + _shortest({word[1:] for word in words if word[0] == first}) for first in firsts]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


@lru_cache(maxsize=10_000)  # all lists of patterns look at the same words in turn
def squeezed(words: str) -> str:
    """Return the letters of `words`, one for all that look alike, none of them doubled, then all digits."""
    return "\0".join([_squeezed(words), *DIGITS.findall(words)]).replace(" ", "")


def suspects(texts: Iterable[Text], *lists: Iterable[str]) -> list[list[Text]]:
    """Return the texts that may hold a pattern of each of `lists`, however it is spelt or dressed."""
    heads = [re.compile(_shortest({*hints("|".join(patterns))})) for patterns in lists]
    found: list[list[Text]] = [[] for _ in lists]
    for some in portions(texts):
        letters = _letters(some)
        for those, head in zip(found, heads, strict=True):
            those += [some[number] for number in where(letters, head)]
    return found


def _letters(texts: Sequence[str]) -> list[str]:
    """Return the letters and the digits of each text, `squeezed` in one go, without its marks."""
    words = MARK.sub("", END.join(flat(text.replace(END, "")) for text in texts)).lower().encode("ascii", "ignore")
    numbers = words.translate(None, NO_DIGITS).decode().split(END)
    return [*map("\0".join, zip(_squeezed(words.decode()).split(END), numbers, strict=True))]


def _squeezed(words: str) -> str:
    return BEFORE_ITSELF.sub("", words.translate(ALIKE))


@memoized
@asked_by_others
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
        if not part.strip("[]'- "):  # there or not, it is squeezed out
            del parts[: parts[:1] == ["?"]]
            continue
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


@cache
def _worth(some: frozenset[str]) -> tuple[int, int]:
    return min(len(_squeezed(hint)) for hint in some), -len(some)
