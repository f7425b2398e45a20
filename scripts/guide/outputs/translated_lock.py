"""A translation → content/<language>/translated.lock.yml: from which English each of its pieces was made.

A piece whose English has changed keeps the old hash until its own words change too, or somebody says that they hold.
"""

from __future__ import annotations

import json
from collections.abc import Container

from guide.content.overlay import Pair
from guide.content.translation import Translation

HEAD = "# From which English each text was made: its hash, and the text's own. 'make translated' writes it.\n"


def lock(one: Translation, hold: Container[str] = ()) -> str:
    """Return the lock anew. `hold` are places, as file:place, whose words still say what the English says now."""
    lines, file = [HEAD], ""
    for pair in sorted(one.found.pairs, key=lambda pair: (pair.file, pair.at)):
        if pair.file != file:
            file = pair.file
            lines.append(f"\n{json.dumps(file)}:\n")
        lines.append(f"  {json.dumps(pair.at)}: {_key(one, pair, hold)}\n")
    return "".join(lines)


def _key(one: Translation, pair: Pair, hold: Container[str]) -> str:
    old = one.language.lock.get(pair.file, {}).get(pair.at)
    same = old and old.partition(" ")[2] == pair.key.partition(" ")[2] and f"{pair.file}:{pair.at}" not in hold
    return str(old) if old and same else pair.key
