"""A reference → an entry of BibTeX, which BibLaTeX reads too.

A title stands in two pairs of braces: else a style writes "Cancer Guide" for "Cancer guide", or "mri" for "MRI".
"""

from __future__ import annotations

from guide.content.reference import Name, Reference
from guide.data.csl import one_line

# Our type → BibTeX's, and its name for what the work stands in.
TYPES = {
    "article-journal": ("article", "journal"),
    "article-newspaper": ("article", "journal"),
    "book": ("book", "series"),
    "chapter": ("incollection", "booktitle"),
    "document": ("misc", "howpublished"),
    "manuscript": ("unpublished", "howpublished"),
    "paper-conference": ("inproceedings", "booktitle"),
    "report": ("techreport", "series"),
    "webpage": ("misc", "howpublished"),
}
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
ESCAPED = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}  # fmt: skip
ESCAPES = str.maketrans(ESCAPED)


def bibtex(name: str, reference: Reference) -> str:
    """Return a reference as an entry of BibTeX, in UTF-8. What braces it holds must be in pairs: a rule sees to it."""
    kind, inside = TYPES[reference.type]
    about = reference
    fields = {
        "author": " and ".join([*map(_author, about.author), *(["others"] if about.et_al else [])]),
        "title": f"{{{_text(about.title)}}}",
        inside: _text(about.container_title),
        "institution" if kind == "techreport" else "publisher": _text(about.publisher),
        "date": about.issued or "",
        "year": (about.issued or "")[:4],
        "volume": _text(about.volume),
        "number": _text(about.issue or about.number),
        "pages": _text(about.page).replace("-", "--"),
        "isbn": _text(about.ISBN),
        "doi": about.DOI or "",
        "pmid": about.PMID or "",
        "pmcid": about.PMCID or "",
        "url": about.URL,
        "keywords": f"evidence: {about.evidence}, read: {about.read}",
        "note": _text(about.note),
    }
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items() if value]
    if about.issued and len(about.issued) > 4:
        lines.append(f"  month = {MONTHS[int(about.issued[5:7]) - 1]},")
    return "\n".join([f"@{kind}{{{name},", *lines, "}", ""])


def _text(text: str | None) -> str:
    return one_line(text or "").translate(ESCAPES)


def _author(name: Name) -> str:
    if name.literal:
        return f"{{{_text(name.literal)}}}"
    return ", ".join(_text(part) for part in (name.family, name.given) if part)
