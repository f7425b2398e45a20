"""An address that a page once had → a page there that leads on: with no script, and with what to do in an emergency."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from guide.content.prose import plain_text
from guide.content.site import Site

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={way}">
<title>{title} - {name}</title>
</head>
<body>
<h1>This page has moved</h1>
<p>{emergency}</p>
<p>Go to <a href="{way}">{title}</a>.</p>
</body>
</html>
"""


def moved(site: Site) -> Iterator[tuple[str, str]]:
    """Yield a file for each address that a page once had."""
    for address, target in site.settings.moved.items():
        page = site.pages[target]
        about = {
            "way": "../" * address.count("/") + site.address_of(page),
            "title": page.title,
            "name": site.settings.name,
            "emergency": plain_text(site.settings.emergency),
        }
        yield f"{address}index.html", PAGE.format(**{key: escape(value) for key, value in about.items()})
