"""What a reader does on a phone and looks at, in whichever browser `tab` is of."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable
from typing import Any

import pytest

from leaflet import words
from tabs import Tab, wait_for

MENU = "button[aria-label=Menu]"
LINE = "pee-poo"  # a line of every leaflet, on its emergency card
PEE = f"input[name={LINE}]"
WORDS = words(LINE)
NOTE = "textarea[name=questions]"
SEARCH = "label.md-header__button[for=__search], button.md-header__button[aria-label=Search]"
SAID = "document.querySelector('.said').textContent"
DARK = "button[aria-label='Dark mode']"
FOUND = "li:not(.search-emergency) > .search-link"


def leave(tab: Tab, act: Callable[[], None]) -> None:
    """Do what leads to another page, and wait for it."""
    tab.wait("location.pathname")
    here = tab.js("location.pathname")
    act()
    tab.wait(f"location.pathname !== {here!r}")


def open_page(tab: Tab, url: str, kept: bool = True) -> None:
    """Open a page of which the browser will say whether it kept it when it comes back; or one that it may not keep."""
    tab.go(url)
    tab.wait("true")
    tab.js("addEventListener('pageshow', (event) => { document.documentElement.dataset.kept = event.persisted })")
    if not kept:
        tab.js("addEventListener('unload', () => {})")


class NotKeptError(Exception):
    """Raised where a browser loaded a page again that it may keep."""


def back(tab: Tab, kept: bool = True) -> None:
    """Go back to a page that the browser keeps, or, by its own rules, may not keep."""
    leave(tab, tab.back)
    tab.wait("true")
    with contextlib.suppress(TimeoutError):
        wait_for(lambda: not kept or tab.js("document.documentElement.dataset.kept"), 2, "the page says how it came")
    said = tab.js("document.documentElement.dataset.kept ?? null")
    if kept and said is None:
        raise NotKeptError
    assert said == ("true" if kept else None), "the browser kept a page, or did not, against its own rules"


def where_pages_are_kept(test: Callable[..., None]) -> Callable[..., None]:
    """Try a test anew, twice at most, where the browser did not keep a page: a busy one need not."""

    @functools.wraps(test)
    def tried(**given: Any) -> None:
        for left in (2, 1, 0):
            try:
                return test(**given)
            except NotKeptError:
                if not left:
                    raise
                again = given["tab"].again
                given["tab"] = again()
                given["tab"].again = again
        return None

    return pytest.mark.kept(tried)


def listed(tab: Tab) -> str:
    return tab.js("document.querySelector('.ticked').innerText")


def look_alive(tab: Tab) -> None:
    """The menu is closed, nothing is shut off, and what one sees is what one touches."""
    tab.wait(f"document.querySelector('{MENU}').getAttribute('aria-expanded') === 'false'")
    tab.wait("document.querySelector('.md-sidebar--primary').getBoundingClientRect().right <= 0")
    assert tab.js("[...document.querySelectorAll('[inert]')].map((one) => one.className)") == []
    # What lay over the page fades: a third of a second, and longer on a busy machine. What stays fails here.
    tab.wait("document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('article, .md-content')")


def tick(tab: Tab) -> None:
    """A tap ticks a box, and its words stand on the list."""
    tab.tap(PEE)
    tab.wait(f"document.querySelector('{PEE}').checked")
    assert WORDS in listed(tab)
    tab.wait(SAID)  # What is said moves the page a little.


def open_menu(tab: Tab) -> None:
    tab.tap(MENU)
    tab.wait("document.querySelector('.md-sidebar--primary').getBoundingClientRect().left === 0")


def search(tab: Tab, asked: str) -> None:
    tab.tap(SEARCH)
    tab.wait("document.activeElement.matches('.search-input')")
    tab.keys(asked)
    tab.wait(f"document.querySelector('{FOUND}')?.getClientRects().length")
