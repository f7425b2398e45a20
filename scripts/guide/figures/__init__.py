"""Figures → SVG: each module draws one kind of picture from its rows, in colours that the style names.

A drawing is `draw(figure, mark) -> str`: an <svg> without a name of its own, since the caption names it. `mark` is
the id of the page it stands on. Numbers drawn stand in `data-value` too, so that tests can compare them with the rows.
"""

from __future__ import annotations

from collections.abc import Callable

from guide.figures import people

DRAWINGS: dict[str, Callable] = {"people": people.draw}
