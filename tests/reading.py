"""How hard a page is to read, from the built HTML: the same lines as guide.rules.reading_text takes from the content.

Paragraphs, list items and definitions count; a list item without a stop counts as a sentence, and so does its small
print. Headings, tables, facts in figures, citations, sources, rows of links, lists of numbers to ring, what a page says
of its own age, lines to fill in, buttons and the links at the foot do not. Nor do the exact words of the signs, folded
away at a leaflet's end: they are measured on the pages of the signs.
"""

from __future__ import annotations

import re

from guide.rules import reading_grade as measure
from html_page import Element, article

APART = ("up", "dates", "sources", "cite", "headerlink", "claims", "jump", "call", "stale", "calls", "facts",
         "tabs", "ladder", "exact", "buttons", "fill", "until", "to-back")  # fmt: skip


def prose(page: Element) -> str:
    """The text of the page's own prose, a line for each paragraph or list item."""
    lines: list[str] = []
    _collect(article(page).without(*APART), lines)
    return "\n".join(lines)


def _collect(element: Element, lines: list[str]) -> bool:
    """Add the prose in `element`; False once the page's foot begins."""
    for child in element.children:
        if isinstance(child, str):
            continue
        if child.attrs.get("id") == "next":
            return False
        if child.tag in ("p", "dd") or (child.tag == "li" and not child.find_all("p") and not child.find_all("li")):
            for part in (child.without("small"), *child.find_all("small")):
                text = re.sub(r"\s+([.,;:!?)])", r"\1", " ".join(part.text().split()))
                if text:
                    lines.append(text if text[-1] in ".!?" else text.rstrip(":;,") + ".")
        elif child.tag != "table" and not _collect(child, lines):
            return False
    return True


def grade(text: str, unavoidable: str | None = None) -> float:
    """The Flesch-Kincaid grade of `text`."""
    return measure.grade(text.split("\n"), unavoidable)
