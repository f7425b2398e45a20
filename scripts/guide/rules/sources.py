"""Rules for what a statement rests on: every page, row and finding names a source, and every source says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.prose import citations
from guide.content.rest import not_whole
from guide.content.site import Site, prose_in
from guide.content.source import Problem, nearest

# What we have not seen ourselves: a reader must know who told us.
SECOND_HAND = "second-hand"
# What we have not read to its end, as `read` in references.yml has it, and the place that says we have.
PARTLY = {"part", "abstract"}
WHOLE = re.compile(r"whole\b", re.IGNORECASE)
OWN = re.compile(r"\bours?\b", re.IGNORECASE)  # our own careful choice
# What a catalogue or a stored copy adds to a title, and nobody finds it by.
COPY = re.compile(
    r"not shown|stored copy|et al\]|colleagues\)|\[internet\]|https?:\S*"
    r"|\bdoi:.*|\b10\.\d{4,9}/\S*|\bPMID\b.*| [-|] pubmed\b.*",
    re.IGNORECASE,
)
PRIVATE = re.compile(
    r"//(?:[\w.-]*[.-])?(?:ezproxy|proxy|sharepoint|onedrive|localhost)\b(?!-)[^/]*"
    r"|//(?:www\.|scholar\.)?google\.[\w.]+/(?!books/)[^?]*"
    r"|//(?:(?:dx\.)?doi\.org|pubmed\.ncbi\.nlm\.nih\.gov)/?$|//[^/.:]+(?=[/:]|$)",
    re.IGNORECASE,
)


def uncited_pages(site: Site) -> Iterator[Problem]:
    """A page in content/ cites a source at least once: [@reference, where]."""
    for page in site.pages.values():
        if page.kind != "docs" and not any(map(citations, prose_in(page))):
            yield page.title.problem("this page names no source — cite at least one: [@reference, where]")


def unsourced_rows(site: Site) -> Iterator[Problem]:
    """A row, a fact, a step of a picture, a sign and a speed say where they are from: cite it, [@reference, where].

    A sign or speed for which no source goes so far says that it is our own careful choice.
    """
    sources = [row.source for page in site.pages.values() for row in page.evidence]
    sources += [number.source for number in site.numbers.values()]
    facts = [fact for page in site.pages.values() for fact in (page.share, page.levels, page.ages)]
    sources += [fact.source for fact in facts if fact]
    for figure in site.figures.values():
        sources += [row.source for row in figure.rows]
        sources += [part.says for part in figure.parts if part.says]
    for text in sources:
        if not citations(text):
            yield text.problem("no source is named here — cite one: [@reference, where]")
    ours = [item.source for card in site.checklist.cards.values() for item in card.items.values()]
    ours += [tier.source for tier in site.settings.tiers.values()]
    for text in ours:
        if not citations(text) and not OWN.search(text):
            yield text.problem(
                "no source is named here — cite one: [@reference, where], or write 'Our own careful choice'"
            )


def uncited_findings(site: Site) -> Iterator[Problem]:
    """What we find of a claim is cited, unless we found nothing, or it is no statement of fact: then say so."""
    for claim in site.article.claims.values():
        if claim.verdict != "no-evidence" and not citations(claim.finding):
            yield claim.finding.problem("what we found names no source — cite one: [@reference, where]")


def unnoted_references(site: Site) -> Iterator[Problem]:
    """A source we know from others only says in a `note` who told us."""
    for name, reference in site.references.items():
        if reference.read == SECOND_HAND and not reference.note and not not_whole(reference):
            yield reference.read.problem(f"'{name}' is known second-hand — add a 'note' that says from whom")
        if found := COPY.search(reference.title):
            yield reference.title.problem(f"'{found[0]}' is no part of a title — take it out", found.start())


def unreachable_sources(site: Site) -> Iterator[Problem]:
    """An address leads each reader to the source, without your library, your account or your own searches."""
    for reference in site.references.values():
        if found := PRIVATE.search(reference.URL):
            message = f"'{found[0]}' leads only you there, or nowhere — copy the address from the page of its publisher"
            yield reference.URL.problem(message, found.start())


def doubled_references(site: Site) -> Iterator[Problem]:
    """One work has one id: two would show it as two sources."""
    for field in ("DOI", "PMID", "URL"):
        first: dict[str, str] = {}
        for name, reference in site.references.items():
            value = getattr(reference, field)
            # An address leads to the same page with "www." and without, with "/" at its end and without.
            value = value and re.sub(r"^https?://(?:www\.)?|/$", "", value.lower())
            if value and first.setdefault(value, name) != name:
                other = first[value]
                yield reference.title.problem(f"'{name}' has the {field} of '{other}' — cite '{other}' and take it out")


def unknown_citations(site: Site) -> Iterator[Problem]:
    """A citation `[@id]` names a source of references.yml: write its id as it stands there, or add the source."""
    known = {*site.references, *site.broken}
    for text in site.prose:
        for citation in citations(text):
            if citation.reference not in known:
                advice = nearest(citation.reference, known)
                yield text.problem(f"no reference '{citation.reference}' — {advice}", citation.at)


def unread_places(site: Site) -> Iterator[Problem]:
    """Only a source of which we read all ('full') is cited as `whole page`: name the part that we read."""
    for text in site.prose:
        for citation in citations(text):
            reference = site.references.get(citation.reference)
            if reference and reference.read in PARTLY and WHOLE.match(citation.where):
                found = (
                    f"'{citation.where}' of '{citation.reference}' is cited, but we read only '{reference.read}' of it"
                )
                advice = "name the part we read, or read all of it and say 'read: full'"
                yield text.problem(f"{found} — {advice}", citation.at)


def uncited_references(site: Site) -> Iterator[Problem]:
    """Each source is one that a page cites: cite it, or take it out."""
    if site.broken:
        return  # what could not be read may hold the link
    cited = {citation.reference for text in site.prose for citation in citations(text)}
    for name, reference in site.references.items():
        if name not in cited:
            yield reference.title.problem(f"nobody cites '{name}' — cite it or take it out")


def uncovered_claims(site: Site) -> Iterator[Problem]:
    """Every sentence of the article is taken up by a claim, and no claim names another: give paragraph and sentence."""
    places = {f"{n}.{s + 1}" for n, count in enumerate(site.article.sentences, 1) for s in range(count)}
    for claim in site.article.claims.values():
        if claim.place not in places:
            yield claim.place.problem(f"the article has no sentence {claim.place} — give paragraph and sentence")
    for place in sorted(places - {claim.place for claim in site.article.claims.values()}):
        yield site.article.title.problem(f"no claim takes up sentence {place} of the article — add one")


RULES = [
    unknown_citations,
    unread_places,
    unreachable_sources,
    uncited_references,
    uncovered_claims,
    doubled_references,
    uncited_pages,
    unsourced_rows,
    uncited_findings,
    unnoted_references,
]
