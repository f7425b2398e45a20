"""content/site.yml: what holds for the whole site, and the words that content may use.

Kinds of page, their sections and groups, verdicts and the like are data, so that a new one needs no code.
"""

from __future__ import annotations

from pydantic import Field

from guide.base import Id, Model, Pattern, Prose, Url, written
from guide.text import Text

Version = written(r"\d+\.\d+\.\d+", "write a version as three numbers: 0.1.0")
Reviewer = written(
    r"[^,]+, .+, \d{4}-\d{2}-\d{2}", "write name, role, date: such as Dr A. Smith, spine surgeon, 2026-11-22"
)


class Entry(Model):
    """A word of the vocabulary: its label, and what it means."""

    label: Text
    about: Text | None = None
    symbol: Text | None = Field(None, description="A small picture of a group, from scripts/guide/figures/symbols.py.")


class Kind(Model):
    """A kind of page: the folder of its address, its groups and its sections, in the order shown."""

    folder: Id
    label: Text
    note: Prose | None = Field(None, description="A line on each page of this kind, below the emergency line.")
    groups: dict[Id, Entry] = {}
    sections: dict[Id, Entry]


class Settings(Model):
    """content/site.yml: what holds for the whole site, and its vocabulary."""

    name: Text
    version: Version
    repository: Url
    reviewer: Reviewer | None = Field(None, description="The clinician who has reviewed the site, once there is one.")
    grace_days: int = Field(ge=0, le=1000, description="How long after `next_check` a page may still be published.")
    emergency: Prose = Field(description="The same on every page and on every list a reader makes.")
    emergency_more: Prose = Field(description="What pages add to it.")
    kinds: dict[Id, Kind]
    evidence: dict[Id, Entry]
    read: dict[Id, Entry]
    verdicts: dict[Id, Entry]
    measures: dict[Id, Entry]
    reports: dict[Id, Entry] = Field({}, description="Groups of words that stand on scan and blood reports.")
    tiers: dict[Id, Entry] = Field(description="How soon to get help, the most urgent first.")
    audiences: dict[Id, Entry] = Field(description="For whom a card is.")
    banned: dict[Pattern, Text] = Field(description="A pattern never used of our checklist → what to say instead.")
    not_figures: dict[Pattern, Text] = Field(description="A pattern that looks like a figure and is none → why.")
