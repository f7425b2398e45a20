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
        parts = SHAPE.fullmatch(self.text)
        self.key = (parts and parts["key"]) or ""
        self.dashed = bool(parts and parts["dash"])
        self.words = parts["words"].strip() if parts else ""
        self.words_at = self.begin + (parts.start("words") if parts else 0)

    @cached_property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    def above(self) -> Line | None:
        """Return the nearest line above that is not blank."""
        before = self.all[: self.begin].rstrip()
        return Line(self.all, len(before) - 1) if before else None

    def all_above(self) -> Iterator[Line]:
        """Yield the lines above that are not blank, the nearest first."""
        line = self.above()
        while line:
            yield line
            line = line.above()

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
