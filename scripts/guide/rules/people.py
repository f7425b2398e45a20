"""Rules for who was counted: the size of a group that a sentence names is one that its source has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.memo import memoized
from guide.content.prose import citations, sentences
from guide.content.rest import not_whole
from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.rules.group_sizes import Count, known, sizes

DIGIT = re.compile(r"\d")
# A mark, emphasis or white space: whoever reads takes several of them for one space.
MARK = re.compile(r"[\0*\s]+")


def uncounted_sources(site: Site) -> Iterator[Problem]:
    """A source that counted people (`counts` in site.yml) says whom, where and when: open it, and write `people`."""
    for name, reference in site.references.items():
        kind = site.settings.evidence.get(reference.evidence)
        if kind and kind.counts and not reference.people and not not_whole(reference):
            message = f"'{name}' does not say whom it counted — add 'people': who, where, when, and each group's size"
            yield reference.evidence.problem(message)


def unknown_groups(site: Site) -> Iterator[Problem]:
    """The size of a group that a sentence names stands in `people` of a source it cites: mend it, or add the group."""
    nouns = tuple(map(str, site.settings.counted))
    for text, source in [*((text, text) for text in site.prose), *rows(site)]:
        for there, named in groups_in(text, nouns):
            cited = dict.fromkeys(one.reference for one in citations(there if source is text else source))
            read = [name for name in cited if (one := site.references.get(name)) and (one.people or one.opened)]
            if len(read) < len(cited) or not cited:
                continue  # the group may be of the source that nobody has opened: see `uncounted_sources`
            people, things = groups_of(site, read)
            for at, size in {size.many: (at, size) for at, size in reversed(named)}.values():
                if size.many not in people and (size.people or size.many not in things):
                    yield text.problem(f"'{size.written}' {told(site, read)}", at)


@memoized
def groups_in(text: str, nouns: tuple[str, ...]) -> list[tuple[str, list[tuple[int, Count]]]]:
    """Return the sentences of a text that name sizes of groups, as written, each with these and where they stand."""
    found = []
    for sentence in sentences(text) if DIGIT.search(text) else ():
        if named := sizes(read_as(sentence.words), nouns) if DIGIT.search(sentence.words) else ():
            at, written = places(sentence.words), text[sentence.at : sentence.at + len(sentence.words)]
            found.append((written, [(sentence.at + at[size.at], size) for size in named]))
    return found


def groups_of(site: Site, names: list[str]) -> tuple[dict[int, str], set[int]]:
    """Return the groups that these sources say they counted, by their sizes, and how many of other things."""
    written = [people for name in names if (people := site.references[name].people)]
    said = [known(people, tuple(map(str, site.settings.counted))) for people in written]
    groups = {many: size for found, _ in said for many, size in found.items()}
    return groups, {many for _, things in said for many in things}


def read_as(masked: str) -> str:
    """Return words with one space where marks and line ends are."""
    return MARK.sub(" ", masked).lstrip(" ")


def places(masked: str) -> list[int]:
    """Return where each letter stood before it was read."""
    runs = ((found.start(), found.end()) for found in MARK.finditer(masked))
    left_out = {at for start, end in runs for at in range(start + (start > 0), end)}
    return [at for at in range(len(masked)) if at not in left_out]


def rows(site: Site) -> Iterator[tuple[Text, Text]]:
    """Yield what rows and facts say of people they count, each with its source."""
    for page in site.pages.values():
        if page.share:
            yield from ((text, page.share.source) for text in (page.share.who, page.share.what))
        for row in page.evidence:
            yield from ((text, row.source) for text in (row.value, row.people))
        yield from ((fact.people, fact.source) for fact in (page.levels, page.ages) if fact)
    for figure in site.figures.values():
        yield from ((row.people, row.source) for row in figure.rows)


def told(site: Site, names: list[str]) -> str:
    """Return what the sources of a sentence say of whom they counted, and what to do."""
    found = {name: ", ".join(groups_of(site, [name])[0].values()) for name in names}
    if not any(found.values()):
        return f"is in no 'people' of {' or '.join(names)} — open the source, and add there whom it counted"
    groups = " or ".join(f"{name} ({sizes or 'no group'})" for name, sizes in found.items())
    return f"is no group in 'people' of {groups} — mend the sentence, or add the group to its source"


RULES = [uncounted_sources, unknown_groups]
