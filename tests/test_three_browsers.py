"""What a reader does on a phone, by real taps, in Chromium, Firefox and WebKit, each keeping the pages one leaves."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Playwright

import browser
from guide.marks import strip
from guide.model import Site
from tabs import Tab, chromium
from webdriver import Firefox, WebKit

MENU = "button[aria-label=Menu]"
PEE = "input[name=pee]"
NOTE = "textarea[name=questions]"
SEARCH = "label.md-header__button[for=__search], button.md-header__button[aria-label=Search]"
FOUND = ".md-search-result__link"


def missing(kind: str) -> None:
    """A browser that can't be had stops a machine's run. A person's goes on without."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(browser.advice(kind))


@pytest.fixture(scope="module", params=list(browser.KINDS))
def fresh(
    request: pytest.FixtureRequest, playwright: Playwright, paths: dict[str, str | None], tmp_path_factory
) -> Iterator[Callable[[], Tab]]:
    """Gives a fresh tab of each kind of browser in its turn, all tabs of a kind in one process."""
    kind = request.param
    if not paths[kind]:
        missing(kind)
    with contextlib.ExitStack() as stack:
        if kind == "chromium":
            yield stack.enter_context(chromium(playwright.chromium, paths[kind]))
        else:
            make = {"firefox": Firefox, "webkit": WebKit}[kind]
            one = make(paths[kind], tmp_path_factory.mktemp(kind))
            stack.callback(one.close)
            yield one.fresh


@pytest.fixture
def tab(fresh: Callable[[], Tab]) -> Tab:
    return fresh()


def leave(tab: Tab, act: Callable[[], None]) -> None:
    """Do what leads to another page, and wait for it."""
    here = tab.js("location.pathname")
    act()
    tab.wait(f"location.pathname !== {here!r}")


def back(tab: Tab) -> None:
    """Go back to a page that must still be there as it was left."""
    leave(tab, tab.back)
    tab.wait("document.documentElement.dataset.kept")
    assert tab.js("document.documentElement.dataset.kept") == "true", "the browser did not keep the page"


def open_page(tab: Tab, url: str) -> None:
    tab.go(url)
    tab.js("addEventListener('pageshow', (event) => { document.documentElement.dataset.kept = event.persisted })")


def listed(tab: Tab) -> str:
    return tab.js("document.querySelector('.ticked').innerText")


def look_alive(tab: Tab) -> None:
    """The menu is closed, nothing is shut off, and what one sees is what one touches."""
    tab.wait(f"document.querySelector('{MENU}').getAttribute('aria-expanded') === 'false'")
    tab.wait("document.querySelector('.md-sidebar--primary').getBoundingClientRect().right <= 0")
    assert tab.js("[...document.querySelectorAll('[inert]')].map((one) => one.className)") == []
    hit = tab.js("document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('article, .md-content') !== null")
    assert hit, "something lies over the page"


def tick(tab: Tab, site: Site) -> None:
    """A tap ticks a box, and its words stand on the list."""
    words = site.checklist.cards["now-anyone"].items["pee"].text
    tab.tap(PEE)
    assert tab.js(f"document.querySelector('{PEE}').checked"), "a tap ticks nothing"
    assert strip(words) in listed(tab)


def test_reading(tab: Tab, address: str, site: Site) -> None:
    open_page(tab, address)
    assert strip(site.settings.emergency) in tab.js("document.querySelector('.emergency').innerText")
    assert tab.js("innerWidth >= document.documentElement.scrollWidth && innerWidth") == 390
    leave(tab, lambda: tab.tap("article p a[href]:not([rel])"))
    assert tab.js("document.querySelector('h1').innerText")
    back(tab)
    leave(tab, tab.forward)
    look_alive(tab)


@pytest.mark.parametrize("times", [1, 2])
def test_a_page_left_by_the_menu_comes_back_alive(times: int, tab: Tab, address: str, site: Site) -> None:
    open_page(tab, address + "checklist/")
    for _ in range(times):
        tab.tap(MENU)
        tab.wait("document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")
        leave(tab, lambda: tab.tap(".md-sidebar--primary a[href$='signs/']"))
        back(tab)
    look_alive(tab)
    tick(tab, site)
    leave(tab, tab.forward)
    look_alive(tab)
