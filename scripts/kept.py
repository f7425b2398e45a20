"""What a build has made → files below build/kept/, each found again by the hash of all that it was made from.

So nothing kept can be out of date: with one byte changed it is another hash. A file is written whole or not at all, one
that is damaged is not there, and what a build did not ask for goes when it ends well. `make clean` throws all away.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import sysconfig
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

SIZE = 32  # bytes of a hash
INSTALLED = Path(sysconfig.get_path("purelib"))  # what Python has beside its own


def hash_of(parts: Iterable[object]) -> str:
    """Return a hash of `parts`, each told from the next: text, bytes, or what `repr` tells all of."""
    found = blake2b(digest_size=SIZE)
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


def files_below(folder: Path) -> Iterable[object]:
    """Yield names and bytes of all files below `folder` but those that Python makes for itself."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.parent.name != "__pycache__":
            yield path.relative_to(folder).as_posix()
            yield path.read_bytes()


def releases() -> Iterable[str]:
    """Return the names of all that is installed beside Python, each with its release."""
    return sorted(path.name for path in INSTALLED.glob("*.dist-info"))


@cache
def code() -> str:
    """Return the hash of Python, of all that is installed, and of our programs."""
    return hash_of([sys.version, *releases(), *files_below(Path(__file__).parent)])


class Kept:
    """A folder of what was made. Where nothing can be written, nothing is kept: a build then makes all anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: set[str] = set()

    def get(self, key: str) -> Any:
        """Return what was put under `key`, or None."""
        self.asked.add(key)
        try:
            with (self.folder / key).open("rb") as file:
                seal, data = file.read(SIZE), file.read()
            if seal == _seal(key, data):
                return pickle.loads(data)  # noqa: S301 -- a build of this project wrote it, sealed under its key
        except OSError:
            pass
        return None

    def has(self, key: str) -> bool:
        self.asked.add(key)
        return (self.folder / key).is_file()

    def put(self, key: str, made: object) -> None:
        data = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
        new = self.folder / f"{key}.{os.getpid()}"
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as file:  # one after the other, for together they would be twice as large
                file.write(_seal(key, data))
                file.write(data)
            new.replace(self.folder / key)

    def sweep(self) -> None:
        """Take away what nobody has asked for."""
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in self.asked:
                    path.unlink()


def _seal(key: str, data: bytes) -> bytes:
    return blake2b(data, key=bytes.fromhex(key), digest_size=SIZE).digest()
