"""Rules for how deep one thing may stand in another: a small function that yields a problem for what is too deep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.model import Site
from guide.text import Problem

# The engine opens a list or quotation for each mark at the head of a line, and gives up with a few hundred in each
# other. Nobody reads beyond the third.
DEEP = re.compile(r"^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])(?=[ \t>])){5,}|^(?: {24}|\t{6})", re.MULTILINE)


def deep_nesting(site: Site) -> Iterator[Problem]:
    """At most four lists or quotations stand in each other."""
    for text in site.texts:
        for found in DEEP.finditer(text):
            yield text.problem(
                "lists or quotations nested too deeply — write at most four in each other", found.start()
            )


RULES = [deep_nesting]
