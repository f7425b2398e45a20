"""Words of a sentence → whether it tells somebody to do something: it begins with a command, or it urges."""

from __future__ import annotations

import re

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
# What may stand before the verb of a sentence that tells somebody to do something.
LEAD = {"please", "then", "so", "but", "and", "or", "just", "always", "first", "instead", "only", "also", "simply"}
# A clause ends before the next, and a bold label, as in "**No better:** get help".
CLAUSE = re.compile(r"[,:;|][*_]* ")
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
