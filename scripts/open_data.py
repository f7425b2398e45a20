"""A site and its pages → the files of open data, written into the folder that an engine builds, before it is finished.

A page that names files is told at last how large they are, for it is made before or beside them.
No engine is given them as its own pages: a twin (cancers/lung.md) would be built as one.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path

from faults import FaultError
from finish.page import file_of
from guide.content.site import Site
from guide.data.files import each_file
from guide.data.sizes import SIZE, with_sizes


def write_data(folder: Path, site: Site, pages: Mapping[str, str], where: str, taken: Container[str]) -> dict[str, int]:
    """Write all files below `folder`; return how many bytes each has, by its path. `where` is the site's address.

    `taken` are the paths that the engine writes. Raises FaultError if one of the files is among them.
    """
    sizes: dict[str, int] = {}
    made: set[Path] = set()
    for path, text in each_file(site, pages, where and where.rstrip("/") + "/"):
        if path in taken:
            raise FaultError(f"{path} is there already, and open data is to stand there — rename the file in docs/")
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        sizes[path] = file.write_bytes(text.encode())
    return sizes


def write_sizes(folder: Path, pages: Mapping[str, str], sizes: Mapping[str, int]) -> None:
    """Write into each built page that asks for sizes how large the files are."""
    for path in pages:
        page = folder / file_of(path)
        if SIZE.search(pages[path]):
            page.write_text(with_sizes(page.read_text("utf-8"), sizes), encoding="utf-8", newline="")
