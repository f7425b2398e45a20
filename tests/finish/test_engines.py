"""Three engines, one site: what ProperDocs and Zensical build becomes the same pages, and works for a reader."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

import mini
from conftest import EPOCH, ROOT, base_of, build_site, quick, run, serve, shared_site
from emergency import LINE, wanted
from html_page import Element, article, parse
from reader import DARK

pytestmark = pytest.mark.slow

OTHERS = ["properdocs", "zensical"]


def pages_in(folder: Path) -> dict[str, Element]:
    return {p.relative_to(folder).as_posix().removesuffix("index.html"): parse(p) for p in folder.rglob("*.html")}


@pytest.fixture(scope="module", params=["the small site", pytest.param("the real site", marks=pytest.mark.long)])
def made_by(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Gives what an engine and we make: of the small site, which has each kind of page, or of the real one."""
    if request.param == "the real site":
        return lambda engine: shared_site(engine, tmp_path_factory)
    folder = tmp_path_factory.mktemp("small")

    def made(engine: str) -> Path:
        if not (folder / engine).exists():
            build_site(engine, folder / engine, project(folder / f"{engine}-project"), **DAY)
        return folder / engine

    return made


@pytest.fixture(scope="module")
def mkdocs_site(made_by: Callable[[str], Path]) -> Path:
    return made_by("mkdocs")


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest, made_by: Callable[[str], Path]) -> Path:
    return made_by(request.param)


def ours(page: Element) -> Element:
    """The text of a page, without the place that Zensical's skip link leads to."""
    return article(page).without("md-content__button")


def links_of(page: Element, where: str) -> list[str]:
    links = [a.attrs["href"] for a in ours(page).find_all("a") if a.attrs.get("href")]
    return [urljoin(f"https://site.invalid/{where}", link) for link in links]


def ids_of(page: Element) -> list[str]:
    return [e.attrs["id"] for e in ours(page).find_all() if "id" in e.attrs and e.attrs["id"] != "__skip"]


def words_of(page: Element) -> str:
    return " ".join(ours(page).text().split())


def test_three_engines_make_the_same_pages(other: Path, mkdocs_site: Path) -> None:
    """Zensical runs no hooks and says nothing about it, so what it made is counted and compared."""
    mkdocs_pages, others = pages_in(mkdocs_site), pages_in(other)
    assert len(mkdocs_pages) >= 8
    assert set(others) == set(mkdocs_pages)
    for where, page in mkdocs_pages.items():
        for part in (words_of, ids_of, lambda one, at=where: links_of(one, at)):
            assert part(others[where]) == part(page), where
    assert sum(len(links_of(page, where)) for where, page in mkdocs_pages.items()) > 2 * len(mkdocs_pages)


def test_three_engines_publish_the_same_data(other: Path, mkdocs_site: Path) -> None:
    for folder in ("data", "cancers" if (mkdocs_site / "cancers").exists() else "tests"):
        names = [
            path.relative_to(mkdocs_site)
            for path in (mkdocs_site / folder).rglob("*")
            if path.suffix != ".html" and path.is_file()
        ]
        assert len(names) > (30 if folder in ("data", "cancers") else 1)
        assert [name for name in names if (other / name).read_bytes() != (mkdocs_site / name).read_bytes()] == []


def heard(page: Page) -> tuple[list[str], list[str]]:
    """What a tab will complain of, and ask for."""
    wrong: list[str] = []
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return wrong, asked


@pytest.mark.parametrize("made_by", ["the small site"], indirect=True)
def test_a_small_site_of_another_engine_works(other: Path, page: Page) -> None:
    """Policy, style, ticks, search, colours; nothing is asked of anybody else."""
    wrong, asked = heard(page)
    with serve(other, base_of(other)) as url:
        page.goto(url + "checklist/")
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        assert page.evaluate("getComputedStyle(document.querySelector('.card.now')).borderTopWidth") == "3px"
        page.locator(".card.now input").first.check()
        assert page.locator(".list .ticked li").count() == 1
        page.locator(DARK).click()
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        page.keyboard.press("/")
        page.keyboard.type("magnet")
        page.locator(".search-link").first.click()
        page.wait_for_url(url + "tests/mri/**")
        assert page.evaluate("getComputedStyle(document.querySelector('.emergency')).borderTopWidth") == "3px"
        assert [one for one in asked if not one.startswith((url, "data:image/"))] == []
    assert wrong == []


