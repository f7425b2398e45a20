"""Rules for figures in sentences: each yields a problem for one that can't be, or that may be read as another."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from guide.content.site import Site
from guide.content.source import Problem
from guide.rules.candidates import holding

OF = r"(?:in|of|out of) (?:every )?"
# What may not stand before a digit is looked for behind it: only few letters are digits, and the rest is soon passed.
NUMBER = r"\d(?<![\d.,]\d)\d*(?:,\d{3})*(?:\.\d+)?"
# Commas and points as other languages have them, a letter for a digit, a sign that stands twice.
ODD = {
    # A hyphen behind it: 1,25-dihydroxyvitamin D.
    r"(?<![\d,.])\d+,(?:\d{1,2}|\d{4,})(?![\d,]|-(?!fold|year|month|week|day)[A-Za-z])": "write a point before "
    "decimals, a comma before each three digits",
    r"(?<![\d,.])[1-9]\d{0,2}[ .]\d{3} (?=people|men|women|children|patients|cases)": "write 1,000 with a comma",
    # Oxygen is O2, and iodine I131; a litre may stand behind its number.
    rf"\d[OI](?=[\s\d%])|\dl(?=[\d%]| {OF}\d)"
    rf"|(?<!\w)(?:(?:l|O(?!2\b))\d+(?=[\s%.,])|I(?!2\b)\d+(?=%| {OF}\d))": "a letter stands for a digit: "
    "type the digit",
    r"%%": "write it once",
    r"(?<=[ (])~ ?(?=\d)": "write 'about'",
    r"(?<=[ (])[>≥] ?(?=\d)": "write 'more than' or 'or more'",
    r"(?<=[ (])≤ ?(?=\d)": "write 'up to'",
    r"[½¼¾⅓⅔⅛](?= (?:of|in)\b)": "write it in words, or so many in 100",
    r"(?<=\d) ?per ?cent\b": "write %",
    r"(?<![\d/])\d{1,2}/\d{1,2}/(?:19|20)?\d\d(?![\d/])": "write the month as a word: 9 June 2023",
    r"(?:(?<=\d in )|(?<= of )|(?<= every ))10{3,}\b": "write a comma before each three digits: 1,000",
    r"(?<=\b[Ii]n )(?:[3-9]\d{3}|2[1-9]\d\d|1[0-5]\d\d)\b(?! [a-z]*people)": "look the year up, write a "
    "number as 2,500, and an old year as 'the year 1543'",
}
# What each of them holds.
HINT = re.compile(
    r"\d(?:,\d{1,2}(?!\d)|,\d{4}|[ .]\d{3} [pmwc]|[OIl]|/\d| ?per ?cent)|[lOI]\d|[~>≥≤] ?\d|[½¼¾⅓⅔⅛] |%%"
    r"|(?:in|of|every) 1000|n (?:[3-9]\d{3}|2[1-9]\d\d|1[0-5]\d\d)"
)
SIGNS = re.compile("|".join(f"(?P<_{n}>{pattern})" for n, pattern in enumerate(ODD)))
ADVICE = [*ODD.values()]
SHARE = re.compile(rf"({NUMBER}) {OF}(1,?000?|100)(?![\d,]*\d| \d{{3}}\b)")
RANGE = re.compile(rf"({NUMBER})%? (?:to|–|-) ({NUMBER})(?=%| {OF}\d)|[Bb]etween ({NUMBER})%? and ({NUMBER})")
# What goes down rightly. Before it: "from about", "fell, ", the 100 of "7 in 100 to 9 in 100", "the ratio was".
FALLS = re.compile(
    rf"(?:\d%? {OF}|\bfrom (?:about |around |some |nearly |almost |over |under |more than |less than )?"
    r"|\b(?:fell|sank|shrank|cut|dropped|declined|decreased|(?:went|came|goes|is|was) (?:\w+ )?down"
    r"|(?:fall|drop|decline|decrease|cut) (?:of|from)|ratio|odds)\b[^.;\n]*)\Z"
)
# Behind it: "between 50 and 20 years ago", "between 10 and 6 at night".
BACK = re.compile(r" \w+ (?:ago|before|earlier)\b")
CLOCK = re.compile(r" ?(?:o[’']clock|[ap]\.?m\b|at night|in the (?:morning|evening|night)|on|every|each|[.,;:)])")
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
DAY = re.compile(rf"(\d(?<!\w\d)\d?) ({'|'.join(MONTHS)})\b(?: (\d{{4}}))?")


def odd_figures(site: Site) -> Iterator[Problem]:
    """A figure is written in one way: 1,000 people, 9.5 in 100, about 5%, all of it in digits."""
    for text in holding(site.prose, HINT):
        for found in SIGNS.finditer(text):
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
            if low >= high and not goes_down(text, found, low):
                yield text.problem(f"'{found[0]}' goes down — write the lower end first, and check both", found.start())
        for found in DAY.finditer(text):
            last = calendar.monthrange(int(found[3] or 2000), MONTHS[found[2]])[1]
            if not 1 <= int(found[1]) <= last:
                yield text.problem(f"'{found[0]}' is no day — {found[2]} goes from 1 to {last}", found.start())


def goes_down(text: str, found: re.Match[str], first: float) -> bool:
    """Say whether the words around a range mean that it goes down, or a time of day."""
    clock = first <= 12 and found[3] and CLOCK.match(text, found.end())
    return bool(clock or FALLS.search(text, 0, found.start()) or BACK.match(text, found.end()))


def value(digits: str) -> float:
    return float(digits.replace(",", ""))


RULES = [odd_figures, impossible_figures]
