"""content/site.yml: what holds for the whole site, and the words that content may use.

Kinds of page, their sections and groups, verdicts and the like are data, so that a new one needs no code.
"""

from __future__ import annotations

from pydantic import Field

from guide.base import PROSE, Id, Model, Pattern, Prose, Url
from guide.text import Text


class Entry(Model):
    """A word of the vocabulary: its label, and what it means."""

    label: Text
    about: Text | None = None
    symbol: Text | None = Field(None, description="A small picture of a group, from scripts/guide/figures/symbols.py.")


class Kind(Model):
    """A kind of page: the folder of its address, its groups and its sections, in the order shown."""

    folder: Id
    label: Text
    note: Prose | None = Field(
        None, description="A line on each page of this kind, below the emergency line.", json_schema_extra=PROSE
    )
    groups: dict[Id, Entry] = {}
    sections: dict[Id, Entry]


class Grade(Model):
    """How hard pages may be to read: the highest Flesch-Kincaid grade, and why."""

    limit: float = Field(ge=1, le=18)
    half: float | None = Field(None, ge=1, le=18, description="What half of all pages must not go beyond.")
    about: Text = Field(description="Why this limit and no other.")
    pages: list[Text] = Field([], description="The pages it holds for. One limit names none: it holds for all others.")


class Settings(Model):
    """content/site.yml: what holds for the whole site, and its vocabulary."""

    name: Text
    version: Text
    repository: Url
    reviewer: Text | None = Field(None, description="The clinician who has reviewed the site, once there is one.")
    grace_days: int = Field(ge=0, le=1000, description="How long after `next_check` a page may still be published.")
    emergency: Prose = Field(description="The same on every page and on every list a reader makes.")
    emergency_more: Prose = Field(description="What pages add to it.")
    grades: dict[Id, Grade] = Field(description="How hard pages may be to read.")
    kinds: dict[Id, Kind]
    evidence: dict[Id, Entry]
    read: dict[Id, Entry]
    verdicts: dict[Id, Entry]
    measures: dict[Id, Entry]
    reports: dict[Id, Entry] = Field({}, description="Groups of words that stand on scan and blood reports.")
    tiers: dict[Id, Entry] = Field(description="How soon to get help, the most urgent first.")
    audiences: dict[Id, Entry] = Field(description="For whom a card is.")
    shows: dict[Text, list[Text]] = Field({}, description="Pages that must hold some blocks: page id → blocks.")
    banned: dict[Pattern, Text] = Field(description="A pattern never used of our checklist → what to say instead.")
    not_figures: dict[Pattern, Text] = Field(description="A pattern that looks like a figure and is none → why.")
