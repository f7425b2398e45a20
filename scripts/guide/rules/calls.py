"""Rules for numbers to call: what is read is what is dialled, and the page for lost readers offers the same row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.emergency_numbers import NUMBER
from guide.content.files import fault
from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.rules.characters import not_used
from guide.rules.markup import hide

# What may stand beside the numbers of an emergency line. A digit may not, nor a letter O that stands for one.
ODD = re.compile(r"[^ -~’A-Za-zÀ-ɏ]")
LEFT = re.compile(r"[0-9]|\b[Oo]{2,}\b|\+")
# What an editor took for a number: from the space before it to the first word behind its digits.
MEANT = re.compile(r"\S+(?: [0-9(O]\S*)*(?: \w+)?")
# A number to write to, a year and the like.
NOT_RUNG = re.compile(r"(?<!call or )\b(text|texts|sms|message|whatsapp|fax|since|until|before) $", re.IGNORECASE)
WITH_SIGNS = re.compile(r"\+?[0-9()/. –-]*[0-9]")


def undiallable_numbers(site: Site) -> Iterator[Problem]:
    """In a line with numbers to call every digit belongs to one of them, so that what is dialled is what is read."""
    for country in site.ambulance.countries.values():
        for text in filter(None, (country.ambulance, country.others, country.second)):
            yield from _undiallable(text)
    yield from _undiallable(site.ambulance.anywhere)
    for number in site.numbers.values():
        found = [_mistake(text) for text in (number.emergency, number.advice) if text]
        yield from filter(None, found)
        if not NUMBER.search(number.emergency) and not any(found):
            yield number.emergency.problem("no number to call — write one in digits, such as 112 or 999")
        advice = number.advice or Text("")
        for one in NUMBER.finditer(advice):
            if len(one[0]) < 3:
                message = f"'{one[0]}' is too short for an advice line — write other figures in words: day and night"
                yield advice.problem(message, one.start())
        if digit := re.search(r"\d", number.place):
            yield number.place.problem("a country's name has no digits — numbers go into 'emergency'", digit.start())


def lost_numbers(site: Site) -> Iterator[Problem]:
    """The page for a wrong address offers the same row of numbers as every other: 'make format' writes it."""
    strip = dict(site.row)
    for first, name in strip.items():
        link = f'<a href="tel:{first}"><strong>{first}</strong> {name}</a>'
        if link not in site.lost.text:
            yield name.problem(f"'{name}' is not on the page for a wrong address — write {link} in {site.lost.path}")
    offered = [found[1] for found in re.finditer(r'href="tel:([^"]*)"', site.lost.text)]
    if sorted(offered) == sorted(strip) and offered != [*strip]:
        message = "the numbers stand in another order than on other pages — run 'make format', which writes the same"
        yield site.lost.problem(message, site.lost.text.index('href="tel:'))
    for found in re.finditer(r'href="tel:([^"]*)"', site.lost.text):
        if found[1] not in strip:
            there = Text(found[1], site.lost, found.start(1))
            yield there.problem(
                f"no country has '{found[1]}' in the row of numbers — take it out, or add 'strip' there"
            )


def _undiallable(text: Text) -> Iterator[Problem]:
    """Yield what is wrong with a line that must have a number in it."""
    if found := _mistake(text):
        yield found
    elif not NUMBER.search(text):
        yield text.problem("no number to call — write one in digits, such as 112 or 999")


def _mistake(text: Text) -> Problem | None:
    if odd := ODD.search(text):
        why = fault(odd[0])  # the same words as in other texts, so that one slip is told once
        return text.problem(f"{why} — take it out" if why else not_used(odd[0]), odd.start())
    for one in NUMBER.finditer(text):
        if before := NOT_RUNG.search(text, 0, one.start()):
            message = f"'{one[0]}' becomes a link that rings it, and '{before[1]}' says that it is none to ring"
            return text.problem(f"{message} — take it out, or say it on a page of docs/", one.start())
    left = LEFT.search(NUMBER.sub(hide, text))
    if not left:
        return None
    start = text.rfind(" ", 0, left.start()) + 1
    meant = (MEANT.match(text, start) or left)[0]
    for part in meant.split():
        if re.search(r"[A-Za-z][0-9]|[0-9][A-Za-z]|^[Oo]{2,}", part):
            return text.problem(f"'{part}' has a letter where a digit belongs — is it a zero, or a one?", start)
    signs = WITH_SIGNS.match(meant)
    if signs and signs[0].strip("0123456789 ") and meant[signs.end() :].strip() in ("", "or", "and", "for", "in"):
        digits = re.sub(r"[^0-9+]+", " ", signs[0].replace("(0)", "")).strip()
        for way in (digits, digits.replace(" ", "")):
            if len(way) > 6 and NUMBER.fullmatch(way):
                return text.problem(f"'{signs[0]}' can't be dialled so — write {way}", start)
    advice = "write each number by itself, a comma or 'or' behind it, and other figures in words: 811, day and night"
    return text.problem(f"'{meant}' can't be dialled — {advice}", start)


RULES = [undiallable_numbers, lost_numbers]
