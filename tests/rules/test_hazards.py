"""The hazard log: every danger says what is done, what guards it and what is left, and names only tests that exist."""

from __future__ import annotations

import ast
import re

import pytest

from conftest import ROOT

LABELS = ["Harm", "What we do", "Guard", "What is left"]
TESTS = {
    node.name
    for path in (ROOT / "tests").rglob("test_*.py")
    for node in ast.parse(path.read_text(encoding="utf-8")).body
    if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
}
LOG = (ROOT / "docs/hazards.md").read_text(encoding="utf-8")


def hazards(text: str) -> dict[str, dict[str, str]]:
    """Each hazard's heading → its labelled lines."""
    found = {}
    for part in re.split(r"^### ", text, flags=re.MULTILINE)[1:]:
        heading, _, rest = part.partition("\n")
        lines = rest.partition("\n## ")[0]
        found[heading.partition(" {")[0]] = dict(re.findall(r"^- \*\*([^*]+):\*\* (.+)$", lines, re.MULTILINE))
    return found


def faults(text: str) -> list[str]:
    """What is wrong with the log in `text`."""
    found = []
    for heading, lines in hazards(text).items():
        if list(lines) != LABELS:
            found.append(f"{heading}: says {list(lines)}, not {LABELS}")
        guard = lines.get("Guard", "")
        if not re.search(r"`test_\w+`|\bNo test: \w", guard):
            found.append(f"{heading}: the guard names no test and does not say why — write 'No test: ...'")
    return found + [f"no test '{name}'" for name in named(text) if name not in TESTS]


def named(text: str) -> list[str]:
    return sorted(set(re.findall(r"`(test_\w+)`", text)))


def test_every_hazard_says_what_is_done_what_guards_it_and_what_is_left() -> None:
    without = [heading for heading, lines in hazards(LOG).items() if "`test_" not in lines["Guard"]]
    print(f"{len(hazards(LOG))} hazards, {len(named(LOG))} tests named; no test: {without}")
    assert len(hazards(LOG)) >= 40
    assert LOG.count("\n### ") == len(hazards(LOG)), "two hazards have one heading"
    assert [fault for fault in faults(LOG) if not fault.startswith("no test '")] == []


@pytest.mark.parametrize("path", ["docs/hazards.md", "REGULATORY.md"])
def test_every_test_that_is_named_exists(path: str) -> None:
    names = named((ROOT / path).read_text(encoding="utf-8"))
    assert len(names) >= 5
    assert [name for name in names if name not in TESTS] == []


GOOD = """\
### A fall
- **Harm:** A reader falls.
- **What we do:** We warn.
- **Guard:** `test_every_test_that_is_named_exists`.
- **What is left:** Much.
"""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("- **What is left:** Much.\n", "", "A fall: says ['Harm', 'What we do', 'Guard'], not"),
        ("**What we do:** We warn.", "**What we do:**", "A fall: says ['Harm', 'Guard', 'What is left'], not"),
        ("**Harm:**", "**Hram:**", "A fall: says ['Hram', "),
        ("`test_every_test_that_is_named_exists`.", "We look.", "A fall: the guard names no test and does not say why"),
        ("named_exists`", "named_exits`", "no test 'test_every_test_that_is_named_exits'"),
    ],
)
def test_a_bad_log_is_found(old: str, new: str, fault: str) -> None:
    assert faults(GOOD) == []
    assert faults(GOOD.replace("`test_every_test_that_is_named_exists`", "No test: a person looks")) == []
    [found] = faults(GOOD.replace(old, new))
    assert found.startswith(fault)
