"""A page → what of the shared files stands on it: a translated page must know which English words are its own too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.content.figure import Figure
from guide.content.prose import BLOCK
from guide.content.site import Page, Site

# Blocks that show a whole file.
WHOLE = {"glossary", "scan-words", "disagreements", "emergency-numbers", "ambulance-numbers"}


def shared_on(site: Site, page: Page) -> set[tuple[str, str]]:
    """Return the pieces of shared files that stand on a page: a file such as checklist, and how their places begin.

    Those are a card with the signs that name the page, all that a leaflet or the cards to carry show, what blocks list,
    and pictures.
    """
    return {*_shared_on(site, page)}


def shows(page: Page, name: str, figure: Figure) -> bool:
    """Say whether a page shows a picture: asked for by its id, written as a block, or below a section."""
    if name in page.figures or (figure.under and any(row.page == page.id for row in figure.rows)):
        return True
    blocks = [block for block in BLOCK.finditer(page.body or "") if block["name"] in ("figure", "picture")]
    return any(name in block["about"].split() for block in blocks)


def _shared_on(site: Site, page: Page) -> Iterator[tuple[str, str]]:
    yield from _cards(site, [name for name, one in site.checklist.items if page.id in one.signs])
    yield from (("figures", name) for name, figure in site.figures.items() if shows(page, name, figure))
    for block in BLOCK.finditer(page.body or ""):
        about = block["about"].split()
        if block["name"] in WHOLE:
            yield ("glossary" if block["name"] == "scan-words" else block["name"]), ""
        elif block["name"] == "card":
            yield from _cards(site, [sign for name in about for sign in site.checklist.cards[name].items])
        elif block["name"] == "paper-card":
            for name, leaflet in site.leaflets.leaflets.items():
                yield from (("leaflets", f"lines.{line}") for line in leaflet.pocket)
                yield from (("leaflets", f"leaflets.{name}.{part}") for part in ("label", "cards.0.heading"))
        elif block["name"] == "leaflet":
            lines = {
                line for card in site.leaflets.leaflets[about[0]].cards for one in card.groups for line in one.lines
            }
            yield "leaflets", f"leaflets.{about[0]}"
            yield from (("leaflets", f"lines.{line}") for line in lines)
            yield from _cards(site, [sign for line in lines for sign in site.leaflets.lines[line].signs])
            yield from (("checklist", part) for part in ("none", "sheet", "fields"))


def _cards(site: Site, signs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the cards of these signs, the signs themselves, and the words for how soon."""
    wanted = {*signs}
    for name, card in site.checklist.cards.items():
        if some := wanted & card.items.keys():
            yield "site", f"tiers.{card.tier}"
            yield from (("checklist", f"cards.{name}.{part}") for part in ("heading", "lead", "note"))
            yield from (("checklist", f"cards.{name}.items.{sign}") for sign in some)
