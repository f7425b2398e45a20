"""The leaflets of the content, as tests ask for them: their lines, and the list that ticks must make."""

from __future__ import annotations

from guide.content.leaflet import LeafletCard
from guide.content.prose import plain_text
from ours import SITE as LOADED

LEAFLETS = LOADED.leaflets.leaflets
NAMES = list(LEAFLETS)
TIERS = list(LOADED.settings.tiers)
CALL = str(LEAFLETS["checklist"].cards[0].heading)


def names_on(card: LeafletCard) -> list[str]:
    """The names of a card's lines, in their order."""
    return [str(name) for group in card.groups for name in group.lines]


def lines_of(leaflet: str) -> list[str]:
    """The names of all lines of a leaflet, in their order."""
    return [name for card in LEAFLETS[leaflet].cards for name in names_on(card)]


def words(line: str) -> str:
    """The words of a line, as its reader sees them."""
    return plain_text(LOADED.leaflets.lines[line].text)


def one_of_each(leaflet: str) -> list[str]:
    """The first line of each card."""
    return [names_on(card)[0] for card in LEAFLETS[leaflet].cards]


def listed_for(leaflet: str, ticked: list[str]) -> dict[str, list[str]]:
    """The list that these ticks must make: the headings and ticked lines of the content, in their order."""
    found = {
        str(card.heading): [words(name) for name in names_on(card) if name in ticked]
        for card in LEAFLETS[leaflet].cards
    }
    return {heading: lines for heading, lines in found.items() if lines}
