"""What all models share: they are frozen and strict, and their fields are texts, prose, days and addresses."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Annotated, Any, get_args, get_type_hints

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic_core import core_schema

from guide.content.day import read_day
from guide.content.source import Problem, Text
from guide.content.web_address import wrong_address


class Day(dt.date):
    """A day from a content file, which knows where it was written."""

    written: Text

    def problem(self, message: str) -> Problem:
        return self.written.problem(message)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> core_schema.CoreSchema:
        return core_schema.json_or_python_schema(
            json_schema=core_schema.date_schema(),
            python_schema=core_schema.no_info_plain_validator_function(cls._validate),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def _validate(cls, value: object) -> Day:
        if not isinstance(value, str):
            raise ValueError("not a day — write year, month and day as in 2026-11-22")
        read = read_day(value)
        day = cls(read.year, read.month, read.day)
        if not 2000 <= day.year < 2100:
            raise ValueError(f"the year {day.year} — write one between 2000 and 2099")
        day.written = value if isinstance(value, Text) else Text(value)
        return day


def written(pattern: str, remedy: str) -> Any:
    """Return the type of a text that has one pattern, in ASCII. `remedy` says how to write it."""

    def check(value: Text) -> Text:
        if not re.fullmatch(pattern, value, re.ASCII):
            raise ValueError(f"'{value}' — {remedy}")
        return value

    return Annotated[Text, AfterValidator(check), WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern})$"})]


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
Id = Annotated[Text, AfterValidator(_id)]
Pattern = Annotated[Text, AfterValidator(_pattern)]
Url = Annotated[Text, AfterValidator(_web)]
# Markdown that may hold citations `[@reference, where]` and links `[[id]]`, and is held to the rules for prose.
Prose = Annotated[Text, Field(json_schema_extra={"prose": True})]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    @cache
    def prose_fields(cls) -> frozenset[str]:
        """The names of the fields that hold prose, be it in a list, in a dict or only at times: their types say so."""
        return frozenset(name for name, hint in get_type_hints(cls, include_extras=True).items() if _holds_prose(hint))


def _holds_prose(hint: Any) -> bool:
    return hint == Prose or any(map(_holds_prose, get_args(hint)))
