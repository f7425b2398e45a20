"""content/glossary.yml and disagreements.yml: a word explained, and a question on which good sources differ."""

from __future__ import annotations

from pydantic import Field

from guide.content.fields import Model, PageId, Prose, ReportId, Words


class Term(Model):
    """A word explained. A term with the id of a page belongs to that page."""

    term: Words
    also: list[Words] = Field([], description="Other words for it, in which people search for it.")
    meaning: Prose
    report: ReportId | None = Field(
        None, description="For a word that stands on reports: an id from `reports` in site.yml."
    )
    means: Prose | None = Field(None, description="What it does and does not mean for the person on the report.")


class Disagreement(Model):
    """A question on which good sources differ: what each says, which we follow, and why."""

    topic: Words
    sides: list[Prose] = Field(min_length=2, description="What each source says, cited.")
    follow: Prose = Field(description="What we do, and why.")
    pages: list[PageId] = Field(min_length=1, description="The pages it is about.")
