"""A value of the content and what an editor types into its file → what a reader gets of it, or the problems named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import markdown
import yaml

from guide.content import files
from guide.content.article import Article
from guide.content.checklist import Checklist
from guide.content.emergency_numbers import AmbulanceNumbers, Number
from guide.content.explained import Disagreement, Term
from guide.content.fields import Model
from guide.content.figure import Figure
from guide.content.leaflet import Leaflets
from guide.content.load import read_many, read_one
from guide.content.reference import Reference
from guide.content.search import SearchWords
from guide.content.site import Page, Site, prose_in, texts_in
from guide.content.source import Problem, SourceFile, Text
from guide.content.vocabulary import Settings
from guide.content.watch import Watch
from guide.pages import context
from guide.pages.render import Writer
from guide.rules import inline, leaflets, links, markup, sources, stray, structure
from ours import PROBLEMS, SITE

ROOT = Path(__file__).resolve().parent.parent
# The files that many pages are made from: what holds them in the site, and how they are read.
SHARED = {
    "content/site.yml": ("settings", read_one, Settings),
    "content/article.yml": ("article", read_one, Article),
    "content/checklist.yml": ("checklist", read_one, Checklist),
    "content/leaflets.yml": ("leaflets", read_one, Leaflets),
    "content/search.yml": ("search", read_one, SearchWords),
    "content/watch.yml": ("watch", read_one, Watch),
    "content/glossary.yml": ("glossary", read_many, Term),
    "content/disagreements.yml": ("disagreements", read_many, Disagreement),
    "content/figures.yml": ("figures", read_many, Figure),
    "content/emergency-numbers.yml": ("numbers", read_many, Number),
    "content/ambulance-numbers.yml": ("ambulance", read_one, AmbulanceNumbers),
    "content/references.yml": ("references", read_many, Reference),
}
# Ids, days and addresses, which have rules of their own, and what no page shows.
NO_WORDS = re.compile(
    r"\.(folder|symbol|banned|not_figures|group|next|also|figures|measure|evidence|read|URL|DOI|PMID|PMCID|ISBN|issued"
    r"|volume|issue|page|number|number.emergency|unavoidable|repository|version|reviewer|report|place|verdict|pages|draw"
    r"|under|lane|publisher|reference|signs|tier|audience|left_out|emergency|advice|unit|family|given|literal|points"
    r"|fields|not_owed|audiences|pocket|lines|said|who|at|same|idle|last|url|select|pattern|edition|not_followed)$"
    r"|(Leaflet\.about|Levels\.named|Opened\.how|Ask\.words)$"
)
# Rules on what is said, not on how: an editor mends the words, and what was lost stays lost.
RULES = [*markup.RULES, *stray.RULES, *structure.RULES, *inline.RULES]
RULES += [
    leaflets.linked_lines,
    links.unknown_links,
    sources.unknown_citations,
    links.unknown_blocks,
    links.missing_pages,
]


@dataclass(frozen=True)
class Value:
    """A text of the content: its kind of field, where its words stand in its file, and a page that shows it."""

    kind: str
    text: Text
    page: str

    @property
    def end(self) -> int:
        """Where its last letter stands in its file."""
        return self.text.offset(len(self.text.rstrip()) - 1) + 1


def walk(value: object, kind: str = "") -> Iterator[tuple[str, Text]]:
    """Yield each text in a model, or in a list or dict of models, with the name of its field."""
    if isinstance(value, Text):
        yield kind, value
    elif isinstance(value, Model):
        for field in type(value).model_fields:
            prose = "!" if field in type(value).prose_fields() else ""
            yield from walk(getattr(value, field), f"{type(value).__name__}.{field}{prose}")
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from walk(item, kind)


@cache
def whole_site() -> Site:
    assert not PROBLEMS
    return SITE


def values() -> dict[str, list[Value]]:
    """Return every text that a page shows, by its kind of field."""
    site, settings = whole_site(), whole_site().settings
    found: dict[str, list[Value]] = {}

    def add(part: object, page: str, prefix: str = "") -> None:
        for kind, text in walk(part):
            if not NO_WORDS.search(kind.rstrip("!")):
                found.setdefault(prefix + kind, []).append(Value(prefix + kind, text, page))

    shown = {target: page.id for page in site.pages.values() for target in page.next}
    for page in site.pages.values():
        lists = site.settings.kinds[page.kind].folder if page.kind != "docs" else shown.get(page.id)
        for kind, text in walk(page):
            at = lists if kind in ("Page.brief", "Page.name") else page.id
            if kind == "Page.name" and page.kind == "docs":
                continue  # only links without words of their own show it
            if at and not NO_WORDS.search(kind.rstrip("!")):
                found.setdefault(kind, []).append(Value(kind, text, at))
    cited = {name: page for page in site.pages for name in base_context().cited[page]}
    for name, reference in site.references.items():
        if name in cited:
            add(reference, cited[name])
    for name, figure in site.figures.items():
        pages = [p.id for p in site.pages.values() if name in p.figures or f"figure {name}" in (p.body or "")]
        pages += [row.page for row in figure.rows if row.page and figure.under]
        if pages:
            add(figure, pages[0], "Figure/")
    add([site.checklist.none, site.checklist.sheet], "checklist")
    for card in site.checklist.cards.values():
        for item in card.items.values():
            add(item, item.signs[0])
            if card.audience == "anyone":
                add(item, "checklist", "exact/")
        add(card.model_copy(update={"items": {}}), item.signs[0])
        add([settings.audiences[card.audience]], item.signs[0], "audiences/")
    for name, leaflet in site.leaflets.leaflets.items():
        add(leaflet.model_copy(update={"cards": []}), name)
        for card in leaflet.cards:
            add(card.model_copy(update={"groups": []}), name)
            add([group.label for group in card.groups if len(card.groups) > 1], name, "LineGroup.label")
            add([site.leaflets.lines[line] for group in card.groups for line in group.lines], name)
        add([site.leaflets.lines[line] for line in leaflet.pocket], "card", "pocket/")
    add({name: term.model_copy(update={"means": None}) for name, term in site.glossary.items()}, "glossary")
    add([term.means for term in site.glossary.values() if term.means], "scan-words", "Term.means!")
    asked = [ask.words[0] for page in site.pages.values() for ask in page.asks]  # the others only the search reads
    add(asked, "questions", "asked/")
    add(site.article.claims, "source-article")
    add(site.disagreements, "disagreements")
    add(site.numbers, "numbers")
    add([site.ambulance.source, site.ambulance.second, site.ambulance.no_answer], "numbers", "AmbulanceNumbers!")
    add([number.place for number in site.numbers.values()], "numbers", "Number.place")
    add(list(site.checklist.fields.values()), "checklist", "Checklist.fields")
    start = site.changes.index("\n## ")
    add(Text(site.changes[start:], site.changes.source, start), "changes", "changes")
    add([settings.emergency, settings.emergency_more], "worry", "Settings.emergency!")
    for kind in settings.kinds.values():
        page = next(
            page for page in site.pages.values() if page.kind in settings.kinds and kind is settings.kinds[page.kind]
        )
        add([kind.note] if kind.note else [], page.id, "Kind.note!")
        add([entry.label for entry in kind.sections.values()], page.id, "Kind.sections")
        add(kind.groups, kind.folder, "Kind.groups/")
    add(settings.verdicts, "source-article", "verdicts/")
    add(settings.tiers, "checklist", "tiers/")
    add(settings.reports, "scan-words", "reports/")
    return found


class Base:
    """The context of the real site, with what its templates need, and what each page cites."""

    def __init__(self) -> None:
        self.context = context.SiteContext(whole_site())
        self.cited: dict[str, list[str]] = {}
        for page in whole_site().pages.values():
            writer = Writer(self.context, page)
            writer.write()
            self.cited[page.id] = list(writer.cited)
            for name in writer.cited:
                self.context.cited_by[name].append(page)
        # Compiled once: each new context would compile all templates again.
        templates = self.context.templates
        context.Environment = lambda **_: templates  # type: ignore[misc, assignment]


@cache
def base_context() -> Base:
    return Base()


def retyped(value: Value, at: int, typed: str) -> tuple[Site | None, list[Problem], int]:
    """Return the site with `typed` at the character `at` of the value's file, what is wrong, and lines left out."""
    site, source = whole_site(), value.text.source
    text = source.text[:at] + typed + source.text[at:]
    left = 0
    if source.path == "content/references.yml":  # the other references need not be read again
        start = source.text.rfind("\n", 0, source.text.rfind("\n  type:", 0, at)) + 1
        end = re.compile(r"\n(?=[a-z0-9])").search(text, at + len(typed))
        left = text.count("\n", 0, start)
        text = text[start : end.end() if end else None]
    new = SourceFile(source.path, text)
    problems = sorted(odd for letter in set(typed) if (odd := files._odd(letter, new)))
    if source.path == "CHANGELOG.md":
        part, changed = Text(text, new), {"changes": Text(text, new)}
    elif source.path in SHARED:
        name, read, model = SHARED[source.path]
        part, wrong = read(new, model)
        problems += wrong
        changed = {name: {**site.references, **part} if name == "references" and part else part}
    else:
        part, wrong = read_one(new, Page)
        problems += wrong
        changed = {"pages": {**site.pages, part.id: part} if part else {}}
    if problems or part is None:
        return None, problems, left
    edited = replace(site, **changed)
    # Rules look at the changed file only: the others' pages count as known, and are not looked at again.
    pages = {part.id: part} if isinstance(part, Page) else {}
    looked = replace(edited, pages=pages, broken=frozenset(site.pages))
    if source.path != "content/references.yml":
        looked = replace(looked, references=site.references)
    prose = tuple(prose_in(part)) if not isinstance(part, Text) else ()
    vars(looked)["prose"], vars(looked)["texts"] = prose, tuple(texts_in(part))
    return edited, [problem for rule in RULES for problem in rule(looked)], left


