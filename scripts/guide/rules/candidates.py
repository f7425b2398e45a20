"""Texts and patterns → the few texts in which a pattern may stand, found at once: all others need no closer look.

All texts are searched as one. Where words may be spelt in odd ways that happens twice: without what parts letters, and
with no letter doubled.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from guide.content.source import Text
from guide.rules.normalise import LIKE, flat

APART = "\n\0\n"  # between two texts: lines begin and end beside it, as they do at the ends of a text
END = b"\1"
INLINE = re.compile(r"\[@[^\[\]\1]*\]|\[\[[^\[\]|\1]*\|")
SIGNS = [(sign, letter) for letter, signs in LIKE.items() for sign in signs[1:]]
# "1" may be an "i" or an "l": the one is searched in one way, the other in the other.
AS_I, AS_L = (
    bytes.maketrans(*("".join(half).encode() for half in zip(*pairs, strict=True)))
    for pairs in ([*SIGNS, ("1", "i")], [*SIGNS, ("1", "l"), ("\n", " "), ("-", " "), ("_", " ")])
)
DROPPED = bytes(code for code in range(256) if not (code < 128 and chr(code).isalnum()) and chr(code) not in "@!$\1")
UNDRESSED = bytes(set(DROPPED) - set(b" \n-_"))
BETWEEN = re.compile(r"\[[ '-]+\]\??|[-' ]\??|\\w\+")
DOUBLED = re.compile(r"([a-z ])\1+")
BEFORE_ITSELF = re.compile(rb"([^\x01])(?=\1)")


@lru_cache(maxsize=20)
def as_one(words: tuple[str, ...]) -> tuple[str, list[int]]:
    """Return all `words` in one, and where each is over."""
    return APART.join(words), [*accumulate(len(one) + len(APART) for one in words)]


def where(words: tuple[str, ...], *hints: re.Pattern[str] | str) -> list[int]:
    """Return the numbers of those of `words` that hold one of `hints`, and it may be of some others too.

    Letters alone are found far sooner than a pattern, which must take the ends of a text for ends of a line.
    """
    whole, ends = as_one(words)
    numbers: set[int] = set()
    for hint in hints:
        at = _find(hint, whole, 0)
        while at >= 0:
            number = bisect(ends, at)
            numbers.add(number)
            at = _find(hint, whole, ends[number])
    return sorted(numbers)


def _find(hint: re.Pattern[str] | str, whole: str, start: int) -> int:
    if isinstance(hint, str):
        return whole.find(hint, start)
    found = hint.search(whole, start)
    return found.start() if found else -1


def holding(texts: tuple[Text, ...], *hints: re.Pattern[str] | str) -> Iterator[Text]:
    """Yield the texts that may hold one of `hints`."""
    return (texts[number] for number in where(texts, *hints))


@lru_cache(maxsize=1)
def letters_and_words(texts: tuple[Text, ...]) -> tuple[bytes, bytes]:
    """Return all texts, each ended by END: their letters only, and their words with no letter doubled."""
    whole = "\1".join(text if text.isascii() else flat(text) for text in texts)
    letters = INLINE.sub("", whole).lower().encode("ascii", "replace")
    return letters.translate(AS_I, DROPPED), BEFORE_ITSELF.sub(b"", letters.translate(AS_L, UNDRESSED))


def suspects(texts: tuple[Text, ...], patterns: tuple[str, ...]) -> list[Text]:
    """Return the texts that may hold one of `patterns`."""
    numbers: set[int] = set()
    for letters, between in zip(letters_and_words(texts), ("", " ?"), strict=True):
        if letters.count(END) != len(texts) - 1:
            return [*texts]  # one of them holds the sign itself
        for pattern in patterns:
            plain = BETWEEN.sub(between, pattern.lower())
            plain = DOUBLED.sub(r"\1", plain) if between else plain
            number = counted = 0
            for at in re.finditer(plain.encode(), letters):
                number += letters.count(END, counted, at.start())
                counted = at.start()
                numbers.add(number)
    return [texts[number] for number in sorted(numbers)]
