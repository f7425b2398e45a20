"""Rows → squares of 1,000 dots, one square a row, and a share → one of as many: the filled dots are those counted."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.figure import Figure, Row
from guide.content.site import Site
from guide.content.source import Problem
from guide.figures.rows import from_to, label

ALL = 1000
SIDES = {1000: 40, 100: 10}  # how many dots there are → how many in a line
STEP = 10


def draw(figure: Figure, site: Site, _mark: str | None = None) -> str:
    """One square for each row: `value` of 1,000 dots are filled, those up to `high` are rings."""
    return f'<div class="parts">{"".join(_square(row, site) for row in figure.rows)}</div>'


def _square(row: Row, site: Site) -> str:
    value, high = int(row.value), max(int(row.value), int(row.high or 0))
    span = row.low is not None and row.high is not None
    count = from_to(row.low or 0, row.high or 0, site) if span else f"{row.value:g}"
    return f'<div class="part">{label(row.label, f"{count} {row.unit}")}{dots(value, high, ALL)}</div>'


def dots(value: int, high: int, of: int) -> str:
    """Return `of` dots: `value` are filled, those up to `high` are rings. `of` is a key of SIDES."""
    kinds = {"on": (0, value), "maybe": (value, high), "hole": (value, high), "off": (high, of)}
    side, look = SIDES[of], "dots many" if of == ALL else "dots"
    lines = {kind: _lines(*ends, side) for kind, ends in kinds.items() if ends[0] < ends[1]}
    paths = "".join(f'<path class="{kind}" d="{line}"/>' for kind, line in lines.items())
    box = f"0 0 {side * STEP} {of // side * STEP}"
    return f'<svg class="{look}" viewBox="{box}" data-value="{value}" data-high="{high}">{paths}</svg>'


def _lines(start: int, stop: int, side: int) -> str:
    """Return lines under the dots from `start` to `stop`: the style breaks them into a dot at every STEP."""
    found = []
    while start < stop:
        end = min(stop, start - start % side + side)
        x, y = start % side * STEP + STEP // 2, start // side * STEP + STEP // 2
        found.append(f"M{x} {y}h{(end - start - 1) * STEP + 2}")
        start = end
    return "".join(found)


def problems(figure: Figure, _site: Site) -> Iterator[Problem]:
    for row in figure.rows:
        ends = [number for number in (row.low, row.value, row.high) if number is not None]
        whole = all(number == int(number) and 0 <= number <= ALL for number in ends)
        if not whole or ends != sorted(ends) or not row.unit.startswith("in 1,000 "):
            yield row.label.problem(f"'{row.label}' is no count in 1,000 people — give whole numbers, low to high")
