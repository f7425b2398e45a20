"""content/figures.yml: what a picture shows besides its rows."""

from __future__ import annotations

from pydantic import Field

from guide.base import PROSE, Model, Prose
from guide.text import Text


class Part(Model):
    """One thing a picture shows that nobody counted: a stage, a place, a step.

    A row has a number, in somebody, from a source. A part has none, so that no number need be made up for it.
    """

    label: Text = Field(description="What the picture says there, in few words.")
    lane: Text | None = Field(None, description="Which of several ways it is a step on.")
    when: Text | None = Field(None, description="How soon it should come.")
    points: list[Text] = Field([], description="Words that point at places in it.")
    says: Prose | None = Field(
        None, description="The same in full, cited: it stands below the picture.", json_schema_extra=PROSE
    )
