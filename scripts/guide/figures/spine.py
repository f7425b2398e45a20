"""Rows → the spine from the side, a row for each of its four parts and a last one for several; levels → it in small."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from math import atan2, cos, degrees, pi

from guide.content.figure import Figure, Row
from guide.content.site import Site
from guide.content.source import Problem
from guide.figures import words

# From neck to tailbone, by their ids in site.yml: how many bones, how tall each is with its gap, how wide the first and
# the last are.
PARTS = {
    "neck": (7, 12, 18, 22),
    "middle": (12, 15.5, 23, 31),
    "low": (5, 25, 33, 36),
    "sacrum": (7, 12.5, 33, 8),
}
# Where the curve of the spine turns, seen from the left: (y, x).
TURNS = [(0, 55), (46, 47), (175, 74), (352, 48), (470, 84), (520, 76)]
TOP, GAP, BRACKET, TEXT, WIDTH = 12, 9, 118, 130, 300
BAR = 4.6  # for each in 100
SMALL, BESIDE, NARROW = 0.4, 56, 170  # of the spine in small: its scale, where its words begin, how wide it is
TINTED, PLAIN = 54, 4  # as much as a bone is tinted: see `bones`


def problems(figure: Figure, _site: Site) -> Iterator[Problem]:
    if len(figure.rows) != len(PARTS) + 1:
        yield figure.draw.problem(
            f"this drawing has {len(PARTS)} parts, and a row for several — give it {len(PARTS) + 1} rows"
        )


def draw(figure: Figure, _site: Site, _mark: str | None = None) -> str:
    """Bones tinted by the value of their row, a bracket for each part, and a bar as long as the value."""
    *parts, several = figure.rows
    drawn, top = [], float(TOP)
    for row, shape in zip(parts, PARTS.values(), strict=True):
        bottom = top + shape[0] * shape[1]
        bracket = f'<path class="lead" d="M{BRACKET - 6} {top:g}h6V{bottom - 3:g}h-6"/>'
        middle = (top + bottom) / 2 - 24
        drawn.append(group(row, bones(shape, top, row.value) + bracket, middle))
        top = bottom + GAP
    drawn.append(group(several, f'<path class="lead" d="M8 {top + 8:g}H{WIDTH - 8}"/>', top + 20))
    return f'<svg viewBox="0 0 {WIDTH} {top + 88:g}">{"".join(drawn)}</svg>'


def named(levels: Collection[str], labels: Mapping[str, str]) -> str:
    """Return the spine in small with the parts in `levels` tinted, their labels bold. Other parts stay plain."""
    drawn, top = "", float(TOP)
    for name, shape in PARTS.items():
        bottom = top + shape[0] * shape[1]
        there = name in levels
        shapes = bones(shape, top, TINTED if there else PLAIN, 0)
        y = (top + bottom) / 2 * SMALL
        text, _ = words.block(labels[name], BESIDE, y, NARROW - BESIDE, "strong" if there else "")
        drawn += f'<g transform="scale({SMALL})">{shapes}</g>{text}'
        top = bottom + GAP
    return f'<svg class="small" viewBox="0 0 {NARROW} {top * SMALL:g}" data-value="{" ".join(levels)}">{drawn}</svg>'


def group(row: Row, shapes: str, top: float) -> str:
    """Return what belongs to a row: its shapes, its name, its figure in words and its bar."""
    name, y = words.block(row.label, TEXT, top + 12, WIDTH - TEXT, "strong")
    figure, y = words.block(f"{row.value:g} {row.unit}", TEXT, y, WIDTH - TEXT)
    bar = f'<rect class="much" x="{TEXT}" y="{y - 10:g}" width="{row.value * BAR:g}" height="9" rx="2"/>'
    return f'<g data-value="{row.value:g}">{shapes}{name}{figure}{bar}</g>'


def bones(shape: tuple[int, float, int, int], top: float, value: float, digits: int = 1) -> str:
    """Return one part's bones down the curve, each with its spine behind it, to so many digits behind the point."""
    count, tall, first, last = shape
    drawn = "".join(
        bone(
            top + (n + 0.5) * tall,
            tall - (2.5 if tall < 20 else 4),
            first + (last - first) * n / (count - 1),
            digits,
        )
        for n in range(count)
    )
    return f'<g class="bone" fill-opacity="{value / 60:.2f}">{drawn}</g>'


def bone(y: float, tall: float, wide: float, digits: int) -> str:
    def whole(*numbers: float) -> str:
        return " ".join(f"{round(number, digits) + 0:g}" for number in numbers)

    turn = -degrees(atan2(curve(y + 2) - curve(y - 2), 4))
    x, top = whole(-wide / 2), whole(-tall / 2)
    body = f'<rect x="{x}" y="{top}" width="{whole(wide)}" height="{whole(tall)}" rx="3"/>'
    back = f'<path d="M{whole(wide / 2 + 1, -tall / 4)}l{whole(wide * 0.4, tall * 0.45)}"/>'
    return f'<g transform="translate({whole(curve(y), y)}) rotate({whole(turn)})">{body}{back}</g>'


def curve(y: float) -> float:
    """Return how far from the left the middle of the spine is at the height `y`."""
    y -= TOP
    for (above, left), (below, right) in pairwise(TURNS):
        if y <= below:
            return left + (right - left) * (1 - cos(pi * (y - above) / (below - above))) / 2
    return TURNS[-1][1]
