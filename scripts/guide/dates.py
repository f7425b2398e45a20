"""Rules about time, and the list of what is due: what is past its day, or rests on a guideline that was replaced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from guide.marks import citations
from guide.model import Page, Reference, Site, prose_in
from guide.text import Problem

# Reading a page against its sources takes days, and several may fall due at once.
AHEAD = dt.timedelta(days=60)


def impossible_dates(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        if page.next_check <= page.checked:
            yield page.title.problem(f"next_check {page.next_check} is not after checked {page.checked} — mend the two")


def overdue_pages(site: Site, today: dt.date) -> Iterator[Problem]:
    """Pages that may no longer be published: a reader has been told since the day itself that they are late."""
    for page in site.pages.values():
        if today > page.next_check + dt.timedelta(days=site.settings.grace_days):
            message = f"the check due on {page.next_check} is overdue — read the page against its sources, then date it"
            yield page.title.problem(message)


def due(site: Site, today: dt.date) -> list[Problem]:
    """Return what maintainers have to read again, the most urgent first: late, due soon, or on replaced ground."""
    pages = sorted(site.pages.values(), key=lambda page: (page.next_check, page.id))
    late = [(page, "late since") for page in pages if today > page.next_check]
    soon = [(page, "due by") for page in pages if today <= page.next_check <= today + AHEAD]
    listed = [page.title.problem(f"{how} {page.next_check} — read it against its sources") for page, how in late + soon]
    for page in pages:
        for name, reference in replaced(site, page):
            if reference.replaced and page.checked <= reference.replaced.on:
                about = f"cites '{name}', replaced by {reference.replaced.by} on {reference.replaced.on}"
                listed.append(page.title.problem(f"{about} — read it against the new one"))
    return listed


def replaced(site: Site, page: Page) -> list[tuple[str, Reference]]:
    """Return the sources cited in a page's own words that something newer has replaced, by their ids."""
    cited = dict.fromkeys(one.reference for text in prose_in(page) for one in citations(text))
    found = ((name, site.references[name]) for name in cited if name in site.references)
    return [(name, reference) for name, reference in found if reference.replaced]
