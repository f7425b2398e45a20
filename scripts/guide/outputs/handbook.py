"""The rules themselves → the handbook of editors, as Markdown: `make rules` prints it."""

from __future__ import annotations

import itertools
import sys

from guide.rules.check import RULES
from guide.rules.dates import BY_DAY


def handbook() -> str:
    """Return every rule with its remedy, by subject, as Markdown: each rule's docstring says both."""
    subjects = itertools.groupby([*RULES, *BY_DAY], key=lambda rule: sys.modules[rule.__module__])
    parts = []
    for subject, rules in subjects:
        title = (subject.__doc__ or "").partition("\n")[0].partition(": each is a small function")[0].rstrip(".:")
        lines = [f"- **{rule.__name__.replace('_', ' ')}**: {' '.join((rule.__doc__ or '').split())}" for rule in rules]
        parts.append("\n".join([f"## {title}", "", *lines]))
    return "\n\n".join(parts)
