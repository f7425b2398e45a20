"""The commands people use: a failed build says why and changes nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import mini
from conftest import ROOT, quick


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built once: what is kept of it is there."""
    made = mini.project(tmp_path_factory.mktemp("model") / "project", built=True)
    assert quick("mkdocs", "build", cwd=made).returncode == 0
    return made


@pytest.fixture
def project(model: Path, tmp_path: Path) -> Path:
    return shutil.copytree(model, tmp_path / "project")


def spoil(project: Path) -> list[str]:
    """Put three mistakes into the content; return the lines that must name them."""
    mri = project / "content/tests/mri.yml"
    mri.write_text(mri.read_text(encoding="utf-8").replace("brief:", "breif:").replace("name:", "name: 'x'\nname:"))
    home = project / "docs/index.md"
    home.write_text(home.read_text(encoding="utf-8").replace("[[mri]]", "[[mir]]"))
    return [
        "content/tests/mri.yml:3:1: the key 'name' stands here twice — keep one",
        "content/tests/mri.yml:4:1: unknown key 'breif' — did you mean 'brief'?",
        "no page or word 'mir' — did you mean 'mri'?",
    ]


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_failed_build_names_every_mistake_and_leaves_the_site(engine: str, project: Path) -> None:
    command = [engine, "build", *(["-f", "mkdocs.yml"] if engine == "properdocs" else [])]
    assert quick(*command, cwd=project).returncode == 0
    before = {p: p.read_bytes() for p in (project / "site").rglob("*") if p.is_file()}
    expected = spoil(project)
    done = quick(*command, cwd=project)
    assert done.returncode != 0
    for line in expected:
        assert line in done.stdout
    assert "Traceback" not in done.stdout
    assert {p: p.read_bytes() for p in (project / "site").rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_what_the_engine_deploys_is_the_finished_site(engine: str, project: Path, tmp_path: Path) -> None:
    """`gh-deploy` builds by itself, and sends what it finds where it has built."""

    def git(*command: str) -> str:
        return subprocess.run(["git", *command], cwd=project, check=True, capture_output=True, text=True).stdout

    git("init", "--quiet")
    git("init", "--quiet", "--bare", str(tmp_path / "published"))
    for name, value in (("user.name", "Nobody"), ("user.email", "nobody@example.org")):
        git("config", name, value)
    git("remote", "add", "origin", str(tmp_path / "published"))
    settings = ["-f", "mkdocs.yml"] if engine == "properdocs" else []
    assert quick(engine, "build", *settings, cwd=project).returncode == 0
    built = {
        p.relative_to(project / "site").as_posix(): p.read_text("utf-8") for p in (project / "site").rglob("*.html")
    }
    shutil.rmtree(project / "site")
    done = quick(engine, "gh-deploy", "--ignore-version", *settings, cwd=project)
    assert done.returncode == 0, done.stdout
    git("fetch", "--quiet", "origin", "gh-pages")
    sent = [name for name in git("ls-tree", "-r", "--name-only", "FETCH_HEAD").splitlines() if name.endswith(".html")]
    assert {name: git("show", f"FETCH_HEAD:{name}") for name in sent} == built
    assert all("Content-Security-Policy" in text for text in built.values())

    spoil(project)
    before = git("ls-remote", "origin")
    done = quick(engine, "gh-deploy", "--ignore-version", *settings, cwd=project)
    assert done.returncode != 0
    assert "unknown key 'breif'" in done.stdout
    assert git("ls-remote", "origin") == before


def test_a_warning_of_the_engine_leaves_the_site_too(project: Path) -> None:
    assert quick("mkdocs", "build", cwd=project).returncode == 0
    before = (project / "site/checklist/index.html").read_bytes()
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8") + "nav:\n  - Home: index.md\n  - Nowhere: nowhere.md\n", encoding="utf-8"
    )
    done = quick("mkdocs", "build", cwd=project)
    assert done.returncode != 0
    assert "nowhere.md" in done.stdout
    assert (project / "site/checklist/index.html").read_bytes() == before


def test_the_commands_on_content(project: Path) -> None:
    good = quick("python", "scripts/build.py", "check", cwd=project)
    assert (good.returncode, bool(re.search(r"^\d+ pages, nothing to mend( but that)?$", good.stdout))) == (0, True)
    expected = spoil(project)
    bad = quick("python", "scripts/build.py", "check", cwd=project)
    assert bad.returncode == 1
    assert all(line in bad.stdout for line in expected)
    assert bad.stdout.splitlines() == sorted(bad.stdout.splitlines(), key=_place)
    staged = quick("python", "scripts/build.py", "pages", str(project / "out"), cwd=project)
    assert staged.returncode != 0
    assert not (project / "out").exists()


def _place(line: str) -> tuple[str, int, int]:
    path, row, column, _ = line.split(":", 3)
    return path, int(row), int(column)


def test_no_content_stops_every_command(project: Path) -> None:
    (project / "content").rename(project / "elsewhere")
    for command in (["mkdocs", "build"], ["python", "scripts/build.py", "check"]):
        done = quick(*command, cwd=project)
        assert done.returncode != 0
        assert "content:1:1: no content found" in done.stdout
        assert "Traceback" not in done.stdout


def test_locked_requirements_have_hashes_and_name_no_host() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        packages = re.findall(r"^[a-z0-9-]+==\S+", text, re.MULTILINE)
        assert len(packages) > 20
        assert text.count("--hash=sha256:") > len(packages)
        assert not re.search(r"https?://|--index|--find", text)
