"""The built site in a real browser."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from colours import contrast
from conftest import in_turn, long, spread
from html_page import Element
from leaflet import NAMES, lines_of
from reader import DARK, PEE
from tabs import Shared, wait_for

PHONE = {"width": 390, "height": 844}
SOME = ["", "cancers/", "cancers/lung/", "signs/weak-legs/", "references/", "source-article/", "404.html"]


@pytest.fixture
def requests(page: Page) -> list[str]:
    """Every address the tab asks for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def test_the_search_finds_a_page_and_has_a_name(page: Page, requests: list[str], address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("numb saddle", delay=20)
    first = page.locator(".search-link").first
    first.wait_for()
    assert page.get_by_role("dialog", name="Search").count() == 1
    assert [url for url in requests if not url.startswith(address)] == []


def test_without_a_script_everything_can_be_read(shared: Shared, address: str) -> None:
    page = shared.open(address + "signs/weak-legs/", java_script_enabled=False)
    assert page.locator(".emergency").is_visible()
    assert page.get_by_role("heading", name="What to do").is_visible()
    page.locator(".back summary").click()
    assert page.locator(".sources li").first.is_visible()


@pytest.mark.parametrize("name", NAMES)
def test_without_a_script_a_leaflet_leads_on(name: str, shared: Shared, address: str) -> None:
    """To the numbers, to each speed, to the exact words and to the other leaflets. `test_list.py` ticks its lines."""
    page = shared.open(f"{address}{name}/", size=(390, 844), java_script_enabled=False)
    for number in page.locator(".card.now .call a").all():
        box = number.bounding_box()
        assert box["y"] + box["height"] <= PHONE["height"], "a number is out of sight"
    steps = page.locator(".ladder a")
    assert steps.count() >= 4
    for step in steps.all():
        step.click()
        assert page.url.endswith(step.get_attribute("href"))
        assert 48 <= page.locator(":target").bounding_box()["y"] < PHONE["height"] / 4
    assert page.locator(".card label:visible").count() == len(lines_of(name)) + 1
    page.locator(".exact summary").click()
    assert page.locator(".exact li").first.is_visible()
    page.locator(".tabs a:not([aria-current])").last.click()
    assert page.locator(".tabs [aria-current=page]").count() == 1
    assert f"/{name}/" not in page.url


LOOKED_AT = in_turn([*SOME, "card/", "tests/mri/", "signs/past-cancer/"], ["light", "dark"])


@pytest.mark.parametrize(("where", "scheme"), LOOKED_AT)
def test_axe_finds_nothing(where: str, scheme: str, shared: Shared, address: str) -> None:
    """`test_list.py` looks at the leaflets, `make test-long` at every page in both."""
    page = shared.open(address + where, size=(390, 844), scheme=scheme)
    assert Axe().run(page).response["violations"] == []


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_page(
    scheme: str, width: int, pages: dict[str, Element], browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    found = {}
    for where in pages:
        page.goto(address + where)
        found[where] = [one["id"] for one in Axe().run(page).response["violations"]]
    page.close()
    assert {where: ids for where, ids in found.items() if ids} == {}


@pytest.mark.parametrize("where", ["", "card/", *spread([f"{name}/" for name in NAMES], 1)])
def test_paper_is_light_whatever_the_screen(where: str, shared: Shared, address: str) -> None:
    """Dark ink on light paper, and no empty black boxes, also when the screen is dark."""
    page = shared.open(address + where, scheme="dark")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.emulate_media(media="print", color_scheme="dark")
    inks = page.locator("article :is(h1, h2, h3, p, li, label, small, strong)").evaluate_all(
        """shown => shown.filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one).color)"""
    )
    assert inks
    assert [ink for ink in {*inks} if contrast(ink, "rgb(255, 255, 255)") < 4.5] == []
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light"


@pytest.mark.parametrize("where", ["", "cancers/", "how-likely/", "numbers/", "references/", "signs/past-cancer/"])
def test_a_small_phone_never_scrolls_sideways(where: str, shared: Shared, address: str) -> None:
    page = shared.open(address + where, size=(320, 640))
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320


def test_the_menu_by_keyboard(shared: Shared, address: str) -> None:
    page = shared.open(address, size=(390, 844))
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


def test_a_part_of_the_menu_opens_by_keyboard(shared: Shared, address: str) -> None:
    page = shared.open(address)
    page.locator("summary.md-nav__link", has_text="More help").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(400)
    assert page.get_by_role("link", name="For carers").first.is_visible()


# Real browsers keep a page whole while the reader is elsewhere. Playwright turns that off, so it is told here by hand.
LEAVE = "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"
RETURN = "(persisted) => dispatchEvent(new PageTransitionEvent('pageshow', {persisted}))"


@pytest.fixture
def phone(shared: Shared, address: str) -> Page:
    return shared.open(address + "checklist/", size=(390, 844))


def is_alive(page: Page) -> bool:
    """Nothing lies over the page: a finger reaches a box and ticks it, and the search and the menu can be opened."""
    box = page.locator(PEE)
    box.click(timeout=15_000)
    box.click(timeout=15_000)
    button = page.get_by_role("button", name="Menu")
    return (
        page.locator(".md-toggle:checked").count() == 0
        and page.locator("[inert]").count() == 0
        and button.get_attribute("aria-expanded") == "false"
        and page.locator(".md-header__button[for=__search]").is_visible()
    )


@pytest.mark.parametrize("box", ["#__drawer", "#__search"])
@pytest.mark.parametrize("persisted", [True, False])
def test_a_page_that_comes_back_is_alive(box: str, persisted: bool, phone: Page) -> None:
    """Also where the browser has ticked the hidden boxes again, which it does before or after scripts have run."""
    if persisted and box == "#__drawer":
        phone.get_by_role("button", name="Menu").click()
        phone.evaluate(LEAVE)
    phone.locator(box).evaluate("(one) => (one.checked = true)")
    phone.evaluate(RETURN, persisted)
    assert is_alive(phone)


def test_going_back_after_the_menu_leaves_nothing_over_the_page(phone: Page) -> None:
    phone.get_by_role("button", name="Menu").click()
    phone.locator(".md-nav__link", has_text="How likely").first.click()
    phone.wait_for_url("**/how-likely/")
    phone.go_back()
    assert is_alive(phone)


def test_the_menu_closes_where_it_leads_to_a_place_on_the_page(phone: Page) -> None:
    phone.get_by_role("button", name="Menu").click()
    phone.locator(".md-sidebar--primary summary", has_text="On this page").click()
    phone.locator(".md-sidebar--primary a[href='#list']").click()
    assert phone.url.endswith("#list")
    assert phone.locator("#list").is_visible()
    assert is_alive(phone)
    phone.get_by_role("button", name="Menu").click()
    phone.evaluate("history.back()")
    phone.wait_for_url("**/checklist/")
    assert is_alive(phone)


def test_a_menu_that_is_open_does_not_outlive_its_layout(phone: Page) -> None:
    """A tablet that is turned, a window that is drawn wider."""
    phone.get_by_role("button", name="Menu").click()
    assert not phone.locator(".md-content h1").is_visible()
    phone.set_viewport_size({"width": 1280, "height": 844})
    assert phone.locator(".md-content h1").is_visible()
    phone.locator(PEE).click(timeout=15_000)
    phone.set_viewport_size(PHONE)
    assert is_alive(phone)


def test_what_is_behind_an_open_menu_takes_no_focus_without_a_script_too(shared: Shared, address: str) -> None:
    page = shared.open(address, size=(390, 844), java_script_enabled=False)
    assert not page.locator("label[for=__search]").first.is_visible(), "without a script there is no search"
    page.locator(".md-header label[for=__drawer]").click()
    assert not page.locator(".md-content h1").is_visible()
    page.locator(".md-overlay").click(position={"x": 380, "y": 400})
    assert page.locator(".md-content h1").is_visible()


def test_the_menu_says_which_of_its_parts_is_open(phone: Page) -> None:
    """Each is closed at first, and where no script runs it opens as well."""
    phone.get_by_role("button", name="Menu").click()
    part = phone.locator(".md-sidebar--primary details", has_text="More help")
    inside = part.get_by_role("link", name="For carers")
    assert not inside.is_visible()
    part.locator("summary").click()
    assert part.get_attribute("open") is not None
    assert inside.is_visible()


SCHEME = "document.body.getAttribute('data-md-color-scheme')"
KEEP_LIGHT = "localStorage.setItem(location.pathname + '.__palette', JSON.stringify({index: 0}))"


def test_the_colours_follow_the_device_and_the_choice(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    assert page.evaluate(SCHEME) == "default"
    page.emulate_media(color_scheme="dark")
    wait_for(lambda: page.evaluate(SCHEME) == "slate", 3, "the device turned dark while the page was open")
    page.locator(DARK).click()
    assert page.evaluate(SCHEME) == "default"
    # What a choice on another page leaves behind, when this one comes back or is open beside it.
    for event in ("new PageTransitionEvent('pageshow', {persisted: true})", "new StorageEvent('storage')"):
        for act, scheme in (("localStorage.clear()", "slate"), (KEEP_LIGHT, "default")):
            page.evaluate(f"{act}; dispatchEvent({event})")
            assert page.evaluate(SCHEME) == scheme
            assert page.locator(DARK).get_attribute("aria-pressed") == str(scheme == "slate").lower()


# What a browser may lack or refuse: scripts that break it before a page's own run.
BROKEN = {
    "storage": "Object.defineProperty(globalThis, 'localStorage', {get() { throw new DOMException() }})",
    "storage that keeps nothing": "Storage.prototype.setItem = () => {}",
    "storage that is full": "Storage.prototype.setItem = () => { throw new DOMException() }",
    "media": "delete globalThis.matchMedia",
    "media events": "MediaQueryList.prototype.addEventListener = undefined",
    "newer methods": "delete Array.prototype.at; delete Object.hasOwn; delete Element.prototype.replaceChildren; "
    "delete Element.prototype.checkVisibility; delete HTMLElement.prototype.inert; delete String.prototype.replaceAll; "
    "delete Array.prototype.findLast; delete globalThis.structuredClone; delete Array.prototype.toSorted",
    "times": "Performance.prototype.getEntriesByType = undefined",
}


@pytest.mark.parametrize("what", BROKEN)
def test_the_page_works_where_something_is_missing(what: str, browser: Browser, address: str) -> None:
    """Menu, search and colours; a choice of colours that can't be kept lasts as long as its page."""
    context = browser.new_context(viewport=PHONE, color_scheme="light")
    context.add_init_script(BROKEN[what])
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address + "checklist/")
    page.locator(DARK).click()
    assert page.evaluate(SCHEME) == "slate"
    page.evaluate(RETURN, True)
    assert page.evaluate(SCHEME) == "slate"
    page.get_by_role("button", name="Menu").click()
    page.keyboard.press("Escape")
    page.locator(".md-header__button[for=__search]").click()
    page.keyboard.type("lung cancer")
    page.locator(".search-link").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert is_alive(page)
    assert wrong == []
    context.close()


PARTS = [
    "#__drawer", "#__search", ".md-header label[for=__drawer]", ".md-sidebar--primary", ".search-input",
    ".search-said", ".search-list", ".search form", ".search", ".md-dark",
    "[data-due] .late", "[data-due]", ".card h3", ".card label", ".list", ".said", ".bar", ".ticked", ".always",
    ".list textarea", ".list label", ".list [type=reset]", ".list button", ".card.none", "input[name=none]", ".list h2",
    ".tabs", ".ladder", ".card h2", ".call", ".lead", ".exact", ".back",
]  # fmt: skip


def together(parts: list[str], number: int) -> list[str]:
    """The parts in so many groups, as one selector each."""
    return [", ".join(parts[n::number]) for n in range(number)]


def test_each_part_that_may_be_missing_is_there(shared: Shared, address: str) -> None:
    """In the page as it was built, before a script has changed it."""
    page = shared.open(address + "checklist/", java_script_enabled=False)
    assert [part for part in PARTS if not page.locator(part).count()] == []


# Without the first there is nothing to tick, or no list to be seen.
OF_THE_LIST = [part for part in PARTS if part.startswith((".card", ".list", ".ticked"))]
OTHERS = [part for part in PARTS if part not in OF_THE_LIST]


@pytest.mark.parametrize("part", [*together(OF_THE_LIST, 4), *together(OTHERS, 4), *map(long, PARTS)])
def test_a_part_that_is_missing_stops_nothing_else(part: str, browser: Browser, address: str) -> None:
    """A reader's blocker, a later theme, a slip in a template: no script may trust the shape of a page.

    `make test` takes away several at once, so that each has been missing; `make test-long` each by itself too.
    """
    page = browser.new_page(viewport=PHONE)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(
        f"new MutationObserver(() => document.querySelectorAll({part!r}).forEach((one) => one.remove()))"
        ".observe(document, {childList: true, subtree: true})"
    )
    page.goto(address + "checklist/")
    page.locator(PEE).first.evaluate("(box) => box.click()") if ".card label" not in part else None
    page.evaluate(RETURN, True)
    for name in ("Copy it as text", "Clear everything", "Print this list"):
        page.evaluate("globalThis.print = globalThis.confirm = () => true")
        for button in page.locator(".list button", has_text=name).all():
            button.evaluate("(button) => button.click()")
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    assert wrong == []
    if not part.startswith((".card", ".list", ".ticked")):
        page.locator("input[name=between-legs]").evaluate("(box) => box.click()")
        assert page.locator(".ticked li").count() == 1
    page.close()
