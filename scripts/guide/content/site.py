"""What content is: frozen models of the files in content/, and `Site`, all of them together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

from pydantic import Field

from guide.content.article import Article
from guide.content.checklist import Case, Checklist
from guide.content.due import months_of, spread
from guide.content.emergency_numbers import AmbulanceNumbers, Number, row
from guide.content.explained import Disagreement, Term
from guide.content.facts import Ages, Levels, Share
from guide.content.fields import ById, Day, FigureId, MeasureId, Model, PageId, Prose, Words
from guide.content.figure import Figure
from guide.content.language import Language
from guide.content.leaflet import Leaflets
from guide.content.prose import links, split
from guide.content.reference import Reference
from guide.content.search import Ask, SearchWords
from guide.content.source import SourceFile, Text
from guide.content.strings import Strings
from guide.content.vocabulary import Settings
from guide.content.watch import Watch


class Evidence(Model):
    """One measured figure: what was measured, in whom, and how sure it is."""

    measure: MeasureId = Field(description="An id from `measures` in site.yml.")
    value: Words
    interval: Words | None = Field(None, description="The 95% confidence interval, where the source gives one.")
    people: Words = Field(description="In whom it was measured, and how many.")
    test: Words | None = Field(None, description="Of a test: which, or which finding, if not what the page is called.")
    illness: Words | None = Field(None, description="Of a test: what it looked for, such as cancer in the spine.")
    source: Prose


class Page(Model):
    """A page. Its file's name is its id, its folder is its kind."""

    title: Words = Field(description="The page's heading. No two pages share one.")
    name: Words = Field(description="What links to this page say in mid-sentence, such as 'lung cancer'.")
    also: list[Words] = Field([], description="Other words for it, in which people search for it.")
    brief: Words = Field(description="One line for lists of pages: at most 20 words, no figure.")
    summary: Prose = Field(description="The answer first: at most 60 words.")
    group: Text | None = Field(None, description="Where the index of its kind shows it: an id from site.yml.")
    share: Share | None = Field(None, description="How many have it in bone or spine, or how many are of this kind.")
    levels: Levels | None = Field(None, description="Where in the spine, as far as a source names it.")
    ages: Ages | None = Field(None, description="How old people were.")
    words_first: bool = Field(False, description="The first paragraph of their section stands above them.")
    sections: ById[Text, Prose] = Field(ById(), description="What the page says, by the section ids of its kind.")
    evidence: list[Evidence] = Field([], description="Figures for the table in the section that shows it.")
    figures: list[FigureId] = Field([], description="Ids of pictures, which stand below the first section.")
    body: Prose | None = Field(None, description="The Markdown of a page written by hand in docs/.")
    asks: list[Ask] = Field([], description="The questions it answers, in people's words, and where.")
    next: list[PageId] = Field(min_length=1, max_length=4, description="Ids of what to read or do next.")
    checked: Day = Field(description="When somebody last read the whole page against its sources.")
    next_check: Day | None = Field(None, description="When that must happen again, if sooner than by itself.")
    draft: bool = Field(False, description="It is shown in the preview only: while it is here nothing is published.")
    unavoidable: Text | None = Field(None, description="One term left out when the reading grade is measured.")

    @cached_property
    def path(self) -> PurePosixPath:
        """The file it was read from, such as content/cancers/lung.yml."""
        return PurePosixPath(self.title.source.path)

    @cached_property
    def id(self) -> str:
        return page_id(self.path)

    @cached_property
    def kind(self) -> str:
        """Its folder in content/, or 'docs' for a page written by hand."""
        return self.path.parts[1] if self.path.parts[0] == "content" else "docs"

    @cached_property
    def links(self) -> frozenset[str]:
        """The ids it links to in its prose."""
        return frozenset(link.target for text in prose_in(self) for link in links(text))


def page_id(path: PurePosixPath) -> str:
    """Return the id of the page in `path`: its file's name, or its folder's for an index.md in a folder."""
    return path.parent.name if path.stem == "index" and path.parent.name != "docs" else path.stem


def address(path: str) -> str:
    """cancers/lung.md → cancers/lung/, signs/index.md → signs/, index.md → the site itself."""
    return path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"


OF_NO_PAGE = {"watch", "strings", "languages", "original"}


