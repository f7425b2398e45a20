"""Rules for pictures: each is a small function that yields a problem for every one that can't be shown as it is."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.prose import plain_text
from guide.content.site import Site
from guide.content.source import Problem, nearest
from guide.figures import DRAWINGS
from guide.figures.spine import PARTS
from guide.figures.symbols import SYMBOLS

# Fewer words can't say what follows from a picture and in whom, nor what is to be seen on it.
CAPTION_WORDS, ABOUT_WORDS = 8, 20


def undrawable_figures(site: Site) -> Iterator[Problem]:
    """Pictures that nobody draws, that do not hold what is drawn, or that belong nowhere."""
    sections = {section for kind in site.settings.kinds.values() for section in kind.sections}
    for figure in site.figures.values():
        if figure.draw in DRAWINGS:
            yield from DRAWINGS[figure.draw].problems(figure, site)
        else:
            yield figure.draw.problem(f"no drawing '{figure.draw}' — {nearest(figure.draw, DRAWINGS)}")
        if figure.under and figure.under not in sections:
            yield figure.under.problem(f"no page has a section '{figure.under}' — {nearest(figure.under, sections)}")


def misplaced_figures(site: Site) -> Iterator[Problem]:
    """A page written by hand says in its text where a picture stands: write `{{ figure id }}` there."""
    for page in site.pages.values():
        for name in page.figures:
            if page.kind == "docs":
                yield name.problem(f"a page in docs/ says where a picture stands — write {{{{ figure {name} }}}} there")


def wordless_pictures(site: Site) -> Iterator[Problem]:
    """A picture is heard as well as seen: its caption says what follows from it, and `about` all that it shows."""
    for figure in site.figures.values():
        for text, least, what in ((figure.caption, CAPTION_WORDS, "caption"), (figure.about, ABOUT_WORDS, "about")):
            if (words := len(plain_text(text).split())) < least:
                message = (
                    f"'{what}' has {words} words — say more: at least {least}, for those who can't see the picture"
                )
                yield text.problem(message)


def unknown_symbols(site: Site) -> Iterator[Problem]:
    """A group's symbol is one that is drawn: write one of the names offered, or leave it out."""
    for kind in site.settings.kinds.values():
        for group in kind.groups.values():
            if group.symbol and group.symbol not in SYMBOLS:
                yield group.symbol.problem(f"no symbol '{group.symbol}' — {nearest(group.symbol, SYMBOLS)}")


def undrawn_levels(site: Site) -> Iterator[Problem]:
    """The levels of site.yml are the parts of the spine that are drawn, all four of them."""
    levels = site.settings.levels
    for name in levels:
        if name not in PARTS:
            yield name.problem(f"no part '{name}' of the spine is drawn — {nearest(name, PARTS)}")
    if missing := [part for part in PARTS if levels and part not in levels]:
        yield next(iter(levels)).problem(f"the spine is drawn with {', '.join(missing)} too — add its label")


RULES = [wordless_pictures, undrawable_figures, misplaced_figures, unknown_symbols, undrawn_levels]
