"""Text → its passages: each sentence, with what it is said of before it: questions, the head of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from guide.content.prose import Sentence, plain_text, sentences

ITEM = re.compile(r"\s*(?:[-*] |\d+\. )")
# A sentence that is said of the one before it.
REFERS = re.compile(r"(?:it|that|this|they|these|those|both) (?:can|may|might|will|is|are|needs?) ")
APART = re.compile(r"\n\s*\n")


class Passage(NamedTuple):
    words: str  # plain, in small letters
    written: str
    lead: str  # what it is said of, in the same way: questions, the head of its list, or the sentence before "it can"
    at: int  # where the words begin in the text
    sentence: Sentence
    apart: bool  # a paragraph begins here, which is neither an answer nor a list with a head


@cache  # several rules ask for the same texts
def passages(text: str) -> tuple[Passage, ...]:
    """Return the passages of `text`, in order."""
    return tuple(_passages(text))


def _passages(text: str) -> Iterator[Passage]:
    asked, head, before, end, headed = "", "", "", 0, False
    for sentence in sentences(text):
        written = text[sentence.at : sentence.at + len(sentence.words)]
        words = plain_text(written).lower()
        bare = words.partition("{")[0].rstrip('"”)} ')  # a heading without its id
        item, apart = bool(ITEM.match(written)), bool(APART.search(text, end, sentence.at))
        head = "" if apart and not item else head
        asked = "" if apart and not headed else asked
        lead = (head if item else asked) or (before if not apart and REFERS.match(words) else "")
        start = sentence.at + len(sentence.words) - len(sentence.words.lstrip("\0 \n-"))
        yield Passage(words, written, lead, start, sentence, apart and not lead)
        asked = f"{asked} {bare}".strip() if bare.endswith("?") else ""
        head = bare if bare.endswith(":") else head
        end, headed = sentence.at + len(sentence.words), written.startswith("#")
        before = "" if item or headed else bare
