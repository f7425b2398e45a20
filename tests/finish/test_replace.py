"""A build killed at any moment leaves the last good site whole."""

from __future__ import annotations

import hashlib
import ntpath
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

import mini
from conftest import BIN, quick, run
from finish import folder as finish_folder
from finish import replace


def print_of(folder: Path) -> str:
    """A fingerprint of a folder: every file's name and bytes, but for what a killed build had not moved in yet."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.relative_to(folder).parts[0] == replace.NEXT:
            continue
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def kill_builds(project: Path, times: int, seed: int) -> tuple[int, int, int]:
    """Kill that many builds, each at a random moment; return how many were cut short, finished, and lost the site."""
    mri = project / "content/tests/mri.yml"
    texts = [mri.read_text("utf-8"), mri.read_text("utf-8").replace("It is loud", "It is very loud")]
    whole = []
    for text in texts:
        mri.write_text(text, encoding="utf-8")
        start = time.monotonic()
        assert run("mkdocs", "build", cwd=project).returncode == 0
        seconds = time.monotonic() - start
        whole.append(print_of(project / "site"))
    assert whole[0] != whole[1]
    moment = random.Random(seed)  # noqa: S311 -- moments, not secrets
    cut = finished = lost = 0
    for turn in range(times):
        mri.write_text(texts[turn % 2], encoding="utf-8")
        before = print_of(project / "site")
        build = subprocess.Popen(
            [BIN / "mkdocs", "build"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(moment.uniform(0, seconds))
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        after = print_of(project / "site") if (project / "site").exists() else ""
        lost += after not in whole
        finished += after == whole[turn % 2] != before
        cut += after == before
    assert quick("mkdocs", "build", cwd=project).returncode == 0
    assert print_of(project / "site") in whole
    assert not (project / "site" / replace.NEXT).exists(), "what was left behind goes with the next build"
    return cut, finished, lost


@pytest.mark.slow
def test_a_killed_build_leaves_the_site_whole(tmp_path: Path) -> None:
    cut, finished, lost = kill_builds(mini.project(tmp_path / "project", built=True), 3, seed=1)
    assert cut + finished == 3
    assert cut
    assert lost == 0


# Ends by itself while new files are put beside the old ones, out of sight: a moment that a random kill seldom meets.
DIES_WHILE_STAGING = """
import os, signal, sys
sys.path.insert(0, "scripts")
from finish import folder as finish_folder
from finish import replace
from mkdocs.__main__ import cli
link, files = replace._link, []
def dies(source, target):
    files.append(source)
    if len(files) == 20:
        os.kill(os.getpid(), signal.SIGKILL)
    link(source, target)
replace._link = dies
cli(["build"])
"""


@pytest.mark.slow
def test_a_build_killed_while_it_stages_leaves_the_site_whole(tmp_path: Path) -> None:
    project = mini.project(tmp_path / "project", built=True)
    assert quick("mkdocs", "build", cwd=project).returncode == 0
    before, left = print_of(project / "site"), project / "site" / replace.NEXT
    mri = project / "content/tests/mri.yml"
    mri.write_text(mri.read_text("utf-8").replace("It is loud", "It is very loud"), encoding="utf-8")
    assert run("python", "-c", DIES_WHILE_STAGING, cwd=project).returncode == -signal.SIGKILL
    assert left.exists(), "it was killed at another moment"
    assert print_of(project / "site") == before
    assert quick("mkdocs", "build", cwd=project).returncode == 0
    assert print_of(project / "site") != before
    assert not left.exists()


@pytest.mark.long
def test_fifty_killed_builds_leave_the_site_whole(tmp_path: Path) -> None:
    cut, finished, lost = kill_builds(mini.project(tmp_path / "project"), 50, seed=2)
    print(f"50 builds killed: {cut} left the old site, {finished} had put the new one in its place, {lost} lost it")
    assert lost == 0


def missing_moments(tmp_path: Path) -> int:
    """How often a reader, asking without pause, finds no page while two sites change places many times."""
    live, new = tmp_path / "site", tmp_path / ".site.new"
    live.mkdir()
    (live / "index.html").touch()
    missing, done = 0, threading.Event()

    def ask() -> None:
        nonlocal missing
        while not done.is_set():
            missing += not os.path.exists(live / "index.html")

    reader = threading.Thread(target=ask)
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # the two share one Python
    reader.start()
    for _ in range(100):
        new.mkdir()
        (new / "index.html").touch()
        replace.replace_folder(new, live)
    done.set()
    reader.join()
    sys.setswitchinterval(usual)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    return missing


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_site_is_there_at_every_moment(in_one_step: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where two folders can't change names in one step: on Windows, on old disks, on mounts."""
    if not in_one_step:
        monkeypatch.setattr(replace, "rename_exchange", lambda *_: False)
    assert missing_moments(tmp_path) == 0


def test_a_missed_moment_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with two renames, one after the other."""

    def renames(new: Path, live: Path) -> None:
        os.rename(live, tmp_path / "old")
        time.sleep(0.002)  # a busy machine lets the reader wait longer than two renames take
        os.rename(new, live)
        shutil.rmtree(tmp_path / "old")

    monkeypatch.setattr(replace, "replace_folder", renames)
    assert missing_moments(tmp_path) > 0


@pytest.mark.skipif(replace.fcntl is None, reason="this system has no such locks")
@pytest.mark.slow
def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    project = mini.project(tmp_path / "project", built=True)
    builds = [
        subprocess.Popen([BIN / "mkdocs", "build"], cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                         text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
        for _ in "ab"
    ]  # fmt: skip
    said = [build.communicate()[0] for build in builds]
    assert sorted(build.returncode for build in builds) == [0, 1], said
    assert "is running — wait for it" in "".join(said)
    assert "Traceback" not in "".join(said)
    assert quick("mkdocs", "build", cwd=project).returncode == 0  # nothing is left locked


def test_a_site_that_is_no_folder_is_left_alone(tmp_path: Path) -> None:
    project = mini.project(tmp_path / "project", built=True)
    (project / "elsewhere").mkdir()
    (project / "site").symlink_to("elsewhere")
    done = quick("mkdocs", "build", cwd=project)
    assert done.returncode == 1
    assert "is no plain folder — take it away" in done.stdout
    assert (project / "site").is_symlink()


def test_files_have_the_names_of_links_on_windows_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def walk(_: Path) -> list[tuple[str, list[str], list[str]]]:
        return [("C:\\site", ["cancers"], ["404.html"]), ("C:\\site\\cancers\\lung", [], ["index.html"])]

    windows = SimpleNamespace(walk=walk, path=ntpath, sep="\\", curdir=".")
    monkeypatch.setattr(finish_folder, "os", windows)
    assert [*finish_folder.files_below(PureWindowsPath("C:\\site"))] == ["404.html", "cancers/lung/index.html"]
