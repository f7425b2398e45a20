"""Rules for works: none that was taken back, none under two ids, and what somebody says is cited from their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.prose import Citation, citations, sentences
from guide.content.reference import Reference
from guide.content.rest import not_whole
from guide.content.site import Site
from guide.content.source import Problem
from guide.rules.candidates import holding

GONE = "retracted|withdrawn|superseded"
# "RETRACTED: A trial", "A trial [withdrawn]", "A guideline - SUPERSEDED by another". "Retracted papers" is none.
TAKEN_BACK = re.compile(
    rf"^(?i:{GONE})(?i: article| paper)?\s*[:.]"
    rf"|[\[(](?i:(?:this |now |article )?(?:{GONE})(?: (?:article|by|in|on)\b[^\])]*)?)[\])]"
    rf"|\b(?:{GONE.upper()})\b.*|[-–—] (?i:{GONE})(?: by\b.*)?$|^(?i:retraction(?: note| notice)?(?: to)?):"
)
# Who says it, and what stands right behind: "…, Macmillan says.", "NICE wrote [@nice-qs56]".
SAYS = ("says", "said", "wrote", "writes")
SAID = re.compile(
    rf"(?P<who>[A-Z][\w&’-]*(?: (?:(?:of|for|and|the) )*[A-Z][\w&’-]*)*)"
    rf" (?:{'|'.join(SAYS)})\b(?: \[(?P<cited>@[^\[\]]*)\])?"
)
LONG_TITLE = 6  # words: shorter ones, such as "Bone scan", many give to their pages


def retracted_works(site: Site) -> Iterator[Problem]:
    """A work whose title says that it was taken back is no source: take it out, or say in `replaced` by what."""
    for work in site.references.values():
        known = work.replaced or not_whole(work) or work.title.isupper()
        if not known and (found := TAKEN_BACK.search(work.title)):
            message = f"'{found[0].strip()}' says that this was taken back — take it out, or add 'replaced': by what"
            yield work.title.problem(message, found.start())


def doubled_works(site: Site) -> Iterator[Problem]:
    """One work has one id, also where it stands at two addresses: cite the one, and take the other out."""
    first: dict[tuple[str, str], list[str]] = {}
    for name, work in site.references.items():
        same = first.setdefault((" ".join(re.findall(r"\w+", work.title.casefold())), (work.issued or "")[:4]), [])
        if other := next((one for one in same if alike(site.references[one], work)), None):
            message = f"'{name}' has the title and year of '{other}' — cite '{other}', or say in the title what differs"
            yield work.title.problem(message)
        same.append(name)


def alike(one: Reference, other: Reference) -> bool:
    """Say whether two works of one title and year are one: nothing that both say of their makers differs."""
    shared = [
        (str(a).casefold(), str(b).casefold())
        for a, b in zip(makers(one), makers(other), strict=True)
        if a is not None and b is not None
    ]
    known = bool(one.issued and shared) or bool(one.issued and len(one.title.split()) >= LONG_TITLE)
    told_by_address = any(
        getattr(one, field) and getattr(one, field) == getattr(other, field) for field in ("DOI", "PMID", "URL")
    )
    return known and not told_by_address and all(a == b for a, b in shared)


def makers(work: Reference) -> tuple[object, ...]:
    first = work.author[0] if work.author else None
    return first and (first.family or first.literal), work.container_title, work.publisher, work.volume, work.page


def unquoted_sayings(site: Site) -> Iterator[Problem]:
    """What an organisation says is cited in its sentence; right behind the word, a page of its own or about it."""
    known = {str(work.publisher) for work in site.references.values() if work.publisher}
    for text in holding(site.prose, *SAYS):
        for found in SAID.finditer(text):
            who = found["who"]
            if not any(one == who or one.startswith(f"{who} ") for one in known):
                continue
            if not found["cited"]:
                said = next((one for one in sentences(text) if one.at <= found.start() < one.at + len(one.words)), None)
                if said and not said.cited:
                    message = f"what {who} says has no source — cite one in the same sentence: [@reference, where]"
                    yield text.problem(message, found.start())
                continue
            beside = [one for one in citations(text) if found.start("cited") <= one.at < found.end("cited")]
            if beside and not any(names(site, one, who) for one in beside):
                message = f"'{beside[0].reference}' does not name {who} — cite a page of {who}, or say who says it"
                yield text.problem(message, beside[0].at)


def names(site: Site, cited: Citation, who: str) -> bool:
    """Say whether a source is of an organisation, or names it anywhere; so does one that is not there."""
    work = site.references.get(cited.reference)
    if not work:
        return True
    said = f"{cited.reference} {cited.where} {work!r}".casefold()
    words = [who, "".join(re.findall(r"\b[A-Z]", who)) if " " in who else who]
    words += [word for word in who.split() if len(word) > len("Care")]
    return any(word.casefold() in said for word in words)


RULES = [retracted_works, doubled_works, unquoted_sayings]
