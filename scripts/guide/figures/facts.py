"""A page's facts → one drawing: the spine with the levels that are named, beside dots for how often."""

from __future__ import annotations

from guide.content.site import Page
from guide.content.vocabulary import Settings
from guide.figures import people, spine


def draw(page: Page, settings: Settings) -> str:
    """Return HTML with at most two <svg>, empty where no source gives anything to draw.

    Its `data-value`s are the fields: the ids of the levels, and the number of dots that are filled.
    """
    drawn = ""
    if page.levels:
        drawn += spine.named(page.levels.named, {name: level.label for name, level in settings.levels.items()})
    if page.share:
        drawn += people.dots(page.share.low, page.share.high or page.share.low, page.share.of)
    return drawn