@pytest.mark.parametrize("made_by", [pytest.param("the real site", marks=pytest.mark.long)], indirect=True)
def test_a_reader_can_use_what_another_engine_built(other: Path, page: Page) -> None:
    """Policy, style, search, leaflet, colours; nothing is asked of anybody else. All readers' tests are tried too."""
    wrong, asked = heard(page)
    with serve(other, base_of(other)) as url:
        page.goto(url + "checklist/")
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
        assert page.evaluate("getComputedStyle(document.querySelector('.card.now')).borderTopWidth") == "3px"
        assert page.evaluate(LINE, wanted("checklist/", url)) == []
        page.locator(".card.now input").first.check()
        assert page.locator(".list .ticked li").count() == 1
        page.locator(DARK).click()
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        page.keyboard.press("/")
        page.keyboard.type("lung cancer")
        page.locator(".search-link").first.click()
        page.wait_for_url(url + "cancers/lung/**")
        assert page.evaluate("getComputedStyle(document.querySelector('.emergency')).borderTopWidth") == "3px"
        assert [one for one in asked if not one.startswith((url, "data:image/"))] == []
    assert wrong == []


# ---- `build.py finish DIR`

PLAIN = "INHERIT: mkdocs.yml\ndocs_dir: build/docs\nsite_dir: build/plain\nhooks: []\n"
BUILDS = {
    "mkdocs": ["mkdocs", "build", "-q", "-f", "plain.yml"],
    "properdocs": ["properdocs", "build", "-q", "-f", "plain.yml"],
    "zensical": ["zensical", "build", "--strict", "-f", "plain.yml"],
}
DAY = {"SOURCE_DATE_EPOCH": EPOCH}


