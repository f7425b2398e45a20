"""`mkdocs serve`: an edit is seen at once, and a slip is shown on top of the last good pages until it is mended."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import os
import re
import shutil
import signal
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
from guide.content.load import load
from guide.content.site import Site
from guide.pages.changed import alike, changed
from guide.pages.render import render

# What an editor may wait for, many times over: the machine of a test is busy.
SECONDS = 60
BOX = 'id="to-mend"'
PORT = re.compile(rb"(?<=127\.0\.0\.1:)\d+")


MRI = "content/tests/mri.yml"
# The menu names every page that somebody wrote by hand.
BY_HAND = [name.removeprefix("docs/") for name in mini.FILES if name.startswith("docs/") and name.endswith(".md")]
MENU = "nav:\n" + "".join(f"  - {n}: {name}\n" for n, name in enumerate(BY_HAND))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small site with our own hooks, theme and assets: a build of it takes a moment."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("nav:")[0]
    return mini.project(tmp_path / "project", {"mkdocs.yml": settings + MENU}, built=True)


# How a server begins: as everywhere, or where a process can't be copied.
SERVE = "from mkdocs.__main__ import cli; cli()"
CLEAN = f"import sys; sys.argv.append('--clean'); {SERVE}"
WITHOUT_COPIES = f"import os; del os.fork; {SERVE}"


@contextlib.contextmanager
def served(project: Path, code: str = SERVE) -> Iterator[str]:
    """Serve the project; yield the address. What is printed goes to out.txt, the pages to a folder in made/."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = project / "made"
    made.mkdir()
    with (project / "out.txt").open("w") as out:
        command = [BIN / "python", "-c", code, "serve", "-a", f"127.0.0.1:{port}"]
        day = dt.datetime.combine(mini.TODAY, dt.time(), dt.UTC).timestamp()
        env = {**os.environ, "SOURCE_DATE_EPOCH": str(int(day)), "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(made)}
        server = subprocess.Popen(command, cwd=project, stdout=out, stderr=out, env=env)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.send_signal(signal.SIGINT)  # as who presses Ctrl and C
            assert server.wait(timeout=SECONDS) == 0
    assert [*made.iterdir()] == [], "nothing is left behind"
    made.rmdir()


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


def pages_of(project: Path) -> dict[str, bytes]:
    """Return all that is served now, with the port left out."""
    (folder,) = (path.parent for path in (project / "made").glob("*/404.html"))
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".gz"]
    return {path.relative_to(folder).as_posix(): PORT.sub(b"", path.read_bytes()) for path in files}


def builds(project: Path) -> tuple[int, bool]:
    """Return how many times all was built, or begun to be, and whether the last of them has ended well."""
    _, *begun = (project / "out.txt").read_text("utf-8").split("Building documentation...")
    return len(begun), "Documentation built in" in begun[-1]


def at_rest(project: Path, expected: dict[str, bytes]) -> None:
    """Wait until all that is served is as expected."""
    end, differ = time.monotonic() + SECONDS, ["?"]
    while differ and time.monotonic() < end:
        time.sleep(0.1)
        with contextlib.suppress(OSError, ValueError):  # pages are put in place
            now = pages_of(project)
            differ = sorted(name for name in now.keys() | expected if now.get(name) != expected.get(name))
    assert not differ


def fresh(project: Path, folder: Path) -> dict[str, bytes]:
    """Return what a server that begins now serves."""
    shutil.copytree(project, folder, ignore=shutil.ignore_patterns("build", "made", "out.txt"))
    with served(folder) as url:
        wait_for(url, "</html>")
        return pages_of(folder)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_an_edit_is_seen_and_a_slip_is_shown_until_it_is_mended(tmp_path: Path) -> None:
    project = mini.project(tmp_path / "project", built=True)
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


def test_a_clean_preview_follows_edits_too(tmp_path: Path) -> None:
    """`serve --clean` begins with a build as for readers."""
    project = mini.project(tmp_path / "project", built=True)
    with served(project, CLEAN) as url:
        wait_for(f"{url}tests/mri/", "It is loud", without=BOX)
        change(project / MRI, "It is loud", "It is very loud")
        wait_for(f"{url}tests/mri/", "It is very loud", without=BOX)
        change(project / MRI, "brief:", "breif:")
        assert "unknown key" in wait_for(f"{url}tests/mri/", BOX)
        change(project / MRI, "breif:", "brief:")
        wait_for(f"{url}tests/mri/", "It is very loud", without=BOX)


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


# A page that was not there, what all pages show, the menu; each with an edit of a page after it.
MORE = "content/tests/ct.yml"
EDITS = [
    [(MRI, "breif:", "brief:"), (MRI, "It is loud", "It is very loud"), (MRI, "brief: ", "brief: Now ")],
    [(MORE, "", ""), (MRI, "It is very loud", "See [[ct]]; it is loud"), (MORE, "title: CT", "title: The CT")],
    [("content/site.yml", "version: 0.1.0", "version: 0.1.1"), (MRI, "it is loud", "it is not loud")],
    [("mkdocs.yml", "- 0:", "- Zero:"), (MRI, "brief: Now ", "brief: Then ")],
]


