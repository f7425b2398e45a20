"""Text → its sentences that tell people what to do: those that begin with a command, and those that urge."""

from __future__ import annotations

import re

from guide.content.memo import memoized
from guide.content.prose import BLOCK, EMERGENCY, emergency_lines, sentences
from guide.content.source import Text

# A sentence with one of these tells somebody to get help, or how soon: wherever it stands, it must not undo the cards.
# What each begins with is looked for first: most words begin otherwise, and are soon passed.
URGES = re.compile(
    r"\b(?=[acdeginprstw2])(?:emergency (?!departments?|doctor|medicine|room|care)\w+|in an emergency\b"
    r"|24-hour line\b|wait(?! for|ing)\b"
    r"|(?:ring|act|call(?!ed|s)|dial|phone|go|speak|see|seen|ask)\b[^.]*?"
    r"\b(?:now|today|tomorrow|at once|straight away|same day|later|days?|hours?|weeks?|months?)\b"
    r"|routine visit\b|not? (?:an? )?(?:emergency|urgent|hurry|rush)\b|soon enough\b"
    r"|dial\b|the cards?\b|stop (?:a|the|your|taking)\b)",
    re.IGNORECASE,
)
CITED = re.compile(r"\s*\[@[^\[\]]*\]")
# What may stand before the verb of a sentence that tells somebody to do something.
LEAD = {"please", "then", "so", "but", "and", "or", "just", "always", "first", "instead", "only", "also", "simply"}
CLAUSE = re.compile(r"[,:;|] ")
# That another page says more tells nobody what to do.
POINTER = re.compile(r"\bsee \0+")
WORD = re.compile(r"[a-z'’]+")

Commands = frozenset[str]


def tells(words: str, commands: Commands) -> bool:
    """Say whether a sentence tells somebody to do something: it, or a clause in it, begins with such a verb."""
    for clause in CLAUSE.split(POINTER.sub("", words.lower())):
        for word in WORD.finditer(clause):
            if word[0] not in LEAD:
                if word[0] in commands:
                    return True
                break
    return False


def held(text: Text, whole: bool, commands: Commands) -> list[Text]:
    """Return the sentences of a text, or only those that urge, without their citations and without blocks.

    The head of a table is held with its rows, for they mean nothing without it.
    """
    return [Text(words, text.source, text.offset(at)) for at, words in held_in(text, bool(whole), commands)]


@memoized
def held_in(text: str, whole: bool, commands: Commands) -> list[tuple[int, str]]:
    """Return the same, with where each begins in the text."""
    found, head, urging = [], None, whole or bool(URGES.search(text))
    lines = [line.at for line in emergency_lines(text)] if EMERGENCY in text else []
    for sentence in sentences(text):
        written = text[sentence.at : sentence.at + len(sentence.words)]
        head = None if not written.startswith("|") else head or sentence.at
        called = any(sentence.at <= at < sentence.at + len(written) for at in lines)
        if not (whole or called or (urging and URGES.search(sentence.words)) or tells(sentence.words, commands)):
            continue
        if words := " ".join(CITED.sub("", BLOCK.sub("", written)).split()):
            above = text[head : text.index("\n", head)] + " " if head not in (None, sentence.at) else ""
            lead = len(sentence.words) - len(sentence.words.lstrip())
            found.append((sentence.at + lead, above + words))
    return found
