"""Rules for how fast to act: a sentence that names a sign says no speed but those of its cards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from guide.content.memo import memoized
from guide.content.prose import sentences
from guide.content.site import Page, Site, texts_in
from guide.content.source import Problem, Text
from guide.content.vocabulary import Settings
from guide.rules.hints import suspects
from guide.rules.passages import Passage, passages
from guide.rules.said import Group, Mention, Vocabulary, vocabulary
from guide.rules.wording import ours_only


def other_speeds(site: Site) -> Iterator[Problem]:
    """A sign's page says no speed but those of its cards (`speed_words`): mend the sentence, or move the sign."""
    items, cards = site.checklist.items, site.checklist.card_of
    for page in site.pages.values():
        own = {cards[name].tier for name, item in items if page.id in item.signs}
        for text in advising(page, site) if own else ():
            for at, words, tier in speeds_in(text, vocabulary(site)):
                if tier not in own:
                    message = f"'{words}' says '{tier}', and no card with this sign does"
                    yield text.problem(f"{message} — mend the sentence, or move the sign to such a card", at)


@memoized
def speeds_in(text: str, vocabulary: Vocabulary) -> list[tuple[int, str, str]]:
    """Return where a text says speeds, in which words, and their tiers, but for what it reports."""
    return [
        (sentence.at + said.at, said.words, str(said.tier))
        for sentence in sentences(text)
        if not vocabulary.reports(sentence)
        for said in vocabulary.speeds(sentence.words.lower().replace("\n", " "))
    ]


def wrong_speeds(site: Site) -> Iterator[Problem]:
    """A speed is one of the cards of the sign it is said of (its `words` in checklist.yml): mend the sentence.

    For people with cancer, children and the like (`audience_words` in site.yml) their own card counts. A speed may be
    faster where another sign beside it asks for that.
    """
    for text in telling_when(site) if site.checklist.words else ():
        yield from (text.problem(message, at) for at, message in wrong_speeds_in(text, vocabulary(site)))


