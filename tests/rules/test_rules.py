"""Every rule has a tiny bad example that must fail, with the place and the words an editor gets."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from bad_examples import CASES
from guide.rules import check
from mini import problems

MRI = "content/tests/mri.yml"
HOME = "docs/index.md"


def test_the_small_site_keeps_every_rule(tmp_path: Path) -> None:
    assert problems(mini.write(tmp_path)) == []


@pytest.mark.parametrize(("rule", "edits", "expected"), CASES, ids=[case[0] for case in CASES])
def test_rule(rule: str, edits: dict, expected: list[str], tmp_path: Path) -> None:
    assert problems(mini.write(tmp_path, edits)) == expected


def test_every_rule_has_a_bad_example() -> None:
    rules = {rule.__name__ for rule in [*check.RULES, *check.dates.BY_DAY]} | {"endless_texts"}
    assert rules == {case[0] for case in CASES}


@pytest.mark.parametrize("name", ["references", "disagreements", "figures"])
def test_a_file_that_cannot_be_read_hides_no_slip_elsewhere(name: str, tmp_path: Path) -> None:
    path = f"content/{name}.yml"
    first = mini.FILES[path].partition("\n")[2]
    edits = {path: (first, first.replace("  ", "\t", 1)), MRI: ("It is loud.", "It is [[mir]], it is [@smith-2020].")}
    assert problems(mini.write(tmp_path, edits)) == [
        f"{path}:2:1: a tab where only plain spaces may stand — put plain spaces in its place",
        f"{MRI}:9:11: no page or word 'mir' — did you mean 'mri'?",
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("summery: It is.", "10:1: unknown key 'summery' — did you mean 'summary'?"),
        ("draft: maybe", "10:8: 'draft' is true or not there — write draft: true, or take the line out"),
        ("next_check: soon", "10:13: not a day — write year, month and day as in 2026-11-22"),
        ("share: {low: 1_0}", None),
    ],
)
def test_a_field_that_cannot_be_read_hides_no_slip_beside_it(line: str, problem: str | None, tmp_path: Path) -> None:
    text = mini.FILES[MRI].replace("It is loud.", "It is [[mir]].").replace("next_check: 2028-11-22\n", "")
    found = problems(mini.write(tmp_path, {MRI: text.replace("next: [index]", f"{line}\nnext: [index]")}))
    assert f"{MRI}:9:11: no page or word 'mir' — did you mean 'mri'?" in found
    assert problem is None or f"{MRI}:{problem}" in found
    assert all(one.startswith(MRI) for one in found)


def test_all_problems_come_at_once_and_sorted(tmp_path: Path) -> None:
    edits = {
        MRI: ("It is loud.", "It takes 40 minutes, see [[mir]] [@smth-2020]."),
        HOME: ("next: [tests]", "next: [test]\nmood: glad"),
        "content/references.yml": ("read: abstract", "read: abstrct"),
    }
    assert problems(mini.write(tmp_path, edits)) == [
        "content/references.yml:6:9: 'abstrct' is not in site.yml — did you mean 'abstract'?",
        f"{MRI}:9:30: no page or word 'mir' — did you mean 'mri'?",
        f"{MRI}:9:39: no reference 'smth-2020' — did you mean 'smith-2020'?",
        f"{HOME}:6:8: no page 'test' — did you mean 'tests'?",
        f"{HOME}:7:1: unknown key 'mood' — use one of: ages, also, asks, body, brief, checked, draft, evidence, "
        "figures, group, levels, name, next, next_check, sections, share, summary, title, unavoidable, words_first",
    ]
