"""Rules that what is written reaches a reader: each yields a problem for what would stand on no page."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.prose import BLOCK
from guide.content.site import Page, Site
from guide.content.source import Problem, Text

# Blocks that lead to files → by which word site.yml publishes these.
OFFERS = {"data-files": "data", "review-sheets": "review-sheets"}


def blocks(site: Site) -> dict[str, set[str]]:
    """Return every block that stands on a page, with what it is about."""
    found: dict[str, set[str]] = {}
    for page in site.pages.values():
        for block in BLOCK.finditer(page.body or ""):
            found.setdefault(block["name"], set()).update(block["about"].split())
    return found


def shows(site: Site, page: Page, what: str) -> bool:
    """Whether pages of this kind have a section that shows cards, evidence or facts."""
    kind = site.settings.kinds.get(page.kind)
    return kind is not None and any(what in section.shows for section in kind.sections.values())


def hidden_cards(site: Site) -> Iterator[Problem]:
    """A sign of the checklist names pages: each has a section that shows it there."""
    for name in (name for _, item in site.checklist.items for name in item.signs):
        if name in site.pages and not shows(site, site.pages[name], "cards"):
            kind = site.pages[name].kind
            message = f"'{name}' is a page of '{kind}', and none of their sections shows cards"
            yield name.problem(f"{message} — add 'shows: [cards]' to one in site.yml, or name another page")


def hidden_evidence(site: Site) -> Iterator[Problem]:
    """Rows of evidence stand in a section that shows them: add `shows: [evidence]` to one of the kind's in site.yml."""
    for page in site.pages.values():
        if page.evidence and not shows(site, page, "evidence"):
            message = f"figures for a table, and no section of '{page.kind}' shows them"
            yield page.evidence[0].measure.problem(f"{message} — add 'shows: [evidence]' to one in site.yml")


def hidden_facts(site: Site) -> Iterator[Problem]:
    """Facts (share, levels, ages) stand in a section that shows them: add `shows: [facts]` to one of the kind's in
    site.yml. `words_first` puts words above facts: take it out where there are none.
    """
    for page in site.pages.values():
        facts = [fact for fact in (page.share, page.levels, page.ages) if fact]
        if facts and not shows(site, page, "facts"):
            message = f"facts to be drawn, and no section of '{page.kind}' shows them"
            yield facts[0].source.problem(f"{message} — add 'shows: [facts]' to one in site.yml, or take them out")
        if page.words_first and not facts:
            yield page.title.problem("'words_first' puts words above the facts, and this page has none — take it out")


def empty_tables(site: Site) -> Iterator[Problem]:
    """`{{ evidence tests }}` has figures to show, and what stands `before` a figure has a `column` to stand in."""
    full = {page.kind for page in site.pages.values() if page.evidence}
    for page in site.pages.values():
        body = page.body or Text("")
        for block in BLOCK.finditer(body):
            asked = block["about"].split() if block["name"] == "evidence" and not site.broken else ()
            for kind in asked:
                if kind in site.settings.kinds and kind not in full:
                    message = f"no page of '{kind}' has a figure for this table — write 'evidence' into one"
                    yield body.problem(f"{message}, or take the block out", block.start())
    for name, measure in site.settings.measures.items():
        if measure.before and not measure.column:
            yield measure.before.problem(f"'{name}' stands in no table side by side — add 'column', or take this out")


def doubled_shows(site: Site) -> Iterator[Problem]:
    """One section of a kind shows the cards, and one the evidence: twice on a page they would contradict each other."""
    for kind in site.settings.kinds.values():
        taken = set()
        for section in kind.sections.values():
            for what in section.shows:
                if what in taken:
                    yield what.problem(f"another section shows {what} already — keep one")
                taken.add(what)


def hidden_pictures(site: Site) -> Iterator[Problem]:
    """Each picture stands on a page: by its id, or below a section of a page that one of its rows is about."""
    if site.broken:
        return  # what could not be read may show it
    seen = set(blocks(site).get("figure", ()))
    sections = {section for kind in site.settings.kinds.values() for section in kind.sections}
    for page in site.pages.values():
        if page.kind in site.settings.kinds:
            seen.update(page.figures)
    for name, figure in site.figures.items():
        kinds = [site.pages[row.page].kind for row in figure.rows if row.page in site.pages]
        under = any(figure.under in site.settings.kinds[kind].sections for kind in kinds if kind in site.settings.kinds)
        if name not in seen and not under and figure.under in (None, *sections):
            yield name.problem(f"no page shows the picture '{name}' — write {{{{ figure {name} }}}} in one")


