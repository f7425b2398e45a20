"""A folder of pages and files → without the files that no page asks for, such as the theme's scripts and styles."""

from __future__ import annotations

import re
from pathlib import Path

from faults import FaultError
from finish.folder import files_below, remove_empty

# What is asked for by name, without a link: by servers and search engines.
WELL_KNOWN = {"robots.txt", "CNAME", ".nojekyll"}
SITEMAP = {"sitemap.xml", "sitemap.xml.gz"}
LOCATION = re.compile(r"<loc>\s*(?!https?://)")


def remove_unlinked(folder: Path, wanted: set[str]) -> int:
    """Take away every file but the `wanted`; return how many. Raises FaultError if there was none: there always is one.

    A list of pages for search engines is of no use with addresses that name no host: Zensical writes it so where the
    site has no address.
    """
    listed = folder / "sitemap.xml"
    useless = listed.exists() and LOCATION.search(listed.read_text("utf-8"))
    stays = wanted | WELL_KNOWN | (set() if useless else SITEMAP)
    unlinked = [name for name in files_below(folder) if name not in stays]
    if not unlinked:
        raise FaultError("nothing of the theme's was left over — it was finished before, or the theme is another")
    for name in unlinked:
        (folder / name).unlink()
    remove_empty(folder)
    return len(unlinked)
