"""A reference → an item of CSL-JSON, the form that citation managers exchange.

Dates are lists of whole numbers, and hold as much as is known: other readers drop a date written as text without a
word. What we say of a source beside its bibliography (kind of evidence, how much we read) stands in `custom`.
(https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json)
"""

from __future__ import annotations

from typing import Any

from guide.content.reference import Name, Reference

# CSL's names, which are ours with a hyphen where Python can't have one.
FIELDS = {"container_title": "container-title"}
PLAIN = ("title", "container_title", "publisher", "volume", "issue", "page", "number", "ISBN", "DOI", "PMID", "PMCID",
         "URL", "note")  # fmt: skip


def csl(name: str, reference: Reference) -> dict[str, Any]:
    """Return one reference as an item of CSL-JSON; its id is ours."""
    item: dict[str, Any] = {"id": str(name), "type": str(reference.type)}
    if reference.author:
        item["author"] = [_author(one) for one in reference.author]
    if reference.issued:
        item["issued"] = {"date-parts": [[int(part) for part in reference.issued.split("-")]]}
    item |= {FIELDS.get(field, field): one_line(value) for field in PLAIN if (value := getattr(reference, field))}
    return item | {"custom": custom(reference)}


def custom(reference: Reference) -> dict[str, Any]:
    """Return what we say of a source that CSL has no field for."""
    said: dict[str, Any] = {"evidence": str(reference.evidence), "read": str(reference.read)}
    if reference.et_al:
        said["et_al"] = True  # "others" as an author would be printed as a name
    if reference.people:
        said["people"] = one_line(reference.people)
    if reference.opened:
        said["opened"] = {"on": str(reference.opened.on), "how": one_line(reference.opened.how)}
    if reference.not_found:
        said["not_found"] = str(reference.not_found)
    if reference.replaced:
        said["replaced"] = {"by": one_line(reference.replaced.by), "on": str(reference.replaced.on)}
    return said


def one_line(text: str) -> str:
    """Return `text` in one line: a format of lines would be broken by another."""
    return " ".join(text.split())


def _author(name: Name) -> dict[str, str]:
    parts = {"literal": name.literal} if name.literal else {"family": name.family, "given": name.given}
    return {part: one_line(value) for part, value in parts.items() if value}
