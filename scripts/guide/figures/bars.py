"""Rows → bars of 100 people each, one a row: the filled part is the people counted."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.figure import Figure, Row
from guide.content.site import Site
from guide.content.source import Problem
from guide.figures.rows import label

ALL = 100


def draw(figure: Figure, site: Site, page_id: str | None = None) -> str:
    """One bar for each row, as long as all 100 people. The one about the page it stands on says so."""
    return "".join(_bar(row, row.page is not None and row.page == page_id, site) for row in figure.rows)


def _bar(row: Row, own: bool, site: Site) -> str:
    words = label(site.strings.say("this_page", label=row.label) if own else row.label, f"{row.value:g} {row.unit}")
    return (
        f'<div class="part{" own" if own else ""}">{words}'
        f'<svg viewBox="0 0 {ALL} 4" preserveAspectRatio="none" data-value="{row.value:g}">'
        f'<rect class="track" width="{ALL}" height="4"/><rect class="on" width="{row.value:g}" height="4"/></svg></div>'
    )


def problems(figure: Figure, _site: Site) -> Iterator[Problem]:
    for row in figure.rows:
        if not 0 <= row.value <= ALL or not row.unit.startswith("in 100 "):
            yield row.label.problem(f"'{row.label}' is no count in 100 people — give a number from 0 to 100")
