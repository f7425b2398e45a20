"""The files around the content: what is published names its owner, and a wrong menu, version or reader is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mini
from conftest import ROOT, copy_project, quick
from guide.content.load import load
from guide.content.site import Site
from guide.pages.render import render
from guide.rules.project import setting
from guide.rules.publishing import unnamed_owner, unpublishable
from guide.rules.safety import LOCK, changed_advice

PUBLISHED = "https://me.github.io/back-pain-and-cancer/"


def faults(root: Path, repository: str, address: str) -> list[str]:
    site, problems = load(mini.write(root, {"content/site.yml": ("https://example.org/mini", repository)}))
    assert site, problems
    return [str(problem) for problem in unnamed_owner(site, address)]


@pytest.mark.parametrize("address", [PUBLISHED, "https://backpain.nhs.uk", "http://192.0.2.7:8080/"])
@pytest.mark.parametrize("name", ["OWNER", "USERNAME", "YOUR-NAME"])
def test_a_site_without_an_owner_is_not_published(name: str, address: str, tmp_path: Path) -> None:
    [fault] = faults(tmp_path, f"https://github.com/{name}/mini", address)
    assert fault.startswith(f"content/site.yml:3:32: '{name}' stands for a name, and corrections would reach nobody")
    assert faults(tmp_path, "https://github.com/me/mini", address) == []


@pytest.mark.parametrize(
    "address",
    ["", "http://127.0.0.1:8000/", "http://localhost:8000", "https://example.org/some/path/", "https://a.test"],
)
def test_it_can_be_read_at_home(address: str, tmp_path: Path) -> None:
    assert faults(tmp_path, "https://github.com/OWNER/mini", address) == []


@pytest.mark.slow
def test_nothing_is_built_for_an_address_without_an_owner(tmp_path: Path) -> None:
    owner = ("https://example.org/mini", "https://github.com/OWNER/x")
    project = mini.project(tmp_path / "project", {"content/site.yml": owner}, built=True)
    done = quick("mkdocs", "build", cwd=project, SITE_URL=PUBLISHED)
    assert done.returncode == 1
    assert "content/site.yml:" in done.stdout
    assert "'OWNER' stands for a name" in done.stdout
    assert not (project / "site").exists()


MRI = "content/tests/mri.yml"
DRAFT = (
    mini.FILES[MRI].replace("title: MRI scan", "title: MRI scan\ndraft: true").replace("It is loud.", "TODO: Ask them.")
)


def test_a_draft_stops_publishing_and_its_gaps_are_named(tmp_path: Path) -> None:
    """Nobody has agreed yet to what it tells people: that is asked for when it is no draft any more."""
    site, problems = load(mini.write(tmp_path, {MRI: DRAFT}))
    assert site
    assert not problems
    assert [str(problem) for problem in unpublishable(site, "")] == [
        f"{MRI}:1:8: this page is a draft, so nothing is published — "
        "finish it and take 'draft: true' out, or move it away",
        f"{MRI}:10:5: 'TODO' only holds a place — write what belongs there",
    ]
    assert mini.problems(tmp_path) == []
    mini.write(tmp_path, {MRI: DRAFT.replace("draft: true\n", "")})
    assert mini.problems(tmp_path) == [f"{MRI}:9:5: 'TODO' only holds a place — write what belongs there"]


def test_a_draft_keeps_the_lock_as_it_was(tmp_path: Path) -> None:
    """Its sentences are asked for once it is told to people, be it a new page or one taken back for a while."""
    told = ("It is loud.", "Wait for them.")
    mini.write(tmp_path, {MRI: told})
    lock = (tmp_path / LOCK).read_text("utf-8")
    assert "Wait for them." in lock
    drafted = mini.FILES[MRI].replace("title:", "draft: true\ntitle:", 1)
    for text, problems in (
        (drafted.replace(*told), 0),
        (drafted.replace(told[0], "Leave it."), 0),
        (mini.FILES[MRI].replace(told[0], "Leave it."), 1),
    ):
        mini.write(tmp_path, {MRI: text, LOCK: lock})
        assert len([one for one in mini.problems(tmp_path) if "make agree" in one]) == problems


@pytest.mark.slow
def test_a_draft_is_shown_in_the_preview_only(tmp_path: Path) -> None:
    project = mini.project(tmp_path / "project", {MRI: DRAFT}, built=True)
    done = quick("mkdocs", "build", cwd=project)
    assert done.returncode == 1
    assert "this page is a draft, so nothing is published" in done.stdout
    assert not (project / "site").exists()
    done = quick("python", "scripts/build.py", "pages", "build/docs", cwd=project)
    assert done.returncode == 1
    assert "this page is a draft" in done.stdout
    done = quick("python", "scripts/build.py", "check", cwd=project)
    assert done.returncode == 0
    assert "this page is a draft" in done.stdout
    site, _ = load(project)
    assert site
    assert "<strong>This page is a draft.</strong>" in render(site)["tests/mri.md"]


def test_the_menu_is_read_with_the_place_of_each_entry(site: Site) -> None:
    entries = setting(site.project["mkdocs.yml"], "nav")
    assert entries
    lines = site.project["mkdocs.yml"].text.splitlines()
    for entry in entries:
        problem = entry.problem("x")
        assert lines[problem.line - 1][problem.column - 1 :] == entry


# What editors do every week: file → what is written there instead, by a pattern.
WEEKLY = {
    "content/cancers/lung.yml": (
        r"(?m)^(title|checked): .*$",
        {"title": "Lung cancer", "checked": "2026-11-23"},
    ),
    "docs/checklist.md": (r"(?m)^(checked): .*$", {"checked": "2026-11-23"}),
    "docs/index.md": (r"(?m)^(checked): .*$", {"checked": "2026-11-23"}),
    "content/site.yml": (r"(?m)^(version): .*$", {"version": "0.2.0"}),
    "CITATION.cff": (r"(?m)^(version): .*$", {"version": "0.2.0"}),
    "pyproject.toml": (r'(?m)^(version) = ".*$', {"version": "0.2.0"}),
}
READER = (
    "V999: {who: 'A new reader, 50', what: Six weeks no better, audiences: [], signs: [weeks], tier: visit, "
    "soonest: visit, source: Our own careful choice}\n"
)


@pytest.mark.slow
def test_ordinary_edits_need_nothing_else(tmp_path: Path) -> None:
    """Pages read again, a title, a version, another page, another made-up reader: `make check` has nothing to say."""
    project = copy_project(tmp_path)
    for path in ("tests/cases.yml", "pyproject.toml", "CITATION.cff"):
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text((ROOT / path).read_text("utf-8"), "utf-8")
    lung = (project / "content/cancers/lung.yml").read_text("utf-8")
    for path, (pattern, new) in WEEKLY.items():
        written = '{} = "{}"' if path.endswith(".toml") else "{}: {}"
        text = (project / path).read_text("utf-8")
        again = re.sub(pattern, lambda found: written.format(found[1], new[found[1]]), text)  # noqa: B023
        assert again != text, path
        (project / path).write_text(again, "utf-8")
    other = re.sub(r"(?m)^(title|name): .*$", r"\1: Another cancer", lung)
    other = re.sub(r"(?m)^brief: ", "brief: As another. ", other)
    other = re.sub(r"(?m)^summary: (>-?\n +)?", r"\g<0>Now: ", other)
    other = re.sub(r"(?m)^asks:\n(?:[ -].*\n)+", "", other)  # a question is asked once
    (project / "content/cancers/another.yml").write_text(other, "utf-8")
    with (project / "tests/cases.yml").open("a", encoding="utf-8") as cases:
        cases.write("\n" + READER)
    changed, problems = mini.checked(project)
    assert changed
    told = [*changed_advice(changed)]  # what a new page tells people to do is agreed to as any other
    assert {problem.path for problem in told} == {"content/cancers/another.yml"}
    assert problems == told
    assert "V999" in changed.cases


def test_a_fork_may_lack_readers_and_the_files_around(tmp_path: Path, site: Site) -> None:
    assert site.cases
    assert site.project
    root = mini.write(tmp_path, {"mkdocs.yml": None})
    less, problems = load(root)
    assert not problems
    assert less
    assert (less.cases, less.project) == ({}, {})
