"""A style in words of reading becomes one of left and right, where a page is written from the left."""

from __future__ import annotations

import pytest

from finish.css import Style, inline_style
from finish.direction import from_the_left
from finish.page import parse
from finish.stylesheet import read

CASES = {
    "margin-inline-start: 1em": "margin-left:1em",
    "padding-inline-end: var(--side)": "padding-right:var(--side)",
    "border-inline-start: 2px solid red": "border-left:2px solid red",
    "border-inline-start-width: 2px": "border-left-width:2px",
    "inset-inline-end: 0": "right:0",
    "text-align: start": "text-align:left",
    "text-align: center": "text-align:center",
    "margin-inline: auto": "margin-inline:auto",
    "margin-inline: auto -0.5rem": "margin-left:auto;margin-right:-.5rem",
    "margin: 0; margin-inline-start: 1em": "margin:0 0 0 1em",
    "margin: 1em 0 2em; margin-inline-start: 3em": "margin:1em 0 2em 3em",
    "margin: 0 0 1em; margin-inline-end: 1em": "margin:0 1em 1em 0",
    "padding: calc(1px + 2px) 0; padding-inline: 3rem 2rem": "padding:calc(1px + 2px) 2rem calc(1px + 2px) 3rem",
    "color: red; margin: 0 1px": "color:red;margin:0 1px",
}


@pytest.mark.parametrize("written", CASES)
def test_sides_are_named_as_a_page_from_the_left_has_them(written: str) -> None:
    [rule] = read(f"a {{ {written}; }}")
    assert ";".join(text for _, text in from_the_left(rule.declarations)) == CASES[written]


@pytest.mark.parametrize(
    ("direction", "wanted"), [("ltr", "p{margin-left:1px}"), ("rtl", 'p{margin-inline-start:1px}[dir="rtl"] p{top:0}')]
)
def test_a_page_from_the_right_keeps_the_words_of_reading(direction: str, wanted: str, tmp_path) -> None:
    style = Style({"a.css": 'p { margin-inline-start: 1px } [dir="rtl"] p { top: 0 }'}.__getitem__)
    html = f'<!doctype html><head><link rel="stylesheet" href="a.css"></head><body dir="{direction}"><p>x</p>'
    page = parse(html, tmp_path / "index.html", "index.html")
    inline_style(page, style)
    assert page.all("style")[0].text() == wanted
