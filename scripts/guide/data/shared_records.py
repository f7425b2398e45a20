"""What is published as JSON of what several pages share: models, and the list of those of all files."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from guide.data.records import Asked, Cited, PageFile, PageIds, Published, Record, SiteFile, Statement


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
