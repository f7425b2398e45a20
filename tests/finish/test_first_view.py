"""What a reader waits for is small, nothing moves once it is shown, and what was left out of a page is not missed."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from conftest import ROOT, base_of, in_turn, serve
from guide.content.site import Site
from guide.data.files import PARTS
from guide.pages.render import render
from html_page import Element, address_of
from leaflet import NAMES

# Bytes as a server packs them. The first flight of a connection is ten packets of 1,460 (RFC 6928): what a page shows
# comes in one, with its rules of style.
FLIGHT = 14_600
# What a fork's longer name and address may take of it on a page: ours, which still says OWNER, leaves that.
ROOM = 200
# A leaflet has the exact words of some fifty signs and their sources at its end: the cards are in the first flight.
LEAFLET = 25_000
SCRIPTS = 4_096
STYLE = 5_000


def packed(data: bytes | str) -> int:
    return len(gzip.compress(data.encode() if isinstance(data, str) else data, 9))


def html_of(built: Path, where: str) -> bytes:
    path = built / where
    return (path / "index.html" if path.is_dir() else path).read_bytes()


def scripts_of(page: Element, where: str, base: str = "/") -> list[str]:
    """The files of a page's scripts below the site, which stands at the path `base`."""
    asked = [
        script.attrs["src"].removeprefix(base if base != "/" else "")
        for script in page.find_all("script")
        if "src" in script.attrs
    ]
    return [urljoin("/" + where, one).lstrip("/") for one in asked]


def test_the_first_view_comes_in_one_flight(pages: dict[str, Element], built: Path, site: Site) -> None:
    """Every page of a kind (a cancer, a sign, a test …), the home page and the page for lost readers."""
    wanted = [address_of(site.path_of(page)) for page in site.pages.values() if page.kind in site.settings.kinds]
    sizes = {where: packed(html_of(built, where)) for where in [*wanted, "", "404.html"]}
    assert len(sizes) > 100
    print(f"largest {max(sizes.values())}, median {sorted(sizes.values())[len(sizes) // 2]}")
    limit = FLIGHT - ROOM * ("OWNER" in site.settings.repository)
    assert {where: size for where, size in sizes.items() if size > limit} == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_urgent_cards_of_a_leaflet_come_in_one_flight(name: str, built: Path) -> None:
    text = html_of(built, f"{name}/").decode()
    shown = text[: text.index('<div class="second-side">')]
    print(f"{name}: {packed(shown)} to the end of the urgent cards, {packed(text)} in all")
    assert packed(shown) <= FLIGHT
    assert packed(text) <= LEAFLET


def test_a_page_asks_for_little_besides(pages: dict[str, Element], built: Path) -> None:
    """Scripts that nobody waits for, what is for paper, and a sign for the browser's tab."""
    for where, page in pages.items():
        scripts = scripts_of(page, where, base_of(built))
        assert sum(packed((built / name).read_bytes()) for name in scripts) <= SCRIPTS, where
        assert all("defer" in script.attrs for script in page.find_all("script") if "src" in script.attrs), where
        links = [(link.attrs["rel"], link.attrs.get("media")) for link in page.find_all("link")]
        shown = [one for one in links if one[0] not in ("canonical", "alternate")]  # which no browser fetches
        assert shown == [("icon", None), ("stylesheet", "print")], where
        [style] = page.find_all("style")
        assert packed(style.text()) <= STYLE, where
        assert ("assets/checklist.js" in scripts) == bool(page.find_all("button", type="button")[1:]), where


def test_no_file_is_published_that_nobody_asks_for(pages: dict[str, Element], built: Path, site: Site) -> None:
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    asked = {
        urljoin(f"https://site.invalid/{where}", value).removeprefix("https://site.invalid/").partition("#")[0]
        for where, page in pages.items()
        for element in page.find_all()
        for name, value in element.attrs.items()
        if name in ("href", "src", "data-index", "data-library", "data-program")
    }
    # Programs find these in lists that are no pages: site.json and llms.txt name them all.
    rendered = render(site)
    listed = {path for part in PARTS for path, _ in part(site, rendered, "")}
    assert {f for f in files if not f.endswith(".html")} - asked - listed <= {"sitemap.xml", "sitemap.xml.gz"}
    assert listed <= files


