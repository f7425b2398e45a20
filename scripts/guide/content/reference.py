"""content/references.yml: a source by CSL's field names, and what each of them may hold."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from guide.content.fields import Day, EvidenceKindId, Model, ReadId, Url, Written
from guide.content.source import Text


def _on_calendar(value: Text) -> Text:
    try:
        dt.date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError:
        raise ValueError(f"no calendar has the day {value} — write year, month and day: 2020-11-22") from None
    return value


def _isbn(value: Text) -> Text:
    """Refuse an ISBN whose last digit, which is made from the others, says that one of them is a slip."""
    digits = [10 if digit == "X" else int(digit) for digit in re.sub("[ -]", "", value)]
    if len(digits) == 10:
        good = sum(weight * digit for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0
    else:
        good = len(digits) == 13 and sum(digits[0::2] + [3 * digit for digit in digits[1::2]]) % 10 == 0
    if not good:
        raise ValueError(f"'{value}' is no ISBN: its digits do not fit its last one — copy it anew")
    return value


def _paired(value: Text) -> Text:
    """Refuse a DOI that took a bracket of its sentence along."""
    if value.count("(") != value.count(")"):
        raise ValueError(f"'{value}' has a bracket without its other half — copy the DOI anew")
    return value


# As much of the day as is known.
Issued = Annotated[
    Text,
    Written(r"(1[6-9]|20)\d{2}(-\d{2}){0,2}", "write the day as 2020-11-22, or only 2020-11 or 2020"),
    AfterValidator(_on_calendar),
]
Doi = Annotated[
    Text,
    Written(
        r"10\.\d{4,9}/[!-~]*[!-+0-9<-~-]",
        "write a DOI as it begins, without an address before it or a stop behind it: 10.1136/bmj.m3673",
    ),
    AfterValidator(_paired),
]
Pmid = Annotated[Text, Written(r"[1-9]\d{0,7}", "write PubMed's number for it, digits only: 32816714")]
Pmcid = Annotated[Text, Written(r"PMC[1-9]\d{0,8}", "write PMC and its number: PMC7430000")]
Isbn = Annotated[Text, Written(r"(?:97[89][ -]?)?\d[\d -]{7,13}[\dX]", "write the 13 or 10 digits of an ISBN"),
                 AfterValidator(_isbn)]  # fmt: skip
# A volume, an issue, pages, a number: 28 (suppl 4), Suppl_1, 60-72.e14, xii-xv, CD003347.
Locator = Annotated[
    Text,
    Written(
        r"(?=.*\d|[Ss]uppl|[Ss]pec|P(?:ar)?t [A-Z]|[ivxlcIVXLC-]+$)[A-Za-z0-9(][A-Za-z0-9 ()._/-]{0,30}",
        "write a number as the source has it, in plain letters, such as 12, 305-315, S4 or Suppl 1",
    ),
]
BEFORE = re.compile(r"(?i:pages?|pp?\.|pp(?=\d)|pp? |vol(?:ume)?|v(?=\d)|issue|no\.|no |nr|number|n°)[ .]*")
SUPPLEMENT = re.compile(r"v\d+(?:-v\d+)?")  # pages v12-v19, as of a guideline in Annals of Oncology


def _bare(value: Text) -> Text:
    """Refuse the word for what a number counts, which each style of citation adds by itself: vol. 3, pp. 305-312."""
    if (found := BEFORE.match(value)) and value[found.end() :][:1].isdigit():
        raise ValueError(f"'{found[0].strip()}' before the number — write the number alone: {value[found.end() :]}")
    return value


def _forwards(value: Text) -> Text:
    """Refuse pages of which the last comes before the first, or in words. The last may be short: 1234-41."""
    if not SUPPLEMENT.fullmatch(value):
        _bare(value)
    if re.search(r"--| - | to |\.$", value):
        raise ValueError(f"'{value}' — write the first and the last page with one hyphen between them: 305-312")
    if found := re.fullmatch(r"([A-Za-z]*)(\d+)-\1?(\d+)", value):
        _, first, last = found.groups()
        if int(first[: max(len(first) - len(last), 0)] + last) < int(first):
            raise ValueError(f"the pages {value} go backwards — write the first page first, and check both")
    return value


Number = Annotated[Locator, AfterValidator(_bare)]
Pages = Annotated[Locator, AfterValidator(_forwards)]
Person = Annotated[
    Text,
    Written(
        r"[^\s\d!-/:-@\[-`{-~][^\d,;:()@&/<>\[\]{}]*",
        "write a person's name in letters, without digits or commas: {family: Smith, given: Anna B.}",
    ),
]
# Small words that only a body has in its name. Those of people are short, and too many to list: van, binti, ter, hyun.
Given = Annotated[
    Text,
    Written(
        r"(?!(?:.* )?(?:of|for|and|the|at|in|on|und|et|pour|care|cent(?:er|re)|group|team|trust|unit|[a-z]{7,})(?: |$))"
        r"[^\s\d!-/:-@\[-`{-~][^\d,;:()@&/<>\[\]{}]*",
        "write given names, or {literal: its whole name} for a body: {family: Smith, given: Anna B.}",
    ),
]
EtAl = Annotated[Text, Written("true", "write true, or take the line out"), WithJsonSchema({"const": True})]
TWO_FORMS = "write {family: Smith, given: Anna}, or {literal: a body's name}"


def _said(value: Text) -> Text:
    """Refuse what answers a question that nobody asked: `note: true`."""
    if value.strip(" .").lower() in ("true", "false", "yes", "no", "null", "none", "~", "-", "?", "n/a", "unknown"):
        raise ValueError(f"'{value}' says nothing to a reader — write it in words, or take the line out")
    return value


def _people(value: Text) -> Text:
    if len(value.split()) == 1:
        example = "2,703 people with myeloma, UK records, 2000 to 2014"
        raise ValueError(f"'{value}' does not say whom it counted — write who, how many, where and when: {example}")
    return value


Saying = Annotated[Text, AfterValidator(_said)]

# A family name with initials behind it, and what stands before or behind names on a title page.
INITIALS = re.compile(r"([^\W\d_][\w'’ -]*[^\W\d_]) ([A-Z](?:[. ]{0,2}[A-Z]){0,2}\.?)")
TITLE = re.compile(r"^(?:Dr|Prof|Professor|Mrs?|Ms)\.? | (?:MD|PhD|MSc|RN|FRCS|FRCP|MBBS|BSc|et al\.?)$")


class Name(Model):
    """An author, by CSL's fields: a person's family name, or a body's name as it stands."""

    family: Person | None = None
    given: Given | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _plain(self) -> Name:
        found = INITIALS.fullmatch(self.family or "")
        if found and not self.given:
            raise ValueError(f"initials in a family name — write {{family: {found[1]}, given: {found[2]}}}")
        for title in filter(None, (TITLE.search(part or "") for part in (self.family, self.given))):
            more = ", and write et_al: true below the authors" if "et al" in title[0] else ""
            raise ValueError(f"'{title[0].strip()}' is no part of a name — take it out{more}")
        if self.family and len(self.family) > 3 and self.family.isupper():
            raise ValueError(f"'{self.family}' is all in capitals — write it as {self.family.title()}")
        return self

    @model_validator(mode="after")
    def _one_of_two(self) -> Name:
        if self.literal and (self.family or self.given):
            raise ValueError(f"two names for one author — {TWO_FORMS}")
        if not self.literal and not self.family:
            raise ValueError(f"an author without a name — {TWO_FORMS}")
        return self


