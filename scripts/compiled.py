"""A template or style → what its library makes of it, kept for the next build: one for each name, so none is swept."""

from __future__ import annotations

import pickle
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from cache import Cache, code_hash, hash_of
from finish.stylesheet import Rule, read


class Compiled(BytecodeCache):
    """What Jinja asks for code that it has compiled before, in this build or by another process of it."""

    def __init__(self, root: Path) -> None:
        self.cache = Cache(root / "build/cache/compiled")

    def load_bytecode(self, bucket: Bucket) -> None:
        if known := self.get(bucket.key, bucket.checksum):
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.put(bucket.key, bucket.checksum, bucket.bytecode_to_string())

    def rules(self, name: str, style: str) -> list[Rule]:
        """Return the rules of the style `name`, as `finish` reads them."""
        found: list[Rule] | None = self.get(name, style)
        if found is None:
            found = read(style)
            self.put(name, style, found)
        return found

    def get(self, name: str, source: str) -> Any:
        made_from, made = self.cache.get(hash_of([name])) or ("", b"")
        return pickle.loads(made) if made_from == _hash(source) else None  # noqa: S301 -- sealed, as all that is kept

    def put(self, name: str, source: str, made: object) -> None:
        """Keep it, as bytes: what other code has made can't be read by this."""
        self.cache.put(hash_of([name]), (_hash(source), pickle.dumps(made, pickle.HIGHEST_PROTOCOL)))


@cache
def _hash(source: str) -> str:
    return hash_of([code_hash(), source])
