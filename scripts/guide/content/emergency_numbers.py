"""content/emergency-numbers.yml: numbers to call, and how each becomes a link. What is read is what is dialled."""

from __future__ import annotations

import re

from pydantic import Field

from guide.content.fields import Model, Prose
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

    place: Text = Field(description="The country, as its people call it in English.")
    emergency: Text = Field(description="Such as 112 or 999. Each number becomes a link.")
    advice: Text | None = Field(None, description="Such as 'Healthline, 0800 611 116'.")
    strip: Text | None = Field(None, description="Its short name in the row of numbers of each emergency box.")
    source: Prose

    @property
    def first(self) -> str:
        """The first number to call: the row of numbers has room for one."""
        found = NUMBER.search(self.emergency)
        return found[0] if found else str(self.emergency)


def dial(text: str) -> str:
    """Return `text` with each telephone number as a link that a telephone can ring."""
    return NUMBER.sub(lambda number: f"[{number[0]}](tel:{number[0].replace(' ', '')})", text)
