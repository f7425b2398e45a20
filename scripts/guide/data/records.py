"""What is published as JSON: models, whose fields are its documentation, and from which its schemas are made.

Each file begins with the emergency advice, and says of which version it is, how old, who looked at it, on what terms.
Prose is Markdown; `[3]` in it cites the source of that number in the file's `sources`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
PageIds = Annotated[list[str], Field(description="Ids of pages, as in site.json.")]


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Published(Record):
    """What every file says first."""

    schema_address: str = Field(alias="$schema", description="The JSON Schema of this file, as a way from it.")
    emergency: str = Field(description="What to do in an emergency. Show it with whatever you show of this file.")
    name: str = Field(description="The name of the site.")
    version: str = Field(description="The site's version.")
    licence: str = Field(description="The terms: name the site, and say what you changed.")
    checked: dt.date = Field(description="When somebody last read this against its sources; of many, the oldest day.")
    reviewer: str | None = Field(
        None, description="The clinician who has reviewed it. None has, where this is missing."
    )


class Cited(Record):
    """A source, and where in it."""

    reference: str = Field(description="Its id in references.json.")
    where: str | None = Field(None, description="The page or part of it.")


class Source(Cited):
    number: int = Field(ge=1, description="The number that stands for it in this file's prose.")


class Statement(Record):
    """Plain words, and what they rest on."""

    text: str
    sources: list[Cited] = []


class Figure(Record):
    """A measured figure. A range or a bound has no `number`, but `low` or `high`, or both."""

    measure: str = Field(description="What was measured: an id of site.json's `measures`.")
    written: str = Field(description="The figure as the page says it.")
    relation: str = Field(description="exact, about, range, more than, less than, or up to.")
    number: float | None = None
    low: float | None = None
    high: float | None = None
    per: float | None = Field(None, description="Of how many the number is, people mostly; a ratio has none.")
    more: str | None = Field(None, description="Words that belong to the figure.")
    interval: str | None = Field(None, description="The 95% confidence interval, as the page says it.")
    interval_low: float | None = None
    interval_high: float | None = None
    people: str = Field(description="In whom it was measured.")
    test: str | None = Field(None, description="Of a test: which, or which finding. Missing: what the page is about.")
    illness: str | None = Field(None, description="Of a test: what it looked for.")
    sources: list[Cited]


class PageInList(Record):
    """A page, and where all that is made of it stands: ways from the address of the site."""

    id: str
    kind: str
    group: str | None = None
    title: str
    brief: str
    checked: dt.date
    next_check: dt.date
    page: str = Field(description="The page for people.")
    json_file: str = Field(alias="json")
    markdown: str
    bibliography: dict[str, str] = Field(description="Format → file. Empty where the page cites nothing.")


class SiteFile(Published):
    """data/site.json: all pages, the words that they use, and the other files."""

    address: str | None = Field(None, description="Where the site stands, where its build was told.")
    repository: str
    pages: list[PageInList]
    collections: dict[str, str] = Field(description="What is in a file → the file.")
    kinds: dict[str, str] = Field(description="Kind of page → its label.")
    groups: dict[str, dict[str, str]] = Field(description="Kind of page → its groups → their labels.")
    measures: dict[str, str] = Field(description="What figures measure → its label.")
    evidence: dict[str, str] = Field(description="Kind of evidence → its label.")
    read: dict[str, str] = Field(description="How much of a source was read → its label.")
    tiers: dict[str, Tier] = Field(description="How soon to get help, the most urgent first.")
    audiences: dict[str, str] = Field(description="For whom a card is → its label.")


class Tier(Record):
    """A speed."""

    label: str
    ring: str = Field(description="By when to ring.")
    seen: str = Field(description="By when to be seen.")
    source: Statement


class PageSection(Record):
    heading: str
    markdown: str


class Asked(Record):
    """A question that a page answers."""

    who: str = Field(description="Who asks.")
    question: str
    page: str = Field(description="The id of the page that answers.")
    address: str = Field(description="The place that answers, from the address of the site.")
    wordings: list[str] = Field([], description="How others ask it.")


class PageFile(Published):
    """data/pages/<id>.json: one page."""

    id: str
    kind: str
    group: str | None = None
    title: str
    brief: str
    summary: Statement
    next_check: dt.date
    address: str = Field(description="The page for people, from the address of the site.")
    sections: list[PageSection]
    figures: list[Figure] = []
    asks: list[Asked] = []
    next: PageIds
    sources: list[Source]
