"""A built site → what is released: a zip that opens from a disk, its checksum, parts list, data, and review sheets."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from build import ROOT, run
from checking import checked_site
from faults import FaultError, epoch
from finish.page import Page, read
from guide.content import assets
from guide.content.emergency_numbers import unaccented
from guide.content.site import Site
from guide.outputs.review_sheet import review_sheet
from guide.pages.context import SiteContext

# What only a server needs.
SERVED = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
# A zip knows no time before 1980.
FIRST_SECOND = 315_532_800


def release(site: Path, out: Path) -> Path:
    """Write what is released of the folder `site` into `out`, and return the path of the zip of it all.

    That is the zip with its checksum, the bill of materials, and zips of open data and of review sheets.

    The same site gives the same bytes: names are sorted, times are SOURCE_DATE_EPOCH's. Raises SystemExit when the
    content has problems or nothing was built.
    """
    content, problems = checked_site(ROOT)
    if problems or not content or not (site / "index.html").exists():
        raise SystemExit("nothing to release — build the site first: make release")
    stem = f"{slug(content.settings.name)}-{content.settings.version}"
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{stem}.zip"
    pack(path, {**from_disk(site), **licences()})
    pack(out / f"data-{content.settings.version}.zip", {**data(site), **licences()})
    pack(out / f"review-sheets-{content.settings.version}.zip", sheets(content))
    (out / f"{path.name}.sha256").write_text(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
    (out / f"{stem}.cdx.json").write_text(json.dumps(sbom(), indent=2) + "\n", encoding="utf-8")
    return path


def slug(name: str) -> str:
    """Return a site's name as files may be called: espalda-y-cancer."""
    return re.sub(r"[^a-z0-9]+", "-", unaccented(name)).strip("-") or "site"


def pack(path: Path, files: dict[str, bytes]) -> None:
    """Write a zip of `files`, by name, in a folder of the zip's own name."""
    second = epoch()
    day = time.gmtime(max(time.time() if second is None else second, FIRST_SECOND))[:6]
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


def from_disk(site: Path) -> dict[str, bytes]:
    """Return the files of a site by name, with links that name the page: a folder on a disk shows its files instead."""
    files = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    return {
        name: with_index_html(read(path, name)).encode() if path.suffix == ".html" else path.read_bytes()
        for name, path in files.items()
        if name not in SERVED
    }


def with_index_html(page: Page) -> str:
    """Return a page whose links to folders end in index.html: `../lung/#do` → `../lung/index.html#do`.

    Raises FaultError if it has none, for every page leads to another.
    """
    folders = 0
    for link in page.all("a[href]"):
        way, mark, place = (link.attributes["href"] or "").partition("#")
        if way and not urlsplit(way).scheme and way.rpartition("/")[2] in ("", ".", ".."):
            link.attrs["href"] = f"{way.removesuffix('/')}/index.html{mark}{place}"
            folders += 1
    if not folders:
        raise page.fault("leads to no other page — build the site first: make release")
    return page.text()


def licences() -> dict[str, bytes]:
    return {f"{name}.txt": (ROOT / name).read_bytes() for name in ("LICENSE", "LICENSE-CONTENT")}


def sbom() -> dict[str, Any]:
    """Return the bill of materials (CycloneDX): the packages that build the site, and the library it ships."""
    # Not validated here: that takes most of a release, and what is written is this with parts taken out and put in.
    how = ["--output-reproducible", "--no-validate"]
    command = ["environment", "--pyproject", str(ROOT / "pyproject.toml"), *how, sys.prefix]
    tool = Path(sys.executable).with_name("cyclonedx-py")
    done = subprocess.run([tool, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise FaultError(f"{tool.name} could not list the packages — {done.stderr.strip()[-300:] or 'make .venv anew'}")
    found: dict[str, Any] = json.loads(done.stdout)
    root = found["metadata"]["component"]["bom-ref"]
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    # The environment holds the tools of the tests too.
    parts = [part for part in found["components"] if re.sub(r"[._]", "-", part["name"]).lower() in locked]
    used = {root, *(part["bom-ref"] for part in parts)}
    needs = {part["ref"]: used & {*part.get("dependsOn", [])} for part in found["dependencies"] if part["ref"] in used}
    shipped = libraries()
    names = {library["bom-ref"] for library in shipped}
    needs |= {name: set() for name in names} | {root: needs[root] | names}
    found["components"] = [*parts, *shipped]
    found["dependencies"] = [{"ref": part, "dependsOn": sorted(others)} for part, others in sorted(needs.items())]
    return found


def libraries() -> list[dict[str, Any]]:
    """Return an entry for every file of others that readers get, as the list of assets names it.

    Raises SystemExit if the file is not the one that was named.
    """
    if found := list(assets.problems(ROOT)):
        raise SystemExit("\n".join(map(str, found)))
    return [
        {
            "bom-ref": f"{about['package']}=={about['version']}",
            "type": "library",
            "name": str(about["package"]),
            "version": str(about["version"]),
            "purl": f"pkg:npm/{about['package']}@{about['version']}",
            "licenses": [{"license": {"id": str(about["licence"])}}],
            "hashes": [{"alg": "SHA-256", "content": str(about["sha256"])}],
        }
        for about in assets.read_list(ROOT)[0].values()
        if "package" in about
    ]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit("say where the site is and where the release goes: release.py SITE FOLDER")
    run(lambda: print(release(Path(sys.argv[1]), Path(sys.argv[2]))))
