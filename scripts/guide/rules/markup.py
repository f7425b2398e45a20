"""Rules that keep markup out of content: content says words, and the templates alone say HTML.

What content could smuggle into a page, a browser might run, and a frightened reader might believe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.files import fault
from guide.content.prose import BLOCK
from guide.content.site import Site
from guide.content.source import Problem
from guide.rules.candidates import holding

# The longest page has 23,000 letters, the longest paragraph 2,500. Beyond this nobody reads on, and Markdown, whose
# time grows with the square of a paragraph, takes minutes.
LONGEST_TEXT, LONGEST_PARAGRAPH = 30_000, 5_000
PARAGRAPH = re.compile(r"(?:.+\n?)+")
STRAY = re.compile(r"\[+@?|\]+|\{\{|\}\}")
HTML = "HTML is not used in content — write Markdown, or a space behind the sign"
# In prose, brackets and the beginning of a line have rules of their own.
TOLD = re.compile(r"\[+[^\[\]\n]*\]+|^\|.*", re.MULTILINE)
TAG = re.compile(r"<(?!\s|$)")
# Markdown's own links, pictures, code blocks and lists of attributes.
FOREIGN = re.compile(r"\]\(|\]:|!\[|~~~|&#?\w+;|[{}]")
# What the body of a page may have of them: an id at the end of a heading, and one class below a paragraph.
OWN = re.compile(r"^(#{2,3} [^{}\n]*)\{ #[a-z0-9-]+ \}$|^()\{: \.way \}$", re.MULTILINE)
# What may stand in a mark: an id with a place for a link, and nowhere what Markdown would make something of.
WORDS = r"[^\[\]{}<>`*\\|]"
MARKS = re.compile(
    rf"\[(?<!!\[)(?:\[[a-z0-9-]+(?:#[a-z0-9-]+)?(?:\|{WORDS}*[^\s\[\]{{}}<>`*\\|]{WORDS}*)?\]|@{WORDS}+)\]"
)


def raw_html(site: Site) -> Iterator[Problem]:
    """Content holds no HTML: write Markdown, or a space behind the `<` that means less. Some DOIs have one."""
    dois = {id(reference.DOI) for reference in site.references.values()}
    for text in holding(site.texts, "<"):
        for tag in TAG.finditer(text) if id(text) not in dois else ():
            figure = text[tag.start() + 1].isdigit()
            advice = "'<' begins HTML — write 'less than' before a figure" if figure else HTML
            yield text.problem(advice, tag.start())


def misplaced_blocks(site: Site) -> Iterator[Problem]:
    """A block `{{ name }}` works in the body of a page in docs/ only: take it out elsewhere."""
    bodies = {id(page.body) for page in site.pages.values()}
    for text in holding(site.texts, "{{"):
        for block in BLOCK.finditer(text) if id(text) not in bodies else ():
            yield text.problem(f"'{block[0]}' works in the body of a page in docs/ only — take it out", block.start())


def odd_letters(site: Site) -> Iterator[Problem]:
    """Letters that nobody sees, written as escapes: those in the file itself were seen when it was read."""
    for text in site.texts:
        for letter in set(text) if not text.isascii() or not text.isprintable() else ():
            if why := fault(letter):
                yield text.problem(why, text.index(letter))


def broken_cells(site: Site) -> Iterator[Problem]:
    """A stroke begins the next cell of a table, and many texts stand in one: only bodies write their own."""
    others = site.of_works | {id(page.body) for page in site.pages.values()}
    prose = {id(text) for text in site.prose}
    for text in holding(site.texts, "|"):
        rest = MARKS.sub(hide, text)
        rest = TOLD.sub(hide, rest) if id(text) in prose else rest
        if "|" in rest and id(text) not in others:
            message = "a '|', which begins a new cell in a table — write words without it"
            yield text.problem(message, rest.index("|"))


def endless_texts(site: Site) -> Iterator[Problem]:
    for text in site.texts:
        if len(text) > LONGEST_TEXT and text is not site.changes:  # those grow with the years
            yield text.problem(f"{len(text):,} letters — at most {LONGEST_TEXT:,}: split it")
        elif len(text) > LONGEST_PARAGRAPH:
            for part in PARAGRAPH.finditer(text):
                if len(part[0]) > LONGEST_PARAGRAPH:
                    message = f"a paragraph of {len(part[0]):,} letters — at most {LONGEST_PARAGRAPH:,}: split it"
                    yield text.problem(message, part.start())


def hide(found: re.Match[str]) -> str:
    """Blank out what was found, so that positions hold."""
    return " " * len(found[0])


RULES = [raw_html, misplaced_blocks, odd_letters, broken_cells]
