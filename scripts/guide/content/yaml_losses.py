"""YAML text and its values → a problem for each place where YAML drops or changes in silence what was written.

The parser is right by the rules of YAML. But who writes `text: Losing weight, or #1 going off food` means the words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from yaml import ScalarEvent

from guide.content.source import Problem, SourceFile
from guide.content.yaml_indicators import span

COMMENT = re.compile(r"(?<![^\s,\[\]{}])#.*")
# The head of a text in lines of its own: "|" or ">", how its end is kept, and what stands behind.
HEAD = re.compile(r"[|>](?P<more>[^\n]*)")
ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(?P<sign>\\)[^\"\\]")
COMMA = re.compile(r",(?=\s*[\]}]|[^\s#])")
# How an entry of a list goes on that was one sentence with the entry before it.
JOINED = re.compile(r"(?P<word>and|or|but|nor) \w|[a-z].* .*[.!?]$")
# In folded text a line end is a space. What an editor takes for a paragraph or a list is then none.
UNFOLDED = re.compile(r"\n(?=[ \t]*\n[ \t]*\S)|\n[ \t]*(?=[-*+] )")


def losses(source: SourceFile, values: Sequence[ScalarEvent], end: int | None) -> Iterator[Problem]:
    """Yield what is lost in `source`, up to the offset `end`, whose `values` have been read."""
    spans = [span(value) for value in values]
    starts, ends = [place.begin for place in spans], [place.end for place in spans]

    def within(at: int) -> int | None:
        """Return the number of the value that holds the character `at`."""
        number = bisect_right(starts, at) - 1
        return number if number >= 0 and at < ends[number] else None

    yield from _comments(source, values, within, end)
    for comma in COMMA.finditer(source.text, 0, len(source.text) if end is None else end):
        at = comma.start()
        line = source.text[source.text.rfind("\n", 0, at) + 1 : at]
        # In { } what follows would be a key, and unknown: that is told by itself.
        trailing = source.text[at + 1 :].lstrip()[:1] in ("]", "}")
        if within(at) is None and "#" not in line and (trailing or _bracket(source.text, at, within) == "["):
            message = "a comma ends an entry in [ ] and { } — put the entry in quotes, or a space behind the comma"
            yield source.problem(message, at)
    for value, place in zip(values, spans, strict=True):
        if not value.style and (found := JOINED.match(value.value)) and _cut(source.text, place.begin, within):
            advice = f", or take '{found['word']}' out" if found["word"] else ""
            message = f"the comma before this ends an entry in [ ] — put an entry with commas in quotes{advice}"
            yield source.problem(message, place.begin)
        if value.style == '"' and (odd := ESCAPE.search(source.text, place.begin, place.end)):
            yield source.problem("'\\' changes what stands behind it — write the letter itself", odd.start("sign"))
        if value.style != "|" and place.folded:
            yield from _folds(source, value)


def _cut(text: str, at: int, within: Callable[[int], int | None]) -> bool:
    """Say whether a comma within [ ] stands right before the character `at`."""
    before = len(text[:at].rstrip()) - 1
    return text[before : before + 1] == "," and _bracket(text, before, within) == "["


def _bracket(text: str, at: int, within: Callable[[int], int | None]) -> str:
    """Return the bracket that is open at the character `at`, if any."""
    closed = 0
    for place in range(at - 1, -1, -1):
        sign = text[place]
        if sign in "[{]}" and within(place) is None:
            closed += 1 if sign in "]}" else -1
            if closed < 0:
                return sign
    return ""


def _comments(
    source: SourceFile, values: Sequence[ScalarEvent], within: Callable[[int], int | None], end: int | None
) -> Iterator[Problem]:
    """A comment has a line of its own, right above what it is about and as far in: nothing else looks like one."""
    for found in COMMENT.finditer(source.text, 0, len(source.text) if end is None else end):
        at = found.start()
        line = source.text.rfind("\n", 0, at) + 1
        if (
            number := within(at)
        ) is not None:  # a sign in a value, unless behind the head of a text in lines of its own
            value = values[number]
            head = HEAD.match(source.text, span(value).begin) if value.style in ("|", ">") else None
            if not head or at >= head.end():
                continue
        before = source.text[line:at].strip()
        if (before.endswith(":") or before == "-") and not _runs_on(source.text, values, found.end()):
            continue  # no words are before it: an empty value is told by itself, and below a part nothing is lost
        if before:
            message = "all behind ' #' is lost — put the text in quotes, or a comment on a line of its own"
            yield source.problem(message, at)
        elif not re.match(r"#( |$)", found[0]):
            yield source.problem("this line is lost, for '#' begins a comment — put the text in quotes", at)
        elif (below := _indent_below(source.text, found.end())) not in (None, at - line):
            message = "this line is lost, for '# ' begins a comment — put the text in quotes"
            yield source.problem(f"{message}, or a comment right above what it is about, {below} spaces in", at)


def _runs_on(text: str, values: Sequence[ScalarEvent], at: int) -> bool:
    """Return whether a value, and no key or list, comes next: then what the comment was is the value's first line."""
    following = next((span(value) for value in values if span(value).begin >= at), None)
    if not following:
        return False
    between = re.sub("#.*", "", text[at : following.begin])
    return not between.strip() and not re.match(r" *:(?!\S)", text[following.end :])


def _indent_below(text: str, at: int) -> int | None:
    """Return how far the next line in is that is no comment; None at the end."""
    found = re.compile(r"\n([ ]*)(?![ #\n])(?=.)").search(text, at)
    return len(found[1]) if found else None


def _folds(source: SourceFile, value: ScalarEvent) -> Iterator[Problem]:
    """What folding makes of lines: a blank one begins no paragraph, a hyphen no entry."""
    first, last, _ = span(value)
    head = HEAD.match(source.text, first) if value.style == ">" else None
    if head and (more := head["more"].strip(" +-")) and more[0] != "#":
        yield source.problem(f"'>{more}' keeps spaces — write '>-' alone", first)
    if odd := UNFOLDED.search(source.text.rstrip(), first, last):
        message = (
            "paragraphs and lists are lost in text that runs on — write sentences, or in a section '|' behind the colon"
        )
        line = source.text[source.text.rfind("\n", 0, first) + 1 : first]
        if line.strip() == "-" and source.text[odd.end()] == "-":
            message = "this runs on from the entry above — begin it as far in as that one"
        yield source.problem(message, odd.end())
