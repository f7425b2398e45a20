"""Site → what is published as JSON, as models: pages, and what several pages share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from guide.content.amount import read_amount, read_interval
from guide.content.prose import EMERGENCY, INLINE, citations, plain_text
from guide.content.search import Ask
from guide.content.site import Evidence, Page, Site
from guide.data import records
from guide.data.csl import csl
from guide.data.records import Cited, Figure, Source, Statement
from guide.data.shared_records import Call, ReferencesFile
from guide.data.twin import Twin

# The page that shows a shared file: who checks it has read the file too.
SHOWN_ON = {"emergency-numbers": "numbers"}
TERMS = (
    "Published advice, the same for everyone. It is information and not a medical device. Show a sign with its card's "
    "heading, and do not score, weigh or combine signs: what that could make of it stands in REGULATORY.md of the "
    "repository."
)


def said(site: Site, text: str) -> str:
    """Return prose as plain words, the emergency line written out where it stands."""

    def line(mark: re.Match[str]) -> str:
        target, _, place = (mark["link"] or "").partition("#")
        return site.emergency_line(place) if target == EMERGENCY else mark[0]

    return plain_text(INLINE.sub(line, text))


def cited(text: str) -> list[Cited]:
    found = dict.fromkeys((one.reference, one.where) for one in citations(text))
    return [Cited(reference=reference, where=where or None) for reference, where in found]


def statement(site: Site, text: str) -> Statement:
    return Statement(text=said(site, text), sources=cited(text))


def figure(row: Evidence) -> Figure:
    """Return a row of evidence with its numbers. A rule has seen that it can be read."""
    amount, interval = read_amount(row.value), read_interval(row.interval or "")
    if amount is None:
        raise ValueError(f"{row.value!r} can't be read")
    return Figure(
        measure=row.measure,
        written=row.value,
        **amount._asdict() | {"more": amount.more or None},
        interval=row.interval,
        interval_low=interval and interval[0],
        interval_high=interval and interval[1],
        people=row.people,
        test=row.test,
        illness=row.illness,
        sources=cited(row.source),
    )


def first(site: Site, what: str, checked: dt.date, deep: str = "") -> dict[str, Any]:
    """Return what every file says first. `deep` leads from it up to data/."""
    known = site.settings
    return {
        "$schema": f"{deep}schema/{what}.schema.json",
        "emergency": plain_text(known.emergency),
        "name": known.name,
        "version": known.version,
        "licence": records.LICENCE,
        "checked": dt.date(checked.year, checked.month, checked.day),
        "reviewer": known.reviewer,
    }


def shared(site: Site, what: str) -> dict[str, Any]:
    """Return what a file of several pages says first: it is as old as the page that shows it."""
    page = site.pages.get(SHOWN_ON.get(what, what))
    return first(site, what, page.checked if page else min(one.checked for one in site.pages.values()))


def questions(site: Site, page: Page) -> list[records.Asked]:
    def asked(ask: Ask) -> records.Asked:
        where = site.address_of(page) + (f"#{ask.at}" if ask.at else "")
        return records.Asked(
            who=ask.who, question=ask.words[0], page=page.id, address=where, wordings=[*map(str, ask.words[1:])]
        )

    return [asked(ask) for ask in page.asks]


def page_file(site: Site, page: Page, twin: Twin, cites: list[str]) -> records.PageFile:
    return records.PageFile(
        **first(site, "page", page.checked, "../"),
        id=page.id,
        kind=page.kind,
        group=page.group,
        title=page.title,
        brief=page.brief,
        summary=statement(site, page.summary),
        next_check=site.due(page).isoformat(),
        address=site.address_of(page),
        sections=[records.PageSection(heading=heading, markdown=text) for heading, text in twin.sections()],
        figures=[figure(row) for row in page.evidence],
        asks=questions(site, page),
        next=page.next,
        sources=[Source(number=n, reference=name, where=twin.places.get(n)) for n, name in enumerate(cites, 1)],
    )


def site_file(
    site: Site, collections: Mapping[str, str], bibliography: Mapping[str, dict[str, str]], where: str
) -> records.SiteFile:
    known = site.settings
    pages = [
        records.PageInList(
            id=page.id,
            kind=page.kind,
            group=page.group,
            title=page.title,
            brief=page.brief,
            checked=page.checked.isoformat(),
            next_check=site.due(page).isoformat(),
            page=site.address_of(page),
            json_file=f"data/pages/{page.id}.json",
            markdown=site.path_of(page),
            bibliography=bibliography.get(page.id, {}),
        )
        for page in site.pages.values()
    ]
    return records.SiteFile(
        **first(site, "site", min(page.checked for page in site.pages.values())),
        address=where or None,
        repository=known.repository,
        pages=pages,
        collections=dict(collections),
        kinds={**{name: kind.label for name, kind in known.kinds.items()}, "docs": "Guides"},
        groups={
            name: {group: about.label for group, about in kind.groups.items()} for name, kind in known.kinds.items()
        },
        measures={name: one.label for name, one in known.measures.items()},
        evidence={name: one.label for name, one in known.evidence.items()},
        read={name: one.label for name, one in known.read.items()},
        tiers={
            name: records.Tier(label=one.label, ring=one.ring, seen=one.seen, source=statement(site, one.source))
            for name, one in known.tiers.items()
        },
        audiences={name: one.label for name, one in known.audiences.items()},
    )


def references_file(site: Site, cites: Mapping[str, list[str]]) -> ReferencesFile:
    """Return all sources, each with the pages that cite it. `cites`: page id → ids of its sources."""
    on: dict[str, list[str]] = {}
    for page, names in cites.items():
        for name in names:
            on.setdefault(name, []).append(page)
    items = []
    for name, reference in site.references.items():
        item = csl(name, reference)
        items.append({**item, "custom": {**item["custom"], "cited_on": on.get(name, [])}})
    return ReferencesFile(**shared(site, "references"), references=items)


def numbers(site: Site) -> Iterator[Call]:
    """Yield how to call help: every country, then what is none, such as the European Union."""
    listed = {country.listed for country in site.ambulance.countries.values()}
    for code, country in site.ambulance.countries.items():
        known = site.numbers.get(country.listed) if country.listed else None
        yield Call(
            code=code,
            place=country.place,
            emergency=known.emergency if known else None,
            advice=known.advice if known else None,
            ambulance=country.ambulance,
            others=country.others,
            second=country.second,
            unknown=country.unknown,
            sources=cited(known.source) if known else [],
        )
    for name, number in site.numbers.items():
        if name not in listed:
            yield Call(
                code=name, place=number.place, emergency=number.emergency, advice=number.advice,
                sources=cited(number.source),
            )  # fmt: skip
