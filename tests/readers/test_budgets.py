"""What each page asks of a reader with a phone: screens and words, what the first screen has, room for a thumb."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from conftest import ROOT
from emergency import STRIP
from guide.content.site import Site
from html_page import address_of
from tabs import Shared

PHONE = {"width": 390, "height": 844}
MEASURE = (ROOT / "tests/readers/measure.js").read_text("utf-8")
THUMB = 44  # px: what a thumb needs
LINE = 32  # px: how high a line to tick is at least, all of it a target
APART = 24  # px between the middles of two targets (WCAG 2.2, 2.5.8)
NEAR = 5  # targets on a page that may be too near another


class Budget(NamedTuple):
    """What the pages of a kind may ask for, on average: screens, words, and the share that stands behind the advice."""

    screens: float
    words: int
    back: float


# A little above what was measured: a cancer took 3.4 screens and 716 words, and 8% of it stood behind the advice.
# A sign took 822 words: each of its cards says its limits.
KINDS = {
    "cancers": Budget(4, 800, 0.10),
    "signs": Budget(4.5, 830, 0.10),
    "tests": Budget(4, 700, 0.10),
    "treatments": Budget(4, 600, 0.10),
    "mechanisms": Budget(4, 700, 0.10),
    "causes": Budget(4, 700, 0.10),
}
HOME = Budget(2.2, 300, 0.14)


class Leaflet(NamedTuple):
    """What a leaflet may ask for: screens from the top of its page to the end of its cards, and words with the list."""

    screens: float
    words: int


# A little above what was measured: 3.4, 2.8, 2.3 and 2.8 screens, 900, 709, 589 and 697 words.
LEAFLETS = {
    "checklist": Leaflet(3.6, 930),
    "had-cancer": Leaflet(3, 740),
    "children": Leaflet(2.5, 620),
    "bones-immune": Leaflet(3, 730),
}
LEAFLET = """(screen) => ({
  screens: (document.querySelector(".card.none").getBoundingClientRect().top + scrollY) / screen,
  words: document.querySelector("form.checklist").innerText.split(/\\s+/).filter(Boolean).length,
})"""
# What a thumb meets on a leaflet: its lines, whether each is hit from end to end, its numbers, and how far apart the
# middles of two targets are at least.
TARGETS = """() => {
  const box = (one) => one.getBoundingClientRect();
  const [lines, numbers] = [".card label", ".card.now .call a"].map((what) => [...document.querySelectorAll(what)]);
  const all = [...lines, ...numbers, ...document.querySelectorAll(":is(.tabs, .ladder) a")].map(box);
  const middles = all.map(({ left, top, width, height }) => [left + width / 2, top + height / 2]);
  const apart = middles.flatMap(([x, y], i) => middles.slice(i + 1).map(([ox, oy]) => Math.hypot(ox - x, oy - y)));
  const missed = lines.filter((one) => {
    one.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, right, top, bottom } = box(one);
    const item = box(one.closest("li"));
    return [item.left + 1, (left + right) / 2, item.right - 1].some((x) =>
      [top + 1, bottom - 1].some((y) => document.elementFromPoint(x, y)?.closest("label") !== one));
  });
  return {
    lines: lines.map((one) => box(one).height), missed: missed.map((one) => one.textContent),
    numbers: numbers.map((one) => Math.min(box(one).width, box(one).height)), apart: Math.min(...apart),
  };
}"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def measured(phone: Page, address: str, site: Site) -> dict[str, dict[str, Any]]:
    """Page id → what its reader is asked for: of every page, for a few of a kind may hold a budget that all do not."""
    found = {}
    for page in site.pages.values():
        phone.goto(address + address_of(site.path_of(page)))
        found[page.id] = phone.evaluate(MEASURE, PHONE["height"])
    return found


def of_kind(kind: str, measured: dict[str, dict[str, Any]], site: Site) -> list[dict[str, Any]]:
    return [one for name, one in measured.items() if site.pages[name].kind == kind]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_is_short(kind: str, measured: dict[str, dict[str, Any]], site: Site) -> None:
    pages, budget = of_kind(kind, measured, site), KINDS[kind]
    assert len(pages) > 5
    got = Budget(*(round(mean(one[field] for one in pages), 2) for field in Budget._fields))
    print(kind, got)
    assert [field for field in Budget._fields if getattr(got, field) > getattr(budget, field)] == [], got


def test_every_kind_has_its_budget(site: Site) -> None:
    assert KINDS.keys() == site.settings.kinds.keys()


