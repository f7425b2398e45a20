"""What an editor wrote stands on the built pages it is for, word by word: no template loses, swaps or shortens it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import mini
from guide.content.leaflet import Leaflet, LeafletCard
from guide.content.load import load
from guide.content.prose import BLOCK, citations, plain_text, split
from guide.content.shared_on import figures_on
from guide.content.site import Page, Site, prose_in, texts_in
from guide.figures.rows import rows_of
from guide.pages.format import day
from guide.pages.render import render
from html_page import Element, address_of, article

# What a page makes something else of: marks, emphasis, the signs of lists, headings, tables and quotations.
MARKS = re.compile(
    r"\[@[^\[\]]*\]|\[\[[^\[\]|]*\]\]|\[\[[^\[\]|]*\||\]\]|\*+|`|\{\{.*?\}\}|\{ ?[:#].*?\}|\n(?: *(?:-|\d+\.|#+|>) )?"
    r"|^(?:-|\d+\.|#+|>) |\|(?:[ :-]+\|)*"
)


def pieces(text: str) -> list[str]:
    """The words of a text as they stand on a page, between one mark and the next."""
    return [words for part in MARKS.split(text) if (words := " ".join(part.split()))]


def words_of(page: Element) -> str:
    return " ".join(article(page).without("drawing").text().split())  # what a drawing alone says, not all hear


def lost(texts: Iterable[str | None], *pages: Element) -> list[str]:
    """The words that stand on none of these pages."""
    shown = [words_of(page) for page in pages]
    return [words for text in texts if text for words in pieces(text) if not any(words in one for one in shown)]


def of_pages(site: Site, page: Page) -> Iterator[str | None]:
    """Yield what stands on a page because of its own file and its kind, and what each but a leaflet's says first."""
    yield from prose_in(page)
    if page.id not in site.leaflets.leaflets:
        yield from (*split(site.settings.emergency), site.settings.emergency_more)
    yield from (f"{number} {name}" for number, name in site.row)
    for fact in filter(None, (page.share, page.levels, page.ages)):
        yield from texts_in([fact.model_copy(update={"named": [], "source": None})])
    yield page.share.amount if page.share else None
    yield from (site.settings.levels[name].label for name in (page.levels.named if page.levels else ()))
    for row in page.evidence:
        yield from (site.settings.measures[row.measure].label, row.value, row.interval, row.people)
        yield from (row.test, row.illness)
    for name in page.next:
        yield site.pages[name].name[1:]
    if kind := site.settings.kinds.get(page.kind):
        yield from (kind.label, kind.note, *(section.label for section in kind.sections.values()))
        yield kind.groups[page.group].label if page.group else None
    for card in site.checklist.cards.values():
        if here := [item for item in card.items.values() if page.id in item.signs]:
            yield from (card.heading, card.lead, card.note, site.settings.tiers[card.tier].step)
            yield site.settings.audiences[card.audience].label
            yield from (text for item in here for text in (item.text, item.source))
    for claim in site.article.claims.values():
        if page.id in claim.pages:
            yield from (claim.says, site.settings.verdicts[claim.verdict].label)
    for name in figures_on(site, page):
        figure = site.figures[name]
        if f"{{{{ picture {name} }}}}" in (page.body or ""):
            yield figure.caption
        else:
            yield from (figure.caption, figure.about)
            yield from (text for part in figure.parts if part.says for text in (part.lane, part.when, part.says))
            yield from (text for row in rows_of(figure, site) for text in (row.label, row.amount, row.people))


def of_leaflet(site: Site, leaflet: Leaflet) -> Iterator[str | None]:
    """Yield what stands on the page of a leaflet: its cards, the speeds, the exact words, and the list to make."""
    asked, tiers, lines = site.checklist, site.settings.tiers, site.leaflets.lines
    yield from (other.label for other in site.leaflets.leaflets.values())
    signs = set()
    for card in leaflet.cards:
        tier = tiers[card.tier]
        yield from (tier.step, card.heading, card.clocks, card.lead, card.note)
        if not card.clocks:  # they stand in the place of the speed's own
            yield from (tier.label, tier.source, f"Ring {tier.ring}, be seen {tier.seen}.")
        yield from (group.label for group in card.groups if len(card.groups) > 1)  # one alone is the card itself
        for line in (lines[name] for group in card.groups for name in group.lines):
            yield line.text
            signs |= {*line.signs}
    for exact in asked.cards.values():
        items = [item for sign, item in exact.items.items() if sign in signs]
        yield from (exact.heading if items else None, *(text for item in items for text in (item.text, item.source)))
    yield from (asked.none.label, asked.none.text, asked.sheet.label, asked.sheet.text, *asked.fields.values())
    yield site.settings.emergency


