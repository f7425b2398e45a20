"""A style's text ↔ its rules, each knowing what must be on a page for it to match, and what variables it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache
from itertools import groupby
from typing import NamedTuple

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

BARE = {"skip_comments": True, "skip_whitespace": True}
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
# Conditions that hold other rules. What else begins with @ is kept as it is.
HOLDING = ("media", "supports")
PRINT = "@media print"
# The one attribute that no script or reader gives: of it a page is known to have none.
RTL = "[dir=rtl]"


class Selector(NamedTuple):
    """Matches where all of `names` are on a page (elements, .classes, #ids), and one of each of `groups`."""

    text: str
    names: frozenset[str]
    groups: tuple[tuple[Selector, ...], ...] = ()

    def fits(self, used: Set[str]) -> bool:
        return self.names <= used and all(any(one.fits(used) for one in group) for group in self.groups)

    def all(self) -> frozenset[str]:
        """Return all names that decide whether it fits."""
        return self.names.union(*(one.all() for group in self.groups for one in group))


class Rule(NamedTuple):
    """`around` are the conditions, the outermost first. A declaration is its name and its whole text."""

    around: tuple[str, ...]
    selectors: tuple[Selector, ...]
    declarations: tuple[tuple[str, str], ...]


def read(style: str) -> list[Rule]:
    """Return the rules of a style, in order. Raises ValueError, with the line, at what is none, as a rule in a rule."""
    return list(_rules(tinycss2.parse_stylesheet(style, **BARE), ()))


def write(rules: Iterable[Rule]) -> str:
    """Return rules as a style of few bytes: conditions that follow each other are one."""
    parts = []
    for around, some in groupby(rules, key=lambda rule: rule.around):
        inner = "".join(
            f"{','.join(one.text for one in rule.selectors)}{{{';'.join(text for _, text in rule.declarations)}}}"
            for rule in some
        )
        parts.append("".join(f"{one}{{" for one in around) + inner + "}" * len(around))
    return "".join(parts)


@cache  # pages have most rules in common
def _variables(declarations: tuple[tuple[str, str], ...]) -> tuple[set[str], dict[str, set[str]]]:
    """Return the variables that a rule asks for, and those it gives, each with those it is made from."""
    asked: set[str] = set()
    given: dict[str, set[str]] = {}
    for name, text in declarations:
        (given.setdefault(name, set()) if name.startswith("--") else asked).update(VARIABLE.findall(text))
    return asked, given


def asked(rules: Iterable[Rule], by: Iterable[Rule] | None = None) -> Iterator[Rule]:
    """Yield the rules without the variables that none of them asks for, or of those they are asked `by`, and none that
    is left empty by that.
    """
    rules = list(rules)
    every = [_variables(rule.declarations) for rule in (rules if by is None else by)]
    wanted: set[str] = set()
    more = {name for asked, _ in every for name in asked}
    while more - wanted:
        wanted |= more
        more = {name for _, given in every for kind in given.keys() & wanted for name in given[kind]}
    for rule in rules:
        if idle := _variables(rule.declarations)[1].keys() - wanted:
            rule = rule._replace(declarations=tuple(one for one in rule.declarations if one[0] not in idle))
        if rule.declarations:
            yield rule


def _rules(nodes: Iterable[Node], around: tuple[str, ...]) -> Iterator[Rule]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            told = tuple(map(_declaration, tinycss2.parse_blocks_contents(node.content, **BARE)))
            if told:
                yield Rule(around, tuple(map(_selector, between_commas(node.prelude))), told)
        elif isinstance(node, AtRule) and node.content is not None:
            head = f"@{node.lower_at_keyword} {small(node.prelude, ',:').strip()}".strip()
            if node.lower_at_keyword in HOLDING:
                yield from _rules(tinycss2.parse_rule_list(node.content, **BARE), (*around, head))
            else:
                where = (PRINT,) if node.lower_at_keyword == "page" else around
                inner = small(node.content, ",:;{}").strip()
                yield Rule(where, (Selector(head, frozenset()),), (("@", inner),))
        else:
            raise ValueError(f"line {node.source_line}: no rule can be read here")


def _declaration(one: Node) -> tuple[str, str]:
    if one.type != "declaration":
        raise ValueError(f"line {one.source_line}: a rule inside a rule, or a slip — write each rule by itself")
    return one.name, f"{one.name}:{small(one.value, ',').strip()}{'!important' if one.important else ''}"


def between_commas(nodes: Iterable[Node]) -> list[list[Node]]:
    """Return the selectors of a list of them."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node.type == "literal" and node.value == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _selector(nodes: list[Node]) -> Selector:
    """What stands in :not() and :has() need not be there, and an attribute may be given by a script or a reader."""
    found: set[str] = set()
    groups = []
    before = ""
    for node in nodes:
        if node.type == "ident" and before != ":":
            found.add(f".{node.value}" if before == "." else node.lower_value)
        elif node.type == "hash":
            found.add(f"#{node.value}")
        elif node.type == "[] block" and re.sub("[\"']", "", node.serialize()) == RTL:
            found.add(RTL)
        elif node.type == "function" and node.lower_name in ("is", "where"):
            groups.append(tuple(map(_selector, between_commas(node.arguments))))
        before = node.value if node.type == "literal" else ""
    return Selector(small(nodes, ",>+~").strip(), frozenset(found), tuple(groups))


def small(nodes: Iterable[Node], tight: str) -> str:
    """Return the text of parts of a style without comments, needless zeros, and spaces beside what is `tight`."""
    text = ""
    for node in nodes:
        if node.type == "comment":
            continue
        if node.type == "whitespace":
            text += "" if text.endswith((" ", *tight)) else " "
            continue
        if node.type == "function":
            part = f"{node.name}({small(node.arguments, tight).strip()})"
        elif node.type in ("() block", "{} block"):
            part = f"{node.type[0]}{small(node.content, tight).strip()}{node.type[1]}"
        elif node.type in ("number", "dimension", "percentage"):
            part = re.sub(r"^([+-]?)0+(?=\.\d)", r"\1", node.serialize())
        else:
            part = node.serialize()
        if part[0] in tight:
            text = text.rstrip(" ")
        text += part
    return text
