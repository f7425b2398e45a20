"""YAML → models: what an editor gets wrong in one file is named where it stands, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from guide import tree
from guide.load import load
from guide.text import Source

MRI = "content/tests/mri.yml"

# what is changed in the small site → the lines an editor reads
CASES: dict[str, tuple[dict, list[str]]] = {
    "missing field": (
        {MRI: ("brief: A scan with a magnet.\n", "")},
        [f"{MRI}:1:1: 'brief' is missing — add it: One line for lists of pages: at most 20 words, no figure."],
    ),
    "unknown field": ({MRI: ("brief:", "breif:")}, [
        f"{MRI}:1:1: 'brief' is missing — add it: One line for lists of pages: at most 20 words, no figure.",
        f"{MRI}:3:1: unknown key 'breif' — did you mean 'brief'?",
    ]),
    "empty value": ({MRI: ("brief: A scan with a magnet.", "brief:")}, [
        f"{MRI}:4:1: this is empty — write something or take the line out"
    ]),
    "a list for a text": ({MRI: ("brief: A scan with a magnet.", "brief: [a, b]")}, [
        f"{MRI}:3:1: this must be text, not a list or a mapping — write words"
    ]),
    "a text for a list": ({MRI: ("next: [index]", "next: index")}, [
        f"{MRI}:10:7: 'next': input should be a valid list — see content/schema.json"
    ]),
    "not a date": ({MRI: ("checked: 2026-11-22", "checked: last week")}, [
        f"{MRI}:11:10: not a date — write it as 2026-11-22"
    ]),
    "no such date": ({MRI: ("checked: 2026-11-22", "checked: 2026-02-30")}, [
        f"{MRI}:11:10: 'checked': input should be a valid date or datetime, "
        "day value is outside expected range — see content/schema.json"
    ]),
    "doubled key": ({MRI: ("brief:", "title: Again\nbrief:")}, [
        f"{MRI}:3:1: the key 'title' stands here twice — keep one"
    ]),
    "broken YAML": ({MRI: ("next: [index]", "next: [index")}, [
        f"{MRI}:11:8: did not find expected ',' or ']' — mend the YAML here or just above"
    ]),
    "two documents": ({MRI: ("next:", "---\nnext:")}, [
        f"{MRI}:1:1: not one mapping — write 'key: value' lines and no second '---'"
    ]),
    "an alias": ({MRI: ("brief: A scan with a magnet.", "brief: &a x")}, [
        f"{MRI}:3:8: anchors, aliases and tags are not used here — write the value out"
    ]),
    "a tag": ({MRI: ("brief: A scan with a magnet.", "brief: !!str x")}, [
        f"{MRI}:3:8: anchors, aliases and tags are not used here — write the value out"
    ]),
    "a control character": ({MRI: ("magnet", "mag\x07net")}, [
        f"{MRI}:3:25: U+0007 (a letter without a name) can't be seen — take it out",
        f"{MRI}:3:25: a character YAML does not allow — take it out",
    ]),
    "a bad id": ({"content/tests/Bone_Scan.yml": mini.FILES[MRI].replace("MRI scan", "Bone scan")}, [
        "content/tests/Bone_Scan.yml:1:1: 'Bone_Scan' can't be an id — use small letters, digits and single hyphens"
    ]),
    "an id taken": ({"docs/mri.md": mini.FILES["docs/index.md"]}, [
        f"docs/mri.md:1:1: the id 'mri' is taken by {MRI} — rename one of the two"
    ]),
    "a stranger's suffix": ({"content/tests/ct.yaml": "title: CT\n"}, [
        "content/tests/ct.yaml:1:1: nothing reads this — a page is content/<kind>/<id>.yml"
    ]),
    "a stranger's folder": ({"content/test/ct.yml": mini.FILES[MRI].replace("MRI", "CT")}, [
        "content/test:1:1: nothing reads this — did you mean 'tests'?"
    ]),
    "no front matter": ({"docs/index.md": "# Home\n"}, [
        "docs/index.md:1:1: no front matter — start with '---', 'title: …', further fields and '---'"
    ]),
    "a missing file": ({"content/references.yml": None}, [
        "content/references.yml:1:1: missing — the site can't be made without this file"
    ]),
    "broken YAML in a file that others name": ({"content/references.yml": ("  title: A trial", "\ttitle: A trial")}, [
        "content/references.yml:3:1: found a tab character that violates indentation — mend the YAML here or just above"
    ]),
    "a missing file and a mistake elsewhere": ({
        "content/glossary.yml": None, "content/tests/mri.yml": ("title: MRI scan\n", "")
    }, [
        "content/glossary.yml:1:1: missing — the site can't be made without this file",
        "content/tests/mri.yml:1:1: 'title' is missing — add it: The page's heading. No two pages share one.",
    ]),
    "no vocabulary": ({"content/site.yml": None}, [
        "content/site.yml:1:1: missing — the site can't be made without this file"
    ]),
    "a reference without an address": ({"content/references.yml": ("  URL: https://example.org/trial\n", "")}, [
        "content/references.yml:2:3: 'URL' is missing — add it"
    ]),
    "not an address": ({"content/references.yml": ("https://example.org/trial", "example.org")}, [
        "content/references.yml:4:8: not a web address — start with https://"
    ]),
    "an unknown type of source": ({"content/references.yml": ("article-journal", "article")}, [
        "content/references.yml:2:9: 'type': input should be 'article-journal', 'article-newspaper', 'chapter', "
        "'document', 'manuscript', 'paper-conference', 'report' or 'webpage' — see content/schema.json"
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_mistake_in_one_file(name: str, tmp_path: Path) -> None:
    edits, expected = CASES[name]
    _, problems = load(mini.write(tmp_path, edits))
    assert [str(problem) for problem in problems] == expected


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    mini.write(tmp_path)
    (tmp_path / MRI).write_bytes(b"title: caf\xe9\n")
    assert [str(p) for p in load(tmp_path)[1]] == [f"{MRI}:1:11: not UTF-8 from here on — save the file as UTF-8"]


@pytest.mark.parametrize("remains", ["no folder", "an empty folder", "no pages"])
def test_no_content_is_an_error(remains: str, tmp_path: Path) -> None:
    if remains != "no folder":
        (tmp_path / "content").mkdir()
    if remains == "no pages":
        (tmp_path / "content/site.yml").write_text(mini.FILES["content/site.yml"])
    site, problems = load(tmp_path)
    assert site is None
    assert [str(p) for p in problems] == [
        "content:1:1: no content found — the site is made from the YAML files in content/"
    ]


@pytest.mark.parametrize("word", ["no", "yes", "on", "1:30", "010", "2026-01-02", "1_000", "0x10", "~", "null", "1.10"])
def test_words_stay_words(word: str) -> None:
    parsed, _ = tree.parse(Source("x.yml", f"key: {word}\n"))
    assert parsed == {"key": word}


def test_a_problem_deep_in_folded_prose_has_its_place() -> None:
    text = "é: ü\nprose: >-\n  One line\n  and two,\n\n    three here.\nquoted: 'four'\n"
    parsed, _ = tree.parse(Source("x.yml", text))
    prose = parsed["prose"]
    assert str(prose.problem("here", prose.index("three"))) == "x.yml:6:5: here"
    assert str(parsed["quoted"].problem("here")) == "x.yml:7:10: here"


def test_crlf_and_a_byte_order_mark_are_harmless(tmp_path: Path) -> None:
    mini.write(tmp_path)
    text = (tmp_path / MRI).read_text()
    (tmp_path / MRI).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load(tmp_path)[1] == []
