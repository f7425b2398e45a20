"""The text of a page → XHTML that stands by itself: nothing is folded or hidden, nothing waits for a script.

E-readers run no scripts, and many know neither <details> nor boxes that can be ticked: what is folded lies open, and
boxes and lines are there to be printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from selectolax.lexbor import LexborNode

from exports.book import Strings
from exports.reading import due_day
from finish.page import Page, is_outside

SVG = "http://www.w3.org/2000/svg"
# What only a script, a browser's window or the site's own paper needs.
LEFT_OUT = "script, style, noscript, button, .headerlink, .bar, .printed, [hidden]:not(.stale)"
# Elements that e-readers do not know, or would take for a program → what stands in their place, with its class.
INSTEAD = {
    "details": ("section", ""),
    "form": ("div", ""),
    "input": ("span", "box"),
    "label": ("span", ""),
    "summary": ("p", "unfolded"),
    "textarea": ("span", "line"),
}
# Of these, only what names them is kept: what a box is called in a form means nothing here.
KEPT = ("id", "class")
# Attributes that hold ids.
NAMING = {"id", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"}
VOID = {"br", "hr", "img", "wbr", "col"}


def xhtml(
    page: Page,
    nodes: Iterable[LexborNode],
    link: Callable[[str, str], str | None],
    strings: Strings,
    before_ids: str = "",
) -> str:
    """Return these nodes of `page` as XHTML, with `before_ids` before each id: one file may hold several pages.

    `link` gives the address in the book for a file of the site and a place in it, or None if the book has no such file:
    then its words stand there without a link. `strings` are those of the page's language.
    """
    left_out = {node.mem_id for node in page.all(LEFT_OUT)}

    def written(node: LexborNode) -> str:
        if node.tag == "-text":
            return escape(node.text_content or "", quote=False)
        if node.mem_id in left_out or (node.tag or "-").startswith("-"):
            return ""
        if node.attributes.get("data-due") is not None:
            return due(node, strings)
        return element(node, "".join(map(written, node.iter(include_text=True))))

    def element(node: LexborNode, inside: str) -> str:
        tag = node.tag or ""
        about = {name: value or "" for name, value in node.attributes.items()}
        if tag in INSTEAD:
            tag, kind = INSTEAD[tag]
            about = {name: about[name] for name in KEPT if name in about}
            about |= {"class": f"{about.get('class', '')} {kind}".strip()} if kind else {}
        for name in NAMING & about.keys():
            about[name] = " ".join(before_ids + one for one in about[name].split())
        if tag == "svg":
            about["xmlns"] = SVG
        if "href" in about and not is_outside(about["href"]):
            target = page.target(about["href"])
            href = link(*target) if target else about["href"]
            if href is None:
                return inside
            about["href"] = href
        written_about = "".join(f' {name}="{escape(value)}"' for name, value in about.items())
        return f"<{tag}{written_about}/>" if tag in VOID else f"<{tag}{written_about}>{inside}</{tag}>"

    return "".join(map(written, nodes)).strip()


def whole(page: Page) -> Iterable[LexborNode]:
    """Return all that stands in the article of a page."""
    return page.all("article")[0].iter(include_text=True)


def due(stale: LexborNode, strings: Strings) -> str:
    """Return what a copy says of the day after which its page may be out of date: it can't know today."""
    return f'<p class="due">{escape(strings.say("look_for_newer", day=strings.day(due_day(stale))))}</p>'
