"""A site and its pages → the files of open data, written into the folder that an engine builds, before it is finished.

A page or file that names files is told at last how large they are, for all are made beside each other.
No engine is given them as its own pages: a twin (cancers/lung.md) would be built as one.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from faults import FaultError
from finish.page import file_of
from guide.content.site import Site
from guide.data.files import PARTS, Part
from guide.data.sizes import SIZE, with_sizes
from workers import each


@dataclass
class Written:
    """Files of open data that were written: their bytes, by path, and which of them ask for sizes."""

    sizes: dict[str, int] = field(default_factory=dict)
    asking: set[str] = field(default_factory=set)

    def add(self, other: Written) -> None:
        self.sizes |= other.sizes
        self.asking |= other.asking


def write_data(folder: Path, site: Site, pages: Mapping[str, str], where: str, taken: Container[str]) -> Written:
    """Write all files below `folder`; return what was written. `where` is the site's address.

    `taken` are the paths that the engine writes. Raises FaultError if one of the files is among them.
    """
    written = Written()
    for one in each(lambda part: write_part(part, folder, site, pages, where, taken), PARTS):
        written.add(one)
    return written


def write_part(
    part: Part, folder: Path, site: Site, pages: Mapping[str, str], where: str, taken: Container[str]
) -> Written:
    """Do what `write_data` does with one of the parts."""
    written = Written()
    made: set[Path] = set()
    for path, text in part(site, pages, where and where.rstrip("/") + "/"):
        if path in taken:
            raise FaultError(f"{path} is there already, and open data is to stand there — rename the file in docs/")
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        written.sizes[path] = file.write_bytes(text.encode())
        if SIZE.search(text):
            written.asking.add(path)
    return written


def write_sizes(folder: Path, pages: Mapping[str, str], written: Written) -> None:
    """Write into each built page, and each file, that asks for sizes how large the files are."""
    asking = {file_of(path) for path in pages if SIZE.search(pages[path])} | written.asking
    for path in asking:
        file = folder / path
        file.write_text(with_sizes(file.read_text("utf-8"), written.sizes), encoding="utf-8", newline="")
