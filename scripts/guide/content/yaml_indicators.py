"""A sign that means something else where a text begins or ends → what to write in its place, and where."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

from guide.content.yaml_lines import Found, Line, quoted

# Signs that mean something else at the start of a text; the last three only before a space.
SPECIAL = re.compile(r"[%@`&*!|>\[\]{},]|[-?:](?= |$)")

# Words that begin with an apostrophe: it is no quote that somebody forgot to close.
ELISION = re.compile(r"'(?:tis|twas|til|cause|em|n|\d\ds)\b", re.IGNORECASE)


class Span(NamedTuple):
    """Where something that was read begins and ends, and whether on different lines."""

    begin: int
    end: int
    folded: bool


def span(event: yaml.Event) -> Span:
    first, last = event.start_mark, event.end_mark
    if first is None or last is None:
        raise TypeError("an event that was made, not read, stands nowhere")
    return Span(first.index, last.index, first.line != last.line)


def refused(text: str, at: int) -> tuple[str, int]:
    """Say what is wrong where a sign stands that can't be meant."""
    return special(text, at) or (f"a text can't begin with '{text[at]}' — put it in quotes", at)


def special(text: str, at: int) -> Found:
    sign, line = text[at], Line(text, at)
    example = line.example() if at == line.words_at else '"…"'
    if sign in "|>":
        message = f"words beside '{sign}' — begin them on the next line, or put all in quotes: {example}"
        return None if re.fullmatch(r"[|>][+-]?\d?", line.words) else (message, at)
    if sign in "[{":
        return _bracket(line, at, "]" if sign == "[" else "}", example)
    if sign == "-":
        return f"words after a dash beside the key — begin a list on the next line, put a text in quotes: {example}", at
    if sign in "]},":
        return f"a '{sign}' that belongs to nothing — take it out, or put the text in quotes: {example}", at
    return f"a text can't begin with '{sign}' — put it in quotes: {example}", at


def _bracket(line: Line, at: int, closing: str, example: str) -> Found:
    words, sign = line.words, line.all[at]
    opened, closed = words.count(sign), words.count(closing)
    if opened > closed and line.dashed:
        return f"'{sign}' is not closed — put '{closing}' where it ends", at
    if opened > closed and sign == "[" and re.fullmatch(r"\[[\w-]+(, *[\w-]+)*", words):
        return f"'[' is not closed — write {line.key}: {words}]", at
    if opened > closed:
        return f"'{sign}' is not closed — put '{closing}' at its end, or if it is a text, quotes: {example}", at
    if opened < closed and words.endswith(closing):
        return f"one '{closing}' too many — take it out", line.begin + len(line.text.rstrip()) - 1
    if words.endswith(closing) and not words.startswith(("[[", "[@", "{{")):
        return _amiss(line, at)
    return f"a text can't begin with '{sign}' — put it in quotes: {example}", at


ENTRY = re.compile(r"""\s*(?P<key>[\w-]+: +)?(?P<words>"[^"]*"|'[^']*'|[^,]*)""")


def _amiss(line: Line, at: int) -> Found:
    """Say which entry between brackets can't be read, if one is seen."""
    inner = line.words[1:-1]
    for entry in re.finditer(r"""(?:"[^"]*"|'[^']*'|[^,"'])+""", inner):
        found = ENTRY.match(entry[0])
        if not found:
            continue
        words, start = found["words"].strip(), at + 1 + entry.start() + found.start("words")
        if words[:1] not in ("'", '"', "[", "{") and re.search(r"^[%@`&*!|>]|[\[\]{}]|:(?: |$)", words):
            return f"a sign that means something else in '{words}' — put it in quotes: {quoted(words)}", start
    return None


def unclosed(text: str, at: int) -> tuple[str, int]:
    line = Line(text, at)
    words = text[at + (not ELISION.match(text, at)) : line.end].strip()
    return f"the text begins with {text[at]} and no other {text[at]} ends it — write {line.example(words)}", at


def swallows(text: str, event: yaml.Event) -> bool:
    """Say whether a text in quotes goes on over lines that look like other keys: its closing quote was forgotten."""
    begin, end, folded = span(event)
    if not folded:
        return False
    own = Line(text, begin).indent
    starts = [found.end() for found in re.finditer("\n", text[begin:end])]
    below = (Line(text, begin + start) for start in starts)
    return any(line.key and line.indent <= own for line in below)
