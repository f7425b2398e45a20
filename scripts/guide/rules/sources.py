"""Rules for what a statement rests on: every page, row and finding names a source, and every source says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.prose import citations
from guide.content.site import Site, prose_in
from guide.content.source import Problem

# What we have not seen ourselves: a reader must know who told us.
SECOND_HAND = "second-hand"
# What a catalogue or a stored copy adds to a title, and nobody finds it by.
COPY = re.compile(r"not shown|stored copy|et al\]|colleagues\)", re.IGNORECASE)


def cites(text: str) -> bool:
    return any(True for _ in citations(text))


def uncited_pages(site: Site) -> Iterator[Problem]:
    """A page in content/ cites a source at least once: [@reference, where]."""
    for page in site.pages.values():
        if page.kind != "docs" and not any(map(cites, prose_in(page))):
            yield page.title.problem("this page names no source — cite at least one: [@reference, where]")


def unsourced_rows(site: Site) -> Iterator[Problem]:
    """A row of a table and a step of a picture say where they are from: cite it there, [@reference, where]."""
    sources = [row.source for page in site.pages.values() for row in page.evidence]
    sources += [number.source for number in site.numbers.values()]
    for figure in site.figures.values():
        sources += [row.source for row in figure.rows]
        sources += [part.says for part in figure.parts if part.says]
    for text in sources:
        if not cites(text):
            yield text.problem("no source is named here — cite one: [@reference, where]")


def uncited_findings(site: Site) -> Iterator[Problem]:
    """What we find of a claim is cited, unless we found nothing, or it is no statement of fact: then say so."""
    for claim in site.article.claims.values():
        if claim.verdict != "no-evidence" and not cites(claim.finding):
            yield claim.finding.problem("what we found names no source — cite one: [@reference, where]")


def unnoted_references(site: Site) -> Iterator[Problem]:
    """A source we know from others only says in a `note` who told us."""
    for name, reference in site.references.items():
        if reference.read == SECOND_HAND and not reference.note:
            yield reference.read.problem(f"'{name}' is known second-hand — add a 'note' that says from whom")
        if found := COPY.search(reference.title):
            yield reference.title.problem(f"'{found[0]}' is no part of a title — take it out", found.start())


def doubled_references(site: Site) -> Iterator[Problem]:
    """One work has one id: two would show it as two sources."""
    for field in ("DOI", "PMID", "URL"):
        first: dict[str, str] = {}
        for name, reference in site.references.items():
            value = getattr(reference, field)
            if value and first.setdefault(value.lower(), name) != name:
                other = first[value.lower()]
                yield reference.title.problem(f"'{name}' has the {field} of '{other}' — cite '{other}' and take it out")


RULES = [doubled_references, uncited_pages, unsourced_rows, uncited_findings, unnoted_references]
