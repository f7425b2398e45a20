"""Prints how long a build takes beside plain Material and Zensical on the same pages: by hand, on a quiet machine.

.venv/bin/python tests/bench.py [--more 1000] [--runs 5] [--only cold,again,zensical,check,serve]

`--more` made-up pages beside the real ones. Each ratio is the median of so many pairs of runs, the two of a pair one
right after the other, for a machine's speed changes from minute to minute.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import os
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]
from conftest import copy_project  # noqa: E402
from growth import grow  # noqa: E402

BIN = Path(sys.executable).parent
# As somebody new would build the same rendered pages: no hooks, no theme of ours, the theme's own search.
PLAIN = (
    ("  custom_dir: scripts/theme # which fills its blocks anew\n", ""),
    ("hooks:\n  - scripts/hooks.py\n", ""),
    ("plugins: []\n", "plugins:\n  - search\n"),
)
PLACES = "docs_dir: build/docs\nsite_dir: build/plain\n"
# Seconds that a preview may take.
LONGEST = 120
# Where an edit is seen → the address, what changes there, and its words in turn: made-up pages may say the first.
EDITS = {
    "page": ("cancers/lung/", "How {} it reaches bone", ("often", "commonly", "frequently", "regularly")),
    "list": ("cancers/", "\nbrief: {} ", ("It", "Often it", "Mostly it", "Now and then it")),
}
NOT_SEARCHED = re.compile(r"^search: \{exclude: true\}\n", re.MULTILINE)

# As where nobody has asked for anything else: Python keeps what it has compiled, of our programs as of installed ones.
DEFAULT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENV = {**DEFAULT, "NO_MKDOCS_2_WARNING": "1"}

Run = tuple[float, float, float]  # seconds, seconds of processors, MB at most in one process


def run(folder: Path, *command: str) -> Run:
    code = "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024); sys.exit(done.returncode)"
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([sys.executable, "-c", code, BIN / command[0], *command[1:]], cwd=folder, check=False,
                          capture_output=True, text=True, env=ENV)  # fmt: skip
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0 or "exceeds the search index limit" in done.stderr, done.stdout + done.stderr
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, used, float(done.stdout.split()[-1])


def pairs(name: str, runs: int, one: Callable[[], Run], other: Callable[[], Run]) -> None:
    """Print the median of the ratios of `one` to `other`."""
    found = [(one(), other()) for _ in range(runs)]
    wall, used, memory = (statistics.median(a[n] / b[n] for a, b in found) for n in range(3))
    ours, theirs = (statistics.median(pair[n][0] for pair in found) for n in range(2))
    print(f"{name}: {wall:.2f} in time ({ours:.2f} s to {theirs:.2f} s), {used:.2f} in processors' time, "
          f"{memory:.2f} in memory", flush=True)  # fmt: skip


def prepare(folder: Path, more: int) -> int:
    """Write the project with `more` pages and the two others' settings into `folder`; return the number of pages."""
    if more:
        grow(ROOT, more, folder)
    else:
        copy_project(folder)
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    for old, new in PLAIN:
        assert old in settings
        settings = settings.replace(old, new)
    (folder / "plain.yml").write_text(settings + PLACES, "utf-8")
    run(folder, "python", "scripts/build.py", "pages", "build/docs")
    pages = [*(folder / "build/docs").rglob("*.md")]
    for page in pages:
        text, hidden = NOT_SEARCHED.subn("", page.read_text("utf-8"), count=1)
        assert hidden
        page.write_text(text, "utf-8")
    return len(pages)


def shown(folder: Path, where: str, edit: Callable[[], str], runs: int) -> list[float]:
    """Return how many seconds pass, each time, from an edit until a preview shows at `where` what it says."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/{where}"

    def until(words: str) -> float:
        start = time.monotonic()
        while time.monotonic() < start + LONGEST:
            with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=LONGEST) as answer:
                if words.encode() in answer.read():
                    return time.monotonic() - start
            time.sleep(0.02)
        raise TimeoutError(f"'{words}' was not shown in {LONGEST} s")

    command = [BIN / "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=folder, env=ENV)
    try:
        until("</html>")
        return [until(edit()) for _ in range(runs)]
    finally:
        server.terminate()
        server.wait(timeout=10)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--more", type=int, default=0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="cold,again,zensical,check,serve")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        print(f"{prepare(folder, asked.more)} pages; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")

        def ours() -> Run:
            return run(folder, "mkdocs", "build", "-q")

        def cold() -> Run:
            shutil.rmtree(folder / "build/cache", ignore_errors=True)
            return ours()

        def edit(kind: str = "list") -> str:
            page = folder / "content/cancers/lung.yml"
            text = page.read_text("utf-8")
            _, words, turns = EDITS[kind]
            [at] = [n for n, turn in enumerate(turns) if words.format(turn) in text]
            new = words.format(turns[at % (len(turns) - 1) + 1])
            page.write_text(text.replace(words.format(turns[at]), new, 1), "utf-8")
            return new.removeprefix("\nbrief: ")

        def again() -> Run:
            edit()
            return ours()

        def plain() -> Run:
            return run(folder, "mkdocs", "build", "-q", "-f", "plain.yml")

        def zensical() -> Run:
            return run(folder, "zensical", "build", "-f", "zensical.yml")

        def check() -> Run:
            return run(folder, "python", "scripts/build.py", "check")

        both: dict[str, tuple[str, Callable[[], Run], Callable[[], Run]]] = {
            "cold": ("a cold build to plain Material", cold, plain),
            "zensical": ("a cold build to Zensical", cold, zensical),
            "again": ("a build after an edit to a cold one", again, cold),
        }
        for name in asked.only.split(","):
            if name in both:
                what, one, other = both[name]
                if name == "again":
                    cold()
                pairs(what, asked.runs, one, other)
            elif name == "check":
                print(f"make check: {statistics.median(check()[0] for _ in range(asked.runs)):.2f} s")
            elif name == "serve":
                for kind, (where, *_) in EDITS.items():
                    seconds = statistics.median(shown(folder, where, functools.partial(edit, kind), asked.runs))
                    print(f"make serve: an edit is shown on its {kind} in {seconds:.2f} s", flush=True)


if __name__ == "__main__":
    main()
