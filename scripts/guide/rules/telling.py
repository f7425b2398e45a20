"""Text → its sentences that tell people what to do: commands, and statements such as "this is an emergency"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.memo import memoized
from guide.content.prose import BLOCK, EMERGENCY, emergency_lines
from guide.content.source import Text
from guide.rules.passages import APART, ITEM, Passage, passages
from guide.rules.said import Vocabulary
from guide.rules.urging import URGES, tells

CITED = re.compile(r"\s*\[@[^\[\]]*\]")
LIST = re.compile(r"^[ \t]*(?:[-*] |\d+\. )", re.MULTILINE)


def held(text: Text, whole: bool, vocabulary: Vocabulary) -> list[Text]:
    """Return the sentences of a text, or only those that tell, without their citations and without blocks.

    The head of a table is held with its rows, for they mean nothing without it.
    """
    found = held_in(text, bool(whole), vocabulary)
    places = text.offsets([at for at, _ in found])
    return [Text(words, text.source, place) for place, (_, words) in zip(places, found, strict=True)]


@memoized
def held_in(text: str, whole: bool, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """Return the same, with where each begins in the text."""
    found, head, all_of_it = [], None, passages(text)
    telling = {*range(len(all_of_it))} if whole else _telling(text, all_of_it, vocabulary)
    for number, passage in enumerate(all_of_it):
        sentence = passage.sentence
        written = text[sentence.at : sentence.at + len(sentence.words)]
        head = None if not written.startswith("|") else head or sentence.at
        if number not in telling:
            continue
        if words := " ".join(CITED.sub("", BLOCK.sub("", written)).split()):
            above = text[head : text.index("\n", head)] + " " if head not in (None, sentence.at) else ""
            lead = len(sentence.words) - len(sentence.words.lstrip())
            found.append((sentence.at + lead, above + words))
    return found


def _telling(text: str, some: tuple[Passage, ...], vocabulary: Vocabulary) -> set[int]:
    """Return the numbers of the passages that tell somebody what to do.

    In a list an item that says how soon, or stands below a head that does, is held whole: the rest of it says for what.
    """
    found: set[int] = set()
    for item in items(text, some) if vocabulary.may_time(text) else ():
        first = some[item[0]]
        if any(vocabulary.speeds(some[number].words) for number in item) or (
            ITEM.match(first.written) and vocabulary.speeds(first.lead)
        ):
            found.update(item)
    urging, cards = bool(URGES.search(text)), bool(vocabulary.to_cards.search(text))
    lines = [line.at for line in emergency_lines(text)] if EMERGENCY in text else []
    for number, (words, _, _, _, sentence, _) in enumerate(some):
        start, end = sentence.at, sentence.at + len(sentence.words)
        if number not in found and (
            vocabulary.telling.search(words)
            or (urging and URGES.search(sentence.words))
            or tells(sentence.words, vocabulary.commands)
            or (cards and vocabulary.to_cards.search(text, start, end))
            or (lines and any(start <= at < end for at in lines))
        ):
            found.add(number)
    return found


def items(text: str, some: tuple[Passage, ...]) -> Iterator[list[int]]:
    """Yield the numbers of the passages that make an item of a list together, and of each other one alone."""
    if not LIST.search(text):
        yield from ([number] for number in range(len(some)))  # as most
        return
    item: list[int] = []
    for number, passage in enumerate(some):
        goes_on = item and ITEM.match(some[item[0]].written) and not ITEM.match(passage.written)
        if not goes_on or APART.search(text, _end(some[item[-1]]), passage.sentence.at) or passage.written[:1] in "#|":
            if item:
                yield item
            item = []
        item.append(number)
    if item:
        yield item


def _end(passage: Passage) -> int:
    return passage.sentence.at + len(passage.sentence.words)
