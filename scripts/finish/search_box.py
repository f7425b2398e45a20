"""A page → the same, known to have our search box (`scripts/theme/partials/search.html`) and no other, whole.

Whether the files that it names are there, `links` knows.
"""

from __future__ import annotations

from finish.page import Page

PARTIAL = "scripts/theme/partials/search.html"
# What site.js and search.js ask for, and where.
PARTS = ("form", "input.search-input", ".search-said", ".search-list", "label[for=__search]")
FILES = ("data-index", "data-library", "data-program")


def check_search_box(page: Page) -> None:
    """Raise FaultError if the search box is missing or there twice, lacks a part, or names no file of the site."""
    boxes = page.all(".search")
    if len(boxes) != 1 or page.all("[data-md-component=search]"):
        raise page.fault(f"{len(boxes)} search boxes of ours, or one of the theme's — see {PARTIAL}")
    missing = [part for part in PARTS if not boxes[0].css(part)]
    if len(page.all("input#__search[type=checkbox]")) != 1:
        missing.append("#__search")
    if len(page.all("label[for=__search]")) <= len(boxes[0].css("label[for=__search]")):
        missing.append("a button that opens it")
    if missing:
        raise page.fault(f"the search box lacks {', '.join(missing)} — see {PARTIAL}")
    for name in FILES:
        target = page.target(boxes[0].attributes.get(name) or "")
        if target is None or target[0].endswith(".html"):
            raise page.fault(f"what the search box names as {name} is not there — render the pages anew")
