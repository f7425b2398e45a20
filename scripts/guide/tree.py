"""YAML text → a tree of mappings, lists and `Text`, every one of which knows its place.

Nothing is guessed: `no`, `1:30` and `2026-01-02` stay the words the editor wrote, and the models say what they
mean. Anchors, aliases, tags and second documents are refused, for content needs none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from guide.losses import losses, noted
from guide.text import Problem, Source, Text

# The C parser is about ten times faster; both give the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# The deepest real file nests 6 levels. A limit keeps a damaged file from exhausting the stack.
MAX_DEPTH = 12

# The longest real list has 800 entries. With many times as many, something else was pasted in, and to say of each what
# is wrong with it would take minutes.
MAX_ENTRIES = 5_000


class _Node:
    source: Source
    start: int

    def problem(self, message: str) -> Problem:
        """Return a problem at the place where this mapping or list begins."""
        return self.source.problem(message, self.start)


class Map(_Node, dict):
    """A YAML mapping with `Text` keys."""


class Seq(_Node, list):
    """A YAML list."""


class BrokenError(Exception):
    """Raised with the `problem` when a file's YAML can't be read at all."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(source: Source, end: int | None = None) -> tuple[Map, list[Problem]]:
    """Return the mapping written in `source`, up to the offset `end`, and a problem for each doubled key or lost word.

    Raises BrokenError when the YAML can't be read or isn't one mapping.
    """
    doubled: list[Problem] = []
    try:
        values: list[yaml.ScalarEvent] = []
        events = noted(yaml.parse(source.text[:end], Loader=LOADER), values)
        nodes = [_build(event, events, source, doubled) for event in events if isinstance(event, yaml.NodeEvent)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BrokenError(source.problem(f"{error.problem} — mend the YAML here or just above", mark.index)) from None
    except yaml.YAMLError as error:
        offset = getattr(error, "position", 0)
        raise BrokenError(source.problem("a character YAML does not allow — take it out", offset or 0)) from None
    if len(nodes) != 1 or not isinstance(nodes[0], Map):
        raise BrokenError(source.problem("not one mapping — write 'key: value' lines and no second '---'"))
    return nodes[0], [*doubled, *losses(source, values, end)]


def _build(
    event: yaml.Event, events: Iterator[yaml.Event], source: Source, doubled: list[Problem], depth: int = 1
) -> Map | Seq | Text:
    start = event.start_mark.index
    if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
        raise BrokenError(source.problem("anchors, aliases and tags are not used here — write the value out", start))
    if depth > MAX_DEPTH:
        raise BrokenError(source.problem(f"more than {MAX_DEPTH} levels deep — write it flatter", start))
    if isinstance(event, yaml.ScalarEvent):
        if event.style in ("|", ">"):
            start = source.text.find("\n", start) + 1
        return Text(event.value, source, start + (event.style in ("'", '"')))
    node: Map | Seq = Map() if isinstance(event, yaml.MappingStartEvent) else Seq()
    node.source, node.start = source, start
    left = MAX_ENTRIES
    while not isinstance(event := next(events), yaml.CollectionEndEvent):
        left -= 1
        if left < 0:
            raise BrokenError(node.problem(f"more than {MAX_ENTRIES:,} entries — split it"))
        item = _build(event, events, source, doubled, depth + 1)
        if isinstance(node, Seq):
            node.append(item)
        elif not isinstance(item, Text):
            raise BrokenError(item.problem("a key must be plain text — quote it if it has brackets"))
        else:
            if item in node:
                doubled.append(item.problem(f"the key '{item}' stands here twice — keep one"))
            node[item] = _build(next(events), events, source, doubled, depth + 1)
    return node
