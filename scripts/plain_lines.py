"""Text within a line that can be read in one way only → its HTML at once, for Python-Markdown is slow to see that.

It tries each of its patterns on each bit of text, and makes an element of each mark. Here one pattern finds all marks
of a text. A text with anything else in it is left to it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

# What may begin a mark, or end one, or be Markdown's own for what it has put aside.
SIGNS = r"*_`\\\[\]<{\2\3"
SIGN, ENTITY = re.compile(f"[{SIGNS}]"), re.compile(r"&[#\w]+;")
WORDS = rf"(?!\s)(?:[^{SIGNS}!&\n]|&(?![#\w]+;))+(?<!\s)"
SIDE = r"[^\s()<>\"'`\\\[\];\2\3]"  # of an address, within its brackets
# What is said of a mark or block: .class, #id or name="value".
ABOUT = rf'[.#][a-zA-Z\d-]+|[a-z-]+="[^"{SIGNS}}}&>\n]*"(?: [a-z-]+="[^"{SIGNS}}}&>\n]*")*'
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
TAGS = "a|button|circle|ellipse|input|label|path|small|span|strong|sup|svg"
# Bold, italic, links, numbers of sources, and tags within a line: as templates and editors write them.
MARK = re.compile(
    r"(?<![^\s(>])(?P<stars>\*\*?)(?P<bold>(?!\s)[^*\n]+(?<!\s))(?P=stars)(?=[\s.,;:)<]|$)"
    rf"|(?<!!)\[(?P<label>{WORDS})\]\((?P<href>(?:{SIDE}|\({SIDE}*\))+)\)(?:{{: (?P<about>{ABOUT}) }})?"
    r'|<sup class="cite">\[(?P<numbers>[\d–, ]+)\]\((?P<source>#source-\d+)\)</sup>'
    rf'|(?P<html></?(?:{TAGS})(?: [\w-]+="[^"{SIGNS}>@&]*")*/?>)'
)
ELSEWHERE = re.compile(r"https?://\w")
# Where a link within the site leads, in what `html_of` returns: the engine is to say how to get there.
OURS = re.compile("\2(.*?)\3")


@lru_cache(maxsize=20_000)  # sources stand on many pages
def html_of(text: str) -> str | None:
    """Return the HTML of a text, or None if it may hold anything that means something else to Markdown."""
    if "  \n" in text or ("&" in text and ENTITY.search(text)):
        return None
    parts, start = [], 0
    while sign := SIGN.search(text, start):
        mark = MARK.match(text, sign.start())
        html = mark and _html(mark)
        if not mark or not html:
            return None
        parts += [_words(text[start : sign.start()]), html]
        start = mark.end()
    return "".join([*parts, _words(text[start:])])


def _words(text: str) -> str:
    return text.replace("&", "&amp;").replace(">", "&gt;")


def _html(mark: re.Match[str]) -> str | None:
    if mark["source"]:
        return f'<sup class="cite"><a href="{mark["source"]}">{mark["numbers"]}</a></sup>'
    if mark["href"]:
        href = escape(mark["href"]) if ELSEWHERE.match(mark["href"]) else f"\2{mark['href']}\3"
        tag = begin("a", {**attributes(mark["about"]), "href": href}) if mark["about"] else f'<a href="{href}">'
        return f"{tag}{_words(mark['label'])}</a>"
    if mark["html"]:
        return mark["html"]
    tag, html = "strong" if mark["stars"] == "**" else "em", html_of(mark["bold"])
    return html and f"<{tag}>{html}</{tag}>"


def attributes(about: str | None) -> dict[str, str]:
    """Return what is said of a mark, or in a tag, by the names of attributes."""
    if not about:
        return {}
    short = {".": "class", "#": "id"}.get(about[0])
    return {short: about[1:]} if short else dict(ATTRIBUTE.findall(about))


def begin(tag: str, about: dict[str, str]) -> str:
    """Return a tag as Markdown writes it."""
    return "".join([f"<{tag}", *(f' {name}="{value}"' for name, value in sorted(about.items())), ">"])
