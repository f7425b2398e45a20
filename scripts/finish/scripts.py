"""A page, and our scripts → the same with our scripts only, in fewer bytes.

The inline script that stays is that of `scripts/theme/`, marked `data-ours`: the same with every engine.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from finish.page import Page, is_inside, is_outside, tokens

INLINE = "data-ours"
# What browsers make of these is harmless, and our policy lets them.
KEPT_LINKS = {"stylesheet", "icon", "shortcut", "canonical"}
# Notes, indents, and ends of lines that end nothing. A note stands on a line by itself, or behind what ends a statement
# or a part of one. No string of ours has that in it, and none goes over lines.
NOTE = re.compile(r"(?:^\s*|(?<=[;{}),\]])\s+)//.*$", re.MULTILINE)
INDENT = re.compile(r"\n\s*")
IDLE = re.compile(r"(?<=[{;,(\[])\n")


def small(script: str) -> str:
    """Return a script of ours without notes and indents: readers need neither."""
    return IDLE.sub("", INDENT.sub("\n", NOTE.sub("", script)).strip())


def write_small(folder: Path, names: Collection[str]) -> None:
    """Rewrite our own scripts in `folder`. What others wrote stays as it is, byte for byte."""
    for name in names:
        if name.endswith(".js") and "/vendor/" not in name:
            path = folder / name
            path.write_text(small(path.read_text("utf-8")), "utf-8", newline="\n")


def keep_ours(page: Page, own: Collection[str]) -> int:
    """Know a page to run our scripts only, and to name nothing that a browser would fetch in advance; return how many.

    `own` are the files below the site that are ours. Raises FaultError if a script is not, or ours are missing.
    """
    inline = loaded = 0
    for script in page.all("script"):
        about = script.attributes
        source = about["src"] or "" if "src" in about else None
        if is_inside(script, "article"):
            raise page.fault("a script stands in the text — take it out there")
        if source is None and INLINE in about:
            text = small(script.text())
            del script.attrs[INLINE]
            script.inner_html = text
            inline += 1
        elif source is None:
            raise page.fault("a script stands here that we did not put there — take it out of the theme")
        else:
            target = page.target(source)
            if target is None or is_outside(source) or target[0] not in own:
                raise page.fault(f"a script that is not ours, '{source}' — take it out of the theme")
            loaded += 1
    if not inline or not loaded:
        raise page.fault(f"{inline} scripts of scripts/theme/ and {loaded} of docs/assets/ — build with that theme")
    for link in page.all("link"):
        kinds = tokens(link, "rel")
        if "canonical" in kinds and not is_outside(link.attributes.get("href") or ""):
            link.decompose()  # the site has no address
        elif not kinds or not kinds <= KEPT_LINKS:
            raise page.fault(f"a link for '{' '.join(sorted(kinds))}', which the policy forbids — take it out")
    return inline + loaded