@memoized
def wrong_speeds_in(text: str, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """Return where wrong speeds are said in a text, and what to do about each."""
    found = []
    for passage in passages(text):
        groups = vocabulary.groups(passage)
        for group in groups if groups and not vocabulary.reports(passage.sentence) else ():
            for sign, own in wrong_in(group, vocabulary.settings):
                so = " and ".join(f"'{one.words}'" for one in group.speeds)
                message = f"{so} for '{sign.words}', and its cards say {' or '.join(own)}"
                found.append((passage.at, f"{message} — mend the sentence, or move the sign"))
    return found


def unknown_speeds(site: Site) -> Iterator[Problem]:
    """A sentence that sends somebody for help with a sign that can't wait says how soon, in words that are known.

    It says the speed of the sign's card. Only words of `speed_words` in site.yml can be held against that.
    """
    left = on_cards(site)
    for text in site.prose if site.settings.help_words else ():
        if id(text) not in left:
            yield from (text.problem(message, at) for at, message in unknown_speeds_in(text, vocabulary(site)))


@memoized
def unknown_speeds_in(text: str, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """Return where a text says in no known words how soon, and what to do about it."""
    found = []
    for passage in passages(text):
        for sign, tiers in unknown_in(passage, vocabulary)[:1]:
            message = f"how soon for '{sign.words}'? Its cards say {' or '.join(sorted(tiers))}"
            found.append((passage.at, f"{message} — say it in words of 'speed_words' in site.yml"))
    return found


def unknown_in(passage: Passage, vocabulary: Vocabulary) -> list[tuple[Mention, set[str]]]:
    """Return the signs that can't wait of which a passage says in no known words how soon, with their tiers."""
    if passage.sentence.cited or passage.words.endswith("?") or not vocabulary.sends(passage.words):
        return []  # a fact, a question, or no advice, as most
    words, urgent = f"{passage.lead} {passage.words}", {*list(vocabulary.settings.tiers)[:2]}
    if vocabulary.says_how_soon(words):
        return []
    named = vocabulary.named(words)
    whom = {name for one in named for name in one.whom}
    signs = [(sign, tiers_of(sign, whom, vocabulary.settings)) for sign in named if sign.cards]
    return [(sign, tiers) for sign, tiers in signs if tiers and tiers <= urgent]


def wordless_signs(site: Site) -> Iterator[Problem]:
    """Each sign of the two most urgent tiers has `words` in checklist.yml: write them as people do, or say why not."""
    urgent, list_ = list(site.settings.tiers)[:2], site.checklist
    held = {name for names in list_.words.values() for name in names}
    for name, card in list_.card_of.items() if list_.words else ():
        if card.tier in urgent and name not in held | list_.wordless.keys():
            yield name.problem(f"no words name the sign '{name}' — add a pattern to 'words', or a line to 'wordless'")
    for name in list_.wordless:
        if name in held:
            yield name.problem(f"'{name}' has words — take it out of 'wordless'")


def wrong_in(group: Group, settings: Settings) -> Iterator[tuple[Mention, list[str]]]:
    """Yield the signs of a group whose cards do not say its speed, the slowest that it says, with what they say."""
    order: list[str] = list(settings.tiers)
    said = max(order.index(one.tier) for one in group.speeds)
    whom = {name for one in group.whom for name in one.whom}
    signs = [(sign, sorted(order.index(tier) for tier in tiers_of(sign, whom, settings))) for sign in group.signs]
    asked = any(said in own for _, own in signs)
    for sign, own in signs:
        if own and said not in own and not (asked and said < own[0]):
            yield sign, [order[tier] for tier in own]


def tiers_of(sign: Mention, whom: set[str], settings: Settings) -> set[str]:
    """Return the tiers of a sign's cards for those whom a sentence is for.

    These are of their own cards, and of anybody's where they are faster; without cards of their own, of anybody's.
    """
    order: list[str] = list(settings.tiers)
    lists = [{*audiences} for audiences in settings.audience_words.values()]
    everybody = next(iter(settings.audiences))
    others = {name for audiences in lists if everybody not in audiences for name in audiences}
    theirs = {tier for tier, audience in sign.cards if audience in whom & others}
    some = {*settings.audiences} - {name for audiences in lists for name in audiences} | {everybody}
    anybodys = {tier for tier, audience in sign.cards if audience in some | (whom - others)}
    slowest = max((order.index(tier) for tier in theirs), default=len(order))
    return theirs | {tier for tier in anybodys if order.index(tier) < slowest}


@lru_cache(maxsize=1)
def telling_when(site: Site) -> list[Text]:
    """Return the texts of ours that reach a page and may say a speed, but for the cards, where a speed is a place."""
    left = on_cards(site) | {id(one.people) for one in site.references.values()}  # what was done to others
    speeds = (words for words, tiers in site.settings.speed_words.items() if tiers)
    return suspects((text for text in ours_only(site) if id(text) not in left), speeds)[0]


@lru_cache(maxsize=1)
def on_cards(site: Site) -> set[int]:
    """Return which texts are of the cards and leaflets, or say what the rules go by."""
    parts = (site.checklist, site.leaflets, site.cases, site.settings)
    tables = {id(text) for kind in site.settings.kinds.values() for text in texts_in(kind)}
    return {id(text) for part in parts for text in texts_in(part)} - tables


def advising(page: Page, site: Site) -> Iterator[Text]:
    """Yield what a page of a kind that shows its cards says of what to do, but for what studies measured."""
    kind = site.settings.kinds.get(page.kind)
    if kind and any("cards" in section.shows for section in kind.sections.values()):
        yield from (page.brief, page.summary)
        for name, text in page.sections.items():
            if name in kind.sections and kind.sections[name].shows != ["evidence"]:
                yield text


RULES = [other_speeds, wrong_speeds, unknown_speeds, wordless_signs]
