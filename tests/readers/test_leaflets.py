"""How far a reader of a leaflet reads on a phone, and how well a thumb meets its lines: measured in a browser."""

from __future__ import annotations

from statistics import median
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from guide.content.checklist import Case
from guide.rules.cases import leaflets_for
from leaflet import LEAFLETS, LOADED, NAMES, TIERS, lines_of
from tabs import Shared

PHONE = {"width": 390, "height": 844}

# How far each reader of tests/cases.yml reads to the end of the line that answers. Screens are those of PHONE. Words
# are all that stand before it, with the ways between leaflets, the ladder and the numbers.
WORST_SCREENS, MEDIAN_SCREENS = 3.3, 2.1
WORST_WORDS, MEDIAN_WORDS = 780, 470
LAST_CARD = 3.0  # screens: where the card that ends a leaflet begins, at the latest

# What is read before the end of each line: the screens and the words that are laid out.
READ = """() => {
  const article = document.querySelector("article"), found = {};
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  let words = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.checkVisibility() && !node.parentElement.classList.contains("headerlink"))
      words += node.data.split(/\\s+/).filter(Boolean).length;
    const box = node.parentElement.closest("label")?.querySelector("input");
    if (box) found[box.name] = {words, end: box.closest("label").getBoundingClientRect().bottom + scrollY};
  }
  return found;
}"""


class Line(NamedTuple):
    """What a phone's reader has read at the end of a line."""

    screens: float
    words: int


@pytest.fixture(scope="module")
def read(browser: Browser, address: str) -> dict[str, dict[str, Line]]:
    """Leaflet → line → what has been read at its end."""
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    page = context.new_page()
    found = {}
    for name in NAMES:
        page.goto(f"{address}{name}/")
        lines = page.evaluate(READ)
        assert {*lines} == {*lines_of(name), "none"}
        found[name] = {line: Line(at["end"] / PHONE["height"], at["words"]) for line, at in lines.items()}
    context.close()
    return found


def answer(case: Case, leaflet: str, read: dict[str, Line]) -> Line:
    """The first line that stands for a sign of a case: the reader may stop there, the most urgent stand first."""
    lines = LOADED.leaflets.lines
    return min(read[line] for line in lines_of(leaflet) if {*case.signs} & {*lines[line].signs})


def test_every_reader_is_answered_in_three_screens(read: dict[str, dict[str, Line]]) -> None:
    found = {
        name: max(answer(case, leaflet, read[leaflet]) for leaflet in leaflets_for(LOADED, case))
        for name, case in LOADED.cases.items()
    }
    screens, words = [line.screens for line in found.values()], [line.words for line in found.values()]
    for name, line in found.items():
        print(f"{name} | {LOADED.cases[name].tier} | {line.screens:.2f} screens | {line.words} words")
    print(f"{len(found)} readers: screens {max(screens):.2f}, median {median(screens):.2f};"
          f" words {max(words)}, median {median(words)}")  # fmt: skip
    assert [name for name, line in found.items() if line.screens > WORST_SCREENS or line.words > WORST_WORDS] == []
    assert median(screens) <= MEDIAN_SCREENS
    assert median(words) <= MEDIAN_WORDS


@pytest.fixture
def leaflet(shared: Shared, address: str, request: pytest.FixtureRequest) -> Page:
    return shared.open(f"{address}{request.param}/", size=(PHONE["width"], PHONE["height"]))


def bottoms(page: Page, selector: str) -> list[float]:
    return page.locator(selector).evaluate_all("all => all.map((one) => one.getBoundingClientRect().bottom + scrollY)")


@pytest.mark.parametrize("leaflet", NAMES, indirect=True)
def test_the_first_screen_holds_the_numbers_and_the_ladder(leaflet: Page) -> None:
    """Numbers that a thumb can meet; and that a calm end exists."""
    numbers, steps = bottoms(leaflet, ".card.now .call a"), bottoms(leaflet, ".ladder a")
    assert len(numbers) > 5
    assert len(steps) >= len(TIERS) - 1
    assert max([*numbers, *steps]) <= PHONE["height"]
    for box in (one.bounding_box() for one in leaflet.locator(".card.now .call a").all()):
        assert min(box["width"], box["height"]) >= 44


@pytest.mark.parametrize(("leaflet", "name"), [(name, name) for name in NAMES], indirect=["leaflet"])
def test_the_card_that_ends_a_leaflet_begins_within_three_screens(leaflet: Page, name: str) -> None:
    last = leaflet.locator(f".card.{LEAFLETS[name].cards[-1].tier}").bounding_box()
    print(f"{name}: the last card begins at {last['y'] / PHONE['height']:.2f}")
    assert last["y"] <= LAST_CARD * PHONE["height"]


# Two targets closer than 24 px between their middles, where one is smaller than 24 px: WCAG 2.2, 2.5.8.
CLOSE = """() => {
  const boxes = [...document.querySelectorAll("form.checklist :is(a, label, button, textarea)")]
    .filter((one) => one.checkVisibility() && !one.matches(".headerlink, p:not(.call) a"))
    .map((one) => [one.textContent, one.getBoundingClientRect()]);
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  const small = boxes.filter(([, box]) => Math.min(box.width, box.height) < 24);
  return [boxes.length, small.filter(([, box]) => boxes.some(([, other]) => other !== box
    && Math.hypot(middle(box)[0] - middle(other)[0], middle(box)[1] - middle(other)[1]) < 24)).map(([text]) => text)];
}"""


# Each line's card's width, its own width and its height.
LINES = """() => Object.fromEntries([...document.querySelectorAll("form.checklist .card input")].map((box) => {
  const label = box.closest("label").getBoundingClientRect();
  return [box.name, [box.closest(".card").getBoundingClientRect().width, label.width, label.height]];
}))"""


@pytest.mark.parametrize(("leaflet", "name"), [(name, name) for name in NAMES], indirect=["leaflet"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_line_is_as_wide_as_its_card_and_apart_from_the_next(leaflet: Page, name: str, width: int) -> None:
    """At least 32 px high, on one column no pixel beside it; a tap on its last word ticks it."""
    leaflet.set_viewport_size({"width": width, "height": 844})
    count, close = leaflet.evaluate(CLOSE)
    assert count > len(lines_of(name))
    assert close == []
    lines = leaflet.evaluate(LINES)
    assert lines.keys() == {*lines_of(name), "none"}
    assert [line for line, (_, _, height) in lines.items() if height < 32] == []
    assert width > 390 or [line for line, (card, wide, _) in lines.items() if wide < card - 40] == []
    for line in (lines_of(name)[0], lines_of(name)[-1]):
        label = leaflet.locator(f"label:has(input[name={line}])")
        box = label.bounding_box()
        label.click(position={"x": box["width"] - 2, "y": box["height"] - 2})
        assert leaflet.locator(f"input[name={line}]").is_checked()


def test_a_line_too_small_or_too_close_is_seen(page: Page, address: str) -> None:
    page.goto(f"{address}checklist/")
    page.evaluate("""document.styleSheets[0].insertRule(
        "form.checklist .card label {height: 20px !important; min-height: 0 !important; overflow: hidden}", 0)""")
    _, close = page.evaluate(CLOSE)
    assert len(close) > 20
