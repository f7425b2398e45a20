"""content/emergency-numbers.yml and ambulance-numbers.yml: numbers to call, and how each becomes a link.

What is read is what is dialled.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property

from pydantic import Field

from guide.content.fields import Model, NumberId, Prose, Words
from guide.content.source import Text

# A number stands by itself: before it a space, behind it a comma, a stop or a word that can't belong to it, so that
# "811 24 hours" is none. Short ones (15, 112, 116117) have no space in them, long ones single spaces: 7 to 12 digits at
# home, up to 15 with a plus, as the world's numbers have. "112 999 111" may be three: one group of four tells.
NUMBER = re.compile(
    r"(?<![^ ])(?<![0-9] )"
    r"(?:[0-9]{2,6}|(?=(?:[0-9]+ )*[0-9]{4})(?:[0-9] ?){6,11}[0-9]|\+(?:[0-9] ?){6,14}[0-9])"
    r"(?=$|[,;]|\.(?![0-9])| (?:or|and|for|in|if|from|by|on)\b| \()"
)


class Number(Model):
    """A local emergency or advice number: words with numbers in them, of which each becomes a link."""

    place: Words = Field(description="The country, as its people call it in English.")
    emergency: Words = Field(description="Such as 112 or 999. Each number becomes a link.")
    advice: Words | None = Field(None, description="Such as 'Healthline, 0800 611 116'.")
    strip: Words | None = Field(None, description="Its short name in the row of numbers of each emergency box.")
    source: Prose

    @cached_property
    def first(self) -> str:
        """The first number to call: the row of numbers has room for one."""
        found = NUMBER.search(self.emergency)
        return found[0] if found else str(self.emergency)


class Country(Model):
    """How to call an ambulance in one country: by which number, or by which of several."""

    place: Words = Field(description="The country, as its people call it in English.")
    listed: NumberId | None = Field(None, description="Its id in emergency-numbers.yml, where it has a line there.")
    ambulance: Words | None = Field(None, description="By these an ambulance comes: 112 or 144.")
    others: Words | None = Field(None, description="Where none is an ambulance's: 117 for the police, 118 for fire.")
    second: Words | None = Field(None, description="What the second list has, where it has none of these: 14 or 112.")
    unknown: Words | None = Field(None, description="Why there is no number.")

    @cached_property
    def first(self) -> str:
        """The first number to call, empty if none is known."""
        found = NUMBER.search(self.ambulance or self.second or "")
        return found[0] if found else ""


class AmbulanceNumbers(Model):
    """The whole of ambulance-numbers.yml: countries by their codes of ISO 3166, and where their numbers are from."""

    source: Prose = Field(description="Where `ambulance` and `others` are from.")
    second: Prose = Field(description="Where `second` is from, and what it does not say.")
    anywhere: Words = Field(description="What to ring from a mobile phone where no other number works.")
    no_answer: Prose = Field(description="What is known of that, and what to do if nobody answers.")
    countries: dict[Text, Country] = Field(description="ISO 3166 code → country.")

    def by_letter(self) -> dict[str, list[Country]]:
        """Return the countries by the first letter of their names, without its accents, each list sorted."""
        letters: dict[str, list[Country]] = {}
        for country in sorted(self.countries.values(), key=lambda one: unaccented(one.place)):
            letters.setdefault(unaccented(country.place)[0].upper(), []).append(country)
        return letters


def row(numbers: Mapping[Text, Number], countries: Mapping[Text, Country], code: Text | None) -> list[tuple[str, Text]]:
    """Return the row of numbers of each emergency box: number and short name, those of the country `code` first.

    Where another place of the row has the same number, that entry comes first as it is: the row has no room to spare.
    """
    entries = [(number.first, number.strip) for number in numbers.values() if number.strip]
    home = countries.get(code) if code else None
    if home is None:
        return entries
    listed = numbers.get(home.listed) if home.listed else None
    if listed and listed.strip:
        first, name = listed.first, listed.strip
        return [(first, name), *(entry for entry in entries if entry != (first, name))]
    number = listed.first if listed else home.first
    if not number:
        return entries
    ours = [entry for entry in entries if entry[0] == number] or [(number, home.place)]
    return [*ours, *(entry for entry in entries if entry not in ours)]


def unaccented(name: str) -> str:
    """Return a name in small letters without accents, to sort it by: Åland is found under A."""
    parts = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).lower()


def dial(text: str, english: str | None = None, about: str = "") -> str:
    """Return `text` with each telephone number as a link that a telephone can ring; `about` are its attributes.

    What follows a number in another language, nobody can know here: it has those of the `english`.
    """
    more = f"{{:{about} }}" if about else ""
    known = sorted({found[0] for found in NUMBER.finditer(english)}, key=len, reverse=True) if english else []
    number = re.compile(rf"(?<![0-9])(?:{'|'.join(map(re.escape, known)) or '(?!)'})(?![0-9])") if english else NUMBER
    return number.sub(lambda found: f"[{found[0]}](tel:{found[0].replace(' ', '')}){more}", text)
