"""A line of a content file → its indent, its key and its words, and how an editor writes them so that they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

SHAPE = re.compile(
    r"""(?P<indent> *)(?P<dash>(- +)*)((?P<key>[^\s:"'\[\]{},#]+|"[^"]*"|'[^']*') ?:( +|$))?(?P<words>.*)"""
)
# What is wrong and what to do, and where.
Found = tuple[str, int] | None
# More of a text than this only hides the example.
LONGEST = 60


class Line:
    """The line of `text` that holds the offset `at`: `- key: words`, of which each part may be missing."""

    def __init__(self, text: str, at: int) -> None:
        self.all = text
        self.begin = text.rfind("\n", 0, max(at, 0)) + 1
        end = text.find("\n", max(at, 0))
        self.end = len(text) if end < 0 else end
        self.text = text[self.begin : self.end]
        self.parts = SHAPE.fullmatch(self.text)

    @cached_property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def key(self) -> str:
        return self.parts["key"] or ""

    @property
    def dashed(self) -> bool:
        return bool(self.parts["dash"])

    @property
    def words(self) -> str:
        return self.parts["words"].strip()

    @property
    def words_at(self) -> int:
        return self.begin + self.parts.start("words")

    def above(self) -> Line | None:
        """Return the nearest line above that is not blank."""
        before = self.all[: self.begin].rstrip()
        return Line(self.all, len(before) - 1) if before else None

    def all_above(self) -> Iterator[Line]:
        """Yield the lines above that are not blank, the nearest first."""
        line = self
        while line := line.above():
            yield line

    def example(self, words: str | None = None) -> str:
        """Return how the line is written with its words in quotes."""
        before = [*(["-"] if self.dashed else []), *([f"{self.key}:"] if self.key else [])]
        return " ".join([*before, quoted(words or self.words)])


def quoted(words: str) -> str:
    """Return words between quotes, as they may stand in a content file."""
    words = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"
    return f'"{words}"' if not set(words) & {'"', "\\"} else "'" + words.replace("'", "''") + "'"


def spaces(number: int) -> str:
    return "no space" if number == 0 else "1 space" if number == 1 else f"{number} spaces"
