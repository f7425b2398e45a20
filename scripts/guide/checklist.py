"""Rules for the checklist: where its cards stand, and what its signs may be called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guide.model import Site
from guide.text import Problem

# What a form calls its own: a script that asks for it would get the box of that name instead.
OF_A_FORM = {"action", "children", "dataset", "elements", "hidden", "id", "inert", "length", "method", "name", "parent",
             "reset", "style", "submit", "target", "title"}  # fmt: skip


def misplaced_cards(site: Site) -> Iterator[Problem]:
    """The most urgent cards stand first, and no sign stands in two of them: its tick would mean two things."""
    order = list(site.settings.tiers)
    place = [order.index(card.tier) for card in site.checklist.cards.values() if card.tier in order]
    for card, before in zip(list(site.checklist.cards.values())[1:], place, strict=False):
        if card.tier in order and order.index(card.tier) < before:
            yield card.tier.problem(f"a card of '{card.tier}' stands behind a less urgent one — move it up")
    taken = {"none", "print", "copy", *OF_A_FORM, *site.checklist.fields}
    for card in site.checklist.cards.values():
        for name in taken & card.items.keys():
            key = next(one for one in card.items if one == name)
            yield key.problem(f"'{name}' is the name of something else on the checklist — choose another")
    items = Counter(name for card in site.checklist.cards.values() for name in card.items)
    for card in site.checklist.cards.values():
        for name in card.items:
            if items[name] > 1:
                yield name.problem(f"the sign '{name}' stands in another card too — give each its own id")


RULES = [misplaced_cards]
