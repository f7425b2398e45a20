"""The list made from the ticks, by the script as shipped, in a real browser."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Error, Page, expect

from conftest import examples, in_turn, long, spread
from guide.content.prose import plain_text
from leaflet import CALL, LEAFLETS, LOADED, NAMES, lines_of, listed_for, names_on, one_of_each, words
from tabs import Shared

ALWAYS = plain_text(LOADED.settings.emergency)
PEE, LEGS = "pee-poo", "between-legs"  # two lines of the emergency card of every leaflet


def test_every_leaflet_has_the_lines_that_are_ticked_here() -> None:
    assert len(NAMES) == 4
    assert [name for name in NAMES if not {PEE, LEGS} <= {*names_on(LEAFLETS[name].cards[0])}] == []


@pytest.fixture(params=NAMES)
def leaflet(request: pytest.FixtureRequest) -> str:
    return request.param


# The program is the same on each leaflet: what hangs on it alone is tried on one, or on all in `make test-long`.
on_one = pytest.mark.parametrize("leaflet", NAMES[:1], indirect=True)
on_one_at_least = pytest.mark.parametrize("leaflet", spread(NAMES, 1), indirect=True)


@pytest.fixture
def checklist(shared: Shared, address: str, leaflet: str) -> Page:
    return shared.open(f"{address}{leaflet}/")


@pytest.fixture(scope="module", params=spread(NAMES, 2))
def open_page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """One page of a leaflet for all examples of a property: what is tried there is pure."""
    context = browser.new_context()
    page = context.new_page()
    page.leaflet = request.param
    page.goto(f"{address}{page.leaflet}/")
    page.evaluate("globalThis.cards = checklist.read(document.querySelector('form.checklist'))")
    yield page
    context.close()


def collect(page: Page, ticked: list[str]) -> list[dict]:
    return page.evaluate("(ticked) => checklist.collect(cards, ticked)", ticked)


# Ticks boxes as a pointer would that need not look for them.
TICK = """(names) => {
  for (const name of names) {
    const box = document.querySelector(`input[name=${name}]`);
    if (!box.checked) box.click();
  }
}"""


def tick(page: Page, names: Iterable[str]) -> None:
    """Tick these: the first by a real pointer, which takes long for each."""
    first, *others = names
    page.locator(f"input[name={first}]").check()
    page.evaluate(TICK, others)


def listed(page: Page) -> dict[str, list[str]]:
    """The list as shown: heading → lines."""
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.ticked h3')].map((h) =>"
        " [h.textContent, [...h.nextElementSibling.children].map((li) => li.textContent)]))"
    )


def some_lines(data: st.DataObject, page: Page) -> list[str]:
    return data.draw(st.lists(st.sampled_from(lines_of(page.leaflet)), unique=True))


@given(data=st.data())
def test_the_order_of_ticks_changes_nothing(data: st.DataObject, open_page: Page) -> None:
    ticked = some_lines(data, open_page)
    assert collect(open_page, ticked) == collect(open_page, data.draw(st.permutations(ticked)))


@given(data=st.data())
def test_one_more_tick_takes_nothing_away(data: st.DataObject, open_page: Page) -> None:
    ticked, more = some_lines(data, open_page), data.draw(st.sampled_from(lines_of(open_page.leaflet)))
    before, after = collect(open_page, ticked), collect(open_page, [*ticked, more])
    lines = {(card["heading"], item) for card in after for item in card["items"]}
    assert {(card["heading"], item) for card in before for item in card["items"]} <= lines


@given(data=st.data())
def test_the_words_are_the_cards_and_the_emergency_comes_first(data: st.DataObject, open_page: Page) -> None:
    ticked = some_lines(data, open_page)
    found, wanted = collect(open_page, ticked), listed_for(open_page.leaflet, ticked)
    assert {card["heading"]: card["items"] for card in found} == wanted
    text = open_page.evaluate("([always, cards]) => checklist.write(always, cards, [])", [ALWAYS, found])
    assert text.startswith(ALWAYS)
    lines = "".join(f"\n\n{h}:" + "".join(f"\n- {item}" for item in items) for h, items in wanted.items())
    assert text == f"{ALWAYS}{lines}\n"


@given(unknown=st.text().filter(lambda text: text != "none" and "\x00" not in text), data=st.data())
def test_an_unknown_line_is_an_error(unknown: str, data: st.DataObject, open_page: Page) -> None:
    if unknown not in lines_of(open_page.leaflet):
        with pytest.raises(Error, match="no sign"):
            collect(open_page, [*some_lines(data, open_page), unknown])


@given(data=st.data())
@settings(max_examples=examples(20) // 5)  # each prints a page
def test_any_cards_can_be_printed(data: st.DataObject, open_page: Page) -> None:
    """A line of each card in a set of cards: the printed list holds exactly these."""
    each = one_of_each(open_page.leaflet)
    ticked = data.draw(st.lists(st.sampled_from(each), unique=True, min_size=1))
    wanted = listed_for(open_page.leaflet, ticked)
    open_page.evaluate("document.querySelector('form.checklist').reset()")
    tick(open_page, ticked)
    open_page.evaluate("globalThis.print = () => {}")
    open_page.get_by_role("button", name="Print this list").click()
    open_page.emulate_media(media="print")
    lines = [line for line in open_page.evaluate("document.querySelector('article').innerText").split("\n") if line]
    open_page.emulate_media(media="screen")
    open_page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert lines[1] == ALWAYS
    headings = [str(card.heading) for card in LEAFLETS[open_page.leaflet].cards]
    assert [line for line in lines if line in headings] == list(wanted)
    known = {words(name) for name in lines_of(open_page.leaflet)}
    assert [line for line in lines if line in known] == [line for card in wanted.values() for line in card]
    assert LOADED.checklist.none.label not in lines


def ticks_make_a_list(page: Page, leaflet: str) -> None:
    each = one_of_each(leaflet)
    assert not page.locator(".ticked").is_visible()
    tick(page, reversed(each))
    assert listed(page) == listed_for(leaflet, each)
    assert list(listed(page)) == list(listed_for(leaflet, each)), "the most urgent card stands first"
    expect(page.locator(".said")).to_have_text(f"On your list. {CALL}.")
    page.locator(f"input[name={each[0]}]").uncheck()
    assert listed(page) == listed_for(leaflet, each[1:])
    expect(page.locator(".said")).to_have_text("Off your list.")


@on_one_at_least
def test_the_list_shows_what_is_ticked(checklist: Page, leaflet: str) -> None:
    ticks_make_a_list(checklist, leaflet)


@on_one_at_least
def test_a_tick_says_what_to_do_by_the_heading_of_its_card(checklist: Page, leaflet: str) -> None:
    """Whole and as it stands: no words of any language are looked for in it."""
    for card, name in zip(LEAFLETS[leaflet].cards, one_of_each(leaflet), strict=True):
        tick(checklist, [name])
        expect(checklist.locator(".said")).to_have_text(f"On your list. {card.heading}.")
    checklist.locator("h2#now").evaluate("(heading) => { heading.firstChild.data = 'Run, if you like' }")
    tick(checklist, [LEGS])
    expect(checklist.locator(".said")).to_have_text("On your list. Run, if you like.")


def test_what_is_said_goes_and_the_way_to_the_list_stays(page: Page, address: str) -> None:
    """It lies over the page, so no longer than slow eyes need. And no way leads to a list with nothing on it."""
    page.clock.install()
    page.goto(address + "checklist/")
    way = page.get_by_role("link", name="Go to your list")
    assert way.count() == 0
    tick(page, [PEE])
    page.clock.run_for(100)
    assert page.locator(".said").inner_text().startswith("On your list.")
    page.clock.run_for(3000)
    assert page.locator(".said").inner_text().startswith("On your list.")
    page.clock.run_for(2000)
    assert page.locator(".said").inner_text() == ""
    assert way.count() == 1
    page.locator(f"input[name={PEE}]").uncheck()
    assert way.count() == 0


@pytest.mark.parametrize(("leaflet", "width"), in_turn(NAMES, [320, 1280, 390]), indirect=["leaflet"])
def test_what_is_said_is_low_and_lies_over_no_more_than_it_says(width: int, checklist: Page, leaflet: str) -> None:
    """As high as a finger needs, with what is said as with the way to the list, and no wider than both."""
    checklist.set_viewport_size({"width": width, "height": 844})
    for name in one_of_each(leaflet):
        tick(checklist, [name])
        expect(checklist.locator(".said")).not_to_be_empty()
        bar, said, way = (checklist.locator(one).bounding_box() for one in (".bar", ".said", ".bar a"))
        assert max(bar["height"], said["height"]) <= 44
        assert way["height"] == 44
        assert bar["width"] <= said["width"] + way["width"] + 12
        assert bar["x"] >= 0
        assert bar["x"] + bar["width"] <= width
        if width >= 390:
            cut = "one => [one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth]"
            assert checklist.locator(".said").evaluate(cut) == [0, 0], "all of it can be read"


@on_one
def test_what_is_to_be_copied_by_hand_is_selected(checklist: Page) -> None:
    checklist.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    tick(checklist, [PEE])
    for label in LOADED.checklist.fields.values():
        checklist.get_by_role("textbox", name=label).fill(f"{label} here")
    checklist.get_by_role("button", name="Copy it as text").click()
    field = checklist.get_by_label("Your list as text")
    text = field.input_value()
    assert [label for label in LOADED.checklist.fields.values() if f"{label}: {label} here" not in text] == []
    assert field.evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)") == text


@on_one_at_least
def test_having_none_clears_the_rest_and_says_so(checklist: Page, leaflet: str) -> None:
    tick(checklist, one_of_each(leaflet))
    tick(checklist, ["none"])
    assert checklist.locator(".checklist input:checked").evaluate_all("boxes => boxes.map((box) => box.name)") == [
        "none"
    ]
    none = LOADED.checklist.none
    assert listed(checklist) == {none.label: [plain_text(none.text)]}
    expect(checklist.get_by_role("status")).to_have_text("All other ticks are cleared.")
    tick(checklist, [lines_of(leaflet)[-1]])
    assert not checklist.locator("input[name=none]").is_checked()


@on_one
def test_copying_gives_the_whole_list_as_text(checklist: Page) -> None:
    checklist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tick(checklist, [PEE])
    checklist.get_by_label("My medicines").fill("Paracetamol\nIbuprofen")
    checklist.get_by_role("button", name="Copy it as text").click()
    expect(checklist.get_by_role("status")).to_have_text("Copied.")
    assert checklist.evaluate("navigator.clipboard.readText()") == (
        f"{ALWAYS}\n\n{CALL}:\n- {words(PEE)}\n\nMy medicines: Paracetamol\nIbuprofen\n"
    )


@on_one_at_least
def test_clearing_clears_everything(checklist: Page, leaflet: str) -> None:
    each = one_of_each(leaflet)
    tick(checklist, each)
    checklist.get_by_label("My questions").fill("What is it?")
    button = checklist.get_by_role("button", name="Clear everything")
    # Not within three milliseconds, which the page takes for the answer of a browser that may not ask.
    checklist.once("dialog", lambda dialog: (time.sleep(0.05), dialog.dismiss()))
    button.click()
    assert checklist.locator(".checklist input:checked").count() == len(each), "one slip of a finger clears nothing"
    checklist.once("dialog", lambda dialog: dialog.accept())
    button.click()
    expect(checklist.get_by_role("status")).to_have_text("Your ticks and notes are cleared.")
    assert checklist.locator(".checklist input:checked").count() == 0
    assert checklist.get_by_label("My questions").input_value() == ""
    assert not checklist.locator(".ticked").is_visible()
    expect(button).to_be_focused()


@on_one
def test_going_back_keeps_the_ticks_and_a_reload_clears_them(checklist: Page, leaflet: str, address: str) -> None:
    each = one_of_each(leaflet)
    tick(checklist, each)
    checklist.goto(address + "about/")
    checklist.go_back()
    assert listed(checklist) == listed_for(leaflet, each)
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


@on_one
def test_nothing_is_stored_or_sent(page: Page, leaflet: str, address: str) -> None:
    checklist, requests = page, list[str]()
    checklist.goto(f"{address}{leaflet}/")
    checklist.on("request", lambda request: requests.append(request.url))
    tick(checklist, one_of_each(leaflet))
    checklist.get_by_label("My questions").fill("Is it my secret?")
    checklist.get_by_role("button", name="Copy it as text").click()
    checklist.get_by_role("link", name="Go to your list").click()
    checklist.wait_for_timeout(300)
    assert checklist.evaluate(STORES) == {
        "local": {}, "session": {}, "cookies": "", "databases": 0, "caches": 0, "workers": 0,
        "address": f"{address}{leaflet}/#list",
    }  # fmt: skip
    assert checklist.context.cookies() == []
    # The browser asks for the site's icon when it likes, once.
    assert [url for url in requests if url != address + "assets/images/favicon.png"] == []


@on_one
def test_it_works_offline_once_loaded(checklist: Page, leaflet: str) -> None:
    checklist.context.set_offline(True)
    ticks_make_a_list(checklist, leaflet)
    checklist.context.set_offline(False)


@on_one
def test_it_works_where_storage_is_forbidden(leaflet: str, browser: Browser, address: str) -> None:
    """As in some private modes: even asking for the store is an error."""
    context = browser.new_context()
    for store in ("localStorage", "sessionStorage", "indexedDB"):
        context.add_init_script(
            f"Object.defineProperty(globalThis, '{store}', {{get() {{ throw new DOMException() }}}})"
        )
    page = context.new_page()
    page.goto(f"{address}{leaflet}/")
    ticks_make_a_list(page, leaflet)
    context.close()


@on_one_at_least
def test_it_works_from_a_file(leaflet: str, browser: Browser, built: Path) -> None:
    page = browser.new_page()
    page.goto((built / leaflet / "index.html").as_uri())
    ticks_make_a_list(page, leaflet)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="Copy it as text").click()
    assert page.get_by_label("Your list as text").input_value().startswith(ALWAYS)
    expect(page.get_by_role("status")).to_have_text("Your list is selected. Copy it now.")
    page.close()


@on_one_at_least
def test_without_a_script_the_cards_can_be_ticked_and_cleared(leaflet: str, shared: Shared, address: str) -> None:
    page = shared.open(f"{address}{leaflet}/", java_script_enabled=False)
    tick(page, lines_of(leaflet))
    page.get_by_label("My questions").fill("What is it?")
    assert page.locator(".always").inner_text() == ALWAYS
    for gone in ("Print this list", "Copy it as text", "Go to your list"):
        assert not page.get_by_text(gone).is_visible()
    page.get_by_role("button", name="Clear everything").click()
    assert page.locator(".checklist input:checked").count() == 0


@on_one_at_least
def test_by_keyboard_alone(checklist: Page, leaflet: str) -> None:
    first, *others = lines_of(leaflet)
    checklist.locator(f"input[name={first}]").focus()
    checklist.keyboard.press("Space")
    assert listed(checklist) == listed_for(leaflet, [first])
    seen = []
    for _ in range(400):
        checklist.keyboard.press("Tab")
        here = checklist.evaluate("document.activeElement.name || document.activeElement.textContent")
        seen.append(here)
        ring = checklist.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none", f"no focus to be seen on {here}"
        if here == "Go to your list":
            break
    assert [name for name in seen if name in others] == others
    checklist.keyboard.press("Enter")
    expect(checklist.locator("#list")).to_be_focused()
    for name in (*LOADED.checklist.fields, "print", "copy"):
        checklist.keyboard.press("Tab")
        if "headerlink" in checklist.evaluate("document.activeElement.className"):
            checklist.keyboard.press("Tab")
        assert checklist.evaluate("document.activeElement.name") == name


def test_names_and_roles_for_a_screen_reader(checklist: Page, leaflet: str) -> None:
    for card in LEAFLETS[leaflet].cards:
        group = checklist.get_by_role("group", name=card.heading, exact=True)
        assert group.count() == 1
        assert group.get_by_role("heading", level=2, name=card.heading).count() == 1
        for name in names_on(card):
            assert group.get_by_role("checkbox", name=words(name), exact=True).count() == 1
        parts = [part.label for part in card.groups] if len(card.groups) > 1 else []
        heads = group.get_by_role("heading", level=3).evaluate_all("all => all.map((one) => one.firstChild.data)")
        assert heads == parts, "heard, if not seen"
    for label in LOADED.checklist.fields.values():
        assert checklist.get_by_role("textbox", name=label, exact=True).count() == 1


@pytest.mark.parametrize(("leaflet", "zoom"), in_turn(NAMES, [4, 1, 2]), indirect=["leaflet"])
def test_small_screens_and_large_text(zoom: int, leaflet: str, shared: Shared, address: str) -> None:
    """320 px wide as such, and 1280 px at 200% and 400%: nothing scrolls sideways, each target is 44 px or more.

    A line to tick is as wide as its card, and at least 32 px high."""
    width = {1: 320, 2: 640, 4: 320}[zoom]
    page = shared.open(f"{address}{leaflet}/", size=(width, 640), device_scale_factor=zoom)
    tick(page, one_of_each(leaflet))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    high = "found => found.map((one) => one.getBoundingClientRect().height)"
    lines = page.locator(".card label").evaluate_all(high)
    assert len(lines) > len(lines_of(leaflet))
    assert min(lines) >= 32
    others = page.locator(".tabs a, .ladder a, .call a, .list button, .list textarea, .bar a").evaluate_all(high)
    assert len(others) > 15
    assert min(others) >= 44


@on_one_at_least
def test_forced_colours_keep_borders_boxes_and_focus(leaflet: str, shared: Shared, address: str) -> None:
    page = shared.open(f"{address}{leaflet}/", forced="active")
    tick(page, [PEE])
    card = page.locator("#now").locator("xpath=ancestor::section")
    assert card.evaluate("card => getComputedStyle(card).borderTopWidth") == "3px"
    assert card.get_by_role("heading", level=2).inner_text().startswith(CALL)
    assert page.locator(f"input[name={PEE}]").is_checked()


STATES = {"nothing": lambda _: [], "one of each": one_of_each, "none": lambda _: ["none"]}


LOOKS = [(390, "light"), (1280, "dark"), (390, "dark"), (1280, "light")]
# In `make test` each leaflet in one look and state, in turn, and one where none is ticked: axe takes seconds for each.
LOOKED_AT = {(name, [*STATES][n % 2], LOOKS[n]) for n, name in enumerate(NAMES)} | {(NAMES[0], "none", LOOKS[1])}
EVERY = [
    (name, state, look) for name in NAMES for state in STATES for look in LOOKS if name == NAMES[0] or state != "none"
]
assert {*EVERY} > LOOKED_AT


@pytest.mark.parametrize(
    ("leaflet", "state", "look"),
    [one if one in LOOKED_AT else long(one) for one in EVERY],
    indirect=["leaflet"],
)
def test_axe_finds_nothing(state: str, look: tuple[int, str], leaflet: str, shared: Shared, address: str) -> None:
    width, scheme = look
    page = shared.open(f"{address}{leaflet}/", size=(width, 844), scheme=scheme)
    if ticked := STATES[state](leaflet):
        tick(page, ticked)
    if state == "one of each":
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
        page.get_by_role("button", name="Copy it as text").click()
        page.get_by_label("Your list as text").wait_for()
    assert Axe().run(page).response["violations"] == []


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


@on_one
@pytest.mark.parametrize("ticked_before", [True, False])
def test_a_translated_page_gives_the_words_it_shows(
    ticked_before: bool, page: Page, address: str, leaflet: str
) -> None:
    """On the list, said, and copied, whether it was translated before or after the ticks."""
    checklist = page
    checklist.goto(f"{address}{leaflet}/")
    checklist.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wrong: list[str] = []
    checklist.on("pageerror", lambda error: wrong.append(str(error)))
    if ticked_before:
        tick(checklist, [PEE])
    checklist.evaluate(TRANSLATE)
    if not ticked_before:
        tick(checklist, [PEE])
        heading = checklist.locator("#now").evaluate(SHOWN)
        expect(checklist.locator(".said")).to_have_text(f"On your list. {heading}.")
    checklist.locator("textarea[name=medicines]").fill("Ibuprofen")
    checklist.locator("button[name=copy]").click()
    expect(checklist.locator(".said")).to_have_text("Copied.")
    shown = {
        name: checklist.locator(where).evaluate(SHOWN)
        for name, where in {
            "always": ".always",
            "heading": "#now",
            "sign": "label:has([name=pee-poo])",
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
@on_one
def test_what_a_browser_refuses_is_not_offered_or_said(what: str, leaflet: str, browser: Browser, address: str) -> None:
    script, prints, copies = REFUSED[what]
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script("globalThis.print = () => {}")
    context.add_init_script(script)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{address}{leaflet}/")
    tick(page, [PEE])
    assert listed(page) == listed_for(leaflet, [PEE])
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
    card = page.get_by_role("button", name="Print the cards")
    assert card.count() == (prints is not None)
    if prints:
        card.click()
        assert page.get_by_text("Print this page from your browser's own menu.").is_visible()
    assert wrong == []
    context.close()


@on_one
@pytest.mark.parametrize("confirm", ["undefined", "() => undefined", "() => false", "() => { throw new Error() }"])
def test_a_browser_that_may_not_ask_can_still_clear(confirm: str, checklist: Page) -> None:
    """One that blocks questions says no at once. One slip of a finger clears nothing even so."""
    checklist.evaluate(f"globalThis.confirm = {confirm}; null")
    tick(checklist, [PEE])
    button = checklist.get_by_role("button", name="Clear everything")
    button.click()
    expect(checklist.locator(".said")).to_have_text("Press once more to clear all ticks and notes.")
    assert checklist.locator(f"input[name={PEE}]").is_checked()
    tick(checklist, [LEGS])
    button.click()
    assert checklist.locator(f"input[name={PEE}]").is_checked(), "what is done in between takes the first press back"
    button.click()
    expect(checklist.locator(".said")).to_have_text("Your ticks and notes are cleared.")
    assert checklist.locator(".checklist input:checked").count() == 0


@on_one
def test_only_what_was_there_is_said_to_be_cleared(checklist: Page) -> None:
    """And by the reader: a reload clears too, and says nothing."""
    said = "() => new Promise((done) => setTimeout(() => done(document.querySelector('.said').textContent), 200))"
    for _ in range(2):
        checklist.reload()
        assert checklist.evaluate(said) == ""
        checklist.get_by_role("button", name="Clear everything").click()
        assert checklist.evaluate(said) == ""
        tick(checklist, [PEE])


@on_one
def test_printing_the_list_does_not_outlive_the_print(checklist: Page) -> None:
    """Some browsers never say that a print is over: what the reader does next ends it, or the page's coming back."""
    checklist.evaluate("globalThis.print = () => {}")
    tick(checklist, [PEE])
    alone = "document.documentElement.classList.contains('only-list')"
    ends = [
        lambda: checklist.keyboard.press("Control"),
        lambda: checklist.locator(f"input[name={LEGS}]").click(),
        lambda: checklist.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"),
        lambda: checklist.evaluate("dispatchEvent(new Event('afterprint'))"),
    ]
    for end in ends:
        checklist.locator("button[name=print]").click()
        assert checklist.evaluate(alone)
        end()
        assert not checklist.evaluate(alone)


