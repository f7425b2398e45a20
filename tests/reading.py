"""How hard a page is to read: its Flesch-Kincaid grade and its sentences, from the built HTML.

Paragraphs, list items and definitions count; a list item without a stop counts as a sentence, and so does its small
print. Headings, tables, citations, sources, rows of links and the links at the foot do not.
"""

from __future__ import annotations

import re

import textstat

from html_page import Element, article

APART = ("up", "dates", "sources", "cite", "headerlink", "claims", "jump", "glance")


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


def sentences(text: str) -> list[str]:
    return [s.strip() for s in re.split(r"(?<=[.!?])[”\")]*\s+(?=[“\"(A-Z0-9])|\n", text) if s.strip()]


def grade(text: str, unavoidable: str | None = None) -> float:
    """The Flesch-Kincaid grade of `text`; an unavoidable term counts as an easy word."""
    if unavoidable:
        text = re.sub(rf"\b{re.escape(unavoidable)}\w*", "word", text, flags=re.IGNORECASE)
    return textstat.flesch_kincaid_grade(text)
