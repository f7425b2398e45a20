"""Nothing grows stale in silence: a page past its day says so, and so does one on a guideline that was replaced."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import mini
from conftest import copy_project, long, quick
from guide.content.load import load
from guide.content.prose import citations, sentences
from guide.content.reference import Replaced
from guide.content.site import Site, prose_in
from guide.pages.format import day as shown_day
from guide.pages.render import render
from guide.rules.dates import due, on_replaced_ground
from html_page import Element, address_of, article

MRI = "content/tests/mri.yml"


# The reader's clocks: a page is late from the first to the last minute of the day after its own, wherever that is.
ZONES = {"America/Los_Angeles": -8, "UTC": 0, "Pacific/Auckland": 13, "Pacific/Kiritimati": 14}


@pytest.mark.parametrize("zone", ZONES)
def test_a_page_is_late_by_the_readers_own_day(zone: str, browser: Browser, address: str, site: Site) -> None:
    """A browser that holds the page open, or brings it back, looks again."""
    due = site.due(site.pages["weak-legs"])
    page = browser.new_page(timezone_id=zone)
    page.clock.install(time=dt.datetime.combine(due - dt.timedelta(days=1), dt.time(1), dt.UTC))
    page.goto(address + "signs/weak-legs/")
    here = dt.timezone(dt.timedelta(hours=ZONES[zone]))
    if page.evaluate("new Date().getTimezoneOffset()") != -60 * ZONES[zone]:  # the due day may lie in summer
        here = dt.timezone(dt.timedelta(minutes=-page.evaluate("new Date().getTimezoneOffset()")))
    seen = []
    for days, time in (
        (0, dt.time(0, 1)),
        (0, dt.time(23, 59)),
        (1, dt.time(0, 1)),
        (30, dt.time(23, 59)),
        (31, dt.time(0, 1)),
    ):
        page.clock.set_fixed_time(dt.datetime.combine(due + dt.timedelta(days=days), time, here))
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        seen.append([page.locator(f"[data-due]{late}").is_visible() for late in ("", " .late")])
    assert seen == [[False, False], [False, False], [True, False], [True, False], [True, True]]
    page.close()


def test_every_page_knows_its_day(pages: dict[str, Element], site: Site) -> None:
    for page in site.pages.values():
        shown = article(pages[address_of(site.path_of(page))])
        [line] = [p for p in shown.find_all("p", class_="stale") if "data-due" in p.attrs]
        assert line.attrs["data-due"] == str(site.due(page))
        assert "hidden" in line.attrs
        assert f"sources again by {shown_day(site.due(page))}." in " ".join(line.text().split())


@pytest.mark.parametrize(
    ("days", "looks"), [(-1, None), (0, None), (1, "amber"), (30, "amber"), (31, "red"), (4000, "red")]
)
def test_an_overdue_page_says_so(days: int, looks: str | None, page: Page, address: str, site: Site) -> None:
    """By the reader's own clock, whenever and wherever it was built."""
    day = site.due(site.pages["weak-legs"]) + dt.timedelta(days=days)
    page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12), dt.UTC))
    page.goto(address + "signs/weak-legs/")
    line, more = page.locator("[data-due]"), page.locator("[data-due] .late")
    assert line.is_visible() == (looks is not None)
    assert more.is_visible() == (looks == "red")
    assert page.locator(".emergency").is_visible()
    if looks:
        colours = {"amber": "rgb(158, 91, 5)", "red": "rgb(161, 26, 16)"}
        assert line.evaluate("one => getComputedStyle(one).borderTopColor") == colours[looks]
        box, title = line.bounding_box(), page.locator("h2").first.bounding_box()
        assert box
        assert title
        assert box["y"] < title["y"]


def test_a_page_that_is_looked_at_again_looks_at_its_day(page: Page, address: str, site: Site) -> None:
    """A tab that was open behind others for days was not left, and does not come back: it is only seen again."""
    due = dt.datetime.combine(site.due(site.pages["weak-legs"]), dt.time(12), dt.UTC)
    page.clock.set_fixed_time(due)
    page.goto(address + "signs/weak-legs/")
    assert not page.locator("[data-due]").is_visible()
    page.clock.set_fixed_time(due + dt.timedelta(days=2))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.locator("[data-due]").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("days", [1, 31])
def test_axe_finds_nothing_on_a_late_page(days: int, scheme: str, browser: Browser, address: str, site: Site) -> None:
    page = browser.new_page(color_scheme=scheme)
    day = site.due(site.pages["weak-legs"]) + dt.timedelta(days=days)
    page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12), dt.UTC))
    page.goto(address + "signs/weak-legs/")
    assert page.locator("[data-due]").is_visible()
    assert Axe().run(page).response["violations"] == []
    page.close()


