"""What comes out of a printer, A4 or US Letter: a leaflet on one sheet, the cards to carry, and a list by itself."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page

from conftest import in_turn
from guide.content.prose import plain_text
from guide.pages.format import day
from html_page import Element, address_of
from ours import SITE as LOADED
from tabs import Shared

LEAFLETS = LOADED.leaflets.leaflets
LINES = LOADED.leaflets.lines
FIELDS = LOADED.checklist.fields

MM = 96 / 25.4  # pixels of CSS
# Between the margins of print.css: sheets are as wide and high as that.
PAPERS = {"A4": (210 - 24, 297 - 23), "Letter": (215.9 - 24, 279.4 - 23)}
on_both = pytest.mark.parametrize("paper", PAPERS)
# The size in points of the smallest letters on paper, and the words they make up.
SMALLEST = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (walk.currentNode.data.trim() && one.checkVisibility() && one.getClientRects().length)
      found.push([Math.round(parseFloat(getComputedStyle(one).fontSize) * 7.5) / 10, walk.currentNode.data.trim()]);
  }
  return found.sort(([a], [b]) => a - b)[0];
}"""


def pages_in(page: Page, paper: str) -> int:
    """How many pages the browser prints, with the style's own margins."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


def lay_out(shared: Shared, where: str, paper: str) -> Page:
    """Show a page as wide as paper has room for."""
    width, height = PAPERS[paper]
    page = shared.open(where, size=(int(width * MM), int(height * MM)))
    page.emulate_media(media="print")
    page.wait_for_function("[...document.querySelectorAll('link[rel=stylesheet]')].every((one) => one.sheet)")
    return page


def lines_of(name: str) -> list[str]:
    return [line for card in LEAFLETS[name].cards for group in card.groups for line in group.lines]


@pytest.mark.parametrize(("name", "paper"), in_turn(LEAFLETS, PAPERS))
def test_a_leaflet_is_one_sheet_of_two_sides(name: str, paper: str, shared: Shared, address: str) -> None:
    """The urgent cards are whole on the first; a box stands by each line, and no letter is too small to read."""
    page = lay_out(shared, f"{address}{name}/", paper)
    assert pages_in(page, paper) == 2
    top, bottom = page.locator(".card.now").evaluate("one => [one.offsetTop, one.offsetTop + one.offsetHeight]")
    side = PAPERS[paper][1] * MM
    assert 0 < top < bottom < side
    assert page.locator(".card.today").evaluate("one => one.offsetTop + one.offsetHeight") < side
    assert page.locator(".second-side").evaluate("one => getComputedStyle(one).breakBefore") == "page"
    size, words = page.evaluate(SMALLEST)
    assert size >= 11.5, words
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "a browser would shrink the sheet"
    for line in lines_of(name):
        box = page.locator(f".card input[name={line}]")
        assert box.bounding_box()["width"] >= 3.5 * MM, line
        assert page.locator(f".card label:has([name={line}])").inner_text().strip() == plain_text(LINES[line].text)


@pytest.mark.parametrize("name", LEAFLETS)
def test_a_printed_leaflet_is_the_leaflet(name: str, shared: Shared, address: str) -> None:
    """With its numbers, group headings and lines to write on; without what only a screen needs. It names its page."""
    page = lay_out(shared, f"{address}{name}/", "A4")
    call = page.locator(".card.now .call").inner_text()
    assert all(number in call for number, _ in LOADED.row)
    groups = LEAFLETS[name].cards[0].groups
    heads = page.locator(".card.now h3").evaluate_all("all => all.map((one) => [one.offsetWidth, one.offsetHeight])")
    assert len(heads) == len(groups) > 1
    assert min(min(size) for size in heads) > 10
    parts = page.locator(".card.now .lines").evaluate_all("all => all.map((one) => one.getClientRects().length)")
    assert parts == [1] * len(groups), "a group is in one column, below its heading"
    assert page.locator(".list .paper").is_visible()
    for field, label in FIELDS.items():
        assert page.locator(f".list label:has([name={field}])").inner_text().strip() == label
        line = page.locator(f".list [name={field}]")
        assert line.bounding_box()["height"] >= 6 * MM
        assert line.evaluate("one => getComputedStyle(one).borderBottomStyle") == "solid"
    gone = [".md-header", ".tabs", ".ladder", ".bar", ".exact", ".back", ".cite", ".list h2", ".always", ".ticked"]
    gone += [".list .buttons", ".dates a", "form ~ h2", "form ~ h2 + p", "#next"]
    seen = [where for where in gone if any(one.is_visible() for one in page.locator(where).all())]
    assert seen == []
    dates = page.locator(".dates").inner_text()
    title = LOADED.pages[name].title
    assert f"Last checked {day(LOADED.pages[name].checked)}" in dates
    assert f"{title} Exact words, sources and more: {address}{name}/" in dates


def test_ticks_and_notes_are_on_the_sheet(shared: Shared, address: str) -> None:
    page = lay_out(shared, address + "had-cancer/", "A4")
    page.emulate_media(media="screen")
    page.locator("input[name=cancer-band]").check()
    page.locator("textarea[name=questions]").fill("Is it my nerve? " * 12)
    page.emulate_media(media="print")
    assert page.locator("input[name=cancer-band]").is_checked()
    note = page.locator("textarea[name=questions]")
    assert note.evaluate("one => one.scrollHeight - one.clientHeight") <= 1
    assert not page.locator(".ticked").is_visible()
    assert pages_in(page, "A4") == 2


@on_both
def test_twelve_ticks_print_on_one_page(paper: str, shared: Shared, address: str) -> None:
    page = lay_out(shared, address + "had-cancer/", paper)
    page.emulate_media(media="screen")
    twelve = lines_of("had-cancer")[::2][:12]
    assert len(twelve) == 12
    for line in twelve:
        page.locator(f".card input[name={line}]").check()
    for name in FIELDS:
        page.locator(f"textarea[name={name}]").fill("A line of notes that the reader wrote")
    page.evaluate("globalThis.print = () => {}")
    page.get_by_role("button", name="Print this list").click()
    page.emulate_media(media="print")
    text = page.locator("article").inner_text()
    assert [line for line in twelve if plain_text(LINES[line].text) not in text] == []
    assert plain_text(LOADED.settings.emergency) in text
    assert not page.locator(".card").first.is_visible()
    assert pages_in(page, paper) == 1


@on_both
def test_the_cards_to_carry_are_on_one_sheet_and_nothing_is_cut_off(paper: str, shared: Shared, address: str) -> None:
    """Two sides of 85 x 54 mm beside each other for each leaflet, to be folded between them."""
    page = lay_out(shared, address + "card/", paper)
    assert pages_in(page, paper) == 1
    assert page.locator(".pocket").count() == len(LEAFLETS)
    sizes = page.locator(".pocket").evaluate_all(
        """all => all.map((pocket) => [...pocket.children].map((side) => [
          side.offsetWidth, side.offsetHeight,
          side.scrollWidth - side.clientWidth, side.scrollHeight - side.clientHeight,
          side.getBoundingClientRect().top - pocket.getBoundingClientRect().top]))"""
    )
    for pocket in sizes:
        assert [(round(width / MM), round(height / MM)) for width, height, *_ in pocket] == [(85, 54)] * 2
        assert [over for *_, wide, high, top in pocket for over in (wide, high, top)] == [0] * 6
    size, words = page.evaluate(SMALLEST)
    assert size >= 9, words
    assert not page.locator("h1").is_visible()
    assert not page.locator("article .buttons").first.is_visible()


def test_what_is_too_small_too_long_or_too_wide_is_seen(shared: Shared, address: str) -> None:
    """By what the tests above look at."""
    page = lay_out(shared, address + "checklist/", "A4")
    page.locator(".card.visit li").last.evaluate("one => { one.style.fontSize = '8pt' }")
    assert page.evaluate(SMALLEST)[0] == 8
    page.locator(".card.visit li").last.evaluate("one => one.append('sick '.repeat(3000))")
    assert pages_in(page, "A4") > 2
    page = lay_out(shared, address + "card/", "A4")
    side = page.locator(".panel").first
    side.evaluate("one => one.append(...[...one.children].map((part) => part.cloneNode(true)))")
    assert side.evaluate("one => one.scrollHeight - one.clientHeight") > 0


def test_a_card_to_carry_says_what_to_do(pages: dict[str, Element]) -> None:
    """First the numbers and the 24-hour line; then at most ten lines of the leaflet's emergency card; and its dates."""
    found = pages["card/"].find_all("div", class_="pocket")
    assert len(found) == len(LEAFLETS)
    when = LOADED.pages["card"]
    for pocket, leaflet in zip(found, LEAFLETS.values(), strict=True):
        text = pocket.text()
        signs = [plain_text(LINES[line].text) for line in leaflet.pocket]
        assert [one.text() for one in pocket.find_all("li")] == signs
        assert 0 < len(signs) <= 10
        assert {*leaflet.pocket} <= {line for group in leaflet.cards[0].groups for line in group.lines}
        first = [*(number for number, _ in LOADED.row), "24-hour line", signs[0]]
        places = [text.index(words) for words in (str(leaflet.cards[0].heading), *first)]
        assert places == sorted(places)
        assert str(leaflet.label) in text
        assert day(when.checked) in text
        assert f"Print again after {day(LOADED.due(when))}" in text


