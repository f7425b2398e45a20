"""The real site, built once for all tests, served on 127.0.0.1 and opened in a real browser."""

from __future__ import annotations

import contextlib
import datetime as dt
import fcntl
import functools
import gzip
import http.server
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

import browser as browsers
import forkserver
import mini
from exports.book import About, Book, read_book
from faults import today
from firefox import Firefox
from guide.content.site import Site
from guide.rules.check import check
from html_page import Element, parse
from ours import PROBLEMS, SITE
from tabs import Shared, Tab, chromium
from webkit import WebKit

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

# A shell lets what it runs in the background ignore Ctrl and C, and all that is begun from there: tests press them.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# `make test` tries the same few examples each time; `make test-long` looks for new ones.
settings.register_profile("sample", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile("sample")


def examples(few: int) -> int:
    """How many examples a test tries that takes long for each: so few in `make test`, all of them in `make test-long`.

    Ask for it where the test stands, once the profile is known.
    """
    return settings.default.max_examples if all_of_it() else few


def all_of_it() -> bool:
    """Whether this is `make test-long`."""
    return settings.default.max_examples > 100


def spread(values: Iterable[Any], number: int) -> list[Any]:
    """Give a test these parameters: so many of them, evenly spread, in `make test`, all of them in `make test-long`."""
    all_of_them = [*values]
    assert number < len(all_of_them)
    kept = {len(all_of_them) * n // number for n in range(number)}
    return [one if n in kept else long(one) for n, one in enumerate(all_of_them)]


def in_turn(values: Iterable[Any], ways: Iterable[Any]) -> list[Any]:
    """Give a test each value in one of the ways, in turn, in `make test`, and in all of them in `make test-long`."""
    ways = [*ways]
    pairs = [(n, at, value, way) for n, value in enumerate(values) for at, way in enumerate(ways)]
    return [(value, way) if at == n % len(ways) else long((value, way)) for n, at, value, way in pairs]


def long(value: Any) -> Any:
    """Give a test this parameter in `make test-long` alone."""
    return pytest.param(*(value if isinstance(value, tuple) else (value,)), marks=pytest.mark.long)


# The newest day on which a page was checked or a source opened, as a second: before it, that comes from the future.
NEWEST = max(
    day
    for path in [*ROOT.glob("content/**/*.yml"), *ROOT.glob("docs/**/*.md")]
    for day in re.findall(r"^(?:checked: |  opened: \{on: )([\d-]{10})", path.read_text("utf-8"), re.MULTILINE)
)
EPOCH = f"{dt.datetime.fromisoformat(f'{NEWEST}T00:00+00:00').timestamp():.0f}"

# What a test asks for that takes long: the whole real site as built, or a browser.
HEAVY = {"built", "book", "pages", "address", "browser", "page", "shared", "fresh", "tab", "playwright"}

# The files that take longest come first: one at the end would leave the other processors with nothing to do. The first
# needs no site, so that one worker has work while another builds it.
LONGEST = [
    "finish/test_engines.py",
    "readers/test_three_browsers.py",
    "readers/test_list.py",
    "finish/test_release.py",
    "readers/test_browser.py",
    "finish/test_making.py",
    "readers/test_search.py",
    "commands/test_preview.py",
    "commands/test_faults.py",
    "readers/test_look.py",
    "pages/test_emergency.py",
    "commands/test_check.py",
    "pages/test_walk.py",
    "commands/test_damage.py",
    "rules/test_rules.py",
    "rules/test_agree.py",
    "readers/test_budgets.py",
    "readers/test_disk.py",
    "exports/test_zim.py",
    "finish/test_replace.py",
    "pages/test_review.py",
    "commands/test_growth.py",
    "content/test_slips.py",
    "commands/test_watch.py",
    "finish/test_first_view.py",
    "pages/test_site.py",
    "commands/test_build.py",
    "readers/test_paper.py",
]

# Where all the others are that `make test FAST=1` runs: rules, models and the finish, on the small site.
FAST = {"content", "rules", "finish"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--fast", action="store_true", help="only quick tests of content, rules and finish")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what `--fast` would deselect, before it is loaded."""
    if not config.getoption("--fast") or collection_path.suffix != ".py":
        return None
    return (collection_path.name.startswith("test_") and collection_path.parent.name not in FAST) or None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--fast"):
        heavy = [item for item in items if HEAVY & {*item.fixturenames} or item.get_closest_marker("slow")]
        assert heavy
        config.hook.pytest_deselected(items=heavy)
        items[:] = [item for item in items if item not in heavy]
    first = {ROOT / "tests" / name: place for place, name in enumerate(LONGEST)}
    assert all(path.is_file() for path in first)
    items.sort(key=lambda item: first.get(item.path, len(first)))


def run(*command: str, cwd: Path = ROOT, seconds: float = 300, **env: str) -> subprocess.CompletedProcess[str]:
    """Run one of the environment's commands in a process of its own; return what it printed, both streams together."""
    program = BIN / command[0] if (BIN / command[0]).exists() else command[0]
    return subprocess.run(
        [program, *command[1:]],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=seconds,
        check=False,
    )


def quick(
    *command: str, cwd: Path, seconds: float = 300, processors: int | None = None, **env: str
) -> subprocess.CompletedProcess[str]:
    """Do as `run`, in a copy of a process that has loaded all: where not the command itself is what is tried.

    A project with code of its own gets a process of its own, which works with as many processors as there are.
    """
    if not forkserver.knows(command, cwd):
        return run(*command, cwd=cwd, seconds=seconds, **env)
    its = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **env}
    status, said = forkserver.run(command, cwd, its, seconds, processors)
    return subprocess.CompletedProcess([*command], status, said)


def copy_project(folder: Path) -> Path:
    """Copy what a build needs into `folder`, to be changed there."""
    for name in ("content", "docs", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "zensical.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session", autouse=True)
def kept_by_mini(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a build of the small site keeps, made when it is first asked for, by one worker for all."""

    @functools.cache
    def kept() -> Path:
        folder = together(tmp_path_factory) / "kept-by-mini"
        with alone(folder.with_suffix(".lock")):
            if not (folder / "site").exists():
                done = run("mkdocs", "build", cwd=mini.project(folder))
                assert done.returncode == 0, done.stdout
        return folder / "build/cache"

    mini.kept = kept


def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@contextlib.contextmanager
def alone(lock: Path) -> Iterator[None]:
    """While this lasts, no other worker is here."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The real site as it is read. All rules are tried on it, by one worker for all, or by the build that is there."""
    found = together(tmp_path_factory) / "problems"
    with alone(found.with_suffix(".lock")):
        if not found.exists() and not (found.parent / "mkdocs/site").exists():
            found.write_text("\n".join(map(str, sorted({*PROBLEMS, *check(SITE, today())}))), "utf-8")
    problems = found.read_text("utf-8") if found.exists() else ""
    assert not problems, problems
    return SITE


# What MkDocs builds is published. `make test` looks at that, and `make test-long` at what the others build as well.
ENGINES = ["mkdocs", *(pytest.param(name, marks=pytest.mark.long) for name in ("properdocs", "zensical"))]


def build_site(engine: str, folder: Path, project: Path, **env: str) -> None:
    """Build the site of `project` into `folder` with one of the engines, as `make site ENGINE=...` does."""
    commands = {
        "mkdocs": [["mkdocs", "build", "-d", str(folder)]],
        "properdocs": [["properdocs", "build", "-f", "mkdocs.yml", "-d", str(folder)]],
        "zensical": [
            ["python", "scripts/build.py", "pages", "build/docs"],
            ["zensical", "build", "--strict", "-f", "zensical.yml"],
            ["python", "scripts/build.py", "finish", "build/zensical", "-d", str(folder)],
        ],
    }
    for command in commands[engine]:
        done = run(*command, cwd=project, **env)
        assert done.returncode == 0, done.stdout


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def built(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site as an engine and we make it, or what TESTED_SITE names: what will be published."""
    if engine == "mkdocs" and "TESTED_SITE" in os.environ:
        return ROOT / os.environ["TESTED_SITE"]
    return shared_site(engine, tmp_path_factory)


def shared_site(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as an engine and we make it, built once for all workers of a run."""
    base = together(tmp_path_factory)
    folder = base / engine / "site"
    with alone(base / f"{engine}.lock"):
        if not folder.exists():  # a build puts its site in place when it is whole
            build_site(engine, folder, copy_project(base / engine / "project"))
    return folder


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, Element]:
    """Every built page by its address below the site, such as cancers/lung/."""
    found = {p.relative_to(built).as_posix().removesuffix("index.html"): parse(p) for p in built.rglob("*.html")}
    assert len(found) > 50
    return found


@pytest.fixture(scope="session")
def book(built: Path, site: Site) -> Book:
    """The built site as the formats of a release take it. Nobody may change its pages."""
    made = dt.datetime.fromtimestamp(int(EPOCH), dt.UTC)
    address, strings = "https://example.org/back-pain", {site.strings.tag: site.strings}
    return read_book(built, About("back-pain-and-cancer", "0.1.0", address, made, strings))


def base_of(folder: Path) -> str:
    """Return the path below which a site is to stand, such as /some/path/: its first page names its address, if any."""
    canonical = parse(folder / "index.html").find_all("link", rel="canonical")
    return urlsplit(canonical[0].attrs["href"]).path if canonical else "/"


@contextlib.contextmanager
def serve(folder: Path, base: str = "/", packed: bool = False, pieces: int = 1) -> Iterator[str]:
    """Serve `folder` on 127.0.0.1 below the path `base` for as long as the context lasts; yields the address.

    As at GitHub Pages, an address where nothing stands shows 404.html, if there is one, and all is sent `packed`. As
    with poor reception, a page can come in `pieces`, each of whole tags and a while after the one before.
    """

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def translate_path(self, path: str) -> str:
            return super().translate_path("/" + path.removeprefix(base) if path.startswith(base) else "/no/such/page")

        def do_GET(self) -> None:
            path = Path(self.translate_path(self.path.partition("?")[0]))
            path = path / "index.html" if path.is_dir() else path
            if pieces > 1 and path.suffix == ".html" and path.is_file():
                return self.send_pieces(path.read_text("utf-8"))
            if not packed or not path.is_file():
                return super().do_GET()
            data = gzip.compress(path.read_bytes(), 9)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(path))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
            return None

        def send_pieces(self, text: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            tags = text.split("<")
            size = len(tags) // pieces + 1
            for start in range(0, len(tags), size):
                self.wfile.write(("<" * bool(start) + "<".join(tags[start : start + size])).encode())
                self.wfile.flush()
                time.sleep(0.03)  # as long as two frames: a browser paints what is there

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            lost = folder / "404.html"
            if code != 404 or not lost.exists():
                return super().send_error(code, message, explain)
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(lost.read_bytes())
            return None

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *about: Any) -> None:
            if not isinstance(sys.exc_info()[1], ConnectionError):  # a page that is left wants no more of its files
                super().handle_error(*about)

    with Server(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    with serve(built, base_of(built)) as url:
        yield url


@pytest.fixture(scope="session")
def paths() -> dict[str, str | None]:
    """The browsers that are there."""
    return {kind: browsers.find(kind) for kind in browsers.KINDS}


@pytest.fixture(scope="session")
def playwright(paths: dict[str, str | None]) -> Iterator[Playwright]:
    if not paths["chromium"]:
        pytest.fail(browsers.advice("chromium"), pytrace=False)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(paths: dict[str, str | None], playwright: Playwright) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=browsers.headless(paths["chromium"]), args=browsers.LIGHTER)
    yield launched
    launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh tab that forgets everything afterwards.

    Wait for a page until it is loaded, as `goto` does, not until the net is idle: on a busy machine that is so before
    the page has run its scripts, and on a quiet one it is half a second for nothing.
    """
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def shared(browser: Browser) -> Shared:
    """Opens pages in tabs that tests use in turn."""
    return Shared(browser)


def missing(kind: str) -> None:
    """A browser that can't be had stops a machine's run. A person's goes on without."""
    stop(browsers.advice(kind))


def stop(advice: str) -> NoReturn:
    """Fail a machine's run, and skip a test of a person's, for what is missing."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(advice)


# The programs of others that open what is released, and how they are had.
READERS = {
    "java": "EPUBCheck runs in Java: install it (the package default-jre-headless of Debian and Ubuntu)",
    "kiwix-serve": "install the package kiwix-tools (Debian, Ubuntu)",
}


def reader(program: str) -> str:
    """Return the path of a program in READERS, or stop with what to do."""
    return shutil.which(program) or stop(f"No {program} for the tests: {READERS[program]}.")


@pytest.fixture(scope="session", params=list(browsers.KINDS))
def fresh(
    request: pytest.FixtureRequest, playwright: Playwright, paths: dict[str, str | None], tmp_path_factory
) -> Iterator[Callable[[bool], Tab]]:
    """Gives a fresh tab of each kind of browser in its turn, all tabs of a kind in one process.

    Chromium without windows, which takes a third, keeps no page that one leaves: say whether it is to.
    """
    kind = request.param
    if not paths[kind]:
        missing(kind)
    with contextlib.ExitStack() as stack:
        if kind == "chromium":
            started = functools.cache(lambda path: stack.enter_context(chromium(playwright.chromium, path)))
            yield lambda keeps: started(paths[kind] if keeps else browsers.headless(paths[kind]))()
        else:
            make = {"firefox": Firefox, "webkit": WebKit}[kind]
            one = make(paths[kind], tmp_path_factory.mktemp(kind))
            stack.callback(one.close)
            yield lambda _: one.fresh()


@pytest.fixture
def tab(request: pytest.FixtureRequest, fresh: Callable[[bool], Tab]) -> Tab:
    keeps = all_of_it() or request.node.get_closest_marker("kept") is not None
    made = fresh(keeps)
    made.again = functools.partial(fresh, keeps)
    return made
