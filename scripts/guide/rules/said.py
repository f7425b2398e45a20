"""Passage → what it says: each speed, with the signs it is said of, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from guide.content.checklist import Checklist
from guide.content.memo import Large
from guide.content.prose import Sentence
from guide.content.site import Site
from guide.content.vocabulary import Settings
from guide.rules.hints import Phrases
from guide.rules.passages import Passage
from guide.rules.urging import tells

# Behind a speed: what it is said of follows.
FOLLOWS = re.compile(r",? (?:if|for|with|about|when|in case|after|only|unless|even)\b")
# What begins anew between a speed and a sign behind it.
STOPS = re.compile(r"[;.?!]|\bbut\b")
Cards = tuple[tuple[str, str], ...]  # the tier and the audience of each card that holds a sign


class Mention(NamedTuple):
    """Words that say a speed (`tier`), name a sign (`cards`), or say for whom (`whom`)."""

    at: int
    words: str
    tier: str = ""
    cards: Cards = ()
    whom: tuple[str, ...] = ()


class Group(NamedTuple):
    """Speeds said in one breath, and what they are said of."""

    speeds: list[Mention]
    named: list[Mention]

    @property
    def signs(self) -> list[Mention]:
        return [one for one in self.named if one.cards]

    @property
    def whom(self) -> list[Mention]:
        return [one for one in self.named if one.whom]


class Vocabulary:
    """What finds in plain words, in small letters, how soon, which signs, and for whom."""

    def __init__(self, settings: Settings, checklist: Checklist) -> None:
        self.settings, self.checklist = settings, checklist
        self.key = Large((settings, checklist)).key  # all that it is made from
        self.commands = frozenset(map(str, settings.commands))
        self._said: dict[str, list[Mention]] = {}

    @cached_property
    def _reporting(self) -> Phrases[bool]:
        return Phrases([(self.settings.reporting, True)])

    @cached_property
    def _help(self) -> Phrases[bool]:
        return Phrases([(self.settings.help_words, True)])

    @cached_property
    def _emergencies(self) -> Phrases[str]:
        return Phrases(([one], kind) for one, kind in self.settings.emergency_words.items())

    @cached_property
    def _speeds(self) -> Phrases[Mention | None]:
        no_speeds: list[tuple[Iterable[str], Mention | None]] = [(self.settings.not_speeds, None)]
        tiers = self.settings.tiers  # one that is misspelt has a problem of its own
        said = ((one, [tier for tier in some if tier in tiers]) for one, some in self.settings.speed_words.items())
        return Phrases([*no_speeds, *(([one], Mention(0, "", some[0] if some else "")) for one, some in said)])

    @cached_property
    def telling(self) -> re.Pattern[str]:
        """What finds words of `telling`, as they are spelt there."""
        return re.compile(rf"\b(?:{'|'.join(self.settings.telling) or '(?!)'})\b")

    @cached_property
    def to_cards(self) -> re.Pattern[str]:
        """What finds a link to a place where cards and numbers stand: [[children#today|today]]."""
        return re.compile(rf"\[\[(?:{'|'.join(self.settings.shows) or '(?!)'})#")

    @cached_property
    def _whom(self) -> Phrases[Mention]:
        return Phrases(([one], Mention(0, "", whom=tuple(whom))) for one, whom in self.settings.audience_words.items())

    @cached_property
    def _signs(self) -> Phrases[Mention]:
        cards, tiers = self.checklist.card_of.items(), self.settings.tiers
        of = {name: (card.tier, card.audience) for name, card in cards if card.tier in tiers}
        words = self.checklist.words.items()
        named = ((one, tuple(of[name] for name in names if name in of)) for one, names in words)
        return Phrases(([one], Mention(0, "", cards=some)) for one, some in named)

    def reports(self, sentence: Sentence) -> bool:
        """Say whether a sentence reports, with a source, what others say or found, and tells nobody what to do."""
        about_others = sentence.cited and any(self._reporting.once(sentence.words.lower()))
        return about_others and not tells(sentence.words, self.commands)

    def speeds(self, words: str) -> list[Mention]:
        """Return the speeds said in `words`."""
        if words not in self._said:  # most words are asked for by several rules
            self._said[words] = sorted(_at(found, say) for found, say in self._speeds.once(words) if say and say.tier)
        return self._said[words]

    def says_how_soon(self, words: str) -> bool:
        """Say whether `words` hold any word of the vocabulary for speeds, also one that says none."""
        return any(say for _, say in self._speeds.once(words))

    def may_time(self, text: str) -> bool:
        """Say whether a speed may be said in `text`, by its letters alone."""
        return self._speeds.may_hold(text.lower())

    def sends(self, words: str) -> bool:
        """Say whether `words` send somebody for help, or keep them from it."""
        return any(self._help.there(words))

    def named(self, words: str) -> list[Mention]:
        """Return the signs named in `words` as there, and the people, of whom no word is read twice."""
        whom = (_at(found, say) for found, say in self._whom.once(words) if say.whom)
        return sorted([*(_at(found, say) for found, say in self._signs.there(words)), *whom])

    def emergencies(self, words: str) -> set[str]:
        """Return the kinds of emergency signs named in `words`."""
        return {kind for _, kind in self._emergencies.there(words)}

    def groups(self, passage: Passage) -> list[Group]:
        """Return what a passage says, in order: a group for each speed, or for several side by side.

        A speed is said of what stands before it, or behind it where it goes on with "if", "for" and the like. One
        of nothing is said of the same as the one before. A question says no speed.
        """
        own, listed = self.speeds(passage.words), passage.lead.endswith(":")
        if not own and not listed:
            return []  # as most
        lead, before = f"{passage.lead} " if passage.lead else "", self.speeds(passage.lead)
        if before and not passage.lead.endswith(("?", ":")):
            lead = ""  # that sentence has its own
        speeds = [one._replace(at=one.at + len(lead)) for one in own] if own else before
        words = lead + passage.words
        return _inherited(_grouped(words, sorted([*speeds, *self.named(words)]))) if speeds else []


@lru_cache(maxsize=2)  # of the whole site, and of changed files
def vocabulary(site: Site) -> Vocabulary:
    """Return the vocabulary of a site, the same for all rules."""
    return Vocabulary(site.settings, site.checklist)


def _at(found: re.Match[str], say: Mention) -> Mention:
    return say._replace(at=found.start(), words=found[0].strip())


def _grouped(words: str, found: list[Mention]) -> list[Group]:
    groups: list[Group] = []
    waiting: list[Mention] = []
    goes_on, before = -1, Mention(0, "")  # where the words end that what follows belongs to
    for one in found:
        end = one.at + len(one.words)
        if not one.tier:
            if goes_on >= 0 and not STOPS.search(words, goes_on, one.at):
                groups[-1].named.append(one)
            else:
                waiting.append(one)
        elif not waiting and before.tier and not FOLLOWS.match(words, end):
            groups[-1].speeds.append(one)
        else:
            groups.append(Group([one], waiting))
            waiting = []
        if one.tier:
            goes_on = end if FOLLOWS.match(words, end) or not groups[-1].named else -1
        before = one
    if groups:
        groups[-1].named.extend(waiting)
    return groups


def _inherited(groups: list[Group]) -> list[Group]:
    for before, group in pairwise(groups):
        group.named.extend([] if group.signs else before.signs)
        group.named.extend([] if group.whom else before.whom)
    return groups
