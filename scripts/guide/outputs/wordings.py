"""Wordings of questions → the words that the search reads of them, each once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence


class Meanings:
    """Words, or words together, that mean one thing, each with the first that means the same; idle ones mean nothing."""

    def __init__(self, same: Sequence[Sequence[str]], idle: Iterable[str]) -> None:
        self.first = {bare(one): bare(some[0]) for some in same for one in some}
        self.idle = {bare(word) for word in idle}
        phrases = sorted((one for one in self.first if " " in one), key=len, reverse=True)
        self.phrase = re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})\b")

    def of(self, texts: Iterable[str]) -> list[str]:
        """Return what texts mean, each word or phrase once: nobody sees them, so they may stand in any order."""
        kept = (self.phrase.sub(lambda found: self.first[found[0]].replace(" ", "_"), bare(text)) for text in texts)
        found = dict.fromkeys(self.meaning(unit.replace("_", " ")) for text in kept for unit in text.split())
        return [unit for unit in found if unit not in self.idle and not (unit != one(unit) and one(unit) in found)]

    def meaning(self, word: str) -> str:
        return self.first.get(word) or self.first.get(one(word)) or word


def one(word: str) -> str:
    """Return a word without the s that makes it many, as the search reads it: "cases" and "case" are one word."""
    return re.sub(r"(?<=[^su])s$", "", word) if len(word) > 3 else word


def bare(text: str) -> str:
    """Return small letters and figures, and a space between words, as the search reads them."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’]", "", str(text).lower())))


def listed(places: list[list[str]]) -> list[str]:
    """Return the words of each place, those that stand in most places first: so they are smaller compressed."""
    often = Counter(word for some in places for word in some)
    return [";".join(sorted(some, key=lambda word: (-often[word], word))) for some in places]
