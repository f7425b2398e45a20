"""The bibliography, read back by others' readers: each source comes out with its authors, title, year and address."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import BibliographyData, parse_string
from pybtex.richtext import Text as Latex

from guide.content.reference import Name, Reference
from guide.content.site import Site
from guide.content.source import Text
from guide.data.bibtex import bibtex
from guide.data.csl import csl
from guide.data.ris import ris


@pytest.fixture(scope="module")
def items(built: Path) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in json.loads((built / "data/references.csl.json").read_text("utf-8"))}


def test_csl_says_what_we_know(items: dict[str, dict[str, Any]], site: Site) -> None:
    assert [*items] == [*site.references]
    for name, about in site.references.items():
        item = items[name]
        dates = item.get("issued", {"date-parts": [[]]})["date-parts"]
        assert "-".join(f"{part:02d}" for part in dates[0]) == (about.issued or ""), "as long as it is known"
        assert (item["title"], item["URL"], item["custom"]["evidence"], item["custom"]["read"]) == (
            about.title, about.URL, about.evidence, about.read,
        )  # fmt: skip
        assert [one.get("literal") or one["family"] for one in item.get("author", [])] == [
            one.literal or one.family for one in about.author
        ]
        assert bool(item["custom"].get("et_al")) == bool(about.et_al)
        assert "others" not in str(item.get("author")), "a citation manager would print it as a name"


def latex(text: str) -> str:
    """What TeX makes of `text`."""
    return str(Latex.from_latex(text)).replace("\xa0", " ").replace("--", "–").replace(r"\$", "$")


def plain(words: str) -> str:
    return " ".join(words.replace("{", "").replace("}", "").split())


def test_bibtex_is_read_back(built: Path, site: Site) -> None:
    found = parse_string((built / "data/references.bib").read_text("utf-8"), "bibtex")
    assert [*found.entries] == [*site.references]
    for name, about in site.references.items():
        entry = found.entries[name]
        fields = entry.fields
        people = [str(person) for person in entry.persons.get("author", [])]
        assert len(people) == len(about.author) + bool(about.et_al), name
        assert plain(latex(fields["title"])) == " ".join(about.title.split()).replace("--", "–")
        assert fields.get("year", "") == (about.issued or "")[:4]
        assert fields.get("date", "") == (about.issued or "")
        assert fields["url"] == about.URL
        assert fields.get("doi", "") == (about.DOI or "")


def test_ris_is_read_back(built: Path, site: Site) -> None:
    found = rispy.loads((built / "data/references.ris").read_bytes().decode("utf-8").replace("\r\n", "\n"))
    assert [entry["id"] for entry in found] == [*site.references]
    for entry, about in zip(found, site.references.values(), strict=True):
        assert len(entry.get("authors", [])) == len(about.author)
        assert entry["title"] == " ".join(about.title.split())
        assert entry.get("year", "") == (about.issued or "")[:4]
        assert about.URL in entry["urls"]
        assert entry.get("doi", "") == (about.DOI or "")


def test_each_page_has_its_own(built: Path, site: Site) -> None:
    whole = (built / "data/references.bib").read_text("utf-8")
    listed = json.loads((built / "data/pages/lung.json").read_text("utf-8"))["sources"]
    own = (built / "data/pages/lung.bib").read_text("utf-8")
    assert [entry in whole for entry in own.split("\n\n")] == [True] * len(listed)
    assert [*parse_string(own, "bibtex").entries] == [one["reference"] for one in listed]
    assert len(rispy.loads((built / "data/pages/lung.ris").read_bytes().decode().replace("\r\n", "\n"))) == len(listed)


def reference(**fields: object) -> Reference:
    known = {
        "type": "report",
        "title": Text("A"),
        "URL": Text("https://example.org/"),
        "evidence": "trial",
        "read": "part",
    }
    return Reference.model_validate({name: Text(str(value)) if isinstance(value, str) else value
                                     for name, value in (known | fields).items()})  # fmt: skip


def read_bib(about: Reference) -> BibliographyData:
    return parse_string(bibtex("a", about), "bibtex")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="{}"), min_size=1))
def test_any_title_is_held_by_all(title: str) -> None:
    about = reference(title=title)
    assert csl("a", about)["title"] == title
    [record] = rispy.loads(ris("a", about).replace("\r\n", "\n"))
    assert record["title"] == title
    assert len(read_bib(about).entries) == 1


def test_signs_of_tex_are_words_in_it() -> None:
    about = reference(title="5% of A & B_c: $2 #1", publisher="R & D")
    entry = read_bib(about).entries["a"]
    assert latex(entry.fields["title"]) == "5% of A & B_c: $2 #1"
    assert latex(entry.fields["institution"]) == "R & D"


def test_a_body_is_no_person_and_a_list_goes_on() -> None:
    body = Name(literal=Text("Bones and Joints, a charity"))
    person = Name(family=Text("van der Berg"), given=Text("Jan"))
    about = reference(author=[body, person], et_al=Text("true"))
    people = read_bib(about).entries["a"].persons["author"]
    assert [str(one) for one in people] == ["{Bones and Joints, a charity}", "van der Berg, Jan", "others"]
    assert csl("a", about)["author"] == [
        {"literal": "Bones and Joints, a charity"}, {"family": "van der Berg", "given": "Jan"},
    ]  # fmt: skip


@pytest.mark.parametrize("kind", get_args(Reference.model_fields["type"].annotation))
def test_every_type_is_written_in_each_format(kind: str) -> None:
    about = reference(type=kind, ISBN="978-0-306-40615-7")
    assert read_bib(about).entries["a"].fields["isbn"] == "978-0-306-40615-7"
    [record] = rispy.loads(ris("a", about))
    assert record["type_of_reference"] not in ("", None)
    assert csl("a", about)["type"] == kind
