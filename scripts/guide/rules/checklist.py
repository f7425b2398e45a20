"""Rules for the checklist: where its cards stand, and what its signs may be called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guide.content.prose import BLOCK, sentences
from guide.content.site import Page, Site
from guide.content.source import Problem, Text
from guide.rules.urging import tells
from guide.rules.wording import whole


def misplaced_cards(site: Site) -> Iterator[Problem]:
    """The most urgent cards stand first, and no sign stands in two of them: its tick would mean two things."""
    order = list(site.settings.tiers)
    place = [order.index(card.tier) for card in site.checklist.cards.values() if card.tier in order]
    for card, before in zip(list(site.checklist.cards.values())[1:], place, strict=False):
        if card.tier in order and order.index(card.tier) < before:
            yield card.tier.problem(f"a card of '{card.tier}' stands behind a less urgent one — move it up")
    items = Counter(name for card in site.checklist.cards.values() for name in card.items)
    for card in site.checklist.cards.values():
        for name in card.items:
            if items[name] > 1:
                yield name.problem(f"the sign '{name}' stands in another card too — give each its own id")


def cardless_signs(site: Site) -> Iterator[Problem]:
    """Each page of a sign shows the cards it stands in: name it under `signs` of an item."""
    if "signs" in site.settings.kinds and not site.broken:
        named = {sign for card in site.checklist.cards.values() for item in card.items.values() for sign in item.signs}
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


def other_speeds(site: Site) -> Iterator[Problem]:
    """A sign's page says no speed but those of its cards (`said` in site.yml): mend the sentence, or move the sign."""
    said = {name: whole(tuple(tier.said)) for name, tier in site.settings.tiers.items() if tier.said}
    commands = frozenset(site.settings.commands)
    for page in site.pages.values():
        cards = site.checklist.cards.values()
        own = {card.tier for card in cards if any(page.id in item.signs for item in card.items.values())}
        for text in advising(page, site) if own else ():
            for sentence in sentences(text):
                if sentence.cited and not tells(sentence.words, commands):
                    continue  # it reports how soon others say
                for name in said.keys() - own:
                    if found := said[name].search(sentence.words.lower()):
                        message = f"'{found[0]}' says '{name}', and no card with this sign does"
                        at = sentence.at + found.start()
                        yield text.problem(f"{message} — mend the sentence, or move the sign to such a card", at)


def advising(page: Page, site: Site) -> Iterator[Text]:
    """Yield what a page of a kind that shows its cards says of what to do, but for what studies measured."""
    kind = site.settings.kinds.get(page.kind)
    if kind and any("cards" in section.shows for section in kind.sections.values()):
        yield from (page.brief, page.summary)
        for name, text in page.sections.items():
            if name in kind.sections and kind.sections[name].shows != ["evidence"]:
                yield text


RULES = [misplaced_cards, cardless_signs, lost_blocks, other_speeds]