def undrawn_parts(site: Site) -> Iterator[Problem]:
    """A picture holds only what its drawing shows, or what stands below it in words."""
    for figure in site.figures.values():
        if figure.draw != "intervals":
            for text in filter(None, (figure.measure, *(group.label for group in figure.groups))):
                yield text.problem("only the drawing 'intervals' picks its rows — write them into 'rows'")
        if figure.draw in ("bars", "people") and not figure.rows:
            yield figure.draw.problem(f"'{figure.draw}' has nothing to draw — give it 'rows'")
        for part in figure.parts:
            if figure.draw in ("bars", "people", "intervals") and not part.says:
                yield part.label.problem(f"'{figure.draw}' draws rows only — add 'says', or take it out")
            if figure.draw != "cord" and part.points:
                yield part.points[0].problem(f"'{figure.draw}' points at nothing — take the line out")


def empty_headings(site: Site) -> Iterator[Problem]:
    """A kind, a group of pages and a group of words have something below their headings."""
    if site.broken:
        return  # it may stand in what could not be read
    for name, kind in site.settings.kinds.items():
        groups = {page.group for page in site.pages.values() if page.kind == name}
        if not groups:
            yield kind.label.problem(f"no page is of the kind '{name}' — add one, or take it out")
        for group in kind.groups.keys() - groups if groups <= kind.groups.keys() else ():
            yield group.problem(f"no page of '{name}' is in the group '{group}' — put one there, or take it out")
    for name in site.settings.reports if "scan-words" in blocks(site) else ():
        if not any(term.report == name for term in site.glossary.values()):
            yield name.problem(f"no word of the glossary is in '{name}' — put one there, or take it out")


def hidden_meanings(site: Site) -> Iterator[Problem]:
    """What a word means for who reads it on a report stands among the words on reports only."""
    for term in site.glossary.values():
        if term.means and not term.report:
            yield term.means.problem(
                "shown only with a group of words on reports — add 'report', or move it to 'meaning'"
            )


def unshown_parts(site: Site) -> Iterator[Problem]:
    """What each shared file says stands on a page, by its block."""
    if site.broken:
        return  # what could not be read may show it
    there = blocks(site)
    parts = {
        "paper-card": next((name for one in site.leaflets.leaflets.values() for name in one.pocket), None),
        "emergency-numbers": next(iter(site.numbers), None),
        "ambulance-numbers": site.ambulance.source,
        "disagreements": next(iter(site.disagreements), None),
        "references": next(iter(site.references), None),
        "glossary": next(iter(site.glossary), None),
        "questions": next((ask.words[0] for page in site.pages.values() for ask in page.asks), None),
        "claims": next(iter(site.article.claims), None),
        "changes": site.changes,
        "scan-words": next((term.means for term in site.glossary.values() if term.means), None),
    }
    for block, first in parts.items():
        if first and block not in there:
            yield first.problem(f"no page shows this — write {{{{ {block} }}}} on a page in docs/")


def unpublished(site: Site) -> Iterator[Problem]:
    """A page offers only what `publish` in site.yml names: take the block out, or the page away, or name it there."""
    for page in site.pages.values():
        for block in BLOCK.finditer(page.body or ""):
            what = OFFERS.get(block["name"])
            if what and what not in site.settings.publish and page.body:
                advice = f"take this away, or write {what} into 'publish' there"
                yield page.body.problem(f"site.yml does not publish '{what}' — {advice}", block.start())


def lost_fields(site: Site) -> Iterator[Problem]:
    """A page of docs/ says all in its body, so that 'group' would be lost; a page of content/ in its sections."""
    for page in site.pages.values():
        if page.kind == "docs" and page.group:
            yield page.group.problem("a page in docs/ is in no group — take the line out")
        if page.kind != "docs" and page.body:
            yield page.body.problem("a page in content/ has no body — write the words into its sections")


RULES = [
    hidden_cards,
    hidden_evidence,
    hidden_facts,
    empty_tables,
    doubled_shows,
    hidden_pictures,
    undrawn_parts,
    empty_headings,
    hidden_meanings,
    unshown_parts,
    unpublished,
    lost_fields,
]
