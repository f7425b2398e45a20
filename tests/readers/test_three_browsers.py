"""What a reader does on a phone, by real taps, in Chromium, Firefox and WebKit, each keeping the pages one leaves."""

from __future__ import annotations

import contextlib
import re
import time
import zlib
from pathlib import Path

import pytest

from conftest import long, serve, spread
from emergency import STRIP
from exports.disk import for_disk
from guide.content.prose import plain_text
from guide.content.site import Site
from html_page import Element
from leaflet import NAMES, lines_of, words
from reader import (
    DARK,
    FOUND,
    LINE,
    NOTE,
    PEE,
    SAID,
    WORDS,
    back,
    leave,
    listed,
    look_alive,
    open_menu,
    open_page,
    search,
    tick,
    where_pages_are_kept,
)
from tabs import PHONE, Tab, wait_for
from webkit import WebKit

# The words of the emergency box, without its numbers.
EMERGENCY = """(() => {
  const box = document.querySelector(".emergency").cloneNode(true);
  for (const one of box.querySelectorAll("sup, .call")) one.remove();
  return box.textContent.replace(/\\s+/g, " ").trim();
})()"""


@where_pages_are_kept
def test_reading(tab: Tab, address: str, site: Site) -> None:
    open_page(tab, address)
    assert tab.js(EMERGENCY) == plain_text(f"{site.settings.emergency} {site.settings.emergency_more}")
    assert tab.js("innerWidth >= document.documentElement.scrollWidth && innerWidth") == 390
    leave(tab, lambda: tab.tap("article p a[href$='/']:not([rel])"))
    assert tab.js("document.querySelector('h1').innerText")
    back(tab)
    leave(tab, tab.forward)
    look_alive(tab)


# What lies on a screen's first sight of a leaflet, and whether anything would have to be pushed sideways to be seen.
SIGHT = """(() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  return {
    wide: Math.max(innerWidth, document.documentElement.scrollWidth),
    order: [box("h1"), box(".tabs"), box(".ladder"), box(".card.now")].map((one) => one.top),
    numbers: [...document.querySelectorAll(".card.now .call a")].map((one) => one.getBoundingClientRect().bottom),
    line: box(".card.now label").bottom, screen: innerHeight,
  };
})()"""
# Where a heading stands below the header that stays at the top.
BELOW = """(id) => document.getElementById(id).getBoundingClientRect().top
  - document.querySelector(".md-header").getBoundingClientRect().bottom"""


@pytest.mark.parametrize("name", spread(NAMES, 1))
def test_a_leaflet(name: str, tab: Tab, address: str, site: Site) -> None:
    """The numbers and the first line are in sight at once; a tap on a speed leads to its card, on words ticks them."""
    open_page(tab, f"{address}{name}/")
    seen = tab.js(SIGHT)
    assert seen["wide"] == PHONE[0]
    assert seen["order"] == sorted(seen["order"])
    assert len(seen["numbers"]) == len(STRIP)
    assert max(*seen["numbers"], seen["line"]) <= seen["screen"]
    for card in site.leaflets.leaflets[name].cards:
        tab.tap(f".ladder a[href='#{card.tier}']")
        tab.wait(f"location.hash === '#{card.tier}'")
        wait_for(lambda at=card.tier: 0 <= tab.js(BELOW, at) < PHONE[1] / 4, 5, f"#{card.tier} is in sight")
    tab.tap(f"label > {PEE} + span")
    tab.wait(f"document.querySelector('{PEE}').checked")
    assert WORDS in listed(tab)
    other = NAMES[NAMES.index(name) - 1]
    leave(tab, lambda: tab.tap(f".tabs a[href$='/{other}/']"))
    assert (
        tab.js("document.querySelector('.tabs [aria-current=page]').textContent") == site.leaflets.leaflets[other].label
    )


@pytest.mark.parametrize("times", [long(1), 2])
@where_pages_are_kept
def test_a_page_left_by_the_menu_comes_back_alive(times: int, tab: Tab, address: str) -> None:
    open_page(tab, address + "checklist/")
    for _ in range(times):
        open_menu(tab)
        leave(tab, lambda: tab.tap(".md-sidebar--primary a[href$='signs/']"))
        back(tab)
    look_alive(tab)
    tick(tab)
    leave(tab, tab.forward)
    look_alive(tab)


