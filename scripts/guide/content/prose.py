"""Prose → its citations `[@reference, where]`, links `[[id|label]]`, blocks `{{ name }}` and sentences.

`[[emergency]]` is no link: the emergency line is written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

INLINE = re.compile(r"\[(?P<citations>@[^\[\]]*)\]|\[\[(?P<link>[^\[\]|]*)(?:\|(?P<label>[^\[\]]*))?\]\]")
BLOCK = re.compile(r"^\{\{ *(?P<name>[a-z-]+)(?P<about>(?: +[a-z0-9-]+)*) *\}\}$", re.MULTILINE)
# A sentence ends with its stop and a space, or where a paragraph, list item, heading or table row ends. The stop of a
# title, a saint or an “e.g.” ends none.
END = re.compile(
    r"(?:(?<=[.!?؟।。！？])|(?=\n))"  # most letters are neither, and soon passed
    r"(?:(?<=[.!?])(?<!\b(?:Dr|Mr|Ms|St|Mt|vs|ca|cf)\.)(?<!\bMrs\.)(?<!\bProf\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bapprox\.)"
    r"[”\")*]*\s+(?=[“\"(*]*[A-Z0-9\0])|\n\s*\n|\n(?=\s*(?:[-*|#]|\d+\. ))"
    # In other languages: a stop of theirs, and a letter that is no small one.
    r"|(?:(?<=[.!?؟।])[⟧»)*]*\s+|(?<=[。！？])\s*)(?=[⟦«(*]*(?P<letter>[^\x00-\x7f\W\d_])))"
)
APART = re.compile(r" (?=[.,;:])")  # from the word before
EMERGENCY = "emergency"
# Markdown that holds no prose: link targets, HTML tags, the numbers of a numbered list, blocks.
SILENT = re.compile(r"\]\([^)\s]*\)|<[^<>]+>|^(?:[ \t]*\d+\. |\{\{[^{}\n]*\}\}$)", re.MULTILINE)


class Citation(NamedTuple):
    reference: str
    where: str
    at: int


class Link(NamedTuple):
    target: str
    label: str
    at: int
    place: str = ""


def read_citations(mark: re.Match[str]) -> list[Citation]:
    """Return the citations in one mark: `[@a, abstract; @b]` holds two."""
    found = []
    for part in re.finditer(r"[^;]+", mark["citations"]):
        reference, _, where = part[0].strip().removeprefix("@").partition(",")
        found.append(Citation(reference.strip(), where.strip(), mark.start("citations") + part.start()))
    return found


@cache  # several rules ask for the same texts
def citations(text: str) -> tuple[Citation, ...]:
    """Return every citation in `text`, in order."""
    marks = INLINE.finditer(text) if "[@" in text else ()
    return tuple(one for mark in marks if mark["citations"] for one in read_citations(mark))


def links(text: str) -> Iterator[Link]:
    """Yield every link in `text`, in order."""
    return (link for link in _double_brackets(text) if link.target != EMERGENCY)


def emergency_lines(text: str) -> Iterator[Link]:
    """Yield every `[[emergency]]` and `[[emergency#line]]` in `text`, in order."""
    return (link for link in _double_brackets(text) if link.target == EMERGENCY)


def _double_brackets(text: str) -> Iterator[Link]:
    for mark in INLINE.finditer(text):
        if mark["link"] is not None:
            target, _, place = mark["link"].partition("#")
            yield Link(target.strip(), (mark["label"] or "").strip(), mark.start(), place.strip())


@cache  # several rules ask for the same texts, and the pages then say them
def plain_text(text: str) -> str:
    """Return `text` as plain words: no citations, links by their label, no Markdown emphasis.

    The emergency line is left out: it stands on each page in full.
    """

    def plain(mark: re.Match[str]) -> str:
        if mark["citations"] or mark["link"].partition("#")[0] == EMERGENCY:
            return ""
        return mark["label"] or mark["link"].replace("-", " ")

    text = INLINE.sub(plain, text)
    return APART.sub("", " ".join(text.replace("*", "").split()))


class Sentence(NamedTuple):
    words: str
    at: int
    cited: bool


@cache  # several rules ask for the same sentences
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text`, with marks blanked out (as NUL) so that positions hold."""
    masked = INLINE.sub(_blank, SILENT.sub(lambda part: " " * len(part[0]), text))
    cited = [citation.at for citation in citations(text)]
    found = []
    start = 0
    for end in [*filter(_ends, END.finditer(masked)), None]:
        stop = end.start() if end else len(masked)
        if masked[start:stop].strip():
            found.append(Sentence(masked[start:stop], start, any(start <= at < stop for at in cited)))
        start = end.end() if end else stop
    return tuple(found)


def _ends(end: re.Match[str]) -> bool:
    return not (end["letter"] and end["letter"].islower())


def split(text: str) -> list[str]:
    """Return the sentences of `text` as they are written, marks and all."""
    starts = [sentence.at for sentence in sentences(text)]
    return [text[start:stop].strip() for start, stop in pairwise([*starts, len(text)])]


def _blank(mark: re.Match[str]) -> str:
    """Keep a link's label, which is prose; hide the rest of the mark."""
    if not mark["label"]:
        return "\0" * len(mark[0])
    before = mark.start("label") - mark.start()
    return "\0" * before + mark["label"] + "\0" * (mark.end() - mark.end("label"))
