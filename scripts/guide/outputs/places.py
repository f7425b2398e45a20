"""Where in a source (`1.8.3 to 1.8.7`, `page 13`, `section 1.8`) → whether two such places meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

NUMBER = r"\d+(?:\.\d+)*"
# A number with the word before it, or the same word as the one before that, and where a range of them ends.
PLACE = re.compile(
    rf"(?:(?P<kind>[a-z]+)\.? )?(?<![\w.])(?P<first>{NUMBER})(?: ?(?:to|–|-) ?(?P<last>{NUMBER}))?(?!\w|\.\d|-[a-z])",
    re.IGNORECASE,
)
JOINED = re.compile(r"(?:[\s,;]|and\b|or\b)*", re.IGNORECASE)
# Words for numbered text: a guideline's 1.8.5 is one of its recommendations, and stands in its section 1.8.
TEXT = ("section", "recommendation", "paragraph", "chapter")


class Place(NamedTuple):
    kind: str
    first: tuple[int, ...]
    last: tuple[int, ...]

    def meets(self, other: Place) -> bool:
        """Tell whether one is, holds or overlaps the other: 1.13 and 1.13.2, 1.8.5 and 1.8.3 to 1.8.7."""
        deep = min(map(len, (*self[1:], *other[1:])))
        return self.first[:deep] <= other.last[:deep] and other.first[:deep] <= self.last[:deep]


def places(where: str) -> Iterator[Place]:
    """Yield the numbered places in a locator: "pages 12 to 14" is page 12 to page 14."""
    kind, end = "", 0
    for found in PLACE.finditer(where):
        if not JOINED.fullmatch(where, end, found.start("first")):  # else it is of the same kind as the one before
            said = (found["kind"] or "").lower().removesuffix("s")
            kind = "" if said in TEXT else said
        first, last = (tuple(map(int, (found[name] or found["first"]).split("."))) for name in ("first", "last"))
        yield Place(kind, first, first[: max(len(first) - len(last), 0)] + last)
        end = found.end()


def finder(where: str) -> Callable[[str], bool]:
    """Return what tells whether a locator is at `where`: numbers by what they mean, all else by its words, whole.

    `*` stands for any letters. A number alone, without a dot, may be of a page, a table or anything.
    """
    wanted = [*places(where)]
    if not wanted or JOINED.fullmatch(PLACE.sub("", where)) is None:
        words = ".*".join(map(re.escape, where.split("*")))
        pattern = re.compile(rf"(?<![\w.]){words}(?!\w|\.\d)" if where else "", re.IGNORECASE)
        return lambda locator: bool(pattern.search(locator))
    return lambda locator: any(
        one.meets(place) and (one.kind == place.kind or (not one.kind and len(one.first) == 1))
        for one in wanted
        for place in places(locator)
    )


def in_order(where: str) -> tuple[object, ...]:
    """Sort places as people count: 1.2 before 1.10."""
    return tuple((part.isdigit(), int(part) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", where))