def of_block(site: Site, name: str, about: list[str]) -> Iterator[str | None]:
    """Yield what a block of a page of docs/ stands for."""
    words, cards = site.settings, site.checklist.cards
    if name == "leaflet":
        yield from of_leaflet(site, site.leaflets.leaflets[about[0]])
    elif name == "card":
        yield from (text for card in about for text in prose_in(cards[card]))
    elif name == "paper-card":
        this = next(page for page in site.pages.values() if "{{ paper-card }}" in (page.body or ""))
        for leaflet in site.leaflets.leaflets.values():
            yield from (leaflet.label, leaflet.cards[0].heading)
            yield from (site.leaflets.lines[line].text for line in leaflet.pocket)
        yield from (f"{number} {name}" for number, name in site.row)
        yield f"{words.name}, {day(this.checked)}. Print again after {day(site.due(this))}."
    elif name == "glossary":
        yield from (text for term in site.glossary.values() for text in (term.term, term.meaning))
    elif name == "scan-words":
        yield from texts_in(words.reports)
        yield from (
            text for term in site.glossary.values() if term.report for text in (term.term, term.meaning, term.means)
        )
    elif name == "disagreements":
        yield from (text for row in site.disagreements.values() for text in (row.topic, *row.sides, row.follow))
    elif name == "emergency-numbers":
        yield from texts_in(site.numbers)
    elif name == "ambulance-numbers":
        yield from texts_in(site.ambulance.model_copy(update={"countries": {}}))
        for one in site.ambulance.countries.values():
            yield from (one.place, one.ambulance, one.others, one.second, one.unknown)
    elif name == "claims":
        yield from texts_in(words.verdicts)
        yield from (text for claim in site.article.claims.values() for text in (claim.says, claim.finding))
    elif name == "references":
        for source in site.references.values():
            yield from (source.title, source.container_title, source.issued and source.issued[:4], source.volume)
            yield from (source.page, source.note, words.evidence[source.evidence].label, words.read[source.read].label)
            yield source.replaced and f"{source.replaced.by} on {day(source.replaced.on)}"
    elif name == "pages":
        for kind in about:
            yield from (text for group in words.kinds[kind].groups.values() for text in (group.label, group.about))
            yield from (page.brief for page in site.pages.values() if page.kind == kind)
    elif name == "changes":
        yield "".join(site.changes.partition("\n## ")[1:])


def test_nothing_that_is_written_is_lost(pages: dict[str, Element], site: Site) -> None:
    missing, blocks = {}, set()
    for page in site.pages.values():
        texts = [*of_pages(site, page)]
        for block in BLOCK.finditer(page.body or ""):
            blocks.add(block["name"])
            texts += of_block(site, block["name"], block["about"].split())
        where = address_of(site.path_of(page))
        there = [
            page for name, page in pages.items() if where == name or (where == "references/" and name.startswith(where))
        ]
        gone = lost(texts, *there)
        missing |= {where: gone} if gone else {}
    assert missing == {}
    assert blocks >= {"leaflet", "card", "paper-card", "glossary", "scan-words", "disagreements", "claims"}
    assert blocks >= {"emergency-numbers", "ambulance-numbers", "references", "pages", "changes"}


def test_the_emergency_line_says_all_that_the_box_says(pages: dict[str, Element], site: Site) -> None:
    """Wherever `[[emergency]]` is written, the signs of the box stand there, and the way to all of them."""
    signs = [plain_text(sign).removesuffix(".") for sign in split(site.settings.emergency)[1:]]
    line = "; ".join(sign[0].lower() + sign[1:] for sign in signs)
    found = 0
    for name, page in pages.items():
        links = [link for link in article(page).find_all("a") if link.text() == "Call your emergency number now"]
        there = re.sub(r"(?<=[a-z])\s*\d+(?:–\d+)?(?=;)", "", words_of(page))  # the numbers of its sources
        assert there.count(f"Call your emergency number now if new or worse: {line}.") == len(links), name
        assert all(link.attrs["href"].endswith("checklist/#now") for link in links), name
        found += len(links)
    written = sum(text.count("[[emergency") for text in site.prose)
    assert found >= written >= 40