def read(site: Site, name: str, changed: Text | None = None) -> str:
    """Return the words of a page as a reader gets them, the signs of lists among them, with single spaces."""
    base = base_context()
    made = context.SiteContext(site)
    made.cited_by = base.context.cited_by
    page = Writer(made, site.pages[name]).write()
    _, head, body = page.split("---\n", 2)
    words = Words()
    words.feed(engine().reset().convert(body))
    words.close()
    return " ".join(f"{yaml.safe_load(head)['title']}\n{''.join(words.found)}".split())


@cache
def engine() -> markdown.Markdown:
    """Markdown as mkdocs.yml sets it up."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("markdown_extensions:")[2]
    listed = yaml.safe_load(text.partition("\n\n")[0])
    names = [one if isinstance(one, str) else next(iter(one)) for one in listed]
    options = {name: about for one in listed if isinstance(one, dict) for name, about in one.items()}
    return markdown.Markdown(extensions=names, extension_configs=options)


@cache
def as_it_is(name: str) -> str:
    return read(whole_site(), name)


class Words(HTMLParser):
    """HTML → its words. An entry of a list has its hyphen or number; other elements begin and end words."""

    INLINE = {"a", "strong", "em", "sup", "code", "small", "label", "span", "b", "i", "tspan"}

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.lists: list[int | None] = []
        self.skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li" and self.lists:
            if self.lists[-1] is None:
                self.found.append("\n- ")
            else:
                self.lists[-1] += 1
                self.found.append(f"\n{self.lists[-1]}. ")
        elif tag == "blockquote":
            self.found.append("\n> ")
        elif tag == "hr":
            self.found.append("\n<hr> ")
        elif tag == "pre":
            self.found.append("\n<pre> ")
        elif tag not in self.INLINE:
            self.found.append("\n")
        elif tag in ("em", "code"):
            self.found.append({"em": "", "code": ""}[tag])
        if ("class", "headerlink") in attrs:
            self.skip = 1

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        if tag not in self.INLINE:
            self.found.append("\n")
        if tag == "a":
            self.skip = 0

    def handle_data(self, data: str) -> None:
        if not self.skip:
            self.found.append(data)


def only_added(before: str, after: str, typed: str) -> bool:
    """Return whether `after` is `before` with `typed` added, at one or more places, and nothing else changed."""
    words = " ".join(typed.split())
    return any(_added(before, after, one) for one in (f"{words} ", f" {words}", words))


def _added(before: str, after: str, words: str) -> bool:
    times, rest = divmod(len(after) - len(before), len(words))
    if rest or times < 1:
        return False
    a = b = 0
    for _ in range(times):
        while b < len(before) and before[b] == after[a]:
            a, b = a + 1, b + 1
        # The words may begin before the first letter that differs, if what follows begins as they do.
        for back in range(min(len(words), a) + 1):
            if after[a - back : a - back + len(words)] == words:
                a, b = a - back + len(words), b - back
                break
        else:
            return False
    return before[b:] == after[a:]
