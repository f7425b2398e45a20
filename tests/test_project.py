"""The files around the content: what is published names its owner, and a wrong menu, version or reader is named."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from conftest import copy_project, run
from guide.load import load
from guide.model import Site
from guide.project import menu, unnamed_owner

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


def test_nothing_is_built_for_an_address_without_an_owner(tmp_path: Path, site: Site) -> None:
    project = copy_project(tmp_path / "project")
    settings = project / "content/site.yml"
    settings.write_text(
        settings.read_text("utf-8").replace(site.settings.repository, "https://github.com/OWNER/x"), "utf-8"
    )
    done = run("mkdocs", "build", cwd=project, SITE_URL=PUBLISHED)
    assert done.returncode == 1
    assert "content/site.yml:" in done.stdout
    assert "'OWNER' stands for a name" in done.stdout
    assert not (project / "site").exists()


def test_the_menu_is_read_with_the_place_of_each_entry(site: Site) -> None:
    entries = menu(site.project["mkdocs.yml"])
    assert entries
    lines = site.project["mkdocs.yml"].text.splitlines()
    for entry in entries:
        problem = entry.problem("x")
        assert lines[problem.line - 1][problem.column - 1 :] == entry


def test_a_fork_may_lack_readers_and_the_files_around(tmp_path: Path, site: Site) -> None:
    assert site.cases
    assert site.project
    root = mini.write(tmp_path, {"mkdocs.yml": None})
    less, problems = load(root)
    assert not problems
    assert less
    assert (less.cases, less.project) == ({}, {})
