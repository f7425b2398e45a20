"""A rule for letters: which signs beyond ASCII may stand in English content. Every other one is named.

What nobody sees, or takes for another, `files` has refused already, wherever it stands in a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from guide.content.files import fault
from guide.content.site import Site, texts_in
from guide.content.source import Problem
from guide.rules.normalise import look

# Quotes and dashes as they are printed; signs of measures; Greek letters in the names of cells, rays and units; the
# mark of what a line of a leaflet counts together.
SIGNS = "‘’“”–—…°′″×±≤≥≈½¼¾€£§·αβγδκλμτΔΩ◆"
# Accents of French, Spanish, German and Nordic words and names, as in Ménière or Bogotá.
WESTERN = "".join(map(chr, range(0xC0, 0x100)))
# Authors have the names they have: Latin letters with any accent.
NAMES = "".join(map(chr, range(0x100, 0x180))) + "ȘșȚțǍǎǐǒǔ" + "".join(map(chr, range(0x1E00, 0x1F00)))
ALLOWED = {*SIGNS, *WESTERN}
BEYOND = re.compile(r"[^\x00-\x7f]")


def unlisted_letters(site: Site) -> Iterator[Problem]:
    """Signs beyond ASCII are those of `SIGNS` and accents, in sources any Latin letter: write the plain one instead."""
    sources = {id(text) for reference in site.references.values() for text in texts_in(reference)}
    for text in site.texts:
        for letter in {*BEYOND.findall(text)} - ALLOWED if not text.isascii() else ():
            if not (id(text) in sources and letter in NAMES) and not fault(letter):
                yield text.problem(not_used(letter), text.index(letter))


def not_used(letter: str) -> str:
    return f"{named(letter)} is not used here — {advice(letter)}"


def named(letter: str) -> str:
    shown = "" if letter.isspace() else f"'{letter}' "
    return f"{shown}(U+{ord(letter):04X}, {unicodedata.name(letter, 'a letter without a name').lower()})"


def advice(letter: str) -> str:
    plain = unicodedata.normalize("NFKC", letter).replace("⁄", "/")
    if plain.isspace():
        return "write a plain space"
    if not plain.isascii():
        plain = look(letter)
    return f"write '{plain}'" if plain.isascii() else "say it in words"


RULES = [unlisted_letters]
