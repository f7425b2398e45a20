"""Texts and patterns → the few texts in which a pattern may stand, found at once: all others need no closer look.

All texts are searched as one, twice: without what parts letters, and with no letter doubled.
"""

from __future__ import annotations

import re
from functools import lru_cache

from guide.content.source import Text
from guide.rules.normalise import LIKE, flat

END = b"\1"
INLINE = re.compile(r"\[@[^\[\]\1]*\]|\[\[[^\[\]|\1]*\|")
SIGNS = [(sign, letter) for letter, signs in LIKE.items() for sign in signs[1:]]
# "1" may be an "i" or an "l": the one is searched in one way, the other in the other.
AS_I, AS_L = (
    bytes.maketrans(*("".join(half).encode() for half in zip(*pairs, strict=True)))
    for pairs in ([*SIGNS, ("1", "i")], [*SIGNS, ("1", "l"), ("\n", " "), ("-", " "), ("_", " ")])
)
DROPPED = bytes(code for code in range(256) if not (code < 128 and chr(code).isalnum()) and chr(code) not in "@!$\1")
UNDRESSED = bytes(set(DROPPED) - set(b" \n-_"))
BETWEEN = re.compile(r"\[[ '-]+\]\??|[-' ]\??|\\w\+")
DOUBLED = re.compile(r"([a-z ])\1+")


@lru_cache(maxsize=1)
def letters_and_words(texts: tuple[Text, ...]) -> tuple[bytes, bytes]:
    """Return all texts, each ended by END: their letters only, and their words with no letter doubled."""
    whole = "\1".join(text if text.isascii() else flat(text) for text in texts)
    letters = INLINE.sub("", whole).lower().encode("ascii", "replace")
    words = letters.translate(AS_L, UNDRESSED)
    for code in {*words} - {*END}:
        one = bytes([code])
        while one * 2 in words:
            words = words.replace(one * 2, one)
    return letters.translate(AS_I, DROPPED), words


def suspects(texts: tuple[Text, ...], patterns: tuple[str, ...]) -> list[Text]:
    """Return the texts that may hold one of `patterns`."""
    numbers: set[int] = set()
    for letters, between in zip(letters_and_words(texts), ("", " ?"), strict=True):
        if letters.count(END) != len(texts) - 1:
            return [*texts]  # one of them holds the sign itself
        for pattern in patterns:
            plain = BETWEEN.sub(between, pattern.lower())
            plain = DOUBLED.sub(r"\1", plain) if between else plain
            number = counted = 0
            for at in re.finditer(plain.encode(), letters):
                number += letters.count(END, counted, at.start())
                counted = at.start()
                numbers.add(number)
    return [texts[number] for number in sorted(numbers)]
