"""content/watch.yml: the pages of guidelines and offices that we follow, and how each words the edition we hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, Field
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from guide.content.fields import ById, Day, Model, Pattern, ReferenceId, Url
from guide.content.source import Text

# Brackets of a pattern, where they are neither escaped nor one of a class of letters.
PARTS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:|[()]", re.DOTALL)
# A page has many letters. What may repeat are digits or letters of one word, of which no page has long runs.
RUNS_ON = re.compile(r"(?<!\\d)(?<!\\w)(?<!\[a-z\])[+*]")


def groups(pattern: str) -> Iterator[str]:
    """Yield what stands in each group of a pattern that gives what it matches, `(…)`: not in `(?:…)`."""
    open_: list[int | None] = []
    for part in PARTS.finditer(pattern):
        if part[0] in ("(", "(?:"):
            open_.append(part.end() if part[0] == "(" else None)
        elif part[0] == ")" and open_ and (start := open_.pop()) is not None:
            yield pattern[start : part.start()]


def _edition(value: Text) -> Text:
    shown = [*groups(value)]
    if len(shown) != 1 or re.search(r"\\[1-9]", value):
        raise ValueError(
            "one pair of brackets shows the edition — put it round the day or number: Updated: (\\d+ \\w+)"
        )
    if re.fullmatch(value, "") or re.fullmatch(shown[0], ""):
        raise ValueError("a pattern that may find nothing at all — take out the empty half beside a |, or a ? or *")
    if RUNS_ON.search(value):
        raise ValueError("a pattern that may take for ever on a long page — write + or * behind \\d, \\w or [a-z] only")
    return value


def _selector(value: Text) -> Text:
    try:
        LexborHTMLParser("<p>").css(str(value))
    except SelectolaxError:
        raise ValueError(f"'{value}' is no CSS selector — write one, such as main .dates, or take it out") from None
    return value


EditionPattern = Annotated[Pattern, AfterValidator(_edition)]
Selector = Annotated[Text, AfterValidator(_selector)]


class Watched(Model):
    """A page that shows which edition it is, and the one we hold."""

    url: Url | None = Field(None, description="Where its edition is shown, if not at the reference's own address.")
    select: Selector | None = Field(None, description="A CSS selector of where to look. None: in all its words.")
    pattern: EditionPattern = Field(
        description="A regular expression whose one group is the edition: a day, a version."
    )
    edition: Text = Field(description="The one we hold, as the page words it.")
    looked: Day | None = Field(None, description="When somebody last saw it there. None: nobody has yet.")


class Watch(Model):
    """content/watch.yml: what we follow, by the ids of the references, and what we do not."""

    follow: ById[ReferenceId, Watched]
    not_followed: ById[ReferenceId, Text] = Field(ById(), description="Reference id → why it can't be followed.")
