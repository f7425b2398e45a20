"""A built site → what is released: a zip for a disk, other formats, data, sheets, checksums, a parts list."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
import sys
import time
import zipfile
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from build import ROOT, run
from checking import checked_site
from exports.book import About, Book, read_book
from exports.disk import for_disk
from exports.epub import write_epub
from faults import check_place, epoch
from finish.replace import new_folder_of, replace_folder
from guide.content.site import Site
from guide.outputs.review_sheet import review_sheet
from guide.pages.context import SiteContext
from guide.pages.format import slug
from sbom import sbom

# By which a folder is known as one that a release may be written into anew.
SUMS = "SHA256SUMS"
# A zip knows no time before 1980.
FIRST_SECOND = 315_532_800


def release(site: Path, out: Path, formats: Collection[str] | None = None) -> Path:
    """Write all that is released of the folder `site` into `out`, in the place of what was there; return the zip.

    That is the zip, open data, review sheets, the `formats` (all, if none are named), as far as site.yml publishes
    them; checksums, the bill of materials.
    The same site gives the same bytes but for a ZIM: names are sorted, times are SOURCE_DATE_EPOCH's. Where a tool is
    missing, says so and makes the rest. Raises SystemExit when the content has problems or nothing was built, and
    FaultError if a format can't hold a page; then `out` is as it was.
    """
    content, problems = checked_site(ROOT)
    if problems or not content:
        raise SystemExit("\n".join(["nothing was released — mend these first:", *map(str, problems)]))
    if not (site / "index.html").exists():
        raise SystemExit("nothing to release — build the site first: make release")
    check_place(out, ROOT, SUMS)
    about = about_release(content)
    stem = f"{about.name}-{about.version}"
    new = new_folder_of(out)
    shutil.rmtree(new, ignore_errors=True)
    book, publish = read_book(site, about), content.settings.publish
    new.mkdir(parents=True)
    wanted = [name for name in (FORMATS if formats is None else formats) if name.lower() in publish]
    if content.languages:
        names = ", ".join(str(one.strings.name) for one in content.languages.values())
        print(f"Data and review sheets are in English only; all else holds {names} too", file=sys.stderr)

    def make(name: str) -> str:
        began = time.monotonic()
        return FORMATS[name](book, site, new, stem) or f"{name}: {time.monotonic() - began:.0f} s"

    with _whole(new):
        # All at once: most of the time goes by in Chromium's processes and libzim's threads.
        with ThreadPoolExecutor() as pool:
            said = [pool.submit(make, name) for name in wanted]
            pack(new / f"{stem}.zip", {**for_disk(site), **licences()})
            if "data" in publish:
                pack(new / f"data-{about.version}.zip", {**data(site), **licences()})
            if "review-sheets" in publish:
                pack(new / f"review-sheets-{about.version}.zip", sheets(content))
            for one in said:
                print(one.result(), file=sys.stderr)
        made_files = sorted(new.iterdir())
        (new / f"{stem}.cdx.json").write_text(json.dumps(sbom(made_files), indent=2) + "\n", encoding="utf-8")
        sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(new.iterdir())]
        (new / SUMS).write_text("".join(sums), encoding="utf-8")
        replace_folder(new, out)
    return out / f"{stem}.zip"


@contextmanager
def _whole(folder: Path) -> Iterator[None]:
    """Take a folder away if it is not filled to the end."""
    try:
        yield
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def about_release(content: Site) -> About:
    """Return what a release of `content` says of itself."""
    settings, strings = content.settings, [content.strings, *(one.strings for one in content.languages.values())]
    by_tag = {one.tag: one for one in strings}
    return About(slug(settings.name), str(settings.version), str(settings.repository), made(), by_tag)


def made() -> dt.datetime:
    """Return the second of the release: SOURCE_DATE_EPOCH's, or now."""
    second = epoch()
    return dt.datetime.fromtimestamp(max(time.time() if second is None else second, FIRST_SECOND), dt.UTC)


def epub(book: Book, site: Path, out: Path, stem: str) -> None:
    """Write the EPUB."""
    write_epub(book, out / f"{stem}.epub")


def zim(book: Book, site: Path, out: Path, stem: str) -> str | None:
    """Write the ZIM, or say what is missing."""
    try:
        from exports.zim import write_zim
    except ImportError:
        return "No ZIM was made: libzim is not installed — run `make .venv/dev`, or `pip install libzim`"
    write_zim(book, site, out / f"{stem}.zim")
    return None


def pdf(book: Book, site: Path, out: Path, stem: str) -> str | None:
    """Write the booklets, the leaflets, and the handouts of all pages in a zip, each for both papers; or say what is
    missing.
    """
    try:
        from exports.chromium import ADVICE, find
        from exports.pdf import BOOKLET, pdf_file, pdf_name, print_all, stand_by_themselves
    except ImportError:
        return "No PDFs were made: pikepdf or playwright is not installed — run `make .venv/dev`"
    if not (chromium := find()):
        return f"No PDFs were made: there is no Chromium — {ADVICE}"
    for paper, printed in print_all(book, site, chromium).items():
        end = paper.lower()
        (out / f"{stem}-booklet-{end}.pdf").write_bytes(printed.pop(BOOKLET))
        for name in stand_by_themselves(book):
            (out / f"{stem}-{Path(pdf_file(name)).stem}-{end}.pdf").write_bytes(printed[name])
        pack(out / f"{stem}-handouts-{end}.zip", {pdf_name(name): data for name, data in printed.items()})
    return None


FORMATS: dict[str, Callable[[Book, Path, Path, str], str | None]] = {"EPUB": epub, "ZIM": zim, "PDF": pdf}


def pack(path: Path, files: dict[str, bytes]) -> None:
    """Write a zip of `files`, by name, in a folder of the zip's own name."""
    day = made().timetuple()[:6]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{path.stem}/{name}", day)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)


def sheets(content: Site) -> dict[str, bytes]:
    """Return the review sheet of every page. Who has no account at the code host takes it from a release."""
    context = SiteContext(content)
    return {f"{page.id}.html": review_sheet(context, page).encode() for page in content.pages.values()}


def data(site: Path) -> dict[str, bytes]:
    """Return the files of open data by name: for who wants these alone."""
    return {path.relative_to(site / "data").as_posix(): path.read_bytes() for path in (site / "data").rglob("*")
            if path.is_file() and path.suffix != ".html"}  # fmt: skip


def licences() -> dict[str, bytes]:
    return {f"{name}.txt": (ROOT / name).read_bytes() for name in ("LICENSE", "LICENSE-CONTENT")}


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("say where the site is and where the release goes: release.py SITE FOLDER")
    built, out = map(Path, sys.argv[1:])
    run(lambda: print(release(built, out)))
