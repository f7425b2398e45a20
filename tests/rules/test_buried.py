"""One slip is one line: what only follows from it, on this page or on others, is not told beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini

MRI = "content/tests/mri.yml"
NUMBERS = "docs/numbers.md"
SITE = "content/site.yml"
TEXT = mini.FILES[NUMBERS]
VERSIONS = "two versions stand here one below the other — keep one, take out lines like this"
COPY = "is a copy and does not count — take it away, or give it a name of its own"
NO_ID = "can't be an id — use small letters, digits and single hyphens"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (MRI, "content/tests/mri.yaml", "nothing reads this — call it mri.yml if it is a page"),
        (MRI, "content/tests/mri.yml.txt", "nothing reads this — call it mri.yml if it is a page"),
        (MRI, "content/tests/MRI.yml", f"'MRI' {NO_ID}"),
        (MRI, "content/tests/mri_.yml", f"'mri_' {NO_ID}"),
        (MRI, "content/tests/mri.yml.bak", f"'mri.yml.bak' {COPY}"),
        (MRI, "content/tests/mri (1).yml", f"'mri (1)' {COPY}"),
        (NUMBERS, "docs/Numbers.md", f"'Numbers' {NO_ID}"),
        (NUMBERS, "docs/numbers.md.txt", "nothing reads this — files here end in .md"),
        (NUMBERS, "docs/numbers.markdown", "nothing reads this — files here end in .md"),
    ],
)  # fmt: skip
def test_a_page_under_a_wrong_name(old: str, new: str, expected: str, tmp_path: Path) -> None:
    mini.write(tmp_path)
    (tmp_path / old).rename(tmp_path / new)
    assert mini.problems(tmp_path) == [f"{new}:1:1: {expected}"]


@pytest.mark.parametrize("path", [MRI, SITE, NUMBERS, "docs/index.md", "CHANGELOG.md", "scripts/theme/404.html"])
def test_a_merge_that_nobody_ended(path: str, tmp_path: Path) -> None:
    lines = mini.FILES[path].split("\n")
    at = len(lines) // 2
    lines[at:at] = ["<<<<<<< HEAD", lines[at], "=======", lines[at] + "!", ">>>>>>> other"]
    assert mini.problems(mini.write(tmp_path, {path: "\n".join(lines)})) == [f"{path}:{at + 1}:1: {VERSIONS}"]


@pytest.mark.parametrize("spoil", ["'{}|'", "'|{}'", "'{}||x'", "'({})?'", "'[ -]'", "'\\w+'", "'.*'"])
@pytest.mark.parametrize("key", ["our", "all is clear", "24-hour line"])
def test_a_pattern_that_finds_all(key: str, spoil: str, tmp_path: Path) -> None:
    edit = (f"{key}: ", f"{spoil.format(key)}: ")
    [found] = mini.problems(mini.write(tmp_path, {SITE: edit}))
    assert ": this pattern finds any text, and nothing at all in particular — " in found


@pytest.mark.parametrize("heading", ["Where\n-----", "Where\n=====", "##Where", "# Where", "#### Where", "#Where"])
def test_a_heading_in_another_form(heading: str, tmp_path: Path) -> None:
    said = "\n\n{}\n\nAsk them what to do about it.\n"
    root = mini.write(tmp_path, {NUMBERS: TEXT.rstrip("\n") + said.format("## Where")})
    assert mini.problems(root) == []
    (root / NUMBERS).write_text(TEXT.rstrip("\n") + said.format(heading), "utf-8")
    [found] = mini.problems(root)
    assert "write '## " in found
