"""Text → its passages: each sentence, with the questions or the head of the list before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def passages(text: str) -> Iterator[Passage]:
    """Yield the passages of `text`, in order."""
    lead, before, end, heading = "", "", 0, False
    for sentence in sentences(text):
        written = text[sentence.at : sentence.at + len(sentence.words)]
        words = plain_text(written).lower()
        apart = bool(APART.search(text, end, sentence.at))
        item = bool(ITEM.match(written))
        if not (item if lead.endswith(":") else lead.endswith("?") and (heading or not apart)):
            lead = before if not apart and REFERS.match(words) else ""
        start = sentence.at + len(sentence.words) - len(sentence.words.lstrip("\0 \n-"))
        yield Passage(words, written, lead, start, sentence, apart and not lead)
        bare = words.rstrip('"”)} ') if "{" not in words else words[: words.index("{")].rstrip()
        if bare.endswith("?"):
            lead = f"{lead} {bare}".strip()
        elif bare.endswith(":"):
            lead = bare
        elif not lead.endswith(":"):
            lead = ""
        before = "" if item or heading else bare
        end, heading = sentence.at + len(sentence.words), written.startswith("#")
