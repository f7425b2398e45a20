"""Rules for content/strings/: each language says all that the code asks for, with the same blanks, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from guide.content.site import Site
from guide.content.source import Problem, Text, nearest
from guide.content.strings import PLACEHOLDER, TAG, Strings
from guide.rules.markup import hide
from guide.templates.asked import asked

# What Markdown or HTML would make something of.
SIGN = re.compile(r"[<>|*_`\[\]{}\\]")
# Kinds of plural that may leave the number out, as in "one place".
FEW = {"zero", "one", "two"}
# What a script picks the plural of, and the code asks for by no name.
BY_SCRIPTS = {"places": frozenset({"count"})}


def _all(site: Site) -> list[Strings]:
    return [site.strings, *(language.strings for language in site.languages.values())]


def missing_strings(site: Site) -> Iterator[Problem]:
    """Each string that the code asks for stands in the file of each language: add the line that is missing."""
    known = asked() | BY_SCRIPTS
    for strings in _all(site):
        for key in sorted(known.keys() - strings.words.keys() - strings.counted.keys()):
            english = site.strings.words.get(key)
            said = f"in English: '{english}'" if english and strings is not site.strings else "a template asks for it"
            yield strings.name.problem(f"the string '{key}' is missing — add it under 'words', {said}")


def unasked_strings(site: Site) -> Iterator[Problem]:
    """A string that no template and no script asks for is read by nobody: take it out, or mend its name."""
    known = asked() | BY_SCRIPTS
    for strings in _all(site):
        for key in [*strings.words, *strings.counted]:
            if key not in known:
                advice = f"take it out, or mend its name: {nearest(key, known)}"
                yield key.problem(f"nothing asks for the string '{key}' — {advice}")
        for key in {*strings.words} & {*strings.counted}:
            where = next(one for one in strings.words if one == key)
            yield where.problem(f"'{key}' stands under 'words' and under 'counted' — keep one")


def other_blanks(site: Site) -> Iterator[Problem]:
    """What is filled into a string, such as {day}, stands in it in every language, and nothing else does."""
    known = asked() | BY_SCRIPTS
    for strings in _all(site):
        texts = [(key, text) for key, text in strings.words.items()]
        for key, text in texts:
            yield from _blanks(text, known.get(key, frozenset(PLACEHOLDER.findall(text))))
        for key, kinds in strings.counted.items():
            for kind, text in kinds.items():
                wanted = known.get(key, frozenset(PLACEHOLDER.findall(text)))
                yield from _blanks(text, wanted, {"count"} if kind in FEW else set())


def signs_in_strings(site: Site) -> Iterator[Problem]:
    """A string is plain words: HTML, a stroke, a star or a bracket would change the page round it. Say it in words."""
    for strings in _all(site):
        texts = [strings.name, *strings.words.values()]
        texts += [text for kinds in strings.counted.values() for text in kinds.values()]
        for text in texts:
            for sign in SIGN.finditer(PLACEHOLDER.sub(hide, text)):
                yield text.problem(f"'{sign[0]}' would change the page round this — write it in words", sign.start())
            if "\n" in text.strip():
                yield text.problem("a string is one line — write it in one", text.index("\n"))
            elif text != text.strip():
                yield text.problem("spaces at an end of a string — take them out")


def _blanks(text: Text, wanted: frozenset[str], left_out: Set[str] = frozenset()) -> Iterator[Problem]:
    there = set(PLACEHOLDER.findall(text))
    for name in sorted(wanted - there - left_out):
        yield text.problem(f"{{{name}}} is missing — write it where it belongs in the sentence")
    for found in PLACEHOLDER.finditer(text):
        if found[1] not in wanted:
            yield text.problem(f"nothing is filled in for {found[0]} — {nearest(found[1], wanted)}", found.start())


def other_plurals(site: Site) -> Iterator[Problem]:
    """A string with a {count} has the kinds of plural that CLDR gives the language, such as one, few, many, other.

    https://cldr.unicode.org/index/cldr-spec/plural-rules lists them by language.
    """
    for strings in _all(site):
        if not TAG.fullmatch(strings.tag):
            yield strings.name.problem(f"'{strings.tag}' is no tag of a language — name the file as in ru.yml")
        try:
            wanted = strings.plurals
        except ValueError:
            yield strings.cldr.problem(f"CLDR knows no '{strings.cldr}' — write a locale such as en-GB, ru or zh-Hant")
            continue
        for key, kinds in strings.counted.items():
            if sorted(kinds) != wanted:
                yield key.problem(f"'{key}' has {', '.join(sorted(kinds))} — this language has {', '.join(wanted)}")
        for key in (site.strings.counted.keys() - strings.counted.keys()) & strings.words.keys():
            yield strings.words[key].problem(f"'{key}' changes with the count — write it under 'counted'")


RULES = [missing_strings, unasked_strings, other_blanks, signs_in_strings, other_plurals]
