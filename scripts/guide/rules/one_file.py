"""Site → its files, and what is known of those that are as they were: most rules look at each text alone.

Such a rule may read the texts of a file, the vocabulary, and which ids there are: what it found is kept under these.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass

from guide.content.remembered import Large, knows, remembered
from guide.content.site import Site
from guide.content.source import Problem, SourceFile

Verdict = tuple[tuple[Problem, ...], ...]


@dataclass
class File:
    """A file with texts. `key`: all that the rules of one file may read. `found`: what each of them finds in it."""

    path: str
    key: bytes
    found: Verdict = ()

    @property
    def known(self) -> bool:
        return knows(verdict, self.key)


@remembered
def verdict(file: File) -> Verdict:
    """Return what each rule has found in a file, now or when it was the same."""
    return file.found


def files_of(site: Site) -> list[File]:
    """Return the files in which the texts of a site stand, in their order."""
    read: dict[str, dict[SourceFile, None]] = {}
    for text in site.texts:
        read.setdefault(text.source.path, {})[text.source] = None
    ids = [*site.pages], [*site.glossary], [*site.references], sorted(site.broken)
    same = Large((site.settings.name.source.text, ids)).key
    return [File(path, Large((same, *(one.text for one in some))).key) for path, some in read.items()]


def only(site: Site, files: list[File]) -> Site:
    """Return the site with the texts of some files only; all else can still be looked up."""
    some, paths = copy(site), {file.path for file in files}
    for name in ("texts", "prose"):
        some.__dict__[name] = tuple(text for text in getattr(site, name) if text.source.path in paths)
    return some
