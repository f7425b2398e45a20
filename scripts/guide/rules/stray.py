"""Rules for marks that are none: brackets and signs in a text → what was meant by them, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.prose import BLOCK, EMERGENCY
from guide.content.site import Site
from guide.content.source import Problem, Text, nearest
from guide.rules.candidates import holding
from guide.rules.markup import FOREIGN, MARKS, OWN, STRAY, hide
from guide.templates import BLOCKS

SIGN = re.compile(r"[\[\]{}~&!]")
# A pair of brackets of any number, a block, an address behind words.
PAIR = re.compile(
    r"(?P<web>!?\[[^\[\]]*\]\([^()\s]*\))|(?P<block>\{+%? *(?P<name>[^\W\d][\w-]*)(?P<about>[^{}\n]*?) *%?\}+)"
    r"|(?P<open>\[+)(?P<words>[^\[\]\n]*)\]+"
)
NO_LABEL = re.compile(r"[\[\]{}<>`*\\|]")
BARE = re.compile(r"(?<!\[)(?<!; )@")
UNMARKED = re.compile(r"(?<![\w@])@([a-z0-9-]+)")
PLACE = re.compile(r"([,;] [^()\[\]\n]*)\)")  # in round brackets: where in the source, or another source
TWICE = re.compile(r"\[\[@([^\[\]]*)\]\]")


def stray_marks(site: Site) -> Iterator[Problem]:
    """A bracket belongs to a link [[id|words]], a source [@reference, where] or a block {{ name }}."""
    prose = {id(text) for text in site.prose}
    bodies = {id(page.body) for page in site.pages.values()}
    for text in holding(site.texts, SIGN):
        rest: str = text
        for twice in TWICE.finditer(text) if id(text) in prose else ():
            yield text.problem(f"a source stands in single brackets — write [@{twice[1]}]", twice.start())
            rest = rest[: twice.start()] + hide(twice) + rest[twice.end() :]
        rest = MARKS.sub(hide, rest) if id(text) in prose else rest
        if not SIGN.search(rest):
            continue
        rest = BLOCK.sub(hide, rest) if id(text) in prose else rest
        if id(text) in bodies:
            rest = OWN.sub(lambda own: (own[1] or "").ljust(len(own[0])), rest)
        for pair in PAIR.finditer(rest) if id(text) in prose else ():
            if said := meant(pair, site):
                yield text.problem(said, pair.start())
                rest = rest[: pair.start()] + hide(pair) + rest[pair.end() :]
        for mark in FOREIGN.finditer(rest):
            yield text.problem(f"'{mark[0]}' is not used in content — write [[id]] or [@reference]", mark.start())
        for stray in STRAY.finditer(rest) if id(text) in prose else ():
            yield text.problem(f"a stray '{stray[0]}' — write [@reference, where] or [[id|label]]", stray.start())


def meant(pair: re.Match[str], site: Site) -> str | None:
    """Return what a pair of brackets was meant to be, if it looks like a mark."""
    if pair["web"]:
        return "a web address in a text — put it into references.yml, and cite it: [@reference, where]"
    if pair["block"]:
        name = pair["name"].lower().replace("_", "-")
        words = re.findall(r"[a-z0-9-]+", pair["about"].lower())
        known = name in BLOCKS
        wanted = f"{{{{ {' '.join([name, *words])} }}}}"
        alone = "on a line of its own, with spaces only between the words"
        return f"'{pair[0]}' shows nothing — write {wanted}, {alone}" if known else None
    if re.fullmatch(r"\^?\d+(?:[ ,–-]+\d+)*", pair["words"]):
        return f"'{pair[0]}' is a number in somebody else's list — cite the source: [@reference, where]"
    words = [part.strip() for part in pair["words"].split("|", 1)]
    pages = {*site.pages, *site.broken, *site.glossary}
    ids = ["-".join(re.findall(r"[a-z0-9]+", part.lower())) for part in words]
    reference = words[0].removeprefix("@").partition(",")[0].strip()
    if reference in site.references and not (pair["open"] == "[" and words[0].startswith("@")):
        return f"a source stands in single brackets, with '@' — write [@{words[0].removeprefix('@')}]"
    if len(words) == 2 and ids[1] in pages and words[0] not in pages:
        return f"the id stands before '|', the words behind it — write [[{ids[1]}|{words[0]}]]"
    target = re.sub(r"\s", "", words[0].lower())
    if target.partition("#")[0] == EMERGENCY:
        return f"the emergency line stands in two brackets, without spaces or words of yours — write [[{target}]]"
    if ids[0] in pages:
        label = NO_LABEL.sub("", words[1]).strip() if len(words) == 2 else ""
        written = f"[[{ids[0]}|{label}]]" if label else f"[[{ids[0]}]]"
        if len(words) == 2 and words[1].startswith("**"):
            written = f"**{written}**"
        if len(words) == 2 and label != words[1]:
            return f"the words of a link are plain, or left out — write {written}"
        return f"a link has two brackets on each side and an id — write {written}"
    if pair["open"] == "[[" and not words[0].startswith("@"):
        return f"no page or word '{words[0]}' — {nearest(words[0], pages)}"
    return None


def bare_sources(site: Site) -> Iterator[Problem]:
    """An "@" and the id of a source without square brackets is shown as typed: put it into [ ]."""
    for text in holding(site.prose, BARE):
        end = 0
        for found in UNMARKED.finditer(MARKS.sub(hide, text)):
            if found[1] in site.references and not inside(text, found.start()) and found.start() >= end:
                place = PLACE.match(text, found.end()) if text[found.start() - 1 : found.start()] == "(" else None
                end = place.end() if place else found.end()
                message = f"a source stands in square brackets — write [@{found[1]}{place[1] if place else ''}]"
                yield text.problem(message, found.start())


def inside(text: Text, at: int) -> bool:
    """Say whether a bracket is open right before."""
    return text.rfind("[", 0, at) > text.rfind("]", 0, at)


RULES = [stray_marks, bare_sources]
