"""CHANGELOG.md → days that have news for readers, each with its paragraphs."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator

HEADING = re.compile(r"^## (?P<day>.+?)\s*$", re.MULTILINE)
DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join([*calendar.month_name][1:])}) (\d{{4}})")


def day_of_heading(words: str) -> dt.date | None:
    """Return the day that a heading names, such as 29 November 2026, or None."""
    found = DAY.fullmatch(words)
    try:
        return dt.date(int(found[3]), [*calendar.month_name].index(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def news(changes: str) -> Iterator[tuple[dt.date, list[str]]]:
    """Yield each day that has news, the newest first, with its paragraphs."""
    parts = HEADING.split(changes)[1:]
    found = [(day_of_heading(words), text) for words, text in zip(parts[::2], parts[1::2], strict=True)]
    for day, text in sorted(((day, text) for day, text in found if day), reverse=True):
        yield day, [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]
