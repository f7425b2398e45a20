"""What a page says in figures above its first section: how often, at which levels of the spine, at what age.

Each fact names its people and its source, so that pages can be compared and no two groups of people are mixed.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.content.fields import LevelId, Model, Prose, Whole, Words

Count = Annotated[Whole, Field(ge=0, le=1000)]


class Share(Model):
    """How many of 100, or of 1,000: what was counted, and in whom."""

    low: Count = Field(description="How many: a whole number.")
    high: Count | None = Field(None, description="The upper end, where the source gives a range.")
    of: Count = Field(description="Of how many: 100 or 1000.")
    who: Words = Field(description="In whom it was counted, such as 'men with prostate cancer in US clinics'.")
    what: Words = Field(description="What was counted, such as 'had it in bone when it was found'.")
    source: Prose

    @property
    def amount(self) -> str:
        """The share in words: '18 to 29 of 100', 'About 4 of 1,000'."""
        return f"{self.low} to {self.high} of {self.of:,}" if self.high else f"About {self.low} of {self.of:,}"


class Levels(Model):
    """The parts of the spine that a source names first."""

    named: list[LevelId] = Field(min_length=1, max_length=3, description="Ids from `levels` in site.yml.")
    people: Words = Field(description="In whom, and how many, such as 'In 8 of 13 people with it there'.")
    source: Prose


class Ages(Model):
    """How old people were."""

    what: Words = Field(description="The age, such as 'Half were 72 or older'.")
    people: Words = Field(description="In whom, such as 'men in US clinics'.")
    source: Prose
