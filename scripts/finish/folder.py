"""A folder → what is in it, by name: a site may have 30,000 files, and a Path for each takes long and much memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield what `os.walk` does, each folder as links begin, on any system: "" and then such as cancers/lung/."""
    for up, folders, names in os.walk(folder):
        below = os.path.relpath(up, folder).replace(os.sep, "/")
        yield "" if below == os.curdir else f"{below}/", folders, names


def files_below(folder: Path) -> Iterator[str]:
    """Yield the names of all files below `folder` as links write them, such as cancers/lung/index.html."""
    return (before + name for before, _, names in walk(folder) for name in names)


def remove_empty(folder: Path) -> None:
    """Take away every folder below `folder` in which there is nothing."""
    for up, _, _ in os.walk(folder, topdown=False):
        if not os.listdir(up) and up != str(folder):
            os.rmdir(up)
