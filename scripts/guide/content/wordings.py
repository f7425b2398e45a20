"""Wordings of questions → the words that the search reads of them, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

WORD = re.compile(r"[^\W_]+")


class Meanings:
    """Words, or words together, that mean one thing, each with the first that means the same; and idle ones."""

    def __init__(self, same: Sequence[Sequence[str]], idle: Iterable[str]) -> None:
        read = [[words for word in some if (words := bare(word))] for some in same]  # a rule names one without a word
        self.first = {key(words): " ".join(some[0]) for some in read for words in some}
        self.longest: dict[str, int] = {}  # first word of a phrase → words in the longest that begins so
        for begins, *more in map(str.split, self.first):
            self.longest[begins] = max(1 + len(more), self.longest.get(begins, 0))
        self.idle = {"".join(bare(word)) for word in idle}

    def of(self, texts: Iterable[str]) -> list[str]:
        """Return what texts mean, each word or phrase once: nobody sees them, so they may stand in any order."""
        return list(self.counted(texts))

    def counted(self, texts: Iterable[str]) -> dict[str, int]:
        """Return what texts mean, and how many of them say it."""
        found = Counter(unit for text in texts for unit in dict.fromkeys(self.units(bare(text))))
        for unit in [unit for unit in found if unit != one(unit) and one(unit) in found]:
            found[one(unit)] += found.pop(unit)
        return {unit: many for unit, many in found.items() if unit not in self.idle}

    def units(self, words: Sequence[str]) -> Iterator[str]:
        """Yield what words mean, as many together as mean one thing."""
        at, read = 0, [*map(one, words)]
        while at < len(words):
            longest = self.longest.get(read[at])
            if not longest:
                yield words[at]
                at += 1
                continue
            many = next((n for n in range(longest, 0, -1) if " ".join(read[at : at + n]) in self.first), 1)
            yield self.first.get(" ".join(read[at : at + many]), words[at])
            at += many


def key(words: Sequence[str]) -> str:
    return " ".join(map(one, words))


@cache  # there are far fewer words than there is text
def one(word: str) -> str:
    """Return a word without the s that makes it many, as the search reads it: "cases" and "case" are one word."""
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "su" else word


def bare(text: str) -> list[str]:
    """Return the words of a text in small letters and figures, as the search reads them."""
    return WORD.findall(text.lower().replace("'", "").replace("’", ""))


def listed(places: list[list[str]]) -> list[str]:
    """Return the words of each place, those that stand in most places first: so they are smaller compressed."""
    often = Counter(word for some in places for word in some)
    return [";".join(sorted(some, key=lambda word: (-often[word], word))) for some in places]