# ---- what a browser makes of it

KINDS = [
    "", "checklist/", "had-cancer/", "numbers/", "card/", "cancers/lung/", "signs/weak-legs/", "cancers/",
    "other-causes/", "data/", "how-it-hurts/", "clinicians/", "source-article/", "scan-words/", "404.html",
]  # fmt: skip
SCREENS = [(390, "light"), (1280, "dark")]
SHIFTS = """() => {
  globalThis.moved = [];
  new PerformanceObserver((list) => moved.push(...list.getEntries().map((one) => [one.value,
    ...one.sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]))).observe({type: "layout-shift", buffered: true});
}"""


# Words in the middle of their box move by a hair while it fills. A line that moves is ten times this.
MOVE = 0.003
PIECES = 16


@pytest.fixture(scope="module")
def slowly(built: Path) -> Iterator[str]:
    with serve(built, base_of(built), pieces=PIECES) as url:
        yield url


def moved(browser: Browser, url: str, width: int, scheme: str, more: str = "") -> list:
    """What changed its place on a page that nobody had touched, from the first paint on."""
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True)
    page.add_init_script(f"({SHIFTS})()")
    page.goto(url)
    page.evaluate(f"() => new Promise((done) => {{ {more}; setTimeout(done, 250) }})")
    found = page.evaluate("moved")
    page.close()
    return found


@pytest.mark.parametrize(("where", "screen"), in_turn(KINDS, SCREENS))
def test_nothing_moves(where: str, screen: tuple[int, str], browser: Browser, slowly: str) -> None:
    """Also while a page comes in piece by piece: no row of numbers and no column of a table waits for its last one."""
    found = moved(browser, slowly + where, *screen)
    assert sum(value for value, *_ in found) < MOVE, found


def test_a_move_is_seen(browser: Browser, address: str) -> None:
    later = "setTimeout(() => document.querySelector('article').prepend(document.createElement('h1'), 'x'), 50)"
    assert sum(value for value, *_ in moved(browser, address, 390, "light", later)) > MOVE


PLACES = """() => [...document.querySelectorAll("body *")].map((one) => {
  const {x, y, width, height} = one.getBoundingClientRect();
  const {color, backgroundColor, borderTopColor, fontWeight, display} = getComputedStyle(one);
  return [one.tagName, x, y, width, height, color, backgroundColor, borderTopColor, fontWeight, display].join(" ");
})"""
WHOLE = "".join(
    (ROOT / "docs" / name).read_text("utf-8")
    for name in re.findall(r"assets/\w+\.css", (ROOT / "mkdocs.yml").read_text())
)


def missed(page: Page, style: str) -> list[str]:
    """What looks different on a page with `style` in the place of its own."""
    before = page.evaluate(PLACES)
    page.evaluate(f"document.querySelector('style').textContent = {json.dumps(style)}")
    page.wait_for_timeout(300)  # the menu's slide
    return [f"{a} → {b}" for a, b in zip(before, page.evaluate(PLACES), strict=True) if a != b]


@pytest.mark.parametrize(("where", "screen"), in_turn(KINDS, reversed(SCREENS)))
def test_no_rule_that_was_left_out_is_missed(
    where: str, screen: tuple[int, str], browser: Browser, address: str
) -> None:
    """Our styles whole, as we wrote them, show the same as the rules that the page got."""
    width, scheme = screen
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True)
    page.goto(address + where)
    assert missed(page, WHOLE) == []
    page.close()


def test_a_missed_rule_is_seen(browser: Browser, address: str) -> None:
    page = browser.new_page(bypass_csp=True)
    page.goto(address)
    assert missed(page, WHOLE + ".md-typeset h2 { padding-top: 7px }")
    page.close()
