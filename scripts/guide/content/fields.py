"""What all models share: they are frozen and strict, and their fields are texts, prose, days and addresses."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar, get_args, get_origin, get_type_hints, overload

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import core_schema

from guide.content.day import read_day
from guide.content.pattern import wrong_pattern
from guide.content.source import Problem, Text
from guide.content.web_address import wrong_address


class Day(dt.date):
    """A day from a content file, which knows where it was written."""

    written: Text

    def __reduce__(self) -> tuple[Callable[[object], Day], tuple[Text]]:
        return Day._validate, (self.written,)  # for pickle, which would forget what was written

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


@dataclass(frozen=True)
class Written:
    """Marks a text that has one pattern, in ASCII. `remedy` says how to write it."""

    pattern: str
    remedy: str

    def check(self, value: Text) -> Text:
        if not re.fullmatch(self.pattern, value, re.ASCII):
            raise ValueError(f"'{value}' — {self.remedy}")
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, _schema: object, _handler: object) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


def _id(value: Text) -> Text:
    if not ID.fullmatch(value):
        raise ValueError(f"'{value}' can't be an id — use small letters, digits and single hyphens")
    return value


def _digits(value: object) -> object:
    """Refuse what Python takes for a number, and an editor wrote for something else: 1_0 for 1 or 10, 1e3."""
    if isinstance(value, str) and re.fullmatch(r"[+-]?[\d.]+[_eE][\d_eE.+-]*", value.strip()):
        raise ValueError(
            f"'{value}' can be read in two ways — write digits only, with a point before decimals, as in 0.5"
        )
    return value


def _pattern(value: Text) -> Text:
    if wrong := wrong_pattern(value):
        raise ValueError(wrong)
    return value


def _web(value: Text) -> Text:
    if wrong := wrong_address(value):
        raise ValueError(wrong)
    return value


ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Id = Annotated[Text, AfterValidator(_id)]
DIGITS = BeforeValidator(_digits)
Whole = Annotated[int, DIGITS]
Real = Annotated[float, DIGITS]
Pattern = Annotated[Text, AfterValidator(_pattern)]
Url = Annotated[Text, AfterValidator(_web)]
# Markdown that may hold citations `[@reference, where]` and links `[[id]]`, and is held to the rules for prose.
Prose = Annotated[Text, Field(json_schema_extra={"prose": True})]
# Plain words that readers read. With prose they are all that a translation says anew: see `words.py`.
Words = Annotated[Text, "words"]


def id_of(what: str) -> Any:
    """Mark a text as the id of something: a rule asks whether it is there, and the schema offers the words of site.yml.

    `what` is a part of the site (pages, references, figures, items, lines, numbers) or a vocabulary of site.yml.
    """
    return Field(json_schema_extra={"id_of": what})


PageId = Annotated[Text, id_of("pages")]
ReferenceId = Annotated[Text, id_of("references")]
FigureId = Annotated[Text, id_of("figures")]
ItemId = Annotated[Text, id_of("items")]
LineId = Annotated[Text, id_of("lines")]
NumberId = Annotated[Text, id_of("numbers")]
EvidenceKindId = Annotated[Text, id_of("evidence")]
ReadId = Annotated[Text, id_of("read")]
VerdictId = Annotated[Text, id_of("verdicts")]
MeasureId = Annotated[Text, id_of("measures")]
ColumnId = Annotated[Text, id_of("columns")]
KindId = Annotated[Text, id_of("kinds")]
ReportId = Annotated[Text, id_of("reports")]
TierId = Annotated[Text, id_of("tiers")]
LevelId = Annotated[Text, id_of("levels")]
AudienceId = Annotated[Text, id_of("audiences")]
CountryId = Annotated[Text, id_of("countries")]
AskerId = Annotated[Text, id_of("askers")]


if TYPE_CHECKING:
    K = TypeVar("K", bound=str)
    V = TypeVar("V")
    D = TypeVar("D")

    class ById(dict[K, V]):
        """A dict whose keys know where they were written. Any string may ask for one."""

        def __getitem__(self, key: str, /) -> V: ...

        @overload
        def get(self, key: str, default: None = None, /) -> V | None: ...
        @overload
        def get(self, key: str, default: V | D, /) -> V | D: ...
        def get(self, key: str, default: V | D | None = None, /) -> V | D | None: ...
else:
    ById = dict


class Model(BaseModel):
    # What a field is called elsewhere, in small letters → the field, for who writes it so.
    called: ClassVar[dict[str, str]] = {}
    # Read a file is seldom, for what was read is remembered: what checks it is made when somebody asks.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    @cache
    def prose_fields(cls) -> frozenset[str]:
        """The names of the fields that hold prose, be it in a list, in a dict or only at times: their types say so."""
        return frozenset(name for name, hint in get_type_hints(cls, include_extras=True).items() if _holds_prose(hint))

    @classmethod
    @cache
    def fields_with_ids(cls) -> dict[str, Any]:
        """The types of the fields that hold ids, or models that may."""
        hints = get_type_hints(cls, include_extras=True).items()
        return {name: hint for name, hint in hints if name in cls.model_fields and _holds_ids(hint)}


def ids_in(value: Any, hint: Any = None) -> Iterator[tuple[Text, str]]:
    """Yield each id in a model, or in a list or dict of models, with what it is the id of: the types say so."""
    if isinstance(value, Model):
        for name, of_field in value.fields_with_ids().items():
            yield from ids_in(getattr(value, name), of_field)
    elif isinstance(value, Text):
        if what := _id_of(hint):
            yield value, what
    elif isinstance(value, list):
        for item in value:
            yield from ids_in(item, _part(hint, list, 0))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from ids_in(key, _part(hint, dict, 0))
            yield from ids_in(item, _part(hint, dict, 1))


def _id_of(hint: Any) -> str | None:
    """Return what a text of this type is the id of. `X | None` is as X."""
    for one in get_args(hint):
        extra = getattr(one, "json_schema_extra", None) or {}
        if found := extra.get("id_of") or _id_of(one):
            return found
    return None


def _part(hint: Any, kind: type, which: int) -> Any:
    """Return the type of what a list or dict of this type holds."""
    if get_origin(hint) is kind:
        return get_args(hint)[which]
    return next((part for one in get_args(hint) if (part := _part(one, kind, which))), None)


def _holds_ids(hint: Any) -> bool:
    is_model = isinstance(hint, type) and issubclass(hint, Model)
    return is_model or bool(_id_of(hint)) or any(map(_holds_ids, get_args(hint)))


def _holds_prose(hint: Any) -> bool:
    return hint == Prose or any(map(_holds_prose, get_args(hint)))
