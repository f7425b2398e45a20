"""Site → what the search goes by, and what in it leads to help: words of one meaning, other names, questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from guide.content.site import Site
from guide.content.source import Text
from guide.rules.advice_on_pages import WORD

STOPS = str.maketrans(dict.fromkeys(".,;:?!()", " "))


def searched(site: Site) -> dict[str, Any]:
    """Return it by part. A line for each group of words: there are thousands of words."""
    search, urgent = site.search, Urgent(site)
    same: dict[str, Text] = {}
    for words in search.same:
        first = words[0]
        same[first] = joined([same[first], *words] if first in same else words)
    return {
        "found under": {name: some for name, also in names(site) if (some := urgent.of(also))},
        "asked in an emergency": asked(site, urgent),
        "searched in an emergency": dict(search.emergency),
        "searched, and no emergency": {**search.calm, "fresh": search.fresh},
        "searched as the same": same,
        "how the search goes": {
            name: joined(words)
            for name, words in (
                ("words that say nothing", search.idle),
                ("pages found last", search.last),
                ("pages found whole", search.whole),
            )
            if words
        },
    }


def joined(words: list[Text]) -> Text:
    return Text(", ".join(words), words[0].source, words[0].start)


def names(site: Site) -> Iterator[tuple[str, list[Text]]]:
    """Yield under which words each page and each word of the glossary is found."""
    for page in site.pages.values():
        yield page.id, page.also
    for name, term in site.glossary.items():
        yield f"{WORD}{name}", term.also


def asked(site: Site, urgent: Urgent) -> dict[str, dict[str, Text]]:
    """Return where questions of somebody in an emergency are answered."""
    found = {}
    for page in site.pages.values():
        asks = {
            str(ask.words[0]): Text(f"at {ask.at or 'the top'}", ask.words[0].source, ask.words[0].start)
            for ask in page.asks
            if urgent.of(ask.words)
        }
        if asks:
            found[page.id] = asks
    return found


class Urgent:
    """What finds words that somebody in an emergency may search for: they must lead to what helps."""

    def __init__(self, site: Site) -> None:
        self.site = site

    @cached_property
    def _sign(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self.site.settings.urgent)), re.IGNORECASE)

    @cached_property
    def _phrases(self) -> dict[str, list[frozenset[str]]]:
        """The words that the search takes for an emergency together, by the first of them."""
        found: dict[str, list[frozenset[str]]] = {}
        for phrases in self.site.search.emergency.values():
            for phrase in phrases:
                some = phrase.lower().split()
                found.setdefault(some[0], []).append(frozenset(some))
        return found

    def of(self, words: list[Text]) -> list[Text]:
        """Return those of `words`."""
        return [word for word in words if self._sign.search(word) or self._shows_line(word)]

    def _shows_line(self, words: str) -> bool:
        some = {*words.lower().translate(STOPS).split()}
        return any(phrase <= some for word in some for phrase in self._phrases.get(word, ()))
