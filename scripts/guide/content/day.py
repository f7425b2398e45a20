"""What an editor writes for a day → the day, or what is wrong with it and how it is written."""

from __future__ import annotations

import calendar
import datetime as dt
import re

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
PARTS = re.compile(r"(\d{1,4})\s*[-./–—‑ ]\s*(\d{1,2}|[A-Za-z]{3,})\.?\s*[-./–—‑ ]\s*(\d{1,4})", re.ASCII)
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name}


def read_day(value: str) -> dt.date:
    """Return the day written as 2026-11-22. Raises ValueError with the remedy."""
    found = ISO.fullmatch(value)
    if not found:
        raise ValueError(f"not a day — write {_meant(value) or 'year, month and day as in 2026-11-22'}")
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12:
        raise ValueError(f"the month {month:02} — months go from 01 to 12, and stand between year and day")
    last = calendar.monthrange(max(year, 1), month)[1]
    if not 1 <= day <= last:
        raise ValueError(f"the day {day:02} — {calendar.month_name[month]} {year} goes from 01 to {last}")
    return dt.date(max(year, 1), month, day)


def _meant(value: str) -> str | None:
    """Return the day that was meant, where its parts can only be read in one way."""
    found = PARTS.fullmatch(value.strip())
    if not found:
        return None
    one, middle, three = found.groups()
    month = int(middle) if middle.isdigit() else MONTHS.get(middle[:3].lower(), 0)
    if len(one) == 4 and len(three) <= 2:
        year, day = int(one), int(three)
    elif len(three) == 4 and len(one) <= 2:
        year, day = int(three), int(one)
        if middle.isdigit() and ("/" in value or "-" in value) and day <= 12:
            return None  # some write the month first
        if middle.isdigit() and month > 12:
            day, month = month, day
    else:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
