"""content/site.yml: what holds for the whole site, and the words that content may use.

Kinds of page, their sections and groups, verdicts and the like are data, so that a new one needs no code.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from guide.content.day import read_day
from guide.content.fields import (
    AudienceId,
    ById,
    ColumnId,
    CountryId,
    Id,
    ItemId,
    KindId,
    Model,
    PageId,
    Pattern,
    Prose,
    Real,
    TierId,
    Url,
    Whole,
    Words,
    Written,
)
from guide.content.source import Text

Version = Annotated[Text, Written(r"\d+\.\d+\.\d+", "write a version as three numbers: 0.1.0")]
Reviewer = Annotated[
    Text,
    Written(r"[^,]+, .+, \d{4}-\d{2}-\d{2}", "write name, role, date: such as Dr A. Smith, spine surgeon, 2026-11-22"),
    AfterValidator(lambda value: (read_day(value[-10:]), value)[1]),
]
Language = Annotated[Text, Written("en", "write en: pages are written in English, and translated from it")]
Colour = Annotated[Text, Written("#[0-9a-f]{6}", "write a colour as # and six small digits or letters: #173f45")]
Path = Annotated[Text, Written(r"[MLHVCSQTAZmlhvcsqtaz0-9 ,.-]+", "write the d of one path on 24 by 24, as in an SVG")]

# What is made besides the pages: files below the site, and files of a release.
OUTPUTS = ("data", "feed", "review-sheets", "epub", "zim", "pdf")
Output = Annotated[Text, Written("|".join(OUTPUTS), f"write some of: {', '.join(OUTPUTS)}")]

# What a section shows besides its own words, so that its id is free to change.
Shows = Annotated[
    Text,
    Written(
        "cards|evidence|facts", "write cards for the page's cards of the checklist, evidence or facts for its figures"
    ),
]

Address = Annotated[
    Text, Written("(?:[a-z0-9-]+/)+", "write an address below the site, in small letters: signs/sore-back/")
]
# What a page may be about, in the words of schema.org.
SchemaType = Annotated[
    Text,
    Written(
        "MedicalCondition|MedicalSignOrSymptom|MedicalTest|MedicalTherapy",
        "write MedicalCondition, MedicalSignOrSymptom, MedicalTest or MedicalTherapy",
    ),
]


class Entry(Model):
    """A word of the vocabulary: its label."""

    label: Words


class Tier(Entry):
    """How soon to get help, with its two clocks: the only place where a speed is said."""

    step: Words = Field(description="One or two words, for the ladder at the top of a leaflet.")
    ring: Words = Field(description="By when to ring.")
    seen: Words = Field(description="By when to be seen.")
    source: Prose = Field(description="Who says so.")


class Verdict(Entry):
    about: Words = Field(description="What it means, for the table of verdicts.")


class Measure(Entry):
    kind: KindId | None = Field(None, description="The kind of page whose rows it measures, if it is for one only.")
    column: ColumnId | None = Field(None, description="An id from `columns`: where it stands in a table side by side.")
    before: Words | None = Field(None, description="What stands before it there if it is the other side: 'missed'.")


class Report(Entry):
    about: Words | None = Field(None, description="A line below the heading of these words.")


class PageGroup(Report):
    """A group of pages of one kind: its heading on the page that lists them, and a line below it."""

    symbol: Text | None = Field(None, description="A small picture of it, from scripts/guide/figures/symbols.py.")


class Section(Entry):
    """A section of each page of a kind."""

    about: Text | None = Field(None, description="For editors: what belongs there.")
    shows: list[Shows] = Field([], description="What stands there besides its words: cards, evidence, facts.")


class Kind(Model):
    """A kind of page: the folder of its address, its groups and its sections, in the order shown."""

    folder: Id
    label: Words
    note: Prose | None = Field(
        None, description="What to do first, on each page of this kind: at most three lines on a phone."
    )
    schema_type: SchemaType | None = Field(
        None, description="What search engines are told such a page is about: a word of schema.org."
    )
    months: Whole = Field(24, ge=1, le=24, description="In how many months a page must be read again: 12 for advice.")
    groups: ById[Id, PageGroup] = ById()
    sections: ById[Id, Section]

    @property
    def pictured(self) -> str:
        """The section that a page's own pictures stand below: the first without cards, if there is one."""
        without = [name for name, section in self.sections.items() if "cards" not in section.shows]
        return (without or [*self.sections])[0]


class EvidenceKind(Entry):
    """What kind of evidence a source is."""

    counts: bool = Field(False, description="Such a source reports figures of people it counted: it says whom.")


class Grade(Model):
    """How hard pages may be to read: the highest Flesch-Kincaid grade, and why."""

    limit: Real = Field(ge=1, le=18)
    half: Real | None = Field(None, ge=1, le=18, description="What half of all pages must not go beyond.")
    about: Text = Field(description="Why this limit and no other.")
    pages: list[PageId] = Field([], description="The pages it holds for. One limit names none, for all others.")


