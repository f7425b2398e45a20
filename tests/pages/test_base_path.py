"""Under another name and path, as a fork's own address: one variable, and every link still leads where it should."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from test_site import broken_links

import mini
from conftest import ROOT, base_of, long, quick, serve
from html_page import Element, parse

ADDRESS = "https://example.org/some/path/"


@pytest.fixture(scope="module", params=["the small site", long("the real site")])
def forked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forked")
    project = ROOT if request.param == "the real site" else mini.project(folder / "project", built=True)
    done = quick("mkdocs", "build", "-d", str(folder / "site"), cwd=project, SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout
    return folder / "site"


@pytest.fixture(scope="module")
def its_pages(forked: Path) -> dict[str, Element]:
    return {p.relative_to(forked).as_posix().removesuffix("index.html"): parse(p) for p in forked.rglob("*.html")}


@pytest.fixture(scope="module")
def its_address(forked: Path) -> Iterator[str]:
    with serve(forked, base_of(forked)) as url:
        yield url


def test_every_link_holds_below_a_path(forked: Path, its_pages: dict[str, Element]) -> None:
    assert base_of(forked) == "/some/path/"
    assert broken_links(its_pages, forked) == []
    out = {**its_pages, "bad/": parse_text('<a href="/checklist/">x</a>', forked.parent)}
    assert broken_links(out, forked) == ["bad/: /checklist/ leaves the site"]


def parse_text(text: str, folder: Path) -> Element:
    (folder / "bad.html").write_text(text)
    return parse(folder / "bad.html")


def test_each_page_names_its_own_address(its_pages: dict[str, Element]) -> None:
    for where, page in its_pages.items():
        canonical = [link.attrs["href"] for link in page.find_all("link", rel="canonical")]
        assert canonical == ([ADDRESS + where] if where != "404.html" else []), where


def test_a_lost_reader_gets_a_whole_page_anywhere(page: Page, forked: Path, its_address: str) -> None:
    """Style, way home and search hold at an address that never was, however deep."""
    asked, found = ("weak legs", "signs/weak-legs/") if (forked / "signs").exists() else ("magnet", "tests/mri/")
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    answer = page.goto(f"{its_address}no/such/page/")
    assert answer
    assert answer.status == 404
    assert page.evaluate("getComputedStyle(document.querySelector('.emergency')).borderTopWidth") == "3px"
    page.keyboard.press("/")
    page.keyboard.type(asked)
    page.locator("li:not(.search-emergency) > .search-link").first.click()
    page.wait_for_url(f"{its_address}{found}**")
    page.goto(f"{its_address}no/such/page/")
    page.get_by_role("link", name="Check the signs").first.click()
    page.wait_for_url(f"{its_address}checklist/")
    assert wrong == []
