"""Rules for the leaflets: each sign stands behind a line of each leaflet it is owed to, and never sounds slower."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.leaflet import Leaflet
from guide.content.prose import BLOCK, plain_text
from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.rules.numbers import WRITTEN_OUT

# What a form calls its own: a script that asks for it would get the box of that name instead.
OF_A_FORM = {"action", "children", "dataset", "elements", "hidden", "id", "inert", "length", "method", "name", "parent",
             "reset", "style", "submit", "target", "title"}  # fmt: skip
# Read at night on a phone: a longer line is a sentence, and the eye no longer skips along the bold words.
LINE_WORDS = 28
FIGURES = {word: str(n) for word, n in WRITTEN_OUT.items()}


def owed(site: Site, leaflet: Leaflet) -> dict[Text, Text]:
    """Return the signs that a leaflet owes a line to, each with its tier."""
    order = list(site.settings.tiers)
    found: dict[Text, Text] = {}
    for card in site.checklist.cards.values():
        slowest = leaflet.also.get(card.audience)
        down_to = order.index(slowest) if slowest in order else -1
        if card.tier in order and (card.audience in leaflet.audiences or order.index(card.tier) <= down_to):
            found |= dict.fromkeys(card.items, card.tier)
    return {name: tier for name, tier in found.items() if name not in leaflet.not_owed}


def lines_of(leaflet: Leaflet) -> Iterator[tuple[Text, Text]]:
    """Yield the id of each line of a leaflet, with the tier of its card."""
    for card in leaflet.cards:
        for group in card.groups:
            for name in group.lines:
                yield name, card.tier


def unlined_signs(site: Site) -> Iterator[Problem]:
    """Each sign stands behind a line of each leaflet that it is owed to, as urgently at least: add it to one."""
    order, lines = list(site.settings.tiers), site.leaflets.lines
    for name, leaflet in site.leaflets.leaflets.items():
        said: dict[str, int] = {}
        for line, tier in lines_of(leaflet):
            if line in lines and tier in order:
                for sign in lines[line].signs:
                    said[sign] = min(order.index(tier), said.get(sign, len(order)))
        for sign, tier in owed(site, leaflet).items():
            if said.get(sign, len(order)) > order.index(tier):
                message = f"no line of the leaflet '{name}' says '{sign}' as urgently as '{tier}'"
                yield sign.problem(f"{message} — add it to the signs of a line there, in leaflets.yml")


def unread_cards(site: Site) -> Iterator[Problem]:
    """Each card of the checklist is for somebody whose leaflet shows its signs: write the audience into one."""
    read = {audience for leaflet in site.leaflets.leaflets.values() for audience in leaflet.audiences}
    for card in site.checklist.cards.values():
        if card.audience in site.settings.audiences and card.audience not in read:
            message = f"no leaflet is for '{card.audience}'"
            yield card.audience.problem(f"{message} — add it to the audiences of one, in leaflets.yml")


def slow_lines(site: Site) -> Iterator[Problem]:
    """A line never says less urgent than a sign behind it: move the line up, or the sign to another line."""
    order, lines = list(site.settings.tiers), site.leaflets.lines
    tiers = {sign: card.tier for sign, card in site.checklist.card_of.items()}
    for name, leaflet in site.leaflets.leaflets.items():
        said = set(lines_of(leaflet))
        for line, tier in said if {*order} >= {*tiers.values()} else ():
            for sign in lines[line].signs if line in lines and tier in order else ():
                if sign in tiers and order.index(tier) > order.index(tiers[sign]):
                    others = [(lines[other], at) for other, at in said if other != line and other in lines]
                    soon = [at for other, at in others if sign in other.signs and at in order]
                    if not any(order.index(at) <= order.index(tiers[sign]) for at in soon):
                        message = (
                            f"'{line}' stands under '{tier}' in '{name}', and its sign '{sign}' is '{tiers[sign]}'"
                        )
                        yield line.problem(f"{message} — move it to a more urgent card")


def lost_lines(site: Site) -> Iterator[Problem]:
    """A line stands on a leaflet, and once on each; a leaflet stands on its page: nothing written is lost."""
    shown = set()
    for name, leaflet in site.leaflets.leaflets.items():
        seen: set[str] = set()
        for line, _ in lines_of(leaflet):
            if line in seen:
                yield line.problem(f"'{line}' stands in '{name}' already — keep one")
            seen.add(line)
        for line in leaflet.pocket:
            if line not in seen:
                yield line.problem(f"'{line}' is on the card to carry but on no card of '{name}' — take it out")
        shown |= seen
        body = site.pages[name].body or "" if name in site.pages else ""
        there = any(block["name"] == "leaflet" and block["about"].split() == [name] for block in BLOCK.finditer(body))
        if name in site.pages and not there:
            yield name.problem(f"the page '{name}' does not show it — write {{{{ leaflet {name} }}}} in its file")
    for line in site.leaflets.lines:
        if line not in shown:
            yield line.problem(f"'{line}' stands on no leaflet — add it to one, or take it out")


def stray_leaflets(site: Site) -> Iterator[Problem]:
    """A leaflet stands on the page of its id only: there its way is marked as the one taken."""
    for page in site.pages.values():
        body = page.body or Text("")
        for block in BLOCK.finditer(body):
            if block["name"] == "leaflet" and block["about"].split() != [page.id]:
                yield body.problem(
                    "the leaflet of another page — link to that page, and take it out here", block.start()
                )


def endless_leaflets(site: Site) -> Iterator[Problem]:
    """A leaflet begins with the most urgent tier and ends with one of the two calmest: add, or order, its cards.

    Who reads to the end and finds only alarm is left with it.
    """
    order = list(site.settings.tiers)
    for name, leaflet in site.leaflets.leaflets.items():
        tiers = [card.tier for card in leaflet.cards]
        if any(tier not in order for tier in tiers):
            continue
        places = [order.index(tier) for tier in tiers]
        if places != sorted(set(places)):
            yield tiers[0].problem(f"the cards of '{name}' are out of order — the most urgent first, each tier once")
        elif places[0]:
            yield tiers[0].problem(f"'{name}' does not begin with '{order[0]}' — add that card")
        elif places[-1] < len(order) - 2:
            yield tiers[-1].problem(f"'{name}' ends with '{tiers[-1]}' — add a card of '{order[-2]}' or '{order[-1]}'")


def own_clocks(site: Site) -> Iterator[Problem]:
    """Only a card of the calmest tier may say its own clocks: elsewhere a speed stands in site.yml alone."""
    calmest = next(reversed([*site.settings.tiers]), None)
    for leaflet in site.leaflets.leaflets.values():
        for card in leaflet.cards:
            if card.clocks and card.tier in site.settings.tiers and card.tier != calmest:
                yield card.clocks.problem(f"'{card.tier}' has its clocks in site.yml — take these out")


def long_lines(site: Site) -> Iterator[Problem]:
    """A line is short and begins with bold words, by which a reader sees whether it is about them."""
    for line in site.leaflets.lines.values():
        if (words := len(plain_text(line.text).split())) > LINE_WORDS:
            yield line.text.problem(f"a line of {words} words — at most {LINE_WORDS}")
        if not line.text.startswith("**"):
            yield line.text.problem("a line begins with bold words — write the telling words between two **")


def linked_lines(site: Site) -> Iterator[Problem]:
    """A line is a label, and a tap on it ticks: it holds no link and no source, which stand with its signs."""
    for line in site.leaflets.lines.values():
        for mark in re.finditer(r"\[\[|\[@", line.text):
            yield line.text.problem("a link or a source within a line — take it out: its signs have them", mark.start())


def taken_names(site: Site) -> Iterator[Problem]:
    """A line's id is the name of its box, and nothing else in the form is called so: choose another."""
    taken = {"none", "print", "copy", *OF_A_FORM, *site.checklist.fields}
    for name in site.leaflets.lines:
        if name in taken:
            yield name.problem(f"'{name}' is the name of something else on the leaflet — choose another")


def new_figures(site: Site) -> Iterator[Problem]:
    """A figure in a line stands in one of its signs, which cite its source: write the same in both."""
    behind: dict[Text, set[str]] = {}
    for card in site.checklist.cards.values():
        audience = site.settings.audiences.get(card.audience)
        whom = audience.label if audience else ""
        behind |= {sign: figures(f"{item.text} {card.heading} {card.lead} {whom}") for sign, item in card.items.items()}
    for line in site.leaflets.lines.values():
        known = {figure for sign in line.signs for figure in behind.get(sign, ())}
        for figure in figures(line.text) - known:
            yield line.text.problem(f"'{figure}' stands in none of its signs — write what they say")


def figures(text: str) -> set[str]:
    """Return the figures in a text, from two up: "one leg" counts nothing."""
    words = re.findall(r"[a-z]+|\d+", text.lower())
    return {FIGURES.get(word, word) for word in words if word in FIGURES or word.isdigit()} - {"1"}


RULES = [
    unlined_signs,
    unread_cards,
    slow_lines,
    lost_lines,
    stray_leaflets,
    endless_leaflets,
    own_clocks,
    long_lines,
    linked_lines,
    taken_names,
    new_figures,
]
