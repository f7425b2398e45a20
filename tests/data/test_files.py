"""Data files are there, hold their schemas by two validators, begin with the emergency advice, and lead somewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jsonschema_rs
import pytest

import mini
from checking import rendered_site
from conftest import quick
from faults import FaultError
from guide.content.prose import plain_text
from guide.content.site import Site
from guide.data.files import FORMATS, PARTS
from guide.data.shared_records import FILES
from html_page import Element, article, parse
from open_data import write_data


def json_files(built: Path) -> dict[str, Any]:
    """Every file that names its schema, by its path."""
    found = {path.relative_to(built).as_posix(): json.loads(path.read_text("utf-8")) for path in built.rglob("*.json")}
    return {path: data for path, data in found.items() if isinstance(data, dict) and path.count("/schema/") == 0
            and path != "data/datapackage.json"}  # fmt: skip


def refused(data: object, schema: dict[str, Any]) -> list[bool]:
    """Whether each of two validators refuses it."""
    from jsonschema import Draft202012Validator  # takes seconds, which only these tests need

    theirs = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    ours = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [not ours.is_valid(data), not theirs.is_valid(data)]


def test_every_file_holds_its_schema(built: Path, site: Site) -> None:
    from jsonschema import Draft202012Validator

    files = json_files(built)
    assert len(files) == len(site.pages) + len(FILES) - 1
    schemas: dict[str, Any] = {}
    for path, data in files.items():
        where = urljoin(path, data["$schema"])
        if where not in schemas:
            schemas[where] = json.loads((built / where).read_text("utf-8"))
            Draft202012Validator.check_schema(schemas[where])
            jsonschema_rs.meta.validate(schemas[where])
        assert refused(data, schemas[where]) == [False, False], path
    assert {Path(where).name for where in schemas} == {f"{name}.schema.json" for name in FILES}


SPOILT: dict[str, dict[str, Any]] = {
    "no emergency": {"emergency": None},
    "another day": {"checked": "2026-13-01"},
    "no list": {"sections": {}},
    "a new field": {"score": 3},
    "a number of nothing": {"sources": [{"number": 0, "reference": "x"}]},
    "a title that is none": {"title": 3},
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_file_is_refused_by_both(name: str, built: Path) -> None:
    schema = json.loads((built / "data/schema/page.schema.json").read_text("utf-8"))
    lung = json.loads((built / "data/pages/lung.json").read_text("utf-8"))
    assert refused(lung, schema) == [False, False]
    assert refused(lung | SPOILT[name], schema) == [True, True]


def test_each_file_says_first_what_to_do_and_how_old_it_is(built: Path, site: Site) -> None:
    for path, data in json_files(built).items():
        assert [*data][:2] == ["$schema", "emergency"], path
        assert data["emergency"] == plain_text(site.settings.emergency)
        assert data["version"] == site.settings.version
        assert data["licence"] == "https://creativecommons.org/licenses/by/4.0/"
        assert "reviewer" not in data, "nobody has"
        assert site.settings.reviewer is None
    ages = {page.id: page.checked.isoformat() for page in site.pages.values()}
    for name, day in ages.items():
        assert json.loads((built / f"data/pages/{name}.json").read_text("utf-8"))["checked"] == day
    assert json.loads((built / "data/site.json").read_text("utf-8"))["checked"] == min(ages.values())


def ids(value: Any, name: str) -> Iterator[str]:
    """Every value of a key, wherever it stands."""
    if isinstance(value, dict):
        yield from ([value[name]] if isinstance(value.get(name), str) else [])
        value = [*value.values()]
    for part in value if isinstance(value, list) else ():
        yield from ids(part, name)


def test_all_that_is_named_is_there(built: Path, site: Site, pages: dict[str, Element]) -> None:
    whole = json.loads((built / "data/site.json").read_text("utf-8"))
    listed = {page["id"]: page for page in whole["pages"]}
    assert listed.keys() == site.pages.keys()
    ways = [way for page in listed.values() for way in (page["json"], page["markdown"], *page["bibliography"].values())]
    ways += whole["collections"].values()
    assert [way for way in ways if not (built / way).is_file()] == []
    assert {page["page"] for page in listed.values()} <= pages.keys()
    assert sum(len(page["bibliography"]) for page in listed.values()) >= len(FORMATS) * 100
    sources = {item["id"] for item in json.loads((built / "data/references.json").read_text("utf-8"))["references"]}
    assert sources == {*site.references}
    for path, data in json_files(built).items():
        assert {*ids(data, "reference")} <= sources, path
        places = {re.sub("#.*", "", where) for where in ids(data, "address")} - {None}
        assert places <= pages.keys() or path == "data/site.json", path
        if path.startswith("data/pages/"):
            assert {*data["next"]} <= listed.keys()
            prose = " ".join(part["markdown"] for part in data["sections"])
            marks = " ".join(re.findall(r" \[([\d, –]+)\]", prose))
            numbers = {int(number) for number in re.findall(r"\d+", marks)}
            assert numbers <= {source["number"] for source in data["sources"]}, path


def test_the_page_of_the_data_says_how_large_each_file_is(pages: dict[str, Element], built: Path) -> None:
    text = " ".join(article(pages["data/"]).text().split())
    assert "[size" not in text
    links = [
        a.attrs["href"] for a in article(pages["data/"]).find_all("a") if a.attrs["href"].endswith((".csv", "json"))
    ]
    assert len(links) > 15
    for name in links:
        size = len((built / "data" / name).read_bytes())
        said = f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"
        assert f"({said})" in text, name
    assert "CC BY 4.0" in text or "Attribution 4.0" in text


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built with an address that a page once had, at an address of its own."""
    edits = {
        "content/site.yml": (
            "description: A small site.",
            'description: A small site.\nmoved: {"old/scan/": mri, "tests/tube/": mri}',
        )
    }
    root = mini.project(tmp_path_factory.mktemp("small"), edits, built=True)
    done = quick("mkdocs", "build", cwd=root, SITE_URL="https://example.org/a/")
    assert done.returncode == 0, done.stdout
    return root


