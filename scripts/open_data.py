"""A site and its pages → the files of open data, written into a folder that an engine has built, before it is finished.

A page that names files is then told how large they are, for it was made before them.
No engine is given them as its own pages: a twin (cancers/lung.md) would be built as one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from faults import FaultError
from finish.page import file_of
from guide.content.site import Site
from guide.data.files import each_file
from guide.data.sizes import SIZE, with_sizes


def write_data(folder: Path, site: Site, pages: Mapping[str, str], where: str) -> list[str]:
    """Write all files below `folder` and return their paths. `where` is the address of the site, if it has one.

    Raises FaultError if the engine has written one of them.
    """
    sizes: dict[str, int] = {}
    for path, text in each_file(site, pages, where and where.rstrip("/") + "/"):
        file = folder / path
        if file.exists():
            raise FaultError(f"{path} is there already, and open data is to stand there — rename the file in docs/")
        file.parent.mkdir(parents=True, exist_ok=True)
        sizes[path] = file.write_bytes(text.encode())
    for path in pages:
        page = folder / file_of(path)
        if SIZE.search(pages[path]):
            page.write_text(with_sizes(page.read_text("utf-8"), sizes), encoding="utf-8", newline="")
    return [*sizes]
