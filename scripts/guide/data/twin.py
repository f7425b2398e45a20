"""A page's rendered Markdown → its twin: clean Markdown, for machines that read to someone, and for who keeps text.

Its title, the emergency advice with the numbers, then what the page says, its sources numbered as there. No HTML, no
drawing (its words and rows stand below it) and no part that only works on a page: ways between leaflets, the list made
of ticks, buttons. A link leads to another twin, which stands where the page's own Markdown would.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from posixpath import dirname, join, relpath
from typing import NamedTuple

from guide.content.prose import plain_text, split
from guide.content.site import Page, Site
from guide.pages.format import day

FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
TITLE = re.compile(r"^# (?P<title>.+?)(?: \{[^{}]*\})?$", re.MULTILINE)
# The box of every page: a leaflet has none, for its first card says the same.
BOX = re.compile(r'<div class="emergency".*?</div>', re.DOTALL)
# What is left out whole. A drawing holds no empty line, and is followed by one; the others hold none of their own kind.
GONE = re.compile(
    r"<nav\b.*?</nav>"
    r'|<div class="drawing".*?</div>\n(?=\n)'
    r'|<section class="list".*?</section>'
    r'|<div class="bar".*?</div>'
    r'|<p class="(?:stale|stale known|call|edit|dates|buttons|paper fill|fill)".*?</p>'
    r"|<svg\b.*?</svg>"
    r'|<summary markdown="span">.*?</summary>',
    re.DOTALL,
)
# A link in HTML, which no engine reads: it leads from the page's address.
WAY = re.compile(r'<a href="([^"#:]+)"')
PLACE = re.compile(r'<li id="source-(?P<number>\d+)"[^>]*>(?P<line>.*)</li>')
EMPTY = re.compile(r"\n\n\n+")
# A sign that is named ends with ";": what begins as one in an address, such as ?page=1&copy=2, is none.
NAMED = re.compile(r"&#?\w+;")
WRITTEN: list[tuple[re.Pattern[str], str]] = [
    (re.compile(r'<sup class="cite">\[([^\]]*)\]\(#[^)]*\)</sup>'), r" [\1]"),
    (re.compile(r'<a href="tel:[^"]*">(.*?)</a>', re.DOTALL), r"\1"),
    (re.compile(r"\[([^\]]*)\]\(tel:[^)]*\)"), r"\1"),
    (re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL), r"[\2](\1)"),
    (re.compile(r"</?strong\b[^>]*>"), "**"),
    (re.compile(r"<small>(.*?)</small>", re.DOTALL), r"(\1)"),
    (re.compile(r"<summary>(.*?)</summary>", re.DOTALL), r"## \1"),
    (re.compile(r"<dt\b[^>]*>(.*?)</dt>\n?", re.DOTALL), r"\n**\1**\n\n"),
    (re.compile(r'<li id="source-(\d+)"[^>]*>'), r"\1. "),
    (re.compile(r"<li\b[^>]*>\n?"), "- "),
    (re.compile(r"</?[a-z][^<>]*>"), ""),
    (re.compile(r"\{:? ?(?:[#.]|data-)[^{}\n]*\}"), ""),
    (re.compile(r"\[([^\]]*)\]\(#[^)]*\)"), r"\1"),  # a place on the page: twins have none
]


class Twin(NamedTuple):
    """`body` is what the page itself says, `places` where in its sources it found that, by their numbers, `onward` the
    heading of the ways at its end.
    """

    title: str
    emergency: str
    body: str
    foot: str
    places: dict[int, str]
    onward: str

    @property
    def text(self) -> str:
        return "\n\n".join(part for part in (f"# {self.title}", *self[1:4]) if part) + "\n"

    def sections(self) -> Iterator[tuple[str, str]]:
        """Yield what stands before the ways onward: heading, text. What comes first has no heading."""
        for part in f"\n{self.body}".partition(f"\n## {self.onward}\n")[0].split("\n## "):
            heading, _, text = part.partition("\n")
            if text.strip():
                yield heading.strip(), text.strip()


def twin(site: Site, page: Page | None, rendered: str) -> Twin:
    """Return the twin of a page from its Markdown as rendered. `page` is None for a part of the list of sources."""
    text = FRONT.sub("", rendered, count=1)
    if page:
        text = WAY.sub(lambda way: f'<a href="{_from_twin(site, page, way[1])}"', text)
    box = BOX.search(text)
    text = BOX.sub("", text, count=1)
    title = TITLE.search(text)
    before, body = (text[: title.start()], text[title.end() :]) if title else ("", text)
    before_where, after_where = site.strings.words["where"].split("{where}")
    places = {
        int(row["number"]): row["line"].rpartition(f" {before_where}")[2].removesuffix(after_where)
        for row in PLACE.finditer(text)
        if f" {before_where}" in row["line"]
    }
    return Twin(
        title["title"] if title else str(site.settings.name),
        emergency(site, plain(box[0]) if box else site.settings.emergency),
        plain(before + body),
        foot(site, page),
        places,
        site.strings.say("next"),
    )


def _from_twin(site: Site, page: Page, way: str) -> str:
    """Return where a page's own link leads, as seen from its twin: that stands one folder up, but for an index."""
    return relpath(join(site.address_of(page), way), dirname(site.path_of(page)) or ".")


def plain(text: str) -> str:
    """Return rendered Markdown without HTML and without what only works on a page."""
    text = GONE.sub("", text)
    for pattern, written in WRITTEN:
        text = pattern.sub(written, text)
    text = NAMED.sub(lambda sign: unescape(sign[0]), text)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return EMPTY.sub("\n\n", "\n".join(lines)).strip()


def emergency(site: Site, box: str) -> str:
    """Return the emergency advice as Markdown: what to do, whom to call, the signs, from the box of a page or all."""
    lines = box.split("\n") if "\n" in box else [plain_text(one) for one in split(box)]
    numbers = "; ".join(f"{one.first} {one.strip}" for one in site.numbers.values() if one.strip)
    call = [f"Numbers: {numbers}. Elsewhere call that country's own."] if numbers else []
    rest = "\n".join(lines[1:] if "\n" in box else (f"- {sign}" for sign in lines[1:])).strip()
    return "\n\n".join(part for part in (lines[0], *call, rest) if part)


def foot(site: Site, page: Page | None) -> str:
    """Return what every page says of itself: from where, how old, who looked at it, on what terms."""
    known = site.settings
    say = site.strings.say
    checked = f"{say('checked', day=day(page.checked))}. " if page else ""
    reviewed = say("reviewed", reviewer=known.reviewer) if known.reviewer else say("not_reviewed")
    return f"---\n\n{known.name}, version {known.version}. {checked}{reviewed} Licence: CC BY 4.0."
