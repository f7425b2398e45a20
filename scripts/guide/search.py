"""Site → what the search knows: an entry for each page and each word of the glossary, most telling words first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from guide.index import path_of
from guide.marks import strip
from guide.model import Page, Site, prose_in

WORD = re.compile(r"[^\W\d_][\w'-]{2,}")


def index(site: Site) -> str:
    """Return a script that sets `searchIndex`: a page opened as a file may load scripts, but no data.

    An entry is [address below the site, title, other names, one line, further words].
    """
    where = {page.id: address(path_of(site, page)) for page in site.pages.values()}
    entries = [*(entry(page, where[page.id]) for page in site.pages.values()), *terms(site, where)]
    return f"globalThis.searchIndex = {json.dumps(entries, ensure_ascii=False, separators=(',', ':'))};\n"


def entry(page: Page, path: str) -> list[str]:
    telling = f"{page.title} {' '.join(page.also)} {page.brief}"
    words = {word.lower() for text in prose_in(page) for word in WORD.findall(strip(text))}
    rest = sorted(words - {word.lower() for word in WORD.findall(telling)})
    return [path, page.title, ", ".join([page.name, *page.also]), page.brief, " ".join(rest)]


def terms(site: Site, where: dict[str, str]) -> Iterator[list[str]]:
    for name, term in site.glossary.items():
        if name not in site.pages:
            page = "scan-words" if term.report and "scan-words" in where else "glossary"
            yield [f"{where[page]}#{name}", term.term, "", strip(term.meaning), ""]


def address(path: str) -> str:
    """cancers/lung.md → cancers/lung/, signs/index.md → signs/, index.md → the site itself."""
    return path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