@pytest.mark.parametrize("text", ["It is **never** so.", "- One\n- Two never", "See [[lung|never here]] [@a, b]."])
def test_a_lost_word_is_seen(text: str, pages: dict[str, Element]) -> None:
    assert len(lost([text.replace("never", "neverwhere")], pages[""])) >= 1


def says(card: Element) -> list[str]:
    """The pieces of a built card in their order, but for the numbers."""
    parts = [one for one in card.without("headerlink", "cite", "call").find_all() if one.tag in ("h2", "h3", "p", "li")]
    return [" ".join(part.text().split()) for part in parts]


def must_say(card: LeafletCard, site: Site) -> list[str]:
    """What a card of a leaflet says, piece by piece, as it is written."""
    tier, lines = site.settings.tiers[card.tier], site.leaflets.lines
    clocks = card.clocks or f"Ring {tier.ring}, be seen {tier.seen}."
    pieces = [card.heading, f"{clocks} {card.lead or ''}"]
    for group in card.groups:
        pieces += [group.label] if len(card.groups) > 1 else []
        pieces += [lines[name].text for name in group.lines]
    return [plain_text(piece).strip() for piece in [*pieces, card.note] if piece]


def test_each_card_of_a_leaflet_says_its_own_and_nothing_else(pages: dict[str, Element], site: Site) -> None:
    """Its speed too: what stands in another card of the page does not count."""
    for name, leaflet in site.leaflets.leaflets.items():
        shown = article(pages[f"{name}/"]).find_all("section", class_="card")
        assert [card.classes[1] for card in shown] == [*(card.tier for card in leaflet.cards), "none"]
        for built, card in zip(shown[:-1], leaflet.cards, strict=True):
            assert says(built) == must_say(card, site), f"{name}: {card.tier}"


def test_words_in_another_card_are_seen(pages: dict[str, Element], site: Site) -> None:
    now, today = article(pages["checklist/"]).find_all("section", class_="card")[:2]
    urgent, later = site.leaflets.leaflets["checklist"].cards[:2]
    slow = urgent.model_copy(update={"tier": later.tier})
    less = later.model_copy(
        update={"groups": [later.groups[0].model_copy(update={"lines": later.groups[0].lines[1:]})]}
    )
    assert says(now) == must_say(urgent, site) != must_say(slow, site)
    assert says(today) == must_say(later, site) != must_say(less, site)


def rows(page: Element) -> list[dict[str, str]]:
    """The rows of all tables on a page: heading of the column → words of the cell."""
    found = [row.without("cite").find_all("td") for row in article(page).find_all("tr")]
    return [{cell.attrs.get("data-label", ""): cell.text().strip() for cell in cells} for cells in found]


def test_each_figure_and_number_stands_in_its_column(pages: dict[str, Element], site: Site) -> None:
    for page in site.pages.values():
        shown = rows(pages[address_of(site.path_of(page))])
        for row in page.evidence:
            wanted = {"Figure": row.value, "Range": row.interval or "not given", "In whom": row.people}
            wanted |= {"What was measured": site.settings.measures[row.measure].label}
            if row.illness:
                wanted |= {"Looking for": row.illness, "Test": row.test or page.name[0].upper() + page.name[1:]}
            assert any(wanted.items() <= cells.items() for cells in shown), f"{page.id}: {wanted}"
    calls = [(cells["Where"], cells["Emergency"], cells["Urgent advice"]) for cells in rows(pages["numbers/"]) if cells]
    nobody = "your own doctor or nearest clinic"
    assert calls == [(one.place, one.emergency, one.advice or nobody) for one in site.numbers.values()]


def test_clinicians_read_the_figures_of_tests_once_and_as_they_are(pages: dict[str, Element], site: Site) -> None:
    """Side by side, with the interval and the people; what a source says of the other side is not turned round."""
    known = site.settings
    wanted = []
    for page in (page for page in site.pages.values() if site.is_test(page)):
        for one in page.evidence:
            if column := known.measures[one.measure].column:
                before = known.measures[one.measure].before
                said = f"{one.value} (95% CI {one.interval})" if one.interval else one.value
                said = f"{before}: {said}" if before else said
                test = one.test or page.name
                people = f"{one.illness}. {one.people}"
                wanted.append((test[0].upper() + test[1:], people, known.columns[column].label, said))
    shown = []
    for cells in rows(pages["clinicians/"]):
        if people := cells.get("Looking for, in whom"):
            assert cells.keys() == {"Test", "Looking for, in whom", "Source"} | (cells.keys() & labels_of(site))
            for label in cells.keys() & labels_of(site):
                figures = cells[label].split("; ") if cells[label] != "not given" else []
                shown += [(cells["Test"], people, label, said) for said in figures]
    assert sorted(shown) == sorted(wanted)
    assert len(wanted) > 50
    assert {row[2] for row in wanted} == labels_of(site)
    assert any(said.startswith("missed: ") for *_, said in shown)


