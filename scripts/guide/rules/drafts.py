"""Rules for slips of the pen: what only held a place, a word that stands twice, a summary that two pages share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from guide.content.prose import INLINE, sentences
from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.content.words import texts_of
from guide.rules.candidates import holding, where
from guide.rules.spoken import names_of

PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+|(?<!\d,)XX(?!/XY|,? (?:(?:and|or) )?XY|[ -](?:chromosome|karyotype)))\b"
    r"|\bxxx+\b|\?\?\?|(?i:\blorem ipsum\b|\bdolor sit amet\b|\bplaceholder\b"
    r"|\b(?:insert|add) (?:text|figure|source|citation|link)s? here\b|\bexample\.(?:org|com|net)\b"
    r"|\b(?:written|quoted|cited|figures?|source|number|checked|added) from memory\b"
    r"|(?:(?<=, )|(?<=\())from memory\b|\b(?:citation|source) needed\b)"
    r"|^[ \t]*(?:\.\.\.+|…)[ \t]*$",
    re.MULTILINE,
)
# The same in any language, of which one may have a word like those above.
ANYWHERE = re.compile(r"\?\?\?|\b[Xx]{3,}\b|(?i:\blorem ipsum\b)")
# What stands for nothing in other programs: here it would be shown as it is.
NOTHING = re.compile(r"\s*(?:~|null|nil|n/a|[?–—-]+|\.|tba)\s*", re.IGNORECASE)
# What answers a question that nobody asked: "unknown: no".
ANSWER = re.compile(
    r"(?:yes|no|true|false|on|off|none|nothing|unknown|not known|as above|see above|[yn])\.?", re.IGNORECASE
)
# What each of them holds: most texts hold none, and are passed at once.
HINTS = ("todo", "tbd", "tbc", "fixme", "xx", "???", "lorem", "dolor", "placeholder", "nsert ", "example.", "...", "…",
         re.compile(r"add [tfscl]"), "from memory", "on needed", "source needed")  # fmt: skip
SMALL = "the|a|an|of|to|in|and|is|for|with"
# "had had" is a sentence, and Wagga Wagga a town; any other word twice is a slip.
DOUBLED = re.compile(
    r"\b(?!(?:had|that)\b)(?!(?-i:(?P<town>[A-Z][a-z]{2,}[ao]) (?P=town)\b))(?P<word>[^\W\d_]{2,}|a)"
    r"(?: +| *\n *)(?P=word)\b(?![-'’])",
    re.IGNORECASE,
)
TWICE = re.compile(r"\b(\w+)\s+\1\b", re.IGNORECASE)  # what it holds
PARAGRAPH = re.compile(r"\S(?:(?!\n\s*\n).)*", re.DOTALL)
ONE = "take one of the two out"
FEW_LETTERS = 5  # what says nothing is shorter, but for strokes and question marks
FEW_WORDS = 6  # what is shorter, such as "Ask them.", may be meant twice
LAST = re.compile(rf"\b({SMALL})\s+\Z", re.IGNORECASE)


def placeholders(site: Site) -> Iterator[Problem]:
    """What stood there until somebody wrote the real words is no text for readers: write them, or take it out."""
    samples = "example." in site.settings.repository  # a site made of examples, such as that of the tests
    drafts = {str(page.path) for page in site.pages.values() if page.draft}  # they are named before it is published
    hinted = {*where((text.casefold() for text in site.texts), *HINTS)}
    for number, text in enumerate(site.texts):
        short = len(bare := text.strip()) < FEW_LETTERS or not bare.strip("?–—-")
        if (short or number in hinted) and text.source.path not in drafts:
            yield from placeholders_in(text, samples, ANYWHERE if site.original else PLACEHOLDER)
    if site.original:
        return
    # What is counted or explained may be called so: the row "Unknown" of a picture, the word "none" of a report.
    called = {id(term.term) for term in site.glossary.values()}
    for figure in site.figures.values():
        called |= {*(id(row.label) for row in figure.rows), *(id(part.label) for part in figure.parts)}
    for part in (site.settings, site.pages, site.glossary, site.disagreements, site.figures, site.ambulance):
        for _, said in texts_of(part):
            for text in [said] if isinstance(said, Text) else ():  # in a list are words that people search for
                if ANSWER.fullmatch(text) and text.source.path not in drafts and id(text) not in called:
                    message = f"'{text}' says nothing to a reader — write it in words, or take the line out"
                    yield text.problem(message)


def placeholders_in(text: Text, samples: bool = False, pattern: re.Pattern[str] = PLACEHOLDER) -> Iterator[Problem]:
    """Yield what only holds a place in a text; addresses for examples are none in a site made of `samples`."""
    if NOTHING.fullmatch(text):
        yield text.problem(f"'{text.strip()}' only holds a place — write what belongs there, or take the line out")
        return
    for found in pattern.finditer(text):
        if not (samples and text[max(0, found.start() - 8) : found.start()] == "https://"):
            yield text.problem(f"'{found[0].strip()}' only holds a place — write what belongs there", found.start())


def doubled_words(site: Site) -> Iterator[Problem]:
    """A link brings its own article: 'the [[checklist]]' reads 'the the checklist'. Take one of the two out."""
    links = names_of(site)
    names = [text for page in site.pages.values() for text in (page.title, page.name, page.brief)]
    for text in holding((*site.prose, *names), TWICE):
        for found in DOUBLED.finditer(text):
            yield text.problem(f"'{' '.join(found[0].split())}' — take one of the two out", found.start())
    for text in site.prose:
        for mark in INLINE.finditer(text) if "[[" in text else ():
            first = (mark["label"] or links.get((mark["link"] or "").partition("#")[0].strip(), "")).partition(" ")[0]
            before = LAST.search(text[max(0, mark.start() - 12) : mark.start()])
            if before and before[1].lower() == first.lower():
                written = f"'{before[1]} {mark[0]}' reads '{before[1]} {first} …'"
                yield text.problem(f"{written} — take '{before[1]}' out", mark.start())


def doubled_paragraphs(site: Site) -> Iterator[Problem]:
    """A text says a paragraph once, and in a section a sentence: where it was pasted twice, one of them goes.

    A question may come again, with other advice behind it: "Have you had cancer?"
    """
    bodies = {id(page.body) for page in site.pages.values()} | {id(site.changes)}  # they may say a thing again
    for text in (*site.prose, site.changes):
        seen: set[str] = set()
        again: set[int] = set()  # the letters of paragraphs that are told
        for found in PARAGRAPH.finditer(text) if "\n" in text else ():
            words = " ".join(found[0].split())
            if words in seen and words.count(" ") >= FEW_WORDS:
                yield text.problem(f"'{opening(words)}' stands above in the same words — {ONE}", found.start())
                again |= {*range(found.start(), found.end())}
            seen.add(words)
        said: set[str] = set()
        for sentence in sentences(text) if id(text) not in bodies else ():
            words = " ".join(sentence.words.replace("\0", " ").split())
            asked = words.rstrip("*").endswith("?")
            if words in said and not asked and words.count(" ") >= FEW_WORDS and sentence.at not in again:
                yield text.problem(f"'{opening(words)}' is said above already — {ONE}", sentence.at)
            said.add(words)


def opening(words: str) -> str:
    return f"{' '.join(words.split()[:5])} …"


def doubled_titles(site: Site) -> Iterator[Problem]:
    """A title and a name belong to one page, or a reader can't tell two results apart: give each its own."""
    titles = Counter(page.title for page in site.pages.values())
    names = Counter(page.name.casefold() for page in site.pages.values())
    for page in site.pages.values():
        if titles[page.title] > 1:
            yield page.title.problem(f"another page is called '{page.title}' too — give each its own title")
        elif names[page.name.casefold()] > 1:
            yield page.name.problem(f"another page has the name '{page.name}' too — give each its own name")


def doubled_summaries(site: Site) -> Iterator[Problem]:
    """No two pages share a summary or a brief, for search engines and lists show them: say what is on each."""
    for field in ("summary", "brief"):
        count = Counter(getattr(page, field) for page in site.pages.values())
        for page in site.pages.values():
            if count[said := getattr(page, field)] > 1:
                yield said.problem(f"another page has the same {field} — say what stands on this one")


RULES = [placeholders, doubled_words, doubled_paragraphs, doubled_titles, doubled_summaries]
