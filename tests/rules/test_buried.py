"""One slip is one line: what only follows from it, on this page or on others, is not told beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini

MRI = "content/tests/mri.yml"
NUMBERS = "docs/numbers.md"
SOURCES = "content/references.yml"
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


def test_a_page_in_the_folder_of_another_kind(tmp_path: Path) -> None:
    site = mini.FILES[SITE].replace(
        "kinds:\n", "kinds:\n  signs: {folder: signs, label: Signs, sections: {feels: {label: Feels}}}\n", 1
    )
    about = (
        mini.FILES["docs/tests/index.md"]
        .replace("tests", "signs")
        .replace("Tests", "Signs")
        .replace("{{ pages signs }}", "It is so.")
    )
    edits = {SITE: site, "docs/signs/index.md": about.replace("next: [mri]", "next: [tests]")}
    edits["docs/index.md"] = mini.FILES["docs/index.md"].replace("next: [tests]", "next: [tests, signs]")
    root = mini.write(tmp_path, edits)
    before = mini.problems(root)
    (root / "content/signs").mkdir()
    (root / MRI).rename(root / "content/signs/mri.yml")
    told = "content/signs/mri.yml:1:8: this reads like a page of 'tests' — move its file to content/tests/"
    assert [one for one in mini.problems(root) if one not in before] == [told]


@pytest.mark.parametrize("path", ["content/de/search.yml", "content/de/tests/mri.yml", "content/de/docs/index.md"])
def test_a_language_without_strings(path: str, tmp_path: Path) -> None:
    root = mini.write(tmp_path, {path: "same: []\n"})
    missing = "content/strings/de.yml is missing, which makes this a language — write what the code says"
    assert mini.problems(root) == [f"content/de:1:1: {missing}"]


@pytest.mark.parametrize(
    ("key", "line", "problem"),
    [
        ("author", "  et_al: true\n  author: [{family: Lee, given: Dr A}]", "'Dr' is no part of a name — take it out"),
        ("note", "  note: yes", "'yes' says nothing to a reader — write it in words, or take the line out"),
        ("people", "  people: women", "'women' does not say whom it counted — write who, how many, where and when: "
         "2,703 people with myeloma, UK records, 2000 to 2014"),
    ],
)  # fmt: skip
def test_a_field_of_a_source(key: str, line: str, problem: str, tmp_path: Path) -> None:
    text = mini.FILES[SOURCES].replace("read: abstract", "read: second-hand" if key == "note" else "read: abstract")
    site = mini.FILES[SITE].replace("abstract: {", "second-hand: {label: Second-hand}\n  abstract: {", 1)
    site = site.replace("{label: Trial}", "{label: Trial, counts: true}") if key == "people" else site
    [found] = mini.problems(mini.write(tmp_path, {SOURCES: text.rstrip("\n") + f"\n{line}\n", SITE: site}))
    assert found.endswith(problem)