@on_one
def test_the_text_to_copy_is_never_an_old_list(checklist: Page) -> None:
    checklist.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    field = checklist.get_by_label("Your list as text")
    acts = [
        lambda: tick(checklist, [PEE]),
        lambda: checklist.get_by_label("My questions").fill("Is it safe?"),
        lambda: checklist.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"),
    ]
    for act in acts:
        checklist.locator("button[name=copy]").click()
        expect(field).to_have_count(1)
        act()
        expect(field).to_have_count(0)


@on_one
def test_what_is_typed_is_not_for_the_browser_to_keep(checklist: Page) -> None:
    """Browsers write fields to disk for their session restore, unless each field forbids it by itself."""
    checklist.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    checklist.get_by_role("button", name="Copy it as text").click()
    kept = checklist.locator("textarea, input:not([type=checkbox])").evaluate_all(
        "fields => fields.map((field) => [field.name || field.className, field.getAttribute('autocomplete')])"
    )
    assert len(kept) > len(LOADED.checklist.fields) + 1
    assert [name for name, autocomplete in kept if autocomplete != "off"] == []


@on_one
def test_notes_fit_again_when_the_screen_is_turned(checklist: Page) -> None:
    checklist.set_viewport_size({"width": 844, "height": 390})
    note = checklist.get_by_label("My questions")
    note.fill("word " * 60)
    wide = note.evaluate("note => note.rows")
    checklist.set_viewport_size({"width": 390, "height": 844})
    assert note.evaluate("note => new Promise((done) => setTimeout(() => done(note.rows), 100))") > wide
    assert note.evaluate("note => note.scrollHeight - note.clientHeight") <= 1
