"""A language → the scripts that its files may be written in, by CLDR, and which of them a letter is of, by Unicode.

Unicode names a letter by its script first: CYRILLIC SMALL LETTER A. Python knows names, and no scripts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

CLDR = re.compile(r"^cldr: *[\"']?([A-Za-z0-9-]+)", re.MULTILINE)
# Scripts that Unicode calls otherwise than CLDR, by their codes of ISO 15924; some languages are written in several.
NAMED = {
    "Beng": ("BENGALI",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL", "CJK"),
    "Laoo": ("LAO",),
}
# Signs without a shape that scripts with joined letters need within words: ZERO WIDTH NON-JOINER and JOINER.
JOINERS = "\u200c\u200d"
JOINED = {"ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "KANNADA", "KHMER", "MALAYALAM", "MYANMAR",
          "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU"}  # fmt: skip


@cache
def scripts_of(cldr: str) -> frozenset[str]:
    """Return the scripts of a locale such as ru or zh-Hant, as Unicode names them; none if CLDR does not know it."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale.parse(cldr, sep="-")
    except (UnknownLocaleError, ValueError):
        return frozenset()
    likely = get_global("likely_subtags").get(locale.language, "").split("_")
    code = locale.script or (likely[1] if len(likely) > 1 else "Latn")
    return frozenset(NAMED.get(code) or (Locale("en").scripts.get(code, code).upper(),))


@cache
def script_of(letter: str) -> str:
    """Return the script of a letter as Unicode names it: LATIN, CYRILLIC."""
    return re.split(r"[ -]", unicodedata.name(letter, "?"))[0]


def belongs(letter: str, scripts: frozenset[str]) -> bool:
    """Say whether a letter, mark or digit is one of these scripts, as it is typed and not as it is printed."""
    if letter in JOINERS:
        return bool(scripts & JOINED)
    plain = unicodedata.category(letter)[0] in "LMNP" and unicodedata.normalize("NFKC", letter) == letter
    return plain and script_of(letter) in scripts


def scripts_in(folder: Path) -> dict[str, frozenset[str]]:
    """Return the scripts of each language that has strings in `folder`, by its tag: so its files can be read at all."""
    found = {}
    for path in sorted(folder.glob("*.yml")):
        text = path.read_bytes().decode("utf-8", "replace") if path.stem != "en" and path.is_file() else ""
        if named := CLDR.search(text):
            found[path.stem] = scripts_of(named[1])
    return found
