"""Rules for what must fit on a phone: a word that can't break pushes the page, and the emergency line, sideways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.site import Site
from guide.content.source import Problem
from guide.rules.markup import hide

# Letters of a word: our longest has 24, and 390 px hold some 40 of running text.
LONGEST_WORD = 32
# What has no place to break; names in backticks and web addresses are no words, and the style breaks them.
WORD = re.compile(r"[^\W_]{" + str(LONGEST_WORD + 1) + r",}")
SKIPPED = re.compile(r"`[^`\n]*`|https?://\S+|\S*/\S*|\{\{[^}]*\}\}")


def long_words(site: Site) -> Iterator[Problem]:
    """No word is so long that a phone must be pushed sideways to read it."""
    for text in (text for text in site.texts if len(text) > LONGEST_WORD):  # most are shorter
        longest = max(map(len, text.split()), default=0)
        for word in WORD.finditer(SKIPPED.sub(hide, text)) if longest > LONGEST_WORD else ():
            message = f"a word of {len(word[0])} letters — at most {LONGEST_WORD}: a phone's page is no wider"
            yield text.problem(message, word.start())


RULES = [long_words]
