"""Rules for pictures: each is a small function that yields a problem for every one that can't be drawn as it is."""

from __future__ import annotations

from collections.abc import Iterator

from guide.figures import DRAWINGS
from guide.model import Site
from guide.text import Problem, nearest


def undrawable_figures(site: Site) -> Iterator[Problem]:
    """Rows that their drawing can't show as they are, and pictures that nobody draws or that belong nowhere."""
    sections = {section for kind in site.settings.kinds.values() for section in kind.sections}
    for figure in site.figures.values():
        if figure.draw in DRAWINGS:
            yield from DRAWINGS[figure.draw].mistakes(figure, site)
        else:
            yield figure.draw.problem(f"no drawing '{figure.draw}' — {nearest(figure.draw, DRAWINGS)}")
        if figure.under and figure.under not in sections:
            yield figure.under.problem(f"no page has a section '{figure.under}' — {nearest(figure.under, sections)}")


RULES = [undrawable_figures]