# The text at the foot of a sheet, as the style asks for it.
FOOT = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSPageRule).flatMap((rule) => [...rule.cssRules])
  .filter((rule) => rule.name === "bottom-left").map((rule) => rule.style.content)"""


@pytest.mark.parametrize("where", ["signs/night-pain/", "checklist/"])
def test_each_sheet_says_what_it_is_where_it_is_from_and_how_old(where: str, shared: Shared, address: str) -> None:
    """In browsers that have a foot of their own for each sheet; without scripts the site's name stands there."""
    page = shared.open(address + where)
    of = next(one for one in LOADED.pages.values() if address_of(LOADED.path_of(one)) == where)
    says = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--sheet-says')")
    assert json.loads(says) == (
        f"{of.title} - {LOADED.settings.name}. {address}{where}. Last checked {day(of.checked)}"
    )
    assert page.evaluate(FOOT) == ["var(--sheet-says)"]
    page.emulate_media(media="print")
    page.evaluate("document.documentElement.style.removeProperty('--sheet-says')")
    without = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--sheet-says')")
    assert json.loads(without) == LOADED.settings.name


@on_both
def test_the_first_page_is_one_sheet(paper: str, shared: Shared, address: str) -> None:
    page = lay_out(shared, address, paper)
    assert pages_in(page, paper) == 1
    assert page.locator(".way").count() == 4
    assert all(way.is_visible() for way in page.locator(".way").all())


# How far behind a number the comma or stop stands that follows it, the widest first.
GAPS = """() => [...document.querySelectorAll("article a[href^='tel']")].flatMap((number) => {
  const next = number.nextSibling ?? number.parentElement.nextSibling;
  if (!/^[,;.]/.test(next?.data ?? "")) return [];
  const [digits, mark] = [new Range(), new Range()];
  digits.selectNodeContents(number);
  mark.setStart(next, 0);
  mark.setEnd(next, 1);
  return [mark.getBoundingClientRect().left - digits.getBoundingClientRect().right];
}).sort((one, other) => other - one)"""


@pytest.mark.parametrize("media", ["screen", "print"])
def test_no_gap_stands_between_a_number_and_its_comma(media: str, shared: Shared, address: str) -> None:
    """However short the number is: a thumb still finds room."""
    page = shared.open(address + "numbers/")
    page.emulate_media(media=media)
    gaps = page.evaluate(GAPS)
    assert len(gaps) > 50
    assert gaps[0] < 2