@dataclass(frozen=True, eq=False)
class Site:
    """Everything that was read. `broken` holds the ids of what is there but could not be used."""

    settings: Settings
    pages: dict[str, Page]
    references: ById[Text, Reference]
    glossary: ById[Text, Term]
    article: Article
    disagreements: ById[Text, Disagreement]
    figures: ById[Text, Figure]
    numbers: ById[Text, Number]
    ambulance: AmbulanceNumbers
    checklist: Checklist
    leaflets: Leaflets
    search: SearchWords
    watch: Watch
    strings: Strings  # what the code says, in the language of this site
    changes: Text
    lost: SourceFile  # the page for a wrong address, a template of the engine
    cases: ById[Text, Case] = field(default_factory=ById)  # tests/cases.yml, where there is one
    project: dict[str, SourceFile] = field(default_factory=dict)  # files around the content, where there are any
    lock: SourceFile | None = None  # what was last agreed to be told
    broken: frozenset[str] = frozenset()
    languages: dict[str, Language] = field(default_factory=dict)  # those beside English, by their tags
    translated: frozenset[str] = frozenset()  # ids of the pages that this site, a translated one, says anew
    original: Site | None = None  # the English site that it says anew

    def months(self, page: Page) -> int:
        """Return after how many months a page must be read again."""
        kind = self.settings.kinds.get(page.kind)
        return kind.months if kind else months_of(page.body)

    def due(self, page: Page) -> dt.date:
        """Return the day by which a page must be read again: the one it names, or one that is its own."""
        return page.next_check or spread(page.id, page.checked, self.months(page))

    def is_test(self, page: Page) -> bool:
        """Return whether a page is about a test: search engines are told so of its kind."""
        kind = self.settings.kinds.get(page.kind)
        return kind is not None and kind.schema_type == "MedicalTest"

    def path_of(self, page: Page) -> str:
        """Return where a page stands: below its kind's folder, or where it stands in docs/, each below its language."""
        below = f"{self.strings.tag}/" if page.id in self.translated else ""
        if page.kind == "docs":
            return below + page.path.relative_to("docs").as_posix()
        return f"{below}{self.settings.kinds[page.kind].folder}/{page.id}.md"

    def is_foreign(self, text: str) -> bool:
        """Say whether a text of a translated site is still English: then it stands in a file of no language."""
        if not self.translated or not isinstance(text, Text) or not any(map(str.isalpha, text)):
            return False
        return not text.source.path.startswith(f"content/{self.strings.tag}/")

    @cached_property
    def row(self) -> list[tuple[str, Text]]:
        """The row of numbers of each emergency box: number and short name, those of the site's own country first."""
        return row(self.numbers, self.ambulance.countries, self.settings.country)

    def address_of(self, page: Page) -> str:
        """Return where a page stands below the site."""
        return address(self.path_of(page))

    def emergency_line(self, line: str = "") -> str:
        """Return the Markdown of `[[emergency]]`: the signs of the box in a sentence, then a line of the leaflets."""
        signs = [sign.strip().removesuffix(".") for sign in split(self.settings.emergency)[1:]]
        said = self.settings.emergency_line.replace("…", "; ".join(sign[0].lower() + sign[1:] for sign in signs))
        more = self.leaflets.lines.get(line)
        return f"{said} {more.text}." if more else said

    @cached_property
    def undrafted(self) -> Site:
        """The same without its drafts, which are there but tell nobody anything yet."""
        drafts = {name for name, page in self.pages.items() if page.draft}
        pages = {name: page for name, page in self.pages.items() if not page.draft}
        return replace(self, pages=pages, broken=self.broken | drafts) if drafts else self

    @cached_property
    def prose(self) -> tuple[Text, ...]:
        """Every piece of prose: whatever may hold citations, links and figures."""
        return tuple(prose_in(list(vars(self).values())))

    @cached_property
    def of_works(self) -> frozenset[int]:
        """Which texts are of the works we cite."""
        return frozenset(id(text) for work in self.references.values() for text in texts_in(work))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that may reach a page, prose or not: what we follow, and by which patterns, does not.

        What the code says, in `strings`, has rules of its own."""
        return tuple(texts_in([part for name, part in vars(self).items() if name not in OF_NO_PAGE]))


def prose_in(value: object, is_prose: bool = False) -> Iterator[Text]:
    """Yield the prose in a model, or in a list or dict of models."""
    if isinstance(value, Text) and is_prose:
        yield value
    elif isinstance(value, Model):
        held = type(value).prose_fields()
        for field in type(value).model_fields:
            yield from prose_in(getattr(value, field), field in held)
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from prose_in(item, is_prose)


def texts_in(value: Any) -> Iterator[Text]:
    """Yield every text in a model, or in a list or dict of models. Keys are ids or patterns, and checked as such."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Model):
        for field in type(value).model_fields:
            yield from texts_in(getattr(value, field))
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)
