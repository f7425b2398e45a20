"""Site and its rendered pages → every file of open data, by its path beside the pages: the one list of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic.json_schema import GenerateJsonSchema

from guide.content.prose import plain_text
from guide.content.reference import Reference
from guide.content.site import Page, Site
from guide.data import collect
from guide.data.bibtex import bibtex
from guide.data.csl import csl
from guide.data.feed import feed
from guide.data.moved import moved
from guide.data.records import Published
from guide.data.ris import ris
from guide.data.shared import SHARED
from guide.data.shared_records import FILES
from guide.data.tables import package, table_csv, tables
from guide.data.twin import emergency, twin

Files = Iterator[tuple[str, str]]  # paths and texts, none kept: together they are large. A text may ask for sizes
Part = Callable[[Site, Mapping[str, str], str], Files]


class Format(NamedTuple):
    """How a bibliography is written: each of its entries, and what stands round them."""

    entry: Callable[[str, Reference], str]
    before: str = ""
    between: str = "\n"
    after: str = ""


_line = json.JSONEncoder(ensure_ascii=False).encode  # one for all: to make it takes as long as to write a line

# End of a file's name → how it is written.
FORMATS = {
    "csl.json": Format(lambda name, reference: _line(csl(name, reference)), "[\n", ",\n", "\n]\n"),
    "bib": Format(bibtex),
    "ris": Format(ris, between="\r\n"),
}
CITES = '\ncites: "'  # in a page's front matter: the ids of its sources, in the order of their numbers


def _of_each_page(site: Site, pages: Mapping[str, str], where: str) -> Files:
    """Yield what each page is beside its HTML. Data is in English: a translated page has none of its own."""
    published = site.settings.publish
    if "feed" in published:
        yield "feed.xml", feed(site, where)
    yield from moved(site)
    if "data" not in published:
        return
    by_path = {site.path_of(page): page for page in site.pages.values()}
    for path, text in pages.items():
        if path.partition("/")[0] in site.languages:
            continue
        page = by_path.get(path)
        clean = twin(site, page, text)
        yield path, clean.text
        if page:
            yield f"data/pages/{page.id}.json", _json(collect.page_file(site, page, clean, _cites(text)))
    yield "llms.txt", llms(site)


def _of_all_pages(site: Site, pages: Mapping[str, str], where: str) -> Files:
    """Yield bibliographies, what pages share, tables, and how each is read."""
    if "data" not in site.settings.publish:
        return
    cites = {page.id: _cites(pages[site.path_of(page)]) for page in site.pages.values()}
    for kind, form in FORMATS.items():
        entries: dict[str, str] = {name: form.entry(name, reference) for name, reference in site.references.items()}
        lists: dict[str, list[str]] = {f"pages/{name}": some for name, some in cites.items()}
        for path, names in {**lists, "references": [*entries]}.items():
            if names:
                text = form.between.join(entries[name] for name in names)
                yield f"data/{path}.{kind}", f"{form.before}{text}{form.after}"

    shared = {name: f"data/{name}.json" for name in (*SHARED, "references")}
    for name, make in SHARED.items():
        yield shared[name], _json(make(site))
    yield shared["references"], _json(collect.references_file(site, cites))
    bibliography = {
        name: {kind: f"data/pages/{name}.{kind}" for kind in FORMATS} for name, some in cites.items() if some
    }
    yield "data/site.json", _json(collect.site_file(site, shared, bibliography, where))

    made = [(table, table_csv(table)) for table in tables(site, cites)]
    for table, text in made:
        yield f"data/{table.name}.csv", text
    yield "data/datapackage.json", package(site, made)
    for name, model in FILES.items():
        yield f"data/schema/{name}.schema.json", _schema(name, model)


# Each makes some of the files, about as long as the others, and asks for nothing that another makes.
PARTS: list[Part] = [_of_each_page, _of_all_pages]


def _cites(rendered: str) -> list[str]:
    front = rendered.partition("\n---\n")[0]
    return front.partition(CITES)[2].partition('"')[0].split()


def _json(file: Published) -> str:
    """Return it as JSON, a line for each of its fields: an indented one takes five times as long to write."""
    fields = file.model_dump(mode="json", by_alias=True, exclude_none=True).items()
    return "{\n" + ",\n".join(f"{_line(name)}: {_line(value)}" for name, value in fields) + "\n}\n"


def _schema(name: str, model: type[Published]) -> str:
    schema: dict[str, Any] = {"$schema": GenerateJsonSchema.schema_dialect, "$id": f"{name}.schema.json"}
    return json.dumps(schema | model.model_json_schema(by_alias=True), ensure_ascii=False, indent=1) + "\n"


def llms(site: Site) -> str:
    """Return llms.txt (https://llmstxt.org): what the site is, what comes first, and where its clean text stands."""
    known = site.settings
    home = site.pages["index"]

    def listed(pages: Iterable[Page]) -> str:
        return "\n".join(f"- [{page.title}]({site.path_of(page)}): {page.brief}" for page in pages)

    kinds: dict[str, str] = {"docs": "Guides", **{name: str(kind.label) for name, kind in known.kinds.items()}}
    some = {label: [page for page in site.pages.values() if page.kind == kind] for kind, label in kinds.items()}
    parts = [
        f"# {known.name}",
        f"> {plain_text(home.summary)}",
        emergency(site, known.emergency),
        "Say this first to whoever may have back pain. Say of a figure whom it is about and who counted it. These "
        f"pages know nobody and can't examine anybody. {collect.TERMS}",
        *(f"## {label}\n\n{listed(pages)}" for label, pages in some.items() if pages),
        "## Data\n\n- [All pages and files](data/site.json)\n- [Tables](data/datapackage.json)\n"
        "- [Bibliography](data/references.csl.json)" + "\n- [What is new](feed.xml)" * ("feed" in known.publish),
    ]
    return "\n\n".join(parts) + "\n"
