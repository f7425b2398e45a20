"""What the style does for a reader, in a browser: where the keyboard is, what paper shows, what colours tell apart."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from colours import contrast
from conftest import in_turn
from leaflet import LEAFLETS, NAMES, TIERS
from tabs import Shared

PHONE = (390, 844)


@pytest.fixture
def paper(shared: Shared, address: str) -> Page:
    page = shared.open(address + "checklist/")
    page.emulate_media(media="print")
    return page


def style(page: Page, selector: str, name: str, pseudo: str = "") -> str:
    """A property of the first such element, as the browser works it out."""
    return page.locator(selector).first.evaluate(
        "(one, [name, pseudo]) => getComputedStyle(one, pseudo)[name]", [name, pseudo]
    )


# Where the keyboard is must stand out from what lies around it: by width, and by colour from the nearest ground.
RING = """() => {
  const one = document.activeElement;
  const {outlineStyle, outlineWidth, outlineColor, outlineOffset} = getComputedStyle(one);
  let ground = parseFloat(outlineOffset) < 0 ? one : one.parentElement;
  while (ground && /rgba|transparent/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
  return {
    what: one.outerHTML.slice(0, 60), shown: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    ring: outlineColor, ground: getComputedStyle(ground ?? document.body).backgroundColor,
  };
}"""


@pytest.mark.parametrize(("where", "scheme"), in_turn(["about/", "checklist/"], ["light", "dark"]))
def test_one_sees_where_the_keyboard_is(scheme: str, where: str, shared: Shared, address: str) -> None:
    """In the header, the search, the menu, the text and on a leaflet: a ring of 3 to 1 against its ground."""
    page = shared.open(address + where, size=(1280, 844), scheme=scheme)
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(RING))
    page.keyboard.press("/")
    page.keyboard.type("legs")
    page.locator(".search-list a").first.wait_for()
    page.keyboard.press("ArrowDown")
    seen.append(page.evaluate(RING))
    seen = [one for one in seen if "search-input" not in one["what"]]  # a field that is typed into has its caret
    assert len(seen) > 50
    assert [one for one in seen if not one["shown"] or contrast(one["ring"], one["ground"]) < 3] == []


def test_a_link_to_a_place_shows_it_whole(shared: Shared, address: str) -> None:
    """Below the header, which stays at the top."""
    steps = [f"{name}/#{card.tier}" for name, leaflet in LEAFLETS.items() for card in leaflet.cards]
    for place in (*steps, "checklist/#list", "glossary/#marrow", "signs/weak-legs/#sources", "numbers/#letter-t"):
        page = shared.open(address + place, size=PHONE, motion="reduce")
        header = page.locator(".md-header").bounding_box()
        assert page.locator(":target").bounding_box()["y"] >= header["y"] + header["height"], place


# A style that moves all it can, as a later theme or a new part may: before ours, and stronger than a bare `*`.
MOTION = """() => document.querySelector("link[rel=stylesheet]").before(Object.assign(document.createElement("style"), {
  textContent: `@keyframes turn { to { rotate: 1turn } } :root { scroll-behavior: smooth }
    h1[id], h1[id]::before, h1[id]::after { content: "x"; animation: turn 9s infinite; transition: opacity 9s }`,
}))"""
MOVING = """() => {
  const seconds = (text) => Math.max(...text.split(",").map(parseFloat));
  const found = new Set();
  for (const one of document.querySelectorAll("*")) {
    for (const part of ["", "::before", "::after"]) {
      const style = getComputedStyle(one, part || null);
      if (style.animationName !== "none") found.add("animation" + part);
      if (style.scrollBehavior !== "auto") found.add("scrolling" + part);
      if (style.transitionProperty !== "none" && seconds(style.transitionDuration) > 0) found.add("transition" + part);
    }
  }
  return [...found].sort();
}"""
PARTS = ("", "::before", "::after")


@pytest.mark.parametrize("wish", ["reduce", "no-preference"])
def test_who_wants_no_motion_gets_none(wish: str, shared: Shared, address: str) -> None:
    """Whatever a style asks for, of any part; and who has no such wish sees that it would have moved."""
    page = shared.open(address, size=PHONE, motion=wish, bypass_csp=True)
    page.evaluate(MOTION)
    all_of_it = sorted({"scrolling", *(f"{what}{part}" for what in ("animation", "transition") for part in PARTS)})
    assert page.evaluate(MOVING) == ([] if wish == "reduce" else all_of_it)


def shades(look: str) -> dict[str, str]:
    """A browser's own settings for light, dark, or a reader's own colours."""
    return {"scheme": "dark" if look == "dark" else "light", "forced": "active" if look == "forced" else "none"}


# What of a leaflet has a word that is broken in two for want of room, or goes beyond its box or the screen.
SAYS = ":is(.tabs, .ladder, .call) a, .card :is(h2, label)"
CUT = """(says) => [...document.querySelectorAll(says)].filter((one) => {
  const box = one.getBoundingClientRect();
  const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  for (const part = document.createRange(); walk.nextNode(); ) {
    for (const { 0: word, index } of walk.currentNode.data.matchAll(/\\S+/g)) {
      part.setStart(walk.currentNode, index);
      part.setEnd(walk.currentNode, index + word.length);
      const [said, ...more] = part.getClientRects();
      if (!said) continue; // shown nowhere, as the sign behind a heading on a phone
      if (more.length || said.left < box.left - 0.5 || said.right > Math.min(box.right + 0.5, innerWidth)) return true;
    }
  }
}).map((one) => one.textContent)"""


@pytest.mark.parametrize("look", ["light", "dark", "forced"])
def test_what_a_picture_tells_apart_looks_apart(look: str, shared: Shared, address: str) -> None:
    """Filled from empty, sure from maybe, bar from track, line from ground: in each set of colours."""
    page = shared.open(address + "how-likely/", **shades(look))
    ground = style(page, "body", "backgroundColor")
    on, off, hole = (style(page, f".dots .{kind}", "stroke") for kind in ("on", "off", "hole"))
    assert len({on, off, ground}) == 3
    assert hole not in (on, style(page, ".dots .maybe", "stroke"))
    page.goto(address + "cancers/lung/")
    assert style(page, ".bars rect:not(.track)", "fill") != style(page, ".bars .track", "fill")
    page.goto(address + "clinicians/")
    for kind in ("range", "one", "tick"):
        assert style(page, f".intervals .{kind}", "stroke") not in (ground, "none"), kind
    for where, marks in (("how-it-hurts/", [".bone", ".much, .on, .disc"]), ("signs/numbness/", [".area"])):
        page.goto(address + where)
        for mark in marks:
            if page.locator(f".figure :is({mark})").count():
                look_of = [style(page, f".figure :is({mark})", name) for name in ("fill", "stroke")]
                assert [one for one in look_of if one not in ("none", ground)], f"{where} {mark}"


def test_a_phone_names_the_column_of_each_cell(shared: Shared, address: str) -> None:
    """The head of a table is out of sight there: a number alone says nothing."""
    page = shared.open(address + "numbers/", size=PHONE)
    cells = page.locator("article td:not(:first-child)").evaluate_all(
        "cells => cells.map((one) => [one.dataset.label, getComputedStyle(one, '::before').content])"
    )
    assert len(cells) > 10
    assert [(label, said) for label, said in cells if not label or label not in said] == []


def test_a_finger_finds_each_number(shared: Shared, address: str) -> None:
    """Where no script runs as well: each number is a link as high as a finger, and each letter leads to its heading."""
    page = shared.open(address + "numbers/", size=PHONE, java_script_enabled=False)
    sizes = "all => all.map((one) => one.getBoundingClientRect().toJSON())"
    boxes = page.locator("a[href^='tel:']").evaluate_all(sizes)
    assert len(boxes) > 250
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44
    letters = page.locator(".jump a").evaluate_all(sizes)
    assert len(letters) > 15
    assert min(min(box["width"], box["height"]) for box in letters) >= 44
    page.get_by_role("navigation", name="Countries by first letter").get_by_role("link", name="T", exact=True).click()
    assert page.locator("#letter-t").bounding_box()["y"] < PHONE[1] / 2


@pytest.mark.parametrize("look", ["light", "dark", "forced"])
def test_what_is_urgent_stands_out(look: str, shared: Shared, address: str) -> None:
    """The emergency box and urgent cards, on screen and on the paper card, have an edge of their own."""
    page = shared.open(address + "checklist/", **shades(look))
    edges = {tier: style(page, f".card.{tier}", "borderTopColor") for tier in TIERS}
    assert len({*edges.values()}) == (1 if look == "forced" else 5)
    widths = {tier: style(page, f".card.{tier}", "borderTopWidth") for tier in TIERS}
    assert widths == {tier: "3px" if tier == "now" else "1px" for tier in TIERS}
    if look != "forced":
        steps = {tier: style(page, f".ladder a.{tier}", "borderBottomColor") for tier in TIERS}
        assert steps == edges, "a step of the ladder has the colour of the card it leads to"
    page.goto(address + "cancers/lung/")
    assert style(page, ".emergency", "borderTopWidth") == "3px"
    assert style(page, ".emergency", "borderTopColor") == edges["now"]
    page.goto(address + "card/")
    assert style(page, ".panel.now", "borderTopColor") == edges["now"]


@pytest.mark.parametrize(("name", "look"), in_turn(NAMES, ["light", "dark", "forced"]))
def test_one_sees_which_leaflet_one_is_on(name: str, look: str, shared: Shared, address: str) -> None:
    """By its ground; where a reader's own colours take that away, by the width of its edge."""
    page = shared.open(f"{address}{name}/", size=PHONE, **shades(look))
    here, others = ".tabs [aria-current]", ".tabs a:not([aria-current])"
    assert page.locator(here).count() == 1
    assert page.locator(others).count() == len(NAMES) - 1
    if look == "forced":
        widths = [float(style(page, one, "borderTopWidth").removesuffix("px")) for one in (here, others)]
        assert widths[0] >= 3 * widths[1] > 0
    else:
        assert contrast(*(style(page, one, "backgroundColor") for one in (here, others))) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_a_narrow_phone_cuts_no_word_of_a_leaflet(name: str, shared: Shared, address: str) -> None:
    """320 px, and 1280 px at 400%: what a tab, a step, a number or a line says stays within it."""
    page = shared.open(f"{address}{name}/", size=(320, 640))
    assert page.evaluate(CUT, SAYS) == []
    page.locator(".ladder a").first.evaluate("(one) => (one.textContent = 'Nownownownow')")
    assert len(page.evaluate(CUT, SAYS)) == 1


def test_an_eye_finds_each_box(shared: Shared, address: str) -> None:
    """As large as a letter, and its line is the target: `test_budgets.py` measures that."""
    page = shared.open(address + "checklist/", size=PHONE)
    boxes = page.locator(".card input").evaluate_all("all => all.map((one) => one.getBoundingClientRect())")
    assert {(round(box["width"]), round(box["height"])) for box in boxes} == {(20, 20)}


def test_the_way_to_the_list_stays_in_sight_and_covers_no_focus(shared: Shared, address: str) -> None:
    page = shared.open(address + "checklist/", size=PHONE)
    page.locator(".card input").first.check()
    page.evaluate("scrollTo(0, 600)")
    bar = page.locator(".bar a").bounding_box()
    assert 0 <= bar["y"] <= PHONE[1] - bar["height"]
    page.locator(".card input").first.focus()
    covered = []
    for _ in range(40):
        page.keyboard.press("Tab")
        one, bar = (page.evaluate(f"{what}.getBoundingClientRect().toJSON()")
                    for what in ("document.activeElement", "document.querySelector('.bar a')"))  # fmt: skip
        if not page.evaluate("document.activeElement.matches('.bar a')"):
            covered += [one] if one["bottom"] > bar["top"] and one["top"] < bar["bottom"] else []
    assert covered == []


def test_paper_shows_what_paper_needs(paper: Page, address: str) -> None:
    """Lines to write on, and no menu; the page's address in place of its sources, which no finger can follow."""
    assert style(paper, ".list .paper", "display") != "none"
    assert float(style(paper, ".fill .line", "borderBottomWidth").removesuffix("px")) > 0
    assert float(style(paper, ".list textarea", "borderBottomWidth").removesuffix("px")) > 0
    for gone in (".md-header", ".bar", ".tabs", ".ladder", ".list .buttons"):
        assert not paper.locator(gone).first.is_visible(), gone
    assert paper.locator(".dates .address").inner_text() == address + "checklist/"
    for gone in (".sources", "#seed", "#next", "#linked-from", ".dates a"):
        assert not paper.locator(gone).first.is_visible(), gone
    paper.goto(address + "cancers/lung/")
    assert float(style(paper, "article .summary", "fontSize").removesuffix("px")) >= 16  # 12 pt
    for number in ("999", "112", "911"):
        assert paper.locator(".emergency .call").get_by_text(number).is_visible()
    assert "feel or hold pee or poo" in paper.locator(".emergency").inner_text()
    assert "underline" not in style(paper, "article p a", "textDecorationLine")
    paper.goto(address + "card/")
    assert float(style(paper, ".fold .line", "borderBottomWidth").removesuffix("px")) > 0
    paper.emulate_media(media="screen")
    paper.goto(address + "checklist/")
    assert not paper.locator(".dates .address").is_visible()
    assert not paper.locator(".list .paper").is_visible()
