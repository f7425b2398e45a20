"""Site → its files, and what is known of those that are as they were: most rules look at each text alone.

What such a rule found is kept under all that it may read: the texts of a file and where it is, the vocabulary, the ids
of pages, words, sources, and of what is broken, and the countries. `only` gives it no other texts.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass

from guide.content.memo import Large, knows, memoized
from guide.content.site import Site
from guide.content.source import Problem, SourceFile

Found = tuple[tuple[Problem, ...], ...]


@dataclass
class File:
    """A file with texts. `key`: all that the rules of one file may read. `found`: what each of them finds in it."""

    path: str
    key: bytes
    found: Found = ()

    @property
    def known(self) -> bool:
        return knows(problems_in, self.key)


@memoized
def problems_in(file: File) -> Found:
    """Return what each rule has found in a file, now or when it was the same."""
    return file.found


def files_of(site: Site) -> list[File]:
    """Return the files in which the texts of a site stand, in their order."""
    read: dict[str, dict[SourceFile, None]] = {}
    for text in site.texts:
        read.setdefault(text.source.path, {})[text.source] = None
    ids = [*site.pages], [*site.glossary], [*site.references], sorted(site.broken)
    countries = [country.place for country in site.ambulance.countries.values()]
    same = Large((site.settings.name.source.text, ids, countries)).key
    return [File(path, Large((same, path, *(one.text for one in some))).key) for path, some in read.items()]


def only(site: Site, files: list[File]) -> Site:
    """Return the site with the texts of some files only; all else can still be looked up."""
    some, paths = copy(site), {file.path for file in files}
    for name in ("texts", "prose"):
        some.__dict__[name] = tuple(text for text in getattr(site, name) if text.source.path in paths)
    return some