def test_a_replaced_source_marks_every_page_that_cites_it(site: Site) -> None:
    """In amber if nobody has read the page since, in grey if somebody has."""
    cited = Counter(one.reference for page in site.pages.values() for text in prose_in(page) for one in citations(text))
    name = next(one for one, _ in cited.most_common() if not site.references[one].replaced)
    on_page = [
        page
        for page in site.pages.values()
        if any(one.reference == name for text in prose_in(page) for one in citations(text))
    ]
    citing = {site.path_of(page) for page in on_page}
    assert len(citing) > 10
    read = [page.checked for page in on_page]
    for on, known in ((max(read), False), (min(read) - dt.timedelta(days=1), True)):
        by = Replaced.model_validate({"by": "Guideline X", "on": str(on)})
        reference = site.references[name].model_copy(update={"replaced": by})
        pages = render(replace(site, references={**site.references, name: reference}))
        marked = {path for path, text in pages.items() if "was replaced by Guideline X" in text}
        assert citing <= marked
        for path in citing:
            look = "stale known" if known else "stale"
            assert re.search(rf'<p class="{look}"[^>]*>\[Source \d+\]\S+ was replaced by Guideline X on', pages[path])
        assert any(
            "**Replaced by Guideline X**" in text for path, text in pages.items() if path.startswith("references/")
        )


def test_old_guidelines_are_marked_as_built(pages: dict[str, Element], site: Site) -> None:
    old = {name for name, reference in site.references.items() if reference.replaced}
    assert old, "no source is replaced: the test looks at nothing"
    for page in site.pages.values():
        shown = article(pages[address_of(site.path_of(page))])
        marks = [p for p in shown.find_all("p", class_="stale") if "data-due" not in p.attrs]
        cited = {one.reference for text in prose_in(page) for one in citations(text)} & old
        assert len(marks) >= len(cited), page.id


def listed(root: Path, day: dt.date) -> list[str]:
    site, problems = mini.checked(root)
    assert site, problems
    return [str(problem) for problem in due(site, day)]


def test_what_must_be_read_again(tmp_path: Path) -> None:
    mini.write(
        tmp_path, {MRI: ("checked: 2026-11-22\nnext_check: 2028-11-22", "checked: 2024-01-01\nnext_check: 2027-01-21")}
    )
    assert listed(tmp_path, dt.date(2026, 9, 22)) == []
    assert listed(tmp_path, mini.TODAY) == [f"{MRI}:1:8: due by 2027-01-21 — read it against its sources"]
    late = listed(tmp_path, dt.date(2027, 1, 22))
    assert late[0] == f"{MRI}:1:8: late since 2027-01-21 — read it against its sources"


def test_a_source_is_opened_again_after_two_years(tmp_path: Path) -> None:
    """Never opened ones come first, the most cited before the others; where somebody looked in vain, that is said."""
    read = "  opened: {on: 2026-11-22, how: 'abstract, PubMed'}\n"
    other = "{}: {{type: webpage, title: A page, URL: 'https://example.org/{}', evidence: trial, read: abstract{}}}\n"
    more = [("older", ", opened: {on: 2024-11-21, how: page}"), ("lost", ", not_found: 2026-11-20"), ("last", "")]
    text = mini.FILES["content/references.yml"] + "".join(other.format(name, name, rest) for name, rest in more)
    assert read in text
    cites = "It is loud [@older; @lost]. It is so [@last; @lost]."
    mini.write(tmp_path, {"content/references.yml": text, MRI: ("It is loud.", cites)})
    todo = "open it and read the sentences that cite it: make cited REF="
    assert [one.split(": ", 1)[1] for one in listed(tmp_path, mini.TODAY)] == [
        f"'lost' has no day on which it was opened, and could not be on 2026-11-20 — {todo}lost",
        f"'last' has no day on which it was opened — {todo}last",
        f"'older' was last opened on 2024-11-21 — {todo}older",
    ]
    assert listed(tmp_path, mini.TODAY)[0].startswith("content/references.yml:9:")
    later = [one for one in listed(tmp_path, dt.date(2028, 11, 23)) if "opened" in one]
    assert later[-1].endswith(f"'smith-2020' was last opened on 2026-11-22 — {todo}smith-2020")
    assert not any("smith" in one for one in listed(tmp_path, dt.date(2028, 11, 22)) if "opened" in one)


GONE = ("read: abstract", "read: abstract\n  replaced: {by: A new trial, on: 2026-11-22}")
CITED = "cites 'smith-2020', replaced by A new trial on 2026-11-22 — read it against the new one"
CHECKLIST = "content/checklist.yml"


