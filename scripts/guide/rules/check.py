"""Site and day → every problem in it: the list of all rules, each tried, the found sorted by place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

from guide.content.site import Site
from guide.content.source import Problem
from guide.content.translation import translations as translated_in
from guide.rules import (
    amounts,
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
    part_of_all,
    pasted,
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
    works,
)
from guide.rules.one_file import files_of, only, problems_in

# Problems of one kind named at once. More help nobody, and to find the nearest words for each takes long.
MAX_PROBLEMS_PER_RULE = 500


Rule = Callable[[Site], Iterator[Problem]]
Asked = tuple[Sequence[Rule], Site]
Found = list[list[Problem]]  # what each of some rules has found


def in_turn(do: Callable[[Asked], Found], some: Sequence[Asked]) -> list[Found]:
    return [do(rules) for rules in some]


def tried(asked: Asked) -> Found:
    rules, site = asked
    return [list(islice(rule(site), MAX_PROBLEMS_PER_RULE)) for rule in rules]


def check(site: Site, today: dt.date, each: Callable[..., list[Found]] = in_turn) -> list[Problem]:
    """Return everything that breaks a rule, sorted by place. `each` tries the rules, in turn or several at once."""
    if endless := list(islice(markup.endless_texts(site), MAX_PROBLEMS_PER_RULE)):
        return sorted(endless)  # the other rules would take minutes over them

    groups: list[Sequence[Rule]] = [[rule for rule in group if rule not in OF_ONE_FILE] for group in GROUPS]
    groups += [[partial(rule, today=today)] for rule in dates.BY_DAY]
    if site.languages:
        groups += [[partial(in_languages, rule=rule)] for rule in IN_ANY_LANGUAGE]
    files = files_of(site)
    new = [file for file in files if not file.known]
    some = only(site, new)
    narrow = [([rule], some) for rule in OF_ONE_FILE if new]
    found = [*chain(*each(tried, [*narrow, *((group, site) for group in groups)]))]
    of_new, found = found[: len(narrow)], found[len(narrow) :]
    for file in new:
        file.found = tuple(tuple(problem for problem in one if problem.path == file.path) for one in of_new)
    if any(len(one) == MAX_PROBLEMS_PER_RULE for one in of_new):  # there may be more: nothing is known of any file
        found += tried((OF_ONE_FILE, site))
    else:
        of_all = [[*chain(*one)] for one in zip(*map(problems_in, files), strict=True)]
        found += [one[:MAX_PROBLEMS_PER_RULE] for one in of_all]
    return sorted({problem for one in found for problem in one})


def in_languages(site: Site, rule: Rule) -> Iterator[Problem]:
    """Try a rule on the site in each language beside English; yield what it finds in the files of that language."""
    for tag, one in translated_in(site).items():
        for problem in rule(one.site):
            if problem.path.startswith(f"content/{tag}/"):
                yield problem


# Rules that need no words of one language.
IN_ANY_LANGUAGE = [
    markup.raw_html,
    markup.misplaced_blocks,
    markup.broken_cells,
    *inline.RULES,
    links.unknown_links,
    links.unknown_blocks,
    anchors.unknown_anchors,
    asks.wordless_searches,
    asks.unseen_emergencies,
    asks.unsought_emergencies,
    emergency.wrong_emergency_lines,
    ids.unknown_ids,
    drafts.placeholders,
]
# Rules that look at each text alone, and ask of all others only which ids there are.
OF_ONE_FILE: list[Rule] = [
    *markup.RULES,
    *stray.RULES,
    *inline.RULES,
    wording.uncited_numbers,
    wording.one_in_so_many,
    wording.banned_words,
    wording.false_comfort,
    drafts.placeholders,
    *pasted.RULES,
    *amounts.RULES,
    widths.long_words,
    characters.unlisted_letters,
]
# One process tries the rules of a group in turn, for they look at the same words: what one works out helps the next.
GROUPS: list[Sequence[Rule]] = [
    markup.RULES,
    stray.RULES,
    structure.RULES,
    inline.RULES,
    wording.RULES,
    pasted.RULES,
    amounts.RULES,
    part_of_all.RULES,
    pictures.RULES,
    values.RULES,
    data.RULES,
    calls.RULES,
    countries.RULES,
    shown.RULES,
    anchors.RULES,
    asks.RULES,
    ids.RULES,
    links.RULES,
    dates.RULES,
    checklist.RULES,
    [*speeds.RULES, *emergency.RULES],
    leaflets.RULES,
    reading_grade.RULES,
    cases.RULES,
    sources.RULES,
    works.RULES,
    people.RULES,
    watch.RULES,
    drafts.RULES,
    characters.RULES,
    project.RULES,
    copies.RULES,
    safety.RULES,
    widths.RULES,
    strings.RULES,
    translations.RULES,
]
RULES = [*chain(*GROUPS)]
