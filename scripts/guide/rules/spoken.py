"""Prose → its lines as they are read out: no citations, links by their names, a stop at the end of each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guide.content.memo import Large, memoized
from guide.content.prose import EMERGENCY, INLINE
from guide.content.site import Site

# Where a paragraph or an item of a list ends; what these begin with holds no sentences.
BREAK = re.compile(r"\n(?:\s*\n)+|\n(?=\s*(?:[-*+]|\d+\.)\s)")
SILENT = re.compile(r"^\s*(?:#|\||\{:|\{\{)")
LOOKS = re.compile(r"\s*\{: [^{}]*\}\s*$")  # how a paragraph looks
BULLET = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
SPACE = re.compile(r" (?=[.,;:!?)])")


def spoken(text: str, names: Mapping[str, str]) -> str:
    """Return prose as it is read out: no citations, links by their label or by the name of where they lead."""

    def read(mark: re.Match[str]) -> str:
        if mark["citations"]:
            return ""
        target = mark["link"].partition("#")[0].strip()
        return mark["label"] or names.get(mark["link"], "") or names.get(target, target)

    return SPACE.sub("", " ".join(INLINE.sub(read, text).replace("*", "").split()))


@memoized
def said_in(part: str, names: Large[Mapping[str, str]]) -> tuple[str, ...]:
    """Return the lines of prose as they are read out."""
    blocks = (block for block in BREAK.split(part.strip()) if block.strip() and not SILENT.match(block))
    return tuple(stopped(spoken(BULLET.sub("", LOOKS.sub("", block)), names.value)) for block in blocks)


def stopped(words: str) -> str:
    """Return a line with a stop at its end, so that it counts as a sentence."""
    return words if words[-1:] in (".", "!", "?") else words.rstrip(":;,") + "."


def names_of(site: Site) -> Mapping[str, str]:
    names = {name: term.term for name, term in site.glossary.items()} | {p.id: p.name for p in site.pages.values()}
    lines = {EMERGENCY: ""} | {f"{EMERGENCY}#{name}": name for name in site.leaflets.lines}
    return names | {mark: spoken(site.emergency_line(line), names) for mark, line in lines.items()}
