"""`build.py check` says the same whatever it remembers: from a file, from a text, or from all of the project."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mini
from conftest import BIN, EPOCH, quick
from guide.content import remembered
from guide.content.day import read_day
from guide.content.fields import Day
from guide.content.load import load
from guide.content.site import Site, texts_in
from guide.content.source import Problem, SourceFile, Text
from guide.rules import check as rules

MRI = "content/tests/mri.yml"


def check(project: Path, **env: str) -> tuple[int, str]:
    done = quick("python", "scripts/build.py", "check", cwd=project, **{"SOURCE_DATE_EPOCH": EPOCH, **env})
    assert "Traceback" not in done.stdout
    return done.returncode, done.stdout


def anew(project: Path, **env: str) -> tuple[int, str]:
    shutil.rmtree(project / "build", ignore_errors=True)
    return check(project, **env)


def changed(project: Path) -> Iterator[dict[str, str]]:
    """Change one thing that a check looks at, after the other; yield what is to be set for it."""

    def edit(path: str, old: str, new: str) -> None:
        file = project / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    yield {}
    edit(MRI, "It is loud", "It is 40 times as loud")  # a text
    yield {}
    edit(MRI, "brief:", "breif:")  # a file that can't be read
    yield {}
    edit(MRI, "breif:", "brief:")
    edit(MRI, "40 times as loud", "loud")
    (project / "content/tests/mri copy.yml").write_text("a: b\n")  # a name
    yield {}
    (project / "content/tests/mri copy.yml").unlink()
    edit("content/site.yml", "all is clear: say", "magnet: say")  # a word that a page says
    yield {}
    edit("content/site.yml", "magnet: say", "all is clear: say")
    edit("content/glossary.yml", "marrow:", "marrows:")  # an id that a page names
    yield {}
    edit("content/glossary.yml", "marrows:", "marrow:")
    yield {"SITE_URL": "https://OWNER.github.io/"}
    yield {"SOURCE_DATE_EPOCH": str(int(EPOCH) + 4 * 365 * 86_400)}  # a day on which pages are overdue
    edit("scripts/guide/rules/wording.py", "BRIEF_WORDS = 20", "BRIEF_WORDS = 1")  # our code
    yield {}


@pytest.mark.slow
def test_a_check_says_what_it_would_say_anew(tmp_path: Path) -> None:
    project, fresh = (mini.project(tmp_path / name) for name in ("project", "fresh"))
    heard = []
    for env, same in zip(changed(project), changed(fresh), strict=True):
        heard.append(anew(fresh, **same))
        assert check(project, **env) == heard[-1]
        assert check(project, **env) == heard[-1], "known, and said at once"
    assert len({*heard}) >= 8, heard
    for kept in (project / "build/kept").glob("*/*"):
        kept.write_bytes(kept.read_bytes()[:-1])
        assert check(project) == heard[-1], "what is damaged is not there"


@pytest.mark.slow
def test_a_check_that_is_killed_leaves_nothing_wrong(tmp_path: Path) -> None:
    project = mini.project(tmp_path)
    expected = anew(project)
    shutil.rmtree(project / "build")
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    for tenths in (2, 5, 9):
        with subprocess.Popen([BIN / "python", "scripts/build.py", "check"], cwd=project, env=env,
                              stdout=subprocess.PIPE) as one:  # fmt: skip
            try:
                one.wait(tenths / 10)
            except subprocess.TimeoutExpired:
                one.kill()
    assert check(project) == expected


# ---- what is remembered


def test_what_is_read_can_be_kept(site: Site) -> None:
    read = [value for value in vars(site).values() if not isinstance(value, Site)]  # a site without its drafts
    copy: list[Any] = pickle.loads(pickle.dumps(read))  # noqa: S301
    assert copy == read
    pairs = [*zip(texts_in(copy), texts_in(read), strict=True)]
    assert len(pairs) > 10_000
    assert all((one, one.start, one.source) == (other, other.start, other.source) for one, other in pairs)


def test_a_day_that_was_kept_knows_where_it_was_written() -> None:
    day = Day._validate(Text("2026-01-02", SourceFile("a.yml", "on: 2026-01-02"), 4))
    copy = pickle.loads(pickle.dumps(day))  # noqa: S301
    assert (copy, copy.problem("x")) == (day, day.problem("x"))
    assert copy == read_day("2026-01-02")


def test_nothing_is_done_twice_and_no_file_is_kept_for_a_text() -> None:
    done: list[str] = []

    @remembered.remembered
    def long(text: str, by: object) -> int:
        done.append(text)
        return len(text)

    class By:
        key = "b"

    marked = remembered.position()
    assert [long(Text("abc"), By()), long("abc", By()), long("de", "b")] == [3, 3, 2]
    assert done == ["abc", "de"]
    new = remembered.since(marked)
    found = {name: table for name, table in new.items() if table}
    assert [*found.values()] == [{("abc", "b"): 3, ("de", "b"): 2}]
    assert {type(key[0]) for table in found.values() for key in table} == {str}


def test_rules_of_one_file_look_again_at_what_was_edited_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()

    def rule(site: Site) -> Iterator[Problem]:
        seen.update(text.source.path for text in site.texts)
        yield from (text.problem("it is loud") for text in site.texts if "loud" in text)

    monkeypatch.setattr(rules, "OF_ONE_FILE", [rule])
    monkeypatch.setattr(rules, "GROUPS", [[rule]])
    site_yml = ("content/site.yml", "description: A small site.", "description: Another site.")
    word = ("content/glossary.yml", "marrow:", "marrows:")
    project, looked_at, named = mini.write(tmp_path), [], []
    for path, old, new in (site_yml, (MRI, "It is loud", "It is very loud"), (MRI, "very loud", "not so"), word):
        text = (project / path).read_text("utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new, 1), "utf-8")
        seen.clear()
        site, _ = load(project)
        assert site
        named.append([problem.line for problem in rules.check(site, mini.TODAY) if problem.path == MRI])
        looked_at.append({*seen})
    every = {text.source.path for text in site.texts}
    assert looked_at == [every, {MRI}, {MRI}, every]
    assert [len(lines) for lines in named] == [1, 1, 0, 0]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    mini.write(tmp_path)
    first, _ = load(tmp_path)
    again, _ = load(tmp_path)
    assert first
    assert again
    assert all(again.pages[name] is page for name, page in first.pages.items())
