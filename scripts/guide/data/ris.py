"""A reference → a record of RIS, which nearly every citation manager reads.

A day is written as far as it is known (2012/03//). Pages are split at their hyphen, as readers expect.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.reference import Name, Reference
from guide.data.csl import one_line

TYPES = {
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "document": "GEN",
    "manuscript": "UNPB",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "webpage": "ELEC",
}
END = "\r\n"  # as its specification has it


def ris(name: str, reference: Reference) -> str:
    """Return a reference as a record of RIS."""
    return "".join(f"{tag}  - {one_line(value)}{END}" for tag, value in _lines(name, reference))


def _lines(name: str, about: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES[about.type]
    yield "ID", name
    for author in about.author:
        yield "AU", _author(author)
    yield "TI", about.title
    first, _, last = (about.page or "").partition("-")
    year, month, day = ([*(about.issued or "").split("-"), "", ""])[:3]
    others = "The list of authors goes on." if about.et_al else ""
    for tag, value in (
        ("T2", about.container_title),
        ("PB", about.publisher),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else ""),
        ("VL", about.volume),
        ("IS", about.issue),
        ("M1", about.number),
        ("SP", first),
        ("EP", last),
        ("SN", about.ISBN),
        ("DO", about.DOI),
        ("AN", about.PMID and f"PMID: {about.PMID}"),
        ("C2", about.PMCID),
        ("UR", about.URL),
        ("KW", f"evidence: {about.evidence}"),
        ("KW", f"read: {about.read}"),
        ("N1", others),
        ("N1", about.note),
    ):
        if value:
            yield tag, value
    yield "ER", ""


def _author(name: Name) -> str:
    return name.literal or ", ".join(filter(None, (name.family, name.given)))
