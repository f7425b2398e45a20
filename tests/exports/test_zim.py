"""The ZIM: what it holds, read back by libzim; `make test-long` opens it in kiwix-serve and a browser."""

from __future__ import annotations

import base64
import contextlib
import posixpath
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit
from urllib.request import urlopen

import pytest
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.suggestion import SuggestionSearcher
from playwright.sync_api import Browser

from conftest import ROOT, reader
from exports.book import Book
from exports.reading import title_of
from exports.zim import DESCRIPTION, ICON, LEAVE_OUT, LONG_DESCRIPTION, TAKE_IN, TITLE, write_zim

# Words of https://wiki.openzim.org/wiki/Metadata: what must be there, and how long it may be.
MANDATORY = {"Name", "Title", "Creator", "Publisher", "Date", "Description", "Language", "Illustration_48x48@1"}


@pytest.fixture(scope="module")
def path(book: Book, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("zim") / "back-pain.zim"
    write_zim(book, built, path)
    return path


@pytest.fixture(scope="module")
def archive(path: Path) -> Archive:
    return Archive(path)


def found(archive: Archive, asked: str) -> list[str]:
    search = Searcher(archive).search(Query().set_query(asked))
    return list(search.getResults(0, search.getEstimatedMatches()))


def text_of(archive: Archive, name: str) -> str:
    return bytes(archive.get_entry_by_path(name).get_item().content).decode()


def test_a_shelf_can_show_it(archive: Archive, book: Book) -> None:
    told = {key: archive.get_metadata(key) for key in archive.metadata_keys}
    assert told.keys() >= MANDATORY
    assert told["Language"] == b"eng"
    assert told["Title"].decode() == book.title
    for name, limit in (("Title", TITLE), ("Description", DESCRIPTION), ("LongDescription", LONG_DESCRIPTION)):
        assert 0 < len(told[name].decode()) <= limit
    assert re.fullmatch(rb"\d{4}-\d\d-\d\d", told["Date"])
    assert told["Illustration_48x48@1"].startswith(b"\x89PNG")
    assert told["Illustration_48x48@1"][16:24] == (48).to_bytes(4, "big") * 2


def test_it_opens_at_the_first_page_and_folders_lead_to_pages(archive: Archive, book: Book) -> None:
    assert archive.main_entry.get_item().path == "index.html"
    for name, page in book.pages.items():
        assert archive.get_entry_by_path(name).title == title_of(page)
        folder = name.removesuffix("index.html")
        for other in {folder, folder.rstrip("/")} - {""}:
            assert archive.get_entry_by_path(other).is_redirect
            assert archive.get_entry_by_path(other).get_item().path == name


@pytest.mark.parametrize("asked", ["back pain", "ill", "need help", "not ill", "numb between my legs"])
def test_the_search_finds_what_people_ask(asked: str, archive: Archive) -> None:
    assert len(found(archive, asked)) >= 5


def test_the_search_knows_a_page_by_what_is_its_own(archive: Archive) -> None:
    """The menu names "Worry" on every page, and the box says "clumsy"."""
    assert found(archive, "lung")[0] == "cancers/lung/index.html"
    for asked in ("worry", "clumsy", "accessibility"):
        assert 0 < len(found(archive, asked)) < 150, asked
    titles = SuggestionSearcher(archive).suggest("saddle numb").getResults(0, 3)
    assert [*titles] == [] or "signs/saddle-numbness/index.html" in titles
    assert "cancers/lung/index.html" in SuggestionSearcher(archive).suggest("lung").getResults(0, 3)


def test_words_that_stand_side_by_side_in_a_drawing_are_found(archive: Archive, book: Book) -> None:
    """Between the labels of a drawing there is no white space."""
    seen = 0
    for name, page in book.pages.items():
        labels = {word for one in page.all("article svg text") for word in re.findall("[a-z]{3,}", one.text().lower())}
        for label in labels if not page.all("article svg[hidden], article [hidden] svg") else ():
            assert name in found(archive, label), f"{name}: {label}"
            seen += 1
    assert seen > 100


def test_every_page_is_whole_and_every_link_leads_somewhere(archive: Archive, book: Book, built: Path) -> None:
    """zimcheck names one lost link of a page at most."""
    seen = 0
    for name in book.pages:
        text = text_of(archive, name)
        assert "Content-Security-Policy" not in text
        assert text.count(LEAVE_OUT) == text.count(TAKE_IN) > 2
        plain = text.replace(LEAVE_OUT, "").replace(TAKE_IN, "")
        assert len(plain) > 0.95 * len((built / name).read_text("utf-8")) - 1000
        for address in re.findall(r'(?:href|src|data-index|data-library|data-program)="([^"]*)"', text):
            way = urldefrag(unquote(address))[0]
            if way and not urlsplit(way).scheme and "data-" not in way and not re.search(r"\s", way):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), way))
                if "." in target.rpartition("/")[2]:
                    seen += 1
                    assert archive.has_entry_by_path(target), f"{name}: {address}"
    assert seen > 10_000


