"""Evidence of pages → a dot with its interval for each sign, on a logarithmic axis, a panel for each group."""

from __future__ import annotations

import math
from html import escape

from guide.content.figure import Figure, Group
from guide.content.site import Site
from guide.figures.rows import Shown, label, picked

WIDTH = 300
EDGE = 12  # room for half a number at either end
TICKS = [n * 10.0**power for power in range(-3, 4) for n in (1, 2, 5)]


def draw(figure: Figure, site: Site, _mark: str | None = None) -> str:
    """One panel for each group, all with the same axis: two panels are about different people."""
    ends = ends_of([row for group in figure.groups for row in picked(figure, group, site)])
    panels = "".join(_panel(figure, group, site, ends) for group in figure.groups)
    measure = site.settings.measures[figure.measure or ""]
    return label(site.strings.say("with_range", measure=measure.label), "") + f'<div class="parts">{panels}</div>'


def ends_of(rows: list[Shown[float]]) -> tuple[float, float]:
    """Return where the axis begins and ends: it holds every interval, and 1, where a sign says nothing."""
    return min([1.0, *(row.low for row in rows)]), max([1.0, *(row.high for row in rows)])


def place(number: float, ends: tuple[float, float]) -> float:
    """Return how far to the right a number stands."""
    low, high = map(math.log, ends)
    return round(EDGE + (WIDTH - 2 * EDGE) * (math.log(number) - low) / ((high - low) or 1), 1)


def _panel(figure: Figure, group: Group, site: Site, ends: tuple[float, float]) -> str:
    ticks = [tick for tick in TICKS if ends[0] <= tick <= ends[1]]
    lines = "".join(f'<path class="{"one" if tick == 1 else "tick"}" d="M{place(tick, ends)} 0v22"/>' for tick in ticks)
    words = "".join(f'<text x="{place(tick, ends)}" y="15">{tick:g}</text>' for tick in ticks)
    signs = "".join(_sign(row, lines, ends) for row in picked(figure, group, site))
    axis = f'<svg class="axis" viewBox="0 0 {WIDTH} 20">{words}</svg>'
    return f'<div class="part">{label(group.label, group.about)}{signs}{axis}</div>'


def _sign(row: Shown[float], lines: str, ends: tuple[float, float]) -> str:
    """A dot is hollow where its interval holds 1: then the sign may say nothing."""
    kind = "maybe" if row.low <= 1 <= row.high else "on"
    drawn = (
        f'<path class="range" d="M{place(row.low, ends)} 11H{place(row.high, ends)}"/>'
        f'<circle class="{kind}" cx="{place(row.value, ends)}" cy="11" r="5"/>'
    )
    data = f'data-value="{row.value:g}" data-low="{row.low:g}" data-high="{row.high:g}"'
    return (
        f'<div class="sign"><span>{escape(row.label)}</span> <span>{row.amount}</span></div>'
        f'<svg viewBox="0 0 {WIDTH} 22" {data}>{lines}{drawn}</svg>'
    )
