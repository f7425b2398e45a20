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
from conftest import BIN, EPOCH, copy_project, quick, run
from guide.content import memo
from guide.content.day import read_day
from guide.content.fields import Day
from guide.content.load import load
from guide.content.site import Site, texts_in
from guide.content.source import Problem, SourceFile, Text
from guide.content.unread import unread
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
    for kept in (project / "build/cache").glob("*/*"):
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

    @memo.memoized
    def long(text: str, by: object) -> int:
        done.append(text)
        return len(text)

    class By:
        key = "b"

    marked = memo.position()
    assert [long(Text("abc"), By()), long("abc", By()), long("de", "b")] == [3, 3, 2]
    assert done == ["abc", "de"]
    new = memo.since(marked)
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


def problems_at(project: Path) -> set[str]:
    site, problems = load(project)
    assert site
    return {f"{one.path}: {one.message}" for one in [*problems, *rules.check(site, mini.TODAY)]}


def test_a_copy_of_a_file_is_named_for_what_is_wrong_in_it(tmp_path: Path) -> None:
    project = mini.write(tmp_path, {MRI: ("It is loud", "TODO it is loud")})
    left = {one for one in problems_at(project) if "TODO" in one}
    assert {one.partition(":")[0] for one in left} == {MRI}
    copy = project / MRI.replace("mri.yml", "mrj.yml")
    shutil.copy(project / MRI, copy)
    both = {one.partition(":")[0] for one in problems_at(project) if "TODO" in one}
    assert both == {MRI, MRI.replace("mri.yml", "mrj.yml")}
    (project / MRI).unlink()
    assert {one.partition(":")[0] for one in problems_at(project) if "TODO" in one} == {MRI.replace("mri", "mrj")}


def test_a_country_that_is_added_is_known_to_all_files(tmp_path: Path) -> None:
    project = mini.write(tmp_path, {MRI: ("It is loud", "It is loud (Atlantis and Lemuria, 2019)")})
    assert any("Atlantis and Lemuria, 2019" in one for one in problems_at(project))
    numbers = project / "content/ambulance-numbers.yml"
    text = numbers.read_text("utf-8")
    assert "place: France" in text
    numbers.write_text(text.replace("place: France", "place: Atlantis", 1), "utf-8")
    assert not any("leads nowhere" in one for one in problems_at(project))


def test_what_others_ask_is_kept_though_nobody_asks_it() -> None:
    """Who remembers a whole line does not ask for its words, and the next line has some of them."""

    @memo.memoized
    @memo.asked_by_others
    def of_word(word: str) -> int:
        return len(word)

    @memo.memoized
    def of_line(line: str) -> int:
        return sum(map(of_word, line.split()))

    inner, outer = (name for name in memo.names() if name.endswith(("of_word", "of_line")))
    kept: memo.Tables = {}
    for line in ("one two three", "four"):
        for name in (inner, outer):
            for table in (memo._now[name], memo._before[name]):
                table.clear()
        memo.begin(kept)
        of_line(line)
        kept = {name: dict(table) for name, table in memo.to_keep() if name in (inner, outer)}
    assert {word for (word,) in kept[inner]} == {"one", "two", "three", "four"}
    assert {line for (line,) in kept[outer]} == {"four"}


NESTED = """
import sys
sys.path[:0] = ["scripts", "tests"]
from guide.content import memo
plain, at_work, nested = memo.memoized, [], set()
def watched(do):
    name = memo._name(do)
    def work(*arguments):
        at_work.append(name)
        try:
            return do(*arguments)
        finally:
            at_work.pop()
    work.__module__, work.__qualname__ = do.__module__, do.__qualname__
    remember = plain(work)
    def ask(*arguments):
        if at_work:
            nested.add(name)
        return remember(*arguments)
    ask.__module__, ask.__qualname__ = do.__module__, do.__qualname__
    return ask
memo.memoized = watched
import workers
workers.processors = lambda: 1
from pathlib import Path
import checking
site, problems, pages, searched = checking.rendered_site(Path(sys.argv[1]))
print(bool(pages), sorted(nested), nested == memo._inner)
"""


def test_who_is_asked_by_others_says_so(tmp_path: Path) -> None:
    copy_project(tmp_path)
    done = run("python", "-c", NESTED, str(tmp_path))
    assert done.stdout.startswith("True ['guide.rules.hints.hints'")
    assert done.stdout.endswith(" True\n")


def test_what_is_read_ahead_is_what_is_read(tmp_path: Path) -> None:
    """Not what a program keeps for itself, nor what is of another language: that is read in another way."""
    mini.write(tmp_path)
    strings = tmp_path / "content/strings"
    (strings / "ru.yml").write_text((strings / "en.yml").read_text("utf-8"), "utf-8")
    (tmp_path / "content/ru").mkdir()
    (tmp_path / "content/ru/site.yml").write_text("name: x\n", "utf-8")
    (tmp_path / "content/tests/.#mri.yml").write_text("name: x\n", "utf-8")
    memo.forget()
    asked = {one.args[0].path for one in unread(tmp_path) if isinstance(one.args[0], SourceFile)}
    assert MRI in asked
    assert {path for path in asked if "/ru" in path or "#" in path} == set()
    memo.forget()


def test_a_file_is_read_once(tmp_path: Path) -> None:
    mini.write(tmp_path)
    first, _ = load(tmp_path)
    again, _ = load(tmp_path)
    assert first
    assert again
    assert all(again.pages[name] is page for name, page in first.pages.items())
