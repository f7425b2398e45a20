"""Rules for what leaves the site as data: each yields a problem for what no file of data, or no format, can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.amount import INTERVAL, read_amount
from guide.content.changes import HEADING, day_of_heading
from guide.content.site import Site
from guide.content.source import Problem

# What stands for the rest of a list, in the place of a name.
REST = re.compile(r"\W*(?:and )?(?:others|et al|more)\W*", re.IGNORECASE)
ENDS = re.compile(rf"{INTERVAL.pattern}(?: [a-z]|$)")  # behind it may stand of what: "9 to 33 for the lowest"
JOINED = re.compile(r"\b(?:and|others)\b", re.IGNORECASE)


def unread_figures(site: Site) -> Iterator[Problem]:
    """A row of evidence has a figure that data can hold: 79%, 40 to 60%, 12 of 61, 2.6; and an interval: 1.2 to 5.8."""
    for page in site.pages.values():
        for row in page.evidence:
            if not read_amount(row.value):
                message = f"'{row.value}' can't be read as a number, or is more than all"
                yield row.value.problem(
                    f"{message} — write such as 79%, about 40 to 60%, 12 of 61, more than 90% or 2.6"
                )
            if row.interval and not ENDS.match(row.interval):
                message = f"'{row.interval}' can't be read as an interval"
                yield row.interval.problem(f"{message} — write its two ends without a unit: 1.2 to 5.8")


def joined_names(site: Site) -> Iterator[Problem]:
    """A name is one person's: citation managers read "A and B" as two people, and "others" as the rest of a list."""
    for reference in site.references.values():
        for name in reference.author:
            if name.literal and REST.fullmatch(name.literal):
                yield name.literal.problem(f"'{name.literal}' is no name — write et_al: true below the list of authors")
            for part in filter(None, (name.family, name.given)):
                if found := JOINED.search(part):
                    message = f"'{found[0]}' in a name, which BibTeX reads as the end of it"
                    yield part.problem(f"{message} — give each person a line, or write et_al: true", found.start())


def dateless_changes(site: Site) -> Iterator[Problem]:
    """Each heading in CHANGELOG.md is a day, as in 29 November 2026: the feed tells readers of news by it."""
    for heading in HEADING.finditer(site.changes):
        if not day_of_heading(heading["day"]):
            message = (
                f"'{heading['day']}' is no day, so the feed can't tell of these changes — write it as 29 November 2026"
            )
            yield site.changes.problem(message, heading.start("day"))


def moved_and_there(site: Site) -> Iterator[Problem]:
    """What `moved` in site.yml leads on from is no page's address: take the line out where a page is there again."""
    known = [page for page in site.pages.values() if page.kind in {"docs", *site.settings.kinds}]
    taken = {site.address_of(page): page for page in known}
    for address in site.settings.moved:
        if page := taken.get(address):
            yield address.problem(f"'{address}' is the address of {page.path} — take this line out, or rename the page")


RULES = [unread_figures, joined_names, dateless_changes, moved_and_there]
