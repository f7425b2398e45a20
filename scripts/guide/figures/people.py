"""Rows → squares of 1,000 dots, one square a row: the filled dots are the people counted."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.figure import Figure, Row
from guide.content.site import Site
from guide.content.source import Problem
from guide.figures.rows import label

ALL = 1000
SIDE = 40  # dots in a line, 25 lines
STEP = 10


def draw(figure: Figure, _site: Site, _mark: str | None = None) -> str:
    """One square for each row: `value` of 1,000 dots are filled, those up to `high` are rings."""
    return f'<div class="parts">{"".join(map(_square, figure.rows))}</div>'


def _square(row: Row) -> str:
    value, high = int(row.value), max(int(row.value), int(row.high or 0))
    kinds = {"on": (0, value), "maybe": (value, high), "hole": (value, high), "off": (high, ALL)}
    paths = "".join(f'<path class="{kind}" d="{_lines(*ends)}"/>' for kind, ends in kinds.items() if ends[0] < ends[1])
    count = f"{row.low:g} to {row.high:g}" if row.low is not None and row.high is not None else f"{row.value:g}"
    box = f"0 0 {SIDE * STEP} {ALL // SIDE * STEP}"
    return (
        f'<div class="part">{label(row.label, f"{count} {row.unit}")}'
        f'<svg class="dots" viewBox="{box}" data-value="{row.value:g}" data-high="{high}">{paths}</svg></div>'
    )


def _lines(start: int, stop: int) -> str:
    """Return lines under the dots from `start` to `stop`: the style breaks them into a dot at every STEP."""
    found = []
    while start < stop:
        end = min(stop, start - start % SIDE + SIDE)
        x, y = start % SIDE * STEP + STEP // 2, start // SIDE * STEP + STEP // 2
        found.append(f"M{x} {y}h{(end - start - 1) * STEP + 2}")
        start = end
    return "".join(found)


def problems(figure: Figure, _site: Site) -> Iterator[Problem]:
    for row in figure.rows:
        ends = [number for number in (row.low, row.value, row.high) if number is not None]
        whole = all(number == int(number) and 0 <= number <= ALL for number in ends)
        if not whole or ends != sorted(ends) or not row.unit.startswith("in 1,000 "):
            yield row.label.problem(f"'{row.label}' is no count in 1,000 people — give whole numbers, low to high")
