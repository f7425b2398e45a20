"""Texts within a line that can be read in one way only → their HTML at once, for Python-Markdown is slow to see that.

It tries each of its patterns on each bit of text, and makes an element of each mark. Here one pattern finds all marks
of a text, and their HTML is put aside as Markdown puts aside raw HTML. A text with anything else in it is left to it.
Drawings and lists of sources, which are a half of all that pages hold, are put aside whole.
"""

from __future__ import annotations

import re
from html import escape
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# What may begin a mark, or end one, or be Markdown's own for what it has put aside.
SIGNS = r"*_`\\\[\]<\2\3"
SIGN, ENTITY = re.compile(f"[{SIGNS}]"), re.compile(r"&[#\w]+;")
WORDS = rf"(?!\s)(?:[^{SIGNS}!&\n]|&(?![#\w]+;))+(?<!\s)"
SIDE = r"[^\s()<>\"'`\\\[\];\2\3]"  # of an address, within its brackets
# Bold, italic, links, numbers of sources, and tags within a line: as templates and editors write them.
MARK = re.compile(
    rf"(?<![^\s(])\*\*(?P<strong>{WORDS})\*\*(?=[\s.,;:)]|$)"
    rf"|(?<![^\s(])\*(?P<em>{WORDS})\*(?=[\s.,;:)]|$)"
    rf"|(?<!!)\[(?P<label>{WORDS})\]\((?P<href>(?:{SIDE}|\({SIDE}*\))+)\)"
    r'|<sup class="cite">\[(?P<numbers>[\d–, ]+)\]\((?P<source>#source-\d+)\)</sup>'
    rf'|(?P<html></?(?:a|input|label|small|span|strong)(?: [a-z-]+="[^"{SIGNS}>@&]*")*>)'
)
ELSEWHERE = re.compile(r"https?://\w")
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}  # whose words the menu beside the page shows too
# Both stand between empty lines, as templates write them, and hold none.
DRAWING = re.compile(r'^<div class="drawing" aria-hidden="true">(?:.|\n(?!\n))*</div>(?=\n\n)', re.MULTILINE)
LIST = re.compile(
    r'(?<=\n\n)<ol class="sources" markdown="1">\n((?:<li id="[\w-]+" markdown="span">.*</li>\n)+)</ol>(?=\n\n)'
)
ITEM = re.compile(r'<li id="(.*?)" markdown="span">(.*)</li>\n')


class PlainLines(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Markdown's name
        md.preprocessors.register(_Drawings(md), "drawings", 22)  # before the engine looks for ids, and there are none
        md.preprocessors.register(_Lists(md), "lists", 20.5)  # when it has found them
        md.treeprocessors.register(_Texts(md), "plain_lines", 20.5)  # right before Markdown's own


class _Drawings(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return DRAWING.sub(lambda one: self.md.htmlStash.store(one[0]), text).split("\n")


class _Lists(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return LIST.sub(self._put_aside, "\n".join(lines)).split("\n")

    def _put_aside(self, found: re.Match[str]) -> str:
        items = [(name, marks_in(text), text) for name, text in ITEM.findall(found[1])]
        if any(marks is None or any(map(is_ours, marks)) for _, marks, _ in items):
            return found[0]
        lines = [f'<li id="{name}">{html_of(text, marks or [])}</li>' for name, marks, text in items]
        return self.md.htmlStash.store("\n".join(['<ol class="sources">', *lines, "</ol>"]))


class _Texts(Treeprocessor):
    def run(self, root: Element) -> None:
        if self.md.references:  # brackets may be links to these
            return
        for element in [*root.iter()]:
            if element.text and not isinstance(element.text, AtomicString) and element.tag not in HEADINGS:
                self._read(element, element.text)

    def _read(self, element: Element, text: str) -> None:
        """Fill an element with what its text means: our own links as elements, for the engine must see them."""
        marks = marks_in(text)
        if marks is None:
            return
        links: list[Element] = []
        start, some = 0, []
        for mark in marks:
            if not is_ours(mark):
                some.append(mark)
                continue
            self._add(text, start, mark.start(), some, element, links)
            links.append(Element("a", href=mark["href"]))
            links[-1].text = AtomicString(mark["label"])
            start, some = mark.end(), []
        self._add(text, start, len(text), some, element, links)
        for at, link in enumerate(links):
            element.insert(at, link)

    def _add(
        self, text: str, start: int, end: int, marks: list[re.Match[str]], element: Element, links: list[Element]
    ) -> None:
        words, at = "", start
        for mark in marks:
            words += text[at : mark.start()] + self.md.htmlStash.store(_html(mark))
            at = mark.end()
        words += text[at:end]
        if links:
            links[-1].tail = AtomicString(words)
        else:
            element.text = AtomicString(words)


def marks_in(text: str) -> list[re.Match[str]] | None:
    """Return the marks in a text in order, or None if it may hold anything else that means something to Markdown."""
    if "  \n" in text or ("&" in text and ENTITY.search(text)):
        return None
    marks: list[re.Match[str]] = []
    sign = SIGN.search(text)
    while sign:
        mark = MARK.match(text, sign.start())
        if not mark or (text.startswith("{", mark.end()) and not is_ours(mark)):  # what is said there is of the mark
            return None
        marks.append(mark)
        sign = SIGN.search(text, mark.end())
    return marks


def html_of(text: str, marks: list[re.Match[str]]) -> str:
    """Return the HTML of a text with these marks in it."""
    parts, start = [], 0
    for mark in marks:
        parts += [escape(text[start : mark.start()], quote=False), _html(mark)]
        start = mark.end()
    return "".join([*parts, escape(text[start:], quote=False)])


def _html(mark: re.Match[str]) -> str:
    if mark["source"]:
        return f'<sup class="cite"><a href="{mark["source"]}">{mark["numbers"]}</a></sup>'
    if mark["href"]:
        return f'<a href="{escape(mark["href"])}">{escape(mark["label"], quote=False)}</a>'
    if mark["html"]:
        return mark["html"]
    tag = "strong" if mark["strong"] else "em"
    return f"<{tag}>{escape(mark[tag], quote=False)}</{tag}>"


def is_ours(mark: re.Match[str]) -> bool:
    """Say whether a mark is a link within the site."""
    return bool(mark["href"]) and not ELSEWHERE.match(mark["href"])
