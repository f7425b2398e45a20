"""A folder → what is in it, by name: a site may have 30,000 files, and a Path for each takes long and much memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def files_below(folder: Path) -> Iterator[str]:
    """Yield the names of all files below `folder` as links write them, such as cancers/lung/index.html."""
    for up, _, names in os.walk(folder):
        below = os.path.relpath(up, folder).replace(os.sep, "/")
        yield from names if below == os.curdir else (f"{below}/{name}" for name in names)


def remove_empty(folder: Path) -> None:
    """Take away every folder below `folder` in which there is nothing."""
    for up, _, _ in os.walk(folder, topdown=False):
        if not os.listdir(up) and up != str(folder):
            os.rmdir(up)
