"""Rules for figures in sentences: each yields a problem for one that can't be, or that may be read as another."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from guide.content.site import Site
from guide.content.source import Problem

NUMBER = r"(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?"
# Commas and points as other languages have them, a letter for a digit, a sign that stands twice.
ODD = {
    r"(?<![\d,.])\d+,(?:\d{1,2}|\d{4,})(?![\d,])": "write a point before decimals, a comma before each three digits",
    r"(?<![\d,.])[1-9]\d{0,2}[ .]\d{3} (?=people|men|women|children|patients|cases)": "write 1,000 with a comma",
    r"\d[OlI](?=[\s\d%])|(?<!\w)[OlI]\d+(?=[\s%.,])": "a letter stands for a digit: type the digit",
    r"%%": "write it once",
    r"(?<![\d/])\d{1,2}/\d{1,2}/(?:19|20)?\d\d(?![\d/])": "write the month as a word: 9 June 2023",
    r"(?<=\b[Ii]n )(?:[3-9]\d{3}|2[1-9]\d\d|1[0-5]\d\d)\b(?! [a-z]*people)": "a year that is not, or write 2,500",
}
DIGIT = re.compile(r"\d")
SIGNS = re.compile("|".join(f"(?P<_{n}>{pattern})" for n, pattern in enumerate(ODD)))
ADVICE = [*ODD.values()]
SHARE = re.compile(rf"({NUMBER}) (?:in|of|out of) (?:every )?(1,?000?\b|100\b)")
RANGE = re.compile(
    rf"(?<!from )({NUMBER})%? (?:to|–|-) ({NUMBER})(?=%| (?:in|of|out of) \d)|[Bb]etween ({NUMBER})%? and ({NUMBER})"
)
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b(?: (\d{{4}}))?")


def odd_figures(site: Site) -> Iterator[Problem]:
    """A figure is written in one way: 1,000 people, 9.5 in 100, all of it in digits."""
    for text in site.prose:
        for found in SIGNS.finditer(text) if DIGIT.search(text) else ():
            advice = ADVICE[int((found.lastgroup or "_0")[1:])]
            yield text.problem(f"'{found[0].strip()}' may be read as another figure — {advice}", found.start())


def impossible_figures(site: Site) -> Iterator[Problem]:
    """Of 100 people at most 100 have something, a range begins with its lower end, and June has 30 days: look it up."""
    for text in site.prose:
        for found in SHARE.finditer(text):
            if value(found[1]) > value(found[2]):
                yield text.problem(f"'{found[0]}' is more than all — look it up in the source", found.start())
        for found in RANGE.finditer(text):
            low, high = (value(end) for end in found.groups() if end)
            if low >= high:
                yield text.problem(f"'{found[0]}' goes down — write the lower end first, and check both", found.start())
        for found in DAY.finditer(text):
            last = calendar.monthrange(int(found[3] or 2000), MONTHS[found[2]])[1]
            if not 1 <= int(found[1]) <= last:
                yield text.problem(f"'{found[0]}' is no day — {found[2]} goes from 1 to {last}", found.start())


def value(digits: str) -> float:
    return float(digits.replace(",", ""))


RULES = [odd_figures, impossible_figures]
