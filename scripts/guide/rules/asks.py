"""Rules for the questions that pages answer, and for the words the search knows: each leads somewhere, and once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from guide.content.site import Site
from guide.content.source import Problem, Text, nearest
from guide.content.wordings import Meanings, bare
from guide.rules.anchors import all_ids
from guide.rules.leaflets import lines_of

# Two lines on a phone.
QUESTION_LETTERS = 90


def plain(words: str) -> str:
    """Return what is left of a wording when capitals, signs and spaces are not looked at."""
    return " ".join(re.findall(r"\w+", words.lower().replace("'", "").replace("’", "")))


def unanswered_asks(site: Site) -> Iterator[Problem]:
    """A question leads to a place on its page: `at` is a section, or another id there; leave it out for the top."""
    for page in site.pages.values():
        places = all_ids(site, page) if any(ask.at for ask in page.asks) else set()
        for ask in page.asks:
            if ask.at and ask.at not in places and ask.at not in site.broken:
                yield ask.at.problem(f"no place '{ask.at}' on this page — {nearest(ask.at, places)}")


def half_asks(site: Site) -> Iterator[Problem]:
    """The first wording is a whole question, for the page that lists them: it begins large and ends with '?'."""
    for page in site.pages.values():
        for ask in page.asks:
            first = ask.words[0]
            if not first.endswith("?") or first[0] != first[0].upper():
                yield first.problem("no whole question — begin it with a capital letter and end it with '?'")
            if len(first) > QUESTION_LETTERS:
                yield first.problem(f"a question of {len(first)} letters — say it in {QUESTION_LETTERS}")


def doubled_asks(site: Site) -> Iterator[Problem]:
    """A wording stands once on the whole site: twice, it would lead to two answers."""
    seen: dict[str, str] = {}
    for page in site.pages.values():
        for words in (words for ask in page.asks for words in ask.words):
            if not (asked := plain(words)):
                yield words.problem("no words in it — write what people ask")
            elif asked in seen:
                yield words.problem(f"'{words}' is asked on the page '{seen[asked]}' already — keep one")
            seen.setdefault(asked, page.id)


def unasked(site: Site) -> Iterator[Problem]:
    """Each of `askers` asks something: a heading needs questions below it."""
    if site.broken:
        return  # what could not be read may ask
    asking = {ask.who for page in site.pages.values() for ask in page.asks}
    for name in site.settings.askers:
        if name not in asking:
            yield name.problem(f"no page answers a question of '{name}' — add one under 'asks', or take it out")


def wordless_searches(site: Site) -> Iterator[Problem]:
    """What search.yml has for the search to read holds a word: write what people type."""
    known = site.search
    several = [*known.same, known.idle, *known.emergency.values(), *known.calm.values(), known.fresh]
    for text in chain(*several):
        if not bare(text):
            yield text.problem("no word in it — write what people type")


def unsought_emergencies(site: Site) -> Iterator[Problem]:
    """search.yml says in which words people search for each line of an emergency card, and for no other line."""
    first = next(iter(site.settings.tiers))
    now = {name: name for one in site.leaflets.leaflets.values() for name, tier in lines_of(one) if tier == first}
    for name in now:
        if not site.search.emergency.get(name):
            yield name.problem(
                f"nobody can search for '{name}' — add people's own words under 'emergency' in search.yml"
            )
    for name in [*site.search.emergency, *site.search.calm]:
        if name in site.leaflets.lines and name not in now:
            yield name.problem(f"'{name}' stands on no emergency card — take it out")


def unseen_emergencies(site: Site) -> Iterator[Problem]:
    """No words of search.yml hide an emergency line from who types its words, or show it to everybody.

    A wording has a word that is not idle; `calm` has one that no wording of its line has, nor one that means the same;
    `fresh` are single words.
    """
    meanings = Meanings(site.search.same, site.search.idle)

    def read(text: str) -> set[str]:
        return {*meanings.units(bare(text))} - meanings.idle

    for texts in [*site.search.emergency.values(), *site.search.calm.values()]:
        for text in texts:
            if bare(text) and not read(text):
                yield text.problem(f"all words of '{text}' are idle, so it is in every search — add one that is not")
    for name, texts in site.search.calm.items():
        for text in texts:
            calm = read(text)
            for words in site.search.emergency.get(name, ()):
                if calm and calm <= read(words):
                    message = f"'{text}' would keep the line '{name}' from who types '{words}'"
                    yield text.problem(f"{message} — add a word that is in no wording of an emergency")
    for text in site.search.fresh:
        if bare(text) and text != "".join(plain(text).split()):
            wanted = ", ".join(plain(text).split())
            yield text.problem(f"'{text}' is found by nobody — write single words in small letters: {wanted}")


def doubled_words(site: Site) -> Iterator[Problem]:
    """A word stands in one line of `same`, and is not idle as well: the search could not tell which is meant."""
    seen: dict[str, Text] = {plain(word): word for word in site.search.idle}
    for line in site.search.same:
        for word in line:
            if bare(word) and plain(word) in seen:
                yield word.problem(f"'{word}' stands in another line already — keep one, or join the two lines")
            seen[plain(word)] = word
        if len(line) < 2:
            yield line[0].problem("one word alone means the same as none — add others, or take the line out")


RULES = [
    unanswered_asks,
    half_asks,
    doubled_asks,
    unasked,
    wordless_searches,
    unsought_emergencies,
    unseen_emergencies,
    doubled_words,
]
