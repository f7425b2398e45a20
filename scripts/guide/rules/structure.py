"""Rules for the structure of texts: paragraphs, lists, headings, tables and quotes, each in its place and in one form.

Markdown makes something of many signs at the beginning of a line, and drops them: "2019. That year" becomes number 1 of
a list, "> 38 °C" a quotation. Here a text has the few forms that are named, and every other such sign is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.prose import BLOCK
from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.rules.line_forms import FALSE, HEADING, ITEM, LINE, OPEN_ROW, PART, QUOTE, ROW, UNDERLINE, WAY
from guide.rules.markup import MARKS, hide

# Strings that are headings of every page. Ids are looked at in `anchors`.
FRAMES = ("next", "sources", "seed", "linked_from")


def false_structure(site: Site) -> Iterator[Problem]:
    """A text says what it looks like: no list, heading, quotation, code or rule comes of a sign at the beginning.

    Lists and quotations hold no others: the engine gives up with a few hundred in each other.
    """
    bodies = [page.body for page in site.pages.values() if page.body]
    sections = [text for page in site.pages.values() for text in page.sections.values()]
    long = {id(text) for text in (*bodies, *sections, site.changes)}
    frames = frozenset(str(site.strings.words.get(name)).lower() for name in FRAMES)
    for text in bodies:
        yield from Reader(text, True, frames).problems()
    yield from Reader(site.changes, True, frames).problems(max(0, site.changes.find("\n## ")))  # above it nobody reads
    for text in (*sections, *(figure.about for figure in site.figures.values())):
        yield from Reader(text).problems()
    items = [item.text for _, item in site.checklist.items]
    groups = [group for kind in site.settings.kinds.values() for group in kind.groups.values()]
    abouts = [group.about for group in (*groups, *site.settings.reports.values()) if group.about]
    for text in (*site.prose, *items, *abouts):
        if not text[0].isalpha() and id(text) not in long:
            yield from Reader(text).opening(text.split("\n")[0], 0)


class Reader:
    """Reads a text part by part, as blank lines divide it; a `whole` one, the body of a page, may hold all forms."""

    def __init__(self, text: Text, whole: bool = False, frames: frozenset[str] = frozenset()) -> None:
        self.text = text
        self.whole = whole
        self.frames = frames  # headings that every page has
        self.list: str = ""  # the sign of the list that the part before was
        self.count = 0
        self.headings: set[str] = set()

    def problems(self, start: int = 0) -> Iterator[Problem]:
        for part in PART.finditer(self.text, start):
            lines, at = [], part.start()
            for line in part[0].split("\n"):
                lines.append((line, at))
                at += len(line) + 1
            kind = self.kind(lines[0][0])
            if kind != "items":
                self.list, self.count = "", 0
            yield from getattr(self, kind)(lines)

    def kind(self, line: str) -> str:
        if ITEM.match(line):
            return "items"
        if self.whole:
            for kind, sign in (("heading", r"#{2,} "), ("table", r"\|"), ("quote", QUOTE), ("block", BLOCK)):
                if re.match(sign, line):
                    return kind
        return "paragraph"

    def paragraph(self, lines: list[tuple[str, int]]) -> Iterator[Problem]:
        yield from self.opening(*lines[0])
        yield from self.uncited(*lines[0])
        for line, at in lines[1:]:
            if self.whole and (line, at) == lines[-1] and WAY.match(line):
                continue
            if (item := ITEM.match(line)) and item["number"] in (None, "1"):
                yield self.text.problem("a list right below a sentence is none — put a blank line between them", at)
            elif item:
                yield self.text.problem(f"'{item['sign']}' begins a line — put it at the end of the line above", at)
            elif self.whole and UNDERLINE.match(line):
                advice = "take it out, and write '## ' before the words above"
                yield self.text.problem(f"'{line.strip()}' makes no heading here — {advice}", at)
            else:
                yield from self.opening(line, at, first=False)

    def opening(self, line: str, at: int, first: bool = True) -> Iterator[Problem]:
        """Yield what is wrong with the beginning of a line that is to be plain words."""
        if line[:1].isspace():
            yield self.text.problem("spaces at the beginning of a line — take them out", at)
        words = line.lstrip()
        at += len(line) - len(words)
        if first and (item := ITEM.match(words)):
            message = f"'{item['sign']}' begins the text, and would make a list of it — put a word before it"
            yield self.text.problem(message, at)
        if heading := re.match(r"(#+) *(?=[^\s#\d])", words):
            advice = "write '## ' for a heading, '### ' for one below it" if self.whole else "write a sentence"
            where = "" if self.whole else ": headings stand in the body of a page in docs/ only"
            yield self.text.problem(f"'{heading[1]}' makes no heading here{where} — {advice}", at)
            return
        for sign, message in FALSE:
            if found := sign.match(words):
                yield self.text.problem(message.format(found[0].strip()), at)
                return

    def uncited(self, words: str, at: int) -> Iterator[Problem]:
        """The number of a source stands close behind its words: none before it, and it would stand at those above."""
        if words.startswith("[@"):
            yield self.text.problem("a source stands behind the words that it is for — put words before it", at)

    def items(self, lines: list[tuple[str, int]]) -> Iterator[Problem]:
        number = 0
        for line, at in lines:
            if item := ITEM.match(line):
                number += 1
                yield from self.item(item, at)
                yield from self.opening(line[item.end() :], at + item.end())
                yield from self.uncited(line[item.end() :], at + item.end())
            elif ITEM.match(line.lstrip()):
                yield self.text.problem("no list within a list — take the spaces out", at)
            elif not re.match(r" {2,3}(?! )", line):
                advice = "write '- ' for an item, two spaces if the one above goes on, or a blank line"
                yield self.text.problem(f"no dash before this — {advice}", at)
            else:
                yield from self.opening(line.lstrip(), at)
        below = self.text[lines[-1][1] + len(lines[-1][0]) :].lstrip()
        if number == 1 and self.count < 2 and not ITEM.match(below):
            message = f"a list of one: would '{lines[0][0].split()[0]}' be lost — begin with a word, or add an item"
            yield self.text.problem(message, lines[0][1])

    def item(self, item: re.Match[str], at: int) -> Iterator[Problem]:
        sign = "1." if item["number"] else "-"
        if self.list and sign != self.list:
            yield self.text.problem(
                f"'{item['sign']}' goes on with the list above — put a sentence between two lists", at
            )
        self.list = sign
        self.count += 1
        if item["number"] not in (None, str(self.count)):
            message = (
                f"'{item['sign']}' would become '{self.count}.' — count up from 1, or put a word before the number"
            )
            yield self.text.problem(message, at)

    def heading(self, lines: list[tuple[str, int]]) -> Iterator[Problem]:
        line, at = lines[0]
        found = HEADING.match(line)
        if not found or len(lines) > 1:
            message = "a heading stands alone — write '## Words', or '## Words { #id }', and a blank line below"
            yield self.text.problem(message, at if not found else lines[1][1])
        elif (words := " ".join(found["words"].lower().split())) in self.frames:
            yield self.text.problem("every page has a heading like this of its own — choose another", at)
        elif words in self.headings:
            yield self.text.problem("another heading of this page has these words — choose others", at)
        else:
            self.headings.add(words)

    def table(self, lines: list[tuple[str, int]]) -> Iterator[Problem]:
        cells = [MARKS.sub(hide, line).count("|") for line, _ in lines]
        whole = len(lines) > 2 and LINE.match(lines[1][0])
        above = self.text[: lines[0][1]].rstrip().rpartition("\n")[2]
        if above.startswith("|") and not whole:
            yield self.text.problem("a blank line within a table ends it — take it out", lines[0][1])
            return
        if not whole:
            below = self.text[lines[-1][1] + len(lines[-1][0]) :].lstrip()
            if below.startswith("|"):
                return  # a blank line is told there
            message = "a table has a head, a line '| --- | --- |' below it, and rows — add them"
            yield self.text.problem(message, lines[0][1])
            return
        if ":" in lines[1][0]:
            message = "':' would move the words of a column to a side, which no page may — write '| --- | --- |'"
            yield self.text.problem(message, lines[1][1] + lines[1][0].index(":"))
        for (line, at), count in zip(lines, cells, strict=True):
            if not ROW.match(line):
                yield self.text.problem(OPEN_ROW, at)
            elif count != cells[0]:
                message = f"{count - 1} cells in a table of {cells[0] - 1} columns — write '|' between cells only"
                yield self.text.problem(message, at)

    def quote(self, lines: list[tuple[str, int]]) -> Iterator[Problem]:
        for line, at in lines[1:]:
            if not re.match(r"> (?!\s)", line):
                yield self.text.problem("each line of a quotation begins with '> ' — add it, or a blank line", at)
        for line, at in lines:
            yield from self.opening(line.removeprefix(">").lstrip(), at + 2)

    def block(self, lines: list[tuple[str, int]]) -> Iterator[Problem]:
        for line, at in lines:
            if not BLOCK.match(line):
                yield self.text.problem("'{{ … }}' stands alone — put a blank line between", at)
        self.list = "{{ }}"


RULES = [false_structure]
