"""Nothing grows stale in silence: a page past its day says so, and so does one on a guideline that was replaced."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import mini
from build import checked_site
from conftest import copy_project, run
from guide.dates import due
from guide.index import path_of
from guide.marks import citations
from guide.model import Site, prose_in
from guide.reference import Replaced
from guide.render import render
from html_page import Element, article
from test_site import address_of

MRI = "content/tests/mri.yml"


def test_every_page_knows_its_day(pages: dict[str, Element], site: Site) -> None:
    for page in site.pages.values():
        shown = article(pages[address_of(path_of(site, page))])
        [line] = [p for p in shown.find_all("p", class_="stale") if "data-due" in p.attrs]
        assert line.attrs["data-due"] == str(page.next_check)
        assert "hidden" in line.attrs


@pytest.mark.parametrize(
    ("days", "looks"), [(-1, None), (0, None), (1, "amber"), (30, "amber"), (31, "red"), (4000, "red")]
)
def test_an_overdue_page_says_so(days: int, looks: str | None, page: Page, address: str, site: Site) -> None:
    """By the reader's own clock, whenever and wherever it was built."""
    day = site.pages["weak-legs"].next_check + dt.timedelta(days=days)
    page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12), dt.UTC))
    page.goto(address + "signs/weak-legs/")
    line, more = page.locator("[data-due]"), page.locator("[data-due] .late")
    assert line.is_visible() == (looks is not None)
    assert more.is_visible() == (looks == "red")
    assert page.locator(".emergency").is_visible()
    if looks:
        colours = {"amber": "rgb(138, 75, 0)", "red": "rgb(161, 26, 16)"}
        assert line.evaluate("one => getComputedStyle(one).borderTopColor") == colours[looks]
        box, title = line.bounding_box(), page.locator("h2").first.bounding_box()
        assert box
        assert title
        assert box["y"] < title["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("days", [1, 31])
def test_axe_finds_nothing_on_a_late_page(days: int, scheme: str, browser: Browser, address: str, site: Site) -> None:
    page = browser.new_page(color_scheme=scheme)
    day = site.pages["walking"].next_check + dt.timedelta(days=days)
    page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12), dt.UTC))
    page.goto(address + "walking/")
    assert page.locator("[data-due]").is_visible()
    assert Axe().run(page).response["violations"] == []
    page.close()


def test_a_replaced_source_marks_every_page_that_cites_it(site: Site) -> None:
    """In amber if nobody has read the page since, in grey if somebody has."""
    name = "nice-ng234-2023"
    citing = {
        path_of(site, page)
        for page in site.pages.values()
        if any(one.reference == name for text in prose_in(page) for one in citations(text))
    }
    assert len(citing) > 10
    for on, known in ((dt.date(2026, 11, 22), False), (dt.date(2026, 11, 21), True)):
        by = Replaced.model_validate({"by": "Guideline X", "on": str(on)})
        reference = site.references[name].model_copy(update={"replaced": by})
        pages = render(replace(site, references={**site.references, name: reference}))
        marked = {path for path, text in pages.items() if "was replaced by Guideline X" in text}
        assert citing <= marked
        for path in citing:
            look = "stale known" if known else "stale"
            assert re.search(rf'<p class="{look}"[^>]*>\[Source \d+\]\S+ was replaced by Guideline X on', pages[path])
        assert "**Replaced by Guideline X**" in pages["references.md"]


def test_old_guidelines_are_marked_as_built(pages: dict[str, Element], site: Site) -> None:
    old = {name for name, reference in site.references.items() if reference.replaced}
    assert "nice-cg75-2008" in old
    for page in site.pages.values():
        shown = article(pages[address_of(path_of(site, page))])
        marks = [p for p in shown.find_all("p", class_="stale") if "data-due" not in p.attrs]
        cited = {one.reference for text in prose_in(page) for one in citations(text)} & old
        assert len(marks) >= len(cited), page.id


def listed(root: Path, day: dt.date) -> list[str]:
    site, problems = checked_site(root)
    assert site, problems
    return [str(problem) for problem in due(site, day)]


def test_what_must_be_read_again(tmp_path: Path) -> None:
    mini.write(
        tmp_path, {MRI: ("checked: 2026-11-22\nnext_check: 2028-11-22", "checked: 2024-01-01\nnext_check: 2027-01-21")}
    )
    assert listed(tmp_path, dt.date(2026, 11, 21)) == []
    assert listed(tmp_path, mini.TODAY) == [f"{MRI}:1:8: due by 2027-01-21 — read it against its sources"]
    late = listed(tmp_path, dt.date(2027, 1, 22))
    assert late[0] == f"{MRI}:1:8: late since 2027-01-21 — read it against its sources"


def test_a_replaced_source_is_on_the_list_until_the_page_is_read_again(tmp_path: Path) -> None:
    gone = ("read: abstract", "read: abstract\n  replaced: {by: A new trial, on: 2026-11-22}")
    expected = "cites 'smith-2020', replaced by A new trial on 2026-11-22 — read it against the new one"
    mini.write(tmp_path, {"content/references.yml": gone})
    assert listed(tmp_path, mini.TODAY) == [f"{MRI}:1:8: {expected}"]
    mini.write(tmp_path, {"content/references.yml": gone, MRI: ("checked: 2026-11-22", "checked: 2026-11-23")})
    assert listed(tmp_path, mini.TODAY) == []


def test_the_command_ends_with_an_error_if_something_is_due(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    for epoch, status in (("1795305600", 0), ("1829000000", 1)):
        done = run("python", "scripts/build.py", "check", "--overdue", cwd=project, SOURCE_DATE_EPOCH=epoch)
        assert done.returncode == status
        assert ("late since 2027-11-22" in done.stdout) == bool(status)
