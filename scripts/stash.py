"""Markdown → the same with all that can be read in one way only put aside as HTML, as Markdown puts aside raw HTML.

Python-Markdown takes a text apart line by line, block by block and mark by mark. It is left with the headings, which a
menu needs, and with what may mean something else than it seems to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape
from itertools import groupby
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plain_blocks import DRAWING, UnclearError, pieces_of
from plain_lines import OURS

ODD = ("\t", "\r", "\2", "\3", " \n")  # what may be written otherwise before a text is read
FENCES = ("```", "~~~")  # of code, in which nothing means what it seems to
SIGN = re.compile(r"[`*_\\\[<&]|  \n")
ID = re.compile(r'<(?:[a-z]\w* (?:[^<>]*? )?id|a (?:[^<>]*? )?name)="([^"]*)"')


class Stash(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Markdown's name
        ids = Element("p")
        # Before all others, as each of them looks through all that is there.
        md.preprocessors.register(_Blocks(md, ids, md.preprocessors["normalize_whitespace"]), "plain_blocks", 30)
        md.preprocessors.deregister("normalize_whitespace")
        md.treeprocessors.register(_Texts(md), "plain_texts", 20.5)  # right before Markdown's own
        md.treeprocessors.register(_Ids(ids), "show_ids", 5.5)  # right before headings are named
        md.treeprocessors.register(_Ids(ids), "hide_ids", 4.5)


class _Texts(Treeprocessor):
    """Keeps Markdown's patterns from what none of them can find anything in."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not SIGN.search(element.text):
                element.text = AtomicString(element.text)


class _Blocks(Preprocessor):
    def __init__(self, md: Markdown, ids: Element, normalize: Preprocessor) -> None:
        super().__init__(md)
        self.ids, self.normalize = ids, normalize
        self.way: Callable[[str], str] = str  # what the engine makes of a link within the site, as HTML

    def run(self, lines: list[str]) -> list[str]:
        way = next((one.path_to_url for one in self.md.treeprocessors if hasattr(one, "path_to_url")), str)
        self.way = cache(lambda link: escape(way(link)))
        text = "\n".join(lines) + "\n\n"
        if any(sign in text for sign in ODD):
            text = "\n".join(self.normalize.run(lines))
        if any(fence in text for fence in FENCES):
            return text.split("\n")
        try:
            pieces = pieces_of(text)
        except UnclearError:
            return DRAWING.sub(lambda one: self.md.htmlStash.store(one[0]), text).split("\n")
        found: list[str] = []
        for plain, some in groupby(pieces, key=lambda piece: piece.html is not None):
            texts = [piece.html or piece.text for piece in some]
            found += [self._put_aside("\n".join(texts))] if plain else texts
        return [*"\n\n".join(found).split("\n"), "", ""]

    def _put_aside(self, html: str) -> str:
        self.ids.extend([Element("a", id=one) for one in ID.findall(html)])
        return self.md.htmlStash.store(OURS.sub(lambda link: self.way(link[1]), html))


class _Ids(Treeprocessor):
    """Shows the ids of what is put aside to those who look for ids in the tree, or hides them again."""

    def __init__(self, ids: Element) -> None:
        self.ids = ids

    def run(self, root: Element) -> None:
        (root.remove if self.ids in root else root.append)(self.ids)
