"""Rules for single fields: each yields a problem for a value that has its form and yet can't be what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from guide.content.emergency_numbers import NUMBER
from guide.content.files import fault
from guide.content.site import Site, prose_in
from guide.content.source import Problem, Text
from guide.content.vocabulary import Entry, Kind
from guide.rules.characters import not_used
from guide.rules.markup import hide

# What may stand beside the numbers of an emergency line. A digit may not, nor a letter O that stands for one.
ODD = re.compile(r"[^ -~’A-Za-zÀ-ɏ]")
LEFT = re.compile(r"[0-9]|\b[Oo]{2,}\b|\+")
# What an editor took for a number: from the space before it to the first word behind its digits.
MEANT = re.compile(r"\S+(?: [0-9(O]\S*)*(?: \w+)?")
WITH_SIGNS = re.compile(r"\+?[0-9()/. –-]*[0-9]")
# Of how many people a share may be: there are as many dots.
SHARES = (100, 1000)
INTERVAL = re.compile(r"(\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)")
IN_ADDRESS = {"DOI": re.compile(r"\b(10\.\d{4,9}/[^?#&]+)"),
              "PMID": re.compile(r"(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|article/MED)/(\d+)", re.IGNORECASE),
              "PMCID": re.compile(r"/(PMC\d+)", re.IGNORECASE)}  # fmt: skip


def undiallable_numbers(site: Site) -> Iterator[Problem]:
    """In a line with numbers to call every digit belongs to one of them, so that what is dialled is what is read."""
    for country in site.ambulance.countries.values():
        for text in filter(None, (country.ambulance, country.others, country.second)):
            yield from _undiallable(text)
    yield from _undiallable(site.ambulance.anywhere)
    for number in site.numbers.values():
        found = [_mistake(text) for text in (number.emergency, number.advice) if text]
        yield from filter(None, found)
        if not NUMBER.search(number.emergency) and not any(found):
            yield number.emergency.problem("no number to call — write one in digits, such as 112 or 999")
        advice = number.advice or Text("")
        for one in NUMBER.finditer(advice):
            if len(one[0]) < 3:
                message = f"'{one[0]}' is too short for an advice line — write other figures in words: day and night"
                yield advice.problem(message, one.start())
        if digit := re.search(r"\d", number.place):
            yield number.place.problem("a country's name has no digits — numbers go into 'emergency'", digit.start())


def lost_numbers(site: Site) -> Iterator[Problem]:
    """The page for a wrong address offers the same row of numbers as every other: write each into it."""
    strip = {number.first: number.strip for number in site.numbers.values() if number.strip}
    for first, name in strip.items():
        link = f'<a href="tel:{first}"><strong>{first}</strong> {name}</a>'
        if link not in site.lost.text:
            yield name.problem(f"'{name}' is not on the page for a wrong address — write {link} in {site.lost.path}")
    for found in re.finditer(r'href="tel:([^"]*)"', site.lost.text):
        if found[1] not in strip:
            there = Text(found[1], site.lost, found.start(1))
            yield there.problem(
                f"no country has '{found[1]}' in the row of numbers — take it out, or add 'strip' there"
            )


def _undiallable(text: Text) -> Iterator[Problem]:
    """Yield what is wrong with a line that must have a number in it."""
    if found := _mistake(text):
        yield found
    elif not NUMBER.search(text):
        yield text.problem("no number to call — write one in digits, such as 112 or 999")


def _mistake(text: Text) -> Problem | None:
    if odd := ODD.search(text):
        why = fault(odd[0])  # the same words as in other texts, so that one slip is told once
        return text.problem(f"{why} — take it out" if why else not_used(odd[0]), odd.start())
    left = LEFT.search(NUMBER.sub(hide, text))
    if not left:
        return None
    start = text.rfind(" ", 0, left.start()) + 1
    meant = (MEANT.match(text, start) or left)[0]
    for part in meant.split():
        if re.search(r"[A-Za-z][0-9]|[0-9][A-Za-z]|^[Oo]{2,}", part):
            return text.problem(f"'{part}' has a letter where a digit belongs — is it a zero, or a one?", start)
    signs = WITH_SIGNS.match(meant)
    if signs and signs[0].strip("0123456789 ") and meant[signs.end() :].strip() in ("", "or", "and", "for", "in"):
        digits = re.sub(r"[^0-9+]+", " ", signs[0].replace("(0)", "")).strip()
        for way in (digits, digits.replace(" ", "")):
            if len(way) > 6 and NUMBER.fullmatch(way):
                return text.problem(f"'{signs[0]}' can't be dialled so — write {way}", start)
    advice = "write each number by itself, a comma or 'or' behind it, and other figures in words: 811, day and night"
    return text.problem(f"'{meant}' can't be dialled — {advice}", start)


def contradicting_addresses(site: Site) -> Iterator[Problem]:
    """A source's address names the same work as its DOI, PMID or PMCID."""
    for reference in site.references.values():
        for field, form in IN_ADDRESS.items():
            value, found = getattr(reference, field), form.search(unquote(reference.URL))
            # Behind it may stand what a publisher adds: "/full", ".pdf".
            if value and found and not re.match(rf"{re.escape(value)}(?:[/.](?!\d)|$)", found[1], re.IGNORECASE):
                message = f"the {field} is {value}, but the address leads to {found[1]} — mend the one that is wrong"
                yield value.problem(message)


