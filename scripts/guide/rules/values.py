"""Rules for single fields: each yields a problem for a value that has its form and yet can't be what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from guide.content.amount import NUMBER, read_amount, read_interval
from guide.content.rest import not_whole
from guide.content.site import Site, prose_in
from guide.content.source import Problem, Text
from guide.content.vocabulary import Entry, Kind
from guide.content.wordings import bare, key

# Of how many people a share may be: there are as many dots.
SHARES = (100, 1000)
IN_ADDRESS = {"DOI": re.compile(r"\b(10\.\d{4,9}/[^?#&]+)"),
              "PMID": re.compile(r"(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|article/MED)/(\d+)", re.IGNORECASE),
              "PMCID": re.compile(r"/(PMC\d+)", re.IGNORECASE)}  # fmt: skip
PER = re.compile(r"in (1(?:,?0)+)\b")  # how many people a row of a picture counts
ADDED = re.compile(r"[/.](?!\d)|$")


def contradicting_addresses(site: Site) -> Iterator[Problem]:
    """A source's address names the same work as its DOI, PMID or PMCID."""
    for reference in site.references.values():
        address = unquote(reference.URL)
        for field, form in IN_ADDRESS.items():
            value, found = getattr(reference, field), form.search(address)
            same = value and found and found[1].lower().startswith(value.lower())
            # Behind it may stand what a publisher adds: "/full", ".pdf".
            if value and found and not (same and ADDED.match(found[1], len(value))):
                message = f"the {field} is {value}, but the address leads to {found[1]} — mend the one that is wrong"
                yield value.problem(message)


def nobody_and_others(site: Site) -> Iterator[Problem]:
    """`et_al` stands for more authors than are named: name the first ones, or take it out."""
    for reference in site.references.values():
        if reference.et_al and not reference.author and not not_whole(reference):
            yield reference.et_al.problem("et_al without an author — name the first authors, or take it out")


def doubled_names(site: Site) -> Iterator[Problem]:
    """A list of ids or words names each once, and a page does not send its reader to itself."""
    lists = [names for page in site.pages.values() for names in (page.next, page.also, page.figures)]
    lists += [page.levels.named for page in site.pages.values() if page.levels]
    lists += [claim.pages for claim in site.article.claims.values()]
    lists += [row.pages for row in site.disagreements.values()]
    lists += [item.signs for _, item in site.checklist.items]
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
        words.columns,
        words.reports,
        words.tiers,
        words.audiences,
        words.kinds,
    ]
    lists += [part for kind in words.kinds.values() for part in (kind.groups, kind.sections)]
    texts = [[entry.label for entry in entries.values()] for entries in lists]
    texts += [[kind.folder for kind in words.kinds.values()]]
    texts += [[number.place for number in site.numbers.values()]]
    texts += [[country.place for country in site.ambulance.countries.values()]]
    for known in texts:
        first = set()
        for text in known:
            if text.lower() in first:
                yield text.problem(f"'{text}' stands for something else here already — choose other words")
            first.add(text.lower())
    terms: dict[str, Text] = {}
    for term in (one.term for one in site.glossary.values()):
        if (other := terms.setdefault(key(bare(term)), term)) is not term:
            yield term.problem(f"'{term}' stands here as '{other}' already — keep one, or choose other words")


def misplaced_measures(site: Site) -> Iterator[Problem]:
    """A row measures what pages of its kind do (`measures` in site.yml), and one of a test names the `illness`."""
    for page in site.pages.values():
        for row in page.evidence:
            one = site.settings.measures.get(row.measure)
            if one and one.kind not in (None, page.kind):
                yield row.measure.problem(
                    f"'{row.measure}' is measured on pages of '{one.kind}', not of '{page.kind}' — take one that is"
                )
            if site.is_test(page) and not row.illness:
                yield row.measure.problem("a test is right about one illness only — add 'illness': what it looked for")
            for text in filter(None, (row.test, row.illness) if not site.is_test(page) else ()):
                yield text.problem("shown on the page of a test only — take the line out, or write it into 'people'")


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
            span, amount = read_interval(one.interval or ""), read_amount(one.value)
            if not one.interval or not span:
                continue
            # A share of some people may have its range in percent: only what is in percent itself is compared.
            number = amount.number if amount and amount.per in (None, 100) else None
            if not span[0] <= (span[0] if number is None else number) <= span[1]:
                message = f"the figure {one.value} with the range {one.interval}"
                yield one.interval.problem(f"{message} — write the lower end first, and check all")


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
            for part, whole in re.findall(rf"\b({NUMBER}) of ({NUMBER})\b", row.value):
                if float(part.replace(",", "")) > float(whole.replace(",", "")):
                    yield row.value.problem(
                        f"{part} of {whole} is more than all — write the part first, then the whole"
                    )


def absent_terms(site: Site) -> Iterator[Problem]:
    """A term that the reading grade leaves out stands on its page: misspelled it would do nothing."""
    for page in site.pages.values():
        if page.unavoidable and not any(page.unavoidable.lower() in text.lower() for text in prose_in(page)):
            yield page.unavoidable.problem(f"'{page.unavoidable}' does not stand on this page — write it as there")


def doubled_rows(site: Site) -> Iterator[Problem]:
    """A row of evidence stands once on its page: what differs from another says so in `people`, `test` or `illness`.

    The same with another value is what a merge leaves: keep the one that the source has.
    """
    for page in site.pages.values():
        rows = [(*(str(value) for _, value in row),) for row in page.evidence]
        values: dict[tuple[str, ...], str] = {}
        for n, row in enumerate(page.evidence):
            said = tuple(str(held) for field, held in row if field not in ("value", "interval"))
            if rows[n] in rows[:n]:
                yield row.measure.problem("the same figure stands above already — keep one, or say what differs")
            elif said in values:
                message = f"{row.value} here and {values[said]} above are of the same people and source"
                yield row.value.problem(f"{message} — keep the one that the source has, or say what differs")
            values.setdefault(said, row.value)


def parts_over_all(site: Site) -> Iterator[Problem]:
    """Parts of the spine are no more than all together, for several at once have a row of their own: look each up."""
    for figure in site.figures.values():
        parts: dict[tuple[str, str], list[float]] = {}
        for row in figure.rows if figure.draw == "spine" else ():
            several = parts.setdefault((row.unit, row.people), [])
            several.append(row.value)
            whole = float(unit[1].replace(",", "")) if (unit := PER.match(row.unit)) else float("inf")
            if sum(several) - row.value <= whole + len(several) < sum(several):  # each may have been rounded up
                message = f"with '{row.label}' the parts are {sum(several):g} {row.unit}: more than all"
                yield row.label.problem(f"{message} — look each up in the source")


RULES = [
    contradicting_addresses,
    nobody_and_others,
    doubled_names,
    doubled_labels,
    misplaced_measures,
    upside_down_ranges,
    impossible_shares,
    more_than_all,
    doubled_rows,
    parts_over_all,
    absent_terms,
]
