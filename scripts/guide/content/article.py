"""content/article.yml: the article the project was made from, as claims and what the evidence says of each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.content.fields import ById, Id, Model, PageId, Prose, VerdictId, Whole
from guide.content.source import Text


class Claim(Model):
    """One thing the seed article says, and what the evidence says of it."""

    place: Text = Field(description="Paragraph and sentence, such as 3.2.")
    says: Text
    verdict: VerdictId = Field(description="An id from `verdicts` in site.yml.")
    finding: Prose
    pages: list[PageId] = Field(min_length=1)


class Article(Model):
    """content/article.yml: the article the project was made from, as claims."""

    title: Text
    sentences: list[Annotated[Whole, Field(ge=1, le=100)]] = Field(description="How many sentences each paragraph has.")
    claims: ById[Id, Claim]