def nobody_and_others(site: Site) -> Iterator[Problem]:
    """`et_al` stands for more authors than are named: name the first ones, or take it out."""
    for reference in site.references.values():
        if reference.et_al and not reference.author:
            yield reference.et_al.problem("et_al without an author — name the first authors, or take it out")


def doubled_names(site: Site) -> Iterator[Problem]:
    """A list of ids or words names each once, and a page does not send its reader to itself."""
    lists = [names for page in site.pages.values() for names in (page.next, page.also, page.figures)]
    lists += [page.levels.named for page in site.pages.values() if page.levels]
    lists += [claim.pages for claim in site.article.claims.values()]
    lists += [row.pages for row in site.disagreements.values()]
    lists += [item.signs for card in site.checklist.cards.values() for item in card.items.values()]
    lists += [leaflet.pocket for leaflet in site.leaflets.leaflets.values()]
    for names in lists:
        for n, name in enumerate(names):
            if name in names[:n]:
                yield name.problem(f"'{name}' stands twice in this list — keep one")
    for page in site.pages.values():
        yield from (to.problem("the page leads to itself — name another") for to in page.next if to == page.id)


def doubled_labels(site: Site) -> Iterator[Problem]:
    """Two words of a vocabulary that read alike are one to a reader; two kinds can't share a folder."""
    words = site.settings
    lists: list[Mapping[Text, Entry | Kind]] = [
        words.evidence,
        words.read,
        words.verdicts,
        words.measures,
        words.reports,
        words.tiers,
        words.audiences,
        words.kinds,
    ]
    lists += [part for kind in words.kinds.values() for part in (kind.groups, kind.sections)]
    texts = [[entry.label for entry in entries.values()] for entries in lists]
    texts += [[kind.folder for kind in words.kinds.values()], [term.term for term in site.glossary.values()]]
    texts += [[number.place for number in site.numbers.values()]]
    texts += [[country.place for country in site.ambulance.countries.values()]]
    for known in texts:
        first = set()
        for text in known:
            if text.lower() in first:
                yield text.problem(f"'{text}' stands for something else here already — choose other words")
            first.add(text.lower())


def upside_down_ranges(site: Site) -> Iterator[Problem]:
    """A range has two ends, the lower one first, and the value between them."""
    for figure in site.figures.values():
        for row in figure.rows:
            ends = [end for end in (row.low, row.value, row.high) if end is not None]
            if len(ends) == 2:
                yield row.label.problem(f"'{row.label}' has one end of a range — give 'low' and 'high', or neither")
            elif len(ends) == 3 and row.low == row.high:
                yield row.label.problem(
                    f"'{row.label}' has a range of no width — take out 'low' and 'high', or mend them"
                )
            elif ends != sorted(ends):
                yield row.label.problem(
                    f"'{row.label}' lies outside its range — give 'low', 'value' and 'high' in order"
                )
    for page in site.pages.values():
        for one in page.evidence:
            if one.interval and (span := INTERVAL.fullmatch(one.interval)):
                value = float(one.value) if re.fullmatch(r"\d+(\.\d+)?", one.value) else float(span[1])
                if not float(span[1]) <= value <= float(span[2]):
                    message = (
                        f"the figure {one.value} with the range {span[0]} — write the lower end first, and check all"
                    )
                    yield one.interval.problem(message)


def impossible_shares(site: Site) -> Iterator[Problem]:
    """A share is counted in 100 or in 1,000 people, and no end of it is more than all: `low` first, then `high`."""
    for page in site.pages.values():
        if not (share := page.share):
            continue
        if share.of not in SHARES:
            yield share.who.problem(f"a share of {share.of} can't be compared — write it of 100, or of 1000")
        elif share.high is not None and share.low == share.high:
            yield share.who.problem("'low' and 'high' are the same — take out 'high'")
        elif not share.low <= (share.high or share.low) <= share.of:
            ends = f"{share.low} to {share.high}" if share.high else share.low
            yield share.who.problem(f"{ends} of {share.of} can't be — write 'low' first, and 'of' no smaller than both")


def more_than_all(site: Site) -> Iterator[Problem]:
    """Of a group, at most all: "213 of 482" has the part first, then the whole."""
    for page in site.pages.values():
        for row in page.evidence:
            for part, whole in re.findall(r"\b([\d,]+) of ([\d,]+)\b", row.value):
                if int(part.replace(",", "")) > int(whole.replace(",", "")):
                    yield row.value.problem(
                        f"{part} of {whole} is more than all — write the part first, then the whole"
                    )


def absent_terms(site: Site) -> Iterator[Problem]:
    """A term that the reading grade leaves out stands on its page: misspelled it would do nothing."""
    for page in site.pages.values():
        if page.unavoidable and not any(page.unavoidable.lower() in text.lower() for text in prose_in(page)):
            yield page.unavoidable.problem(f"'{page.unavoidable}' does not stand on this page — write it as there")


RULES = [
    undiallable_numbers,
    lost_numbers,
    contradicting_addresses,
    nobody_and_others,
    doubled_names,
    doubled_labels,
    upside_down_ranges,
    impossible_shares,
    more_than_all,
    absent_terms,
]
