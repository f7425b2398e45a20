"""A new folder → in the place of the old one, in one step: at no moment is there half a site, or none."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None


def swap(new: Path, live: Path) -> None:
    """Put the folder `new` in the place of `live`, which may be missing. Raises OSError if it can't be done."""
    if not live.exists():
        os.rename(new, live)
    elif exchange(new, live):
        shutil.rmtree(new, ignore_errors=True)
    else:
        old = beside(live)
        shutil.rmtree(old, ignore_errors=True)
        os.rename(live, old)
        os.rename(new, live)
        shutil.rmtree(old)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; return False where the system can't.

    Python has no function for it. Linux: renameat2(2) with RENAME_EXCHANGE. macOS: renamex_np(2) with RENAME_SWAP.
    """
    system = ctypes.CDLL(None) if os.name == "posix" else None
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        here = -100  # AT_FDCWD: names are as seen from the working folder
        return system.renameat2(here, names[0], here, names[1], 2) == 0
    if hasattr(system, "renamex_np"):
        return system.renamex_np(*names, 2) == 0
    return False


held: list = []


def claim(live: Path) -> str | None:
    """Keep the place of a site for this process until it ends; return why that can't be, or None."""
    for folder in (live, live.with_name(f"{live.name}.new")):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            return f"{folder} is no plain folder — take it away"
    if fcntl:
        live.parent.mkdir(parents=True, exist_ok=True)
        lock = live.with_name(f".{live.name}.lock").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return f"another build of {live} is running — wait for it"
        held.append(lock)  # the system lets go of it when the process ends, however it ends
    mend(live)
    return None


def mend(live: Path) -> None:
    """Put the old site back if a build was stopped between the two steps, where there is no swap in one."""
    if not live.exists() and beside(live).exists():
        os.rename(beside(live), live)


def beside(live: Path) -> Path:
    return live.with_name(f"{live.name}.old")
