"""Figure → the rows it shows: those written in it, and those picked from the evidence of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Generic, NamedTuple, TypeVar

from guide.content.figure import Figure, Group, Row
from guide.content.prose import citations
from guide.content.site import Evidence, Page, Site
from guide.content.source import Problem, Text, nearest

NUMBER = r"(\d+(?:\.\d+)?)"
INTERVAL = re.compile(rf"{NUMBER} to {NUMBER}")


# An end of a range. What is picked has both, what is written may have none.
End = TypeVar("End", bound=float | None, covariant=True)


class Shown(NamedTuple, Generic[End]):
    """A row as it is drawn and as its table says it."""

    label: str
    page: str | None
    amount: str
    people: str
    source: str
    value: float
    low: End
    high: End
    group: str | None = None


def rows_of(figure: Figure, site: Site) -> list[Shown[float | None]]:
    """Return every row of a figure that has no mistakes."""
    return [_written(row, site) for row in figure.rows] + [
        row for group in figure.groups for row in picked(figure, group, site)
    ]


def _written(row: Row, site: Site) -> Shown[float | None]:
    span = f" ({from_to(row.low, row.high, site)})" if row.low is not None and row.high is not None else ""
    amount = f"{row.value:g}{span} {row.unit}"
    return Shown(row.label, row.page, amount, row.people, row.source, row.value, row.low, row.high)


def from_to(low: float, high: float, site: Site) -> str:
    return site.strings.say("from_to", low=f"{low:g}", high=f"{high:g}")


def picked(figure: Figure, group: Group, site: Site) -> Iterator[Shown[float]]:
    """Yield the rows of one group: their numbers are those of the evidence."""
    for page, label in group.signs.items():
        english = matching(figure, group, (site.original or site).pages[page])
        for row, read in zip(matching(figure, group, site.pages[page]), english, strict=True):
            plain = numbers(read)
            if plain is None:  # `problems_in_picks` names it before anything is drawn
                raise TypeError(f"'{row.value}' can't be drawn")
            value, low, high = plain
            amount = f"{row.value} ({row.interval})"
            yield Shown(label, page, amount, row.people, row.source, value, low, high, group.label)


def matching(figure: Figure, group: Group, page: Page) -> list[Evidence]:
    """Return the evidence of a page that has the figure's measure and the group's source."""
    return [row for row in page.evidence if row.measure == figure.measure and cites(row, group.reference)]


def cites(row: Evidence, reference: str) -> bool:
    return any(citation.reference == reference for citation in citations(row.source))


def numbers(row: Evidence) -> tuple[float, float, float] | None:
    """Return value, low and high of a row, read strictly: None for 'about 60%', or where they are out of order."""
    span = INTERVAL.fullmatch(row.interval or "")
    if not span or not re.fullmatch(NUMBER, row.value):
        return None
    value, low, high = float(row.value), float(span[1]), float(span[2])
    return (value, low, high) if 0 < low <= value <= high else None


def left_out(figure: Figure, site: Site) -> list[str]:
    """Return the ids of the pages with evidence of the figure's measure that it does not show."""
    if not figure.measure:
        return []
    return [page.id for page in site.pages.values() if any(_is_left_out(row, page, figure) for row in page.evidence)]


def _is_left_out(row: Evidence, page: Page, figure: Figure) -> bool:
    shown = any(page.id in group.signs and cites(row, group.reference) for group in figure.groups)
    return row.measure == figure.measure and not shown


def problems_in_picks(figure: Figure, site: Site) -> Iterator[Problem]:
    """Yield a problem for each sign that stands for no row, for several, or for one without plain numbers."""
    if not figure.measure or not figure.groups or figure.rows:
        yield figure.draw.problem("this drawing picks its rows — give it 'measure' and 'groups', and no 'rows'")
        return
    for sign, page, group in _signs(figure, site):
        if page is None:
            yield sign.problem(f"no page '{sign}' — {nearest(sign, site.pages)}")
            continue
        rows = matching(figure, group, page)
        if len(rows) != 1 and group.reference in site.references:
            message = f"'{sign}' has {len(rows)} rows of evidence with '{figure.measure}' from '{group.reference}'"
            yield sign.problem(f"{message} — a picture needs exactly one")
        for row in rows:
            if numbers(row) is None:
                yield row.value.problem(
                    f"'{row.value}' with the range '{row.interval}' can't be drawn — write numbers such as 2.6 and "
                    "1.2 to 5.8, or take the sign out of figures.yml"
                )


def _signs(figure: Figure, site: Site) -> Iterator[tuple[Text, Page | None, Group]]:
    for group in figure.groups:
        for sign in group.signs:
            if sign not in site.broken:
                yield sign, site.pages.get(sign), group


def label(name: str, more: str) -> str:
    """Return the words above a part of a drawing: what it is, and how much or in whom."""
    return f'<div class="label"><strong>{escape(name)}</strong> {escape(more)}</div>'
