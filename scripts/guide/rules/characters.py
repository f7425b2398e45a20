"""Rules for letters: which signs beyond ASCII may stand in English content, and which in another language.

What nobody sees, or takes for another, `files` has refused already, wherever it stands in a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from guide.content.files import fault
from guide.content.letters import belongs, script_of, scripts_of
from guide.content.site import Site, texts_in
from guide.content.source import Problem, Text
from guide.content.translation import Translation, translations
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
WORD = re.compile(r"[^\W\d_]+")
OWN = "own"  # the scripts of the language


def unlisted_letters(site: Site) -> Iterator[Problem]:
    """Signs beyond ASCII are those of `SIGNS` and accents, in sources any Latin letter: write the plain one instead."""
    sources = {id(text) for reference in site.references.values() for text in texts_in(reference)}
    for text in site.texts:
        for letter in {*BEYOND.findall(text)} - ALLOWED if not text.isascii() else ():
            if not (id(text) in sources and letter in NAMES) and not fault(letter):
                yield text.problem(not_used(letter), text.index(letter))


def foreign_letters(site: Site) -> Iterator[Problem]:
    """A translation is written in the letters of its language, Latin ones for names, and signs: type those instead.

    No word mixes the letters of two scripts: one may be taken for the other.
    """
    for one in translations(site).values():
        scripts = scripts_of(one.language.strings.cldr)
        for text in texts_of(one):
            for letter in {*BEYOND.findall(text)} - {*SIGNS}:
                if not _is_written(letter, scripts):
                    yield text.problem(
                        f"{named(letter)} is no letter of this language — {advice(letter)}", text.index(letter)
                    )
            for word in WORD.finditer(text):
                yield from _mixed(text, word, scripts)


def texts_of(one: Translation) -> Iterator[Text]:
    """Yield all that stands in the files of a language."""
    strings = one.language.strings
    yield from [strings.name, *strings.words.values()]
    yield from (text for kinds in strings.counted.values() for text in kinds.values())
    for pair in one.found.pairs:
        yield from [pair.other] if isinstance(pair.other, Text) else pair.other


def _is_written(letter: str, scripts: frozenset[str]) -> bool:
    latin = script_of(letter) == "LATIN" and ("LATIN" in scripts or letter in NAMES or letter in WESTERN)
    punctuation = unicodedata.category(letter)[0] == "P" and not fault(letter)
    return belongs(letter, scripts) or latin or punctuation or letter == "\u00a0"


def _mixed(text: Text, word: re.Match[str], scripts: frozenset[str]) -> Iterator[Problem]:
    """A letter of another script than most letters of its word. A language may have several, which are one here."""
    found = {n: _script(letter, scripts) for n, letter in enumerate(word[0])}
    found = {n: script for n, script in found.items() if script == OWN or word[0][n] not in SIGNS}
    if len({*found.values()}) > 1:
        most = Counter(found.values()).most_common(1)[0][0]
        at = next(n for n, script in found.items() if script != most)
        message = f"{named(word[0][at])} stands among letters of another script in '{word[0]}'"
        yield text.problem(f"{message} — type the whole word in one", word.start() + at)


def _script(letter: str, scripts: frozenset[str]) -> str:
    return OWN if script_of(letter) in scripts else script_of(letter)


def not_used(letter: str) -> str:
    return f"{named(letter)} is not used here — {advice(letter)}"


def named(letter: str) -> str:
    shown = "" if letter.isspace() else f"'{letter}' "
    return f"{shown}(U+{ord(letter):04X}, {unicodedata.name(letter, 'a letter without a name').lower()})"


# What quotation marks and bullets of others are here.
OTHERS = {**dict.fromkeys("´‛`", "'"), **dict.fromkeys("„‟«", "“"), **dict.fromkeys("»", "”"), "‚": "‘",
          **dict.fromkeys("•●○▪‣➢", "- ")}  # fmt: skip


def advice(letter: str) -> str:
    if other := OTHERS.get(letter):
        return f"write {other}" if other != "- " else "begin a line with '- ' for each entry of a list"
    plain = unicodedata.normalize("NFKC", letter).replace("⁄", "/")
    if plain.isspace():
        return "write a plain space"
    if not plain.isascii():
        plain = look(letter)
    return f"write '{plain}'" if plain.isascii() else "say it in words"


RULES = [unlisted_letters, foreign_letters]
