"""The emergency line on every built page, in a browser: whole, in the locked words, seen, soon, and leading to help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from conftest import ROOT
from guide.marks import MARK, strip
from guide.safety import LOCK
from html_page import Element

LINE = (ROOT / "tests/emergency_line.js").read_text("utf-8")
TOLD = yaml.safe_load((ROOT / LOCK).read_text("utf-8"))["told"]
PHONE = {"width": 390, "height": 844}
# How far down it may begin on a phone: a little over the longest summary we have. Twice a phone's height is too late.
TOP = 800
SMALLEST = 14  # px: less is hard to read at arm's length

# Where the line's links lead, by what stands in its marks.
PLACES = {"checklist#now": "checklist/#now", "numbers": "numbers/"}
HELP = [(mark["label"], PLACES[mark["link"]]) for mark in MARK.finditer(TOLD["emergency line"]["more"]) if mark["link"]]


def wanted(where: str, address: str) -> dict[str, Any]:
    """What the line must be on a page: the locked words, read from the lock and not from the content."""
    line = TOLD["emergency line"]
    words, links = f"{strip(line['line'])} {strip(line['more'])}", HELP
    if where == "404.html":
        words, links = line["page not found"].removeprefix("<strong>").removesuffix("</strong>"), []
    return {"words": words, "links": links, "base": address, "top": TOP, "size": SMALLEST}


@pytest.fixture(scope="module", params=[True, False], ids=["with scripts", "without scripts"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def test_the_lock_names_what_to_look_for() -> None:
    """Else a lock without words would let every page pass."""
    assert HELP == [("all emergency signs", "checklist/#now"), ("which number to call", "numbers/")]
    words = wanted("", "")["words"]
    assert words.startswith("Emergency. Call your emergency number now if one of these is new or worse")
    assert all(part in words for part in ("pee or poo", "between your legs", "weak, numb or unsteady"))


def test_the_line_on_every_page(phone: Page, address: str, pages: dict[str, Element]) -> None:
    """By day, by night and on paper."""
    found, deepest = {}, 0
    for where in pages:
        phone.goto(address + where, wait_until="domcontentloaded")
        for scheme, media in (("light", "screen"), ("dark", "screen"), ("light", "print")):
            phone.emulate_media(color_scheme=scheme, media=media)
            if faults := phone.evaluate(LINE, wanted(where, address)):
                found[f"{where} {scheme} {media}"] = faults
        phone.emulate_media(color_scheme="light", media="screen")
        deepest = max(deepest, phone.evaluate("document.querySelector('.emergency').getBoundingClientRect().top + scrollY"))
    print(f"deepest: {deepest}")
    assert found == {}
