"""Rules about time, and the list of what is due: what is past its day, or rests on a guideline that was replaced."""

from __future__ import annotations

import datetime as dt
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from guide.content.changes import HEADING, day_of_heading
from guide.content.due import LONGEST_MONTHS, later
from guide.content.prose import BLOCK, citations, plain_text, sentences
from guide.content.reference import Replaced
from guide.content.shared_on import figures_on
from guide.content.site import Page, Site, prose_in
from guide.content.source import Problem, Text

# What stands in a shared file is shown by these blocks: who has read a page against its sources has read them too.
SHOWN = {
    "checklist": ("leaflet", "card"),
    "leaflets": ("leaflet", "paper-card"),
    "glossary": ("glossary", "scan-words"),
    "disagreements": ("disagreements",),
    "article": ("claims",),
    "numbers": ("emergency-numbers", "paper-card"),
    "ambulance": ("ambulance-numbers",),
    "cases": ("leaflet",),  # no page shows made-up readers: they say what the leaflets must do
}
# So many letters tell one sentence from another in a list.
OPENING = 60
# Reading a page against its sources takes days: maintainers hear of it for four months before it is late.
AHEAD = dt.timedelta(days=120)
# Where people east of here have written a day, it may already be tomorrow.
AHEAD_OF_US = dt.timedelta(days=1)
# More pages than this on one day are more than anybody reads in a week.
DUE_AT_ONCE = 10


def impossible_dates(site: Site) -> Iterator[Problem]:
    """A page's next check comes after its last, and no later than a page of its kind may go unread."""
    for page in site.pages.values():
        months = site.months(page)
        if not page.next_check:
            continue
        if page.next_check <= page.checked:
            message = f"next_check {page.next_check} is not after checked {page.checked} — mend the two"
            yield page.next_check.problem(message)
        elif page.next_check > (latest := later(page.checked, months)):
            about = f"next_check {page.next_check} is more than {months} months after checked"
            yield page.next_check.problem(f"{about} — write {latest} at the latest")


def crowded_days(site: Site) -> Iterator[Problem]:
    """Days with many checks due stop all other work: leave `next_check` out, and each page gets a day of its own."""
    days = Counter(page.next_check for page in site.pages.values() if page.next_check)
    for page in site.pages.values():
        if page.next_check and days[page.next_check] > DUE_AT_ONCE:
            about = f"{days[page.next_check]} pages are due on {page.next_check}, at most {DUE_AT_ONCE} may be"
            yield page.next_check.problem(f"{about} — take this line out, and the page gets a day of its own")


def future_days(site: Site, today: dt.date) -> Iterator[Problem]:
    """Days that can't have been yet: when a page or source was read, a source replaced, the site reviewed, or news."""
    latest = today + AHEAD_OF_US
    for page in site.pages.values():
        if page.checked > latest:
            yield page.checked.problem(f"checked {page.checked} is still to come — write the day of the last reading")
    for reference in site.references.values():
        if reference.replaced and reference.replaced.on > latest:
            message = f"{reference.replaced.on} is still to come — add 'replaced' when the newer one is out"
            yield reference.replaced.on.problem(message)
        for day in (reference.opened and reference.opened.on, reference.not_found):
            if day and day > latest:
                yield day.problem(f"{day} is still to come — write the day on which somebody opened it, or could not")
        if reference.issued and int(reference.issued[:4]) > latest.year:
            yield reference.issued.problem(f"{reference.issued} is still to come — write when it was published")
    for watched in site.watch.follow.values():
        if watched.looked and watched.looked > latest:
            yield watched.looked.problem(f"{watched.looked} is still to come — write the day when somebody last looked")
    for heading in HEADING.finditer(site.changes):
        if (told := day_of_heading(heading["day"])) and told > latest:
            message = f"{heading['day']} is still to come — write the day on which readers got it"
            yield site.changes.problem(message, heading.start("day"))
    reviewer = site.settings.reviewer
    if reviewer and reviewer[-10:] > latest.isoformat():
        yield reviewer.problem(f"{reviewer[-10:]} is still to come — write the day of the review")


