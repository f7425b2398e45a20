"""However content is damaged: the site is built, or somebody is told where and what to mend, and the old site stays."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import damage
import mini
from conftest import ROOT, copy_project, examples, run

# Seconds in which somebody must be told, and what a build that succeeds may take besides.
HANG = 5.0
PROBLEM = re.compile(r"^(content|docs|CHANGELOG\.md)[^:]*:\d+:\d+: .+ — .+", re.MULTILINE)
# What an editor is told in numbers, names and quotations is left out when outcomes are counted.
DETAILS = re.compile(r"'.*?'|\d[\d,]*|\(.*?\)|U\+\w+")


class Lab:
    """A project to be damaged and healed, with a site built from it when it was whole."""

    def __init__(self, root: Path, make: Callable[[Path], Path]) -> None:
        self.root = make(root)
        self.kept = make(root.with_name("kept"))
        self.out = root.parent / "out.txt"
        assert run("mkdocs", "build", cwd=root).returncode == 0
        self.files = sorted([*root.glob("content/**/*.yml"), *root.glob("docs/**/*.md"), root / "CHANGELOG.md"])
        self.runner = subprocess.Popen(
            [sys.executable, ROOT / "tests/case_runner.py", root, str(3 * HANG)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )  # fmt: skip
        self.whole = len(self.site())
        self.usual = max(self.build()[2] for _ in range(3))
        self.seen: Counter[str] = Counter()
        self.seconds: list[float] = []
        self.told: list[float] = []

    def build(self) -> tuple[int, str, float]:
        """Build once; return exit status, what was printed, and seconds."""
        assert self.runner.stdin
        assert self.runner.stdout
        print(self.out, file=self.runner.stdin, flush=True)
        status, seconds = self.runner.stdout.readline().split()
        return int(status), self.out.read_text("utf-8", "replace"), float(seconds)

    def site(self) -> dict[str, tuple[int, int, int]]:
        """Every file of the site, with what changes when it is written anew."""
        found = {}
        for path in sorted((self.root / "site").rglob("*")):
            about = path.stat()
            found[path.relative_to(self.root).as_posix()] = (about.st_ino, about.st_size, about.st_mtime_ns)
        return found

    def heal(self) -> None:
        """Make the content whole again."""
        for name in ("content", "docs", "CHANGELOG.md"):
            path = self.root / name
            if path.is_dir() and not path.is_symlink():  # a file may have become a folder
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        shutil.copytree(self.kept, self.root, dirs_exist_ok=True)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    heavy = settings.default.max_examples > 100  # the real content then, which has more that can be damaged
    made = Lab(tmp_path_factory.mktemp("damage") / "project", copy_project if heavy else mini.project)
    yield made
    made.runner.kill()
    print(f"\n{made.seen.total()} damaged trees in {sum(made.seconds):.0f} s; a whole one takes {made.usual:.1f} s")
    print(f"the slowest message came after {max(made.told, default=0):.1f} s")
    for outcome, count in made.seen.most_common():
        print(f"{count:6} {outcome}")


def outcome(lab: Lab) -> str:
    """Build; return in short what came of it. Raises AssertionError if nobody could live with it."""
    before = lab.site()
    status, said, seconds = lab.build()
    lab.seconds.append(seconds)
    assert "Traceback" not in said, said[-3000:]
    assert status in (0, 1), f"status {status} after {seconds:.1f} s: {said[-3000:]}"
    if status == 0:
        assert seconds < lab.usual + HANG, f"a build of {seconds:.1f} s"
        assert len(lab.site()) > lab.whole / 2
        return "built"
    lab.told.append(seconds)
    assert seconds < HANG, f"told after {seconds:.1f} s: {said[-3000:]}"
    assert lab.site() == before, "the old site has changed"
    problems = [line for line in said.splitlines() if PROBLEM.match(line)]
    assert problems, said[-3000:]
    assert len(said.splitlines()) < len(problems) + 8, said[-3000:]
    return DETAILS.sub("…", problems[0].split(": ", 1)[1])[:90]


@settings(max_examples=examples(9), suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_tree_builds_or_says_what_to_mend(data: st.DataObject, lab: Lab) -> None:
    try:
        for _ in range(data.draw(st.sampled_from([1, 1, 1, 2, 3]), "damages")):
            path = data.draw(st.sampled_from([path for path in lab.files if path.is_file()] or [None]), "file")
            way = data.draw(st.sampled_from(damage.WAYS), "way")
            if path and path.stat().st_size:
                with contextlib.suppress(UnicodeDecodeError, IndexError, ValueError):  # too damaged for this already
                    way(lab.root, path, data.draw)
        lab.seen[outcome(lab)] += 1
    finally:
        lab.heal()
