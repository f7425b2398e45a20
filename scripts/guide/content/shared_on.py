"""A page → what of the shared files stands on it: a translated page must know which English words are its own too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from guide.content.prose import BLOCK
from guide.content.site import Page, Site
from guide.content.source import Text

# Blocks that show a whole file.
WHOLE = {"glossary", "scan-words", "disagreements", "emergency-numbers", "ambulance-numbers"}


def shared_on(site: Site, page: Page) -> set[tuple[str, str]]:
    """Return the pieces of shared files that stand on a page: a file such as checklist, and how their places begin.

    Those are a card with the signs that name the page, all that a leaflet or the cards to carry show, what blocks list,
    and pictures.
    """
    return {*_shared_on(site, page)}


def figures_below(site: Site, page: Page, section: str) -> list[Text]:
    """Return the ids of the pictures below a section: those that the page names itself, then those with a row about it.

    A picture that is not known is left out: a rule names it.
    """
    kind = site.settings.kinds.get(page.kind)
    own = [name for name in page.figures if name in site.figures] if kind and section == kind.pictured else []
    about = (name for name, one in site.figures.items() if one.under == section)
    return [*own, *(name for name in about if any(row.page == page.id for row in site.figures[name].rows))]


def figures_on(site: Site, page: Page) -> set[Text]:
    """Return the ids of the pictures on a page: below its sections, or written as a block."""
    kind = site.settings.kinds.get(page.kind)
    blocks = [block for block in BLOCK.finditer(page.body or "") if block["name"] in ("figure", "picture")]
    written = {name for block in blocks for name in block["about"].split()}
    below = {name for section in (kind.sections if kind else ()) for name in figures_below(site, page, section)}
    return below | {name for name in site.figures if name in written}


def _shared_on(site: Site, page: Page) -> Iterator[tuple[str, str]]:
    yield from _cards(site, [name for name, one in site.checklist.items if page.id in one.signs])
    yield from (("figures", name) for name in figures_on(site, page))
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
