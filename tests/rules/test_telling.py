"""Statements, numbers and doses are agreed to as commands are: a slip in one changes what people are told to do."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import mini
from conftest import copy_project
from guide.content.load import load
from guide.content.site import Site
from guide.content.source import Text
from guide.rules import safety, wording
from guide.rules.advice import FRAME
from guide.rules.advice_on_pages import LOST
from guide.rules.said import vocabulary
from guide.rules.telling import held


@pytest.mark.parametrize(
    "words",
    [
        "Weak legs are an emergency.",
        "You need an MRI at once.",
        "It needs a doctor.",
        "Just one of them is enough to call.",
        "**A rash near an eye:** get help.",
        "**Two or three days.**",
        "This is for [[children#now|a child]].",
        "Lines that listen: 116 123 in the UK.",
        "A textphone reaches 111.",
        "At most 4,000 mg a day.",
        "Fever is 38 °C or more.",
        "Older people should in general avoid them.",
        "A normal one does not rule cancer out.",
        "No sign is no promise.",
        "Its absence should not calm you.",
        "Fever is often missing.",
    ],
)
def test_what_tells_without_a_command_is_held(words: str, site: Site) -> None:
    assert held(Text(words), False, vocabulary(site)) == [words]


@pytest.mark.parametrize(
    "words",
    ["The scan is loud.", "It took two weeks in all.", "Most are found in the hip.", "In 2019, 44 of 100 had it."],
)
def test_what_tells_nothing_is_free(words: str, site: Site) -> None:
    assert held(Text(words), False, vocabulary(site)) == []


def test_an_item_that_says_how_soon_is_held_whole(site: Site) -> None:
    """And those below a head that says it: what is for today is as much as that it is today."""
    text = Text("It hurts.\n\n- You lose weight. **Two or three days.** See it.\n- It is loud.\n\nIt is red.")
    assert held(text, False, vocabulary(site)) == ["- You lose weight.", "**Two or three days.", "See it."]
    text = Text("Today, if one is new:\n\n- A red leg\n- A hot leg\n\nIt is red.")
    assert held(text, False, vocabulary(site)) == ["Today, if one is new:", "- A red leg", "- A hot leg"]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real project, for edits that are taken back."""
    return copy_project(tmp_path_factory.mktemp("real"))


@contextlib.contextmanager
def edited(root: Path, path: str, old: str, new: str) -> Iterator[list[str]]:
    before = (root / path).read_text("utf-8")
    assert old in before, f"{old!r} is not in {path}"
    (root / path).write_text(before.replace(old, new, 1), "utf-8")
    try:
        site, found = load(root)
        assert site
        yield [str(one) for one in (*found, *safety.changed_advice(site), *wording.false_comfort(site))]
    finally:
        (root / path).write_text(before, "utf-8")


STRINGS, SITE, SEARCH, LOST_PAGE = (
    "content/strings/en.yml", "content/site.yml", "content/search.yml", "scripts/theme/404.html"
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (STRINGS, "Ring {ring}, be seen {seen}.", "Ring {seen}, be seen {ring}."),
        (STRINGS, "do not rely on", "you may rely on"),
        (STRINGS, "{low} to {high}", "{high} to {low}"),
        ("docs/worry.md", "116 123 in the UK", "116 132 in the UK"),
        ("docs/no-voice.md", "18001 111", "18000 111"),
        ("docs/worry.md", "lie flat. **Two or three days.**", "lie flat. **Two or three weeks.**"),
        ("docs/worry.md", "- You lose weight without trying. **Two or three days.** See [[weight-loss]].\n", ""),
        ("content/cancers/astrocytoma.yml", "[[children#today|today]]", "[[children#visit|today]]"),
        ("content/cancers/lymphoma.yml", "Weak legs are an emergency", "Weak legs are common"),
        ("content/causes/herniated-disc.yml", "after four weeks:** book", "after four years:** book"),
        ("content/tests/x-ray.yml", "does not rule cancer out", "does rule cancer out"),
        ("docs/how-likely.md", "no sign is no promise", "no sign is a promise"),
        ("content/treatments/pain-management.yml", "4,000 mg", "40,000 mg"),
        ("docs/signs/index.md", "should avoid ibuprofen", "should take ibuprofen"),
        ("content/disagreements.yml", "38 °C", "39 °C"),
        (SEARCH, "[weak, paralysed, ", "[weak, "),
        (SEARCH, "idle: [about, ", "idle: [about, legs, "),
        (SEARCH, "last: [", "last: [had-cancer, "),
        ("content/causes/worn-joints.yml", "also: [", "also: [cauda equina syndrome, "),
        (SITE, "neck: {label: Neck}", "neck: {label: Low back}"),
        (SITE, "We read it second-hand, as others report it", "We read it whole"),
        (SITE, "again: {label: When to think again", "again: {label: When to stay calm"),
        (LOST_PAGE, "{% block content %}\n", "{% block content %}\n<p>Stray.</p>\n"),
    ],
)
def test_a_slip_that_changes_what_is_told_is_named(path: str, old: str, new: str, real: Path) -> None:
    with edited(real, path, old, new) as found:
        assert any(line.startswith(f"{path}:") and safety.CHANGED in line for line in found), found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("docs/tests/index.md", "does not rule cancer out", "rules cancer out"),
        ("docs/tests/index.md", "does not rule cancer out", "means that you do not have cancer"),
        ("docs/how-likely.md", "It can still be cancer: no sign is no promise.", "Then it can't be cancer."),
    ],
)
def test_a_promise_that_no_test_can_keep_is_refused(path: str, old: str, new: str, real: Path) -> None:
    with edited(real, path, old, new) as found:
        assert any("reassures, and nobody can know it from here" in line for line in found), found


def test_what_is_left_out_of_the_strings_is_there(site: Site) -> None:
    assert site.strings.words.keys() >= FRAME


def test_each_change_is_named_in_the_file_that_held_it(tmp_path: Path) -> None:
    glossary, mri = "content/glossary.yml", "content/tests/mri.yml"
    mini.write(
        tmp_path,
        {
            glossary: ("inside bones.", "inside bones. Call now if it hurts."),
            mri: ("It is loud.", "It is loud. Wait here if it hurts much."),
        },
    )
    for path, old, new in (
        (glossary, " Call now if it hurts.", ""),
        (mri, "Wait here if it hurts much.", "You wait here if it hurts much."),
    ):
        text = (tmp_path / path).read_text("utf-8")
        (tmp_path / path).write_text(text.replace(old, new), "utf-8")
    site, _ = load(tmp_path)
    assert site
    places = [re.match(r"[^:]+:\d+", str(one)) for one in safety.changed_advice(site)]
    assert {place[0] for place in places if place} == {f"{glossary}:3", f"{mri}:9"}
    assert LOST in safety._said_by(site)
