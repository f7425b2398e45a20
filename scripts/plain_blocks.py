"""The blocks of a page of Markdown → the HTML of those that can be read in one way only, and all else as it is written.

What pages have in common is read once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from plain_lines import ABOUT, TAGS, attributes, begin, html_of

# A line within a paragraph or an item: it does not begin with a sign that begins something else, nor end with a blank.
LINE = r"(?!\d+\.\s|\*\s|\*{3})[^\s#>|=+:~{!_-].*(?<!\s)"
PARAGRAPH = re.compile(rf"({LINE}(?:\n{LINE})*?)(?:\n{{: ({ABOUT}) }})?")
ITEMS = re.compile(rf"- {LINE}(?:\n(?:- |  )?{LINE})*")
LISTED = re.compile(r" |\d+\.\s|[*+-]\s|</?[ou]l\b")  # what begins an item, or goes on with one
ROW = re.compile(r"\|(?: [^\s|](?:[^|\n]*[^\s|])? \|)+")
LINED = re.compile(r"\|(?: -{3,} \|)+")
CELL = re.compile(rf"([^{{]*[^{{\s])(?: {{: ({ABOUT}) }})?")
# Tags as templates write them, on lines by themselves: around blocks, around Markdown within a line, around words, and
# what Markdown leaves as it is.
BLOCKS = "details|div|dl|figcaption|figure|form|nav|ol|section|ul"
LINES = "dd|dt|figcaption|li|p|summary"
END = r"(?=\n|$)"
SAID = r'((?: (?!markdown)[a-z-]+="[^"<>\n]*")*)'
OPEN = re.compile(rf'<(?:({BLOCKS}){SAID} markdown(?:="1")?|({BLOCKS}|{LINES}){SAID} markdown="block")>{END}')
CLOSE = re.compile(rf"</({BLOCKS}|{LINES})>{END}")
SPAN = re.compile(rf'<({LINES}){SAID} markdown="span">(\S(?:.*\n)*?.*)(?<!\s)</\1>{END}')
WORDS = re.compile(rf'<({LINES})(?: (?!markdown)[a-z-]+="[^"&<>\n]*")?>[^<>&\n\x02\x03]+</\1>{END}')
INLINE = rf"</?(?:{TAGS})\b[^<>\n]*>"
RAW = re.compile(
    r"<(p|div|noscript)(?: (?!markdown)[^<>&\n]*)?>"
    rf"(?:[^<&\n]|&(?:amp|#39);|{INLINE}|<textarea[^<>\n]*></textarea>|(?!</?\1\b)</?p>)*</\1>{END}"
)
DRAWING = re.compile(r'^<div class="drawing" aria-hidden="true">(?:.|\n(?!\n))*</div>(?=\n\n|\Z)', re.MULTILINE)
HARMLESS = re.compile(rf"{INLINE}|<(?![a-zA-Z/!?])")
TAGGED = re.compile(rf"\n(?=</?(?:{BLOCKS}|{LINES})\b)")


class UnclearError(Exception):
    """Raised where a tag may mean anything to what follows."""


class Piece(NamedTuple):
    """A block, or a tag around some: as it is written, and its HTML if it can be read in one way only."""

    text: str
    html: str | None = None
    opens: str = ""
    closes: str = ""
    inside: bool | None = None  # so only with, or without, an element around it


def pieces_of(page: str) -> list[Piece]:
    """Return the pieces of a page, an element as one if all in it is plain. Raises UnclearError."""
    around = [[Piece("")]]  # elements of which the end is still to come, each with its first tag
    if "]:" in page or "\n    " in f"\n{page}":  # brackets may be links to what is said there; code, with empty lines
        raise UnclearError
    for piece in (piece for block in page.split("\n\n") for piece in _pieces(block.strip("\n"))):
        inner = around[-1]
        before = inner[-1]
        if (piece.inside and len(around) == 1) or (piece.closes and piece.closes != inner[0].opens):
            raise UnclearError
        if piece.opens:
            around.append([piece])
        elif piece.closes:
            around.pop()
            around[-1] += _closed([*inner, piece])
        elif LISTED.match(piece.text) and (LISTED.match(before.text) or (not before.html and "\n" in before.text)):
            inner[-1:] = [before._replace(html=None), Piece(piece.text)]  # both may be one list
        else:
            inner.append(piece if piece.inside in (None, len(around) > 1) else Piece(piece.text))
    if len(around) > 1:
        raise UnclearError
    return around[0][1:]


def _closed(pieces: list[Piece]) -> list[Piece]:
    if len(pieces) < 3 or any(one.html is None for one in pieces):
        return [Piece(pieces[0].text), *pieces[1:-1], Piece(pieces[-1].text)]
    return [Piece("\n\n".join(one.text for one in pieces), "\n".join(one.html or "" for one in pieces))]


@lru_cache(maxsize=20_000)
def _pieces(block: str) -> list[Piece]:
    """Return the pieces of a block. Raises UnclearError."""
    found = []
    while block:
        text = block if block.startswith("<") else TAGGED.split(block, maxsplit=1)[0]
        found.append(_tag(block) if text.startswith("<") else Piece(text, _known(_html(text), text)))
        block = block[len(found[-1].text) + 1 :]
    return found


def _known(html: str | None, text: str) -> str | None:
    """Return the HTML of a text. Raises UnclearError if there is none, and a tag in the text may be one of a block."""
    if html is None and "<" in HARMLESS.sub("", text):
        raise UnclearError
    return html


def _tag(block: str) -> Piece:
    """Return the piece that begins with the tag at the beginning of a block. Raises UnclearError."""
    if one := OPEN.match(block):
        tag, about = one[1] or one[3], one[2] or one[4] or ""
        return Piece(one[0], None if "&" in about else begin(tag, attributes(about)), opens=tag)
    if one := CLOSE.match(block):
        return Piece(one[0], one[0], closes=one[1])
    if one := SPAN.match(block):
        return Piece(one[0], None if "&" in one[2] else _known(_line(one[1], one[3], one[2]), one[3]))
    if one := WORDS.match(block):
        return Piece(one[0], one[0], inside=True)
    if one := DRAWING.match(block):
        return Piece(one[0], one[0])
    if one := RAW.match(block):
        return Piece(one[0], one[0] + "\n" * (one[0] == block), inside=False)
    raise UnclearError


def _html(block: str) -> str | None:
    """Return the HTML of a block without tags around it, or None."""
    if block.startswith("- ") and ITEMS.fullmatch(block):
        return _whole("ul", [_line("li", item) for item in re.split(r"(?:^|\n)- ", block)[1:]])
    if found := PARAGRAPH.fullmatch(block):
        return _line("p", *found.groups())
    return _table(block.split("\n"))


def _table(lines: list[str]) -> str | None:
    rows = [row[2:-2].split(" | ") for row in lines[:1] + lines[2:]]
    if len(lines) < 3 or not LINED.fullmatch(lines[1]) or not all(map(ROW.fullmatch, lines[:1] + lines[2:])):
        return None
    if {len(row) for row in rows} != {lines[1].count("|") - 1}:
        return None
    head, *body = [_whole("tr", [_cell(cell, "td" if at else "th") for cell in row]) for at, row in enumerate(rows)]
    return _whole("table", [_whole("thead", [head]), _whole("tbody", body)])


def _cell(text: str, tag: str) -> str | None:
    found = CELL.fullmatch(text)
    return _line(tag, *found.groups()) if found else None


def _line(tag: str, text: str, about: str | None = None) -> str | None:
    html = html_of(text)
    return html and f"{begin(tag, attributes(about))}{html}</{tag}>"


def _whole(tag: str, lines: list[str | None]) -> str | None:
    return None if None in lines else "\n".join([f"<{tag}>", *(line or "" for line in lines), f"</{tag}>"])
