"""Our own style: written so that nothing in it is lost without a word."""

from __future__ import annotations

import pytest
import tinycss2

from conftest import ROOT


def unread(style: str) -> list[str]:
    """What a browser would skip: a rule that can't be read, or that an unclosed block has swallowed."""
    found = []
    for rule in tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True):
        if rule.type == "error":
            found.append(f"{rule.source_line}: {rule.message}")
    if style.count("{") != style.count("}"):
        found.append("a block is not closed, or closed twice")
    return found


@pytest.mark.parametrize("name", ["site.css", "checklist.css"])
def test_every_rule_can_be_read(name: str) -> None:
    style = (ROOT / "docs/assets" / name).read_text("utf-8")
    assert unread(style) == []
    assert unread(style.replace("}", "", 1)), "an unclosed block is seen"
