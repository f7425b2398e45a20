"""YAML → models: what an editor gets wrong in one file is named where it stands, and nothing is guessed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import mini
from guide.content import yaml_tree
from guide.content.load import load
from guide.content.source import SourceFile

MRI = "content/tests/mri.yml"
CARDS = "content/checklist.yml"

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
        f"{MRI}:3:7: this is empty — write something or take the line out"
    ]),
    "a list for a text": ({MRI: ("brief: A scan with a magnet.", "brief: [a, b]")}, [
        f"{MRI}:3:8: 'brief' is one text, no list — write it without brackets, or in quotes: brief: \"[a, b]\""
    ]),
    "a text for a list": ({MRI: ("next: [index]", "next: index")}, [
        f"{MRI}:10:7: 'next' is a list — write next: [index]"
    ]),
    "not a date": ({MRI: ("checked: 2026-11-22", "checked: last week")}, [
        f"{MRI}:11:10: not a day — write year, month and day as in 2026-11-22"
    ]),
    "no such date": ({MRI: ("checked: 2026-11-22", "checked: 2026-02-30")}, [
        f"{MRI}:11:10: the day 30 — February 2026 goes from 01 to 28"
    ]),
    "doubled key": ({MRI: ("brief:", "title: Again\nbrief:")}, [
        f"{MRI}:3:1: the key 'title' stands here twice — keep one"
    ]),
    "a list that is not closed": ({MRI: ("next: [index]", "next: [index")}, [
        f"{MRI}:10:7: '[' is not closed — write next: [index]"
    ]),
    "two documents": ({MRI: ("next:", "---\nnext:")}, [
        f"{MRI}:10:1: a line '---' within the file — take it out"
    ]),
    "an alias": ({MRI: ("brief: A scan with a magnet.", "brief: &a x")}, [
        f"{MRI}:3:8: a text can't begin with '&' — put it in quotes: brief: \"&a x\""
    ]),
    "too many entries": ({MRI: ("next: [index]", f"next: [{'x, ' * 5001}]")}, [
        f"{MRI}:10:7: more than 5,000 entries — split it"
    ]),
    "a tag": ({MRI: ("brief: A scan with a magnet.", "brief: !!str x")}, [
        f"{MRI}:3:8: a text can't begin with '!' — put it in quotes: brief: \"!!str x\""
    ]),
    "a letter that turns the words round": ({MRI: ("magnet", "mag\u202enet")}, [
        f"{MRI}:3:25: U+202E (RIGHT-TO-LEFT OVERRIDE) can't be seen — take it out"
    ]),
    "a letter that looks like another": ({MRI: ("magnet", "m\u0430gnet")}, [
        f"{MRI}:3:23: U+0430 (CYRILLIC SMALL LETTER A) may be taken for another — take it out"
    ]),
    "a year far off": ({MRI: ("next_check: 2028", "next_check: 9999")}, [
        f"{MRI}:12:13: the year 9999 — write one between 2000 and 2099"
    ]),
    "not an id": ({CARDS: ("      legs:", '      \'x" onclick=a b="\':')}, [
        f"{CARDS}:7:8: 'x\" onclick=a b=\"' can't be an id — use small letters, digits and single hyphens"
    ]),
    "a long pattern": ({"content/site.yml": ("diagnos\\w+", "diagnos\\w+|" + "|".join(["detects"] * 30))}, [
        "content/site.yml:31:3: a pattern of 250 letters may take for ever — make two lines of it, each of at most 200"
    ]),
    "not a pattern": ({"content/site.yml": ("diagnos\\w+", "diagnos(")}, [
        "content/site.yml:31:3: not a pattern (missing ), unterminated subpattern at position 7) — "
        "see https://docs.python.org/3/library/re.html"
    ]),
    "a control character": ({MRI: ("magnet", "mag\x07net")}, [
        f"{MRI}:3:25: U+0007 (a letter without a name) can't be seen — take it out",
    ]),
    "a bad id": ({"content/tests/Bone_Scan.yml": mini.FILES[MRI].replace("MRI scan", "Bone scan")}, [
        "content/tests/Bone_Scan.yml:1:1: 'Bone_Scan' can't be an id — use small letters, digits and single hyphens"
    ]),
    "an id taken": ({"docs/mri.md": mini.FILES["docs/index.md"]}, [
        f"docs/mri.md:1:1: the id 'mri' is taken by {MRI} — rename one of the two"
    ]),
    "a stranger's suffix": ({"content/tests/ct.yaml": "title: CT\n"}, [
        "content/tests/ct.yaml:1:1: nothing reads this — call it ct.yml if it is a page"
    ]),
    "a stranger's folder": ({"content/test/ct.yml": mini.FILES[MRI].replace("MRI", "CT")}, [
        "content/test:1:1: nothing reads this — did you mean 'tests'?"
    ]),
    "no front matter": ({"docs/index.md": "# Home\n"}, [
        "docs/index.md:1:1: no fields at the top — start with '---', 'title: …', further fields and '---'"
    ]),
    "a missing file": ({"content/references.yml": None}, [
        "content/references.yml:1:1: missing — the site can't be made without this file"
    ]),
    "a broken file that others name": ({"content/references.yml": ("  title: A trial", "\ttitle: A trial")}, [
        "content/references.yml:3:1: a tab where only plain spaces may stand — put plain spaces in its place"
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
        "content/references.yml:4:8: not a web address — it begins with https://, as in a browser"
    ]),
    "an unknown type of source": ({"content/references.yml": ("article-journal", "article")}, [
        "content/references.yml:2:9: 'type' can't be 'article' — did you mean 'article-journal'?"
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
    assert [str(p) for p in problems] == ["content:1:1: no content found — the site is made from the files in content/"]


@pytest.mark.parametrize("word", ["no", "yes", "on", "1:30", "010", "2026-01-02", "1_000", "0x10", "~", "null", "1.10"])
def test_words_stay_words(word: str) -> None:
    parsed, _ = yaml_tree.parse(SourceFile("x.yml", f"key: {word}\n"))
    assert parsed == {"key": word}


def test_a_problem_deep_in_folded_prose_has_its_place() -> None:
    text = "é: ü\nprose: >-\n  One line\n  and two,\n\n    three here.\nquoted: 'four'\n"
    parsed, _ = yaml_tree.parse(SourceFile("x.yml", text))
    prose = parsed["prose"]
    assert str(prose.problem("here", prose.index("three"))) == "x.yml:6:5: here"
    assert str(parsed["quoted"].problem("here")) == "x.yml:7:10: here"


def test_crlf_and_a_byte_order_mark_are_harmless(tmp_path: Path) -> None:
    mini.write(tmp_path)
    text = (tmp_path / MRI).read_text()
    (tmp_path / MRI).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load(tmp_path)[1] == []


def spoil(kind: str, path: Path) -> None:
    """Put something in the place of a file that is no plain text file."""
    path.unlink()
    if kind == "link":
        path.symlink_to("/etc/hostname")
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"x" * 1_000_001)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("link", "no plain file — put the file itself here"),
        ("pipe", "no plain file — put the file itself here"),
        ("folder", "no plain file — put the file itself here"),
        ("giant", "1,000,001 bytes — a file has at most 1,000,000"),
    ],
)
def test_what_is_no_plain_file(kind: str, expected: str, tmp_path: Path) -> None:
    spoil(kind, mini.write(tmp_path) / MRI)
    assert f"{MRI}:1:1: {expected}" in [str(p) for p in load(tmp_path)[1]]


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mini.write(tmp_path)

    def locked(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert f"{MRI}:1:1: can't be read (Permission denied) — check what it is and its permissions" in [
        str(p) for p in load(tmp_path)[1]
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("docs/assets/a b.png", "an odd name — use letters, digits, '.', '-' and '_'"),
        ("docs/assets/page.html", "nothing reads this — files here end in .css or .js or .png or .svg"),
        ("docs/other.markdown", "nothing reads this — files here end in .md"),
        ("content/tests/mri.swp", "nothing reads this — call it mri.yml if it is a page"),
    ],
)
def test_what_nothing_reads(name: str, expected: str, tmp_path: Path) -> None:
    path = mini.write(tmp_path) / name
    path.parent.mkdir(exist_ok=True)
    path.touch()
    assert [str(p) for p in load(tmp_path)[1]] == [f"{name}:1:1: {expected}"]


def test_a_message_stays_on_one_line_whatever_it_quotes(tmp_path: Path) -> None:
    mini.write(tmp_path, {MRI: ("brief:", '"breif\\n\\e[2J\\u202E' + "x" * 900 + '":')})
    messages = [str(p) for p in load(tmp_path)[1]]
    assert len(messages) == 3
    assert all(message.isprintable() and len(message) < 500 for message in messages)
    assert "\\n\\x1b[2J\\u202e" in messages[2]


@pytest.mark.parametrize("length", [300, 900, 3000])
def test_a_message_says_what_to_do_however_long_the_words_are(length: int, tmp_path: Path) -> None:
    for name, old in (("content/article.yml", "sentences:"), ("content/tests/mri.yml", "brief:")):
        mini.write(tmp_path, {name: (old, "a" * length + ":")})
        found = [line for line in mini.problems(tmp_path) if line.startswith(name)]
        assert found
        assert all(" — " in line and len(line) < 500 for line in found), found
