"""What a release holds of a translation: its pages are in every format, and none takes another's place."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from libzim.reader import Archive
from test_book import ABOUT

import pseudo
from conftest import run
from exports.book import Book, read_book
from exports.booklet import booklet, key_of
from exports.disk import for_disk
from exports.epub import file_of, write_epub
from exports.pdf import handouts, pdf_file, stand_by_themselves
from exports.reading import language_of
from exports.zim import write_zim
from finish.page import parse
from guide.content.load import load
from guide.content.strings import Strings

XHTML = "{http://www.w3.org/1999/xhtml}"
LOOKS = {"en": "ltr", pseudo.PLOC.tag: "ltr", pseudo.PLOCM.tag: "rtl"}


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site in three languages, built."""
    root = pseudo.speaking(tmp_path_factory.mktemp("spoken"))
    done = run("mkdocs", "build", cwd=root)
    assert done.returncode == 0, done.stdout
    return root / "site"


@pytest.fixture(scope="module")
def strings(spoken: Path) -> dict[str, Strings]:
    """What the code says in each language."""
    site, _ = load(spoken.parent)
    return {one.tag: one for one in (site.strings, *(language.strings for language in site.languages.values()))}


@pytest.fixture(scope="module")
def translated(spoken: Path, strings: dict[str, Strings]) -> Book:
    return read_book(spoken, dataclasses.replace(ABOUT, strings=strings))


def test_pages_of_a_language_stand_together_under_its_name(translated: Book) -> None:
    [*ours, left, right] = translated.contents
    assert not any(entry.language for entry in ours)
    for entry, language in ((left, pseudo.PLOC), (right, pseudo.PLOCM)):
        assert entry.title == pseudo.said("Pseudo", language)
        assert (entry.language, entry.direction) == (language.tag, LOOKS[language.tag])
        wanted = [f"{language.tag}/{name}" for one in ours for name in one.names()]
        assert [*entry.names()] == [name for name in wanted if name in translated.pages]
        assert len([*entry.names()]) == 4
    assert {name for entry in translated.contents for name in entry.names()} == {*translated.pages}


def test_the_epub_says_in_which_language_each_chapter_is(
    translated: Book, strings: dict[str, Strings], tmp_path: Path
) -> None:
    write_epub(translated, tmp_path / "book.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as packed:
        about = packed.read("EPUB/content.opf").decode()
        assert [f"<dc:language>{tag}</dc:language>" in about for tag in LOOKS] == [True] * 3
        for name, page in translated.pages.items():
            chapter = Xml.fromstring(packed.read(f"EPUB/{file_of(name)}"))  # noqa: S314 -- our own
            tag = language_of(page)
            assert (chapter.get("lang"), chapter.get("dir")) == (tag, LOOKS[tag])
            [due] = [one for one in chapter.iter(f"{XHTML}p") if one.get("class") == "due"]
            day = dt.date.fromisoformat(page.all("[data-due]")[0].attributes["data-due"])
            assert due.text == strings[tag].say("look_for_newer", day=strings[tag].day(day))
            assert due.get("lang") is None
        contents = Xml.fromstring(packed.read("EPUB/nav.xhtml"))  # noqa: S314 -- our own
        assert [(one.get("lang"), one.get("dir")) for one in contents.iter(f"{XHTML}li") if one.get("lang")] == [
            (tag, look) for tag, look in LOOKS.items() if tag != "en"
        ]


def test_zip_and_zim_hold_every_page(translated: Book, spoken: Path, tmp_path: Path) -> None:
    write_zim(translated, spoken, tmp_path / "site.zim")
    archive = Archive(tmp_path / "site.zim")
    assert archive.get_metadata("Language") == b"eng,qps"
    disk = for_disk(spoken)
    for name in translated.pages:
        assert archive.has_entry_by_path(name)
        assert name in disk


def test_handouts_and_booklet_keep_the_language_and_no_leaflet_takes_anothers_place(
    translated: Book, strings: dict[str, Strings]
) -> None:
    for name, text in handouts(translated).items():
        page = parse(text, Path("x.html"), name)
        tag = language_of(page)
        assert page.all("body")[0].attributes["dir"] == LOOKS[tag]
        [foot] = re.findall(r":root\{--sheet-says:(\".*?\")\}@page", text)
        day = dt.date.fromisoformat(page.all("[data-due]")[0].attributes["data-due"])
        assert strings[tag].say("out_of_date_after", day=strings[tag].day(day)) in json.loads(foot)
    whole = parse(booklet(translated), Path("x.html"), "x.html")
    for name, page in translated.pages.items():
        [chapter] = whole.all(f"section[id='{key_of(name)}']")
        tag = language_of(page)
        assert (chapter.attributes.get("lang", "en"), chapter.attributes.get("dir", "ltr")) == (tag, LOOKS[tag])
    files = [pdf_file(name) for name in stand_by_themselves(translated)]
    assert {"checklist.pdf", "qps-ploc-checklist.pdf", "qps-plocm-checklist.pdf"} <= {*files}
    assert len(files) == len({*files})
