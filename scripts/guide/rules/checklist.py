"""Rules for the checklist: where its cards stand, and what its signs may be called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guide.content.prose import BLOCK
from guide.content.site import Site
from guide.content.source import Problem


def misplaced_cards(site: Site) -> Iterator[Problem]:
    """The most urgent cards stand first, and no sign stands in two of them: its tick would mean two things."""
    order = list(site.settings.tiers)
    place = [order.index(card.tier) for card in site.checklist.cards.values() if card.tier in order]
    for card, before in zip(list(site.checklist.cards.values())[1:], place, strict=False):
        if card.tier in order and order.index(card.tier) < before:
            yield card.tier.problem(f"a card of '{card.tier}' stands behind a less urgent one — move it up")
    items = Counter(name for name, _ in site.checklist.items)
    for name, _ in site.checklist.items:
        if items[name] > 1:
            yield name.problem(f"the sign '{name}' stands in another card too — give each its own id")


def cardless_signs(site: Site) -> Iterator[Problem]:
    """Each page of a sign shows the cards it stands in: name it under `signs` of an item."""
    if "signs" in site.settings.kinds and not site.broken:
        named = {sign for _, item in site.checklist.items for sign in item.signs}
        for page in site.pages.values():
            if page.kind == "signs" and page.id not in named:
                yield page.title.problem(
                    f"no card names '{page.id}' — add it under 'signs' of its item on the checklist"
                )


def lost_blocks(site: Site) -> Iterator[Problem]:
    """Some pages must show some blocks, such as the emergency card: `shows` in site.yml says which."""
    for name, blocks in site.settings.shows.items():
        body = site.pages[name].body or "" if name in site.pages else ""
        there = [(block["name"], {*block["about"].split()}) for block in BLOCK.finditer(body)]
        for block in blocks if name in site.pages else ():
            kind, *about = block.split()
            if not any(kind == one and {*about} <= others for one, others in there):
                yield site.pages[name].title.problem(f"'{{{{ {block} }}}}' is missing on this page — write it again")


RULES = [misplaced_cards, cardless_signs, lost_blocks]
