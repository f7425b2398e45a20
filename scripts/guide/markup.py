"""Rules that keep markup out of content: content says words, and the templates alone say HTML.

What content could smuggle into a page, a browser might run, and a frightened reader might believe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from guide.marks import BLOCK, MARK
from guide.model import Site
from guide.text import Problem, Text

# The longest page has 23,000 letters, the longest paragraph 2,500. Beyond this nobody reads on, and Markdown, whose
# time grows with the square of a paragraph, takes minutes.
LONGEST_TEXT, LONGEST_PARAGRAPH = 30_000, 5_000
PARAGRAPH = re.compile(r"(?:.+\n?)+")
BRACKET = re.compile(r"[\[\]{}]")
STRAY = re.compile(r"\[+@?|\]+|\{\{|\}\}")
TAG = re.compile(r"<(?=[A-Za-z/!?])")
# Markdown's own links and pictures, and its lists of attributes but for one class or id.
FOREIGN = re.compile(r"\]\(|\]:|!\[|\{(?!:? ?[#.][a-z-]+ ?\})|(?<![a-z -])\}")


def raw_html(site: Site) -> Iterator[Problem]:
    for text in site.texts:
        for tag in TAG.finditer(text):
            yield text.problem("HTML is not used in content — write Markdown, or a space behind the sign", tag.start())


def foreign_markup(site: Site) -> Iterator[Problem]:
    for text, rest in bare(site.texts):
        for mark in FOREIGN.finditer(rest):
            yield text.problem(f"'{mark[0]}' is not used in content — write [[id]] or [@reference]", mark.start())


def stray_brackets(site: Site) -> Iterator[Problem]:
    for text, rest in bare(site.prose):
        for stray in STRAY.finditer(rest):
            yield text.problem(f"a stray '{stray[0]}' — write [@reference, where] or [[id|label]]", stray.start())


def endless_texts(site: Site) -> Iterator[Problem]:
    for text in site.texts:
        if len(text) > LONGEST_TEXT and text is not site.changes:  # those grow with the years
            yield text.problem(f"{len(text):,} letters — at most {LONGEST_TEXT:,}: split it")
        elif len(text) > LONGEST_PARAGRAPH:
            for part in PARAGRAPH.finditer(text):
                if len(part[0]) > LONGEST_PARAGRAPH:
                    message = f"a paragraph of {len(part[0]):,} letters — at most {LONGEST_PARAGRAPH:,}: split it"
                    yield text.problem(message, part.start())


def bare(texts: Iterable[Text]) -> Iterator[tuple[Text, str]]:
    """Yield each text that has a bracket, with itself without our own marks and blocks."""
    for text in texts:
        if BRACKET.search(text):
            yield text, BLOCK.sub(hide, MARK.sub(hide, text))


def hide(found: re.Match[str]) -> str:
    """Blank out what was found, so that positions hold."""
    return " " * len(found[0])


RULES = [raw_html, foreign_markup, stray_brackets, endless_texts]
