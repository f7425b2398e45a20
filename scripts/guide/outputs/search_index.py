"""Site → what the search knows: an entry for each page and each word of the glossary, most telling words first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from guide.content.prose import BLOCK, plain_text
from guide.content.site import Page, Site, prose_in, texts_in

# Words of three letters or more, names in capitals (CT, GP), and names of letters and digits (L5, T12, 3D). A number
# alone says little: nearly every page has a 100.
WORD = re.compile(r"[^\W\d_][\w'-]{2,}|[A-Z]{2}\b|[^\W\d_]+\d[\w'-]*|\d+[^\W\d_][\w'-]*")
# A name of letters and digits, which people write with a hyphen, a space or neither.
NAME = re.compile(r"\b([A-Z]{1,3})[ -](\d+)\b")


def search_index(site: Site) -> str:
    """Return a script that sets `searchIndex`: a page opened as a file may load scripts, but no data.

    An entry is [address below the site, title, other names, one line, further words].
    """
    where = {page.id: address(site.path_of(page)) for page in site.pages.values()}
    entries = [*(entry(site, page, where[page.id]) for page in site.pages.values()), *terms(site, where)]
    return f"globalThis.searchIndex = {json.dumps(entries, ensure_ascii=False, separators=(',', ':'))};\n"


def entry(site: Site, page: Page, path: str) -> list[str]:
    also = [page.name, *page.also]
    if term := site.glossary.get(page.id):
        also += [term.term, *term.also]
    telling = f"{page.title} {', '.join(also)} {page.brief}"
    facts = texts_in([page.share, page.levels, page.ages])
    words = {word.lower() for text in (*prose_in(page), *facts) for word in WORD.findall(named(plain_text(text)))}
    if any(block["name"] == "emergency-numbers" for block in BLOCK.finditer(page.body or "")):
        words |= {digits for number in site.numbers.values() for digits in re.findall(r"\d+", number.emergency)}
    if any(block["name"] == "ambulance-numbers" for block in BLOCK.finditer(page.body or "")):
        words |= {word.lower() for one in site.ambulance.countries.values() for word in WORD.findall(one.place)}
    rest = sorted(words - {word.lower() for word in WORD.findall(named(telling))})
    return [path, page.title, named(", ".join(also)), page.brief, " ".join(rest)]


def named(text: str) -> str:
    """Return `text`, with each name such as CA-125 also in one word."""
    joined = sorted({"".join(found) for found in NAME.findall(text)})
    return " ".join([text, *joined])


def terms(site: Site, where: dict[str, str]) -> Iterator[list[str]]:
    for name, term in site.glossary.items():
        if name not in site.pages:
            page = "scan-words" if term.report and "scan-words" in where else "glossary"
            yield [f"{where[page]}#{name}", term.term, named(", ".join(term.also)), plain_text(term.meaning), ""]


def address(path: str) -> str:
    """cancers/lung.md → cancers/lung/, signs/index.md → signs/, index.md → the site itself."""
    return path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
