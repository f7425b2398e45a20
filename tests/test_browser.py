"""The built site in a real browser."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from html_page import Element

SOME = ["", "cancers/", "cancers/lung/", "signs/weak-legs/", "references/", "source-article/", "404.html"]


@pytest.fixture
def requests(page: Page) -> list[str]:
    """Every address the tab asks for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def test_the_search_finds_a_page_and_has_a_name(page: Page, requests: list[str], address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("numb saddle", delay=20)
    first = page.locator(".md-search-result__link").first
    first.wait_for()
    assert page.get_by_role("dialog", name="Search").count() == 1
    assert [url for url in requests if not url.startswith(address)] == []


def test_without_a_script_everything_can_be_read(browser: Browser, address: str) -> None:
    context: BrowserContext = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "signs/weak-legs/")
    assert page.locator(".emergency").is_visible()
    assert page.get_by_role("heading", name="What to do").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("where", [*SOME, "had-cancer/", "children/", "card/", "signs/past-cancer/", "tests/mri/"])
def test_axe_finds_nothing(where: str, scheme: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page.goto(address + where, wait_until="networkidle")
    assert Axe().run(page).response["violations"] == []
    page.close()


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_page(
    scheme: str, width: int, pages: dict[str, Element], browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    found = {}
    for where in pages:
        page.goto(address + where, wait_until="networkidle")
        found[where] = [one["id"] for one in Axe().run(page).response["violations"]]
    page.close()
    assert {where: ids for where, ids in found.items() if ids} == {}


@pytest.mark.parametrize("where", ["", "checklist/", "card/"])
def test_paper_is_light_whatever_the_screen(where: str, browser: Browser, address: str) -> None:
    """Dark ink on light paper, and no empty black boxes, also when the screen is dark."""
    page = browser.new_page(color_scheme="dark")
    page.goto(address + where, wait_until="networkidle")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.emulate_media(media="print", color_scheme="dark")
    inks = page.locator("article :is(h1, h2, h3, p, li, label, small, strong)").evaluate_all(
        """shown => shown.filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one).color)"""
    )
    assert inks
    assert [ink for ink in set(inks) if max(map(float, re.findall(r"[\d.]+", ink)[:3])) > 170] == []
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light"
    page.close()


@pytest.mark.parametrize("where", ["", "cancers/", "how-likely/", "references/", "signs/past-cancer/"])
def test_a_small_phone_never_scrolls_sideways(where: str, page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address + where)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320


def test_the_menu_by_keyboard(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address, wait_until="networkidle")
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert button.get_attribute("aria-expanded") == "true"
    seen = []
    for _ in range(18):
        seen.append(page.evaluate("document.activeElement.textContent.trim()"))
        shown = page.evaluate(
            "(() => { const r = document.activeElement.getBoundingClientRect();"
            " return r.width > 0 && r.x >= 0 && r.x < innerWidth })()"
        )
        assert shown or page.evaluate("document.activeElement === document.body"), seen
        page.keyboard.press("Tab")
    assert "Check the signs" in seen
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Menu"
    page.close()


def test_a_part_of_the_menu_opens_by_keyboard(page: Page, address: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.locator("label.md-nav__link", has_text="More help").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert page.get_by_role("link", name="For carers").first.is_visible()
