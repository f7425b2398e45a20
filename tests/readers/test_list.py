"""The list made from the ticks, by the script as shipped, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from build import checked_site
from conftest import ROOT
from guide.content.prose import plain_text

LOADED, _ = checked_site(ROOT)
assert LOADED, "the content can't be read: run `make check`"
CARDS = LOADED.checklist.cards
SIGNS = [name for card in CARDS.values() for name in card.items]
FIVE = ["pee", "both-legs", "cancer-night", "weight", "weeks"]
TWELVE = [*FIVE, "very-ill", "cancer-body", "immune-other", "child-body", "severe", "first-upper", "walk"]
ALWAYS = plain_text(LOADED.settings.emergency)


@pytest.fixture
def checklist(page: Page, address: str) -> Page:
    page.goto(address + "checklist/")
    return page


@pytest.fixture(scope="module")
def open_page(browser: Browser, address: str) -> Iterator[Page]:
    """One page for all examples of a property: what is tried there is pure."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "checklist/")
    page.evaluate("globalThis.cards = checklist.read(document.querySelector('form.checklist'))")
    yield page
    context.close()


def collect(page: Page, ticked: list[str]) -> list[dict]:
    return page.evaluate("(ticked) => checklist.collect(cards, ticked)", ticked)


def tick(page: Page, names: list[str]) -> None:
    for name in names:
        page.locator(f"input[name={name}]").check()


def listed(page: Page) -> dict[str, list[str]]:
    """The list as shown: heading → lines."""
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.ticked h3')].map((h) =>"
        " [h.textContent, [...h.nextElementSibling.children].map((li) => li.textContent)]))"
    )


def expected(names: list[str]) -> dict[str, list[str]]:
    """What the content says the list must be: the cards' own words, in their order."""
    found = {c.heading: [str(i.text) for n, i in c.items.items() if n in names] for c in CARDS.values()}
    return {str(heading): lines for heading, lines in found.items() if lines}


some_signs = st.lists(st.sampled_from(SIGNS), unique=True)


@given(ticked=some_signs, data=st.data())
def test_the_order_of_ticks_changes_nothing(ticked: list[str], data: st.DataObject, open_page: Page) -> None:
    assert collect(open_page, ticked) == collect(open_page, data.draw(st.permutations(ticked)))


@given(ticked=some_signs, more=st.sampled_from(SIGNS))
def test_one_more_tick_takes_nothing_away(ticked: list[str], more: str, open_page: Page) -> None:
    before, after = collect(open_page, ticked), collect(open_page, [*ticked, more])
    lines = {(card["heading"], item) for card in after for item in card["items"]}
    assert {(card["heading"], item) for card in before for item in card["items"]} <= lines


@given(ticked=some_signs)
def test_the_words_are_the_cards_and_the_emergency_comes_first(ticked: list[str], open_page: Page) -> None:
    found = collect(open_page, ticked)
    assert {card["heading"]: card["items"] for card in found} == expected(ticked)
    text = open_page.evaluate("([always, cards]) => checklist.write(always, cards, [])", [ALWAYS, found])
    assert text.startswith(ALWAYS)
    lines = "".join(f"\n\n{h}:" + "".join(f"\n- {item}" for item in items) for h, items in expected(ticked).items())
    assert text == f"{ALWAYS}{lines}\n"


@given(ticked=some_signs, unknown=st.text().filter(lambda text: text not in [*SIGNS, "none"] and "\x00" not in text))
def test_an_unknown_sign_is_an_error(ticked: list[str], unknown: str, open_page: Page) -> None:
    with pytest.raises(Error, match="no sign"):
        collect(open_page, [*ticked, unknown])


