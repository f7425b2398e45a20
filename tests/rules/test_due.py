"""Pages fall due one after the other. A late one says so itself, and keeps no correction from readers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mini
from conftest import long, quick
from guide.content.due import later, spread
from guide.content.load import load
from guide.content.site import Site
from guide.pages.render import render
from html_page import parse
from ours import SITE

READ = dt.date(2026, 11, 22)


@pytest.mark.parametrize("months", [12, 24])
def test_pages_that_were_read_on_one_day_are_due_on_many(months: int) -> None:
    days = [spread(f"page-{n}", READ, months) for n in range(150)]
    assert min(days) > later(READ, months * 3 // 4)
    assert max(days) <= later(READ, months)
    most = Counter(days).most_common(1)[0][1]
    weeks = Counter(day.isocalendar()[:2] for day in days).most_common(1)[0][1]
    print(f"{months} months: at most {most} on a day, {weeks} in a week")
    assert most <= 8
    assert weeks <= 25


@given(
    st.from_regex(r"[a-z]{1,20}", fullmatch=True),
    st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)),
    st.integers(1, 24),
)
def test_a_page_is_due_after_it_was_read_and_no_later_than_allowed(name: str, read: dt.date, months: int) -> None:
    assert read < spread(name, read, months) <= later(read, months)


def test_no_day_has_many_pages_due(site: Site) -> None:
    """Whatever the content is, and whenever it was read."""
    days = Counter(site.due(page) for page in site.pages.values())
    assert max(days.values()) <= max(4, len(site.pages) // 20)
    for page in site.pages.values():
        assert page.checked < site.due(page) <= later(page.checked, site.months(page))


@pytest.mark.parametrize("which", ["the small site", long("the real site")])
def test_what_is_late_when_it_is_built_says_so_without_a_script(which: str, tmp_path: Path) -> None:
    site = SITE if which == "the real site" else load(mini.write(tmp_path))[0]
    assert site
    page = site.pages["index"]
    due = site.due(page)
    said = []
    for days in (None, 0, 1, 30, 31):
        text = render(site, None if days is None else due + dt.timedelta(days=days))["index.md"]
        line = next(line for line in text.splitlines() if "data-due" in line)
        said.append((" hidden" in line.partition(">")[0], 'class="stale late"' in line))
    assert said == [(True, False), (True, False), (False, False), (False, False), (False, True)]


@pytest.mark.slow
def test_a_correction_is_published_however_late_pages_are(tmp_path) -> None:
    """Ten years on, all pages are late: a mended sentence still reaches readers, beside the words that it is late."""
    edit = {"content/tests/mri.yml": ("It is loud.", "It is mended now.")}
    project = mini.project(tmp_path / "project", edit, built=True)
    day = dt.datetime(2036, 11, 22, 12, tzinfo=dt.UTC)
    epoch = f"{day.timestamp():.0f}"
    done = quick("mkdocs", "build", cwd=project, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 0, done.stdout
    assert "content/tests/mri.yml:1:8: late since 2028-11-22" in done.stdout
    page = parse(project / "site/tests/mri/index.html")
    assert "It is mended now." in page.text()
    [line] = [p for p in page.find_all("p", class_="stale") if "data-due" in p.attrs]
    assert "hidden" not in line.attrs
    assert "late" in line.attrs["class"].split()
    assert "do not rely on this page alone" in line.text()
    done = quick("python", "scripts/build.py", "check", cwd=project, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 0
    assert "late since" in done.stdout
    assert "nothing to mend but that" in done.stdout
    done = quick("python", "scripts/build.py", "check", "--overdue", cwd=project, SOURCE_DATE_EPOCH=epoch)
    assert done.returncode == 1
    assert "late since" in done.stdout
