"""Rules for content/<language>/: a translation says all that the English says, and from which English it was made.

Where the English went on, nothing here stops it: `behind` names what is to be translated, and the page says so itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from guide.content.overlay import Missing, Said, has_letters, hash_of, pieces
from guide.content.prose import BLOCK, EMERGENCY, citations, emergency_lines, links, plain_text
from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.content.translation import SHARED, Translation, translations

# Blocks that list what stays English: a page with one of them has no translation.
ENGLISH_BLOCKS = {"changes", "claims", "data-files", "references", "review-sheets"}
# Files of which each entry that is missing is named by itself: they say how fast to act.
URGENT = {"site.yml", "checklist.yml", "leaflets.yml"}
HEADING = re.compile(r"^#{2,3} ", re.MULTILINE)
DIGITS = re.compile(r"\d+")
# A name or a number may be the same in two languages, a sentence not.
SAME = 4
# How the entries of a list end that are sentences. Of words for the search there may be more or fewer.
STOPS = (".", "!", "?")


def broken_translations(site: Site) -> Iterator[Problem]:
    """A file of a translation has the keys of the English one, with words to read and nothing else."""
    for one in translations(site).values():
        yield from one.found.problems
        for file, at, key in one.found.extra:
            if not _known(one, file, at):
                yield key.problem(f"the English has no '{key}' here — mend the key, or take it out")


def lost_words(site: Site) -> Iterator[Problem]:
    """What is translated is so whole: a card has all its signs, a page all its parts. Add what is missing."""
    for one in translations(site).values():
        for missing in one.found.missing:
            if not _is_newer(one, missing):
                yield _at(missing, f"'{missing.at}' is missing here — translate it: {_shown(missing)}")


def unknown_versions(site: Site) -> Iterator[Problem]:
    """It is known from which English a text was made: 'make translated' writes that down, once you have read both."""
    for one in translations(site).values():
        told = set()
        for pair in one.found.pairs:
            known = one.language.lock.get(pair.file, {}).get(pair.at, "")
            if known.partition(" ")[2] != hash_of(pair.other) and pair.file not in told:
                told.add(pair.file)
                advice = f"read it beside the English, then: make translated TAG={one.language.tag}"
                yield pair.problem(f"nobody said from which English '{pair.at}' was made — {advice}")


def other_marks(site: Site) -> Iterator[Problem]:
    """A translation has the sources, links, blocks, headings and figures of the English it was made from."""
    for one in translations(site).values():
        changed = {(pair.file, pair.at) for pair in one.changed}
        for pair in one.found.pairs:
            if (pair.file, pair.at) in changed:
                continue
            if isinstance(pair.english, list) and pair.english[0].endswith(STOPS):
                some, here = len(pair.english), len(_list(pair.other))
                if some != here:
                    yield pair.problem(f"the English has {some} entries here, and this has {here} — write one for each")
            for what, english, other in zip(MARKS, _marks(pair.english), _marks(pair.other), strict=True):
                if lost := english - other:
                    yield pair.problem(f"the English has {what} '{min(lost)}', and this has not — write it here too")
                if more := other - english:
                    yield pair.problem(f"{what} '{min(more)}' is not in the English — take it out, or mend it")


MARKS = ("the source", "the link", "the emergency line", "the block", "one heading more than", "the figure")


def _marks(said: Said) -> list[Counter[str]]:
    text = said if isinstance(said, str) else "\n".join(said)
    words = re.sub(r"\[@[^\]]*\]|\[\[[^\]|]*|\{\{.*?\}\}|\{ #[^}]*\}", " ", text)
    return [
        Counter({one.reference: 1 for one in citations(text)}),
        Counter({one.target: 1 for one in links(text)}),
        Counter({f"{EMERGENCY}{'#' * bool(one.place)}{one.place}": 1 for one in emergency_lines(text)}),
        Counter(block[0] for block in BLOCK.finditer(text)),
        Counter({"others": len(HEADING.findall(text))}),
        Counter(str(int(digits)) for digits in DIGITS.findall(words)),
    ]


def still_english(site: Site) -> Iterator[Problem]:
    """A sentence that is the same in both languages is not translated: say it in the other, or take the line out."""
    for one in translations(site).values():
        for pair in one.found.pairs:
            same = hash_of(pair.english) == hash_of(pair.other)
            words = " ".join(map(plain_text, _list(pair.other))).split()
            if same and len(words) >= SAME and has_letters(Text(" ".join(words))):
                yield pair.problem("this is still in English — translate it, or take the line out")
        for key, said in one.language.strings.words.items():
            if said.count(" ") >= SAME and said == site.strings.words.get(key):
                yield said.problem("this is still in English — translate it")


def english_pages(site: Site) -> Iterator[Problem]:
    """A page that lists what stays English, such as sources or changes, is not translated: take the file away."""
    for one in translations(site).values():
        for name in sorted(one.site.translated):
            body = site.pages[name].body or ""
            for block in BLOCK.finditer(body):
                if block["name"] in ENGLISH_BLOCKS:
                    message = f"'{block[0]}' lists what is in English only — take this file away"
                    yield one.site.pages[name].title.problem(message)


def behind(site: Site) -> list[Problem]:
    """Return what is to be translated, as the English has more now or says it otherwise: it stops nothing."""
    return sorted({problem for one in translations(site).values() for problem in _behind(one)})


def _behind(one: Translation) -> Iterator[Problem]:
    tag = one.language.tag
    for pair in one.changed:
        advice = f"translate it anew: {_short(pair.english)}"
        yield pair.problem(f"the English of '{pair.at}' has changed since — {advice}")
    for file, at, key in one.found.extra:
        if _known(one, file, at):
            yield key.problem(f"the English has no '{key}' any more, so nobody reads this — take it out")
    newer = [missing for missing in one.found.missing if _is_newer(one, missing)]
    for missing in newer:
        if (missing.file.rpartition("/")[2] in URGENT and missing.at) or not missing.whole:
            yield _at(missing, f"'{missing.at}' is not translated yet, and stands there in English — {_shown(missing)}")
    for name in SHARED:
        file = one.language.path(f"{name}.yml")
        some = [missing for missing in newer if missing.file == file and missing.whole]
        if some and (f"{name}.yml" not in URGENT or not some[0].at):
            what = f"{len(some)} entries, such as '{some[0].at}'," if some[0].at else "this file"
            yield _at(some[0], f"{what} is not translated yet, and what pages show of it is English — translate it")
    yield one.language.strings.cldr.problem(
        f"how hard {tag} is to read is not measured — let its readers try each page"
    )
    if one.language.search is None:
        message = "no words are known by which people search for emergencies — write them as in content/search.yml"
        yield Problem(one.language.path("search.yml"), 1, 1, message)
    elif one.site.original:
        for name in one.site.original.search.emergency:
            if name not in one.language.search.emergency:
                message = f"nobody can search for '{name}' in {tag} — add people's own words under 'emergency'"
                yield Problem(one.language.path("search.yml"), 1, 1, message)


def _is_newer(one: Translation, missing: Missing) -> bool:
    """Say whether the English got it after the translation was made, or it is a whole entry nobody has begun."""
    lock = one.language.lock.get(missing.file, {})
    if any(at in lock for at, _ in pieces(missing.english, missing.at)):
        return False
    unit = "" if not _is_shared(missing.file) else ".".join(missing.at.split(".")[:2])
    return missing.whole or any(at.startswith(unit) for at in lock)


def _is_shared(file: str) -> bool:
    return file.count("/") == 2


def _known(one: Translation, file: str, at: str) -> bool:
    return any(f"{place}.".startswith(f"{at}.") for place in one.language.lock.get(file, {}))


def _at(missing: Missing, message: str) -> Problem:
    where = missing.where
    return Problem(where.path, where.line, where.column, message)


def _shown(missing: Missing) -> str:
    return _short(next(said for _, said in pieces(missing.english, missing.at) if has_letters(said)))


def _short(said: Said) -> str:
    text = " ".join(" ".join(_list(said)).split())
    return f"“{text if len(text) <= 80 else text[:80].rpartition(' ')[0] + ' …'}”"


def _list(said: Said) -> list[str]:
    return [said] if isinstance(said, str) else [*said]


RULES = [broken_translations, lost_words, unknown_versions, other_marks, still_english, english_pages]
