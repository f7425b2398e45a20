"""How an editor writes a measured figure (`79%`, `12 of 61`, `40 to 60%`, `2.6`) → its numbers, none made up."""

from __future__ import annotations

import re
from typing import NamedTuple

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
# What stands before a figure → what it says of it.
BEFORE = {"about": "about", "more than": "more than", "above": "more than", "over": "more than",
          "less than": "less than", "below": "less than", "under": "less than", "up to": "up to"}  # fmt: skip
FIGURE = re.compile(
    rf"(?:(?P<before>{'|'.join(BEFORE)}) )?(?P<first>{NUMBER})(?: to (?P<last>{NUMBER}))?"
    rf"(?P<unit>%| (?:in|(?P<of>of)) (?P<whole>{NUMBER}))?(?: (?P<more>[a-z].*))?",
    re.IGNORECASE,
)
INTERVAL = re.compile(rf"({NUMBER}) to ({NUMBER})")


class Amount(NamedTuple):
    """`number` of `per` people (100 for a share in percent), or a ratio where `per` is None.

    A range or a bound has no `number`, but an end or two in `low` and `high`. `relation` is `exact`, `about`, `range`,
    `more than`, `less than` or `up to`; `more` are the words behind the figure.
    """

    relation: str
    number: float | None
    low: float | None
    high: float | None
    per: float | None
    more: str


def read_amount(written: str) -> Amount | None:
    """Return the numbers of a figure, or None where it can't be read, is upside down, or is more than 100%."""
    found = FIGURE.fullmatch(written.strip())
    if not found:
        return None
    relation = BEFORE.get((found["before"] or "").lower(), "exact")
    first, last = _number(found["first"]), _number(found["last"])
    per = _number(found["whole"]) if found["whole"] else 100.0 if found["unit"] else None
    number, low, high = first, None, None
    if last is not None:
        relation, number, low, high = "range" if relation == "exact" else relation, None, first, last
    elif relation == "more than":
        number, low = None, first
    elif relation in ("less than", "up to"):
        number, high = None, first
    whole = None if found["of"] else per  # a rule of its own says what is more than all of a group
    ends = [one for one in (low, number, high, whole) if one is not None]
    return Amount(relation, number, low, high, per, found["more"] or "") if ends == sorted(ends) else None


def read_interval(written: str) -> tuple[float, float] | None:
    """Return both ends of `1.2 to 5.8`, or None where they are given in other words."""
    found = INTERVAL.fullmatch(written.strip())
    return (float(found[1].replace(",", "")), float(found[2].replace(",", ""))) if found else None


def _number(digits: str | None) -> float | None:
    return float(digits.replace(",", "")) if digits else None