def test_every_sentence_on_a_replaced_source_is_on_the_list(tmp_path: Path) -> None:
    """Each by itself, with its place: in pages and in what pages share, which nobody shows here."""
    again = "It is loud [@smith-2020, page 2; @smith-2020, page 3]. So it is. It hums [@smith-2020]."
    mini.write(tmp_path, {"content/references.yml": GONE, MRI: ("It is loud.", again)})
    assert listed(tmp_path, mini.TODAY) == [
        f"{MRI}:5:10: 'It finds 9 in 100.' {CITED}",
        f"{MRI}:9:5: 'It is loud.' {CITED}",
        f"{MRI}:9:70: 'It hums.' {CITED}",
        f"content/figures.yml:6:76: 'A count' {CITED}",
        f"{CHECKLIST}:9:17: 'A trial' {CITED}",
        f"{CHECKLIST}:18:17: 'A trial' {CITED}",
        f"content/article.yml:8:14: 'It is so.' {CITED}",
        f"content/emergency-numbers.yml:4:12: {CITED}",
        f"content/ambulance-numbers.yml:1:10: 'They say so.' {CITED}",
        f"content/ambulance-numbers.yml:2:10: 'Others say so.' {CITED}",
        f"content/ambulance-numbers.yml:4:13: 'It works.' {CITED}",
        f"content/site.yml:26:63: 'A trial' {CITED}",
        f"content/site.yml:27:73: 'A trial' {CITED}",
    ]


@pytest.mark.parametrize(
    ("path", "old", "block"),
    [
        ("content/glossary.yml", "The soft tissue inside bones.", "glossary"),
        ("content/disagreements.yml", "Others say later.", "disagreements"),
        ("content/article.yml", "It is so [@smith-2020].", "claims"),
        ("content/figures.yml", "The filled dots have it.", "figure many"),
        (CHECKLIST, "Take it along.", "leaflet checklist"),
        ("content/leaflets.yml", "Ring your doctor.", "leaflet checklist"),
    ],
)
def test_what_pages_share_is_on_the_list_until_the_page_that_shows_it_is_read(
    path: str, old: str, block: str, tmp_path: Path
) -> None:
    word = old.split(".")[0].split(" [")[0]
    cited = f"{word} [@smith-2020]."
    edits = {path: (old, f'"{cited}"' if block == "disagreements" else cited), "content/references.yml": GONE}
    for checked, there in (("2026-11-22", True), ("2026-11-23", False)):
        shown = mini.FILES["docs/index.md"].replace("Hello.", f"{{{{ {block} }}}}").replace("2026-11-22", checked)
        others = {f"docs/{name}.md": mini.FILES[f"docs/{name}.md"].replace("2026-11-22", checked)
                  for name in ("glossary", "source-article", "checklist", "numbers")}  # fmt: skip
        mini.write(tmp_path, {**edits, **others, "docs/index.md": shown})
        assert any(f"{path}:" in one and word in one for one in listed(tmp_path, mini.TODAY)) == there


def test_a_replaced_source_is_on_the_list_until_the_page_is_read_again(tmp_path: Path) -> None:
    mini.write(tmp_path, {"content/references.yml": GONE})
    assert any(MRI in one for one in listed(tmp_path, mini.TODAY))
    mini.write(tmp_path, {"content/references.yml": GONE, MRI: ("checked: 2026-11-22", "checked: 2026-11-23")})
    assert not any(MRI in one for one in listed(tmp_path, mini.TODAY))


def test_each_citing_sentence_of_the_real_content_is_listed(site: Site) -> None:
    """As many as cite it: on pages, on the checklist, in the glossary."""
    counted = Counter(one.reference for text in site.prose for one in citations(text))
    name = max(counted, key=lambda one: counted[one])
    by = Replaced.model_validate({"by": "Guideline X", "on": str(max(page.checked for page in site.pages.values()))})
    changed = replace(site, references={name: site.references[name].model_copy(update={"replaced": by})})
    found = list(on_replaced_ground(changed))
    citing = [
        sentence
        for text in site.prose
        for sentence in sentences(text)
        if any(one.reference == name for one in citations(text[sentence.at : sentence.at + len(sentence.words)]))
    ]
    print(f"{name}: {len(found)} sentences in {len({one.path for one in found})} files")
    assert len(found) == len(citing) > 50
    assert all(one.line > 1 and name in one.message for one in found)


@pytest.mark.slow
@pytest.mark.parametrize("copy", [mini.project, long(copy_project)])
def test_the_command_ends_with_an_error_if_something_is_due(copy: Callable[[Path], Path], tmp_path: Path) -> None:
    project = copy(tmp_path / "project")
    site, _ = load(project)
    assert site
    last_read = max(page.checked for page in site.pages.values())
    first_due = min(site.due(page) for page in site.pages.values())
    for day, status in ((last_read, 0), (first_due + dt.timedelta(days=1), 1)):
        epoch = str(int(dt.datetime.combine(day, dt.time(12), dt.UTC).timestamp()))
        done = quick("python", "scripts/build.py", "check", "--overdue", cwd=project, SOURCE_DATE_EPOCH=epoch)
        assert done.returncode == status or (status == 0 and re.search("due by|open it", done.stdout))
        assert (f"late since {first_due}" in done.stdout) == bool(status)
