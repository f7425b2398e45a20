"""Site and its address → what must be mended before it is published, and may be there as long as only we see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from guide.content.site import Site, texts_in
from guide.content.source import Problem
from guide.rules.drafts import placeholders_in

# Addresses at which nothing is published: examples, and this machine.
NOWHERE = re.compile(r"(?:^|\.)(?:example(?:\.(?:org|com|net))?|invalid|test|localhost)$|^127\.")
NAMELESS = re.compile(r"\b(?:OWNER|USER|USERNAME|YOUR[-_]?\w+|ORG)\b")


def unpublishable(site: Site, address: str) -> list[Problem]:
    """Return what keeps the site from being published at `address`: empty where it is built for a disk only."""
    return sorted({*unnamed_owner(site, address), *drafts(site)})


def unnamed_owner(site: Site, address: str) -> Iterator[Problem]:
    """A site that is published tells readers whom to write to: put the repository's own address into site.yml.

    At home, and at addresses for examples, it may still be missing.
    """
    host = urlsplit(address).hostname or ""
    repository = site.settings.repository
    if host and not NOWHERE.search(host) and (found := NAMELESS.search(repository)):
        message = f"'{found[0]}' stands for a name, and corrections would reach nobody — write the repository's address"
        yield repository.problem(message, found.start())


def drafts(site: Site) -> Iterator[Problem]:
    """Nobody finds a draft but in the preview: finish the page, read it against its sources, take `draft: true` out."""
    for page in site.pages.values():
        if page.draft:
            message = "this page is a draft, so nothing is published — finish it and take 'draft: true' out, or move it"
            yield page.title.problem(f"{message} away")
            for text in texts_in(page):
                yield from placeholders_in(text)
