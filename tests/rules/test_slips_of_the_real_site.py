"""Slips in the real content, which has more of everything than the small site: each ends in words, at its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import checking
from conftest import ROOT

LUNG = "content/cancers/lung.yml"
# File, what stands there, what an editor typed, and what the problem says.
SLIPS: dict[str, tuple[str, str, str, str]] = {
    "a tier that there is none of": (
        "content/checklist.yml",
        "    tier: now\n",
        "    tier: nwo\n",
        "did you mean 'now'",
    ),
    "behind words for a speed": ("content/site.yml", r": \[now\]", ": [nwo]", "did you mean 'now'"),
    "a tier that is gone": ("content/site.yml", r"\n  soon:\n(?:    .*\n)+", "\n", "'soon'"),
    "a line that there is none of": (
        "content/leaflets.yml",
        r"limb-weaker, body-numb\]",
        "limb-weaker, bodynumb]",
        "body-numb",
    ),
    "digits as a key": (
        "content/checklist.yml",
        r"signs: \[weak-legs\]\n",
        "signs: [weak-legs]\n        5: x\n",
        "'5'",
    ),
    "a part without a number": ("content/signs/weak-legs.yml", "value: 82%", 'value: "most, of 12"', "most, of 12"),
    "a string that is gone": ("content/strings/en.yml", r"\n  skip: .*", "", "the string 'skip' is missing"),
    "a letter that no YAML holds": ("mkdocs.yml", "theme:", "theme\x07:", "can't be seen"),
}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a check reads."""
    folder = tmp_path_factory.mktemp("real")
    for name in (
        "content",
        "docs",
        "scripts/theme",
        "tests/cases.yml",
        "mkdocs.yml",
        "CHANGELOG.md",
        "scripts/assets.yml",
    ):
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        shutil.copytree(ROOT / name, place) if (ROOT / name).is_dir() else shutil.copy(ROOT / name, place)
    return folder


def said(folder: Path) -> list[str]:
    site, problems = checking.checked_site(folder)
    return [*map(str, problems)] if site or problems else ["nothing was read"]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_in_words(slip: str, real: Path) -> None:
    name, there, typed, told = SLIPS[slip]
    file = real / name
    before = file.read_text("utf-8")
    after, many = re.subn(there, lambda _: typed, before, count=1)
    assert many == 1
    file.write_text(after, "utf-8")
    try:
        problems = said(real)
    finally:
        file.write_text(before, "utf-8")
    assert [one for one in problems if told in one], problems[:5]


def test_a_page_in_a_folder_of_no_kind_is_told(real: Path) -> None:
    (real / "content/cancer").mkdir()
    (real / LUNG).rename(real / "content/cancer/lung.yml")
    try:
        assert [one for one in said(real) if "did you mean 'cancers'" in one]
    finally:
        (real / "content/cancer/lung.yml").rename(real / LUNG)
        (real / "content/cancer").rmdir()
