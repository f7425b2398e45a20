"""Site and day → every problem in it: the list of all rules, each tried, the found sorted by place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from guide.content.site import Site
from guide.content.source import Problem
from guide.content.translation import translations as translated_in
from guide.rules import (
    anchors,
    asks,
    calls,
    cases,
    characters,
    checklist,
    copies,
    countries,
    data,
    dates,
    drafts,
    emergency,
    ids,
    inline,
    leaflets,
    links,
    markup,
    people,
    pictures,
    project,
    reading_grade,
    safety,
    shown,
    sources,
    speeds,
    stray,
    strings,
    structure,
    translations,
    values,
    watch,
    widths,
    wording,
)

# Problems of one kind named at once. More help nobody, and to find the nearest words for each takes long.
MAX_PROBLEMS_PER_RULE = 500


Rule = Callable[[Site], Iterator[Problem]]


def in_turn(do: Callable[[Rule], list[Problem]], rules: Sequence[Rule]) -> list[list[Problem]]:
    return [do(rule) for rule in rules]


def check(site: Site, today: dt.date, each: Callable[..., list[list[Problem]]] = in_turn) -> list[Problem]:
    """Return everything that breaks a rule, sorted by place. `each` tries the rules, in turn or several at once."""
    if endless := list(islice(markup.endless_texts(site), MAX_PROBLEMS_PER_RULE)):
        return sorted(endless)  # the other rules would take minutes over them

    def tried(rule: Rule) -> list[Problem]:
        return list(islice(rule(site), MAX_PROBLEMS_PER_RULE))

    rules = [*RULES, *(partial(rule, today=today) for rule in dates.BY_DAY)]
    if site.languages:
        rules += [partial(in_languages, rule=rule) for rule in IN_ANY_LANGUAGE]
    return sorted({problem for found in each(tried, rules) for problem in found})


def in_languages(site: Site, rule: Rule) -> Iterator[Problem]:
    """Try a rule on the site in each language beside English; yield what it finds in the files of that language."""
    for tag, one in translated_in(site).items():
        for problem in rule(one.site):
            if problem.path.startswith(f"content/{tag}/"):
                yield problem


# Rules that ask nothing of the words themselves.
IN_ANY_LANGUAGE = [
    markup.raw_html,
    markup.misplaced_blocks,
    markup.broken_cells,
    *inline.RULES,
    links.unknown_links,
    links.unknown_blocks,
    anchors.unknown_anchors,
]
RULES = [
    *markup.RULES,
    *stray.RULES,
    *structure.RULES,
    *inline.RULES,
    *wording.RULES,
    *pictures.RULES,
    *values.RULES,
    *data.RULES,
    *calls.RULES,
    *countries.RULES,
    *shown.RULES,
    *anchors.RULES,
    *asks.RULES,
    *ids.RULES,
    *links.RULES,
    *dates.RULES,
    *checklist.RULES,
    *speeds.RULES,
    *leaflets.RULES,
    *emergency.RULES,
    *reading_grade.RULES,
    *cases.RULES,
    *sources.RULES,
    *people.RULES,
    *watch.RULES,
    *drafts.RULES,
    *characters.RULES,
    *project.RULES,
    *copies.RULES,
    *safety.RULES,
    *widths.RULES,
    *strings.RULES,
    *translations.RULES,
]
