"""Rules for the pages we follow: each can show the edition we hold, and none is forgotten that much rests on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from guide.content.prose import citations
from guide.content.site import Site
from guide.content.source import Problem
from guide.content.watch import groups

# Kinds of evidence that their authors rewrite in place: a study stays as it was published.
REWRITTEN = ("guideline", "consensus", "official")
# From so many citations on a source is followed. About forty are: one person can look at them in an afternoon, for the
# many that turn programs away.
OFTEN = 4


def misread_editions(site: Site) -> Iterator[Problem]:
    """The edition we hold is one that its pattern can find, and so is another: copy it from the page, as the page words
    it, and write \\d for digits and \\w+ for words in the pattern, which would else call every page unchanged."""
    for watched in site.watch.follow.values():
        [shown] = groups(watched.pattern)
        held = " ".join(watched.edition.split())
        if not re.fullmatch(shown, held, re.IGNORECASE):
            yield watched.edition.problem(f"the pattern would never find '{watched.edition}' — mend one of the two")
        elif not any(re.fullmatch(shown, other, re.IGNORECASE) for other in others(held)):
            about = f"the pattern finds '{watched.edition}' and no other edition"
            yield watched.pattern.problem(f"{about} — write \\d for each digit, and \\w+ for a word")


def others(edition: str) -> Iterator[str]:
    """Yield editions that are worded as this one: with one digit changed, or without any, one word."""
    for part in re.finditer(r"\d" if re.search(r"\d", edition) else r"\w+", edition):
        for new in "0123456789" if part[0].isdigit() else ("July", "second"):
            if new != part[0]:
                yield edition[: part.start()] + new + edition[part.end() :]


def followed_and_not(site: Site) -> Iterator[Problem]:
    """A source is followed or it is not: take out one of the two lines."""
    for name in site.watch.not_followed:
        if name in site.watch.follow:
            yield name.problem(f"'{name}' is followed above — take out one of the two")


def unfollowed_sources(site: Site) -> Iterator[Problem]:
    """A guideline or official page that is cited four times is followed in content/watch.yml, or named there with the
    reason why not. One with a DOI need not be: an article stays as it was published."""
    if site.broken:
        return  # nobody can count what could not be read
    counted = Counter(one.reference for text in site.prose for one in citations(text))
    for name, reference in site.references.items():
        named = name in site.watch.follow or name in site.watch.not_followed
        if not named and not reference.DOI and reference.evidence in REWRITTEN and counted[name] >= OFTEN:
            about = f"'{name}' is cited {counted[name]} times, and nobody follows its page"
            yield reference.title.problem(f"{about} — add it to content/watch.yml")


RULES = [misread_editions, followed_and_not, unfollowed_sources]
