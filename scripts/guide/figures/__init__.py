"""Figures → SVG: each module draws one kind of picture from its rows, in colours that the style names.

A drawing is `draw(figure, mark) -> str`: an <svg> without a name of its own, since the caption names it. `mark` is
the id of the page it stands on. Numbers drawn stand in `data-value` too, so that tests can compare them with the rows.
"""

from __future__ import annotations

from collections.abc import Callable

from guide.figures import cord, people, saddle, spine, steps

DRAWINGS: dict[str, Callable] = {
    "cord": cord.draw,
    "people": people.draw,
    "saddle": saddle.draw,
    "spine": spine.draw,
    "steps": steps.draw,
}
# What each can find wrong with a figure: `mistakes(figure, site)` yields what can't be drawn, at its place.
MISTAKES: dict[str, Callable] = {
    "cord": cord.mistakes,
    "saddle": saddle.mistakes,
    "spine": spine.mistakes,
    "steps": steps.mistakes,
}