def test_an_old_address_leads_on(small: Path) -> None:
    """With no script, and with what to do first; the policy lets it do nothing else."""
    for where, way in (("old/scan", "../../tests/mri/"), ("tests/tube", "../../tests/mri/")):
        page = parse(small / "site" / where / "index.html")
        [meta] = page.find_all("meta", **{"http-equiv": "refresh"})
        assert meta.attrs["content"] == f"0; url={way}"
        assert [a.attrs["href"] for a in page.find_all("a")] == [way]
        assert "Call for help now." in page.text()
        assert (small / "site" / where / way / "index.html").is_file()


def test_with_an_address_all_of_it_names_that(small: Path) -> None:
    assert json.loads((small / "site/data/site.json").read_text("utf-8"))["address"] == "https://example.org/a/"
    assert 'href="https://example.org/a/feed.xml"' in (small / "site/feed.xml").read_text("utf-8")
    [data] = parse(small / "site/tests/mri/index.html").find_all("script", type="application/ld+json")
    assert json.loads(data.text())["url"] == "https://example.org/a/tests/mri/"


def test_what_is_not_to_be_published_stands_nowhere(tmp_path: Path) -> None:
    """And no page names it. Old addresses still lead on, and pages still say to search engines what they are."""
    said = 'description: A small site.\npublish: [pdf]\nmoved: {"old/scan/": mri}'
    root = mini.project(tmp_path, {"content/site.yml": ("description: A small site.", said)}, built=True)
    done = quick("mkdocs", "build", cwd=root, SITE_URL="https://example.org/a/")
    assert done.returncode == 0, done.stdout
    files = {path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*") if path.is_file()}
    assert [name for name in files if re.search(r"^data/|\.md$|\.json$|llms|feed", name)] == []
    assert "old/scan/index.html" in files
    page = parse(root / "site/tests/mri/index.html")
    assert page.find_all("link", rel="alternate") == []
    assert page.find_all("script", type="application/ld+json")


def test_what_breaks_a_rule_writes_nothing(small: Path) -> None:
    before = {path: path.read_bytes() for path in (small / "site").rglob("*") if path.is_file()}
    page = small / "content/tests/mri.yml"
    evidence = 'evidence:\n  - {measure: share, value: most, people: All, source: "[@smith-2020]"}\nnext:'
    page.write_text(page.read_text("utf-8").replace("next:", evidence), "utf-8")
    done = quick("mkdocs", "build", cwd=small)
    assert done.returncode == 1
    assert "content/tests/mri.yml:11:29: 'most' can't be read as a number" in done.stdout
    assert {path: path.read_bytes() for path in (small / "site").rglob("*") if path.is_file()} == before


def test_a_file_in_the_place_of_data_is_refused(tmp_path: Path) -> None:
    site, _, pages, _ = rendered_site(mini.write(tmp_path / "a"))
    assert site
    with pytest.raises(FaultError, match=re.escape("llms.txt is there already, and open data is to stand there")):
        write_data(tmp_path, site, pages, "", {"index.html", "llms.txt"})
    assert not (tmp_path / "llms.txt").exists()


def test_the_same_site_gives_the_same_files(tmp_path: Path) -> None:
    site, problems, pages, _ = rendered_site(mini.write(tmp_path))
    assert site
    assert not problems
    files, again = ({path: text for part in PARTS for path, text in part(site, pages, "")} for _ in range(2))
    assert files == again
    assert {
        "index.md",
        "llms.txt",
        "feed.xml",
        "data/site.json",
        "data/figures.csv",
        "data/pages/mri.ris",
    } <= files.keys()