@given(names=st.sets(st.sampled_from(list(CARDS)), min_size=1))
@settings(max_examples=settings.default.max_examples // 5)  # each prints a page
def test_any_cards_can_be_printed(names: set[str], open_page: Page) -> None:
    """A sign of each card in a set of cards: the printed list holds exactly these."""
    ticked = [next(iter(card.items)) for name, card in CARDS.items() if name in names]
    open_page.evaluate("document.querySelector('form.checklist').reset()")
    tick(open_page, ticked)
    open_page.evaluate("globalThis.print = () => {}")
    open_page.get_by_role("button", name="Print this list").click()
    open_page.emulate_media(media="print")
    lines = open_page.evaluate("document.querySelector('article').innerText").split("\n")
    open_page.emulate_media(media="screen")
    open_page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert [line for line in lines if line][1] == ALWAYS
    assert {name for name, card in CARDS.items() if card.heading in lines} == names
    assert [line for line in lines if line in {item.text for c in CARDS.values() for item in c.items.values()}] == [
        line for lines in expected(ticked).values() for line in lines
    ]
    assert LOADED.checklist.none.label not in lines


def test_the_list_shows_what_is_ticked(checklist: Page) -> None:
    assert not checklist.locator(".ticked").is_visible()
    tick(checklist, reversed(FIVE))
    assert listed(checklist) == expected(FIVE)
    assert list(listed(checklist)) == list(expected(FIVE)), "the most urgent card stands first"
    expect(checklist.locator(".said")).to_have_text("On your list. Call your emergency number now.")
    checklist.locator("input[name=pee]").uncheck()
    assert listed(checklist) == expected(FIVE[1:])
    expect(checklist.locator(".said")).to_have_text("Off your list.")


def test_what_is_said_goes_and_the_way_to_the_list_stays(page: Page, address: str) -> None:
    """It lies over the page. And no way leads to a list with nothing on it."""
    page.clock.install()
    page.goto(address + "checklist/")
    way = page.get_by_role("link", name="Go to your list")
    assert way.count() == 0
    tick(page, ["pee"])
    page.clock.run_for(100)
    assert page.locator(".said").inner_text().startswith("On your list.")
    page.clock.run_for(8000)
    assert page.locator(".said").inner_text() == ""
    assert way.count() == 1
    page.locator("input[name=pee]").uncheck()
    assert way.count() == 0


def test_what_is_to_be_copied_by_hand_is_selected(checklist: Page) -> None:
    checklist.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    tick(checklist, ["pee"])
    for label in LOADED.checklist.fields.values():
        checklist.get_by_label(label).fill(f"{label} here")
    checklist.get_by_role("button", name="Copy it as text").click()
    field = checklist.get_by_label("Your list as text")
    text = field.input_value()
    assert [label for label in LOADED.checklist.fields.values() if f"{label}: {label} here" not in text] == []
    assert field.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)") == text


def test_having_none_clears_the_rest_and_says_so(checklist: Page) -> None:
    tick(checklist, FIVE)
    tick(checklist, ["none"])
    assert checklist.locator(".checklist input:checked").evaluate_all("boxes => boxes.map((box) => box.name)") == [
        "none"
    ]
    none = LOADED.checklist.none
    assert listed(checklist) == {none.label: [plain_text(none.text)]}
    expect(checklist.get_by_role("status")).to_have_text("All other ticks are cleared.")
    tick(checklist, ["weeks"])
    assert not checklist.locator("input[name=none]").is_checked()


def test_copying_gives_the_whole_list_as_text(checklist: Page) -> None:
    checklist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tick(checklist, ["pee"])
    checklist.get_by_label("My medicines").fill("Paracetamol\nIbuprofen")
    checklist.get_by_role("button", name="Copy it as text").click()
    expect(checklist.get_by_role("status")).to_have_text("Copied.")
    card = CARDS["now-anyone"]
    assert checklist.evaluate("navigator.clipboard.readText()") == (
        f"{ALWAYS}\n\n{card.heading}:\n- {card.items['pee'].text}\n\nMy medicines: Paracetamol\nIbuprofen\n"
    )


def test_clearing_clears_everything(checklist: Page) -> None:
    tick(checklist, FIVE)
    checklist.get_by_label("My questions").fill("What is it?")
    button = checklist.get_by_role("button", name="Clear everything")
    checklist.once("dialog", lambda dialog: dialog.dismiss())
    button.click()
    assert checklist.locator(".checklist input:checked").count() == len(FIVE), "one slip of a finger clears nothing"
    checklist.once("dialog", lambda dialog: dialog.accept())
    button.click()
    expect(checklist.get_by_role("status")).to_have_text("Your ticks and notes are cleared.")
    assert checklist.locator(".checklist input:checked").count() == 0
    assert checklist.get_by_label("My questions").input_value() == ""
    assert not checklist.locator(".ticked").is_visible()
    expect(button).to_be_focused()


