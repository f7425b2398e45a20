"""CHANGELOG.md → an Atom feed of what is new for readers: one entry a day that has news.

(RFC 4287.) Its ids are made from the repository's address and the day, so that they stay when the site moves.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
import uuid
from collections.abc import Iterator
from html import escape

from guide.content.site import Site
from guide.outputs.search_index import address

HEADING = re.compile(r"^## (?P<day>.+?)\s*$", re.MULTILINE)
# The block of the page that shows the same.
CHANGES = "{{ changes }}"
DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join([*calendar.month_name][1:])}) (\d{{4}})")


def read_heading(words: str) -> dt.date | None:
    """Return the day that a heading of the list of changes names, or None."""
    found = DAY.fullmatch(words)
    try:
        return dt.date(int(found[3]), [*calendar.month_name].index(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def entries(site: Site) -> Iterator[tuple[dt.date, list[str]]]:
    """Yield each day that has news, the newest first, with its paragraphs."""
    parts = HEADING.split(site.changes)[1:]
    found = [(read_heading(words), text) for words, text in zip(parts[::2], parts[1::2], strict=True)]
    for day, text in sorted(((day, text) for day, text in found if day), reverse=True):
        yield day, [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


def feed(site: Site, where: str) -> str:
    """Return the feed. `where` is the site's address, and empty where none was told: links then lead from it."""
    known = site.settings
    shown = [page for page in site.pages.values() if CHANGES in (page.body or "")]
    link = where + (address(site.path_of(shown[0])) if shown else "") or "./"
    news = [*entries(site)]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<title>{escape(known.name)}: what is new</title>",
        f"<id>{_id(site, '')}</id>",
        f"<updated>{_second(news[0][0] if news else min(page.checked for page in site.pages.values()))}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{escape(where)}feed.xml"/>',
        f'<link rel="alternate" type="text/html" href="{escape(link)}"/>',
        f"<author><name>The {escape(known.name)} authors</name></author>",
        "<rights>CC BY 4.0</rights>",
    ]
    for day, paragraphs in news:
        html = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
        lines += [
            "<entry>",
            f"<title>What is new, {day.day} {day:%B %Y}</title>",
            f"<id>{_id(site, day.isoformat())}</id>",
            f"<updated>{_second(day)}</updated>",
            f'<link rel="alternate" type="text/html" href="{escape(link)}"/>',
            f'<content type="html">{escape(html)}</content>',
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _id(site: Site, what: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site.settings.repository}#changes/{what}").urn


def _second(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
