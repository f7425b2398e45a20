"""The lines of all sources → parts of the list, by who wrote them, each small enough to open like any other page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import groupby
from math import ceil
from typing import NamedTuple

from guide.content.prose import plain_text
from guide.content.site import Page, Site
from guide.pages.format import authors

# Lines on a page: with them it weighs what other pages weigh.
MOST = 40


class Part(NamedTuple):
    """`name` ends its address, `label` is what links say, and `lines` are those of its sources, by their ids."""

    name: str
    label: str
    lines: dict[str, str]


ALL = Part("all", "all in one list", {})


def parts_of(lines: Mapping[str, str]) -> list[Part]:
    """Return the list by first letters, a letter with many lines in several parts: one part if all fit on one page."""
    keys = {name: re.sub(r"[^a-z0-9]", "", _folded(plain_text(line))) for name, line in lines.items()}
    names = sorted(lines, key=keys.__getitem__)
    if len(names) <= MOST:
        return [Part("", "", {name: lines[name] for name in names})]
    found = []
    for letter, some in groupby(names, key=lambda name: "0–9" if keys[name][0].isdigit() else keys[name][0].upper()):
        group = list(some)
        size = ceil(len(group) / ceil(len(group) / MOST))
        for number, first in enumerate(range(0, len(group), size), 1):
            chunk = group[first : first + size]
            whole = len(chunk) == len(group)
            label = letter if whole else "–".join(keys[name][:3].capitalize() for name in (chunk[0], chunk[-1]))
            stem = "0-9" if letter == "0–9" else letter.lower()
            found.append(Part(stem if whole else f"{stem}-{number}", label, {name: lines[name] for name in chunk}))
    return found


def page_of(page: Page, part: Part) -> Page:
    """Return the page of a part of the list that stands on `page`."""
    return page.model_copy(
        update={
            "id": f"{page.id}/{part.name}",
            "title": f"{page.title}: {part.label}",
            "summary": (
                "Every source this site uses, by who wrote it and when."
                if part == ALL
                else f"The sources this site uses whose authors or titles begin with {part.label.replace('–', ' to ')}."
            ),
            "body": f"{{{{ references {part.name} }}}}",
            "next": [page.id, *page.next][:4],
        }
    )


def short(site: Site, name: str) -> str:
    """Return who wrote a source first, and when: its title where nobody is named."""
    reference = site.references[name]
    who = authors(reference).split(", ")[0].split(" et al")[0] or str(reference.title)
    return " ".join([who, *([reference.issued[:4]] if reference.issued else [])])


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKD", text).lower()
