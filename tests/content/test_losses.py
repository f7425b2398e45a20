"""What YAML would drop or change in silence is named, at its place; what looks alike and is none is not."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from conftest import ROOT
from guide.content import yaml_tree
from guide.content.load import load
from guide.content.source import SourceFile
from guide.pages.render import render

BEHIND = "all behind ' #' is lost — put the text in quotes, or a comment on a line of its own"
LINE = "this line is lost, for '#' begins a comment — put the text in quotes"
AWAY = (
    "this line is lost, for '# ' begins a comment — put the text in quotes, or a comment right above what it is about"
)
FOLDED = "paragraphs and lists are lost in text that runs on — write sentences, or in a section '|' behind the colon"
COMMA = "a comma ends an entry in [ ] and { } — put the entry in quotes, or a space behind the comma"
ENDED = "the comma before this ends an entry in [ ] — put an entry with commas in quotes"
ESCAPE = "'\\' changes what stands behind it — write the letter itself"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: Losing weight, or #1 going off food\n", f"1:22: {BEHIND}"),
        ("a: so\n   and #1 so\nb: so\n", f"2:8: {BEHIND}"),
        ("a: #1 so it is\n   and so on\nb: so\n", f"1:4: {BEHIND}"),
        ("a: # so it is\n   # and it\n   'and so on'\nb: so\n", f"1:4: {BEHIND}"),
        ("a:\n  - #1 so\n    and so on\n", f"2:5: {BEHIND}"),
        ('a: "so"  # it is\n', f"1:10: {BEHIND}"),
        ("a: [so, so #1\n  ]\n", f"1:12: {BEHIND}"),
        ("a: | # it is\n  so\n", f"1:6: {BEHIND}"),
        ("a: >- # it is\n  so\n", f"1:7: {BEHIND}"),
        ("a: so\n  # it is\nb: so\n", f"2:3: {AWAY}, 0 spaces in"),
        ("a:\n  b: |\n    so\n #1 so\n  c: so\n", f"4:2: {LINE}"),
        ("a: so\n#1 so\n", f"2:1: {LINE}"),
        ("a: >-\n  so\n\n  so\n", f"3:1: {FOLDED}"),
        ("a: so\n\n  so\n", f"2:1: {FOLDED}"),
        ("a: >-\n  so\n  - so\n", f"3:3: {FOLDED}"),
        ("a: >2\n    so\n", "1:4: '>2' keeps spaces — write '>-' alone"),
        ("a: [so, 1,000]\n", f"1:10: {COMMA}"),
        ("a: [so, so, and so]\n", f"1:13: {ENDED}, or take 'and' out"),
        ("a: [so,\n  or so]\n", f"2:3: {ENDED}, or take 'or' out"),
        ("a: [So it is, because so., So.]\n", f"1:15: {ENDED}"),
        ("a:\n  - so\n    - so\n", "3:5: this runs on from the entry above — begin it as far in as that one"),
        ("a: {b: so, }\n", f"1:10: {COMMA}"),
        ("a: [so, so,]\n", f"1:11: {COMMA}"),
        ('a: "C:\\new"\n', f"1:7: {ESCAPE}"),
        ('a: "so \\\n  so"\n', f"1:8: {ESCAPE}"),
    ],
)
def test_what_is_lost_is_named(text: str, problem: str) -> None:
    assert [str(one) for one in yaml_tree.parse(SourceFile("f", text))[1]] == [f"f:{problem}"]


@pytest.mark.parametrize(
    "text",
    [
        "# It is so, 1,000 times.\na: so\n",
        "a:\n  # it is so\n  b: so\n\n  # it is so\n  # too\n\n  c: so\n",
        "a: so#1\nb: 'so #1'\nc: \"so #1\"\nd: |\n  so #1\n  # so\ne: >-\n  so\n  #1 so\n",
        "a: so\n# At the end\n",
        "a:  # it is\n  b: so\nc: {d: so,e: so}\n",
        "a:  # it is\n  - so\nb:\n  -  # it is\n    c: so\n",
        "a: \"it says \\\"so\\\"\"\nb: 'it''s'\n",
        "a: so, so\nb: so,so\nc: ['1,000', so]\nd: 5, # so\n".replace(", # so", ","),
        "a: [and so, ands, b so, 'and so', so.]\nb: so, and so.\nc: {d: so, e: or so}\nf:\n  - so, and so.\n",
        "a: so\n  so\n\nb: >-\n  so\n  so\n\n\nc: so\n",
    ],
)
def test_what_is_kept_is_not_named(text: str) -> None:
    assert yaml_tree.parse(SourceFile("f", text))[1] == []


def test_the_example_for_editors_loses_nothing() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = guide.partition("```yaml\n")[2].partition("```")[0]
    parsed, lost = yaml_tree.parse(SourceFile("f", example))
    assert lost == []
    assert parsed["unavoidable"] == "adenocarcinoma"


def test_a_block_works_with_and_without_spaces(tmp_path: Path) -> None:
    """The list of sources names the pages that cite them, however the editor wrote its block."""
    front = mini.FILES["docs/glossary.md"].partition("{{")[0].replace("title: Words", "title: Sources we use")
    pages = []
    for number, block in enumerate(("{{ references }}", "{{references}}")):
        root = mini.write(tmp_path / str(number), {"docs/references.md": front + block + "\n"})
        site, problems = load(root)
        assert site
        assert not problems
        pages.append(render(site)["references.md"])
    assert "Cited on: [MRI scan](tests/mri.md)" in pages[0]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("head", ["|", ">", ">+", "|+", ">-"])
def test_a_text_of_one_line_is_one_however_it_is_begun(head: str) -> None:
    parsed, problems = yaml_tree.parse(SourceFile("a.yml", f"a: {head}\n  so\nb: |\n  one\n  two\n"))
    assert (parsed["a"], parsed["b"], problems) == ("so", "one\ntwo\n", [])
