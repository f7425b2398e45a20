"""A page of a translated site → what marks its English words as English, and what its frame says in its language.

On the English site nothing is marked, and no frame is given: `scripts/theme/` says the English words itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markdown.extensions.toc import slugify

from guide.content.emergency_numbers import dial
from guide.content.facts import Share
from guide.content.fields import Model
from guide.content.overlay import pieces
from guide.content.prose import plain_text
from guide.content.site import Page, Site, address
from guide.content.source import Text
from guide.content.translation import changed_on, translations
from guide.pages.context import SiteContext
from guide.pages.format import capital
from guide.rules.anchors import HEADING
from guide.templates.asked import by_scripts, by_theme

IN_ENGLISH = ' lang="en" dir="ltr"'


def _with_ids(text: str, english: str) -> str:
    """Return a text whose headings have the ids of the English ones, in their order: links lead to the same places."""
    heads = iter(HEADING.finditer(english))

    def with_id(head: re.Match[str]) -> str:
        same = next(heads, None)
        if head["id"] or not same:
            return head[0]
        return f"{head[0].rstrip()} {{ #{same['id'] or slugify(plain_text(same['words']), '-')} }}"

    return HEADING.sub(with_id, text)


class InLanguage:
    """What a writer of pages says of languages. `site` is the one it writes, `page` the page."""

    context: SiteContext
    page: Page

    def prose(self, text: str) -> str:
        raise NotImplementedError

    def href(self, target: str) -> str:
        raise NotImplementedError

    @property
    def site(self) -> Site:
        return self.context.site

    def mark(self, *some: Any) -> str:
        """Return the attributes of an element with words that are still English: none on the English site."""
        return IN_ENGLISH if self.site.translated and any(map(self._is_foreign, some)) else ""

    def _is_foreign(self, some: Any) -> bool:
        if not isinstance(some, Model | dict | list):
            return self.site.is_foreign(some)
        texts = (text for _, said in pieces(some) for text in (said if isinstance(said, list) else [said]))
        return any(map(self.site.is_foreign, texts))

    def words(self, text: str, quotes: str = "", lower: bool = False) -> str:
        """Return a line of prose, written out, in a <span> if it is still English."""
        made = self.prose(text)
        made = made.lower() if lower else made
        return self._marked(text, f"{quotes[0]}{made}{quotes[1]}" if quotes else made)

    def sourced(self, text: str) -> str:
        """Return a source behind a sentence: its number stands close to the last word."""
        return self._marked(text, self.prose(f" {text}").strip())

    def call(self, text: str) -> str:
        """Return words with numbers that a telephone can ring.

        Among words that are written from the right, the groups of a number would change places.
        """
        if not self.site.original:
            return dial(text)
        english = translations(self.site.original)[self.site.strings.tag].english.get(id(text), text)
        about = ' dir="ltr"' if self.site.strings.direction == "rtl" else ""
        return self._marked(text, dial(text, str(english), about))

    def top(self, leaflet: object) -> str:
        """Return what stands behind the title of a page: where it is a leaflet, and its id, which no title changes."""
        about = " #page-title" * bool(self.site.original) + " .leaflet" * bool(leaflet)
        return f" {{{about} }}" if about else ""

    def block(self, text: str, section: str = "") -> str:
        """Return paragraphs of a section, or of the body, written out, in a <div> if they are still English."""
        if self.site.original and not self.mark(text):
            english = self.site.original.pages[self.page.id]
            text = _with_ids(text, english.sections.get(section) or english.body or "")
        made = self.prose(text)
        return f'<div{IN_ENGLISH} markdown="1">\n\n{made.strip()}\n\n</div>' if self.mark(text) else made

    def first(self, text: str) -> tuple[str, str]:
        """Return the first paragraph of a section, and the rest."""
        first, _, rest = text.partition("\n\n")
        if isinstance(text, Text):
            return Text(first, text.source, text.start), Text(rest, text.source, text.start)
        return first, rest

    def _marked(self, text: str, made: str) -> str:
        return f"<span{IN_ENGLISH}>{made}</span>" if self.mark(text) else made

    def source(self, number: int) -> str:
        """Return a link to one of the sources of this page."""
        return f"[{self.site.strings.say('source_number', number=number)}](#source-{number})"

    @property
    def file(self) -> str:
        """The file in which the words of this page are changed."""
        return self.page.title.source.path if isinstance(self.page.title, Text) else self.page.path.as_posix()

    def share(self, share: Share) -> str:
        """Return a share in words: '18 to 29 of 100', 'About 4 of 1,000'."""
        strings, of = self.site.strings, f"{share.of:,}"
        if share.high:
            return strings.say("share_range", low=share.low, high=share.high, all=of)
        return strings.say("share", low=share.low, all=of)

    @property
    def in_english(self) -> str:
        """The attributes of what is English on every page, such as a line of the sources."""
        return IN_ENGLISH if self.site.translated else ""

    def say_in_english(self, key: str, **values: str) -> str:
        return (self.site.original or self.site).strings.say(key, **values)

    def way(self, path: str) -> str:
        """Return the way from this page to the file of another."""
        return "../" * self.context.paths[self.page.id].count("/") + path

    def languages(self) -> list[tuple[str, str]]:
        """Return the languages that have this page: the tag of each, and where it stands below the site."""
        return [(tag, address(path)) for _, tag, path in self.context.languages[self.page.id]]

    def english_page(self) -> str:
        """Return a link to the page that this one was translated from."""
        english = self.site.original or self.site
        page = english.pages[self.page.id]
        return f'[{page.title}]({self.way(english.path_of(page))}){{: hreflang="en"{IN_ENGLISH} }}'

    def changed(self) -> Iterator[list[str]]:
        """Yield what the English says now where it has changed since this page was translated: its paragraphs.

        A body is long, and holds blocks: the link to the English page stands for it.
        """
        if not self.site.original:
            return
        for pair in changed_on(translations(self.site.original)[self.site.strings.tag], self.page):
            said = pair.english if isinstance(pair.english, list) else pair.english.split("\n\n")
            yield [plain_text(words) for words in said] if pair.at != "body" else []

    def frame(self) -> dict[str, object]:
        """Return what the theme needs of the language: for the head, the menu, the search and our scripts."""
        site, strings = self.site, self.site.strings
        english = site.original or site
        return {
            "tag": str(strings.tag),
            "cldr": str(strings.cldr),
            "dir": strings.direction,
            "site": str(site.settings.name),
            "home": site.address_of(site.pages["index"]) or ".",
            "index": f"assets/search-index-{strings.tag}.js",
            "say": {key: strings.say(key) for key in by_theme()},
            "scripts": {key: strings.say(key) for key in by_scripts("site.js")},
            "menu": {
                english.address_of(english.pages[name]): [site.address_of(page), str(capital(page.name))]
                for name, page in site.pages.items()
                if name in site.translated
            },
        }
