"""Rules for parts of a group in sentences: "16 of 3,200" is no more than all, and no other share than stands beside it.

Only what can be judged surely is: a share beside other words may be one of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.rules.amounts import NUMBER, value
from guide.rules.candidates import holding
from guide.rules.numbers import IN_WORDS, SMALL

OF = " (?:out )?of (?:the |all |these |those |its |their )?"
# Not "78 in 100 of the 63 people", nor "in 2019 of 63 people".
PART = re.compile(
    rf"(?<![\w.,])(?<!in )(?<!per )(?<!every )(?<!out of )"
    rf"(?P<part>{NUMBER}|{SMALL}){OF}(?P<whole>{NUMBER})(?![\d,.]*[\d%])",
    re.IGNORECASE,
)
PART_HINT = re.compile(r"of (?:the |all |these |those |its |their )?\d")
ABOUT = r"(?P<about>(?:about|around|some|nearly|almost|roughly) )?"
SHARE = rf"{ABOUT}(?P<share>{NUMBER})(?:%| in (?P<per>1(?:,?0)+)(?![\d,]*\d))"
BEHIND = re.compile(rf"(?: [a-z-]+){{0,2}}(?: \({SHARE}(?=[),;])|,? or {SHARE.replace('?P<', '?P<or_')})")
WHICH = re.compile(rf"[^\d.;\n]{{0,90}}, (?:which|that) (?:is|makes) {SHARE}")
# The first cell of a row counts all, and a later one a part of them.
CELLS = re.compile(rf"^\| *(?P<whole>{NUMBER}) (?P<rest>[^\n]*\|)$", re.MULTILINE)
CELL = re.compile(rf"\| *(?P<part>{NUMBER}) \((?P<share>{NUMBER})%\)")
FAR = 5  # times as much: a slip of the point. Less may be a share of some of them.
ROUGHLY = 0.15


def many(written: str) -> float:
    """Return a number in digits or in words: "42", "1,000", "forty-two"."""
    if written[0].isdigit():
        return value(written)
    return sum(IN_WORDS[word] for word in re.split("[- ]", written.lower()))


def more_than_the_group(site: Site) -> Iterator[Problem]:
    """Of a group at most all have something: "10 of 44", not "104 of 44". Look both numbers up in the source."""
    for text, found in parts(site):
        if many(found["part"]) > value(found["whole"]) and not year(found["part"]):
            yield text.problem(f"'{found[0]}' is more than all — look it up in the source", found.start())


def contradicting_shares(site: Site) -> Iterator[Problem]:
    """A part of a group is the share that stands beside it: "43 of 69 people (62%)". Mend the one that is wrong."""
    for text, found in parts(site):
        beside = BEHIND.match(text, found.end()) or WHICH.match(text, found.end())
        if beside and value(found["whole"]):
            said = {name.removeprefix("or_"): words for name, words in beside.groupdict().items() if words}
            per = value(said.get("per", "100"))
            share = per * many(found["part"]) / value(found["whole"])
            if abs(share - value(said["share"])) > allowed(said["share"], "about" in said):
                yield contradiction(text, found, share, said)
    for text in holding(counting(site), "%)"):
        for row in CELLS.finditer(text):
            for cell in CELL.finditer(text, row.start("rest"), row.end()):
                share, stands = 100 * value(cell["part"]) / max(value(row["whole"]), 1), value(cell["share"])
                if share and stands and not 1 / FAR < stands / share < FAR:
                    both = {"part": cell["part"], "whole": row["whole"], "share": cell["share"]}
                    yield contradiction(text, cell, share, both)


def contradiction(text: Text, found: re.Match[str], share: float, said: dict[str, str]) -> Problem:
    part = f"{found['part']} of {said.get('whole') or found['whole']}"
    unit = f" in {said['per']}" if "per" in said else "%"
    return text.problem(
        f"'{part}' is {rounded(share, said['share'])}{unit}, not {said['share']}{unit} — look both up in the source",
        found.start("part"),
    )


def allowed(share: str, about: bool) -> float:
    """Return how far a share may be from what was counted: a unit of its last digit, more where it says "about"."""
    return max(10.0 ** -decimals(share), ROUGHLY * value(share) if about else 0) + 1e-9


def rounded(share: float, said: str) -> str:
    return f"{share:.2g}" if 0 < share < 1 else f"{share:,.{decimals(said)}f}"


def decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


def year(written: str) -> bool:
    return bool(re.fullmatch(r"(?:1[89]|20)\d\d", written))


@lru_cache(maxsize=1)  # both rules ask for them
def parts(site: Site) -> list[tuple[Text, re.Match[str]]]:
    """Return where a part of a group is said."""
    return [(text, found) for text in holding(counting(site), PART_HINT) for found in PART.finditer(text)]


def counting(site: Site) -> tuple[Text, ...]:
    """Return prose, and what rows of evidence say of whom they count; a figure alone has a rule of its own."""
    rows = tuple(row.people for page in site.pages.values() for row in page.evidence)
    return (*site.prose, *rows, *(row.people for figure in site.figures.values() for row in figure.rows))


RULES = [more_than_the_group, contradicting_shares]