def project(folder: Path) -> Path:
    """The small site with our own scripts, theme and assets, for any engine."""
    for name in ("scripts", "docs/assets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("nav:")[0]
    by_hand = [name.removeprefix("docs/") for name in mini.FILES if name.startswith("docs/") and name.endswith(".md")]
    menu = "nav:\n" + "".join(f"  - {n}: {name}\n" for n, name in enumerate(by_hand))
    lost = '{% extends "main.html" %}{% block content %}' + mini.FILES["scripts/theme/404.html"] + "{% endblock %}"
    shutil.copy(ROOT / "zensical.yml", folder)
    return mini.write(folder, {"mkdocs.yml": settings + menu, "scripts/theme/404.html": lost})


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, rendered for an engine that runs no hooks. Nobody may change it."""
    made = project(tmp_path_factory.mktemp("rendered"))
    (made / "plain.yml").write_text(PLAIN + ("theme: {variant: classic}\n"))
    done = quick("python", "scripts/build.py", "pages", "build/docs", cwd=made, **DAY)
    assert done.returncode == 0, done.stdout
    return made


@pytest.fixture
def small(rendered: Path, tmp_path: Path) -> Path:
    return shutil.copytree(rendered, tmp_path, dirs_exist_ok=True)


def finished(project: Path) -> tuple[int, str]:
    done = quick("python", "scripts/build.py", "finish", "build/plain", cwd=project, **DAY)
    assert "Traceback" not in done.stdout
    return done.returncode, done.stdout


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", BUILDS)
def test_any_engine_builds_and_we_finish(name: str, small: Path) -> None:
    """The same pages give the same bytes, and what the engine built is left as it was."""
    if name != "zensical":
        (small / "plain.yml").write_text(PLAIN)
    built = quick(*BUILDS[name], cwd=small)
    assert built.returncode == 0, built.stdout
    before = bytes_of(small / "build/plain")
    code, said = finished(small)
    assert code == 0, said
    assert " pages with a policy and a search box" in said
    site = bytes_of(small / "site")
    assert b"Content-Security-Policy" in site["index.html"]
    assert bytes_of(small / "build/plain") == before
    assert finished(small)[0] == 0
    assert bytes_of(small / "site") == site


def test_what_is_refused_leaves_the_last_good_site(small: Path) -> None:
    (small / "plain.yml").write_text(PLAIN)
    assert quick(*BUILDS["mkdocs"], cwd=small).returncode == 0
    assert finished(small)[0] == 0
    site = bytes_of(small / "site")
    first = small / "build/plain/index.html"
    first.write_text(first.read_text("utf-8").replace("</head>", "<script type=module>x()</script></head>"), "utf-8")
    code, said = finished(small)
    assert (code, "index.html: a script stands here that we did not put there" in said) == (1, True)
    mri = small / "content/tests/mri.yml"
    mri.write_text(mri.read_text("utf-8").replace("It is loud", "It is very loud"), "utf-8")
    assert "was built from other content — render it and build anew" in finished(small)[1]
    mri.write_text(mri.read_text("utf-8").replace("It is very loud", "It is loud"), "utf-8")
    assert "a script stands here" in finished(small)[1]
    cited = mri.read_text("utf-8")
    assert "[@smith-2020, abstract]" in cited
    mri.write_text(cited.replace("[@smith-2020, abstract]", "[@smith-2020, table 3]"), "utf-8")
    assert "was built from other content — render it and build anew" in finished(small)[1], "no search reads that"
    mri.write_text(cited, "utf-8")
    mri.write_text(mri.read_text("utf-8").replace("brief:", "breif:"), "utf-8")
    assert "unknown key 'breif'" in finished(small)[1]
    mri.write_text(mri.read_text("utf-8").replace("breif:", "brief:"), "utf-8")
    shutil.rmtree(small / "build/plain")
    assert "build/plain holds no 404.html — give the folder that the engine has built" in finished(small)[1]
    assert bytes_of(small / "site") == site
    assert not (small / ".site.new").exists()


KILLED = """
import os, sys
sys.path.insert(0, "scripts")
sys.argv[1:] = ["finish", "build/plain"]
import build, finish, workers
from finish.page import Page
workers.processors, write, first = lambda: 2, Page.write, os.getpid()
def killed(page):
    write(page)
    if os.getpid() != first:
        open("was-killed", "w").close()
        os.kill(os.getpid(), 9)
Page.write = killed
build.main()
"""


def test_what_a_killed_process_has_half_done_is_done_again(small: Path) -> None:
    """Each page is finished from what the engine wrote: one that was finished twice would lack what was taken out."""
    (small / "plain.yml").write_text(PLAIN)
    assert quick(*BUILDS["mkdocs"], cwd=small).returncode == 0
    assert finished(small)[0] == 0
    site = bytes_of(small / "site")
    done = run("python", "-c", KILLED, cwd=small, **DAY)
    assert done.returncode == 0, done.stdout
    assert (small / "was-killed").exists()
    assert bytes_of(small / "site") == site


def test_a_plain_build_is_refused_for_the_same_reasons(small: Path) -> None:
    """`mkdocs build` does all by itself, and a theme that changes leaves the last good site."""
    assert quick("mkdocs", "build", cwd=small, **DAY).returncode == 0
    site = bytes_of(small / "site")
    box = small / "scripts/theme/partials/search.html"
    for text, said in (
        (f"{box.read_text('utf-8')}<script type=module>x()</script>", "that we did not put there"),
        (box.read_text("utf-8").replace("search-list", "list"), "the search box lacks .search-list"),
        (f"{box.read_text('utf-8')}<i style='color:red'></i>", "the policy blocks <i style>"),
    ):
        box.write_text(text, "utf-8")
        done = run("mkdocs", "build", cwd=small, **DAY)
        assert (done.returncode, said in done.stdout, "Traceback" in done.stdout) == (1, True, False), done.stdout
        assert bytes_of(small / "site") == site
        assert not (small / ".site.new").exists()


def test_an_engine_without_hooks_writes_nothing_where_readers_are(small: Path) -> None:
    assert quick("mkdocs", "build", cwd=small, **DAY).returncode == 0
    site = bytes_of(small / "site")
    run("zensical", "build", cwd=small, **DAY)
    assert bytes_of(small / "site") == site
    settings = (small / "mkdocs.yml").read_text("utf-8")
    (small / "mkdocs.yml").write_text(settings.replace("hooks:\n  - scripts/hooks.py\n", "strict: false\n"), "utf-8")
    run("mkdocs", "build", cwd=small, **DAY)
    assert bytes_of(small / "site") == site


def test_the_place_of_the_site_is_not_what_an_engine_built(small: Path) -> None:
    assert quick(*BUILDS["mkdocs"], "-d", "site", cwd=small).returncode == 0
    done = quick("python", "scripts/build.py", "finish", "site", cwd=small, **DAY)
    assert done.returncode == 1
    assert "site is the place of the finished site — let the engine build into another folder" in done.stdout


def test_make_knows_the_engines(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path)
    for name, words in (
        ("mkdocs", "mkdocs build"),
        ("properdocs", "properdocs build"),
        ("zensical", "build.py finish"),
    ):
        assert words in run("make", "-n", "site", f"ENGINE={name}", cwd=tmp_path).stdout
    assert words not in run("make", "-n", "site", cwd=tmp_path).stdout
    done = run("make", "-n", "site", "ENGINE=sphinx", cwd=tmp_path)
    assert done.returncode != 0
    assert "No engine 'sphinx' — write mkdocs, properdocs or zensical" in done.stdout