@pytest.mark.kept
def test_a_page_that_is_loaded_again_is_alive_too(tab: Tab, address: str) -> None:
    """Where a browser may not keep a page it fills in again what was ticked, typed and opened."""
    if isinstance(tab, WebKit):
        pytest.skip("WebKit keeps it all the same")
    open_page(tab, address + "checklist/", kept=False)
    tick(tab)
    open_menu(tab)
    leave(tab, lambda: tab.tap(".md-sidebar--primary a[href$='signs/']"))
    back(tab, kept=False)
    look_alive(tab)
    assert tab.js(f"document.querySelector('{PEE}').checked")
    assert WORDS in listed(tab)


@where_pages_are_kept
def test_ticks_and_notes_stand_after_going_back(tab: Tab, address: str) -> None:
    open_page(tab, address + "checklist/")
    tick(tab)
    tab.tap(NOTE)
    tab.keys("Is it my nerve?")
    leave(tab, lambda: tab.tap("article a[href$='card/']"))
    back(tab)
    assert WORDS in listed(tab)
    assert tab.js(f"document.querySelector('{NOTE}').value") == "Is it my nerve?"
    tab.tap(PEE)
    assert listed(tab) == ""


def test_a_reload_says_nothing_where_nothing_was(tab: Tab, address: str) -> None:
    open_page(tab, address + "checklist/")
    tab.reload()
    for _ in range(10):
        time.sleep(0.05)
        assert tab.js(SAID) == ""


def test_copying(tab: Tab, address: str, site: Site) -> None:
    """What is pasted is the list; or it stands there, to be copied by hand."""
    open_page(tab, address + "checklist/")
    tick(tab)
    tab.tap("button[name=copy]")
    tab.wait(f"/Copied|Copy it now/.test({SAID})")
    if tab.js(SAID) == "Copied.":
        tab.tap(NOTE)
        tab.paste()
        tab.wait(f"document.querySelector('{NOTE}').value")
        text = tab.js(f"document.querySelector('{NOTE}').value")
    else:
        text = tab.js("getSelection().toString() || document.activeElement.value")
    assert text.startswith(plain_text(site.settings.emergency))
    assert WORDS in text