def test_home_is_short_and_its_four_ways_are_on_the_first_screen(
    phone: Page, address: str, measured: dict[str, dict[str, Any]]
) -> None:
    got = Budget(*(measured["index"][field] for field in Budget._fields))
    assert [field for field in Budget._fields if getattr(got, field) > getattr(HOME, field)] == [], got
    phone.goto(address)
    ways = phone.locator(".way")
    assert [one.get_attribute("href") for one in ways.locator("a").all()] == [
        "checklist/", "had-cancer/", "children/", "bones-immune/"
    ]  # fmt: skip
    assert max(box["y"] + box["height"] for box in (one.bounding_box() for one in ways.all())) <= PHONE["height"]
    assert min(box["height"] for box in (one.bounding_box() for one in ways.all())) >= THUMB


def test_every_leaflet_has_its_budget(site: Site) -> None:
    assert LEAFLETS.keys() == site.leaflets.leaflets.keys()


@pytest.mark.parametrize("name", LEAFLETS)
def test_a_leaflet_is_short(name: str, phone: Page, address: str) -> None:
    phone.goto(f"{address}{name}/")
    got = Leaflet(**phone.evaluate(LEAFLET, PHONE["height"]))
    assert got.words > 300
    assert [one for one in Leaflet._fields if getattr(got, one) > getattr(LEAFLETS[name], one)] == [], got


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", LEAFLETS)
def test_a_thumb_finds_each_line(name: str, width: int, shared: Shared, address: str, site: Site) -> None:
    """The whole line is the target, from edge to edge of its card; a number needs a thumb's room."""
    got = shared.open(f"{address}{name}/", size=(width, 844)).evaluate(TARGETS)
    count = sum(len(group.lines) for card in site.leaflets.leaflets[name].cards for group in card.groups)
    assert len(got["lines"]) == count + 1
    assert min(got["lines"]) >= LINE
    assert got["apart"] >= APART
    assert got["missed"] == []
    assert len(got["numbers"]) == len(STRIP)
    assert min(got["numbers"]) >= THUMB


def test_lines_too_close_for_a_thumb_are_seen(phone: Page, address: str) -> None:
    phone.goto(f"{address}checklist/")
    phone.evaluate(
        """() => {
          for (const one of document.querySelectorAll(".card label")) {
            one.style.cssText = "min-height: 0; padding: 0; font-size: 8px; line-height: 1; width: fit-content";
          }
        }"""
    )
    got = phone.evaluate(TARGETS)
    assert min(got["lines"]) < LINE
    assert got["apart"] < APART
    assert len(got["missed"]) > 10


def test_a_cancer_soon_says_what_one_may_feel(measured: dict[str, dict[str, Any]], site: Site) -> None:
    pages = of_kind("cancers", measured, site)
    assert {one["h2id"] for one in pages} == {"pain"}
    assert mean(one["h2"] for one in pages) <= 0.7 * PHONE["height"]
    assert max(one["h2"] for one in pages) <= 0.85 * PHONE["height"]


def test_a_number_can_be_rung_from_the_first_screen(
    measured: dict[str, dict[str, Any]], phone: Page, address: str
) -> None:
    phone.goto(f"{address}404.html")
    found = {**measured, "404.html": phone.evaluate(MEASURE, PHONE["height"])}
    assert [name for name, one in found.items() if not one["tel"] or one["tel"]["bottom"] > PHONE["height"]] == []
    small = {name: one["tel"] for name, one in found.items() if min(one["tel"]["height"], one["tel"]["width"]) < THUMB}
    assert small == {}


def test_targets_keep_their_distance(measured: dict[str, dict[str, Any]]) -> None:
    assert {name: one["which"] for name, one in measured.items() if one["near"] > NEAR} == {}


@pytest.mark.parametrize("where", ["checklist/", "had-cancer/", "children/", "bones-immune/", "signs/weak-legs/"])
def test_what_opens_keeps_its_distance_too(where: str, phone: Page, address: str) -> None:
    """Sources, and the exact words of a leaflet."""
    phone.goto(address + where)
    words = phone.evaluate(MEASURE, PHONE["height"])["words"]
    phone.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    got = phone.evaluate(MEASURE, PHONE["height"])
    assert got["words"] > words + 300
    assert got["near"] <= NEAR, got["which"]


def test_what_is_too_near_is_seen(phone: Page, address: str) -> None:
    """Small links of their own, one beside the other, and a number that is pushed down."""
    phone.goto(f"{address}cancers/lung/")
    assert phone.evaluate(MEASURE, PHONE["height"])["near"] <= NEAR
    phone.evaluate(
        """() => {
          const crowd = document.createElement("p");
          crowd.innerHTML = '<a href="#a">1</a> '.repeat(9);
          document.querySelector(".emergency").before(crowd);
          document.querySelector(".call").style.paddingTop = "900px";
        }"""
    )
    got = phone.evaluate(MEASURE, PHONE["height"])
    assert got["near"] >= 9
    assert got["tel"]["bottom"] > PHONE["height"]
