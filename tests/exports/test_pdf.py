"""The PDFs: what is printed, looked at in seconds; all of them read back with pikepdf in `make test-long`."""

from __future__ import annotations

import dataclasses
import io
import os
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import browser as browsers
from conftest import EPOCH, ROOT, run, stop
from exports.book import Book
from exports.booklet import booklet, key_of
from exports.pdf import BOOKLET, COMMON, PAPERS, handouts, pdf_name, print_all, settled, stand_by_themselves
from exports.reading import title_of
from faults import FaultError
from finish.page import Page, parse
from guide.content.site import Site

# Where a link of a PDF may lead: to other sites, to a number, to a named place. Not to where the browser took it from.
OUT = re.compile(r"https?:(?!//site\.invalid)|tel:|/")
SIZES = {"A4": (595, 842), "Letter": (612, 792)}
LEAFLET, HANDOUT = "checklist/index.html", "cancers/lung/index.html"


def html(text: str) -> Page:
    return parse(text, Path("x.html"), "x.html")


def printed(book: Book, built: Path, paths: dict[str, str | None]) -> dict[str, dict[str, bytes]]:
    """Print a book in a thread of its own: this one drives browsers for other tests."""
    chromium = paths["chromium"] or stop(browsers.advice("chromium"))
    with ThreadPoolExecutor() as other:
        return other.submit(print_all, book, built, chromium).result()


@pytest.fixture(scope="module")
def two(book: Book, built: Path, paths: dict[str, str | None]) -> dict[str, dict[str, bytes]]:
    """A leaflet and a handout on both papers, and a booklet of the two."""
    few = {name: book.pages[name] for name in ("index.html", LEAFLET, HANDOUT)}
    return printed(dataclasses.replace(book, pages=few), built, paths)


