"""Wordings of questions → the words that the search reads of them, each once."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence


class Phrases:
    """Words together that mean one thing, each with the first that means the same."""

    def __init__(self, same: Sequence[Sequence[str]]) -> None:
        self.first = {bare(one): bare(some[0]) for some in same for one in some if " " in bare(one)}
        longest = sorted(self.first, key=len, reverse=True)
        self.any = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest)) or '(?!)'})\b")

    def units(self, text: str) -> list[str]:
        """Return the words of a text, those of a phrase as what it means."""
        kept = self.any.sub(lambda found: self.first[found[0]].replace(" ", "_"), bare(text))
        return [unit.replace("_", " ") for unit in kept.split()]


def bare(text: str) -> str:
    """Return small letters and figures, and a space between words, as the search reads them."""
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’]", "", str(text).lower())))


def once(wordings: Iterable[str], idle: Container[str], phrases: Phrases) -> str:
    """Return all wordings in one, each of their words and phrases once and no idle one: nobody sees them."""
    found = dict.fromkeys(unit for words in wordings for unit in phrases.units(words))
    return " ".join(unit for unit in found if unit not in idle)
