"""What every page says in an emergency, on an open page: what it must be, by the lock, and what is wrong with it.

Most pages have the emergency line. A leaflet has its first card in its place, and is held to the same.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from conftest import ROOT
from guide.content.prose import INLINE, plain_text
from guide.rules.safety import LOCK

LINE = (ROOT / "tests/emergency_line.js").read_text("utf-8")
TOLD = yaml.load((ROOT / LOCK).read_text("utf-8"), yaml.CSafeLoader)["told"]
LEAFLETS = TOLD["leaflets"]["leaflets"]
PHONE = {"width": 390, "height": 844}
# How far down it may begin on a phone: a little over the longest summary we have. Twice a phone's height is too late.
TOP = 800
# Above a leaflet's first card stand its title, the ways, two lines of summary and the ladder: more is too much.
LEAFLET_TOP = 400
SMALLEST = 14  # px: less is hard to read at arm's length
THUMB = 44  # px: what a thumb needs

# Where the line's links lead, by what stands in its marks.
PLACES = {"checklist#now": "checklist/#now"}
# The numbers of the lock that have a short name, each as it is read and rung, and the way to the others.
ROW = [f"{number} {one['strip']}" for one in TOLD["numbers"].values()
       if "strip" in one for number in re.findall(r"^[0-9]+", one["emergency"])]  # fmt: skip
# A site with a country of its own has agreed to the row itself.
ROW = TOLD["called first"]["row"].split(" · ") if "called first" in TOLD else ROW
STRIP = [*((shown, f"tel:{shown.partition(' ')[0]}") for shown in ROW), ("Other country", "numbers/")]


def links(text: str) -> list[tuple[str, str]]:
    """The links of a locked text: their words, and where they lead."""
    return [(mark["label"], PLACES[mark["link"]]) for mark in INLINE.finditer(text) if mark["link"]]


HELP = links(TOLD["emergency line"]["more"])


LOST = re.compile(r'<p class="emergency"><strong>(.*)</strong></p>')


def wanted(where: str, address: str) -> dict[str, Any]:
    """What it must be on a page: the locked words, read from the lock and not from the content."""
    line = TOLD["emergency line"]
    held = {"strip": STRIP, "base": address, "screen": PHONE["height"], "thumb": THUMB, "size": SMALLEST}
    if leaflet := LEAFLETS.get(where.removesuffix("/")):
        return held | first_card(leaflet["cards"]) | {"kind": "leaflet", "top": LEAFLET_TOP}
    words, leads = f"{plain_text(line['line'])} {plain_text(line['more'])}", HELP
    if where == "404.html":
        lines = TOLD["said"]["the page for a wrong address"]["its lines"]
        [words] = [found[1] for line in lines if (found := LOST.fullmatch(line))]
        leads = []
    return held | {"kind": "line", "words": words, "links": leads, "boxes": [], "top": TOP}


def first_card(cards: dict[str, Any]) -> dict[str, Any]:
    """What the most urgent card of a leaflet must be: its words in their order, and the names of its boxes."""
    card, tier, lines = cards["now"], TOLD["tiers"]["now"], TOLD["leaflets"]["lines"]
    boxes = [name for names in card["groups"].values() for name in names]
    texts = [card["heading"], f"Ring {tier['ring']}, be seen {tier['seen']}.", card.get("lead", "")]
    for label, names in card["groups"].items():
        texts += [label, *(lines[name]["text"] for name in names)]
    texts.append(card.get("note", ""))
    words = " ".join(plain_text(text) for text in texts if text)
    return {"words": words, "links": [link for text in texts for link in links(text)], "boxes": boxes}
