"""Pages opened in a browser, once with scripts and once without: what they show, ask for and keep.

`make test` opens one of each kind, `make test-long` all. What each says in an emergency is read in test_emergency.py.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from emergency import LEAFLETS, LINE, PHONE, wanted
from html_page import Element
from reader import DARK

DESK = {"width": 1280, "height": 720}
# Pages that are like no other.
OWN_WAY = ["", *(f"{name}/" for name in LEAFLETS), "card/", "numbers/", "references/", "404.html"]
LOOKS = [("light", "screen"), ("dark", "screen"), ("light", "print")]

# What the browser keeps, wherever it may keep it.
KEPT = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...document.cookie.split(";").filter(Boolean),
  ...(await indexedDB.databases()).map((one) => one.name), ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map((one) => one.scope),
]"""


@dataclass
class Walk:
    """What was seen on the way."""

    faults: dict[str, list[str]] = field(default_factory=dict)  # of the emergency line, by page and look
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)  # what pages complain of
    kept: list[Any] = field(default_factory=list)
    searched: int = 0  # on how many pages


def look(page: Page, where: str, address: str, looks: list[tuple[str, str]], walk: Walk) -> None:
    """Look at the emergency line of the open page, by day, by night and on paper."""
    for scheme, media in looks:
        if (where, media) == ("card/", "print"):
            continue  # the paper card itself is printed there, and it holds the emergency cards
        page.emulate_media(color_scheme=scheme, media=media)
        if faults := page.evaluate(LINE, wanted(where, address)):
            walk.faults[f"{where} {scheme} {media}"] = faults
    page.emulate_media(color_scheme="light", media="screen")


def folder_of(where: str) -> str:
    return where.rpartition("/")[0].rpartition("/")[0]


@pytest.fixture(scope="module", params=["one of each kind", pytest.param("all", marks=pytest.mark.long)])
def visited(request: pytest.FixtureRequest, pages: dict[str, Element]) -> list[str]:
    """The pages to be opened: all, or the first of each folder, those made in their own way, and some of the others."""
    if request.param == "all":
        return [*pages]
    first = {folder_of(where): where for where in sorted(pages, reverse=True)}
    by_hand = [where for where in pages if not folder_of(where) and where not in OWN_WAY]
    some = [*OWN_WAY, *by_hand[::4], *(where for folder, where in first.items() if folder)]
    assert {*some} < {*pages}
    assert len(some) > len(OWN_WAY) + len(first) >= 16
    return some


@pytest.fixture(scope="module")
def walk(browser: Browser, address: str, visited: list[str]) -> Walk:
    """All in one profile, on a phone; the first of each folder then searched in a window as wide as a desk's."""
    seen = Walk()
    folders: set[str] = set()
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, reduced_motion="reduce")
    context.on("request", lambda request: seen.asked.append(request.url))
    context.on("weberror", lambda error: seen.wrong.append(str(error.error)))
    context.on("console", lambda message: seen.wrong.append(message.text) if message.type == "error" else None)
    page = context.new_page()
    for where in visited:
        page.set_viewport_size(PHONE)
        page.goto(address + where)
        look(page, where, address, LOOKS, seen)
        if (folder := folder_of(where)) in folders:
            continue
        folders.add(folder)
        page.set_viewport_size(DESK)
        page.keyboard.press("/")
        page.keyboard.type("legs")
        page.locator(".search-link").first.wait_for()
    seen.searched = len(folders)
    seen.kept = [*page.evaluate(KEPT), *context.cookies()]
    context.close()
    return seen


def test_the_line_on_every_page(walk: Walk) -> None:
    """By day, by night and on paper."""
    assert walk.faults == {}


def test_the_line_on_every_page_without_scripts(browser: Browser, address: str, visited: list[str]) -> None:
    """By day, which stands for all: no script changes colours."""
    seen = Walk()
    context = browser.new_context(
        viewport=PHONE, is_mobile=True, has_touch=True, reduced_motion="reduce", java_script_enabled=False
    )
    page = context.new_page()
    for where in visited:
        page.goto(address + where)  # and wait for the style: without scripts nothing else does
        look(page, where, address, LOOKS[:1], seen)
    context.close()
    assert seen.faults == {}


def test_no_page_asks_another_host_for_anything(walk: Walk, visited: list[str], address: str) -> None:
    """Nor keeps anything, nor does anything its policy forbids. All of them, and the search on a page of each kind."""
    assert [text for text in walk.wrong if "404" not in text] == []
    assert len(walk.asked) >= 3 * len(visited)  # itself, what is for paper, a script
    assert len([url for url in walk.asked if "search-index" in url]) >= walk.searched >= 7
    assert [url for url in walk.asked if not url.startswith((address, "data:image/"))] == []
    assert walk.kept == []
    print(f"{len(visited)} pages, {len(walk.asked)} requests, none to another host, nothing kept")


def test_only_a_choice_of_colours_is_kept(page: Page, address: str) -> None:
    page.goto(address + "checklist/")
    page.locator(".card input").first.check()
    page.locator(DARK).click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert [name.endswith(".__palette") for name in page.evaluate(KEPT)] == [True]
    page.locator(DARK).click()
    assert page.evaluate(KEPT) == []
