"""Many times the pages take as many times as long."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import BIN, ROOT, run
from finish.assets import remove_unlinked
from growth import grow, grow_small

# How much more a page may cost on a larger site. Machines are noisy: each cost is the least of several runs, and of
# more where that is not yet enough.
FLAT = 1.2
RUNS, MOST = 3, 6
MEASURE = """
import gc, sys, time
from pathlib import Path
sys.path.insert(0, str(Path(sys.argv[1]) / "scripts"))
from build import checked_site
from guide.pages.render import render
from guide.outputs.search_index import search_index
gc.disable()
for root in map(Path, sys.argv[1:]):  # all but the last only bring what a process does once
    start = time.process_time()
    site, problems = checked_site(root)
    assert not problems, problems[:3]
    assert len(render(site)) >= len(site.pages) and search_index(site)
print((time.process_time() - start) / len(site.pages))
"""


def cost(*folders: Path) -> float:
    """Processor seconds that our part of a build takes for a page: read, check, render, index.

    Of the last folder, after the others were built.
    """
    return float(run("python", "-c", MEASURE, *map(str, folders)).stdout)


def costs(few: list[Path], many: list[Path]) -> tuple[float, float]:
    """Return what a page costs on a small and on a large site: the least of several runs of each, which take turns, for
    a machine's speed changes from minute to minute.
    """
    small = large = float("inf")
    for done in range(1, MOST + 1):
        small, large = min(small, cost(*few)), min(large, cost(*many))
        if done >= RUNS and large <= FLAT * small:
            break
    return small, large


def test_a_page_costs_no_more_on_a_larger_site(tmp_path: Path) -> None:
    """On the small site, whose pages take little, so that many can be had. `make test-long` asks the real one."""
    for number in (20, 200, 500):
        grow_small(number, tmp_path / str(number))
    first, few, many = (tmp_path / name for name in ("20", "200", "500"))
    small, large = costs([first, few], [first, many])
    print(f"{1000 * small:.2f} ms a page of 200, {1000 * large:.2f} of 500")
    assert large <= FLAT * small


@pytest.mark.long
def test_a_page_costs_no_more_on_a_larger_real_site(tmp_path: Path) -> None:
    for number in (50, 500):
        grow(ROOT, number, tmp_path / str(number))
    small, large = costs([tmp_path / "50"], [tmp_path / "500"])
    print(f"{1000 * small:.2f} ms a page of 50 more, {1000 * large:.2f} of 500")
    assert large <= FLAT * small


def test_a_file_costs_no_more_among_many(tmp_path: Path) -> None:
    def cost_of(number: int) -> float:
        folder = tmp_path / str(number)
        names = {f"{n % 100}/{n}.html" for n in range(number)}
        for name in [*names, "theme.css"]:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).touch()
        start = time.process_time()
        assert remove_unlinked(folder, names) == 1
        return (time.process_time() - start) / number

    small, large = cost_of(1000), cost_of(8000)
    assert large <= 3 * small, "eight times as many took more than 24 times as long"


# Zensical 0.1 indexes no section of more than 8,192 words, such as a list of 5,000 cancers. That is its search alone.
LIMIT = "exceeds the search index limit"


def timed(folder: Path, *command: str) -> tuple[float, int, str]:
    """Seconds and MB at the most that a command takes, and whether it came to its own limit."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    code = "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:]); "
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024); sys.exit(done.returncode)"
    start = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code, BIN / command[0], *command[1:]], cwd=folder, check=False,
                          capture_output=True, text=True)  # fmt: skip
    assert done.returncode == 0 or LIMIT in done.stderr, done.stdout + done.stderr
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime > before
    return time.monotonic() - start, int(done.stdout.split()[-1]), LIMIT if done.returncode else "built"


PLAIN = "INHERIT: mkdocs.yml\ndocs_dir: build/docs\nsite_dir: build/plain\nhooks: []\n"


@pytest.mark.long
def test_growth_beside_other_engines(tmp_path: Path) -> None:
    """Prints the table. Ours stays flat; beside it plain Material and Zensical on the same rendered pages."""
    costs = {}
    for number in (100, 1000, 5000):
        folder = tmp_path / str(number)
        grow(ROOT, number, folder)
        (folder / "plain.yml").write_text(PLAIN)
        assert run("python", "scripts/build.py", "pages", "build/docs", cwd=folder).returncode == 0
        pages = sum(1 for _ in (folder / "build/docs").rglob("*.md"))
        engines = {
            "ours": timed(folder, "mkdocs", "build", "-q"),
            "plain Material": timed(folder, "mkdocs", "build", "-q", "-f", "plain.yml"),
            "Zensical": timed(folder, "zensical", "build", "-f", "zensical.yml"),
        }
        assert sum(1 for _ in (folder / "site").rglob("*.html")) == pages + 1
        costs[number] = engines["ours"][0] / pages
        assert [engines[name][2] for name in ("ours", "plain Material")] == ["built", "built"]
        for name, (seconds, memory, end) in engines.items():
            cost = f"{seconds:.1f} s | {1000 * seconds / pages:.1f} ms a page | {memory} MB"
            print(f"{pages} pages | {name} | {cost} | {end}")
    assert costs[5000] <= FLAT * costs[100]
