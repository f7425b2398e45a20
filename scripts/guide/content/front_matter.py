"""A page of docs/ → the end of its front matter and the start of its body, or what is amiss with its lines."""

from __future__ import annotations

import re

from guide.content.source import Problem, SourceFile

FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<fields>.*?\n)??(?P<end>---[ \t]*(?:\n|\Z))", re.DOTALL)
# What is meant for the line of three dashes: others in number or kind, dots, with space before.
NEARLY = re.compile(r"^[ \t]*(?:[-–—_*=]{1,8}|\.{3})[ \t]*$", re.MULTILINE)
KEY = re.compile(r"[\w-]+:(?= |$)", re.MULTILINE)


def split(source: SourceFile) -> tuple[int, int] | Problem:
    """Return where the fields end and where the body starts."""
    found = FRONT_MATTER.match(source.text)
    begun = re.match(r"---[ \t]*\n", source.text)
    start = begun.end() if begun else 0
    nearly = NEARLY.search(source.text, start, found.start("end") if found else len(source.text))
    if found and not nearly:
        return found.start("end"), found.end()
    if not begun:
        first = len(source.text) - len(source.text.lstrip("\n"))
        if nearly and re.match(r"---\s*\n[\w-]+:", source.text[nearly.start() :]):
            return source.problem("the line '---' and the fields come first — move what is above them below", 0)
        if nearly and not source.text[: nearly.start()].strip():
            return almost(source, nearly)
        if KEY.match(source.text, first):
            return source.problem("the line '---' is missing above the fields — write it as the first line", first)
        return source.problem("no fields at the top — start with '---', 'title: …', further fields and '---'")
    if nearly:
        return almost(source, nearly)
    return source.problem("the line '---' is missing below the fields — write it where they end", last_field(source))


def almost(source: SourceFile, nearly: re.Match[str]) -> Problem:
    found = nearly[0].strip()
    what = "a space before '---'" if found == "---" else f"'{found}' for the line of three dashes"
    return source.problem(f"{what} — write '---' at the very left", nearly.start())


def last_field(source: SourceFile) -> int:
    """Return where the line after the fields at the top begins."""
    at = source.text.index("\n") + 1
    for line in source.text[at:].splitlines(keepends=True):
        if line.strip() and not line.startswith((" ", "\t")) and not KEY.match(line):
            return at
        at += len(line)
    return max(0, at - 1)