def test_the_illustration_is_the_icon(browser: Browser) -> None:
    """Drawn anew from docs/assets/icon.svg, it looks as it is kept. Changed the icon? Keep what this draws."""
    page = browser.new_page(viewport={"width": 48, "height": 48})
    svg = (ROOT / "docs/assets/icon.svg").read_text("utf-8")
    page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:48px;height:48px}}</style>{svg}")
    differ = """async ([kept, drawn]) => {
      const [one, other] = await Promise.all([kept, drawn].map(async (png) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
        const context = new OffscreenCanvas(48, 48).getContext("2d");
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, 48, 48).data;
      }));
      return one.filter((value, place) => Math.abs(value - other[place]) > 32).length;
    }"""
    drawn = base64.b64encode(page.screenshot(omit_background=True)).decode()
    kept = base64.b64encode(ICON.read_bytes()).decode()
    blank = browser.new_page(viewport={"width": 48, "height": 48}).screenshot()
    assert page.evaluate(differ, [kept, drawn]) < 50
    assert page.evaluate(differ, [kept, base64.b64encode(blank).decode()]) > 500
    page.close()


@contextlib.contextmanager
def kiwix(path: Path) -> Iterator[str]:
    """Serve a ZIM as a library does; yields the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [reader("kiwix-serve"), "--address", "127.0.0.1", "--port", str(port), str(path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(100):
                with contextlib.suppress(OSError), urlopen(f"http://127.0.0.1:{port}/", timeout=2):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.mark.long
def test_kiwix_shows_it_and_its_own_bar_works(path: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with kiwix(path) as address:
        page.goto(f"{address}/{path.stem}/")
        page.wait_for_url("**/index.html")
        assert page.locator(".emergency a[href='tel:999']").is_visible()
        page.get_by_role("link", name="I never had cancer").click()
        page.wait_for_url("**/checklist/index.html")
        page.locator(".card.now input").first.check()
        assert page.locator(".list .ticked li").count() == 1
        page.goto(f"{address}/{path.stem}/cancers/lung/")
        page.wait_for_url("**/cancers/lung/index.html")
        for words in ("back pain", "need help", "ill"):
            page.locator("#kiwixsearchbox").fill(words)
            page.keyboard.press("Enter")
            page.wait_for_url("**/search?*")
            assert page.locator(".results li").count() > 4, words
            page.go_back()
        page.locator("#kiwixsearchbox").fill("fever")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?*")
        page.locator(".results a").first.click()
        page.wait_for_url("**/signs/fever/index.html")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert {urlsplit(url).netloc for url in asked if url.startswith("http")} == {urlsplit(address).netloc}
    assert wrong == []
    assert len(asked) > 10
    context.close()
