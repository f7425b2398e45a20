"""Rules for pictures: each is a small function that yields a problem for every one that can't be shown as it is."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figures import DRAWINGS, MISTAKES
from guide.model import Site
from guide.text import Problem, nearest


def undrawable_figures(site: Site) -> Iterator[Problem]:
    """Pictures that nobody draws, or that do not hold what is drawn."""
    for figure in site.figures.values():
        if figure.draw not in DRAWINGS:
            yield figure.draw.problem(f"no drawing '{figure.draw}' — {nearest(figure.draw, DRAWINGS)}")
        elif figure.draw in MISTAKES:
            yield from MISTAKES[figure.draw](figure, site)


def unknown_figures(site: Site) -> Iterator[Problem]:
    """Pictures that a page asks for and that are not there, or not in that place."""
    for page in site.pages.values():
        for name in page.figures:
            if page.kind == "docs":
                yield name.problem(f"a page in docs/ says where a picture stands — write {{{{ figure {name} }}}} there")
            elif name not in site.figures:
                yield name.problem(f"no picture '{name}' — {nearest(name, site.figures)}")


RULES = [undrawable_figures, unknown_figures]
