"""Paths and texts of pages → the same, kept as UTF-8: a dash in a text makes Python spend two bytes on each letter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping


class Pages(MutableMapping[str, str]):
    """Path of a page below docs/ → its Markdown, in order. `encoded` has the same in UTF-8."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self.encoded: dict[str, bytes] = {}
        self.update(texts or {})

    def __getitem__(self, path: str) -> str:
        return self.encoded[path].decode()

    def __setitem__(self, path: str, text: str) -> None:
        self.encoded[path] = text.encode()

    def __delitem__(self, path: str) -> None:
        del self.encoded[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.encoded)

    def __len__(self) -> int:
        return len(self.encoded)
