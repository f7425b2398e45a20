"""Plain text → the numbers in it: digits, and amounts and shares in words."""

from __future__ import annotations

import re

# Digits in a name are no figure: T12, NG234, CA19-9, Radium-223. So are those right behind a letter.
NAME = re.compile(r"\b[A-Z][A-Za-z]*\d*-?\d[\w-]*")
DIGIT = re.compile(r"\d")
DIGITS = re.compile(r"(?<![A-Za-z0-9])(?<!\d\.)\d[\d,.]*(?:/\d+)?")

ONES = "one|two|three|four|five|six|seven|eight|nine"
TEENS = "eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
TENS = f"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ](?:{ONES}))?"
# A number's word → the number, but for one such as "twenty-one", which is two of them.
IN_WORDS = {word: n for n, word in enumerate([*ONES.split("|"), "ten", "eleven", "twelve"], 1)}
TEEN = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
IN_WORDS |= {f"{begin}teen": n for n, begin in enumerate(TEEN, 13)}
IN_WORDS |= {f"{begin}ty": 10 * n for n, begin in enumerate(("twen", "thir", "for", *TEEN[2:]), 2)}
# Of people, from two on: "one" is mostly no number. Up to twelve they are written out, in digits from there.
WRITTEN_OUT = {word: n for word, n in IN_WORDS.items() if 2 <= n <= 12}
LARGE = "dozen|hundred|thousand|million|billion"
NUMBER = rf"(?:an?|{ONES}|ten|{TEENS}|{TENS}|{LARGE}|\d+)"
SMALL = rf"(?:{ONES}|ten|{TEENS}|{TENS}|\d+)"
# From eleven on, numbers in words are amounts. Smaller ones by themselves pass: "two or three days" is advice.
WORDS = re.compile(
    rf"\b(?:(?:{NUMBER}[ -])?(?:per ?cent|(?:{LARGE})s?)"
    r"|half|halves|halved|halving|thirds?|quarters?|tenths?|twice|double[ds]?|doubling|tripled?|trebled?|quadrupled?"
    rf"|{NUMBER}[ -](?:fif|six|seven|eigh|nin|eleven|twelf|twentie|hundred|thousand)ths?"
    rf"|(?:{ONES}|ten|many|several|\d+)[ -]?fold|(?:{NUMBER}) times (?:as|more|less|fewer|higher|lower|the|likelier)"
    rf"|{SMALL} (?:\w+ )?of (?:the |all |every |each |these |those )?{SMALL}"
    rf"|{SMALL} \w+ (?:in|out of) (?:every |each )?{SMALL}"
    rf"|every (?:second|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|{NUMBER} to one"
    rf"|{NUMBER} (?:for|against|to) every {NUMBER}"
    rf"|(?:{ONES}|\d+) (?:in|out of) (?:every )?\w+|{NUMBER} (?:in|out of|of every|per) (?:every )?{NUMBER}"
    rf"|{TEENS}|{TENS})\b"
)
# What every match of WORDS holds: most texts hold none of it, and are passed at once.
HINT = re.compile(
    r"een\b|ty\b|ty[- ]|elve|leven|cent\b|dozen|hundred|thousand|illion|hal[fv]|third|quarter|enth|wice|doubl|tripl"
    r"|trebl|quadr|fths?\b|ths?\b|fold\b| times | in | out of | per | of | to one|every "
)


def numbers(plain: str) -> list[re.Match[str]]:
    """Return the numbers in `plain` text, in order."""
    found = list(DIGITS.finditer(NAME.sub(lambda name: " " * len(name[0]), plain))) if DIGIT.search(plain) else []
    low = plain.lower()
    if HINT.search(low):
        found += WORDS.finditer(low)
    return sorted(found, key=lambda figure: figure.start())
