"""The search as a reader meets it: fetched when wanted, finding what people ask for, saying nothing to anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT
from guide.content.site import Site

QUESTIONS = yaml.safe_load((ROOT / "tests/questions.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A phone with the search opened."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    page.locator(".md-header__button[for=__search]").click()
    yield page
    page.close()


def found(page: Page, question: str, address: str) -> list[str]:
    """The addresses found, best first, below the site."""
    page.locator(".search-input").fill("")
    expect(page.locator(".search-link")).to_have_count(0)
    page.locator(".search-input").fill(question)
    expect(page.locator(".search-said")).to_have_text(re.compile(r"^(\d+ best pages|1 page)$"))
    links = page.locator(".search-link").evaluate_all("links => links.map((link) => link.href)")
    return [link.removeprefix(address).partition("#")[0] for link in links]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_people_ask_is_among_the_first_three(question: str, opened: Page, address: str) -> None:
    places = found(opened, question, address)
    print(f"{question}: {places.index(QUESTIONS[question]) + 1 if QUESTIONS[question] in places else 'not found'}")
    assert QUESTIONS[question] in places[:3]


def test_there_are_enough_questions() -> None:
    assert len(QUESTIONS) >= 30


def test_nothing_is_fetched_until_wanted_and_nothing_typed_is_sent(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "signs/weak-legs/")
    page.wait_for_load_state("networkidle")  # what is fetched late, when the page has run
    assert [url for url in asked if "search" in url or "bundle" in url] == []
    before = len(asked)
    page.keyboard.press("/")
    page.keyboard.type("my secret")
    page.wait_for_timeout(300)
    wanted = [url for url in asked[before:] if "favicon" not in url]
    assert sorted(wanted) == [address + "assets/search-index.js", address + "assets/vendor/minisearch.js"]
    assert page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]") == [[], []]


def test_it_works_offline_once_opened(opened: Page, address: str) -> None:
    opened.context.set_offline(True)
    assert found(opened, "numb saddle", address)
    opened.context.set_offline(False)


def test_it_says_when_there_is_nothing(opened: Page) -> None:
    opened.locator(".search-input").fill("qqqqqqq")
    expect(opened.locator(".search-said")).to_have_text("Nothing found. Try another word.")


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
    **dict.fromkeys(["C1", "C7", "T1", "T12", "L5", "l5", "L-5", "T 12", "S1"], "scan-words/#spinal-level"),
    **dict.fromkeys(["CA125", "CA-125", "CA 125", "ca 125"], "tests/tumour-markers/"),
    **dict.fromkeys(["911", "000"], "numbers/"),
    "PSA 6": "tests/psa/",
    "CT": "tests/ct/",
}


@pytest.mark.parametrize("name", NAMES)
def test_names_of_letters_and_digits_are_found(name: str, opened: Page, address: str) -> None:
    """However they are written."""
    found(opened, name, address)
    links = opened.locator(".search-link").evaluate_all("links => links.map((link) => link.href)")
    assert address + NAMES[name] in links[:5]


@pytest.mark.parametrize("question", ["stage 4", "B12", "grade 3", "HER2", "covid-19"])
def test_a_digit_breaks_no_question(question: str, opened: Page) -> None:
    opened.locator(".search-input").fill(question)
    expect(opened.locator(".search-said")).to_have_text(re.compile("best pages|^1 page$|^Nothing found"))


def test_one_page_is_not_several(page: Page, address: str) -> None:
    page.route("**/search-index.js", lambda route: route.fulfill(body='searchIndex = [["a/", "Only", "", "", ""]]'))
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("only")
    expect(page.locator(".search-said")).to_have_text("1 page")
