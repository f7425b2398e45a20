"""A new folder → in the place of the old one, in one step: at no moment is there half a site, or none."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path


def swap(new: Path, live: Path) -> None:
    """Put the folder `new` in the place of `live`, which may be missing. Raises OSError if it can't be done."""
    if not live.exists():
        os.rename(new, live)
    elif exchange(new, live):
        shutil.rmtree(new)
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


def mend(live: Path) -> None:
    """Put the old site back if a build was stopped between the two steps, where there is no swap in one."""
    if not live.exists() and beside(live).exists():
        os.rename(beside(live), live)


def beside(live: Path) -> Path:
    return live.with_name(f"{live.name}.old")
