"""What the search is made of: the questions that a page answers, and content/search.yml: words that mean the same."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guide.content.fields import AskerId, ById, LineId, Model, PageId, Words
from guide.content.source import Text


class Ask(Model):
    """A question that people ask, in their words, and the place on its page that answers it."""

    who: AskerId = Field(description="Who asks: an id from `askers` in site.yml.")
    at: Text | None = Field(None, description="The section, or other id on the page, that answers. None: its top.")
    words: list[Words] = Field(
        min_length=1,
        description="The question as the page of questions shows it; then other wordings, which only the search reads.",
    )


class SearchWords(Model):
    """content/search.yml: words of one meaning, words without one, and pages that answer last."""

    same: list[Annotated[list[Text], Field(min_length=1)]] = Field(
        description="Words, or a few together, that mean the same to who searches."
    )
    idle: list[Text] = Field(description="Words that stand in most questions and say nothing of what is asked.")
    emergency: ById[LineId, list[Text]] = Field(
        description="Line of an emergency card → people's own words for it. Who searches for all of one is shown it."
    )
    calm: ById[LineId, list[Text]] = Field(
        ById(), description="Line of an emergency card → words of harmless or old trouble: with all of one, no line."
    )
    fresh: list[Text] = Field([], description="Words with which no trouble is harmless or old.")
    last: list[PageId] = Field([], description="Pages about the site: found after those that answer.")
    whole: list[PageId] = Field([], description="Pages of which only the top is found, not their parts.")
