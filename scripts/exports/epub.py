"""A book → an EPUB 3: its pages as chapters, its contents, its drawings, one style; no scripts.

The same book gives the same bytes. What an EPUB holds is said in https://www.w3.org/TR/epub-33/.
"""

from __future__ import annotations

import time
import uuid
import zipfile
from collections.abc import Callable
from pathlib import Path
from posixpath import relpath

from markupsafe import Markup

from exports.book import Book
from exports.fill import TEMPLATES, fill
from exports.reading import direction_of, language_of, title_of
from exports.xhtml import whole, xhtml
from finish.page import Page

TYPE = "application/epub+zip"
CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def write_epub(book: Book, path: Path) -> None:
    """Write the EPUB of `book`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        second = time.gmtime(book.about.made.timestamp())[:6]
        # A reader knows a book by its first file, which must be stored as it is.
        for name, text in {"mimetype": TYPE, "META-INF/container.xml": CONTAINER, **files(book)}.items():
            entry = zipfile.ZipInfo(name, second)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, text, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED, 9)


def files(book: Book) -> dict[str, str]:
    """Return the files of the book by their names."""
    chapters = {
        name: xhtml(page, whole(page), links_from(file_of(name), book), book.strings_of(page))
        for name, page in book.pages.items()
    }
    known = {
        "book": book,
        "chapters": chapters,
        "identifier": uuid.uuid5(uuid.NAMESPACE_URL, book.about.repository).urn,
        "address_of": file_of,
        # What to do in an emergency stands before all else.
        "emergency": Markup(xhtml(book.home, [book.emergency], links_from("cover.xhtml", book), book.strings)),  # noqa: S704 -- ours
    }

    def page(name: str, title: str, text: str, of: Page = book.home) -> str:
        about = {"style": relpath("style.css", Path(name).parent.as_posix()), "title": title, "text": Markup(text)}  # noqa: S704 -- ours
        return fill("chapter.xhtml", language=language_of(of), direction=direction_of(of), **about)

    made = {
        "content.opf": fill("content.opf", **known),
        "nav.xhtml": page("nav.xhtml", book.strings.say("contents"), fill("nav.xhtml", **known)),
        "toc.ncx": fill("toc.ncx", **known),
        "style.css": (TEMPLATES / "epub.css").read_text(encoding="utf-8"),
        "cover.xhtml": page("cover.xhtml", book.title, fill("cover.xhtml", **known)),
        **{
            file_of(name): page(file_of(name), title_of(book.pages[name]), text, book.pages[name])
            for name, text in chapters.items()
        },
    }
    return {f"EPUB/{name}": text for name, text in made.items()}


def file_of(name: str) -> str:
    """Return the file of a page in the book: cancers/lung/index.html → text/cancers/lung.xhtml."""
    return f"text/{name.removesuffix('.html').removesuffix('/index')}.xhtml"


def links_from(here: str, book: Book) -> Callable[[str, str], str | None]:
    """Return what gives the address of a page of the site and a place on it, seen from the file `here` of the book."""

    def link(name: str, place: str) -> str | None:
        if name not in book.pages:
            return None
        other = file_of(name)
        way = "" if other == here and place else relpath(other, Path(here).parent.as_posix())
        return f"{way}#{place}" if place else way

    return link