def elements(node: Any, above: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield the elements of a structure tree: what it is in, what it is, itself."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from elements(one, above)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        kind = str(node.S)
        yield above, kind, node
        yield from elements(node.get("/K"), kind)


def type_sizes(pages: Iterable[pikepdf.Page]) -> Counter[float]:
    """Return the sizes of type in points → how many times something is written so."""
    sizes: Counter[float] = Counter()
    for page in pages:
        stack: list[float] = []
        scale, size = 1.0, 0.0
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "q":
                    stack.append(scale)
                case "Q":
                    scale = stack.pop()
                case "cm":
                    scale *= abs(float(operands[3]))
                case "Tf":
                    size = float(operands[1])
                case "Tj" | "TJ":
                    sizes[round(size * scale, 1)] += 1
    return sizes


def problems(data: bytes, paper: str, title: str) -> list[str]:
    """Return what keeps a PDF from being read aloud, or from being printed on `paper`."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root = pdf.Root
        found += [] if root.get("/MarkInfo", {}).get("/Marked", False) else ["not marked"]
        found += [] if str(root.get("/Lang", "")).startswith("en") else ["no language"]
        found += [] if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False) else ["shows no title"]
        found += [] if title in str(pdf.docinfo.get("/Title", "")) else ["no title"]
        tree = [*elements(root.get("/StructTreeRoot", {}).get("/K"))]
        kinds = {kind for _, kind, _ in tree}
        found += [f"no {kind}" for kind in ("/Document", "/P") if kind not in kinds]
        found += ["no heading"] if not kinds & {"/H1", "/H2"} else []
        found += [
            "a figure without words" for _, kind, one in tree if kind == "/Figure" and not str(one.get("/Alt", ""))
        ]
        found += [f"{kind} in {above}" for above, kind, _ in tree if kind == "/LI" and above != "/L"]
        links = [link for page in pdf.pages for link in page.get("/Annots", []) if str(link.Subtype) == "/Link"]
        found += ["a link outside the structure" for link in links if "/StructParent" not in link]
        found += [
            f"leads to {uri}"
            for uri in map(address, links)
            if not re.match(r"(https?:(?!//site\.invalid)|tel:|/)", uri)
        ]
        edges = ([float(edge) for edge in page.mediabox] for page in pdf.pages)
        boxes = {(round(right - left), round(top - bottom)) for left, bottom, right, top in edges}
        wrong = [size for size in boxes if any(abs(a - b) > 1.5 for a, b in zip(size, SIZES[paper], strict=True))]
        found += [f"paper of {size}" for size in wrong]
        for page in pdf.pages:
            for font in (page.Resources.get("/Font") or {}).values():
                inside = font.get("/DescendantFonts", [font])[0].get("/FontDescriptor", {})
                kept = {"/FontFile", "/FontFile2", "/FontFile3"} & {*inside.keys()} or str(font.Subtype) == "/Type3"
                found += [] if kept else [f"font {font.get('/BaseFont')} is not in it"]
                found += [] if "/ToUnicode" in font else [f"font {font.get('/BaseFont')} can't be read"]
    return found


def address(link: Any) -> str:
    return (
        str(link.A.URI) if "/A" in link and "/URI" in link.A else str(link.get("/Dest", link.get("/A", {}).get("/D")))
    )


def test_what_is_printed_works_from_a_file(book: Book) -> None:
    """No script, no policy, no link that only the site knows, words for each figure, at the foot how old it is."""
    pages = handouts(book)
    assert pages.keys() == book.pages.keys()
    for name, text in pages.items():
        page = html(text)
        assert not page.all("script, meta[http-equiv]"), name
        ids = {one.attributes["id"] for one in page.all("[id]")}
        for link in page.all("article a[href]"):
            way = link.attributes["href"] or ""
            assert re.match(r"https?:|tel:", way) or way.removeprefix("#") in ids | {""}, f"{name}: {way}"
        for figure in page.all("article figure"):
            assert figure.attributes.get("aria-label") or figure.attributes.get("aria-labelledby"), name
        [says] = re.findall(r':root\{--sheet-says:(".*?")\}@page', text)
        assert book.about.version in says
        assert "Last checked" in says, name
        assert "Out of date after" in says, name
    assert {*stand_by_themselves(book)} == {
        "card/index.html", LEAFLET, "had-cancer/index.html", "children/index.html", "bones-immune/index.html"
    }  # fmt: skip


def test_the_booklet_holds_every_page_and_every_link_leads_into_it(book: Book) -> None:
    page = html(booklet(book))
    every = Counter(one.attributes["id"] for one in page.all("[id]"))
    assert max(every.values()) == 1
    assert [one.attributes["id"] for one in page.all("section.page")] == [*map(key_of, book.pages)]
    inside = [link.attributes["href"] for link in page.all("a[href^='#']")]
    assert len(inside) > 10_000
    assert {*inside} - {f"#{name}" for name in every} == set()
    assert not page.all("a[href^='.'], script, details, form")
    assert len(page.all("figure[aria-label], figure[aria-labelledby]")) == len(page.all("figure")) > 40
    first = page.all("body > section")[0]
    assert first.css(".emergency a[href='tel:999']")
    assert (first.html or "").index("emergency") < (first.html or "").index("<h1")


def test_a_leaflet_and_a_handout_are_tagged(two: dict[str, dict[str, bytes]], book: Book) -> None:
    for paper in PAPERS:
        for name in (LEAFLET, HANDOUT):
            assert problems(two[paper][name], paper, title_of(book.pages[name])) == []
        with pikepdf.open(io.BytesIO(two[paper][LEAFLET])) as pdf:
            assert len(pdf.pages) == 2
            assert min(type_sizes(pdf.pages)) >= 8.9  # the foot; test_paper looks at the leaflet itself
        with pikepdf.open(io.BytesIO(two[paper][HANDOUT])) as pdf:
            kinds = Counter(kind for _, kind, _ in elements(pdf.Root.StructTreeRoot.K))
            assert kinds["/H1"] == 1
            assert min(kinds[kind] for kind in ("/H2", "/L", "/Table", "/TH", "/Figure", "/Link")) > 0
            assert pdf.Root.Outlines.Count != 0
            assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"])
    assert problems(two["A4"][LEAFLET], "Letter", "no such title")[0] == "no title"
    assert "paper of (595, 842)" in problems(two["A4"][LEAFLET], "Letter", "")


def test_a_page_has_one_number_on_both_papers(two: dict[str, dict[str, bytes]]) -> None:
    """What runs over many sheets is laid out once: the same words on the same sheet, in the middle of either paper."""
    for name in (HANDOUT, BOOKLET):
        with pikepdf.open(io.BytesIO(two["A4"][name])) as one, pikepdf.open(io.BytesIO(two["Letter"][name])) as other:
            assert len(one.pages) == len(other.pages) > 2
            for page, again in zip(one.pages, other.pages, strict=True):
                assert page.Contents.read_bytes() == again.Contents.read_bytes()
                for box in (page.mediabox, again.mediabox):
                    middle = [float(box[0] + box[2]) / 2, float(box[1] + box[3]) / 2]
                    assert middle == pytest.approx([COMMON[0] / 2 / 25.4 * 72, COMMON[1] / 2 / 25.4 * 72], abs=1)


def test_the_same_pages_give_the_same_pdfs(
    two: dict[str, dict[str, bytes]], book: Book, built: Path, paths: dict[str, str | None]
) -> None:
    few = {name: book.pages[name] for name in ("index.html", LEAFLET)}
    again = printed(dataclasses.replace(book, pages=few), built, paths)
    assert again["A4"][LEAFLET] == two["A4"][LEAFLET]


def test_a_pdf_without_structure_is_refused(book: Book) -> None:
    plain = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(plain)
    with pytest.raises(FaultError, match="prints without structure — take a newer one"):
        settled(plain.getvalue(), book, COMMON)


@pytest.fixture(scope="module")
def released(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `make release` makes of the site, or what RELEASED names."""
    if "RELEASED" in os.environ:
        return ROOT / os.environ["RELEASED"]
    out = tmp_path_factory.mktemp("release") / "out"
    done = run("python", "scripts/release.py", str(built), str(out), seconds=1800, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stdout
    return out


@pytest.mark.long
@pytest.mark.parametrize("paper", PAPERS)
def test_all_pdfs_of_a_release(paper: str, released: Path, book: Book, site: Site) -> None:
    """A handout of each page, leaflets of one sheet, cards on one side, and the booklet with its links."""
    stem, end = f"back-pain-and-cancer-{site.settings.version}", paper.lower()
    for name in (*site.leaflets.leaflets, "card"):
        with pikepdf.open(released / f"{stem}-{name}-{end}.pdf") as pdf:
            assert len(pdf.pages) == (1 if name == "card" else 2), "one sheet"
    titles = {pdf_name(name): title_of(page) for name, page in book.pages.items()}
    with zipfile.ZipFile(released / f"{stem}-handouts-{end}.zip") as packed:
        names = {name.partition("/")[2]: name for name in packed.namelist()}
        assert names.keys() == titles.keys()
        wrong = {n: found for n, whole in names.items() if (found := problems(packed.read(whole), paper, titles[n]))}
        assert wrong == {}
    assert problems((released / f"{stem}-{BOOKLET}-{end}.pdf").read_bytes(), paper, book.title) == []
    with pikepdf.open(released / f"{stem}-{BOOKLET}-{end}.pdf") as pdf:
        kinds = Counter(kind for _, kind, _ in elements(pdf.Root.StructTreeRoot.K))
        assert kinds["/H1"] == len(book.pages) + 2
        assert kinds["/Link"] > 15_000
        sizes = type_sizes([*pdf.pages][::7])
        assert min(sizes) > 6, "the numbers of sources in small print are smallest"
        assert {9.5, 10.5, 14, 19} <= {*sizes}, "nothing wide made the browser shrink it"
