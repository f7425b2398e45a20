"""Rules for how hard a page is to read: its Flesch-Kincaid grade, as textstat counts it, and its hardest sentences."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from guide.content.memo import asked_by_others, memoized
from guide.content.prose import sentences
from guide.content.site import Page, Site
from guide.content.source import Problem, Text
from guide.content.vocabulary import Grade
from guide.rules.reading_text import Reader
from guide.rules.spoken import SILENT, spoken, stopped

# How many of a page's hardest sentences are named: whoever mends these has mended most pages.
HARDEST = 3
# A shorter sentence is a heading or an exclamation, however long its words.
FEWEST_WORDS = 6
# A term that can't be avoided is left out of one page in ten at most: else the limit holds for few.
EXCUSED = 10


# As textstat tells words and sentences; one of two words is none.
PUNCTUATION = re.compile(r"[^\w\s]")
SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
LONG = re.compile(r"(?:\W*+\w\S*+){3}")  # three words


class Counts(NamedTuple):
    words: int
    sentences: int
    syllables: int


@cache
def hyphens() -> Any:  # it has no types
    """Return what textstat counts syllables by. It takes a tenth of a second to load, so only who measures loads it."""
    from pyphen import Pyphen

    return Pyphen(lang="en_US")


@cache  # the same few words again and again
@memoized  # so that only a new word loads the hyphens
@asked_by_others
def syllables(word: str) -> int:
    return len(hyphens().positions(word)) + 1


@memoized
def counts(line: str) -> Counts:
    """Return what textstat counts in a line, word by word: the sum over lines is what it counts in the whole text."""
    words = PUNCTUATION.sub("", line.lower()).split()
    long = sum(1 for sentence in SENTENCE.findall(line) if LONG.match(sentence))
    return Counts(len(words), long, sum(map(syllables, words)))


def grade(lines: Iterable[str], unavoidable: str | None = None) -> float:
    """Return the Flesch-Kincaid grade of `lines`; an unavoidable term counts as an easy word."""
    if unavoidable:
        term = re.compile(rf"\b{re.escape(unavoidable)}\w*", re.IGNORECASE)
        lines = [term.sub("word", line) for line in lines]
    words, stops, beats = map(sum, zip(*map(counts, lines), strict=True))
    # Rounded on the way as textstat does: the limits were set by its numbers.
    return rounded(0.39 * rounded(words / max(1, stops)) + 11.8 * rounded(beats / max(1, words)) - 15.59)


def rounded(number: float) -> float:
    return math.floor(number * 10 + 0.5) / 10


def limit_of(site: Site, page: Page) -> Grade | None:
    """Return what holds for a page: what names it, else what names none."""
    limits = site.settings.grades.values()
    return next((one for one in limits if page.id in one.pages), next((one for one in limits if not one.pages), None))


def hard_pages(site: Site) -> Iterator[Problem]:
    """A page keeps to the grade in site.yml: its hardest sentences are named, to be split or said in shorter words."""
    reader, grades = Reader(site), []
    for page in site.pages.values():
        lines = list(reader.lines(page))
        found, limit = grade((line.words for line in lines), page.unavoidable), limit_of(site, page)
        grades.append(found)
        if limit and found > limit.limit:
            worst = hardest(reader, dict.fromkeys(line.text for line in lines), page.unavoidable)
            for number, words, text, at in [one for one in worst if one[0] > limit.limit] or worst[:1]:
                message = (
                    f"the page '{page.name}' reads at grade {found}, at most {limit.limit:g}: this is among its "
                    f"hardest sentences (grade {number}, {words} words) — split it, or say it in shorter words"
                )
                yield text.problem(message, at)
    for limit in site.settings.grades.values():
        if limit.half and sorted(grades)[len(grades) // 2] > limit.half:
            yield limit.about.problem(f"half of the pages read above grade {limit.half:g} — make some easier")


def hardest(reader: Reader, texts: Iterable[Text], unavoidable: str | None) -> list[tuple[float, int, Text, int]]:
    """Return the hardest sentences of `texts`, the hardest first: grade, number of words, text, and where in it."""
    found = []
    for text in texts:
        for sentence in sentences(text):
            said = spoken(text[sentence.at : sentence.at + len(sentence.words)], reader.names)
            words = len(said.split())
            if words >= FEWEST_WORDS and not SILENT.match(said):
                at = sentence.at + len(sentence.words) - len(sentence.words.lstrip())
                found.append((grade([stopped(said)], unavoidable), words, text, at))
    return sorted(found, key=lambda one: -one[0])[:HARDEST]


def unknown_grades(site: Site) -> Iterator[Problem]:
    """A page has one limit only; one limit names none, and holds for all others."""
    named: set[str] = set()
    for limit in site.settings.grades.values():
        for name in limit.pages:
            if name in named:
                yield name.problem(f"'{name}' has another limit too — keep one")
            named.add(name)
    if sum(not limit.pages for limit in site.settings.grades.values()) != 1:
        yield site.settings.name.problem("under 'grades' one limit names no pages, and holds for all others — give one")


def too_many_excused(site: Site) -> Iterator[Problem]:
    """`unavoidable` excuses one page in ten at most: say it another way, or explain the word in the glossary."""
    excused = [page.unavoidable for page in site.pages.values() if page.unavoidable]
    for term in excused[max(1, len(site.pages) // EXCUSED) :]:
        message = (
            f"{len(excused)} of {len(site.pages)} pages leave out a term — at most one in {EXCUSED}: write without"
        )
        yield term.problem(message)


RULES = [hard_pages, unknown_grades, too_many_excused]
