"""Rules across files: each is a small function that yields a problem for everything that breaks it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from guide.content.checklist import Item
from guide.content.fields import ID
from guide.content.files import RESERVED
from guide.content.prose import BLOCK, citations, links
from guide.content.site import Site
from guide.content.source import Problem, nearest
from guide.pages.render import BLOCKS
from guide.rules import (
    anchors,
    cases,
    characters,
    checklist,
    dates,
    drafts,
    inline,
    markup,
    pictures,
    project,
    reading_grade,
    safety,
    shown,
    sources,
    stray,
    structure,
    values,
    widths,
    wording,
)

# Problems of one kind named at once. More help nobody, and to find the nearest words for each takes long.
MOST = 500


def check(site: Site, today: dt.date) -> list[Problem]:
    """Return everything that breaks a rule, sorted by place."""
    if endless := list(islice(markup.endless_texts(site), MOST)):
        return sorted(endless)  # the other rules would take minutes over them
    found = [problem for rule in RULES for problem in islice(rule(site), MOST)]
    found += [problem for rule in dates.BY_DAY for problem in islice(rule(site, today), MOST)]
    return sorted({*found})


def unknown_links(site: Site) -> Iterator[Problem]:
    known = (pages := {*site.pages, *site.broken}) | {*site.glossary}
    named = [text for page in site.pages.values() for text in page.next]
    named += [text for claim in site.seed.claims.values() for text in claim.pages]
    named += [text for item in items(site) for text in item.signs]
    named += [row.page for figure in site.figures.values() for row in figure.rows if row.page]
    named += [text for row in site.disagreements.values() for text in row.pages]
    for text in named:
        if text not in pages:
            yield text.problem(f"no page '{text}' — {nearest(text, site.pages)}")
    for text in site.prose:
        for link in links(text):
            if link.target not in known and ID.fullmatch(link.target):
                swapped = f"the id stands before '|', the words behind it — write [[{link.label}|{link.target}]]"
                unknown = f"no page or word '{link.target}' — {nearest(link.target, known)}"
                yield text.problem(swapped if link.label in known else unknown, link.at)


def items(site: Site) -> Iterator[Item]:
    for card in site.checklist.cards.values():
        yield from card.items.values()


def unknown_citations(site: Site) -> Iterator[Problem]:
    known = {*site.references, *site.broken}
    for text in site.prose:
        for citation in citations(text):
            if citation.reference not in known:
                advice = nearest(citation.reference, known)
                yield text.problem(f"no reference '{citation.reference}' — {advice}", citation.at)


def unknown_blocks(site: Site) -> Iterator[Problem]:
    known = {"pages": site.settings.kinds, "checklist": site.settings.audiences, "card": site.checklist.cards,
             "figure": site.figures}  # fmt: skip
    for page in site.pages.values():
        for block in BLOCK.finditer(page.body or ""):
            if block["name"] not in BLOCKS:
                yield page.body.problem(f"no block '{block['name']}' — {nearest(block['name'], BLOCKS)}", block.start())
            for about in block["about"].split() or [""] * (block["name"] in ("pages", "card", "figure")):
                words = known.get(block["name"], {})
                if block["name"] in BLOCKS and about not in words:
                    message = f"'{{{{ {block['name']} }}}}' can't show '{about}' — {nearest(about, words)}"
                    yield page.body.problem(message, block.start())


def missing_pages(site: Site) -> Iterator[Problem]:
    """Pages that templates link to: home, the lists of words and claims, the list of each kind, what a block names."""
    for kind, about in site.settings.kinds.items():
        if kind == "docs" or about.folder in RESERVED:
            yield about.folder.problem(f"'{kind}' in '{about.folder}' — the engine keeps this name: choose another")
    known = {*site.pages, *site.broken}
    needed = [(site.settings.name, name) for name in ("index", "glossary", "source-article")]
    needed += [(kind.folder, kind.folder) for kind in site.settings.kinds.values()]
    for page in site.pages.values():
        for block in BLOCK.finditer(page.body or ""):
            needed += [(page.title, name) for name in BLOCKS.get(block["name"], [])]
    for text, name in dict.fromkeys(needed):
        if name not in known:
            yield text.problem(f"the page '{name}' is missing, to which this leads — put it into docs/")


def unknown_words(site: Site) -> Iterator[Problem]:
    """Values that must be words of the vocabulary in site.yml."""
    words = site.settings
    used = [(reference.evidence, words.evidence) for reference in site.references.values()]
    used += [(reference.read, words.read) for reference in site.references.values()]
    used += [(term.report, words.reports) for term in site.glossary.values() if term.report]
    used += [(claim.verdict, words.verdicts) for claim in site.seed.claims.values()]
    for card in site.checklist.cards.values():
        used += [(card.tier, words.tiers), (card.audience, words.audiences)]
    for page in site.pages.values():
        used += [(figure.measure, words.measures) for figure in page.evidence]
        if page.group and page.kind in words.kinds:
            used.append((page.group, words.kinds[page.kind].groups))
    used += [(figure.measure, words.measures) for figure in site.figures.values() if figure.measure]
    for value, known in used:
        if value not in known:
            yield value.problem(f"'{value}' is not in site.yml — {nearest(value, known)}")
    for name in (name for panel in site.checklist.paper for name in panel):
        if name not in site.checklist.cards:
            yield name.problem(f"no card '{name}' — {nearest(name, site.checklist.cards)}")


def wrong_sections(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        kind = site.settings.kinds.get(page.kind)
        known = kind.sections if kind else {}
        for section in page.sections:
            if section not in known:
                yield section.problem(f"unknown section '{section}' — {nearest(section, known)}")
        for section in known.keys() - page.sections.keys():
            about = known[section].about or known[section].label
            yield page.title.problem(f"the section '{section}' is missing — add it: {about}")
        if kind and kind.groups and page.group is None:
            yield page.title.problem(f"'group' is missing — {nearest('', kind.groups)}")


def uncited_references(site: Site) -> Iterator[Problem]:
    if site.broken:
        return  # what could not be read may hold the link
    cited = {citation.reference for text in site.prose for citation in citations(text)}
    for name, reference in site.references.items():
        if name not in cited:
            yield reference.title.problem(f"nobody cites '{name}' — cite it or take it out")


def unlinked_pages(site: Site) -> Iterator[Problem]:
    if site.broken:
        return  # what could not be read may hold the link
    linked = {link.target for text in site.prose for link in links(text)}
    linked |= {target for page in site.pages.values() for target in page.next}
    linked |= {item.signs[0] for item in items(site)}
    blocks = [block for page in site.pages.values() for block in BLOCK.finditer(page.body or "")]
    shown = {kind for block in blocks if block["name"] == "pages" for kind in block["about"].split()}
    for page in site.pages.values():
        if page.id != "index" and page.id not in linked and page.kind not in shown:
            yield page.title.problem(f"nothing links to '{page.id}' — link it with [[{page.id}]]")


def unused_terms(site: Site) -> Iterator[Problem]:
    if site.broken:
        return  # what could not be read may hold the link
    linked = {link.target for text in site.prose for link in links(text)}
    for name, term in site.glossary.items():
        if name not in linked and not term.report:
            yield term.term.problem(f"no page links to the word '{name}' — link it with [[{name}]] or take it out")


def uncovered_claims(site: Site) -> Iterator[Problem]:
    """Every sentence of the seed article is taken up by a claim."""
    places = {f"{n}.{s + 1}" for n, count in enumerate(site.seed.sentences, 1) for s in range(count)}
    for claim in site.seed.claims.values():
        if claim.place not in places:
            yield claim.place.problem(f"the article has no sentence {claim.place} — give paragraph and sentence")
    for place in sorted(places - {claim.place for claim in site.seed.claims.values()}):
        yield site.seed.title.problem(f"no claim takes up sentence {place} of the article — add one")


RULES = [
    *markup.RULES,
    *stray.RULES,
    *structure.RULES,
    *inline.RULES,
    *wording.RULES,
    *pictures.RULES,
    *values.RULES,
    *shown.RULES,
    *anchors.RULES,
    unknown_links,
    unknown_citations,
    unknown_blocks,
    missing_pages,
    unknown_words,
    wrong_sections,
    uncited_references,
    unlinked_pages,
    unused_terms,
    dates.impossible_dates,
    uncovered_claims,
    *checklist.RULES,
    *reading_grade.RULES,
    *cases.RULES,
    *sources.RULES,
    *drafts.RULES,
    *characters.RULES,
    *project.RULES,
    *safety.RULES,
    *widths.RULES,
]