def test_going_back_keeps_the_ticks_and_a_reload_clears_them(checklist: Page, address: str) -> None:
    tick(checklist, FIVE)
    checklist.goto(address + "about/")
    checklist.go_back()
    assert listed(checklist) == expected(FIVE)
    checklist.get_by_label("My questions").fill("What is it?")
    checklist.reload()
    assert listed(checklist) == {}
    assert checklist.get_by_label("My questions").input_value() == ""
    assert checklist.locator(".checklist input:checked").count() == 0


STORES = """async () => ({
  local: {...localStorage}, session: {...sessionStorage}, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length, address: location.href,
})"""


def test_nothing_is_stored_or_sent(checklist: Page, address: str) -> None:
    requests: list[str] = []
    checklist.on("request", lambda request: requests.append(request.url))
    tick(checklist, FIVE)
    checklist.get_by_label("My questions").fill("Is it my secret?")
    checklist.get_by_role("button", name="Copy it as text").click()
    checklist.get_by_role("link", name="Go to your list").click()
    checklist.wait_for_timeout(300)
    assert checklist.evaluate(STORES) == {
        "local": {}, "session": {}, "cookies": "", "databases": 0, "caches": 0, "workers": 0,
        "address": address + "checklist/#list",
    }  # fmt: skip
    assert checklist.context.cookies() == []
    # The browser asks for the site's icon when it likes, once.
    assert [url for url in requests if url != address + "assets/images/favicon.png"] == []


def test_it_works_offline_once_loaded(checklist: Page) -> None:
    checklist.context.set_offline(True)
    test_the_list_shows_what_is_ticked(checklist)
    checklist.context.set_offline(False)


def test_it_works_where_storage_is_forbidden(browser: Browser, address: str) -> None:
    """As in some private modes: even asking for the store is an error."""
    context = browser.new_context()
    for store in ("localStorage", "sessionStorage", "indexedDB"):
        context.add_init_script(
            f"Object.defineProperty(globalThis, '{store}', {{get() {{ throw new DOMException() }}}})"
        )
    page = context.new_page()
    page.goto(address + "checklist/")
    test_the_list_shows_what_is_ticked(page)
    context.close()


def test_it_works_from_a_file(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    page.goto((built / "checklist" / "index.html").as_uri())
    test_the_list_shows_what_is_ticked(page)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="Copy it as text").click()
    assert page.get_by_label("Your list as text").input_value().startswith(ALWAYS)
    expect(page.get_by_role("status")).to_have_text("Your list is selected. Copy it now.")
    page.close()


def test_it_works_after_instant_navigation(browser: Browser, address: str) -> None:
    """A theme may swap pages without loading them, and says so through document$. (Our policy does not let it.)"""
    page = browser.new_page(bypass_csp=True)
    page.add_init_script("globalThis.document$ = {subscribe(next) { next(); this.next = next; }}")
    page.goto(address + "about/")
    page.evaluate(
        """async (address) => {
          const text = await (await fetch(address)).text();
          const article = new DOMParser().parseFromString(text, "text/html").querySelector("article");
          document.querySelector("article").replaceWith(article);
          document$.next(document);
        }""",
        address + "checklist/",
    )
    test_the_list_shows_what_is_ticked(page)
    page.close()


def test_without_a_script_the_cards_can_be_ticked_and_cleared(browser: Browser, address: str) -> None:
    context: BrowserContext = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "checklist/")
    tick(page, FIVE)
    page.get_by_label("My questions").fill("What is it?")
    assert page.locator(".always").inner_text() == ALWAYS
    for gone in ("Print this list", "Copy it as text", "Go to your list"):
        assert not page.get_by_text(gone).is_visible()
    page.get_by_role("button", name="Clear everything").click()
    assert page.locator(".checklist input:checked").count() == 0
    context.close()