class Replaced(Model):
    """That a source is no longer what its author says, as a guideline that a newer one replaces."""

    by: Saying = Field(description="The newer one, such as 'NICE guideline NG234'.")
    on: Day = Field(description="From when. A page checked before then is on the maintainers' list.")


class Opened(Model):
    """When somebody last read the source itself beside every sentence that cites it, and how."""

    on: Day
    how: Saying = Field(description="What was read, and where: 'abstract, PubMed'.")


class Reference(Model):
    """A source, by CSL's field names, with what kind of evidence it is and how much of it we read."""

    called: ClassVar = {
        **dict.fromkeys(["journal", "book", "source", "container_title", "container title"], "container-title"),
        **dict.fromkeys(["year", "date", "published", "publication date"], "issued"),
        **dict.fromkeys(["link", "address", "web", "website"], "URL"),
        **dict.fromkeys(["accessed", "retrieved", "checked"], "opened"),
        **dict.fromkeys(["pages", "pp"], "page"),
        "vol": "volume",
        "no": "issue",
        "et al": "et_al",
    }

    type: Literal["article-journal", "article-newspaper", "book", "chapter", "document", "manuscript",
                  "paper-conference", "report", "webpage"]  # fmt: skip
    author: list[Name] = []
    et_al: EtAl | None = Field(None, description="true when the list of authors goes on.")
    title: Text
    container_title: Text | None = Field(None, alias="container-title")
    publisher: Text | None = None
    issued: Issued | None = None
    volume: Number | None = None
    issue: Number | None = None
    page: Pages | None = None
    number: Number | None = None
    ISBN: Isbn | None = None
    DOI: Doi | None = None
    PMID: Pmid | None = None
    PMCID: Pmcid | None = None
    URL: Url
    evidence: EvidenceKindId = Field(description="An id from `evidence` in site.yml.")
    read: ReadId = Field(description="An id from `read` in site.yml: how much of it we read.")
    people: Annotated[Saying, AfterValidator(_people)] | None = Field(
        None,
        description="Who was counted, where and when, in one line, with the size of each group that something was "
        "counted in: '2,703 people with myeloma and 12,157 without, UK records, 2000 to 2014'.",
    )
    opened: Opened | None = Field(None, description="When somebody last read the source itself, and how.")
    not_found: Day | None = Field(
        None, description="The day on which somebody last looked for it and could not open it."
    )
    note: Saying | None = Field(None, description="What a reader must know about it.")
    replaced: Replaced | None = Field(None, description="What has replaced it: each page that cites it says so.")