@pytest.mark.slow
@pytest.mark.parametrize("code", [SERVE, WITHOUT_COPIES])
def test_what_is_shown_in_the_end_is_what_a_new_server_shows(tmp_path: Path, small: Path, code: str) -> None:
    change(small / MRI, "brief:", "breif:")  # it begins with nothing to show
    with served(small, code) as url:
        wait_for(url, BOX)
        for number, edits in enumerate(EDITS):
            for name, old, new in edits:
                if name == MORE and not old:
                    text = (small / MRI).read_text("utf-8")
                    for one, other in (("MRI", "CT"), ("It finds", "It shows"), ("magnet", "ray")):
                        text = text.replace(one, other)
                    (small / MORE).write_text(text, "utf-8")
                else:
                    change(small / name, old, new)
                time.sleep(1)  # some are made while others are
            at_rest(small, fresh(small, tmp_path / f"fresh-{number}"))
    assert "Traceback" not in (small / "out.txt").read_text("utf-8")


def test_nobody_waits_for_the_rules_and_no_older_result_is_shown(small: Path) -> None:
    slow = small / "slow"
    wait = f"import pathlib, time\n    while pathlib.Path({str(slow)!r}).exists(): time.sleep(0.05)\n    "
    change(small / "scripts/guide/rules/check.py", "if endless :=", f"{wait}if endless :=")
    with served(small) as url:
        url += "tests/mri/"
        wait_for(url, "It is loud")
        slow.touch()
        change(small / MRI, "It is loud", "It is 40 times as loud")  # and no source says so
        wait_for(url, "It is 40 times as loud", without=BOX)
        while builds(small)[0] < 2:
            time.sleep(0.1)
        for old, new in itertools.pairwise(["40 times as loud", "very loud", "quite loud"]):
            change(small / MRI, old, new)
            wait_for(url, f"It is {new}", without=BOX)
        assert builds(small) == (2, False), "they are seen before the first of them is checked"
        slow.unlink()
        while builds(small) != (3, True):
            text = page(url)
            assert "It is quite loud" in text
            assert BOX not in text, "this is mended by now"
        change(small / MRI, "quite loud", "40 times as loud")
        text = wait_for(url, BOX)
        assert "It is 40 times as loud" in text, "the words are there, and what is wrong with them"
        change(small / MRI, "40 times as loud", "loud")
        wait_for(url, "It is loud", without=BOX)
    said = (small / "out.txt").read_text("utf-8")
    assert f"{MRI}:9:11: '40' has no source" in said
    assert "Traceback" not in said


def test_without_the_other_process_all_is_done_by_the_server(small: Path) -> None:
    with served(small) as url:
        url += "tests/mri/"
        wait_for(url, "It is loud")
        for one in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                ours = str(small / "made").encode() in (one / "environ").read_bytes()
                if ours and f"PPid:\t{os.getpid()}\n" not in (one / "status").read_text():
                    os.kill(int(one.name), signal.SIGKILL)
        for old, new, found in (("It is loud", "It is 40 times as loud", True), ("40 times as ", "very ", False)):
            change(small / MRI, old, new)
            wait_for(url, BOX if found else "It is very loud", "\0" if found else BOX)
    assert "Traceback" not in (small / "out.txt").read_text("utf-8")


def test_a_box_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    built = tmp_path / "index.html"
    built.write_text('<html><body dir="ltr" class="a">words</body></html>', "utf-8")
    box.show(tmp_path, ["a <b> & \\1 — c"])
    box.show(tmp_path, ["later"])
    text = built.read_text("utf-8")
    assert text.count(BOX) == 1
    assert re.search(r"later.*words", text)
    assert "&lt;b&gt;" not in text
    assert box.with_box(text, []) == '<html><body dir="ltr" class="a">words</body></html>'


# ---- which pages an edit is seen on


def changed_by(before: Site, folder: Path, edits: dict[str, tuple[str, str]]) -> list[str] | None:
    """Return the ids of the pages that are made first, or None if all may look otherwise."""
    after, problems = load(mini.write(folder, edits))
    assert after
    assert not problems
    return [page.id for page in changed(before, after, render(before, mini.TODAY))] if alike(before, after) else None


def test_the_pages_that_show_an_edit_are_known(tmp_path: Path) -> None:
    before, _ = load(mini.write(tmp_path / "before"))
    assert before
    brief = before.pages["mri"].brief
    loud = "It is loud"
    for number, (edits, expected) in enumerate([
        ({}, []),
        ({MRI: (loud, "It is very loud")}, ["mri"]),
        ({MRI: (f"brief: {brief}", "brief: Something else.")}, ["mri", "tests"]),
        ({"content/site.yml": ("label: Tests", "label: All tests")}, None),
    ]):  # fmt: skip
        assert changed_by(before, tmp_path / str(number), edits) == expected
