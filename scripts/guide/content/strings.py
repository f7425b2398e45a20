"""content/strings/<language>.yml: what the code itself says to readers in one language, and how it is filled in.

Plurals, dates and the direction of writing are CLDR's (https://cldr.unicode.org), by Babel, which is loaded when asked.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pydantic import Field

from guide.content.fields import ById, Model
from guide.content.source import Text

if TYPE_CHECKING:
    from babel import Locale

FOLDER = "strings"
ENGLISH = "en"
# A tag of BCP 47 as far as folders and addresses have it: ru, pt-br, zh-hant.
TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class Strings(Model):
    """All that the code says in one language. The name of its file is the language's tag."""

    name: Text = Field(description="The language, as its own readers call it, such as Deutsch.")
    cldr: Text = Field(description="The locale of CLDR whose dates, plurals and direction it has, such as en-GB or ru.")
    words: ById[Text, Text] = Field(description="String → its words, with the same {placeholders} in every language.")
    counted: ById[Text, ById[Text, Text]] = Field(
        ById(), description="String whose words change with a {count} → its words, by CLDR's kinds of plural."
    )

    @cached_property
    def tag(self) -> str:
        return PurePosixPath(self.name.source.path).stem

    @cached_property
    def locale(self) -> Locale:
        """Raises ValueError if CLDR knows no such locale."""
        return _locale(self.cldr)

    @property
    def known(self) -> bool:
        """Say whether CLDR knows the locale. A rule tells who wrote one that it does not."""
        with contextlib.suppress(ValueError):
            return bool(self.locale)
        return False

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.locale.text_direction

    @property
    def plurals(self) -> list[str]:
        """CLDR's kinds of plural that this language has, such as one, few, many, other."""
        return sorted({*self.locale.plural_form.tags, "other"})

    def say(self, key: str, **values: object) -> str:
        """Return a string filled in, by the plural of `count` if it changes with it.

        Raises KeyError if there is no such string, or a placeholder has no value.
        """
        if key in self.counted:
            return _filled(self.counted[key][self.locale.plural_form(int(str(values["count"])))], values)
        return _filled(self.words[key], values)

    def day(self, date: dt.date) -> str:
        """Return a day as the language writes it: 22 November 2026."""
        return _day(date, self.cldr)


def _filled(text: str, values: dict[str, object]) -> str:
    return PLACEHOLDER.sub(lambda found: str(values[found[1]]), text) if values else str(text)


def _locale(cldr: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(cldr, sep="-")
    except UnknownLocaleError as error:
        raise ValueError(str(error)) from None


@lru_cache(maxsize=1000)  # a few days stand on all pages
def _day(date: dt.date, cldr: str) -> str:
    from babel.dates import format_date

    return format_date(date, "long", locale=_locale(cldr))
