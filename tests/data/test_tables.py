"""Tables: valid as their data package says, by frictionless; their figures are those that a reader sees."""

from __future__ import annotations

import csv
import json
import re
import shutil
from pathlib import Path

import frictionless
import pytest

from guide.content.site import Site
from html_page import Element, address_of, article


def table(built: Path, name: str) -> list[dict[str, str]]:
    with (built / f"data/{name}.csv").open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def faults(folder: Path) -> list[str]:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    tasks = [*report.tasks]
    assert tasks or report.errors
    return [error.type for part in (report, *tasks) for error in part.errors]


def test_frictionless_finds_nothing(built: Path) -> None:
    assert faults(built / "data") == []
    package = json.loads((built / "data/datapackage.json").read_text("utf-8"))
    assert {one["path"] for one in package["resources"]} == {path.name for path in (built / "data").glob("*.csv")}
    assert package["licenses"][0]["name"] == "CC-BY-4.0"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("About 80%,about,80", "About 80%,about,eighty", "type-error"),
        (",2026-11-22\r\n", ",2026-11\r\n", "type-error"),
        ("page,name,written", "page,named,written", "incorrect-label"),
    ],
)
def test_a_spoilt_table_is_refused(old: str, new: str, fault: str, built: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(built / "data", tmp_path / "data", ignore=shutil.ignore_patterns("pages"))
    text = (folder / "figures.csv").read_bytes().decode()
    assert old in text
    (folder / "figures.csv").write_bytes(text.replace(old, new, 1).encode())
    assert fault in faults(folder)


def test_every_figure_is_a_number_or_has_bounds(built: Path, site: Site, pages: dict[str, Element]) -> None:
    rows = table(built, "figures")
    assert len(rows) == sum(len(page.evidence) for page in site.pages.values() if page.kind == "signs") > 60
    assert {row["unit"] for row in rows} == {"people", "times"}
    assert_as_shown(rows, site, pages)
    assert sum(not row["number"] for row in rows) > 5, "ranges and bounds have no number of their own"


def test_every_figure_of_a_test_names_the_test_and_the_illness(
    built: Path, site: Site, pages: dict[str, Element]
) -> None:
    rows = table(built, "accuracy")
    tests = [page for page in site.pages.values() if page.kind == "tests"]
    assert len(rows) == sum(len(page.evidence) for page in tests) > 60
    assert {row["page"] for row in rows} == {page.id for page in tests}, "each test's page has figures"
    assert_as_shown(rows, site, pages)
    for row in rows:
        cells = {row["test"].lower(), *(row[name].lower() for name in ("illness", "measured", "written", "people"))}
        shown = article(pages[address_of(site.path_of(site.pages[row["page"]]))]).find_all("tr")
        found = [{td.text().strip().lower() for td in line.find_all("td")} for line in shown]
        assert len([line for line in found if cells <= line]) == 1, row
        assert row["sources"]
    assert "up to" in {row["relation"] for row in rows}


def assert_as_shown(rows: list[dict[str, str]], site: Site, pages: dict[str, Element]) -> None:
    """The numbers of each row are those that its page says, with the same people."""
    for row in rows:
        ends = [float(row[name]) for name in ("number", "low", "high") if row[name]]
        assert ends, row
        written = {float(n.replace(",", "")) for n in re.findall(r"\d[\d,.]*\d|\d", row["written"])}
        assert {*ends} <= written
        assert (row["unit"] != "times") == bool(row["per"]), row
        assert not row["per"] or max(ends) <= float(row["per"])
        assert bool(row["interval_low"]) == bool(row["interval_high"])
        assert row["interval"] or not row["interval_low"]
        text = article(pages[address_of(site.path_of(site.pages[row["page"]]))]).text()
        assert row["written"] in text
        assert row["people"] in text


def test_no_date_is_filled_in(built: Path, site: Site) -> None:
    rows = table(built, "references")
    assert {row["id"]: row["issued"] for row in rows} == {n: r.issued or "" for n, r in site.references.items()}
    assert {len(row["issued"]) for row in rows} == {0, 4, 7, 10}


def test_every_country_and_line_is_there(built: Path, site: Site) -> None:
    calls = {row["code"]: row for row in table(built, "emergency-numbers")}
    assert calls.keys() >= {*site.settings.countries}
    assert calls["au"]["emergency"] == "000", "no zero is lost"
    assert all(
        any(row[part] for part in ("emergency", "ambulance", "others", "second", "unknown")) for row in calls.values()
    )
    lines = table(built, "checklist-lines")
    for name, leaflet in site.leaflets.leaflets.items():
        wanted = [line for card in leaflet.cards for group in card.groups for line in group.lines]
        assert [row["line"] for row in lines if row["leaflet"] == name] == wanted, "in their order"
    assert all(row["action"] and row["clocks"] for row in lines)
    signs = table(built, "checklist-signs")
    assert len(signs) == sum(len(card.items) for card in site.checklist.cards.values())
    assert all(row["action"] and row["source"] for row in signs)
    cancers = table(built, "cancers")
    assert [row["page"] for row in cancers] == [page.id for page in site.pages.values() if page.share]
    assert all(row["people"] and row["counted"] and row["sources"] for row in cancers)
