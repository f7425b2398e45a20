"""Words → the sizes of groups of people named in them, each where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from guide.content.memo import memoized
from guide.rules.numbers import WRITTEN_OUT

ROUND = r"(?:1(?:,?0)+|ten|hundred|thousand|million)"
# Not T12, 3.5, 2012-2014, 30-year or 9%.
NUMBER = re.compile(r"(?<![\w.,/–-])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\w%/–-]|[.,]\d)")
WORDS = re.compile(rf"\b(?:{'|'.join(WRITTEN_OUT)})\b", re.IGNORECASE)
ANY = rf"(?:\d+(?:[.,]\d+)*%?|per cent|one|{'|'.join(WRITTEN_OUT)})"
# A thousand has a comma, so that four digits without one are a year where one may stand.
YEAR = re.compile(r"(?:1[89]|20)\d\d")
DATED = re.compile(
    r"\b(?:in|since|by|until|from|to|and|between|before|after|during|the|january|february|march|april|may|june|july"
    r"|august|september|october|november|december) $",
    re.IGNORECASE,
)
# What is counted beside people, and never is the size of a group of them.
THINGS = re.compile(
    r"(?: (?!(?:of|in|at|and|with) )[\w-]+){0,2}? (?:studies|trials|reviews|papers|articles|reports|guidelines"
    r"|publications|surveys|groups|hospitals|centres|clinics|practices|units|departments|sites|countries|states|banks"
    r"|registries|signs|questions)\b",
    re.IGNORECASE,
)
# Ages, ranges, shares and measures, by what stands behind the number or before it.
NOT_AFTER = re.compile(
    rf" (?:(?:or|and) (?:over|under|older|younger|more|above|below)\b|to \d|(?:in|out of) (?:every |each )?{ROUND}\b"
    r"|(?:per ?cent|thousand|million|billion|times|mm|cm|mg|years?|months?|weeks?|days?|hours?|minutes?)\b)",
    re.IGNORECASE,
)
NOT_BEFORE = re.compile(
    r"(?:\b(?:aged?|aged (?:over|under|about)|aged \d+ and|ages|age of|older than|younger than|type|stage|grade|phase"
    rf"|level|class|group|arm|day|week|month|table|figure|chapter|page)|\d to|\d or|\b{ANY} in|\b(?:per|every|each)) $",
    re.IGNORECASE,
)
# "5 new cases in 1,000 adults" is a share too, "studied in 1,000 adults" is none.
SHARED = re.compile(rf"\b{ANY}(?: [a-z-]+){{0,4}} in $", re.IGNORECASE)
ABOUT = r"(?:(?:the|all|these|those|its|their|about|other|nearly|almost) ){0,2}"
PART = re.compile(
    rf"(?:\b(?:{ANY}|none|all|most|half|some|each|many|few|total|series|group|sample|cohort)(?: [a-z-]+)?(?: out)? of"
    rf"|^\W*of|\bout of|\bamong) {ABOUT}$|\bn ?= ?$",
    re.IGNORECASE,
)
# What may not stand between a number and the people: "60 or over", "508 were women", "66 days after people".
JOINING = (
    r"(?:and|or|in|of|to|with|that|who|by|at|for|on|from|was|were|is|are|had|have|has|did|could|as|than|but|if|when"
    r"|where|which|whose|after|before|more|per)\b"
)
BEFORE, AFTER = 60, 100  # letters around a number that are looked at: those of a few words


class Count(NamedTuple):
    """A number that counts something: as written, how many, where it stands, and whether people or things follow."""

    written: str
    many: int
    at: int
    people: bool
    things: bool


def sizes(words: str, nouns: tuple[str, ...]) -> list[Count]:
    """Return the size of each group of people in a sentence: "16 of the 3,200", "n = 41", "29 young children".

    A share is none ("27 in 100 people"), nor are an age, a year, a number of studies or hospitals, or a part of a
    group that is named too: "10 men" in "Of 41 people, 10 men had it". `nouns` are the words for people.
    """
    groups, others = [], []
    for number in counts(words, nouns):
        if number.things:
            continue
        if PART.search(before(words, number.at)):
            # "64 of 100 people" is a share too, as far as anyone can tell.
            groups += [] if re.fullmatch(ROUND, number.written) else [number]
        elif number.people:
            others.append(number)
    whole = max((group.many for group in groups), default=0)
    return sorted([*groups, *(one for one in others if one.many > whole)], key=lambda one: one.at)


@memoized
def known(people: str, nouns: tuple[str, ...]) -> tuple[dict[int, str], set[int]]:
    """Return the groups of people that a source says it counted, as written, and how many of other things."""
    found = [*counts(people, nouns), *counts(people, nouns, WORDS)]
    return {one.many: one.written for one in found if not one.things}, {one.many for one in found if one.things}


def counts(words: str, nouns: tuple[str, ...], pattern: re.Pattern[str] = NUMBER) -> Iterator[Count]:
    """Yield the numbers that count something: no ages, years, ranges, shares or measures."""
    for found in pattern.finditer(words):
        said, after = before(words, found.start()), words[found.end() : found.end() + AFTER]
        if NOT_AFTER.match(after) or NOT_BEFORE.search(said):
            continue
        people = bool(whom(nouns).match(after))
        year = YEAR.fullmatch(found[0]) and (not people or DATED.search(said))
        if not (year or (re.fullmatch(ROUND, found[0]) and SHARED.search(said))):
            many = WRITTEN_OUT.get(found[0].lower()) or int(found[0].replace(",", ""))
            yield Count(found[0], many, found.start(), people, bool(THINGS.match(after)))


def before(words: str, at: int) -> str:
    return words[max(at - BEFORE, 0) : at]


@cache
def whom(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the people behind a number, unless it is their share, or a part of a group that follows."""
    people = "|".join(map(re.escape, nouns))
    share = rf"(?: (?:a|each|every) year)? (?:in|of|out of|per) (?:a |each |every )?{ROUND}\b(?!{THINGS.pattern})"
    part = r" (?:out )?of (?:the |all |these |those |its |their )?\d"
    return re.compile(rf"(?: (?!{JOINING})[a-z-]+){{0,3}} (?:{people})(?!\w)(?!{share}|{part})", re.IGNORECASE)