def test_by_keyboard_alone(checklist: Page) -> None:
    checklist.locator("input[name=pee]").focus()
    checklist.keyboard.press("Space")
    assert listed(checklist) == expected(["pee"])
    seen = []
    for _ in range(400):
        checklist.keyboard.press("Tab")
        here = checklist.evaluate("document.activeElement.name || document.activeElement.textContent")
        seen.append(here)
        ring = checklist.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none", f"no focus to be seen on {here}"
        if here == "Go to your list":
            break
    assert [name for name in seen if name in SIGNS] == SIGNS[1:]
    checklist.keyboard.press("Enter")
    expect(checklist.locator("#list")).to_be_focused()
    for name in ("started", "place", "cancer", "treatment", "medicines", "questions", "print", "copy"):
        checklist.keyboard.press("Tab")
        if "headerlink" in checklist.evaluate("document.activeElement.className"):
            checklist.keyboard.press("Tab")
        assert checklist.evaluate("document.activeElement.name") == name


def test_names_and_roles_for_a_screen_reader(checklist: Page) -> None:
    for card in CARDS.values():
        group = checklist.get_by_role("group", name=card.heading, exact=True)
        assert group.count() == 1
        for item in card.items.values():
            assert group.get_by_role("checkbox", name=item.text, exact=True).count() == 1
    for label in LOADED.checklist.fields.values():
        assert checklist.get_by_role("textbox", name=label, exact=True).count() == 1


@pytest.mark.parametrize("zoom", [1, 2, 4])
def test_small_screens_and_large_text(zoom: int, browser: Browser, address: str) -> None:
    """320 px wide as such, and 1280 px at 200% and 400%: nothing scrolls sideways, each target is 44 px or more."""
    width = {1: 320, 2: 640, 4: 320}[zoom]
    page = browser.new_page(viewport={"width": width, "height": 640}, device_scale_factor=zoom)
    page.goto(address + "checklist/")
    tick(page, FIVE)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    targets = page.locator(".card label, .list button, .list textarea, .bar a")
    heights = targets.evaluate_all("found => found.map((one) => one.getBoundingClientRect().height)")
    assert len(heights) > len(SIGNS)
    assert min(heights) >= 44
    page.close()


def test_forced_colours_keep_borders_boxes_and_focus(browser: Browser, address: str) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(address + "checklist/")
    tick(page, ["pee"])
    card = page.locator("#now-anyone").locator("xpath=ancestor::section")
    assert card.evaluate("card => getComputedStyle(card).borderTopWidth") == "3px"
    assert card.get_by_role("heading", level=3).inner_text().startswith(CARDS["now-anyone"].heading)
    assert page.locator("input[name=pee]").is_checked()
    page.close()


