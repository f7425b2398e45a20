"""What all models share: they are frozen and strict, and their fields are texts, prose, days and addresses."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from guide.text import Text


def _iso(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("not a date — write it as 2026-11-22")
    return value


def _web(value: Text) -> Text:
    if not re.fullmatch(r"https?://[^\s\"'<>]+", value):
        raise ValueError("not a web address — start with https://")
    return value


Day = Annotated[dt.date, BeforeValidator(_iso)]
Url = Annotated[Text, AfterValidator(_web)]
# Markdown that may hold citations `[@reference, where]` and links `[[id]]`, and is held to the rules for prose.
PROSE = {"prose": True}
Prose = Annotated[Text, Field(json_schema_extra=PROSE)]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
