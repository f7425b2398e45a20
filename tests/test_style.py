"""Our own style: written so that nothing in it is lost without a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tinycss2

from conftest import ROOT
from finish.css import selectors_of


def unread(style: str) -> list[str]:
    """What a browser would skip: a rule that can't be read, or that an unclosed block has swallowed."""
    found = []
    for rule in tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True):
        if rule.type == "error":
            found.append(f"{rule.source_line}: {rule.message}")
    if style.count("{") != style.count("}"):
        found.append("a block is not closed, or closed twice")
    return found


@pytest.mark.parametrize("name", ["site.css", "checklist.css", "search.css"])
def test_every_rule_can_be_read(name: str) -> None:
    style = (ROOT / "docs/assets" / name).read_text("utf-8")
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
    assert mixed((built / "assets/page.css").read_text("utf-8")) == []
    for bad in ("a, b:has(i) {}", "@media print { a, :is(b, :has(i)) {} }", "a, a::details-content {}"):
        assert mixed(bad), bad


@pytest.mark.parametrize("name", ["site.css", "checklist.css", "search.css"])
def test_our_own_style_needs_nothing_that_a_browser_of_2023_lacks(name: str) -> None:
    """Firefox 115 knows no :has(). What depends on a part of a page is marked by a class when it is built."""
    style = (ROOT / "docs/assets" / name).read_text("utf-8")
    assert re.findall(r":has\(|color-mix\(|@layer|@container|@scope|^ +&", style) == []
