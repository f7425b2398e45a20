"""Rules for the emergency line: it leaves out no sign of the cards, and no text has a list of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from guide.content.memo import memoized
from guide.content.prose import EMERGENCY, emergency_lines, links
from guide.content.site import Site, texts_in
from guide.content.source import Problem, Text, nearest
from guide.rules.leaflets import lines_of
from guide.rules.markup import MARKS
from guide.rules.passages import Passage, passages
from guide.rules.said import Vocabulary, vocabulary
from guide.rules.speeds import telling_when

# What another page says more of.
POINTER = re.compile(r"\bsee [\w -]+")


def wrong_emergency_lines(site: Site) -> Iterator[Problem]:
    """`[[emergency]]` is the emergency line, `[[emergency#id]]` with a line of an emergency card too: write it so."""
    first = next(iter(site.settings.tiers), "")
    if site.settings.emergency_line.count("…") != 1:
        yield site.settings.emergency_line.problem("'…' stands once in it, where the signs belong — write it so")
    urgent = {name for leaflet in site.leaflets.leaflets.values() for name, tier in lines_of(leaflet) if tier == first}
    for text in site.prose:
        for line in emergency_lines(text) if EMERGENCY in text else ():
            if not MARKS.match(text, line.at):
                continue  # see `stray_marks`
            if line.label:
                yield text.problem("the emergency line has its own words — write [[emergency]]", line.at)
            if line.place and line.place not in urgent:
                advice = nearest(line.place, urgent)
                yield text.problem(f"'{line.place}' is no line of an emergency card — {advice}", line.at)
    for name, at in [*((page.id, page.title) for page in site.pages.values()), *((one, one) for one in site.glossary)]:
        if name == EMERGENCY:
            yield at.problem(f"[[{EMERGENCY}]] writes the emergency line — give the page or word another id")


def left_out_of_the_line(site: Site) -> Iterator[Problem]:
    """The emergency line says every sign behind the first group of lines of the first leaflet: say it, and name it."""
    said = site.settings.emergency_signs
    groups = [group for leaflet in site.leaflets.leaflets.values() for card in leaflet.cards for group in card.groups]
    lines = groups[0].lines if groups and said else []
    behind = [sign for name in lines if name in site.leaflets.lines for sign in site.leaflets.lines[name].signs]
    for sign in behind:
        if sign not in said:
            yield sign.problem(
                f"the emergency line leaves '{sign}' out — say it there, and name it in 'emergency_signs'"
            )
    for sign in said:
        if behind and sign not in behind:
            yield sign.problem(f"'{sign}' is not behind the first lines of the leaflets — take it out of the line too")


def own_lists(site: Site) -> Iterator[Problem]:
    """A text lists no emergency signs of its own, which can leave some out: it writes [[emergency]] instead."""
    for text in elsewhere(site) if site.settings.emergency_words else ():
        for at in own_lists_in(text, vocabulary(site)):
            yield text.problem("a list of emergency signs of its own — write [[emergency]] instead", at)


@memoized
def own_lists_in(text: str, vocabulary: Vocabulary) -> list[int]:
    """Return where lists of emergency signs begin in a text."""
    first = next(iter(vocabulary.settings.tiers), "")

    def calls(words: str) -> bool:
        return any(said.tier == first for said in vocabulary.speeds(words))

    def kinds(words: str) -> set[str]:
        return vocabulary.emergencies(POINTER.sub("", words))

    found = []
    calling = any(calls(one.words) for one in passages(text))
    for run in runs(text, lambda words: calls(words) or bool(kinds(words))) if calling else ():
        called = [one.at for one in run if calls(one.words)]
        shows_the_card = any(link.place == first for one in run for link in links(one.written))
        if called and len({kind for one in run for kind in kinds(one.words)}) > 1 and not shows_the_card:
            found.append(called[0])
    return found


def runs(text: str, about: Callable[[str], bool]) -> Iterator[list[Passage]]:
    """Yield the passages about something that follow each other in a paragraph, or in a list and its head."""
    run: list[Passage] = []
    for passage in passages(text):
        more = about(passage.words) or passage.lead.endswith(":")
        if passage.apart or not more:
            yield run
            run = []
        run += [passage] if more else []
    yield run


def elsewhere(site: Site) -> Iterator[Text]:
    """Yield the texts that may say a speed but those of the cards, and the pages of their signs, which show them."""
    kinds = site.settings.kinds.items()
    signs = {name for name, kind in kinds if any("cards" in section.shows for section in kind.sections.values())}
    left = {id(text) for page in site.pages.values() if page.kind in signs for text in texts_in(page)}
    left |= {id(text) for text in texts_in(site.settings)}
    return (text for text in telling_when(site) if id(text) not in left)


RULES = [wrong_emergency_lines, left_out_of_the_line, own_lists]
