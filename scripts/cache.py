"""What a build has made → files below build/cache/, each found again by the hash of all that it was made from.

So nothing kept can be out of date: with one byte changed it is another hash. A file is written whole or not at all, one
that is damaged is not there, and what a build did not ask for goes when it ends well. `make clean` throws all away.
"""

from __future__ import annotations

import contextlib
import io
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


def contents_below(folder: Path) -> Iterable[object]:
    """Yield names and bytes of all files below `folder` but those that programs keep for themselves."""
    from guide.content.files import left_by_program  # `sources` asks before programs are loaded

    for path in sorted(folder.rglob("*")):
        if path.parent.name != "__pycache__" and not left_by_program(path, folder):
            with contextlib.suppress(OSError):  # a folder, or it was taken away this moment
                data = path.read_bytes()
                yield path.relative_to(folder).as_posix()
                yield data


def state_of(*paths: Path) -> set[tuple[str, int, int]]:
    """Return name, time of change and size of every file at or below `paths` but those that Python makes for itself."""
    found = set()
    for path in paths:
        for file in path.rglob("*") if path.is_dir() else [path]:
            with contextlib.suppress(OSError):  # it was taken away this moment
                if file.parent.name != "__pycache__" and not file.is_dir():
                    about = file.lstat()
                    found.add((str(file), about.st_mtime_ns, about.st_size))
    return found


def releases() -> Iterable[str]:
    """Return the names of all that is installed beside Python, each with its release."""
    return sorted(path.name for path in INSTALLED.glob("*.dist-info"))


@cache
def code_hash() -> str:
    """Return the hash of Python, of all that is installed, and of our programs."""
    return hash_of([sys.version, *releases(), *contents_below(Path(__file__).parent)])


class Cache:
    """A folder of what was made. Where nothing can be written, nothing is kept: a build then makes all anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: set[str] = set()

    def get(self, key: str) -> Any:
        """Return what was put under `key`, or None."""
        return next(iter(self.get_each(key)), None)

    def get_each(self, key: str) -> list[Any]:
        """Return the things that were put under `key`: none if it is not there."""
        self.asked.add(key)
        some = []
        with contextlib.suppress(OSError):
            data = (self.folder / key).read_bytes()
            if _sealing(key, data[:-SIZE]).digest() == data[-SIZE:]:
                file = io.BytesIO(data[:-SIZE])
                while file.tell() < len(data) - SIZE:
                    some.append(pickle.load(file))  # noqa: S301 -- a build of this project wrote it, sealed under its key
        return some

    def has(self, key: str) -> bool:
        self.asked.add(key)
        return os.path.isfile(self.folder / key)  # also where the folder may not be read

    def drop(self, keys: Iterable[str]) -> None:
        """Take away what was put under some keys."""
        for key in keys:
            with contextlib.suppress(OSError):
                (self.folder / key).unlink(missing_ok=True)

    def put(self, key: str, made: object) -> None:
        self.put_each(key, [made])

    def put_each(self, key: str, some: Iterable[object]) -> None:
        """Keep things under `key`, each written by itself: together they would fill as much memory once more."""
        new = self.folder / f"{key}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            seal = _sealing(key)
            with new.open("wb") as file:
                for one in some:
                    data = pickle.dumps(one, pickle.HIGHEST_PROTOCOL)
                    seal.update(data)
                    file.write(data)
                file.write(seal.digest())
            new.replace(self.folder / key)
        except BaseException as error:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)  # on a full disk it would be in the way
            if not isinstance(error, OSError):
                raise

    def sweep(self) -> None:
        """Take away what nobody has asked for."""
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in self.asked:
                    path.unlink()


def _sealing(key: str, data: bytes = b"") -> blake2b:
    return blake2b(data, key=bytes.fromhex(key), digest_size=SIZE)
