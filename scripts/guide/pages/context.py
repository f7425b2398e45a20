"""Site → what each page needs to know of the others: where they stand, who links to it, who cites what, its cards."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guide.content.article import Claim
from guide.content.emergency_numbers import dial
from guide.content.prose import plain_text
from guide.content.site import Page, Site
from guide.figures.symbols import symbol
from guide.pages.format import authors, day, quote

TEMPLATES = Path(__file__).parent / "templates"


def path_of(site: Site, page: Page) -> str:
    """Return where a page stands: below its kind's folder, or where it stands in docs/."""
    if page.kind == "docs":
        return page.source.relative_to("docs").as_posix()
    return f"{site.settings.kinds[page.kind].folder}/{page.id}.md"


def cards_for(site: Site, audiences: list[str]) -> dict[str, list[str]]:
    """Return the ids of the cards to show by tier: all, or those for `audiences`, then what is urgent in anyone."""
    found: dict[str, list[str]] = defaultdict(list)
    urgent = list(site.settings.tiers)[:2]
    for own in (True, False):
        for name, card in site.checklist.cards.items():
            chosen = card.audience in audiences
            anyone = not audiences or (card.audience == "anyone" and card.tier in urgent)
            if chosen if own else anyone and not chosen:
                found[card.tier].append(name)
    return found


class SiteContext:
    def __init__(self, site: Site, entries: dict[str, str]) -> None:
        """Gather it. `entries` are the lines of the references, if they were written before; else they are added."""
        self.site = site
        self.paths = {page.id: path_of(site, page) for page in site.pages.values()}
        self.linked_from: dict[str, list[Page]] = defaultdict(list)
        self.cited_by: dict[str, list[Page]] = defaultdict(list)
        self.claims: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
        self.cards: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for page in site.pages.values():
            for target in page.links & self.paths.keys() - {page.id}:
                self.linked_from[target].append(page)
        for name, claim in site.seed.claims.items():
            for target in claim.pages:
                self.claims[target].append((name, claim))
        for name, card in site.checklist.cards.items():
            for item_name, item in card.items.items():
                for sign in item.signs:
                    self.cards[sign][name].append(item_name)
        self.templates = Environment(  # noqa: S701 -- it writes Markdown, and a rule keeps HTML out of content
            loader=FileSystemLoader(TEMPLATES),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.filters |= {
            "strip": plain_text,
            "day": day,
            "json": quote,
            "authors": authors,
            "dial": dial,
            "symbol": symbol,
        }
        entry = self.templates.get_template("reference.md.j2")
        if not entries:
            entries |= {name: entry.render(site=site, source=r).strip() for name, r in site.references.items()}
        self.entries = entries
