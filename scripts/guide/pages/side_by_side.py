"""Evidence of pages → tables in which all that one source measured of a test, in the same people, stands in one row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from guide.content.site import Evidence, Page, Site


class Row(NamedTuple):
    page: Page
    about: Evidence  # the first of its figures: test, illness, people and source are those of all
    figures: dict[str, list[Evidence]]  # id of a column → what stands in it


class Table(NamedTuple):
    columns: list[str]  # ids, in the order of site.yml
    rows: list[Row]  # those for one illness stand together, and of these those of one source


def side_by_side(site: Site, pages: Iterable[Page]) -> list[Table]:
    """Return the figures whose measures name a `column`.

    Columns are in one table if some row has both, so that no table is half empty.
    """
    rows: dict[tuple[str | None, ...], Row] = {}
    for page in pages:
        for one in page.evidence:
            if column := site.settings.measures[one.measure].column:
                same = (page.id, one.test, one.illness, one.people, one.source)
                row = rows.setdefault(same, Row(page, one, {}))
                row.figures.setdefault(column, []).append(one)
    order = sorted(rows.values(), key=lambda row: (row.about.illness or "", row.about.source, row.about.people))
    known = list[str](site.settings.columns)
    sets = [sorted(names, key=known.index) for names in _together(order)]
    sets.sort(key=lambda names: known.index(names[0]))
    return [Table(names, [row for row in order if row.figures.keys() & names]) for names in sets]


def _together(rows: list[Row]) -> list[set[str]]:
    """Return the columns that share a row, directly or by others."""
    sets: list[set[str]] = []
    for row in rows:
        shared = [one for one in sets if one & row.figures.keys()]
        sets = [one for one in sets if one not in shared] + [{*row.figures}.union(*shared)]
    return sets
