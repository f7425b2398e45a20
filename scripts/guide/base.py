"""What all models share: they are frozen and strict, and their fields are texts, prose, days and addresses."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from guide.address import wrong_address
from guide.text import Text
from guide.when import read_day


def _iso(value: object) -> object:
    return read_day(value) if isinstance(value, str) else value


def _near(value: dt.date) -> dt.date:
    if not 2000 <= value.year < 2100:
        raise ValueError(f"the year {value.year} — write one between 2000 and 2099")
    return value


def _id(value: Text) -> Text:
    if not ID.fullmatch(value):
        raise ValueError(f"'{value}' can't be an id — use small letters, digits and single hyphens")
    return value


def _pattern(value: Text) -> Text:
    if len(value) > 200 or re.search(r"\)[+*{]|\{|\(\?[^:]", value):
        raise ValueError("a pattern that may take for ever — use letters, |, ?, [ -], \\w+ and (?: ) only")
    try:
        re.compile(value)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"not a pattern ({error}) — see https://docs.python.org/3/library/re.html") from None
    return value


def _web(value: Text) -> Text:
    if wrong := wrong_address(value):
        raise ValueError(wrong)
    return value


ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Day = Annotated[dt.date, BeforeValidator(_iso), AfterValidator(_near)]
Id = Annotated[Text, AfterValidator(_id)]
Pattern = Annotated[Text, AfterValidator(_pattern)]
Url = Annotated[Text, AfterValidator(_web)]
# Markdown that may hold citations `[@reference, where]` and links `[[id]]`, and is held to the rules for prose.
PROSE = {"prose": True}
Prose = Annotated[Text, Field(json_schema_extra=PROSE)]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
