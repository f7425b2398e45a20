"""What a page asks for is small, and what was left out of it is not missed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin

import material
import pytest
import zensical
from playwright.sync_api import Browser, Page

from conftest import ROOT
from html_page import Element

KINDS = [
    "",
    "checklist/",
    "had-cancer/",
    "numbers/",
    "card/",
    "cancers/lung/",
    "signs/weak-legs/",
    "cancers/",
    "source-article/",
    "scan-words/",
    "404.html",
]
# A first visit on a weak signal: the page with its style, scripts and icon, packed as a server packs them.
BUDGET = 60 * 1024
STYLE_BUDGET = 12 * 1024
OURS = sorted(path.name for path in (ROOT / "docs/assets").glob("*.css"))


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


LEAFLETS = ["checklist/", "had-cancer/", "children/", "bones-immune/"]
FIRST_VISITS = ["", *LEAFLETS, "cancers/lung/", "signs/weak-legs/", "cancers/", "how-likely/", "numbers/"]


@pytest.mark.parametrize("where", FIRST_VISITS)
def test_a_first_visit_is_small(where: str, pages: dict[str, Element], built: Path) -> None:
    page = pages[where]
    asked = [e.attrs["src"] for e in page.find_all("script") if "src" in e.attrs]
    asked += [e.attrs["href"] for e in page.find_all("link") if e.attrs.get("rel") in ("stylesheet", "icon")]
    assert len(asked) <= 4
    files = [built / where / "index.html", *(built / urljoin("/" + where, link).lstrip("/") for link in asked)]
    total = sum(map(packed, files))
    print(f"{where or 'home'}: {total / 1024:.1f} KiB in {len(files)} files")
    assert total <= BUDGET


def test_our_own_style_is_small() -> None:
    assert sum(map(packed, (ROOT / "docs/assets").glob("*.css"))) <= STYLE_BUDGET


def test_the_theme_leaves_nothing_behind(built: Path) -> None:
    left = {
        path.name for path in built.rglob("*") if re.search(r"bundle|search_index|worker|\.map$|^main\.", path.name)
    }
    assert left == set()


def theme_style(engine: str) -> str:
    theme = zensical if engine == "zensical" else material
    folder = Path(theme.__file__).parent / "templates/assets/stylesheets"
    folder = folder / "classic" if engine == "zensical" else folder
    return "".join(next(folder.glob(f"{name}.*.css")).read_text("utf-8") for name in ("main", "palette"))


PLACES = """() => [...document.querySelectorAll("body *")].map((one) => {
  const {x, y, width, height} = one.getBoundingClientRect();
  const {color, backgroundColor, borderTopColor, fontWeight, display} = getComputedStyle(one);
  return [one.tagName, x, y, width, height, color, backgroundColor, borderTopColor, fontWeight, display].join(" ");
})"""


def missed(page: Page, style: str) -> list[str]:
    """What looks different on a page once `style` stands before its own."""
    before = page.evaluate(PLACES)
    page.evaluate(
        "style => document.querySelector('link[rel=stylesheet]').before("
        "Object.assign(document.createElement('style'), {textContent: style}))",
        style,
    )
    page.wait_for_timeout(400)  # the theme's transitions
    return [f"{a} → {b}" for a, b in zip(before, page.evaluate(PLACES), strict=True) if a != b]


@pytest.mark.parametrize("where", KINDS)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_no_rule_that_was_left_out_is_missed(
    where: str, width: int, scheme: str, browser: Browser, address: str, engine: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True)
    page.goto(address + where)
    page.wait_for_timeout(300)
    assert missed(page, theme_style(engine)) == []
    page.close()


def test_a_missed_rule_is_seen(browser: Browser, address: str) -> None:
    page = browser.new_page(bypass_csp=True)
    page.goto(address)
    assert missed(page, ".md-typeset h2 { padding-top: 7px }")
    page.close()


def test_no_page_names_a_next_one(pages: dict[str, Element]) -> None:
    """The theme does, and Firefox fetches it in advance, which our policy forbids: each page would log an error."""
    assert [where for where, page in pages.items() if page.find_all("link", rel="next")] == []


def test_no_file_is_published_that_no_page_asks_for(pages: dict[str, Element], built: Path) -> None:
    """Such as a style of which all that is used stands in another."""
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    asked = {
        urljoin(f"https://site.invalid/{where}", value).removeprefix("https://site.invalid/").partition("#")[0]
        for where, page in pages.items()
        for element in page.find_all()
        for name, value in element.attrs.items()
        if name in ("href", "src", "data-index", "data-library", "data-program")
    }
    assert {f for f in files if not f.endswith(".html")} - asked <= {"sitemap.xml", "sitemap.xml.gz"}
