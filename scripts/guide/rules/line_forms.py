"""Lines → what Markdown makes of their signs: the few forms that a text may have, and what looks like one of them."""

from __future__ import annotations

import re

PART = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
ITEM = re.compile(r"(?P<sign>-|(?P<number>\d+)\.)(?P<space>[ \t]+)")
HEADING = re.compile(r"#{2,3} (?! )(?P<words>[^#\n]*[^#\s{}])(?: \{ #(?P<id>[a-z][a-z0-9-]*) \})?$")
QUOTE = re.compile(r"> [\"“]")
UNDERLINE = re.compile(r"(?:-{2,}|={2,})[ \t]*$")
WAY = re.compile(r"\{: \.way \}$")
ROW = re.compile(r"\|.*\|$")
LINE = re.compile(r"\|(?: *:?-+:? *\|)+$")
OPEN_ROW = "a row of a table begins and ends with '|' — add it, or a blank line"
# What Markdown takes for something else at the beginning of a line, and what to write.
FALSE = [
    (re.compile(r"(?:[:-][:-]* *\| *)+[:-]*$"), OPEN_ROW),
    (re.compile(r"[-=_*](?:[ \t]*[-=_*])*[ \t]*$"), "a line of '{}' alone becomes a rule or a heading — take it out"),
    (re.compile(r"(#+)(?=\d)"), "'{}' begins a line, and would make a heading of it — put a word before it"),
    (re.compile(r"(-)(?=[A-Za-z“\"*\[])"), "'{}' begins a line, without a space — write '- ' for a list"),
    (re.compile(r"([•·‣▪●○➢✓§–—]|[oü](?= [A-Z]))"), "'{}' begins a line, and makes no list — write '- '"),
    (re.compile(r"(\(?(?:\d+|[a-z]|i+)\)|[a-z]\.(?= [A-Z]))"), "'{}' begins a line, and makes no list — write '1. '"),
    (re.compile(r"(>)"), "'{}' begins a line, and would be lost — write 'more than', or put a word before it"),
    (re.compile(r"([+*])[ \t]"), "'{}' begins a line, and would be lost — write '- ' for a list, or a word first"),
    (
        re.compile(r"(\|)"),
        "'{}' begins a line: tables stand in the body of a page in docs/ only — write sentences or a list",
    ),
    (re.compile(r"(:)"), "'{}' begins a line — put a word before it"),
    (re.compile(r"(\{: \.way \})"), "'{}' stands right below the paragraph that it is for — put it there"),
]
