"""What is published as JSON: models, whose fields are its documentation, and from which its schemas are made.

Each file begins with the emergency advice, and says of which version it is, how old, who looked at it, on what terms.
Prose is Markdown; `[3]` in it cites the source of that number in the file's `sources`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
PageIds = Annotated[list[str], Field(description="Ids of pages, as in site.json.")]


class Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


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
    relation: str = Field(description="exact, about, range, more than, or less than.")
    number: float | None = None
    low: float | None = None
    high: float | None = None
    per: float | None = Field(None, description="Of how many people the number is; a ratio has none.")
    more: str | None = Field(None, description="Words that belong to the figure.")
    interval: str | None = Field(None, description="The 95% confidence interval, as the page says it.")
    interval_low: float | None = None
    interval_high: float | None = None
    people: str = Field(description="In whom it was measured.")
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


class Sign(Record):
    """A sign of the checklist, in its exact words."""

    id: str
    text: str
    source: Statement
    pages: PageIds


class Card(Record):
    id: str
    tier: str = Field(description="How soon: an id of site.json's `tiers`.")
    audience: str
    heading: str = Field(description="What to do. Never show a sign without it.")
    lead: str | None = None
    note: str | None = None
    signs: list[Sign]


class Line(Record):
    id: str
    text: str = Field(description="A few words, in Markdown.")
    signs: list[str] = Field(description="Ids of the signs it stands for.")


class LeafletCard(Record):
    tier: str
    heading: str
    clocks: str = Field(description="By when to ring and to be seen.")
    lead: str | None = None
    note: str | None = None
    groups: list[LeafletGroup]


class LeafletGroup(Record):
    label: str
    lines: list[Line]


class Leaflet(Record):
    id: str
    label: str = Field(description="For whom it is.")
    cards: list[LeafletCard] = Field(description="The most urgent first.")


class ChecklistFile(Published):
    """data/checklist.json: published advice, the same for everyone. It must not be scored, weighed or combined."""

    terms: str
    cards: list[Card]
    leaflets: list[Leaflet]


class Word(Record):
    id: str
    term: str
    also: list[str] = []
    meaning: Statement
    means: Statement | None = Field(None, description="What it does and does not mean for the person on a report.")
    report: str | None = Field(None, description="The kind of report on which it stands.")


class GlossaryFile(Published):
    """data/glossary.json: words explained."""

    terms: list[Word]


class Difference(Record):
    id: str
    topic: str
    sides: list[Statement]
    follow: Statement
    pages: PageIds


class DisagreementsFile(Published):
    """data/disagreements.json: where good sources differ, and which we follow."""

    disagreements: list[Difference]


class Call(Record):
    """How to call help in a country. What is missing is not known."""

    code: str = Field(description="ISO 3166 alpha-2 in small letters, xk for Kosovo, eu for the European Union.")
    place: str
    emergency: str | None = Field(None, description="From a source of the country's own.")
    advice: str | None = None
    ambulance: str | None = Field(None, description="What the first list marks as an ambulance's.")
    others: str | None = Field(None, description="What the first list has where it marks none.")
    second: str | None = Field(None, description="What the second list has besides. It does not say for what.")
    unknown: str | None = Field(None, description="Why there is no number.")
    sources: list[Cited] = Field([], description="Where there is none, the lists that the file names.")


class NumbersFile(Published):
    """data/emergency-numbers.json: how to call help, by country."""

    anywhere: str = Field(description="What to ring from a mobile phone where no other number works.")
    first_list: Statement
    second_list: Statement
    no_answer: Statement
    numbers: list[Call]


class QuestionsFile(Published):
    """data/questions.json: what people ask, and the places that answer."""

    askers: dict[str, str]
    questions: list[Asked]


class ReferencesFile(Published):
    """data/references.json: every source, by CSL's fields, and the pages that cite it."""

    references: list[dict[str, Any]] = Field(description="CSL-JSON; `custom.cited_on` holds ids of pages.")


# File below data/ → its model. A page's is by its id.
FILES: dict[str, type[Published]] = {
    "site": SiteFile,
    "page": PageFile,
    "checklist": ChecklistFile,
    "glossary": GlossaryFile,
    "disagreements": DisagreementsFile,
    "emergency-numbers": NumbersFile,
    "questions": QuestionsFile,
    "references": ReferencesFile,
}
