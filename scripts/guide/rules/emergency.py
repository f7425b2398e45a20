"""Rules for the emergency line: it leaves out no sign of the cards, and no text has a list of its own."""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.prose import EMERGENCY, emergency_lines, links, plain_text, sentences
from guide.content.site import Site, prose_in
from guide.content.source import Problem, Text, nearest
from guide.rules.leaflets import lines_of
from guide.rules.markup import MARKS
from guide.rules.wording import whole


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
    kinds = [whole((pattern,)) for pattern in site.settings.emergency_words]
    first, now = next(iter(site.settings.tiers.items()), ("", None))
    call = whole(tuple(now.said)) if now and now.said else None
    if call is None:
        return
    for text in elsewhere(site):
        before: set[int] = set()
        for sentence in sentences(text) if call.search(plain_text(text).lower()) else ():
            there = text[sentence.at : sentence.at + len(sentence.words)]
            words = plain_text(there).lower()
            named = {number for number, kind in enumerate(kinds) if kind.search(words)}
            calls = call.search(words)
            whole_card = any(link.place == first for link in links(there))
            if calls and len(named or (set() if whole_card else before)) > 1:
                start = sentence.at + len(sentence.words) - len(sentence.words.lstrip("\0 \n-"))
                yield text.problem("a list of emergency signs of its own — write [[emergency]] instead", start)
            before = set() if calls else named


def elsewhere(site: Site) -> Iterator[Text]:
    """Yield all prose but that of the cards themselves, and of the pages of their signs, which show them."""
    signs = {
        name for name, kind in site.settings.kinds.items() if any("cards" in s.shows for s in kind.sections.values())
    }
    own = [site.checklist, site.leaflets, site.settings, site.cases]
    own += [page for page in site.pages.values() if page.kind in signs]
    left = {id(text) for part in own for text in prose_in(part)}
    return (text for text in site.prose if id(text) not in left)


RULES = [wrong_emergency_lines, left_out_of_the_line, own_lists]
