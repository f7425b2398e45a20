"""A book → one HTML file with all its pages, to be printed: as in the EPUB nothing is folded, all sources are there."""

from __future__ import annotations

import json
from pathlib import Path

from markupsafe import Markup

from exports.book import Book
from exports.fill import TEMPLATES, fill
from exports.reading import direction_of, label_figures, language_of
from exports.xhtml import whole, xhtml
from finish.page import parse


def booklet(book: Book) -> str:
    """Return the HTML. The ids of each page have its key before them, and links lead to places in the same file."""

    def address_of(name: str) -> str:
        return f"#{key_of(name)}"

    def link(name: str, place: str) -> str | None:
        end = f"-{place}" if place else ""
        return address_of(name) + end if name in book.pages else None

    chapters = {
        name: Markup(xhtml(page, whole(page), link, book.strings_of(page), f"{key_of(name)}-"))  # noqa: S704
        for name, page in book.pages.items()
    }
    style = "".join((TEMPLATES / name).read_text("utf-8") for name in ("epub.css", "booklet.css"))
    says = json.dumps(f"{book.title} {book.about.version}, {book.day}", ensure_ascii=False)
    foot = f":root {{ --foot: {says} }}"
    filled = fill(
        "booklet.html",
        book=book,
        chapters=chapters,
        others={name: page for name, page in book.pages.items() if language_of(page) != book.language},
        language_of=language_of,
        direction_of=direction_of,
        key_of=key_of,
        address_of=address_of,
        emergency=Markup(xhtml(book.home, [book.emergency], link, book.strings, "first-")),  # noqa: S704 -- written by xhtml()
        style=Markup(foot + style),  # noqa: S704 -- our own files, and a title in a string
    )
    page = parse(filled, Path("booklet.html"), "booklet.html")
    label_figures(page)
    return page.tree.html or ""


def key_of(name: str) -> str:
    """Return what stands for a page in ids: cancers/lung/index.html → cancers--lung."""
    return name.removesuffix(".html").removesuffix("/index").replace("/", "--")
