"""Our own style: written so that nothing in it is lost without a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2
from tinycss2.color4 import parse_color

from conftest import ROOT
from finish.stylesheet import between_commas as selectors_of
from html_page import parse


def unread(style: str) -> list[str]:
    """What a browser would skip: a rule that can't be read, or that an unclosed block has swallowed."""
    found = []
    for rule in tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True):
        if rule.type == "error":
            found.append(f"{rule.source_line}: {rule.message}")
    if style.count("{") != style.count("}"):
        found.append("a block is not closed, or closed twice")
    return found


STYLES = sorted((ROOT / "docs/assets").glob("*.css"))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_rule_can_be_read(path: Path) -> None:
    style = path.read_text("utf-8")
    assert unread(style) == []
    assert unread(style.replace("}", "", 1)), "an unclosed block is seen"


# What every browser still in use can read. One that can't read a selector drops the whole list it stands in.
OLD = {
    "active", "after", "before", "checked", "disabled", "empty", "first-child", "first-of-type", "focus",
    "focus-visible", "focus-within", "host", "hover", "is", "last-child", "link", "not", "nth-child",
    "placeholder", "root", "target", "valid", "visited",
}  # fmt: skip


def newer(selector: list) -> set[str]:
    """The pseudo-classes and -elements in a selector that some browsers can't read, also within brackets."""
    text = tinycss2.serialize(selector)
    return set(re.findall(r"::?(-?[a-z][\w-]*)", re.sub(r"\[[^\]]*\]|\"[^\"]*\"", "", text))) - OLD


def mixed(style: str) -> list[str]:
    """Lists in which a selector that some browsers can't read takes others with it."""
    found, rules = [], tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    while rules:
        rule = rules.pop()
        if rule.type == "at-rule" and rule.content and rule.lower_at_keyword in ("media", "supports"):
            rules += tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        elif rule.type == "qualified-rule":
            kinds = {frozenset(newer(selector)) for selector in selectors_of(rule.prelude)}
            found += [tinycss2.serialize(rule.prelude)] * (len(kinds) > 1)
    return found


def test_no_selector_takes_others_with_it_where_it_is_not_known(built: Path) -> None:
    for page in ("checklist", "cancers/lung"):
        [style] = parse(built / page / "index.html").find_all("style")
        assert mixed(style.text()) == []
    assert mixed((built / "assets/paper.css").read_text("utf-8")) == []
    for bad in ("a, b:has(i) {}", "@media print { a, :is(b, :has(i)) {} }", "a, a::details-content {}"):
        assert mixed(bad), bad


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_our_own_style_needs_nothing_that_a_browser_of_2023_lacks(path: Path) -> None:
    """Firefox 115 knows no :has(). What depends on a part of a page is marked by a class when it is built."""
    style = path.read_text("utf-8")
    assert re.findall(r":has\(|color-mix\(|@layer|@container|@scope|^ +&", style) == []


def blocks(rules: list, where: str = "") -> Iterator[tuple[str, str, list]]:
    """Yield the condition, the selectors and the declarations of each rule; a condition's own rules follow it."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            yield from blocks(
                inner, f"{where} @{rule.lower_at_keyword}{tinycss2.serialize(rule.prelude).rstrip()}".strip()
            )
        elif rule.content is not None:
            inside = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            name = f"in @{rule.at_keyword}" if rule.type == "at-rule" else ""
            selectors = " ".join([name, *tinycss2.serialize(rule.prelude).split()]).strip()
            yield where, selectors, [one for one in inside if one.type == "declaration"]
            yield from blocks([one for one in inside if one.type == "at-rule"], f"{where} {selectors}".strip())


def doubles(style: str) -> list[str]:
    """Conditions that stand twice, selectors that stand twice under one, and what a selector is told twice there."""
    rules = tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    said: Counter[str] = Counter()
    for rule in rules:
        if rule.type == "at-rule":
            said[f"@{rule.lower_at_keyword} {tinycss2.serialize(rule.prelude).strip()}"] += 1
    for where, selectors, kept in blocks(rules):
        said[f"{where} {selectors}".strip()] += 1
        for selector in selectors_of(tinycss2.parse_component_value_list(selectors)):
            for name in {one.name for one in kept}:
                said[f"{where} {tinycss2.serialize(selector).strip()} {name}".strip()] += 1
    return [what for what, times in said.items() if times > 1]


def coloured(values: list) -> bool:
    """Whether a colour stands among these, also within brackets."""
    return any(
        parse_color(one) not in (None, "currentcolor")
        or coloured(getattr(one, "arguments", getattr(one, "content", ())))
        for one in values
    )


def bare_colours(style: str) -> list[str]:
    """Declarations that hold a colour, where a name for it should stand, by which the dark side gets another."""
    rules = tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    told = [one for _, _, kept in blocks(rules) for one in kept]
    return [one.serialize() for one in told if not one.name.startswith("--") and coloured(one.value)]


def idle(style: str) -> set[str]:
    """Names that are given and not asked for, or asked for and not given."""
    given = set(re.findall(r"(--[\w-]+)\s*:", style))
    return given ^ set(re.findall(r"var\(\s*(--[\w-]+)", style))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_nothing_is_said_twice_and_each_colour_has_a_name(path: Path) -> None:
    style = path.read_text("utf-8")
    assert doubles(style) == []
    assert bare_colours(style) == []


def test_each_name_is_given_and_asked_for() -> None:
    assert idle("".join(path.read_text("utf-8") for path in STYLES)) == set()


@pytest.mark.parametrize(
    ("bad", "found"),
    [
        ("a { top: 0 } b { top: 0 } a { left: 0 }", ["a"]),
        ("a, b { top: 0 } b { top: 1px }", ["b top"]),
        ("@media print { a { top: 0 } } @media print { b { top: 0 } }", ["@media print"]),
        ("@media print { a { top: 0 } a { left: 0 } } a { top: 0 }", ["@media print a"]),
    ],
)
def test_what_is_said_twice_is_found(bad: str, found: list[str]) -> None:
    assert doubles(bad) == found


@pytest.mark.parametrize(
    "bad", ["a { color: #fff }", "a { border: 1px solid White }", "@media print { a { fill: rgb(0 0 0) } }"]
)
def test_a_colour_without_a_name_is_found(bad: str) -> None:
    assert len(bare_colours(bad)) == 1


def test_a_name_and_a_word_are_no_colours() -> None:
    assert bare_colours("a { --ink: #fff; color: var(--ink); white-space: nowrap; content: '#abc'; fill: none }") == []


def test_an_idle_name_is_found() -> None:
    assert idle("a { --x: 1; top: var(--z) }") == {"--x", "--z"}
