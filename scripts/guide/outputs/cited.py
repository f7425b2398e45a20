"""Site and ids of sources → every sentence that rests on one of them: what to touch when a guideline changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from faults import FaultError
from guide.content.prose import citations, plain_text, sentences
from guide.content.site import Site
from guide.content.source import Problem, Text, nearest
from guide.outputs.places import finder, in_order


def list_cited(loaded: tuple[Site | None, Sequence[Problem]], references: Sequence[str], where: str = "") -> str:
    """Return the place of every sentence that cites one of `references`, a line each, and how many there are.

    `where` narrows it to a place in them: 1.13.2 is in 1.13, and in 1.13.1 to 1.13.4, but is not 1.13.20.
    Raises FaultError with every id that is no source, when no sentence is found, or when a file can't be read: a list
    with gaps would be taken for whole.
    """
    site, problems = loaded
    if site is None or site.broken:
        raise FaultError("\n".join(map(str, sorted({*problems}))))
    names = {name.lstrip("@"): None for given in references for name in re.split(r"[\s,;]+", given) if name}
    if not names:
        raise FaultError("no source is named — say which: make cited REF=nice-ng12-2015")
    if unknown := [f"no reference '{name}' — {nearest(name, site.references)}" for name in names
                   if name not in site.references]:  # fmt: skip
        raise FaultError("\n".join(unknown))
    where = " ".join(where.split())
    found = [place for text in site.prose for place in _in(text, {*names}, finder(where))]
    if not found:
        raise FaultError(_nowhere(site, [*names], where))
    files = len({place.path for place in found})
    return "\n".join([*map(str, sorted(found)), f"{_many(len(found), 'sentence')} in {_many(files, 'file')}"])


def _nowhere(site: Site, names: Sequence[str], where: str) -> str:
    cited = " or ".join(names)
    places = {one.where for text in site.prose for one in citations(text) if one.reference in names and one.where}
    if not where or not places:
        return f"no sentence cites {cited} — nothing rests on it"
    return f"no sentence cites {cited} at '{where}' — its places are: {' · '.join(sorted(places, key=in_order))}"


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _in(text: Text, references: set[str], wanted: Callable[[str], bool]) -> Iterator[Problem]:
    for sentence in sentences(text):
        there = text[sentence.at : sentence.at + len(sentence.words)]
        hits = [one for one in citations(there) if one.reference in references and wanted(one.where)]
        if hits:
            places = "; ".join(dict.fromkeys(f"{one.reference}, {one.where}" if one.where else one.reference
                                             for one in hits))  # fmt: skip
            start = sentence.at + len(there) - len(there.lstrip())
            yield text.problem(f"[{places}] {plain_text(there) or _row(text)}", start)


def _row(text: Text) -> str:
    """Return the line above a source that stands alone: what it is the source of."""
    above = text.source.text[: text.start].rstrip().splitlines()[:-1]
    return f"source of: {above[-1].strip()}" if above else "a source that stands alone"
