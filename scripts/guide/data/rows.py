"""What is published as tables: a model for the rows of each, whose fields and their descriptions are its schema.

Ids of several things in one cell are separated by spaces. What is empty is not known, and nothing is filled in.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from guide.data.shared_records import Call


class Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Measured(Row):
    """Numbers of a figure: a range or a bound has no `number`, but an end or two of its own."""

    page: str = Field(description="Id of the page that says it.")
    name: str = Field(description="What the page is about.")
    written: str = Field(description="The figure as the page says it.")
    relation: str = Field(description="exact, about, range, more than, less than, or up to.")
    number: float | None = Field(description="The number, where there is one.")
    low: float | None = Field(description="The lower end of a range; the bound of 'more than'.")
    high: float | None = Field(description="The upper end of a range; the bound of 'less than' and 'up to'.")
    per: float | None = Field(description="Of how many the number is; empty for a ratio.")


class FigureRow(Measured):
    """What every row of evidence says."""

    measure: str = Field(description="What was measured: an id.")
    measured: str = Field(description="What was measured, in words.")
    unit: str = Field(description="'people' for a share, 'times' for a ratio.")
    more: str | None = Field(description="Words that belong to the figure.")
    interval: str | None = Field(description="The 95% confidence interval as the page says it; some only in words.")
    interval_low: float | None = Field(description="Its lower end, where it is a number.")
    interval_high: float | None = Field(description="Its upper end, where it is a number.")
    people: str = Field(description="In whom it was measured, and how many.")
    sources: str = Field(description="Ids of references.csv.")
    where: str = Field(description="Where in them.")
    checked: dt.date = Field(description="When the page was last read against its sources.")


class SignRow(FigureRow):
    """Figures of signs: one a row."""


class Aim(Row):
    """What a test looked for: first in its table, for no figure of a test is true without it."""

    test: str = Field(description="Which test, or which finding of it.")
    illness: str = Field(description="What it looked for. 'The illness' in `measured` is this.")


class AccuracyRow(FigureRow, Aim):
    """How often tests are right: one figure a row."""

    unit: str = Field(description="'share', of what `people` counts: people, samples or places; 'times' for a ratio.")


class CancerRow(Measured):
    """How many have each cancer or tumour in bone or spine, or how many are of this kind: one a row."""

    group: str | None = Field(description="Where it starts: an id of its group.")
    people: str = Field(description="In whom it was counted.")
    counted: str = Field(description="What was counted. One count is not another: cancer in bone is not in the spine.")
    levels: str = Field(description="Ids of the parts of the spine that a source names first.")
    ages: str | None = Field(description="How old people were, in words.")
    sources: str = Field(description="Ids of references.csv, for the share.")
    where: str = Field(description="Where in them.")
    checked: dt.date


class PictureRow(Row):
    """What the pictures of the site count: one row of a picture a row."""

    picture: str = Field(description="Id of the picture.")
    label: str
    page: str | None = Field(description="Id of the page that the row is about.")
    number: float
    low: float | None
    high: float | None
    unit: str = Field(description="What the number counts, such as 'in 1,000 people'.")
    people: str
    sources: str
    where: str


class SignOnCardRow(Row):
    """Signs of the checklist, in their exact words: published advice, not to be scored, weighed or combined."""

    sign: str = Field(description="Its id.")
    card: str = Field(description="Id of its card.")
    tier: str = Field(description="How soon: an id, the same as on the leaflets.")
    audience: str = Field(description="For whom the card is: an id.")
    action: str = Field(description="The heading of the card: what to do.")
    text: str
    pages: str = Field(description="Ids of its pages.")
    source: str = Field(description="Who says so, in words.")
    sources: str
    where: str


class LineRow(Row):
    """Lines of the four leaflets, in their order: published advice, not to be scored, weighed or combined."""

    leaflet: str = Field(description="Id of the leaflet.")
    order: int = Field(description="From the top of the leaflet.")
    tier: str
    action: str = Field(description="The heading of the card: what to do.")
    clocks: str = Field(description="By when to ring and to be seen.")
    group: str = Field(description="Heading of a group of lines.")
    line: str = Field(description="Its id.")
    text: str
    signs: str = Field(description="Ids of the signs that it stands for.")


def as_in_json(name: str) -> Any:
    """Return a field of a table that says what the JSON file of the numbers says by this name: in the same words."""
    return Field(description=Call.model_fields[name].description)


class CallRow(Row):
    """How to call help, by country."""

    code: str = as_in_json("code")
    place: str
    emergency: str | None = as_in_json("emergency")
    advice: str | None = Field(description="A line for advice, in words.")
    ambulance: str | None = as_in_json("ambulance")
    others: str | None = as_in_json("others")
    second: str | None = as_in_json("second")
    unknown: str | None = as_in_json("unknown")
    sources: str = Field(description="Ids of references.csv; where empty, the lists that the JSON file names.")


class ReferenceRow(Row):
    """Every source: its main fields. The bibliography has all."""

    id: str
    type: str = Field(description="CSL's type.")
    authors: str = Field(description="The first authors as the site lists them.")
    title: str
    inside: str | None = Field(description="Journal or book.")
    issued: str | None = Field(description="As much of the day as is known: 2020, 2020-11 or 2020-11-22.")
    evidence: str = Field(description="What kind of evidence: an id.")
    read: str = Field(description="How much of it was read: an id.")
    people: str | None = Field(description="Whom it counted.")
    doi: str | None
    url: str
    cited_on: int = Field(description="How many pages cite it.")
