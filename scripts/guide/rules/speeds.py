"""Rules for how fast to act: a sentence that names a sign says no speed but those of its cards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.prose import plain_text, sentences
from guide.content.site import Page, Site, prose_in
from guide.content.source import Problem, Text
from guide.rules.urging import tells
from guide.rules.wording import whole

# What finds the words of a sign, and the tiers and audiences of the cards that hold it.
Signs = list[tuple[re.Pattern[str], list[tuple[str, str]]]]


def other_speeds(site: Site) -> Iterator[Problem]:
    """A sign's page says no speed but those of its cards (`said` in site.yml): mend the sentence, or move the sign."""
    said, commands = speeds(site), frozenset(site.settings.commands)
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


def wrong_speeds(site: Site) -> Iterator[Problem]:
    """A sentence that names a sign (its `words` in checklist.yml) says a speed of its cards: mend the sentence.

    In a sentence for people with cancer, children and the like, or behind a question to them, their own card counts.
    """
    said, commands = speeds(site), frozenset(site.settings.commands)
    known = signs(site)
    cards = {id(text) for part in (site.checklist, site.leaflets, site.cases, site.settings) for text in prose_in(part)}
    for text in site.prose if known else ():
        words = ""
        whole_text = plain_text(text).lower()
        if id(text) in cards or not any(pattern.search(whole_text) for pattern in said.values()):
            continue
        for sentence in sentences(text):
            asked = words if words.rstrip("* ").endswith("?") else ""
            words = plain_text(text[sentence.at : sentence.at + len(sentence.words)]).lower()
            told = {tier: found[0] for tier, pattern in said.items() if (found := pattern.search(words))}
            if not told or (sentence.cited and not tells(sentence.words, commands)):
                continue  # it says no speed, or reports how soon others say
            for phrase, own in tiers_of(words, known, audiences_of(f"{asked} {words}", site), site).items():
                if own and not own & told.keys():
                    so = " and ".join(f"'{one}'" for one in told.values())
                    start = sentence.at + len(sentence.words) - len(sentence.words.lstrip("\0 \n-"))
                    message = f"{so} for '{phrase}', and its cards say {' or '.join(sorted(own))}"
                    yield text.problem(f"{message} — mend the sentence, or move the sign", start)


def signs(site: Site) -> Signs:
    """Return what finds the words of each sign, with the tiers and audiences of the cards that hold it."""
    cards = site.checklist.cards.values()
    of = {name: (card.tier, card.audience) for card in cards for name in card.items}
    words = site.checklist.words.items()
    return [(whole((pattern,)), [of[name] for name in names if name in of]) for pattern, names in words]


def audiences_of(words: str, site: Site) -> set[str]:
    """Return for whom a sentence is, as far as its words say."""
    whom: set[str] = set()
    for pattern, audiences in site.settings.audience_words.items():
        words, count = whole((pattern,)).subn("", words)
        whom |= {*audiences} if count else set()
    return whom


def tiers_of(words: str, known: Signs, whom: set[str], site: Site) -> dict[str, set[str]]:
    """Return the signs that a sentence names, each with the tiers of its cards for those whom the sentence is for."""
    own = {name for audiences in site.settings.audience_words.values() for name in audiences}
    anybody = ({*site.settings.audiences} - own) | {next(iter(site.settings.audiences))}
    found = {}
    for sign, cards in known:
        if there := sign.search(words):
            theirs = {tier for tier, audience in cards if audience in whom}
            found[there[0].strip()] = theirs or {tier for tier, audience in cards if audience in anybody}
    return found


def speeds(site: Site) -> dict[str, re.Pattern[str]]:
    """Return what finds the words of each speed, by its tier."""
    return {name: whole(tuple(tier.said)) for name, tier in site.settings.tiers.items() if tier.said}


def advising(page: Page, site: Site) -> Iterator[Text]:
    """Yield what a page of a kind that shows its cards says of what to do, but for what studies measured."""
    kind = site.settings.kinds.get(page.kind)
    if kind and any("cards" in section.shows for section in kind.sections.values()):
        yield from (page.brief, page.summary)
        for name, text in page.sections.items():
            if name in kind.sections and kind.sections[name].shows != ["evidence"]:
                yield text


RULES = [other_speeds, wrong_speeds]
