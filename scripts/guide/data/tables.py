"""Site → tables as CSV, and the Frictionless data package that says what is in their columns.

(https://specs.frictionlessdata.io/tabular-data-package/) The CSV is that of RFC 4180, in UTF-8.
"""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_args

from guide.content.prose import citations
from guide.content.site import Evidence, Page, Site
from guide.data import rows
from guide.data.collect import TERMS, figure, numbers, said
from guide.data.records import LICENCE
from guide.data.rows import Row
from guide.data.shared import checklist
from guide.pages.format import authors, slug

TYPES = {str: "string", float: "number", int: "integer", dt.date: "date"}


class Table(NamedTuple):
    name: str
    model: type[Row]
    rows: list[Row]


def tables(site: Site, cites: Mapping[str, list[str]]) -> list[Table]:
    """Return all tables. `cites`: page id → ids of its sources."""
    found: list[tuple[str, type[Row], Iterator[Row]]] = [
        ("figures", rows.SignRow, _figures(site)),
        ("accuracy", rows.AccuracyRow, _accuracy(site)),
        ("cancers", rows.CancerRow, _cancers(site)),
        ("pictures", rows.PictureRow, _pictures(site)),
        ("checklist-signs", rows.SignOnCardRow, _signs(site)),
        ("checklist-lines", rows.LineRow, _lines(site)),
        ("emergency-numbers", rows.CallRow, _calls(site)),
        ("references", rows.ReferenceRow, _references(site, cites)),
    ]
    return [Table(name, model, list(some)) for name, model, some in found]


def table_csv(table: Table) -> str:
    """Return a table as CSV, its columns in the order of the model's fields, lines ended as RFC 4180 has it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.model.model_fields)
    writer.writerows([_cell(value) for _, value in row] for row in table.rows)
    return text.getvalue()


def package(site: Site, made: Iterable[tuple[Table, str]]) -> str:
    """Return datapackage.json for tables and their CSV."""
    known = site.settings
    about = {
        "profile": "tabular-data-package",
        "name": slug(known.name),
        "title": f"{known.name}: figures, checklist, numbers to call, sources",
        "description": f"Every figure names its people and its source. {TERMS}",
        "version": known.version,
        "licenses": [{"name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0"}],
        "sources": [{"title": known.name, "path": known.repository}],
        "resources": [_resource(table, text) for table, text in made],
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"


def _resource(table: Table, text: str) -> dict[str, Any]:
    data = text.encode()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": " ".join((table.model.__doc__ or "").split()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {"fields": [*_fields(table.model)], "missingValues": [""]},
    }


def _fields(model: type[Row]) -> Iterator[dict[str, Any]]:
    for name, field in model.model_fields.items():
        kinds = [kind for kind in get_args(field.annotation) or (field.annotation,) if kind in TYPES]
        about: dict[str, Any] = {"name": name, "type": TYPES[kinds[0]]}
        if field.description:
            about["description"] = field.description
        if len(kinds) == 1 and kinds[0] is not str and not get_args(field.annotation):
            about["constraints"] = {"required": True}
        yield about


def _cell(value: object) -> object:
    return f"{value:.12g}" if isinstance(value, float) else "" if value is None else value


def _sources(text: str) -> dict[str, str]:
    found = list(dict.fromkeys(citations(text)))
    ids = dict.fromkeys(one.reference for one in found)
    return {"sources": " ".join(ids), "where": "; ".join(one.where for one in found if one.where)}


def _measured(site: Site, row: Evidence, page: Page, share: str) -> dict[str, Any]:
    """Return what the tables say of every row of evidence. `share` is the unit of one that is no ratio."""
    one = figure(row).model_dump(exclude={"sources", "test", "illness"})
    return one | {
        "page": page.id,
        "name": page.name,
        "measured": site.settings.measures[row.measure].label,
        "unit": "times" if one["per"] is None else share,
        "checked": page.checked.isoformat(),
        **_sources(row.source),
    }


def _figures(site: Site) -> Iterator[Row]:
    for page in site.pages.values():
        for row in page.evidence if not site.is_test(page) else ():
            yield rows.SignRow(**_measured(site, row, page, "people"))


def _accuracy(site: Site) -> Iterator[Row]:
    for page in site.pages.values():
        for row in page.evidence if site.is_test(page) else ():
            yield rows.AccuracyRow(
                **_measured(site, row, page, "share"), test=row.test or page.name, illness=row.illness
            )


def _cancers(site: Site) -> Iterator[Row]:
    for page in site.pages.values():
        if share := page.share:
            yield rows.CancerRow(
                page=page.id,
                name=page.name,
                group=page.group,
                written=share.amount,
                relation="range" if share.high else "about",
                number=None if share.high else share.low,
                low=share.low if share.high else None,
                high=share.high,
                per=share.of,
                people=share.who,
                counted=share.what,
                levels=" ".join(page.levels.named) if page.levels else "",
                ages=f"{page.ages.what}: {page.ages.people}" if page.ages else None,
                checked=page.checked.isoformat(),
                **_sources(share.source),
            )


def _pictures(site: Site) -> Iterator[Row]:
    for name, picture in site.figures.items():
        for row in picture.rows:
            about = {"label": row.label, "page": row.page, "unit": row.unit, "people": row.people}
            ends = {"number": row.value, "low": row.low, "high": row.high}
            yield rows.PictureRow(picture=name, **about, **ends, **_sources(row.source))


def _signs(site: Site) -> Iterator[Row]:
    for name, card in site.checklist.cards.items():
        for sign, item in card.items.items():
            yield rows.SignOnCardRow(
                sign=sign, card=name, tier=card.tier, audience=card.audience, action=card.heading, text=item.text,
                pages=" ".join(item.signs), source=said(site, item.source), **_sources(item.source),
            )  # fmt: skip


def _lines(site: Site) -> Iterator[Row]:
    for leaflet in checklist(site).leaflets:
        every = [(card, group, line) for card in leaflet.cards for group in card.groups for line in group.lines]
        for order, (card, group, line) in enumerate(every, 1):
            yield rows.LineRow(
                leaflet=leaflet.id, order=order, tier=card.tier, action=card.heading, clocks=card.clocks,
                group=group.label, line=line.id, text=said(site, line.text), signs=" ".join(line.signs),
            )  # fmt: skip


def _calls(site: Site) -> Iterator[Row]:
    for call in numbers(site):
        ids = " ".join(one.reference for one in call.sources)
        yield rows.CallRow(**call.model_dump(exclude={"sources"}), sources=ids)


def _references(site: Site, cites: Mapping[str, list[str]]) -> Iterator[Row]:
    count: dict[str, int] = {}
    for names in cites.values():
        for name in names:
            count[name] = count.get(name, 0) + 1
    for name, about in site.references.items():
        yield rows.ReferenceRow(
            id=name, type=about.type, authors=authors(about), title=about.title, inside=about.container_title,
            issued=about.issued, evidence=about.evidence, read=about.read, people=about.people, doi=about.DOI,
            url=about.URL, cited_on=count.get(name, 0),
        )  # fmt: skip