STATES = {"nothing": [], "five": FIVE, "none": ["none"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(state: str, width: int, scheme: str, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page.goto(address + "checklist/")
    tick(page, STATES[state])
    if state == "five":
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.get_by_role("button", name="Copy it as text").click()
        page.get_by_label("Your list as text").wait_for()
    assert Axe().run(page).response["violations"] == []
    page.close()


def pages_in(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_twelve_ticks_print_on_one_page(paper: str, checklist: Page) -> None:
    assert len(TWELVE) == 12
    tick(checklist, TWELVE)
    for name in LOADED.checklist.fields:
        checklist.locator(f"textarea[name={name}]").fill("A line of notes that the reader wrote")
    checklist.evaluate("globalThis.print = () => {}")
    checklist.get_by_role("button", name="Print this list").click()
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "12mm")
    assert pages_in(checklist.pdf(format=paper, margin=margin)) == 1
    checklist.evaluate("dispatchEvent(new Event('afterprint'))")
    assert 3 < pages_in(checklist.pdf(format=paper, margin=margin)) < 20, "the paper list is the whole page"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_paper_card_is_one_sheet_of_two_sides_and_nothing_is_cut_off(paper: str, page: Page, address: str) -> None:
    page.goto(address + "card/")
    assert pages_in(page.pdf(format=paper, prefer_css_page_size=paper == "A4", landscape=True)) == 2
    page.emulate_media(media="print")
    sizes = page.locator(".panel").evaluate_all(
        """panels => panels.map(
          (p) => [p.offsetWidth, p.offsetHeight, p.scrollWidth - p.clientWidth, p.scrollHeight - p.clientHeight])"""
    )
    mm = 96 / 25.4
    sides = page.locator(".side").evaluate_all("sides => sides.map((side) => side.children.length)")
    assert len(sides) == 2
    assert 0 < max(sides) <= 9
    assert {(round(width / mm), round(height / mm)) for width, height, *_ in sizes} == {(85, 54)}
    assert [(wide, high) for *_, wide, high in sizes] == [(0, 0)] * len(sizes)


# What a browser's translator leaves: each text wrapped twice, with other words. Here the words are spelt backwards.
TRANSLATE = """() => {
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode);
  for (const text of texts) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = [...text.data].reverse().join("");
    outer.append(inner);
    text.replaceWith(outer);
  }
  document.documentElement.lang = "xx";
}"""
# What an element shows, without marks of sources and links to itself.
SHOWN = """(one) => {
  const copy = one.cloneNode(true);
  for (const mark of copy.querySelectorAll(".cite, .headerlink, textarea")) mark.remove();
  return copy.textContent.replace(/\\s+/g, " ").trim();
}"""


@pytest.mark.parametrize("ticked_before", [True, False])
def test_a_translated_page_gives_the_words_it_shows(ticked_before: bool, checklist: Page) -> None:
    """On the list, said, and copied, whether it was translated before or after the ticks."""
    checklist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wrong: list[str] = []
    checklist.on("pageerror", lambda error: wrong.append(str(error)))
    if ticked_before:
        tick(checklist, ["pee"])
    checklist.evaluate(TRANSLATE)
    if not ticked_before:
        tick(checklist, ["pee"])
        heading = checklist.locator("#now-anyone").evaluate(SHOWN)
        expect(checklist.locator(".said")).to_have_text(f"On your list. {heading}.")
    checklist.locator("textarea[name=medicines]").fill("Ibuprofen")
    checklist.locator("button[name=copy]").click()
    expect(checklist.locator(".said")).to_have_text("Copied.")
    shown = {
        name: checklist.locator(where).evaluate(SHOWN)
        for name, where in {
            "always": ".always",
            "heading": "#now-anyone",
            "sign": "label:has([name=pee])",
            "note": "label:has([name=medicines])",
        }.items()
    }
    assert shown["always"] != ALWAYS
    copied = checklist.evaluate("navigator.clipboard.readText()")
    assert copied == "{always}\n\n{heading}:\n- {sign}\n\n{note}: Ibuprofen\n".format(**shown)
    assert checklist.locator(".ticked").inner_text().split("\n")[0] == shown["heading"]
    tick(checklist, ["none"])
    [[heading, [advice]]] = listed(checklist).items()
    assert heading == checklist.locator("label:has([name=none])").evaluate(SHOWN)
    assert advice == checklist.locator(".card.none > p").evaluate(SHOWN)
    assert wrong == []


# What a browser may lack or refuse, and what it then says of printing and copying.
BY_HAND = "Your list is selected. Copy it now."
REFUSED = {
    "no print": ("globalThis.print = undefined", None, "Copied."),
    "print fails": ("globalThis.print = () => { throw new Error() }", "can't print", "Copied."),
    "no clipboard": ("delete Navigator.prototype.clipboard", "", BY_HAND),
    "clipboard refuses": ("Clipboard.prototype.writeText = async () => { throw new DOMException() }", "", BY_HAND),
    "clipboard never answers": ("Clipboard.prototype.writeText = () => new Promise(() => {})", "", BY_HAND),
    "no times": ("Performance.prototype.getEntriesByType = undefined", "", "Copied."),
    "newer methods": (
        "delete Object.hasOwn; delete Element.prototype.replaceChildren; delete Array.prototype.at; "
        "delete Array.prototype.flat; delete String.prototype.replaceAll", "", "Copied.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_a_browser_refuses_is_not_offered_or_said(what: str, browser: Browser, address: str) -> None:
    script, prints, copies = REFUSED[what]
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script("globalThis.print = () => {}")
    context.add_init_script(script)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address + "checklist/")
    tick(page, ["pee"])
    assert listed(page) == expected(["pee"])
    button = page.get_by_role("button", name="Print this list")
    assert button.count() == (prints is not None)
    if prints is not None:
        button.click()
        assert page.evaluate("document.documentElement.classList.contains('only-list')") == (prints == "")
    if prints:
        expect(page.locator(".said")).to_contain_text(prints)
    page.get_by_role("button", name="Copy it as text").click()
    expect(page.locator(".said")).to_contain_text(copies)
    assert page.get_by_label("Your list as text").count() == (copies != "Copied.")
    page.goto(address + "card/")
    card = page.get_by_role("button", name="Print the card")
    assert card.count() == (prints is not None)
    if prints:
        card.click()
        assert page.get_by_text("Print this page from your browser's own menu.").is_visible()
    assert wrong == []
    context.close()


@pytest.mark.parametrize("confirm", ["undefined", "() => undefined", "() => false", "() => { throw new Error() }"])
def test_a_browser_that_may_not_ask_can_still_clear(confirm: str, checklist: Page) -> None:
    """One that blocks questions says no at once. One slip of a finger clears nothing even so."""
    checklist.evaluate(f"globalThis.confirm = {confirm}; null")
    tick(checklist, ["pee"])
    button = checklist.get_by_role("button", name="Clear everything")
    button.click()
    expect(checklist.locator(".said")).to_have_text("Press once more to clear all ticks and notes.")
    assert checklist.locator("input[name=pee]").is_checked()
    tick(checklist, ["leak"])
    button.click()
    assert checklist.locator("input[name=pee]").is_checked(), "what is done in between takes the first press back"
    button.click()
    expect(checklist.locator(".said")).to_have_text("Your ticks and notes are cleared.")
    assert checklist.locator(".checklist input:checked").count() == 0


def test_only_what_was_there_is_said_to_be_cleared(checklist: Page) -> None:
    """And by the reader: a reload clears too, and says nothing."""
    said = "() => new Promise((done) => setTimeout(() => done(document.querySelector('.said').textContent), 200))"
    for _ in range(2):
        checklist.reload()
        assert checklist.evaluate(said) == ""
        checklist.get_by_role("button", name="Clear everything").click()
        assert checklist.evaluate(said) == ""
        tick(checklist, ["pee"])


def test_printing_the_list_does_not_outlive_the_print(checklist: Page) -> None:
    """Some browsers never say that a print is over: what the reader does next ends it, or the page's coming back."""
    checklist.evaluate("globalThis.print = () => {}")
    tick(checklist, ["pee"])
    alone = "document.documentElement.classList.contains('only-list')"
    ends = [
        lambda: checklist.keyboard.press("Control"),
        lambda: checklist.locator("input[name=leak]").click(),
        lambda: checklist.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"),
        lambda: checklist.evaluate("dispatchEvent(new Event('afterprint'))"),
    ]
    for end in ends:
        checklist.locator("button[name=print]").click()
        assert checklist.evaluate(alone)
        end()
        assert not checklist.evaluate(alone)


def test_the_text_to_copy_is_never_an_old_list(checklist: Page) -> None:
    checklist.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    field = checklist.get_by_label("Your list as text")
    acts = [
        lambda: tick(checklist, ["pee"]),
        lambda: checklist.get_by_label("My questions").fill("Is it safe?"),
        lambda: checklist.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"),
    ]
    for act in acts:
        checklist.locator("button[name=copy]").click()
        expect(field).to_have_count(1)
        act()
        expect(field).to_have_count(0)


def test_what_is_typed_is_not_for_the_browser_to_keep(checklist: Page) -> None:
    """Browsers write fields to disk for their session restore, unless each field forbids it by itself."""
    checklist.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    checklist.get_by_role("button", name="Copy it as text").click()
    kept = checklist.locator("textarea, input:not([type=checkbox])").evaluate_all(
        "fields => fields.map((field) => [field.name || field.className, field.getAttribute('autocomplete')])"
    )
    assert len(kept) > len(LOADED.checklist.fields) + 1
    assert [name for name, autocomplete in kept if autocomplete != "off"] == []


def test_notes_fit_again_when_the_screen_is_turned(checklist: Page) -> None:
    checklist.set_viewport_size({"width": 844, "height": 390})
    note = checklist.get_by_label("My questions")
    note.fill("word " * 60)
    wide = note.evaluate("note => note.rows")
    checklist.set_viewport_size({"width": 390, "height": 844})
    assert note.evaluate("note => new Promise((done) => setTimeout(() => done(note.rows), 100))") > wide
    assert note.evaluate("note => note.scrollHeight - note.clientHeight") <= 1
