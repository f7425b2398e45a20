"""Texts and hints → the few texts in which one stands, found at once: all others need no closer look."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from guide.content.source import Text

APART = "\n\0\n"  # between two texts: lines begin and end beside it, as they do at the ends of a text


@lru_cache(maxsize=3)  # what several rules search in turn
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
        while 0 <= at < len(whole):
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
