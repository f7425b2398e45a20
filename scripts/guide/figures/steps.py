"""Parts → ways down which one goes step by step, each part a step: how soon it should come, and what it is.

The ways stand below each other, so that a phone has room for them. Each has its own heading and its own line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from guide.content.figure import Figure, FigurePart
from guide.content.site import Site
from guide.content.source import Problem
from guide.figures import words

WIDTH, LINE, TEXT = 300, 12, 32
LOOKS = ("first", "second", "third")  # of the lines, from thick to dashed


def problems(figure: Figure, _site: Site) -> Iterator[Problem]:
    for part in figure.parts:
        if not (part.lane and part.when):
            yield part.label.problem("a step says on which way it is and how soon — add 'lane' and 'when'")


def draw(figure: Figure, _site: Site, _mark: str | None = None) -> str:
    """One way for each `lane`, in the order of the parts."""
    ways, y = [], 0.0
    for place, (lane, parts) in enumerate(groupby(figure.parts, key=lambda part: part.lane)):
        drawn, y = way(str(lane), list(parts), y, LOOKS[place % len(LOOKS)])
        ways.append(drawn)
    return f'<svg viewBox="0 0 {WIDTH} {y - 26:g}">{"".join(ways)}</svg>'


def way(lane: str, parts: list[FigurePart], top: float, look: str) -> tuple[str, float]:
    """Return one way from `top` on, and where the next may begin."""
    name, y = words.block(lane, 12, top + 25, WIDTH - 24, "strong")
    frame = f'<rect class="frame {look}" x="2" y="{top + 2:g}" width="{WIDTH - 4}" height="{y - top - 8:g}" rx="6"/>'
    start, steps, last = y - 6, [], y
    for part in parts:
        last = y + 19
        when, y = words.block(part.when or "", TEXT, last + 5, WIDTH - TEXT, "strong")
        what, y = words.block(part.label, TEXT, y, WIDTH - TEXT)
        steps.append(f'<circle class="stop {look}" cx="{LINE}" cy="{last:g}" r="6"/>{when}{what}')
    line = f'<path class="rail {look}" d="M{LINE} {start:g}V{last:g}"/>'
    return f"<g>{line}{frame}{name}{''.join(steps)}</g>", y + 26