class Palette(Model):
    """The colours that may be a site's own. All others say something, such as how urgent a card is."""

    bar: Colour = Field(description="The bar at the top, with white words on it.")
    link: Colour = Field(description="Links, on paper and on cards.")


class Colours(Model):
    light: Palette
    dark: Palette


class Settings(Model):
    """content/site.yml: what holds for the whole site, and its vocabulary."""

    name: Words
    description: Words = Field(description="The site in a sentence, for search engines: what it answers, for whom.")
    version: Version
    repository: Url = Field(description="Where readers send corrections.")
    address: Url | None = Field(None, description="Where the site stands. SITE_URL says another, such as a host's own.")
    language: Language = Field(Text("en"), description="The language of all pages, by its code of ISO 639.")
    country: CountryId | None = Field(None, description="Where most readers are: its number to call comes first.")
    colours: Colours | None = Field(None, description="The site's own colours, on a light and on a dark page.")
    logo: Path | None = Field(None, description="The drawing in the bar and on a browser's tab: the d of one path.")
    publish: list[Output] = Field([Text(one) for one in OUTPUTS], description="What is made besides the pages.")
    reviewer: Reviewer | None = Field(None, description="The clinician who has reviewed the site, once there is one.")
    emergency: Prose = Field(description="The same on every page and on every list a reader makes.")
    emergency_line: Prose = Field(description="What [[emergency]] writes: its signs stand for the three dots.")
    emergency_signs: list[ItemId] = Field([], description="The signs behind it: none of them may be left out.")
    emergency_words: ById[Pattern, Text] = Field(
        ById(),
        description="A pattern for words of these signs → their kind. Two kinds beside a call for help are a list.",
    )
    emergency_more: Prose = Field(description="What pages add to it.")
    grades: ById[Id, Grade] = Field(description="How hard pages may be to read.")
    kinds: ById[Id, Kind]
    evidence: ById[Id, EvidenceKind]
    read: ById[Id, Entry]
    verdicts: ById[Id, Verdict]
    measures: ById[Id, Measure] = Field(description="What a row of figures measures.")
    columns: ById[Id, Entry] = Field(ById(), description="What figures that stand side by side in a table measure.")
    reports: ById[Id, Report] = Field(ById(), description="Groups of words that stand on scan and blood reports.")
    tiers: ById[Id, Tier] = Field(description="How soon to get help, the most urgent first.")
    audiences: ById[Id, Entry] = Field(description="For whom a card is.")
    not_speeds: ById[Pattern, Text] = Field(ById(), description="A pattern that looks like a speed and is none → why.")
    speed_words: ById[Pattern, list[TierId]] = Field(
        ById(), description="A pattern for words that say how soon → the tier, or none, in this order."
    )
    help_words: list[Pattern] = Field(
        [], description="Patterns for words of a sentence that sends somebody for help, or keeps them from it."
    )
    reporting: list[Pattern] = Field(
        [], description="Patterns for words of a sentence that reports, with its source, how soon others say."
    )
    audience_words: ById[Pattern, list[AudienceId]] = Field(
        ById(), description="A pattern for words that say for whom a sentence is → the audiences, in this order."
    )
    askers: ById[Id, Entry] = Field(ById(), description="Who asks the questions that pages answer, in their words.")
    counted: list[Text] = Field(min_length=1, description="Words for people as studies count: '29 children'.")
    countries: list[Text] = Field([], description="Codes of ISO 3166: each has a line in ambulance-numbers.yml.")
    moved: ById[Address, PageId] = Field(
        ById(), description="An address that a page once had → the page that has taken its place: readers are led on."
    )
    levels: ById[Id, Entry] = Field(ById(), description="The parts of the spine, from the neck down.")
    shows: ById[PageId, list[Text]] = Field(ById(), description="Pages that must hold some blocks: page id → blocks.")
    ours: ById[Pattern, Text] = Field(min_length=1, description="A pattern for what speaks of our checklist → why.")
    soothing: ById[Pattern, Text] = Field(min_length=1, description="A pattern that is said nowhere → what to say.")
    urgent: list[Text] = Field(min_length=1, description="Words that people search for in an emergency.")
    telling: ById[Pattern, Text] = Field(ById(), description="A pattern that tells without a command → what it tells.")
    denied: ById[Pattern, Text] = Field(ById(), description="A pattern that may only be denied → what to say instead.")
    commands: list[Text] = Field(min_length=1, description="Verbs that begin a sentence which says what to do.")
    banned: ById[Pattern, Text] = Field(description="A pattern never used of our checklist → what to say instead.")
    not_figures: ById[Pattern, Text] = Field(description="A pattern that looks like a figure and is none → why.")
