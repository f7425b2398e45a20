"""What is done by a copy of a process that has loaded all is what a process of its own does."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import forkserver
import mini
from conftest import quick, run

BUILD = ("python", "scripts/build.py")
COMMANDS = [
    ("mkdocs", "build"),
    (*BUILD, "check"),
    (*BUILD, "pages", "../out"),
    (*BUILD, "nothing"),
    (*BUILD, "cited", "x"),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has been built: what is kept of it is there for both."""
    made = mini.project(tmp_path_factory.mktemp("served") / "project", built=True)
    assert quick("mkdocs", "build", cwd=made).returncode == 0
    return made


def seen(done: subprocess.CompletedProcess[str]) -> tuple[int, str]:
    return done.returncode, re.sub(r"in \d+\.\d+ seconds", "", done.stdout)


@pytest.mark.parametrize("slip", [None, "breif:"], ids=["whole", "broken"])
def test_a_copy_does_what_a_process_does(slip: str | None, project: Path) -> None:
    mri = project / "content/tests/mri.yml"
    mri.write_text(mri.read_text("utf-8").replace("brief:", slip or "brief:"), "utf-8")
    for command in COMMANDS:
        assert forkserver.knows(command, project)
        assert seen(quick(*command, cwd=project)) == seen(run(*command, cwd=project)), command
    mri.write_text(mini.FILES["content/tests/mri.yml"], "utf-8")


def test_it_has_its_own_environment_and_an_end(project: Path) -> None:
    assert "SOURCE_DATE_EPOCH is 'x' — " in quick("mkdocs", "build", cwd=project, SOURCE_DATE_EPOCH="x").stdout
    with pytest.raises(subprocess.TimeoutExpired):
        quick("mkdocs", "build", cwd=project, seconds=0.01)
    assert quick("mkdocs", "build", cwd=project).returncode == 0


@pytest.mark.parametrize("name", ["build.py", "theme/main.html", "guide/templates/page.md.j2", "new.py"])
def test_other_code_gets_a_process_of_its_own(name: str, project: Path, tmp_path: Path) -> None:
    other = mini.project(tmp_path)
    with (other / "scripts" / name).open("a") as code:
        code.write("\n")
    assert forkserver.knows(("mkdocs", "build"), project)
    assert not forkserver.knows(("mkdocs", "build"), other)
    assert not forkserver.knows(("python", "-c", ""), project)
