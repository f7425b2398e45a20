"""Values → how a page or a file writes them: days, authors, quoted text, cells of a table, a name without spaces."""

from __future__ import annotations

import datetime as dt
import json
import re

from guide.content.emergency_numbers import unaccented
from guide.content.reference import Reference
from guide.content.source import Text

# A Markdown table: its head, the line below it, its rows.
TABLE = re.compile(r"^\|.*\|\n\|(?: *:?-+:? *\|)+\n(?:\|.*\|(?:\n|$))+", re.MULTILINE)
# What is no letter that a reader sees in a cell: marks of sources but their numbers, bold, the address of a link.
UNSEEN = re.compile(r"<[^>]*>|\*\*|\]\([^)]*\)(?:\{[^}]*\})?|\[")
# A column whose cells all have this few letters takes their width alone: text.css says how wide that is.
SHORT = 12


def label_cells(table: re.Match[str]) -> str:
    """Give each cell of a Markdown table the heading of its column: a phone shows the rows one below the other.

    Columns of few letters are called `short`: so a browser knows each width before the last row has come in, and no
    column moves while somebody reads.
    """
    head, line, *rows = (_cells(row) for row in table[0].rstrip("\n").split("\n"))
    plain = [re.sub(r"<sup.*?</sup>|\*\*|\[([^\]]*)\]\([^)]*\)", r"\1", cell).strip() for cell in head]
    labels = [label.replace('"', "") for label in plain]
    labelled = [
        [_with(cell, f'data-label="{label}"' if label else "") for cell, label in zip(row, labels, strict=False)]
        for row in rows
    ]
    columns = zip(plain, *rows, strict=False)
    short = [all(len(UNSEEN.sub("", cell).strip()) <= SHORT for cell in column) for column in columns]
    head = [_with(cell, ".short" if one else "") for cell, one in zip(head, short, strict=False)]
    return "".join(f"|{'|'.join(row)}|\n" for row in [head, line, *labelled])


def _cells(row: str) -> list[str]:
    return row.strip().removeprefix("|").removesuffix("|").split("|")


def _with(cell: str, attribute: str) -> str:
    return f"{cell.rstrip()} {{: {attribute} }} " if cell.strip() and attribute else cell


def spans(numbers: list[int]) -> str:
    """Return ascending numbers in few letters: 1–3, 7."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in found)


def day(date: dt.date) -> str:
    return f"{date.day} {date:%B %Y}"


def capital(text: str) -> str:
    """Return `text` with a capital, which knows its place as before."""
    made = text[0].upper() + text[1:]
    return Text(made, text.source, text.start) if isinstance(text, Text) else made


def quote(text: object) -> str:
    """Return `text`, or what is made of texts, as YAML: JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)


def authors(reference: Reference) -> str:
    """Return the authors as a list of sources gives them: the first three, then 'et al'."""
    names = [name.literal or " ".join(filter(None, (name.family, _initials(name.given)))) for name in reference.author]
    return ", ".join(names[:3]) + (" et al" if len(names) > 3 or reference.et_al else "")


def _initials(given: str | None) -> str:
    """Return the first letters of given names. Two or three capitals together, as in "JK", are initials already."""
    parts = re.findall(r"(-?)([^\W\d_][^\s.-]*)", given or "")
    return "".join(
        name if name.isupper() and len(name) <= 3 else name[0].upper() if hyphen else name[0] for hyphen, name in parts
    )


def slug(name: str) -> str:
    """Return a site's name as files may be called: espalda-y-cancer."""
    return re.sub(r"[^a-z0-9]+", "-", unaccented(name)).strip("-") or "site"
