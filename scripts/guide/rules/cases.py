"""Rules for tests/cases.yml: each made-up reader finds each sign on a fitting card, in time and not too soon."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.checklist import Case
from guide.content.leaflet import Leaflet
from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.rules.leaflets import lines_of


def late_signs(site: Site) -> Iterator[Problem]:
    """A case finds its sign in a card for them or for anyone, as urgent as their tier or more: mend the card."""
    order = list(site.settings.tiers)
    for name, case in site.cases.items():
        for sign in case.signs:
            cards = [card for card in site.checklist.cards.values() if sign in card.items]
            fitting = [card for card in cards if card.audience in ("anyone", *case.audiences) and card.tier in order]
            who = f"the reader {name} ({case.who})"
            if cards and not fitting:
                others = ", ".join(f"'{card.audience}'" for card in cards)
                yield sign.problem(f"{who} finds '{sign}' only on a card for {others} — mend the card or the audiences")
                continue
            soonest = min((order.index(card.tier) for card in fitting), default=0)
            if case.tier in order and soonest > order.index(case.tier):
                message = f"{who} needs '{case.tier}', and the card with '{sign}' says '{order[soonest]}'"
                yield sign.problem(f"{message} — move the sign to a more urgent card")


def leaflets_for(site: Site, case: Case) -> dict[Text, Leaflet]:
    """Return the leaflets that a reader may rightly take: those for one of their audiences, else those for anyone."""
    leaflets = site.leaflets.leaflets
    theirs = {name: one for name, one in leaflets.items() if {*case.audiences} & {*one.audiences} - {"anyone"}}
    some = {name: one for name, one in theirs.items() if "anyone" not in one.audiences}
    return some or theirs or {name: one for name, one in leaflets.items() if "anyone" in one.audiences}


def unread_signs(site: Site) -> Iterator[Problem]:
    """A case finds each of its signs behind a line of a leaflet for them: add it to a line there, or mend the case."""
    lines = site.leaflets.lines
    known = site.checklist.card_of
    for name, case in site.cases.items() if site.leaflets.leaflets else ():
        leaflets = leaflets_for(site, case)
        said = {
            sign
            for one in leaflets.values()
            for line, _ in lines_of(one)
            if line in lines
            for sign in lines[line].signs
        }
        for sign in case.signs:
            if sign in known and sign not in said:
                message = f"no line for the reader {name} ({case.who}) says '{sign}'"
                yield sign.problem(f"{message} — add it to a line of {' or '.join(leaflets)} in leaflets.yml")


def hurried_signs(site: Site) -> Iterator[Problem]:
    """No sign of a case sends its reader sooner than `soonest`: give the sign a limit, or move it to a slower card."""
    order = list(site.settings.tiers)
    for name, case in site.cases.items():
        if case.soonest not in order or case.tier not in order:
            continue
        if order.index(case.soonest) > order.index(case.tier):
            message = f"the reader {name} ({case.who}) has '{case.soonest}' as the soonest that is right"
            yield case.soonest.problem(f"{message}, and '{case.tier}' as the slowest — swap them")
        for card in site.checklist.cards.values():
            fits = card.audience in ("anyone", *case.audiences) and card.tier in order
            if fits and order.index(card.tier) < order.index(case.soonest):
                for sign in {*case.signs} & card.items.keys():
                    spot = next(one for one in case.signs if one == sign)
                    message = f"'{sign}' sends the reader {name} ({case.who}) '{card.tier}', and"
                    message += f" '{case.soonest}' is the soonest that is right"
                    yield spot.problem(f"{message} — give the sign a limit, or take it off this reader")


def unheard_readers(site: Site) -> Iterator[Problem]:
    """Where there are cases, each tier and each audience has one: add a reader who belongs there."""
    if site.cases:
        served = {case.tier for case in site.cases.values()}
        served |= {name for case in site.cases.values() for name in case.audiences}
        cards = site.checklist.cards.values()
        asked = {card.tier: card.tier for card in cards} | {card.audience: card.audience for card in cards}
        for name in asked.keys() - served - SERVED_BY_ALL:
            yield asked[name].problem(f"no reader in tests/cases.yml has '{name}' — add one")


def unguarded_signs(site: Site) -> Iterator[Problem]:
    """Where there are cases, each sign stands in one with its card's tier, lest it move to a slower card unseen."""
    held = {(sign, case.tier) for case in site.cases.values() for sign in case.signs}
    for name, card in site.checklist.card_of.items() if site.cases else ():
        if (name, card.tier) not in held:
            message = f"no reader in tests/cases.yml has '{name}' with '{card.tier}' as the slowest that is right"
            yield name.problem(f"{message} — add one")


# Everybody is anyone.
SERVED_BY_ALL = {"anyone"}

RULES = [late_signs, unread_signs, hurried_signs, unguarded_signs, unheard_readers]
