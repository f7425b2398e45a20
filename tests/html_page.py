"""A built HTML page → what a reader gets: title, headings, links, ids, text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    tag: str
    attrs: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attrs.get("class", "").split()

    def text(self) -> str:
        """The words inside, as a reader sees them."""
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)

    def find_all(self, tag: str = "", **attrs: str) -> list[Element]:
        """Every element inside with this tag and these attributes (`class_` means one of the classes)."""
        found, left = [], self.children[::-1]
        while left:
            child = left.pop()
            if isinstance(child, str):
                continue
            if (not tag or child.tag == tag) and all(
                value in child.classes if name == "class_" else child.attrs.get(name) == value
                for name, value in attrs.items()
            ):
                found.append(child)
            left += child.children[::-1]
        return found

    def without(self, *names: str) -> Element:
        """A copy that leaves out elements with one of these tags or classes."""
        copy = Element(self.tag, self.attrs)
        for child in self.children:
            if isinstance(child, str):
                copy.children.append(child)
            elif not set(names) & {child.tag, *child.classes}:
                copy.children.append(child.without(*names))
        return copy


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {})
        self.unclosed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {k: v or "" for k, v in attrs}, self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Element(tag, {k: v or "" for k, v in attrs}, self.here))

    def handle_endtag(self, tag: str) -> None:
        node = self.here
        while node and node.tag != tag:
            node = node.parent
        if node and node.parent:
            self.here = node.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def parse(path: Path) -> Element:
    """Return the root of the page in `path`."""
    parser = _Parser()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.root


def article(page: Element) -> Element:
    """The part of a page that is ours, without the theme round it."""
    return page.find_all("article")[0]


def address_of(path: str) -> str:
    """cancers/lung.md → cancers/lung/; index.md → the site itself."""
    return re.sub(r"(?:^|(?<=/))index\.md$", "", path) if path.endswith("index.md") else path.removesuffix(".md") + "/"


def entries(pages: dict[str, Element]) -> dict[str, Element]:
    """Every source on the pages of the list of all, by its id."""
    parts = [article(page) for where, page in pages.items() if where.startswith("references/")]
    return {
        li.attrs["id"]: li
        for part in parts
        for li in part.find_all("li")
        if not li.attrs.get("id", "source-").startswith("source-")
    }
