"""`mkdocs serve`: an edit is seen at once, and a slip is shown on top of the last good pages until it is mended."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

import box
import mini
from conftest import BIN, ROOT

# What an editor may wait for, many times over: the machine of a test is busy.
SECONDS = 60
BOX = 'id="to-mend"'


MRI = "content/tests/mri.yml"
# The menu names every page that somebody wrote by hand.
BY_HAND = [name.removeprefix("docs/") for name in mini.FILES if name.startswith("docs/") and name.endswith(".md")]
MENU = "nav:\n" + "".join(f"  - {n}: {name}\n" for n, name in enumerate(BY_HAND))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small site with our own hooks, theme and assets: a build of it takes a moment."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("nav:")[0]
    return mini.project(tmp_path, {"mkdocs.yml": settings + MENU})


@contextlib.contextmanager
def served(project: Path) -> Iterator[str]:
    """Serve the project; yield the address. What is printed goes to out.txt."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (project / "out.txt").open("w") as out:
        command = [BIN / "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
        day = dt.datetime.combine(mini.TODAY, dt.time(), dt.UTC).timestamp()
        env = {**os.environ, "SOURCE_DATE_EPOCH": str(int(day)), "NO_MKDOCS_2_WARNING": "1"}
        server = subprocess.Popen(command, cwd=project, stdout=out, stderr=out, env=env)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=10)


def page(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 -- our own server on 127.0.0.1
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()


def wait_for(url: str, words: str, without: str = "\0") -> str:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            if words in (text := page(url)) and without not in text:
                return text
        time.sleep(0.1)
    pytest.fail(f"'{words}' did not appear at {url} within {SECONDS} s")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_an_edit_is_seen_and_a_slip_is_shown_until_it_is_mended(tmp_path: Path) -> None:
    project = mini.project(tmp_path / "project")
    mri = project / "content/tests/mri.yml"
    with served(project) as url:
        url += "tests/mri/"
        wait_for(url, "MRI scan", without=BOX)
        change(mri, "name: MRI", "name: a: MRI")
        text = wait_for(url, BOX)
        assert "content/tests/mri.yml:2:8: a colon and a space within the text" in text
        assert "MRI scan" in text
        change(mri, "name: a: MRI", "name: MRI")
        change(mri, "It is loud", "It is very loud")
        wait_for(url, "It is very loud", without=BOX)


def test_the_last_good_pages_stay_whatever_fails(small: Path) -> None:
    mri, menu = small / MRI, small / "mkdocs.yml"
    with served(small) as url:
        wait_for(f"{url}tests/mri/", "It is loud", without=BOX)
        change(mri, "brief:", "<i>breif</i>:")
        text = wait_for(f"{url}tests/mri/", BOX)
        assert f"{MRI}:3:1: unknown key &#x27;&lt;i&gt;breif&lt;/i&gt;&#x27; — " in text
        assert "<i>breif" not in text
        assert "It is loud" in text
        assert BOX in page(url)
        assert BOX in page(f"{url}no-such-page/")
        assert '"/livereload/"' in text, "it comes back by itself"
        change(mri, "<i>breif</i>:", "brief: A:")
        text = wait_for(url, "a colon and a space within")
        assert text.count(BOX) == 1
        assert "breif" not in text, "what is said is what is so now"
        change(mri, "brief: A:", "brief:")
        change(mri, "It is loud", "It is very loud")
        wait_for(f"{url}tests/mri/", "It is very loud", without=BOX)
        assert BOX not in page(f"{url}no-such-page/")
        change(menu, MENU, f"{MENU}nonsense: 1\n")
        assert "nonsense" in wait_for(url, BOX), "what the engine warns of is shown as well"
        change(menu, "nav:", "nav: [")
        wait_for(url, "while parsing")
        change(menu, "nav: [", "nav:")
        change(menu, "nonsense: 1\n", "")
        wait_for(url, "Hello", without=BOX)
    said = (small / "out.txt").read_text("utf-8")
    assert f"{MRI}:3:1: unknown key '<i>breif</i>' — " in said
    assert "Traceback" not in said


def test_a_preview_begins_with_what_must_be_mended(small: Path) -> None:
    change(small / MRI, "brief:", "breif:")
    with served(small) as url:
        text = wait_for(url, BOX)
        assert f"{MRI}:3:1: unknown key" in text
        assert '"/livereload/"' in text
        missing = page(f"{url}tests/mri/")
        assert BOX in missing
        assert 'http-equiv="refresh"' in missing
        change(small / MRI, "breif:", "brief:")
        wait_for(f"{url}tests/mri/", "It is loud", without=BOX)
    said = (small / "out.txt").read_text("utf-8")
    assert f"{MRI}:3:1: unknown key" in said
    assert "Traceback" not in said


def test_a_box_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    built = tmp_path / "index.html"
    built.write_text('<html><body dir="ltr" class="a">words</body></html>', "utf-8")
    box.show(tmp_path, ["a <b> & \\1 — c"])
    box.show(tmp_path, ["later"])
    text = built.read_text("utf-8")
    assert text.count(BOX) == 1
    assert re.search(r"later.*words", text)
    assert "&lt;b&gt;" not in text
