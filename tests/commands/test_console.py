"""The real commands on consoles of any encoding: the problem is named, every one of them, and nothing else is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import mini
from conftest import BIN, ROOT, spread

# An accent, letters of other scripts, a picture and a sign that no old encoding has.
ODD = "naïve → 日本 🩺 ẞ"
EDITS = {
    "content/tests/mri.yml": ("brief:", "breïf→日🩺:"),
    "content/references.yml": ("article-journal", ODD),
    "docs/index.md": ("next: [tests]", "next: [tests]\ncheckd: x"),
}
# How a console is set → how it shows the odd words.
SETTINGS = [
    ({"PYTHONIOENCODING": "ascii"}, "'na\\xefve \\u2192 \\u65e5\\u672c \\U0001fa7a \\u1e9e' - use"),
    ({"PYTHONIOENCODING": "cp1252"}, "'naïve \\u2192 \\u65e5\\u672c \\U0001fa7a \\u1e9e' — use"),
    ({"PYTHONIOENCODING": "cp932"}, "'na\\xefve → 日本 \\U0001fa7a \\u1e9e' - use"),
    ({"PYTHONIOENCODING": "cp437:strict"}, "'naïve \\u2192 \\u65e5\\u672c \\U0001fa7a \\u1e9e' - use"),
    ({"PYTHONIOENCODING": "utf-16"}, "'naïve → 日本 🩺 ẞ' — use"),
    ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "'na\\xefve \\u2192 \\u65e5\\u672c \\U0001fa7a"),
    ({}, "'naïve → 日本 🩺 ẞ' — use"),
]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("console")
    # A copy, for a command works on the project that it stands in.
    for name in ("scripts", "docs/assets"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("nav:")[0]
    return mini.write(root, {**EDITS, "mkdocs.yml": settings})


def printed(command: list, root: Path, settings: dict[str, str]) -> str:
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings}
    done = subprocess.run(command, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    encoding = settings.get("PYTHONIOENCODING", "utf-8").partition(":")[0]
    assert done.returncode == 1
    return done.stdout.decode(encoding, "replace")


def places(lines: list[str]) -> list[str]:
    return [":".join(line.split(":")[:3]) for line in lines]


def is_whole(said: str, project: Path) -> bool:
    """Say whether every problem was printed, on a line of its own, with nothing of Python's between."""
    assert "Traceback" not in said, said
    lines = [line for line in said.splitlines() if line.startswith(("content/", "docs/"))]
    assert all(line.isprintable() for line in lines)
    assert len(lines) >= 7
    return places(lines) == places([str(one) for one in mini.checked(project)[1]])


@pytest.mark.parametrize(("settings", "shown"), spread(SETTINGS, 4), ids=[" ".join(it[0].values()) for it in SETTINGS])
def test_every_console_shows_every_problem(settings: dict[str, str], shown: str, project: Path) -> None:
    said = printed([sys.executable, project / "scripts/build.py", "check"], project, settings)
    assert is_whole(said, project)
    assert f"2:9: 'type' can't be {shown}" in said


@pytest.mark.parametrize("settings", [SETTINGS[1][0], SETTINGS[5][0]], ids=["cp1252", "C"])
def test_an_engine_does_so_too(settings: dict[str, str], project: Path) -> None:
    assert is_whole(printed([BIN / "mkdocs", "build"], project, settings), project)


def test_nobody_need_read_to_the_end(project: Path) -> None:
    """`make check | head -1`: the pipe is closed before all is printed."""
    command = f"'{sys.executable}' '{project}/scripts/build.py' check | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, check=True)  # noqa: S602 -- a pipe is what is tried
    assert (done.stdout, done.stderr) == (b"c", b"")
    closed = subprocess.run(f"{command.partition('|')[0]} >&-", shell=True, capture_output=True, check=False)  # noqa: S602
    assert (closed.returncode, closed.stderr) == (1, b"")
