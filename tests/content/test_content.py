"""The real content: the seed article, words that are never used, the size of things."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import jsonschema_rs
import pytest
import yaml

import mini
from conftest import ROOT, copy_project
from guide.content.prose import citations, sentences
from guide.content.schema import schema
from guide.content.site import Site, prose_in
from guide.content.source import Text
from guide.rules import safety, wording
from guide.rules.leaflets import figures
from guide.rules.normalise import spaced
from guide.rules.numbers import numbers
from html_page import Element, address_of, article


def test_every_sentence_with_a_figure_is_cited(site: Site) -> None:
    allowed = re.compile("|".join(site.settings.not_figures))
    lines = {id(line.text) for line in site.leaflets.lines.values()}  # theirs are in their signs: see below
    texts = [text for text in site.prose if id(text) not in lines]
    found = [s for text in texts for s in sentences(text) if numbers(allowed.sub("", spaced(s.words)))]
    print(f"{len(found)} sentences with a figure, {sum(s.cited for s in found)} of them cited")
    assert len(found) > 1000
    assert [s.words for s in found if not s.cited] == []


def test_every_figure_of_a_line_stands_in_a_sign_that_says_who_says_so(site: Site) -> None:
    """A line has no room for a source. Its sign has one, or says that it is our own choice."""
    behind = {
        name: (f"{item.text} {card.heading} {card.lead} {site.settings.audiences[card.audience].label}", item.source)
        for card in site.checklist.cards.values()
        for name, item in card.items.items()
    }
    seen = 0
    for name, line in site.leaflets.lines.items():
        for figure in figures(line.text):
            who = [source for text, source in map(behind.get, line.signs) if figure in figures(text)]
            assert any(list(citations(source)) or "our own careful choice" in source.lower() for source in who), name
            seen += 1
    assert seen > 30


def test_every_page_cites_and_no_source_is_unnamed(site: Site) -> None:
    for page in site.pages.values():
        if page.kind != "docs":
            assert {c.reference for text in prose_in(page) for c in citations(text)}, f"{page.id} cites nothing"
    for name, reference in site.references.items():
        assert reference.author or reference.title, name
        assert not re.search(r"(?i)not shown|stored copy|et al\]|colleagues\)", reference.title), name
    assert all(reference.note for reference in site.references.values() if reference.read == "second-hand")


def test_each_claim_is_covered_and_the_page_links_back(site: Site, pages: dict[str, Element]) -> None:
    claims = site.article.claims
    assert len(claims) >= 40
    table = article(pages["source-article/"])
    for name, claim in claims.items():
        shown = table.find_all("li", id=name)[0]
        assert claim.says in shown.text()
        assert site.settings.verdicts[claim.verdict].label in shown.text()
        assert list(citations(claim.finding)) or claim.verdict == "no-evidence"
        for target in claim.pages:
            page = article(pages[address_of(site.path_of(site.pages[target]))])
            back = [a.attrs["href"] for a in page.find_all("a") if a.attrs.get("href", "").endswith(f"#{name}")]
            assert back, f"{target} does not link back to the claim '{name}'"
    counts = [int(row.find_all("td")[1].text()) for row in table.find_all("table")[0].find_all("tr")[1:]]
    assert counts[-1] == sum(counts[:-1]) == len(claims)


README_AND_METADATA = ["README.md", "mkdocs.yml", "pyproject.toml", "CITATION.cff", "content/site.yml"]


def described(path: str) -> str:
    """What a file tells the world about the site: site.yml's list of banned words and names of files are not that."""
    text = re.sub(r"[\w/-]+\.md\b", "", (ROOT / path).read_text(encoding="utf-8"))
    return re.sub(r"(?ms)^(?:banned|soothing|ours):.*?(?=^\S)", "", text) if path == "content/site.yml" else text


@pytest.mark.parametrize("path", README_AND_METADATA)
def test_no_banned_word_in_what_we_publish_about_ourselves(path: str, site: Site) -> None:
    text = Text(described(path))
    assert list(wording.banned_in(text, text, 0, site.settings.banned)) == []


# One example for each banned pattern, which must be caught.
BANNED = [
    "a symptom checker", "triage tool", "we screen you", "screening", "a diagnosis", "it diagnoses", "a risk score",
    "see your results", "it detects cancer", "it predicts", "you are low risk", "you have the all clear",
    "a self-test", "take the quiz", "it calculates", "a risk meter", "a health check",
]  # fmt: skip


SOOTHING = [
    "safe to wait",
    "all is clear",
    "so all is well",
    "and all is fine",
    "the risk is very small",
    "chances are low",
    "no real danger",
    "low risk of harm",
    "little risk",
    "no need to worry",
    "no cause for alarm",
    "you'll be fine",
    "need not worry",
    "nothing to worry about",
    "don't worry",
    "rest assured",
    "you are safe",
    "it can safely be ignored",
]  # fmt: skip


