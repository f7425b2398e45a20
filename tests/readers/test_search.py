"""The search as a reader meets it: fetched when wanted, finding what people ask for, saying nothing to anybody."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT
from guide.content.prose import plain_text
from guide.content.site import Site, page_id
from guide.content.site import address as address_of
from guide.outputs.search_index import says

ASKED = yaml.load((ROOT / "tests/queries.yml").read_text("utf-8"), yaml.CSafeLoader)
PAGES = {page_id(path.relative_to(ROOT)) for path in [*ROOT.glob("content/*/*.yml"), *ROOT.glob("docs/**/*.md")]}
# A fork may have taken a page away: what that page answered, alone or with others, is not asked.
QUERIES = [one for one in ASKED if {name.partition("#")[0] for name in one["wanted"]} <= PAGES]
assert len(QUERIES) >= 0.9 * len(ASKED), "queries.yml wants pages that are not there: mend their names"
# The search and its index, compressed as servers do: what somebody on a phone waits for when they reach for it.
FETCHED_KIB = 90
# How many queries of each half must find the right place first, and how many among the first three. Of those that
# nobody has tuned by we want 0.75 and 0.93: all three together reach it, and none may fall.
AT_LEAST = {"tune": (0.84, 0.97), "report": (0.84, 0.93), "fresh": (0.79, 0.92), "unseen": (0.78, 0.92)}
# Fewer would measure little.
AT_LEAST_ASKED = {"tune": 250, "report": 250, "fresh": 80, "unseen": 140}
# Types each query, and reads what comes: the lines of emergency cards, and the addresses found. Meanwhile nothing is
# drawn, for that takes most of the time.
TYPE_ALL = """async (queries) => {
  document.body.style.display = "none";
  const [input, said, list] = ["input", "said", "list"].map((part) => document.querySelector(`.search-${part}`));
  const found = [];
  for (const query of queries) {
    said.textContent = "";
    input.value = query;
    input.dispatchEvent(new Event("input"));
    while (!/place|Nothing/.test(said.textContent)) await new Promise((done) => setTimeout(done));
    const all = (selector) => [...list.querySelectorAll(selector)];
    found.push([
      all(".search-emergency a").map((link) => link.textContent),
      all("li:not(.search-emergency) a").map((link) => link.href),
    ]);
  }
  document.body.style.display = "";
  return found;
}"""


class Found(NamedTuple):
    lines: list[str]  # of emergency cards, in words
    places: list[str]  # addresses below the site, best first


@pytest.fixture(scope="module")
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A phone with the search opened."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    page.locator(".md-header__button[for=__search]").click()
    yield page
    page.close()


def find(page: Page, queries: list[str], address: str) -> list[Found]:
    found = page.evaluate(TYPE_ALL, queries)
    return [Found(lines, [place.removeprefix(address) for place in places]) for lines, places in found]


def found(page: Page, question: str, address: str) -> list[str]:
    """The pages found, best first, below the site."""
    return [place.partition("#")[0] for place in find(page, [question], address)[0].places]


def is_wanted(place: str, wanted: list[str], site: Site) -> bool:
    """Whether a place is one of those wanted, `page` or `page#anchor`."""
    page, _, anchor = place.partition("#")
    for one in wanted:
        name, _, at = one.partition("#")
        if name in site.pages and address_of(site.path_of(site.pages[name])) == page and at in ("", anchor):
            return True
    return False


@pytest.fixture(scope="module")
def measured(opened: Page, address: str) -> dict[str, Found]:
    """What each query finds."""
    queries = [one["query"] for one in QUERIES]
    return dict(zip(queries, find(opened, queries, address), strict=True))


@pytest.mark.parametrize("half", AT_LEAST)
def test_what_people_type_finds_the_place_that_answers(half: str, measured: dict[str, Found], site: Site) -> None:
    """The half to tune by shows which queries miss."""
    some = [one for one in QUERIES if one["half"] == half and one["wanted"]]
    hits = {
        one["query"]: [is_wanted(place, one["wanted"], site) for place in measured[one["query"]].places[:3]]
        for one in some
    }
    assert len(some) >= AT_LEAST_ASKED[half]
    first, three = (sum(any(hit[:n]) for hit in hits.values()) / len(hits) for n in (1, 3))
    print(f"{half}: {len(hits)} queries, first {first:.1%}, among the first three {three:.1%}")
    print("\n".join(query for query, hit in hits.items() if not any(hit) and half == "tune"))
    out = 1 - len(QUERIES) / len(ASKED)  # they were among those by which the shares were set, and may have been hits
    assert first >= AT_LEAST[half][0] - out
    assert three >= AT_LEAST[half][1] - out


def test_emergency_words_show_the_card_above_all(measured: dict[str, Found]) -> None:
    """A query that tells of an emergency sign shows a card's line; one that only sounds like it hardly ever does."""
    telling = [one["query"] for one in QUERIES if one.get("now", "none") != "none"]
    close = [one["query"] for one in QUERIES if one.get("now") == "none"]
    unseen = [query for query in telling if not measured[query].lines]
    loud = [query for query in close if measured[query].lines]
    tuned = {one["query"] for one in QUERIES if one["half"] == "tune"}  # the others are to measure by, not to look at
    print(f"{len(telling)} tell of a sign, not shown for {len(unseen)}: {[one for one in unseen if one in tuned]}")
    print(f"{len(close)} only sound so, shown for {len(loud)}: {[one for one in loud if one in tuned]}")
    assert len(telling) >= 50
    assert len(close) >= 30
    assert len(unseen) <= len(telling) * 0.05
    assert len(loud) <= len(close) * 0.1