def too_early(site: Site) -> Iterator[Problem]:
    """Nobody reads, looks for or replaces a source before it is published: mend the day, or `issued`."""
    for one in site.references.values():
        days = [one.opened.on if one.opened else None, one.not_found, one.replaced.on if one.replaced else None]
        issued = one.issued or ""  # a day of which no part is known is before none
        for day in days:
            if day and day.isoformat()[: len(issued)] < issued:
                yield day.problem(f"{day} is before it was issued, {issued} — mend one of the two")


def due(site: Site, today: dt.date) -> list[Problem]:
    """Return what maintainers have to read again, the most urgent first: late, due soon, or on replaced ground."""
    pages = sorted(site.pages.values(), key=lambda page: (site.due(page), page.id))
    soon = [page for page in pages if today <= site.due(page) <= today + AHEAD]
    listed = [page.title.problem(f"due by {site.due(page)} — read it against its sources") for page in soon]
    return [*late(site, today), *listed, *on_replaced_ground(site), *unopened_sources(site, today)]


def late(site: Site, today: dt.date) -> list[Problem]:
    """Return the pages that are late, the latest first. None keeps a correction from readers: each says so itself."""
    pages = sorted((page for page in site.pages.values() if today > site.due(page)), key=site.due)
    return [page.title.problem(f"late since {site.due(page)} — read it against its sources") for page in pages]


def unopened_sources(site: Site, today: dt.date) -> Iterator[Problem]:
    """Yield the sources that nobody has opened for so long: first those that never were, the most cited first."""
    counted = Counter(one.reference for text in site.prose for one in citations(text))
    opened = {name: about.opened.on if about.opened else dt.date.min for name, about in site.references.items()}
    for name in sorted(opened, key=lambda name: (opened[name], -counted[name], name)):
        about, day = site.references[name], opened[name]
        if day == dt.date.min or today > later(day, LONGEST_MONTHS):
            when = f"was last opened on {day}" if about.opened else "has no day on which it was opened"
            lost = f", and could not be on {about.not_found}" if about.not_found else ""
            todo = f"open it and read the sentences that cite it: make cited REF={name}"
            yield about.title.problem(f"'{name}' {when}{lost} — {todo}")


def on_replaced_ground(site: Site) -> Iterator[Problem]:
    """Yield every sentence that cites what something newer has replaced, unless its page has been read since then.

    What stands in a shared file has been read since when every page that shows it has.
    """
    gone: dict[str, Replaced] = {
        name: reference.replaced for name, reference in site.references.items() if reference.replaced
    }
    for text, read in read_days(site) if gone else ():
        for sentence in sentences(text):
            there = text[sentence.at : sentence.at + len(sentence.words)]
            for name in dict.fromkeys(one.reference for one in citations(there)):
                if name in gone and (read is None or read <= gone[name].on):
                    start = sentence.at + len(there) - len(there.lstrip())
                    about = f"cites '{name}', replaced by {gone[name].by} on {gone[name].on}"
                    yield text.problem(f"{opening(there)}{about} — read it against the new one", start)


def opening(sentence: str) -> str:
    """Return how a sentence begins, to know it by; nothing for a source that stands alone."""
    words = plain_text(sentence)
    return f"'{textwrap.shorten(words, OPENING, placeholder=' …')}' " if words else ""


def read_days(site: Site) -> Iterator[tuple[Text, dt.date | None]]:
    """Yield all prose with the day on which somebody last read it against its sources, as far as anybody has."""
    for page in site.pages.values():
        yield from ((text, page.checked) for text in prose_in(page))
    shown = {page.id: figures_on(site, page) for page in site.pages.values()}
    for name, figure in site.figures.items():
        day = first(page for page in site.pages.values() if name in shown[page.id])
        yield from ((text, day) for text in prose_in(figure))
    for part, blocks in SHOWN.items():
        day = first(page for page in site.pages.values() if any(b["name"] in blocks for b in blocks_of(page)))
        whole = getattr(site, part)
        yield from ((text, day) for text in prose_in(whole if isinstance(whole, dict) else [whole]))
    yield from ((text, first(site.pages.values())) for text in prose_in(site.settings))


def blocks_of(page: Page) -> list[re.Match[str]]:
    return list(BLOCK.finditer(page.body or ""))


def first(pages: Iterable[Page]) -> dt.date | None:
    return min((page.checked for page in pages), default=None)


# Those that ask which day it is.
BY_DAY = [future_days]
RULES = [impossible_dates, too_early, crowded_days]
