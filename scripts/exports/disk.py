"""A built site → the same site as it works in a folder, without a server: links name the page they lead to."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from finish.page import LEADS_ON, Page, read

# What only a server needs.
SERVED = {"404.html", "sitemap.xml", "sitemap.xml.gz"}


def for_disk(site: Path) -> dict[str, bytes]:
    """Return the files of a site by name, with links that name the page: a folder on a disk shows its files instead.

    Without those that only lead on from where a page once stood: nobody comes there on a disk.
    """
    files = {}
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html" and name not in SERVED:
            page = read(path, name)
            if not page.all(LEADS_ON):
                files[name] = with_index_html(page).text().encode()
        elif path.is_file() and name not in SERVED:
            files[name] = path.read_bytes()
    return files


def with_index_html(page: Page) -> Page:
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
    return page
