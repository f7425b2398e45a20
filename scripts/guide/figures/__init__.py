"""Figures → drawings: each module draws one kind of picture from its rows, in colours that the style names.

A drawing is `draw(figure, site, mark) -> str`: HTML with an <svg> or several, all of it hidden from those who listen,
since the caption names it and the table below says the same. `mark` is the id of the page it stands on. Numbers drawn
stand in `data-value` too, so that tests can compare them with the rows. `mistakes(figure, site)` yields what can't be
drawn, at its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.content.figure import Figure
from guide.content.site import Site
from guide.content.source import Problem
from guide.figures import bars, cord, intervals, people, saddle, spine, steps
from guide.figures.rows import mistakes_in_picks


class Drawing(NamedTuple):
    draw: Callable[[Figure, Site, str | None], str]
    mistakes: Callable[[Figure, Site], Iterator[Problem]]


DRAWINGS: dict[str, Drawing] = {
    "bars": Drawing(bars.draw, bars.mistakes),
    "cord": Drawing(cord.draw, cord.mistakes),
    "intervals": Drawing(intervals.draw, mistakes_in_picks),
    "people": Drawing(people.draw, people.mistakes),
    "saddle": Drawing(saddle.draw, saddle.mistakes),
    "spine": Drawing(spine.draw, spine.mistakes),
    "steps": Drawing(steps.draw, steps.mistakes),
}
