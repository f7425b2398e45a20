"""Rules for who was counted: the size of a group that a sentence names is one that its source has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from guide.content.prose import citations, plain_text, sentences
from guide.content.site import Site
from guide.content.source import Problem, Text

NUMBER = r"\d{1,3}(?:,\d{3})+|\d+"
# A share is said per 10, 100, 1,000 and so on: "27 in 100 people" counts nobody.
ROUND = re.compile(r"1(?:,?0)+")
# A thousand has a comma, so that four digits without one are a year.
YEAR = re.compile(r"(?:1[89]|20)\d\d")
DIGIT = re.compile(r"\d")
SHARE = (
    r"(?:\d+(?:,\d{3})*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none|all|most|half|some|each)"
)
ABOUT = r"(?:(?:the|all|these|those|its|their|about|other|nearly|almost) ){0,2}"
# What may not stand between a number and the people: "60 or over", "508 were women", "66 days after people".
JOINING = (
    r"(?:and|or|in|of|to|with|that|who|by|at|for|on|from|was|were|had|have|did|could"
    r"|years?|months?|weeks?|days?|hours?)\b"
)


def uncounted_sources(site: Site) -> Iterator[Problem]:
    """A source that counted people (`counts` in site.yml), once opened, says whom, where and when: write `people`.

    One that nobody has opened stands on the list of `make overdue` instead: whom it counted is not for us to guess.
    """
    for name, reference in site.references.items():
        kind = site.settings.evidence.get(reference.evidence)
        if kind and kind.counts and reference.opened and not reference.people:
            message = f"'{name}' does not say whom it counted — add 'people': who, where, when, and each group's size"
            yield reference.evidence.problem(message)


def unknown_groups(site: Site) -> Iterator[Problem]:
    """The size of a group that a sentence names stands in `people` of a source it cites: mend it, or add the group."""
    nouns = tuple(site.settings.counted)
    for text, source in [*((text, text) for text in site.prose), *rows(site)]:
        for sentence in sentences(text):
            there = text[sentence.at : sentence.at + len(sentence.words)]
            if not DIGIT.search(sentence.words) and "[[" not in there:
                continue
            cited = dict.fromkeys(one.reference for one in citations(there if source is text else source))
            sources = [site.references[name] for name in cited if name in site.references]
            if not any(one.people or one.opened for one in sources):
                continue  # nobody has opened them: see `uncounted_sources`
            found = sizes(plain_text(there), nouns)
            known = {size for name in cited for size in known_sizes(site, name)} if found else ()
            for size in found:
                if size not in known:
                    at = sentence.at + max(there.find(size), 0)
                    yield text.problem(f"'{size}' {told(site, cited)}", at)


def rows(site: Site) -> Iterator[tuple[Text, Text]]:
    """Yield in whom the figures of each row and fact were measured, with its source."""
    for page in site.pages.values():
        if page.share:
            yield from ((text, page.share.source) for text in (page.share.who, page.share.what))
        yield from ((row.people, row.source) for row in (*page.evidence, page.levels, page.ages) if row)


def sizes(words: str, nouns: tuple[str, ...]) -> list[str]:
    """Return the sizes of groups in a sentence: "of 4,181", "16 of the 3,200", "153 people", "29 young children"."""
    found = [group["of"] or group["size"] for group in groups(nouns).finditer(words)]
    return [size for size in dict.fromkeys(found) if not ROUND.fullmatch(size) and not YEAR.fullmatch(size)]


@cache
def groups(nouns: tuple[str, ...]) -> re.Pattern[str]:
    people = "|".join(map(re.escape, nouns))
    whom = rf"(?=(?: (?!{JOINING})[a-z-]+){{0,3}} (?:{people})\b(?! (?:in|of) (?:a|each|every|\d)))"
    part = rf"(?:\b{SHARE} of {ABOUT}|^of {ABOUT})"
    whole = r"(?! (?:or|and) (?:over|older|more)\b| (?:years|months|weeks|days|hours)\b|%| in \d)"
    size = rf"(?<!\b1 in )(?<!\bone in )(?P<size>{NUMBER}){whom}"
    return re.compile(rf"(?<![\d.,])(?:{part}(?P<of>{NUMBER}){whole}|{size})(?![\d,]*\d)", re.IGNORECASE)


def known_sizes(site: Site, name: str) -> Iterable[str]:
    """Return every number in `people` of a source."""
    reference = site.references.get(name)
    return re.findall(NUMBER, reference.people) if reference and reference.people else ()


def told(site: Site, cited: Iterable[str]) -> str:
    """Return what the sources of a sentence say of whom they counted, and what to do."""
    names = [name for name in cited if name in site.references]
    said = {name: [size for size in known_sizes(site, name) if not YEAR.fullmatch(size)] for name in names}
    if not any(said.values()):
        return f"is in no 'people' of {' or '.join(names)} — open the source, and add there whom it counted"
    groups = "; ".join(f"{name} has {', '.join(found)}" for name, found in said.items() if found)
    return f"is in no 'people' of {' or '.join(names)}: {groups} — mend the sentence, or add the group to its source"


RULES = [uncounted_sources, unknown_groups]
