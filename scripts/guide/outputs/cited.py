"""Site and ids of sources → every sentence that rests on one of them: what to touch when a guideline changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from faults import FaultError
from guide.content.prose import citations, plain_text, sentences
from guide.content.site import Site
from guide.content.source import Problem, Text, nearest


def list_cited(loaded: tuple[Site | None, Sequence[Problem]], references: Sequence[str], where: str = "") -> str:
    """Return the place of every sentence that cites one of `references`, a line each, and how many there are.

    `where` narrows it to locators that hold this number or these words: 1.13.2 is not 1.13.20, and 1.13.* is both.
    Raises FaultError with every id that is no source, when no sentence is found, or when a file can't be read: a list
    with gaps would be taken for whole.
    """
    site, problems = loaded
    if site is None or site.broken:
        raise FaultError("\n".join(map(str, sorted({*problems}))))
    if unknown := [f"no reference '{name}' — {nearest(name, site.references)}" for name in references
                   if name not in site.references]:  # fmt: skip
        raise FaultError("\n".join(unknown))
    wanted = locator(where)
    found = [place for text in site.prose for place in _in(text, {*references}, wanted)]
    if not found:
        at = f" at '{where}'" if where else ""
        raise FaultError(f"no sentence cites {' or '.join(references)}{at} — look for all its places: leave WHERE out")
    files = len({place.path for place in found})
    return "\n".join([*map(str, sorted(found)), f"{len(found)} sentences in {files} files"])


def locator(where: str) -> re.Pattern[str]:
    """Return what finds `where` in a locator, as a whole: `*` stands for any letters."""
    words = ".*".join(map(re.escape, where.split("*")))
    return re.compile(rf"(?<![\w.]){words}(?!\w|\.\d)", re.IGNORECASE) if where else re.compile("")


def _in(text: Text, references: set[str], wanted: re.Pattern[str]) -> Iterator[Problem]:
    for sentence in sentences(text):
        there = text[sentence.at : sentence.at + len(sentence.words)]
        hits = [one for one in citations(there) if one.reference in references and wanted.search(one.where)]
        if hits:
            places = "; ".join(dict.fromkeys(f"{one.reference}, {one.where}" if one.where else one.reference
                                             for one in hits))  # fmt: skip
            start = sentence.at + len(there) - len(there.lstrip())
            yield text.problem(f"[{places}] {plain_text(there) or _row(text)}", start)


def _row(text: Text) -> str:
    """Return the line above a source that stands alone: what it is the source of."""
    above = text.source.text[: text.start].rstrip().splitlines()[:-1]
    return f"source of: {above[-1].strip()}" if above else "a source that stands alone"
