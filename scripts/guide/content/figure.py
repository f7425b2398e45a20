"""content/figures.yml: a picture, the rows it counts and the parts it only names."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.content.fields import DIGITS, ById, MeasureId, Model, PageId, Prose, ReferenceId, Words
from guide.content.source import Text

Finite = Annotated[float, Field(allow_inf_nan=False, ge=0, le=1_000_000), DIGITS]


class FigurePart(Model):
    """One thing a picture shows that nobody counted: a stage, a place, a step.

    A row has a number, in somebody, from a source. A part has none, so that no number need be made up for it.
    """

    label: Words = Field(description="What the picture says there, in few words.")
    lane: Words | None = Field(None, description="Which of several ways it is a step on.")
    when: Words | None = Field(None, description="How soon it should come.")
    points: list[Words] = Field([], description="Words that point at places in it.")
    says: Prose | None = Field(None, description="The same in full, cited: it stands below the picture.")


class Row(Model):
    """One thing a picture shows: what it is, how much, in whom, and who says so."""

    label: Words
    page: PageId | None = Field(None, description="The page it is about.")
    value: Finite
    low: Finite | None = Field(None, description="The lower end of the range, where the source gives one.")
    high: Finite | None = None
    unit: Words = Field(description="What the value counts, such as 'in 1,000 people'.")
    people: Words = Field(description="In whom it was counted, and where.")
    source: Prose


class Group(Model):
    """Signs measured in the same people, by one source: the numbers stand in the evidence of the signs' pages."""

    label: Words = Field(description="The illness.")
    about: Words = Field(description="In whom it was measured, in a few words without a figure.")
    reference: ReferenceId = Field(description="The source that the rows of evidence cite.")
    signs: ById[PageId, Words] = Field(min_length=1, description="The id of the sign's page → what was measured.")


class Figure(Model):
    """content/figures.yml: a picture. Its caption says what it shows; rows stand below as a table, parts as a list."""

    draw: Text = Field(description="Which drawing: a module of scripts/guide/figures.")
    caption: Prose = Field(description="The conclusion, in one or two sentences.")
    about: Prose = Field(description="The picture in words, for those who can't see it.")
    under: Text | None = Field(
        None, description="A section: the picture stands below it on every page that one of its rows is about."
    )
    rows: list[Row] = []
    parts: list[FigurePart] = []
    measure: MeasureId | None = Field(None, description="For picked rows: an id from `measures` in site.yml.")
    groups: list[Group] = []
