"""One language beside English, as it was read: its strings, the trees of its files, and from which English they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.content.files import left_by_program
from guide.content.search import SearchWords
from guide.content.source import Text
from guide.content.strings import ENGLISH, FOLDER, Strings
from guide.content.yaml_tree import Map

# From which English each piece was made: content/<language>/translated.lock.yml, which a command writes.
TRANSLATED = "translated.lock.yml"


@dataclass(frozen=True, eq=False)
class Language:
    """`files`: path from the project's root → what stands there. `lock`: path → place → hashes of English and own."""

    tag: str
    strings: Strings
    files: Mapping[str, Map]
    search: SearchWords | None
    lock: Mapping[str, Mapping[str, str]]
    broken: frozenset[str] = frozenset()  # paths of files that can't be read, which is told there

    def path(self, name: str) -> str:
        """Return the path of a file of this language: tests/mri.yml → content/ru/tests/mri.yml."""
        return f"content/{self.tag}/{name}"


def _hashes(tree: Map) -> dict[str, dict[str, str]]:
    """Return what a lock says; what somebody has spoilt in it is as if nobody had said it."""
    files = {path: some for path, some in tree.items() if isinstance(some, Map)}
    return {path: {at: two for at, two in some.items() if isinstance(two, Text)} for path, some in files.items()}


def languages_of(
    root: Path, one: Callable[[Path, Any], Any], tree: Callable[[Path], Map | None]
) -> dict[str, Language | None]:
    """Return the languages beside English that have strings, by their tags; None for one whose strings can't be used.

    `one` reads a file as a model, `tree` as it stands there; both say what is wrong with it.
    """
    found: dict[str, Language | None] = {}
    for path in sorted((root / "content" / FOLDER).glob("*.yml")):
        if path.stem == ENGLISH or left_by_program(path, root):
            continue
        folder, strings = root / "content" / path.stem, one(path, Strings)
        there = [file for file in sorted(folder.rglob("*.yml")) if not left_by_program(file, root)]
        search = one(folder / "search.yml", SearchWords) if folder / "search.yml" in there else None
        read = {file: tree(file) for file in there if file != folder / "search.yml"}
        lock = _hashes(read.pop(folder / TRANSLATED, None) or Map())
        files = {file.relative_to(root).as_posix(): tree for file, tree in read.items() if tree is not None}
        broken = frozenset(file.relative_to(root).as_posix() for file, tree in read.items() if tree is None)
        found[path.stem] = Language(path.stem, strings, files, search, lock, broken) if strings else None
    return found