def test_a_citation_opens_the_sources_it_leads_to(tab: Tab, address: str) -> None:
    """By a tap, again after they were closed, and from another page."""
    seen = "document.querySelector(':target')?.getClientRects().length"
    open_page(tab, address + "cancers/lung/")
    assert not tab.js("document.querySelector('.back').open")
    for _ in range(2):
        tab.tap("article .summary .cite a")
        tab.wait(f"location.hash.startsWith('#source-') && document.querySelector('.back').open && {seen}")
        top = tab.js("document.querySelector(':target').getBoundingClientRect().top")
        assert 0 < top < tab.js("innerHeight")
        tab.js("document.querySelector('.back').open = false")
    open_page(tab, address + "cancers/breast/#sources")
    tab.wait(f"document.querySelector('.back').open && {seen}")


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF has: they may be named in its packed parts."""
    parts = [pdf]
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompressobj().decompress(found[1]))
    return sum(len(re.findall(rb"/Type\s*/Page\b", part)) for part in parts)


def test_the_list_alone_is_printed(tab: Tab, address: str, site: Site) -> None:
    open_page(tab, address + "checklist/")
    tick(tab)
    # It would wait for somebody to choose a printer.
    tab.js("window.print = () => { document.documentElement.dataset.printed = 'yes' }")
    tab.tap("button[name=print]")
    tab.wait("document.documentElement.dataset.printed")
    tab.paper(True)
    text = tab.js("document.querySelector('article').innerText")
    tab.paper(False)
    assert plain_text(site.settings.emergency) in text
    assert [name for name in lines_of("checklist") if words(name) in text] == [LINE]
    if tab.prints:
        assert pages_in(tab.pdf()) == 1
        tab.js("dispatchEvent(new Event('afterprint'))")
        assert pages_in(tab.pdf()) == 2, "the whole leaflet is printed when one asks the browser for it"


@where_pages_are_kept
def test_the_search_finds_and_opens_and_one_comes_back(tab: Tab, address: str) -> None:
    open_page(tab, address + "checklist/")
    search(tab, "numb saddle")
    leave(tab, lambda: tab.tap(FOUND))
    assert "numb" in tab.js("document.querySelector('article').innerText").lower()
    back(tab)
    look_alive(tab)
    tick(tab)


def is_dark(tab: Tab) -> bool:
    """Whether the page looks dark: by the light of its ground."""
    ground = tab.js("getComputedStyle(document.body).backgroundColor")
    return sum(map(float, re.findall(r"[\d.]+", ground)[:3])) < 384


def becomes(tab: Tab, dark: bool) -> None:
    wait_for(lambda: is_dark(tab) == dark, 5, f"the page is {'dark' if dark else 'light'}")


def test_a_page_follows_the_device_while_open(tab: Tab, address: str) -> None:
    if not tab.turns_dark:
        pytest.skip("no desktop whose colours the driver could change")
    open_page(tab, address + "about/")
    for dark in (False, True, False):
        tab.device("dark" if dark else "light")
        becomes(tab, dark)


@pytest.mark.parametrize("device", [long("light"), "dark"])
@where_pages_are_kept
def test_a_choice_of_light_is_kept_and_followed_after_back(device: str, tab: Tab, address: str) -> None:
    tab.device(device)
    open_page(tab, address + "checklist/")
    becomes(tab, device == "dark")
    leave(tab, lambda: tab.tap("article a[href$='card/']"))
    becomes(tab, device == "dark")
    tab.tap(DARK)
    becomes(tab, device == "light")
    back(tab)
    becomes(tab, device == "light")
    tab.tap(DARK)
    becomes(tab, device == "dark")
    leave(tab, tab.forward)
    becomes(tab, device == "dark")
    tab.device("light")


@pytest.fixture(scope="module")
def on_disk(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a reader unpacks it."""
    folder = tmp_path_factory.mktemp("my döwnloads & more")
    for name, data in for_disk(built).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_it_works_from_disk(tab: Tab, on_disk: Path) -> None:
    tab.go((on_disk / "checklist" / "index.html").as_uri())
    tick(tab)
    open_menu(tab)
    leave(tab, lambda: tab.tap(".md-sidebar--primary a[href$='signs/index.html']"))
    leave(tab, tab.back)  # Chromium keeps no page that it opened from disk.
    look_alive(tab)
    tab.wait(f"document.querySelector('{PEE}').checked")
    assert WORDS in listed(tab)
    search(tab, "numb saddle")
    leave(tab, lambda: tab.tap(FOUND))
    assert tab.js("location.href").split("#")[0].endswith("/index.html")


def test_no_page_makes_a_browser_complain(tab: Tab, address: str, pages: dict[str, Element]) -> None:
    """One of each kind: of each folder, and some written by hand. Nothing breaks, and nothing forbidden is tried."""
    folders = {where.split("/")[0]: where for where in pages if where.count("/") == 2}
    kinds = [*folders.values(), "", "checklist/", "card/", "references/", "glossary/", "how-likely/", "404.html"]
    assert len(kinds) > 10
    assert tab.errors_on([address + where for where in kinds]) == []


def test_a_complaint_is_heard(tab: Tab, tmp_path: Path) -> None:
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src 'self'\">"
    (tmp_path / "index.html").write_text("<h1>Nothing</h1>")
    (tmp_path / "forbidden.html").write_text(policy + "<img src=/no.png>")
    (tmp_path / "broken.html").write_text(policy + "<script src=/broken.js></script>")
    (tmp_path / "broken.js").write_text("undefined.at")
    with serve(tmp_path) as url:
        forbidden, broken = ([url + name] for name in ("forbidden.html", "broken.html"))
        assert any("default-src" in said for said in tab.errors_on(forbidden))
        assert any("undefined" in said for said in tab.errors_on(broken))
