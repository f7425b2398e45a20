"""An editor's slip → the words at its place: what is wrong, and how it is written."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import mini
from conftest import examples
from guide.content import yaml_tree
from guide.content.article import Article
from guide.content.checklist import Checklist
from guide.content.emergency_numbers import AmbulanceNumbers
from guide.content.explained import Disagreement, Term
from guide.content.figure import Figure
from guide.content.leaflet import Leaflets
from guide.content.load import load, read_many, read_one
from guide.content.search import SearchWords
from guide.content.site import Number, Page, Reference
from guide.content.source import SourceFile
from guide.content.strings import Strings
from guide.content.vocabulary import Settings
from guide.content.watch import Watch
from slips import SLIPS

# Words that only those know who know YAML, Python or our models.
JARGON = re.compile(
    r"\b(mapping|scalar|token|block|flow|anchor|alias|node|stream|sequence|yaml|parser?|parsing|scanning|schema|dict|"
    r"nonetype|none type|tuple|boolean|integer|float|unicode escape|regex|front matter)\b|input should|expected|"
    r"should be a|error|exception|traceback|document (?:start|end) start",
    re.IGNORECASE,
)
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\{[^}]*\}|\[[^\]]*\]")
# What slips are made of: signs, words and indents where they mean something.
PIECES = [
    "", *"%@`&*!|>[]{}?-:'\"#,\t\\=“”：\u00a0éﬁ\u00ad\ufeff", ": ", "- ", " ", "  ", "\n", "\n  ", "---\n", "...\n",
    "e\u0301", "[[marrow]]", "[@smith-2020]", "{{ x }}", "2026-13-01", "3,5", "no", "<<: *a\n", "words ",
    "key: words\n", "<<<<<<< x\n",
]  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return mini.write(tmp_path_factory.mktemp("slips"))


@contextlib.contextmanager
def slipped(root: Path, path: str, text: str) -> Iterator[Path]:
    """Another text in a file, for a while."""
    (root / path).write_text(text, encoding="utf-8", newline="")
    try:
        yield root
    finally:
        (root / path).write_text(mini.FILES[path], encoding="utf-8", newline="")


def after(path: str, edit: tuple[str, str] | str) -> str:
    if isinstance(edit, str):
        return edit
    assert edit[0] in mini.FILES[path]
    return mini.FILES[path].replace(*edit, 1)


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_answered_in_words(name: str, small: Path) -> None:
    path, edit, expected = SLIPS[name]
    with slipped(small, path, after(path, edit)):
        problems = mini.problems(small)
    assert [line for line in problems if line.startswith(f"{path}:")] == [f"{path}:{line}" for line in expected]
    assert all(understood(line) for line in expected)


def understood(line: str) -> bool:
    """Say whether a message has a remedy and, but for what it quotes, no word of the parser's."""
    message = line.split(": ", 1)[1]
    return " — " in message and not JARGON.search(QUOTED.sub("", message))


@given(data=st.data())
def test_no_damage_is_answered_in_a_parsers_words(data: st.DataObject, small: Path) -> None:
    for _ in range(4):  # a draw costs more than a small site
        path = data.draw(st.sampled_from([path for path in mini.FILES if path.startswith(("content", "docs"))]))
        text = mini.FILES[path]
        for _ in range(data.draw(st.integers(1, 2))):
            at, cut = data.draw(st.integers(0, len(text))), data.draw(st.sampled_from([0, 0, 1, 2, 5]))
            text = text[:at] + data.draw(st.sampled_from(PIECES)) + text[at + cut :]
        with slipped(small, path, text):
            _, problems = load(small)
        assert [str(one) for one in problems if not understood(str(one))] == []


def test_both_parsers_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C parser can't be had, Python's own answers: it says the same in other words."""
    told = {}
    for parser in (yaml.CSafeLoader, yaml.SafeLoader):
        monkeypatch.setattr(yaml_tree, "LOADER", parser)
        told[parser] = [broken(path, after(path, edit)) for path, edit, _ in SLIPS.values() if path.endswith(".yml")]
    assert told[yaml.CSafeLoader] == told[yaml.SafeLoader]
    assert sum(one is not None for one in told[yaml.SafeLoader]) > 60


def broken(path: str, text: str) -> str | None:
    try:
        yaml_tree.parse(SourceFile(path, text))
    except yaml_tree.BrokenError as error:
        return str(error.problem)
    return None


VALUES = [
    "",
    "[]",
    "[a]",
    "[[a]]",
    "{}",
    "{a: b}",
    "word",
    "-1",
    "1.5",
    "1e999",
    "nan",
    "9999999",
    "2026-13-01",
    "[{a: b}]",
]
MODELS = {
    "references": Reference, "glossary": Term, "disagreements": Disagreement, "figures": Figure,
    "emergency-numbers": Number, "checklist": Checklist, "article": Article, "site": Settings, "tests/mri": Page,
    "ambulance-numbers": AmbulanceNumbers, "leaflets": Leaflets, "search": SearchWords, "watch": Watch,
    "strings/en": Strings,
}  # fmt: skip
MANY = list(MODELS)[:5]
assert {f"content/{name}.yml" for name in MODELS} == {path for path in mini.FILES if path.startswith("content/")}
FALLBACK = ("as on another page", "compare colons, quotes")


@pytest.mark.parametrize("name", MODELS)
def test_every_value_of_a_wrong_kind_has_words(name: str) -> None:
    """Whatever kind of value stands in whatever field, what pydantic says of it is said in words of our own."""
    path, model = f"content/{name}.yml", MODELS[name]
    text = mini.FILES[path]
    told: set[str] = set()
    read = read_many if name in MANY else read_one
    keys = [*re.finditer(r"(?<=:)(?: [^\n{]+|(?=\n))", text)]
    for key in keys[:: 1 + len(keys) // examples(40)]:  # hundreds of strings are all of one kind
        for value in VALUES:
            source = SourceFile(path, f"{text[: key.start()]} {value}{text[key.end() :]}")
            told |= {str(problem) for problem in read.__wrapped__(source, model)[1]}
    assert len(told) > 15
    assert [one for one in told if not understood(one) or any(words in one for words in FALLBACK)] == []
