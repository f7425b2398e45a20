"""A pattern of the vocabulary → what is wrong with it, if anything: that it takes long, is none, or finds all."""

from __future__ import annotations

import re

LONGEST = 200
SLOW = re.compile(r"\)[+*{]|\{|\(\?[^:]|\[\[")
ANYTHING = ("", " ", "-", "qxzj")  # what no pattern is for
BAR = re.compile(r"^\||\|(?=\||$)")


def wrong_pattern(value: str) -> str | None:
    if len(value) > LONGEST:
        return f"a pattern of {len(value)} letters may take for ever — make two lines of it, each of at most {LONGEST}"
    if SLOW.search(value):
        return "a pattern that may take for ever — use letters, |, ?, [ -], \\w+ and (?: ) only"
    try:
        finds = re.compile(value).fullmatch
    except (re.error, OverflowError, RecursionError) as error:
        return f"not a pattern ({error}) — see https://docs.python.org/3/library/re.html"
    if not any(map(finds, ANYTHING)):
        return None
    advice = "take out the '|' that has nothing beside it" if BAR.search(value) else "write words that it finds"
    return f"this pattern finds any text, and nothing at all in particular — {advice}"
