"""A page → what a reviewer reads of it: sentence by sentence, each with what it cites, below the headings.

The page is written as for readers, and read again as HTML: so every block and table is there, and no list of them is
kept here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from guide.content.prose import Citation, citations, split
from guide.content.site import Page
from guide.pages.context import SiteContext
from guide.pages.render import Writer

# The sheet of this page holds all that decides how fast people act, for it is agreed to as a whole.
ALL_CARDS = "checklist"
# As in mkdocs.yml. Ids and links to headings are of no use on paper.
EXTENSIONS = ["attr_list", "md_in_html", "tables"]
# Drawings, ways to other pages, and what is the same on each page: that is on the sheet of ALL_CARDS.
LEFT_OUT = (
    ".emergency, .up, nav, .dates, .stale, .drawing, .call, .bar, .buttons, .fill, noscript, textarea, "
    "details.back > summary, .sources, .edit"
)
# Parts of the frame that say nothing to be agreed to: ways on, and lists of what stands elsewhere.
FRAME = {"next", "sources", "seed", "linked-from"}
BLOCKS = {
    "article", "blockquote", "body", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "form",
    "h1", "h2", "h3", "h4", "label", "li", "ol", "p", "section", "summary", "table", "tbody", "td", "th", "thead", "tr",
    "ul",
}  # fmt: skip
HEADINGS = {"h1", "h2", "h3", "h4"}
# A citation on its way through Markdown and HTML, which know no such letters. Then it is written as an editor did.
MARK = re.compile("\ue000(\\d+)\ue001")
CITED = re.compile(r"\s*\[@[^\[\]]*\]")


class Row(NamedTuple):
    """A sentence, or a row of a table, as it is read; and what it cites, in order: none for our own words."""

    words: str
    cited: tuple[Citation, ...]


class Part(NamedTuple):
    heading: str
    rows: list[Row]


class _MarkedWriter(Writer):
    """Writes a page with a mark in the place of each citation, and keeps in `marks` what was written there."""

    def __init__(self, context: SiteContext, page: Page) -> None:
        super().__init__(context, page)
        self.marks: list[str] = []

    def _mark(self, mark: re.Match[str]) -> str:
        if mark["name"] or not mark["citations"]:
            return super()._mark(mark)
        self.marks.append(mark[0])
        return f"\ue000{len(self.marks) - 1}\ue001"

    def behind(self, line: str) -> str:
        """Return what the signs cite that a line of a leaflet stands for."""
        site = self.context.site
        signs = dict(site.checklist.items)
        found = [mark[0] for sign in site.leaflets.lines[line].signs for mark in CITED.finditer(signs[sign].source)]
        return self.prose("".join(dict.fromkeys(found)))

    def review(self) -> str:
        """Return all that is reviewed with this page, as Markdown."""
        if self.page.id == ALL_CARDS:
            return self._fill("review_cards.md.j2")
        return self.write().partition("\n---\n")[2]


def parts(context: SiteContext, page: Page) -> list[Part]:
    """Return a page in the order in which it is read, a part for each heading that has words below it."""
    writer = _MarkedWriter(context, page)
    tree = LexborHTMLParser(Markdown(extensions=EXTENSIONS).convert(writer.review()))
    for node in tree.css(LEFT_OUT):
        node.decompose()
    found, whom, term, reviewed = [Part(page.title, [])], "", "", True
    for node, text in _texts(tree.body) if tree.body else ():
        words = MARK.sub(lambda mark: writer.marks[int(mark[1])], " ".join(text.split()))
        if node.tag in HEADINGS:
            found.append(Part(whom + words, []))
            whom, reviewed = "", node.id not in FRAME and (reviewed or node.tag == "h2")
        elif not reviewed:
            continue
        elif "for" in (node.attributes.get("class") or "").split():
            soon = node.css_first("strong")  # how soon, and for whom a card is, stands above its heading
            whom = f"{soon.text()}. {words.removeprefix(soon.text()).strip()}: " if soon else f"{words}: "
        elif node.tag == "dt":
            term = f"{words}: "
        else:
            found[-1].rows.extend(_rows(node, term + words))
            term = ""
    return [part for part in found if part.rows]


def _rows(node: LexborNode, words: str) -> Iterator[Row]:
    """Yield the sentences of a block, a question with its answer.

    A row of a table, a fact, a line to tick, and a sign with its source are judged as a whole.
    """
    whole = node.tag in ("tr", "dd", "label") or node.css_first("small") is not None
    asked = ""
    for sentence in [words] if whole else split(words):
        said = f"{asked} {CITED.sub('', sentence)}".strip(" ;")
        asked = said if said.endswith("?") and not whole and not CITED.search(sentence) else ""
        if not asked and re.search(r"\w", said):
            yield Row(said, tuple(citations(sentence)))
    if asked:
        yield Row(asked, ())


def _texts(node: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """Yield the words of each block, in order, with the block they stand in: of a table, row by row."""
    if node.tag == "tr":
        if node.css_first("td"):
            yield node, "; ".join(_cell(cell) for cell in node.css("td") if cell.text().strip())
        return
    run = ""
    for child in node.iter(include_text=True):
        if child.tag in BLOCKS:
            if run.strip():
                yield node, run
            run = ""
            yield from _texts(child)
        else:
            run += _inline(child, first=not run.strip())
    if run.strip():
        yield node, run


def _inline(node: LexborNode, first: bool) -> str:
    """Return words within a block. Small ones say where it is from: a dash keeps them apart.

    Bold ones at its beginning are no sentence of their own: "Treatment. Radiotherapy eases …".
    """
    text = node.text() or ""
    if first and node.tag == "strong" and text.endswith("."):
        return f"{text[:-1]}:"
    return f" — {text.strip()}" if node.tag == "small" else " " if node.tag == "br" else text


def _cell(cell: LexborNode) -> str:
    words, label = cell.text().strip(), cell.attributes.get("data-label")
    return f"{label}: {words}" if label and MARK.sub("", words).strip() else words
