"""Figures → drawings: each module draws one kind of picture from its rows, in colours that the style names.

A drawing is `draw(figure, site, mark) -> str`: HTML with an <svg> or several, all of it hidden from those who listen,
since the caption names it and the table below says the same. `mark` is the id of the page it stands on. Numbers drawn
stand in `data-value` too, so that tests can compare them with the rows. `mistakes(figure, site)` yields what can't be
drawn, at its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.figures import bars, intervals, people
from guide.figures.rows import mistakes_in_picks
from guide.model import Figure, Site
from guide.text import Problem


class Drawing(NamedTuple):
    draw: Callable[[Figure, Site, str | None], str]
    mistakes: Callable[[Figure, Site], Iterator[Problem]]


DRAWINGS: dict[str, Drawing] = {
    "people": Drawing(people.draw, people.mistakes),
    "bars": Drawing(bars.draw, bars.mistakes),
    "intervals": Drawing(intervals.draw, mistakes_in_picks),
}
