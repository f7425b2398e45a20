"""All pages → known to have each id once, and to lead to pages, files and places that are there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

from faults import FaultError
from finish.page import Page, tokens, with_attributes

ASKING = ("href", "src", "data-index", "data-library", "data-program")
# Attributes that name an element of the same page by its id.
NAMING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
SHOWN = 5


def name_languages(page: Page) -> None:
    """Name the page's own in other languages by whole addresses, as search engines ask, where the site has one."""
    links = page.all("link[rel=alternate][hreflang]")
    for own in page.all("link[rel=canonical]") if links else ():
        for link in links:
            link.attrs["href"] = urljoin(own.attributes["href"] or "", link.attributes["href"] or "")


class Links:
    """What the pages that were read have and ask for."""

    def __init__(self) -> None:
        self.ids: dict[str, set[str]] = {}
        self.asked: dict[tuple[str, str], str] = {}  # (file, place) → the first page that asks for it
        self.count = 0

    def read(self, page: Page) -> None:
        """Take in a page. Raises FaultError if an id is there twice, or one that is named is not there."""
        every = Counter(node.attributes["id"] or "" for node in page.all("[id]"))
        if doubled := [name for name, times in every.items() if times > 1]:
            raise page.fault(f"the id '{doubled[0]}' is there {every[doubled[0]]} times — a link leads to the first")
        self.ids[page.name] = {*every}
        for _, name, ids in with_attributes(page, NAMING):
            if missing := {*ids.split()} - every.keys():
                raise page.fault(f"{name} names '{min(missing)}', and there is no such id — see the theme")
        addresses = Counter(
            address
            for node, _, address in with_attributes(page, ASKING)
            # The one style that pages will ask for is added by itself.
            if node.tag != "link" or "stylesheet" not in tokens(node, "rel")
        )
        for address, times in addresses.items():
            if target := page.target(address):
                self.asked.setdefault(target, page.name)
                self.count += times

    def add(self, other: Links) -> None:
        """Take in what was read from other pages."""
        self.ids |= other.ids
        for target, name in other.asked.items():
            self.asked[target] = min(name, self.asked.get(target, name))
        self.count += other.count

    def files(self) -> set[str]:
        return {file for file, _ in self.asked}

    def check(self, folder: Path) -> int:
        """Return how many links were seen. Raises FaultError if one leads nowhere, or if there was none."""
        lost = [
            f"{page}: a link leads to {file}{'#' if place else ''}{place}, which is not there"
            for (file, place), page in sorted(self.asked.items())
            if not (place in self.ids[file] | {""} if file in self.ids else (folder / file).is_file())
        ]
        if lost or not self.count:
            more = [f"and {len(lost) - SHOWN} more"] if len(lost) > SHOWN else []
            raise FaultError("\n".join([*lost[:SHOWN], *more]) or "no page has a link — see what the engine built")
        return self.count