def test_each_soothing_pattern_has_an_example(site: Site) -> None:
    for pattern in site.settings.soothing:
        assert any(list(wording.banned_in(words, Text(words), 0, {pattern: Text("x")})) for words in SOOTHING), pattern
    for words in SOOTHING:
        assert list(wording.banned_in(words, Text(words), 0, site.settings.soothing)), words


@pytest.mark.parametrize("words", BANNED)
def test_each_banned_word_is_caught(words: str, site: Site) -> None:
    assert list(wording.banned_in(words, Text(words), 0, site.settings.banned))


def test_each_banned_pattern_has_an_example(site: Site) -> None:
    for pattern in site.settings.banned:
        assert any(re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE) for words in BANNED), pattern


def test_the_schema_is_current(site: Site) -> None:
    written = (ROOT / "content" / "schema.json").read_text(encoding="utf-8")
    assert written == schema(site.settings), "run `make format`"


# Nobody edits the lock by hand, so that no editor needs its schema.
FILES = sorted({*(ROOT / "content").rglob("*.yml")} - {ROOT / safety.LOCK})


@pytest.mark.slow
def test_the_schema_fits_the_real_content_and_finds_a_mistake() -> None:
    """What an editor's YAML server sees: each file against the part of the schema that its first line names."""
    whole = json.loads((ROOT / "content" / "schema.json").read_text(encoding="utf-8"))
    assert len(FILES) > 50
    schemas = {name: {"$ref": f"#/$defs/{name}", "$defs": whole["$defs"]} for name in whole["$defs"]}
    parts = {name: jsonschema_rs.Draft202012Validator(schema) for name, schema in schemas.items()}
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        up = "../" * (len(path.relative_to(ROOT / "content").parts) - 1)
        line = re.match(rf"# yaml-language-server: \$schema={re.escape(up)}schema\.json#/\$defs/(.+)\n", text)
        assert line, f"{path}: the first line names no schema: copy it from another file in this folder"
        if up:
            assert line[1] == path.parent.name
        part = parts[line[1]]
        value = yaml.load(text, Loader=EditorLoader)  # noqa: S506
        assert [e.message for e in part.iter_errors(value)] == [], path
        assert list(part.iter_errors({**value, "breif": "x"})), path


class EditorLoader(yaml.CSafeLoader):
    """YAML as an editor's server reads it: by version 1.2, where a date is text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, re.compile(r"true|false$") if tag.endswith(":bool") else pattern)
        for tag, pattern in resolvers
        if not tag.endswith(":timestamp")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.slow
def test_adding_a_cancer_takes_one_file(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    lung = (project / "content/cancers/lung.yml").read_text(encoding="utf-8")
    new = re.sub(r"(?m)^(title|name): .*$", r"\1: A new cancer", lung)
    new = re.sub(r"(?m)^brief: ", "brief: As another. ", new)
    new = re.sub(r"(?m)^summary: (>-?\n +)?", r"\g<0>Now: ", new)
    new = re.sub(r"(?m)^asks:\n(?:[ -].*\n)+", "", new)  # a question is asked once
    (project / "content/cancers/new.yml").write_text(new, encoding="utf-8")
    added, problems = mini.checked(project)
    assert [str(p) for p in problems if "said · new" not in str(p)] == [], "only what it tells people is agreed to"
    assert added
    assert "new" in added.pages


def test_modules_stay_small() -> None:
    sizes = {p.name: len(p.read_text(encoding="utf-8").splitlines()) for p in (ROOT / "scripts").rglob("*.py")}
    assert len(sizes) > 5
    assert {name: size for name, size in sizes.items() if size > 220} == {}


# What the site promises to cover, by kind.
LEAST = {"cancers": 30, "mechanisms": 8, "signs": 20, "tests": 12, "treatments": 14, "causes": 10}


def test_the_whole_subject_is_there(site: Site) -> None:
    """The counts, for whoever asks: `pytest -rP -k whole_subject`."""
    kinds = Counter(page.kind for page in site.pages.values())
    reports = [term for term in site.glossary.values() if term.report]
    print("pages:", dict(kinds), "of", len(site.pages))
    print(
        f"glossary: {len(site.glossary)}, of them on reports: {len(reports)}; disagreements: {len(site.disagreements)}"
    )
    for field in ("evidence", "read"):
        print(
            f"references by {field}:", dict(Counter(getattr(r, field) for r in site.references.values()).most_common())
        )
    assert {kind: count for kind, count in LEAST.items() if kinds[kind] < count} == {}
    assert len(site.glossary) >= 80
    assert len(reports) >= 40
    assert len(site.disagreements) >= 20