def labels_of(site: Site) -> set[str]:
    return {str(column.label) for column in site.settings.columns.values()}


COLUMNS = """measures:
  found: {label: Found, column: sensitivity}
  missed: {label: Missed, column: sensitivity, before: missed}
  cleared: {label: Cleared, column: specificity}
  times: {label: Times, column: ratio}
  share: {label: Share}
columns:
  ratio: {label: Ratio}
  sensitivity: {label: Sensitivity}
  specificity: {label: Specificity}
"""
FIGURES = """evidence:
  - {measure: found, value: 9 in 100, interval: 8 to 10, people: All, source: "[@smith-2020, abstract]"}
  - {measure: cleared, value: 7 in 100, people: All, source: "[@smith-2020, abstract]"}
  - {measure: missed, value: 3 in 100, people: Some, source: "[@smith-2020, abstract]"}
  - {measure: times, value: "1.5", people: All of them, source: "[@smith-2020, abstract]"}
  - {measure: share, value: 2 in 100, people: All, source: "[@smith-2020, abstract]"}
next:"""


def test_figures_of_the_same_people_stand_side_by_side(tmp_path: Path) -> None:
    edits: dict[str, tuple[str, str] | str | None] = {
        "content/site.yml": ("measures:\n  share: {label: Share}\n", COLUMNS),
        "content/tests/mri.yml": ("next:", FIGURES),
        "docs/index.md": ("Hello.", "{{ evidence tests }}"),
    }
    text = render(load(mini.write(tmp_path, edits))[0])["index.md"]
    lines = [
        re.sub(r"\{:[^}]*\}|<sup.*?</sup>|\]\([^)]*\)|\[", "", line) for line in text.split("\n") if line[:1] == "|"
    ]
    tables = [[cell.strip() for cell in line.split("|")[1:-2]] for line in lines if "---" not in line][:5]
    assert tables == [
        ["Sign", "In whom", "Ratio"],
        ["MRI scan", "All of them", "1.5"],
        ["Sign", "In whom", "Sensitivity", "Specificity"],
        ["MRI scan", "All", "9 in 100 (95% CI 8 to 10)", "7 in 100"],
        ["MRI scan", "Some", "missed: 3 in 100", "not given"],
    ]


def test_a_page_names_its_reviewer_once_there_is_one(site: Site) -> None:
    """And says until then that there is none, on the paper card too."""
    for reviewer, words in (
        (None, "No clinician has reviewed"),
        ("Dr A, surgeon, 2026-11-22", "Reviewed by Dr A, surgeon"),
    ):
        texts = render(replace(site, settings=site.settings.model_copy(update={"reviewer": reviewer})))
        feet = [text[text.index('<p class="dates"') :] for text in texts.values()]
        feet.append(texts["card.md"].partition("Print again after")[2].partition("</p>")[0])
        assert [foot for foot in feet if words not in foot] == []


def test_each_source_says_where_in_it(pages: dict[str, Element], site: Site) -> None:
    for page in site.pages.values():
        listed = article(pages[address_of(site.path_of(page))]).find_all("ol", class_="sources")
        places = {one.where for text in prose_in(page) for one in citations(text) if one.where}
        shown = " ".join(listed[0].text().split()) if listed else ""
        assert [where for where in places if " ".join(where.split()) not in shown] == [], page.id


def test_a_word_with_a_page_of_its_own_leads_there(pages: dict[str, Element], site: Site) -> None:
    listed = article(pages["glossary/"]).find_all("dl")[0].children
    parts = [part for part in listed if isinstance(part, Element)]
    ways = {
        term.attrs["id"]: [a.attrs["href"] for a in about.find_all("a")]
        for term, about in zip(parts[::2], parts[1::2], strict=True)
    }
    both = site.glossary.keys() & site.pages.keys()
    assert both
    for name in both:
        assert f"../{address_of(site.path_of(site.pages[name]))}" in ways[name], name
