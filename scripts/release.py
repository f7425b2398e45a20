"""A built site → what is released: a zip that opens from a disk, its checksum, and a list of what it was made with."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from build import ROOT, checked_site

NAME = "back-pain-and-cancer"
# Where a link to a page of the site leads, up to its "#place".
WAY = re.compile(r'(?<=<a )([^>]*?href=")([^":#]+)')
# What only a server needs.
SERVED = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
LIBRARY = re.compile(r"/\*! MiniSearch (?P<version>[\d.]+), .* (?P<licence>MIT) licence")


def release(site: Path, out: Path) -> Path:
    """Write zip, checksum and bill of materials for the folder `site` into `out`; return the zip's path.

    The same site gives the same bytes: names are sorted, times are SOURCE_DATE_EPOCH's. Raises SystemExit when the
    content has problems or nothing was built.
    """
    content, problems = checked_site(ROOT)
    if problems or not content or not (site / "index.html").exists():
        raise SystemExit("nothing to release — build the site first: make release")
    stem = f"{NAME}-{content.settings.version}"
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{stem}.zip"
    day = time.gmtime(max(epoch() or time.time(), FIRST_SECOND))[:6]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in sorted({**from_disk(site), **licences()}.items()):
            entry = zipfile.ZipInfo(f"{stem}/{name}", day)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    (out / f"{path.name}.sha256").write_text(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
    (out / f"{stem}.cdx.json").write_text(json.dumps(bill(), indent=2) + "\n", encoding="utf-8")
    return path


def from_disk(site: Path) -> dict[str, bytes]:
    """Return the files of a site by name, with links that name the page: a folder on a disk shows its files instead."""
    files = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    return {
        name: named(path.read_text("utf-8")).encode() if path.suffix == ".html" else path.read_bytes()
        for name, path in files.items()
        if name not in SERVED
    }


def named(text: str) -> str:
    """Return a page whose links to folders end in index.html: `../lung/#do` → `../lung/index.html#do`."""

    def name(way: re.Match[str]) -> str:
        if way[2].rpartition("/")[2] in ("", ".", ".."):
            return f"{way[1]}{way[2].removesuffix('/')}/index.html"
        return way[0]

    return WAY.sub(name, text)


def licences() -> dict[str, bytes]:
    return {f"{name}.txt": (ROOT / name).read_bytes() for name in ("LICENSE", "LICENSE-CONTENT")}


def bill() -> dict:
    """Return the bill of materials (CycloneDX): the packages that build the site, and the library it ships."""
    command = ["environment", "--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible", sys.prefix]
    tool = Path(sys.executable).with_name("cyclonedx-py")
    found = json.loads(subprocess.run([tool, *command], capture_output=True, check=True).stdout)
    root = found["metadata"]["component"]["bom-ref"]
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    # The environment holds the tools of the tests too.
    parts = [part for part in found["components"] if re.sub(r"[._]", "-", part["name"]).lower() in locked]
    used = {root, *(part["bom-ref"] for part in parts)}
    needs = {part["ref"]: used & {*part.get("dependsOn", [])} for part in found["dependencies"] if part["ref"] in used}
    library = search_library()
    needs |= {library["bom-ref"]: set(), root: needs[root] | {library["bom-ref"]}}
    found["components"] = [*parts, library]
    found["dependencies"] = [{"ref": part, "dependsOn": sorted(others)} for part, others in sorted(needs.items())]
    return found


def search_library() -> dict:
    """Return the entry of the one library that readers get, from the line at its head."""
    text = (ROOT / "docs/assets/vendor/minisearch.js").read_text("utf-8")
    about = LIBRARY.match(text)
    if not about:
        raise SystemExit("docs/assets/vendor/minisearch.js: no version in the first line")
    return {
        "bom-ref": f"minisearch=={about['version']}",
        "type": "library",
        "name": "minisearch",
        "version": about["version"],
        "purl": f"pkg:npm/minisearch@{about['version']}",
        "licenses": [{"license": {"id": about["licence"]}}],
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(text.encode()).hexdigest()}],
    }


if __name__ == "__main__":
    print(release(Path(sys.argv[1]), Path(sys.argv[2])))
