"""Texts and hints → the few texts in which one stands, found in many at once: all others need no closer look."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import TypeVar

from guide.content.source import Text

Words = TypeVar("Words", bound=str)
APART = "\n\0\n"  # between two texts: lines begin and end beside it, as they do at the ends of a text
MANY = 500  # texts that are searched at once: all would double a large site


def portions(texts: Iterable[Words]) -> Iterator[list[Words]]:
    """Yield as many texts as are searched at once."""
    rest = iter(texts)
    while some := [*islice(rest, MANY)]:
        yield some


def where(texts: Iterable[str], *hints: re.Pattern[str] | str) -> Iterator[int]:
    """Yield the numbers of those of `texts` that hold one of `hints`, and it may be of some others too.

    Letters alone are found far sooner than a pattern, which must take the ends of a text for ends of a line.
    """
    for portion, some in enumerate(portions(texts)):
        whole, ends, numbers = APART.join(some), [*accumulate([len(one) + len(APART) for one in some])], set()
        for hint in hints:
            at = _find(hint, whole, 0)
            while 0 <= at < len(whole):
                number = bisect(ends, at)
                numbers.add(portion * MANY + number)
                at = _find(hint, whole, ends[number])
        yield from sorted(numbers)


def _find(hint: re.Pattern[str] | str, whole: str, start: int) -> int:
    if isinstance(hint, str):
        return whole.find(hint, start)
    found = hint.search(whole, start)
    return found.start() if found else -1


def holding(texts: tuple[Text, ...], *hints: re.Pattern[str] | str) -> Iterator[Text]:
    """Yield the texts that may hold one of `hints`."""
    return (texts[number] for number in where(texts, *hints))