def test_each_of_people_s_words_shows_its_line_first(opened: Page, address: str, site: Site) -> None:
    phrases = [(name, phrase) for name, phrases in site.search.emergency.items() for phrase in phrases]
    results = find(opened, [phrase for _, phrase in phrases], address)
    for (name, phrase), one in zip(phrases, results, strict=True):
        line = plain_text(site.leaflets.lines[name].text)
        assert line in one.lines, f"{phrase}: {one.lines}"
    opened.locator(".search-input").fill(phrases[0][1])
    top = opened.locator(".search-list > li").first
    expect(top).to_have_class("search-emergency")
    expect(top).to_contain_text("These words stand on an emergency card")
    expect(top).to_contain_text("call your emergency number now")
    top.locator("a").first.click()
    expect(opened.locator("#now").first).to_be_in_viewport()
    opened.goto(address)
    opened.locator(".md-header__button[for=__search]").click()


@pytest.mark.parametrize("which", ["first", pytest.param("all", marks=pytest.mark.long)])
def test_each_question_finds_its_answer(which: str, opened: Page, address: str, site: Site) -> None:
    """A wording typed as it is written finds its page: first, or near others with the same words.

    `make test` types the first wording of each question, which readers see on the page of questions.
    """
    asks = [
        (page, ask, words)
        for page in site.pages.values()
        for ask in page.asks
        for words in (ask.words if which == "all" else ask.words[:1])
    ]
    results = find(opened, [words for *_, words in asks], address)
    lost = [
        words
        for (page, ask, words), one in zip(asks, results, strict=True)
        if not any(is_wanted(place, [page.id], site) for place in one.places[:3])
    ]
    print(f"{len(asks)} wordings, {len(lost)} not among the first three: {lost[:40]}")
    assert len(asks) >= 2 * len(site.pages)
    assert len(lost) <= len(asks) * 0.03


def test_the_index_is_small(built: Path) -> None:
    files = [built / f"assets/{name}.js" for name in ("search-index", "search", "vendor/minisearch")]
    sizes = [len(gzip.compress(path.read_bytes(), 9)) / 1024 for path in files]
    print(f"index, program and library: {[round(size, 1) for size in sizes]} KiB")
    assert sum(sizes) <= FETCHED_KIB


@pytest.mark.parametrize("composing", [True, False])
@pytest.mark.parametrize("key", ["ArrowDown", "Escape"])
def test_the_keys_of_an_input_method_are_its_own(key: str, composing: bool, opened: Page) -> None:
    """There an arrow chooses a word, and Escape leaves the choice, not the search."""
    box = opened.locator(".search-input")
    box.fill("pain")
    expect(opened.locator(".search-link").first).to_be_visible()
    about = {"key": key, "isComposing": composing, "bubbles": True, "cancelable": True}
    kept = box.evaluate("(box, about) => box.dispatchEvent(new KeyboardEvent('keydown', about))", about)
    assert kept == composing
    assert opened.locator("#__search").is_checked() == (composing or key != "Escape")
    box.focus()


def test_what_is_found_shows_its_page_its_heading_and_the_words(opened: Page, address: str) -> None:
    opened.locator(".search-input").fill("growing pains")
    first = opened.locator(".search-link").first
    expect(first.locator(".search-page")).to_have_text("A child's back pain: how soon?")
    expect(first.locator("strong")).to_contain_text("rowing pains")
    expect(first.locator("mark").first).to_be_visible()
    assert (first.get_attribute("href") or "").endswith("children/#growing-pains")


def test_nothing_is_fetched_until_wanted_and_nothing_typed_is_sent(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "signs/weak-legs/")
    page.wait_for_load_state("networkidle")  # what is fetched late, when the page has run
    assert [url for url in asked if "search-index" in url or "minisearch" in url or "bundle" in url] == []
    before = len(asked)
    page.keyboard.press("/")
    page.keyboard.type("my secret")
    page.wait_for_timeout(300)
    wanted = [url for url in asked[before:] if "favicon" not in url]
    assert sorted(wanted) == [address + f"assets/{name}.js" for name in ("search-index", "search", "vendor/minisearch")]
    assert page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]") == [[], []]


