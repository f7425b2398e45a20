"""Kind of page and the day it was read → the day by which it must be read again, each page on a day of its own.

Pages that were read on one day would all fall due on one day. So each is due within the last quarter of the time it
may stand, on a day that its id gives: the same in each build, and never later than is allowed.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from calendar import monthrange
from functools import cache

from guide.content.prose import BLOCK

# After how many months a page with advice on it is read again, and any other.
ADVICE_MONTHS, LONGEST_MONTHS = 12, 24
# Blocks that tell a reader what to do now: a page with one of them is read again as often as advice is.
ADVICE = {"leaflet", "card", "emergency-numbers", "ambulance-numbers", "paper-card"}


def later(day: dt.date, months: int) -> dt.date:
    """Return the same day of the month so many months on, or the last of that month."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def months_of(body: str | None) -> int:
    """Return after how many months a page of docs/ with this body must be read again."""
    return ADVICE_MONTHS if ADVICE & {block["name"] for block in BLOCK.finditer(body or "")} else LONGEST_MONTHS


@cache  # several ask for it on each page
def spread(page: str, checked: dt.date, months: int) -> dt.date:
    """Return the day by which the page of this id is due: `months` after it was read, or up to a quarter less."""
    last = later(checked, months)
    quarter = (last - later(checked, months * 3 // 4)).days
    return last - dt.timedelta(days=int(hashlib.sha256(page.encode()).hexdigest(), 16) % max(quarter, 1))
