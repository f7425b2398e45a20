"""YAML text → a tree of mappings, lists and `Text`, every one of which knows its place.

Nothing is guessed: `no`, `1:30` and `2026-01-02` stay the words the editor wrote, and the models say what they
mean. Anchors, aliases, tags and second documents are refused, for content needs none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.reader import Reader

from guide.content.fields import ById
from guide.content.files import fault
from guide.content.source import Problem, SourceFile, Text
from guide.content.yaml_errors import CONFLICT, explain
from guide.content.yaml_indicators import refused, swallows, unclosed
from guide.content.yaml_losses import losses

# The C parser is about ten times faster; both give the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# The deepest real file nests 6 levels. A limit keeps a damaged file from exhausting the stack.
MAX_DEPTH = 12

# The longest real list has 800 entries. With many times as many, something else was pasted in, and to say of each what
# is wrong with it would take minutes.
MAX_ENTRIES = 5_000
KEY = re.compile(r"[\w-]+: ")
NO_TEXT = Reader.NON_PRINTABLE


class _Node:
    source: SourceFile
    start: int

    def problem(self, message: str) -> Problem:
        """Return a problem at the place where this mapping or list begins."""
        return self.source.problem(message, self.start)


class Map(_Node, ById[Text, Any]):
    """A YAML mapping with `Text` keys."""


class Seq(_Node, list[Any]):
    """A YAML list."""


class BrokenError(Exception):
    """Raised with the `problem` when a file's YAML can't be read at all."""

    def __init__(self, problem: Problem, *others: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.problems = [problem, *others]


def parse(source: SourceFile, end: int | None = None) -> tuple[Map, list[Problem]]:
    """Return the mapping written in `source`, up to the offset `end`, and a problem for each doubled key or lost word.

    Raises BrokenError when the YAML can't be read or isn't one mapping.
    """
    doubled: list[Problem] = []
    events = _Events(source.text[:end])
    try:
        nodes = [_build(event, events, source, doubled) for event in events if isinstance(event, yaml.NodeEvent)]
    except yaml.MarkedYAMLError as error:
        found = explain(source, end, error, events.last)
        raise BrokenError(found, *_below(source, end, found)) from None
    except yaml.YAMLError:
        odd = NO_TEXT.search(source.text)
        message = (fault(odd[0]) if odd else None) or "this can't be read — write it anew"
        raise BrokenError(source.problem(message, odd.start() if odd else 0)) from None
    if len(nodes) == 1 and isinstance(nodes[0], Map):
        return nodes[0], [*doubled, *losses(source, events.values, end)]
    if len(nodes) > 1:
        second = re.compile(r"^(---|\.\.\.)(?=\s)", re.MULTILINE).search(source.text, source.text.index("\n"))
        raise BrokenError(source.problem("a line '---' within the file — take it out", second.start() if second else 0))
    what = "is a list" if nodes and isinstance(nodes[0], Seq) else "has no key"
    raise BrokenError(
        source.problem(f"the file {what if source.text.strip() else 'is empty'} — write lines 'key: words'")
    )


def _below(source: SourceFile, end: int | None, found: Problem) -> Iterator[Problem]:
    """Yield what else is wrong from the next key at the very left on: what stands above it is left out."""
    lines = source.text[:end].split("\n")
    if CONFLICT.search(source.text):
        return  # each of its two versions would be called wrong
    for number in range(found.line, len(lines)):
        if KEY.match(lines[number]):
            try:
                yield from parse(SourceFile(source.path, "\n" * number + "\n".join(lines[number:])))[1]
            except BrokenError as other:
                yield from other.problems
            return


class _Events:
    """What the parser reads, one event after the other; `last` is the newest, `values` are the texts among them."""

    def __init__(self, text: str) -> None:
        self.events = iter(LOADER(text).get_event, None)
        self.last: yaml.Event | None = None
        self.values: list[yaml.ScalarEvent] = []

    def __iter__(self) -> Iterator[yaml.Event]:
        return self

    def __next__(self) -> yaml.Event:
        self.last = next(self.events)
        if isinstance(self.last, yaml.ScalarEvent):
            self.values.append(self.last)
        return self.last


def _build(
    event: yaml.Event, events: _Events, source: SourceFile, doubled: list[Problem], depth: int = 1
) -> Map | Seq | Text:
    start = event.start_mark.index if event.start_mark else 0
    if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) or event.anchor or event.tag:
        raise BrokenError(source.problem(*refused(source.text, start)))
    if depth > MAX_DEPTH:
        raise BrokenError(source.problem(f"more than {MAX_DEPTH} levels deep — write it flatter", start))
    if isinstance(event, yaml.ScalarEvent):
        if not event.style:
            return Text(event.value, source, start)
        if event.style in ("|", ">"):
            start = source.text.find("\n", start) + 1
        elif swallows(source.text, event):
            raise BrokenError(source.problem(*unclosed(source.text, start)))
        value = event.value.rstrip("\n")  # a text of one line is one, however it is begun
        value = event.value if "\n" in value else value
        return Text(value, source, start + (event.style in ("'", '"')))
    node: Map | Seq = Map() if isinstance(event, yaml.MappingStartEvent) else Seq()
    node.source, node.start = source, start
    left, forgotten = MAX_ENTRIES, False
    while not isinstance(event := next(events), yaml.CollectionEndEvent):
        left -= 1
        if left < 0:
            raise BrokenError(node.problem(f"more than {MAX_ENTRIES:,} entries — split it"))
        item = _build(event, events, source, doubled, depth + 1)
        if isinstance(node, Seq):
            node.append(item)
        elif not isinstance(item, Text):
            raise BrokenError(_no_key(item))
        else:
            if item in node and not forgotten:
                entry = source.text[node.start - 2 : node.start] == "- "
                forgotten = entry  # what is doubled below belongs to the same entry
                advice = "put '- ' before it if an entry begins here, or keep one" if entry else "keep one"
                doubled.append(item.problem(f"the key '{item}' stands here twice — {advice}"))
            node[item] = _build(next(events), events, source, doubled, depth + 1)
    return node


def _no_key(item: Map | Seq) -> Problem:
    """A bracket where a key is read: mostly a text that begins with brackets."""
    text, start = item.source.text, item.start
    start -= text[start - 1 : start] in ("{", "[")
    return (
        item.source.problem(*refused(text, start))
        if text[start] in "[{"
        else item.problem("no key — write 'key: words'")
    )