def test_it_works_offline_once_opened(opened: Page, address: str) -> None:
    opened.context.set_offline(True)
    assert found(opened, "numb saddle", address)
    opened.context.set_offline(False)


def test_it_says_when_there_is_nothing(opened: Page, address: str) -> None:
    """And where to go instead: it is no dead end."""
    opened.locator(".search-input").fill("qqqqqqq")
    expect(opened.locator(".search-said")).to_have_text("Nothing found. Try another word, or:")
    ways = opened.locator(".search-list a").evaluate_all("links => links.map((link) => link.href)")
    assert ways == [address + way for way in ("checklist/", "numbers/", "questions/")]


def test_it_says_when_it_cannot_be_loaded(page: Page, address: str, built: Path) -> None:
    home = (built / "index.html").read_text("utf-8").replace("vendor/minisearch.js", "vendor/lost.js")
    page.route(address, lambda route: route.fulfill(body=home, content_type="text/html"))
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".search-said")).to_have_text("The search can't be loaded now.")
    assert page.get_by_role("status").filter(has_text="can't be loaded").count() == 1, "it is said aloud"


def test_it_is_tried_again_when_the_way_is_free(page: Page, address: str) -> None:
    page.route("**/search-index.js", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".search-said")).to_have_text("The search can't be loaded now.")
    page.unroute("**/search-index.js")
    page.keyboard.type("psa")
    expect(page.locator(".search-list a").first).to_contain_text("PSA")


def test_a_page_is_found_with_its_line_and_the_last_question_gives_way(page: Page, address: str, site: Site) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".search-said")).to_have_text("Type to start searching")
    page.keyboard.type("psa")
    expect(page.locator(".search-list a").first).to_contain_text(site.pages["psa"].brief)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("lung cancer")
    expect(page.locator(".search-input")).to_have_value("lung cancer")


def test_a_stroke_in_a_note_is_a_stroke(page: Page, address: str) -> None:
    page.goto(address + "checklist/")
    page.get_by_label("My questions").focus()
    page.keyboard.type("and/or")
    assert page.get_by_label("My questions").input_value() == "and/or"
    assert not page.locator("#__search").is_checked()


def test_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("lung cancer")
    expect(page.locator(".search-link").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".search-input")).to_be_focused()
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    page.keyboard.press("/")
    page.keyboard.type("psa")
    expect(page.locator(".search-link").first).to_contain_text("PSA")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "tests/psa/")


def test_it_works_from_a_file(browser: Browser, built: Path) -> None:
    page = browser.new_page()
    page.goto((built / "signs" / "fever" / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("lung cancer")
    link = page.locator(".search-link").first
    expect(link).to_be_visible()
    assert link.evaluate("link => link.href").endswith("/cancers/lung/index.html")
    page.close()


NAMES = {
    **dict.fromkeys(["C1", "C7", "T3", "T12", "L5", "l5", "L-5", "T 12", "S1"], "scan-words/#spinal-level"),
    **dict.fromkeys(["CA125", "CA-125", "CA 125", "ca 125"], "tests/tumour-markers/"),
    **dict.fromkeys(["911", "000"], "numbers/"),
    "T1": "scan-words/#t1-t2-stir",  # a bone too, but on reports mostly a kind of picture
    "PSA 6": "tests/psa/",
    "CT": "tests/ct/",
}


@pytest.mark.parametrize("name", NAMES)
def test_names_of_letters_and_digits_are_found(name: str, opened: Page, address: str) -> None:
    """However they are written."""
    places = find(opened, [name], address)[0].places[:5]
    assert any(place.startswith(NAMES[name]) for place in places), places


@pytest.mark.parametrize("question", ["stage 4", "B12", "grade 3", "HER2", "covid-19"])
def test_a_digit_breaks_no_question(question: str, opened: Page) -> None:
    opened.locator(".search-input").fill(question)
    expect(opened.locator(".search-said")).to_have_text(re.compile("best places|^1 place$|^Nothing found"))


def test_one_place_is_not_several(page: Page, address: str, site: Site) -> None:
    columns = {"anchor": [""], **dict.fromkeys(("often", "asks", "names", "words", "answer", "heading"), "")}
    index = {"pages": [["a/", "Only", 0]], "places": {"of": [1], **columns}, "emergency": [], "call": ""}
    index["says"] = says(site)
    body = f"searchIndex = {json.dumps({**index, 'same': 'pee;wee', 'idle': [], 'fresh': []})}"
    page.route("**/search-index.js", lambda route: route.fulfill(body=body))
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("only")
    expect(page.locator(".search-said")).to_have_text("1 place")
