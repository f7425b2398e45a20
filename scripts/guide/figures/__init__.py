"""Figures → drawings: each module draws one kind of picture from its rows, in colours that the style names.

In: a `Figure` and the `Site` whose evidence it may pick. Out: HTML, or a `Problem` for each that can't be drawn.
A drawing is `draw(figure, site, page_id) -> str`: HTML with an <svg> or several, all of it hidden from those who
listen, since the caption names it and the table below says the same. `page_id` is the page it stands on. Numbers drawn
stand in `data-value` too, so that tests can compare them with the rows. `problems(figure, site)` yields what can't be
drawn, at its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.content.figure import Figure
from guide.content.site import Site
from guide.content.source import Problem
from guide.figures import bars, cord, intervals, people, saddle, spine, steps
from guide.figures.rows import problems_in_picks


class Drawing(NamedTuple):
    draw: Callable[[Figure, Site, str | None], str]
    problems: Callable[[Figure, Site], Iterator[Problem]]


DRAWINGS: dict[str, Drawing] = {
    "bars": Drawing(bars.draw, bars.problems),
    "cord": Drawing(cord.draw, cord.problems),
    "intervals": Drawing(intervals.draw, problems_in_picks),
    "people": Drawing(people.draw, people.problems),
    "saddle": Drawing(saddle.draw, saddle.problems),
    "spine": Drawing(spine.draw, spine.problems),
    "steps": Drawing(steps.draw, steps.problems),
}
