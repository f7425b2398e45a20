"""Ten times the pages take ten times as long, and an edit under `make serve` writes only what it changed."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build import grow
from conftest import BIN, ROOT, copy_project, run
from guide.content.load import load
from guide.content.prose import BLOCK
from guide.content.site import Site
from guide.pages import render as renderer
from guide.pages.render import Kept, Writer, render

# How much more a page may cost on a larger site. Machines are noisy: each cost is the least of several runs.
FLAT = 1.2
MEASURE = """
import gc, sys, time
from pathlib import Path
sys.path.insert(0, str(Path(sys.argv[1]) / "scripts"))
from build import checked_site
from guide.pages.render import render
from guide.outputs.search_index import index
gc.disable()
start = time.process_time()
site, problems = checked_site(Path(sys.argv[1]))
assert not problems, problems[:3]
assert len(render(site)) == len(site.pages) and index(site)
print((time.process_time() - start) / len(site.pages))
"""


def cost(folder: Path, runs: int = 3) -> float:
    """Processor seconds that our part of a build takes for a page: read, check, render, index."""
    return min(float(run("python", "-c", MEASURE, str(folder)).stdout) for _ in range(runs))


def test_a_page_costs_no_more_on_a_larger_site(tmp_path: Path) -> None:
    costs = {}
    for number in (100, 1000):
        grow(ROOT, number, tmp_path / str(number))
        costs[number] = cost(tmp_path / str(number))
    print({number: f"{1000 * seconds:.2f} ms a page" for number, seconds in costs.items()})
    assert costs[1000] <= FLAT * costs[100]


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


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def read(project: Path) -> Site:
    site, problems = load(project)
    assert not problems
    assert site
    return site


LUNG, ALL = "content/cancers/lung.yml", None
EDITS = {  # what an editor changes → the pages that must be written again, besides those made from blocks
    "words": (LUNG, "Lung cancer often", "Lung cancer quite often", {"lung"}),
    "new links": (LUNG, "  finding: |\n", "  finding: |\n    See [[liver]] and [[tumour-markers]].\n\n",
                  {"lung", "liver", "tumour-markers"}),
    "a title": (LUNG, "title: Lung cancer", "title: Cancer of the lung", ALL),
    "a name": (LUNG, "name: lung cancer", "name: cancer of the lung", ALL),
    "a word of the glossary": ("content/glossary.yml", "meaning: ", "meaning: That is, ", ALL),
    "a source": ("content/references.yml", "read: second-hand", "read: abstract", ALL),
    "nothing": (LUNG, "\n", "\n", set()),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_writes_only_what_it_changed(name: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, old, new, again = EDITS[name]
    written: list[str] = []

    class Watched(Writer):
        def write(self) -> str:
            written.append(self.page.id)
            return super().write()

    monkeypatch.setattr(renderer, "Writer", Watched)
    kept = Kept()
    site = read(project)
    render(site, kept)
    assert len(written) == len(site.pages)
    written.clear()
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new, 1), "utf-8")
    site = read(project)
    assert render(site, kept) == render(site)
    blocks = {page.id for page in site.pages.values() if BLOCK.search(page.body or "")}
    first = set(written[: -len(site.pages)])  # the rest is the fresh build to compare with
    assert first - blocks == (site.pages.keys() - blocks if again is ALL else again)


@pytest.mark.long
def test_kept_pages_are_those_a_fresh_build_writes(project: Path) -> None:
    """After a hundred random edits, one upon the other."""
    draw = random.Random(7)  # noqa: S311 -- edits, not secrets
    kept, tried = Kept(), 0
    files = sorted((project / "content").glob("*/*.yml"))
    while tried < 100:
        path, other = draw.choice(files), draw.choice(files)
        text = path.read_text("utf-8")
        changes = [
            lambda t: t.replace(". ", f". See [[{other.stem}]]. ", 1),  # noqa: B023
            lambda t: t.replace("title: ", "title: New ", 1),
            lambda t: t.replace("brief: ", "brief: New ", 1),
            lambda t: t.replace(" the ", " a ", 2),
            lambda t: t.replace("next: [", f"next: [{other.stem}, ", 1),  # noqa: B023
        ]
        path.write_text(draw.choice(changes)(text), "utf-8")
        site, problems = load(project)
        if problems or not site:
            path.write_text(text, "utf-8")
            continue
        tried += 1
        assert render(site, kept) == render(site)
