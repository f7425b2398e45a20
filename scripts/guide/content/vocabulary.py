"""content/site.yml: what holds for the whole site, and the words that content may use.

Kinds of page, their sections and groups, verdicts and the like are data, so that a new one needs no code.
"""

from __future__ import annotations

from pydantic import Field

from guide.content.fields import Id, Model, PageId, Pattern, Prose, Url, written
from guide.content.source import Text

Version = written(r"\d+\.\d+\.\d+", "write a version as three numbers: 0.1.0")
Reviewer = written(
    r"[^,]+, .+, \d{4}-\d{2}-\d{2}", "write name, role, date: such as Dr A. Smith, spine surgeon, 2026-11-22"
)


# What a section shows besides its own words, so that its id is free to change.
Shows = written("cards|evidence", "write cards, for the page's cards of the checklist, or evidence, for its figures")


class Entry(Model):
    """A word of the vocabulary: its label."""

    label: Text


class Verdict(Entry):
    about: Text = Field(description="What it means, for the table of verdicts.")


class Report(Entry):
    about: Text | None = Field(None, description="A line below the heading of these words.")


class PageGroup(Report):
    """A group of pages of one kind: its heading on the page that lists them, and a line below it."""

    symbol: Text | None = Field(None, description="A small picture of it, from scripts/guide/figures/symbols.py.")


class Section(Entry):
    """A section of each page of a kind."""

    about: Text | None = Field(None, description="For editors: what belongs there.")
    shows: list[Shows] = Field([], description="What stands there besides its words: cards, evidence.")


class Kind(Model):
    """A kind of page: the folder of its address, its groups and its sections, in the order shown."""

    folder: Id
    label: Text
    note: Prose | None = Field(None, description="A line on each page of this kind, below the emergency line.")
    months: int = Field(24, ge=1, le=24, description="After how many months a page must be read again: 12 for advice.")
    groups: dict[Id, PageGroup] = {}
    sections: dict[Id, Section]


class Grade(Model):
    """How hard pages may be to read: the highest Flesch-Kincaid grade, and why."""

    limit: float = Field(ge=1, le=18)
    half: float | None = Field(None, ge=1, le=18, description="What half of all pages must not go beyond.")
    about: Text = Field(description="Why this limit and no other.")
    pages: list[PageId] = Field([], description="The pages it holds for. One limit names none, for all others.")


class Settings(Model):
    """content/site.yml: what holds for the whole site, and its vocabulary."""

    name: Text
    version: Version
    repository: Url
    reviewer: Reviewer | None = Field(None, description="The clinician who has reviewed the site, once there is one.")
    grace_days: int = Field(ge=0, le=1000, description="How long after `next_check` a page may still be published.")
    emergency: Prose = Field(description="The same on every page and on every list a reader makes.")
    emergency_more: Prose = Field(description="What pages add to it.")
    grades: dict[Id, Grade] = Field(description="How hard pages may be to read.")
    kinds: dict[Id, Kind]
    evidence: dict[Id, Entry]
    read: dict[Id, Entry]
    verdicts: dict[Id, Verdict]
    measures: dict[Id, Entry]
    reports: dict[Id, Report] = Field({}, description="Groups of words that stand on scan and blood reports.")
    tiers: dict[Id, Entry] = Field(description="How soon to get help, the most urgent first.")
    audiences: dict[Id, Entry] = Field(description="For whom a card is.")
    levels: dict[Id, Entry] = Field({}, description="The parts of the spine, from the neck down.")
    shows: dict[PageId, list[Text]] = Field({}, description="Pages that must hold some blocks: page id → blocks.")
    ours: dict[Pattern, Text] = Field(min_length=1, description="A pattern for what speaks of our checklist → why.")
    soothing: dict[Pattern, Text] = Field(
        min_length=1, description="A pattern that reassures falsely, said nowhere → what to say instead."
    )
    urgent: list[Text] = Field(min_length=1, description="Words that people search for in an emergency.")
    commands: list[Text] = Field(min_length=1, description="Verbs that begin a sentence which says what to do.")
    banned: dict[Pattern, Text] = Field(description="A pattern never used of our checklist → what to say instead.")
    not_figures: dict[Pattern, Text] = Field(description="A pattern that looks like a figure and is none → why.")
