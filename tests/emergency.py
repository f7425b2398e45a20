"""The emergency line on an open page: what it must be, by the lock, and what is wrong with it."""

from __future__ import annotations

from typing import Any

import yaml

from conftest import ROOT
from guide.content.prose import INLINE, plain_text
from guide.rules.safety import LOCK

LINE = (ROOT / "tests/emergency_line.js").read_text("utf-8")
TOLD = yaml.safe_load((ROOT / LOCK).read_text("utf-8"))["told"]
PHONE = {"width": 390, "height": 844}
# How far down it may begin on a phone: a little over the longest summary we have. Twice a phone's height is too late.
TOP = 800
SMALLEST = 14  # px: less is hard to read at arm's length

# Where the line's links lead, by what stands in its marks.
PLACES = {"checklist#now": "checklist/#now", "numbers": "numbers/"}
HELP = [
    (mark["label"], PLACES[mark["link"]]) for mark in INLINE.finditer(TOLD["emergency line"]["more"]) if mark["link"]
]


def wanted(where: str, address: str) -> dict[str, Any]:
    """What the line must be on a page: the locked words, read from the lock and not from the content."""
    line = TOLD["emergency line"]
    words, links = f"{plain_text(line['line'])} {plain_text(line['more'])}", HELP
    if where == "404.html":
        words, links = line["page not found"].removeprefix("<strong>").removesuffix("</strong>"), []
    return {"words": words, "links": links, "base": address, "top": TOP, "size": SMALLEST}
