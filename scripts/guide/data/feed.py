"""CHANGELOG.md → an Atom feed of what is new for readers: one entry a day that has news.

(RFC 4287.) Its ids are made from the repository's address and the day, so that they stay when the site moves.
"""

from __future__ import annotations

import datetime as dt
import uuid
from html import escape

from guide.content.changes import news
from guide.content.site import Site
from guide.pages.format import day as in_words

# The block of the page that shows the same.
CHANGES = "{{ changes }}"


def feed(site: Site, where: str) -> str:
    """Return the feed. `where` is the site's address, and empty where none was told: links then lead from it."""
    known = site.settings
    shown = [page for page in site.pages.values() if CHANGES in (page.body or "")]
    link = where + (site.address_of(shown[0]) if shown else "") or "./"
    found = [*news(site.changes)]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<title>{escape(known.name)}: what is new</title>",
        f"<id>{_id(site, '')}</id>",
        f"<updated>{_second(found[0][0] if found else min(page.checked for page in site.pages.values()))}</updated>",
        f'<link rel="self" type="application/atom+xml" href="{escape(where)}feed.xml"/>',
        f'<link rel="alternate" type="text/html" href="{escape(link)}"/>',
        f"<author><name>The {escape(known.name)} authors</name></author>",
        "<rights>CC BY 4.0</rights>",
    ]
    for day, paragraphs in found:
        html = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
        lines += [
            "<entry>",
            f"<title>What is new, {in_words(day)}</title>",
            f"<id>{_id(site, day.isoformat())}</id>",
            f"<updated>{_second(day)}</updated>",
            f'<link rel="alternate" type="text/html" href="{escape(link)}"/>',
            f'<content type="html">{escape(html)}</content>',
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _id(site: Site, what: str) -> str:
    repository = site.settings.repository.rstrip("/")  # which is the same place with it and without
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{repository}#changes/{what}").urn


def _second(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
