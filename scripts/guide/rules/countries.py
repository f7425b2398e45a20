"""Rules for how to call an ambulance: every country has its line, and each line helps its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.emergency_numbers import NUMBER
from guide.content.site import Site
from guide.content.source import Problem, nearest

# Digits in one piece, as emergency numbers are read. Longer ones are read out in groups.
LONGEST = 6


def missing_countries(site: Site) -> Iterator[Problem]:
    """Each code of `countries` in site.yml has a line in ambulance-numbers.yml, and no other code has."""
    known = site.settings.countries
    for code in site.ambulance.countries:
        if code not in known:
            yield code.problem(f"'{code}' is no code of a country in site.yml — {nearest(code, known)}")
    for n, code in enumerate(known):
        if code in known[:n]:
            yield code.problem(f"'{code}' stands twice in this list — keep one")
        elif code not in site.ambulance.countries:
            message = f"'{code}' has no line in ambulance-numbers.yml — add it: its numbers, or 'unknown' and why"
            yield code.problem(message)


def numberless_countries(site: Site) -> Iterator[Problem]:
    """A country has one of `listed`, `ambulance`, `others`, or `second` alone; without a number `unknown` says why."""
    for country in site.ambulance.countries.values():
        first = [country.listed, country.ambulance, country.others, country.unknown]
        found = [text for text in first if text]
        if not found and not country.second:
            message = f"no number for '{country.place}' — write 'ambulance', 'others' or 'second', or 'unknown' and why"
            yield country.place.problem(message)
        for extra in found[1:]:
            yield extra.problem(f"'{country.place}' has two answers — keep the one that is right")
        if country.second and (country.listed or country.unknown):
            yield country.second.problem("stands behind 'ambulance' or 'others' only — take it out, or write one")


def long_numbers(site: Site) -> Iterator[Problem]:
    """A number of an ambulance has 2 to 6 digits: one with more is written in groups, as it is read out."""
    for country in site.ambulance.countries.values():
        for text in filter(None, (country.ambulance, country.others, country.second)):
            for number in NUMBER.finditer(text):
                if re.fullmatch(r"\d+", number[0]) and len(number[0]) > LONGEST:
                    message = f"'{number[0]}' has more than {LONGEST} digits — look again, or write it in groups"
                    yield text.problem(message, number.start())


def callless_home(site: Site) -> Iterator[Problem]:
    """The site's own country has a number in ambulance-numbers.yml, to come first in each box: add it, or name none."""
    code = site.settings.country
    home = site.ambulance.countries.get(code) if code else None
    if code and home and not (home.listed or NUMBER.search(home.ambulance or home.second or "")):
        yield code.problem(
            f"no number for an ambulance in '{home.place}' — add it in emergency-numbers.yml, or take it out"
        )


RULES = [missing_countries, numberless_countries, long_numbers, callless_home]
