"""Text as written → the same text as a reader takes it in, letter for letter, and without what only dresses it.

Rules on words read this, so that neither an accent, a dash, emphasis nor a line end hides a word from them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from string import ascii_lowercase

# Letters of other scripts that look like one of ours, each above its twin.
TWINS = dict(zip("αβεικνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲϳаеорсухіѕԁ", "aBeiknoptuxwABEZHIKMNOPTYXcjaeopcyxisd", strict=True))
# Digits and signs that are read as a letter within a word: "tr1age".
LIKE = {"a": "a4@", "b": "b8", "e": "e3", "g": "g9", "i": "i1!", "l": "l1", "o": "o0", "s": "s5$", "t": "t7", "z": "z2"}
DASHES = "‐‑‒–—―−﹘﹣－"
# What dresses words or can't be seen, and NUL, which stands for a mark.
DRESS = re.compile(r"[*`\\\0\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufeff]+")
# What a pattern consists of: an escape, a class, a bracket, a bar, what says how often, or a letter.
PART = re.compile(r"\\.|\[\^?\]?[^\]]*\]|\(\?:|.", re.DOTALL)
# Within a word Markdown shows the line.
OUTER = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
SPACES = re.compile(r"[^\S ]\s*| \s+")  # all but one space


class _Letters(dict[int, int]):
    """Letter → the plain one it is taken for. Found when first asked for: there are a million."""

    def __missing__(self, code: int) -> int:
        self[code] = ord(look(chr(code)))
        return self[code]


LETTERS = _Letters()


def look(letter: str) -> str:
    """Return the one plain letter, digit or sign that `letter` is read as; itself if there is none."""
    if letter in TWINS:
        return TWINS[letter]
    if letter in DASHES:
        return "-"
    if letter in "‘’ʼ′":
        return "'"
    if letter.isspace() and letter != "\n":
        return " "
    if (digit := unicodedata.digit(letter, None)) is not None:
        return str(digit)
    if unicodedata.numeric(letter, None) is not None and not letter.isalpha():
        return "1"  # a fraction: some figure
    first = unicodedata.normalize("NFKD", letter)[:1]
    if first and first.isascii() and first.isalnum():
        return first
    # LATIN SMALL LETTER DOTLESS I, LATIN LETTER SMALL CAPITAL N
    named = re.match(r"LATIN (?:(SMALL)|CAPITAL)? ?(?:LETTER )?.*?\b([A-Z])\b", unicodedata.name(letter, ""))
    if named and not letter.isascii():
        return named[2].lower() if named[1] else named[2]
    return letter


def flat(text: str) -> str:
    """Return `text` in plain letters, each where it stood: accents, dashes, spaces and odd digits as they are read."""
    return text if text.isascii() else text.translate(LETTERS)


def bare(text: str) -> str:
    """Return `text` in plain letters without emphasis, marks and what can't be seen."""
    plain = flat(text)
    return DRESS.sub("", OUTER.sub("", plain) if "_" in plain else plain)


def spaced(text: str) -> str:
    """Return plain `text` as one line, with one space between words."""
    return SPACES.sub(" ", bare(text))


def readings(text: str) -> tuple[str, ...]:
    """Return the ways in which `text` may be read: a hyphen joins two words, or parts them, or a word at a line end."""
    whole = spaced(text)
    if "-" not in whole and "_" not in whole:
        return (whole,)
    return re.sub(r"(?<=\w)[-_]\s?(?=\w)", "", whole), re.sub(r"[\s_-]+", " ", whole), whole


def loose(pattern: str) -> str:
    """Return a pattern that is found though its letters are doubled, set apart by a space or written as digits."""
    parts = PART.findall(single(pattern))
    each = (
        f"[{LIKE.get(part, part)}]+ ?" if part in ascii_lowercase and then != "?" else part
        for part, then in pairwise([*parts, ""])
    )
    return "".join(each).replace("+ ?+", "+")


@cache
def whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for whole words, in small letters, that match any of `patterns`, however they are spelt."""
    return re.compile("|".join(rf"\b(?:{loose(pattern)})\b" for pattern in patterns) or r"(?!)")


def single(pattern: str) -> str:
    """Return a pattern in small letters, of which none is doubled."""
    small = "".join(part if part.startswith("\\") else part.lower() for part in PART.findall(pattern))
    return re.sub(r"(?<!\\)([a-z])\1+", r"\1", small)


def place(reading: str, at: int, text: str) -> int:
    """Return where in `text` the letter stands that is at `at` in one of its readings.

    Readings differ from the text only in white space, hyphens and dress, so its n-th letter or digit is the n-th here.
    """
    left = sum(letter.isalnum() for letter in reading[:at])
    for offset, letter in enumerate(flat(text)):
        if letter.isalnum():
            if left == 0:
                return offset
            left -= 1
    return 0


def span(reading: str, found: re.Match[str], text: str) -> tuple[int, str]:
    """Return where in `text` something begins that was found in one of its readings, and how it is written there."""
    start = place(reading, found.start(), text)
    end = place(reading, found.start() + len(found[0].rstrip("-,. ")) - 1, text)
    return start, " ".join(text[start : end + 1].replace("\0", "").split())
