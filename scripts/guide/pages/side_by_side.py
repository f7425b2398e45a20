"""Evidence of pages → rows of a table in which all figures of one test, in the same people, stand side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from guide.content.site import Evidence, Page, Site
from guide.content.source import Text


class Row(NamedTuple):
    """What one source measured of one test, for one illness, in the same people."""

    page: Page
    about: Evidence  # the first of its figures: test, illness, people and source are those of all
    figures: dict[str, list[Evidence]]  # id of a column → what stands in it


class Table(NamedTuple):
    columns: list[Text]  # ids, in the order of site.yml: those that some row has a figure for
    rows: list[Row]


def side_by_side(site: Site, pages: Iterable[Page]) -> Table:
    """Return a row for each test, illness, people and source; tests for one illness stand together, and of one source.

    What a measure without a `column` says stands in none of them.
    """
    rows: dict[tuple[str | None, ...], Row] = {}
    for page in pages:
        for one in page.evidence:
            if column := site.settings.measures[one.measure].column:
                same = (page.id, one.test, one.illness, one.people, one.source)
                row = rows.setdefault(same, Row(page, one, {}))
                row.figures.setdefault(column, []).append(one)
    columns = [name for name in site.settings.columns if any(name in row.figures for row in rows.values())]
    order = sorted(rows.values(), key=lambda row: (row.about.illness or "", row.about.source, row.about.people))
    return Table(columns, order)
