"""A page of a built site → what is read on it, and what keeps it out of every format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from finish.page import Page, is_inside

# What they hold is no part of the words before them.
BLOCKS = {"p", "li", "h1", "h2", "h3", "td", "th", "dt", "dd", "div", "figcaption", "label", "summary", "tspan"}


def problems(page: Page) -> Iterator[str]:
    """Yield what keeps a page out of every format, with what to do."""
    if not title_of(page):
        yield f"{page.name}: has no title — give the page one (title, or the first heading)"
    for drawing in page.all("article svg, article img"):
        if not has_words(drawing):
            yield (
                f"{page.name}: a drawing has no words ({(drawing.html or '')[:60]}…) — give its figure a caption, "
                "or itself a label"
            )


def has_words(drawing: LexborNode) -> bool:
    """Say whether those who do not see a drawing get words: its own, its figure's, or those of what it stands in."""
    about = drawing.attributes
    if any((about.get(name) or "").strip() for name in ("aria-label", "alt")) or drawing.css("title"):
        return True
    around = drawing.parent
    if is_inside(drawing, "figure"):
        while around is not None and around.tag != "figure":
            around = around.parent
        return around is not None and any(words(caption) for caption in around.css("figcaption"))
    return "aria-hidden" in about and around is not None and bool(words(around))


def label_figures(page: Page) -> None:
    """Let each figure of `page` without a name be called by its caption: printed, it has no other words."""
    for figure in page.all("figure:not([aria-labelledby], [aria-label])"):
        figure.attrs["aria-label"] = " ".join(words(caption) for caption in figure.css("figcaption"))


def language_of(page: Page) -> str:
    """Return the language of a page, as browsers know it: en."""
    return page.all("html")[0].attributes.get("lang") or ""


def direction_of(page: Page) -> str:
    """Return from where a page is read: ltr, or rtl."""
    return page.all("body")[0].attributes.get("dir") or "ltr"


def due_day(stale: LexborNode) -> dt.date:
    """Return the day in `data-due`, after which a page may be out of date."""
    return dt.date.fromisoformat(stale.attributes["data-due"] or "")


def title_of(page: Page) -> str:
    """Return the words of a page's first heading, or nothing."""
    return next((words(heading) for heading in page.all("article h1")), "")


def words(node: LexborNode, without: str = ".headerlink, script, style, [hidden]") -> str:
    """Return what is read in `node`, without what the selector `without` names: signs beside headings, hidden text."""
    left_out = {one.mem_id for one in node.css(without)}

    def read(one: LexborNode) -> str:
        if one.tag == "-text":
            return one.text_content or ""
        if one.mem_id in left_out:
            return ""
        inside = "".join(map(read, one.iter(include_text=True)))
        return f" {inside} " if one.tag in BLOCKS else inside

    return " ".join(read(node).split())
