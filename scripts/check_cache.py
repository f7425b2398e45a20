"""The project's folder → what a check said of it last, if nobody has changed a byte since: then no more code is loaded.

What a check may look at is all that stands in the folder, the day, the site's address, Python, and what is installed.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from cache import Cache, hash_of, releases
from faults import FaultError, today

# In the project's folder: what was made from the rest, and what others keep for themselves.
LARGE = 20_000_000  # bytes: no file that a check reads is as long, and to read one takes longer than the check
CACHES = {".cache", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
MADE = {".git", ".venv", "build", "site", ".site.new", *CACHES}


class CheckCache:
    """What was said of the project in `root` as it is now: `said` and the status, or None if nobody knows yet."""

    def __init__(self, root: Path) -> None:
        self.root, self.cache, self.key = root, Cache(root / "build/cache/check"), _key(root)
        self.said: tuple[str, int] | None = self.cache.get(self.key) if self.key else None

    def keep(self, said: str, status: int) -> None:
        """Keep what is said now, unless somebody has changed something meanwhile."""
        if self.key and self.key == _key(self.root):
            self.cache.put(self.key, (said, status))
            self.cache.sweep()


def _key(root: Path) -> str | None:
    """Return the hash of all that a check may look at, or None if not all of it can be read."""
    try:
        about = [sys.version, *releases(), today().isoformat(), os.environ.get("SITE_URL")]
        return hash_of([*about, *_parts(root, MADE)])
    except (OSError, FaultError):
        return None


def _parts(folder: Path, made: set[str]) -> Iterator[object]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name in made:
            continue
        mode = entry.stat(follow_symlinks=False).st_mode
        yield entry.name, mode
        if stat.S_ISLNK(mode):
            raise OSError(f"{entry.path} leads to what may change without a sign")
        if stat.S_ISDIR(mode):
            yield from _parts(Path(entry), {"__pycache__"})
            yield "its end"
        elif stat.S_ISREG(mode):
            about = entry.stat()
            yield Path(entry).read_bytes() if about.st_size < LARGE else (about.st_size, about.st_mtime_ns)
