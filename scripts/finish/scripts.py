"""A page, and our scripts → the same with our scripts only, in fewer bytes.

The inline script that stays is that of `scripts/theme/`, marked `data-ours`: the same with every engine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborNode

from finish.page import Page, is_inside, is_outside, tokens

INLINE = "data-ours"
# What browsers make of these is harmless, and our policy lets them. No browser fetches what is an alternate.
KEPT_LINKS = {"stylesheet", "icon", "shortcut", "canonical", "alternate"}
# What the theme marks for its own scripts, and what it leaves empty for them.
MARKS = {"data-md-component", "data-md-toggle"}
EMPTY = ".md-dialog"
# A block of data that only programs read: no browser runs it, and a policy does not speak of it.
DATA, CONTEXT = "application/ld+json", "https://schema.org"
# Notes, indents, and ends of lines that end nothing. A note stands on a line by itself, or behind what ends a statement
# or a part of one. No string of ours has that in it, and none goes over lines.
NOTE = re.compile(r"(?:^\s*|(?<=[;{}),\]])\s+)//.*$", re.MULTILINE)
INDENT = re.compile(r"\n\s*")
IDLE = re.compile(r"(?<=[{;,(\[])\n")

# Strings stay as they are. Beside + and -, blanks may tell two signs from one. No regular expression of ours has a mark
# of a string in it, or a blank beside a sign.
STRING = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)""")
BLANK = re.compile(r" *([=<>?:;,{}()&|!*]+) *")


@cache  # all pages have the same ones
def small(script: str) -> str:
    """Return a script of ours without notes, indents, and blanks beside signs: readers need none."""
    lines = INDENT.sub("\n", NOTE.sub("", script)).strip()
    parts = (part if n % 2 else BLANK.sub(r"\1", part) for n, part in enumerate(STRING.split(lines)))
    return IDLE.sub("", "".join(parts))


def write_small(folder: Path, names: Collection[str]) -> None:
    """Rewrite our own scripts in `folder`. What others wrote stays as it is, byte for byte."""
    for name in names:
        if name.endswith(".js") and "/vendor/" not in name:
            path = folder / name
            path.write_text(small(path.read_text("utf-8")), "utf-8", newline="\n")


def drop_marks(page: Page) -> None:
    """Take away what only the theme's own scripts ask for, which no page has: nobody need wait for it.

    The bytes it saves are those that data for programs takes: `test_first_view.py` sees that a page has room.
    """
    for node in page.all(f"[{'], ['.join(MARKS)}]"):
        for name in MARKS & node.attributes.keys():
            del node.attrs[name]
    for node in page.all(EMPTY):
        node.decompose()


def is_data(script: LexborNode) -> bool:
    """Tell whether no browser runs a script, for it is data: by exactly this type, and no file."""
    return script.attributes.get("type") == DATA and "src" not in script.attributes


def keep_data(page: Page, script: LexborNode) -> None:
    """Keep our data for search engines. Raises FaultError unless it is an object in the words of schema.org."""
    try:
        found = json.loads(script.text())
    except ValueError:
        found = None
    if not isinstance(found, dict) or found.get("@context") != CONTEXT:
        raise page.fault("the data for search engines is none of schema.org's — see scripts/theme/main.html")
    if not is_outside(found.get("url", "")):
        found.pop("url", None)  # the site has no address
    del script.attrs[INLINE]
    script.inner_html = json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


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
        if is_data(script) and INLINE in about:
            keep_data(page, script)
            continue
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
        elif (
            not kinds
            or not kinds <= KEPT_LINKS
            or ("alternate" in kinds and page.target(link.attributes.get("href") or "") is None)
        ):
            raise page.fault(f"a link for '{' '.join(sorted(kinds))}', which the policy forbids — take it out")
    return inline + loaded
