"""A folder → what is in it, by name: a site may have 30,000 files, and a Path for each takes long and much memory."""

from __future__ import annotations

import os
import shutil
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


def clear(folder: Path) -> None:
    """Take away all that stands in `folder` but what is hidden, such as the .git of a branch: it is none of ours."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
