"""A book → a ZIM for Kiwix: the site without a network, with a full-text search of its own.

Not the same bytes twice: libzim gives each ZIM a random id. What it must hold beside pages is said in
https://wiki.openzim.org/wiki/Metadata; libzim itself refuses nothing that is missing or too long.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from pathlib import Path

from libzim.writer import ContentProvider, Creator, Hint, Item, StringProvider

from exports.book import Book
from exports.contents import HOME
from exports.disk import for_disk
from exports.reading import title_of
from faults import FaultError
from finish.page import Page, parse

# The three letters by which ZIM names a language (ISO 639-3). The search is told the same: with two, libzim leaves out
# the words that it takes for idle in that language, and "back", "ill" and "need help" would find nothing.
LANGUAGES = {
    "ar": "ara", "bn": "ben", "cy": "cym", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fr": "fra", "ga": "gle",
    "he": "heb", "hi": "hin", "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "pa": "pan", "pl": "pol", "pt": "por",
    "ro": "ron", "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip
ICON = Path(__file__).parent / "templates" / "icon-48.png"  # docs/assets/icon.svg, as wide as shelves of Kiwix ask
TITLE, DESCRIPTION, LONG_DESCRIPTION = 30, 80, 4000  # characters at most
# The bar and the search of the reader are put into each page: the site's policy would block them.
POLICY = "meta[http-equiv=Content-Security-Policy]"
# What stands on every page would be found on every page, and be all that is shown of a page that was found. Kiwix reads
# HTML with Xapian's parser, which leaves out what stands between these.
NOT_SEARCHED = "article .emergency, article nav, article [hidden], article .headerlink"
LEAVE_OUT, TAKE_IN = "<!--htdig_noindex-->", "<!--/htdig_noindex-->"
# That parser makes one word of two that only the end of one of these stands between (libzim 3.13.1), and finds neither:
# the labels of a drawing stand so.
JOINS = re.compile(r"(</(?:text|title|desc|section|article|aside|header|footer|figure|summary)>)(?=\S)")


class File(Item):  # type: ignore[misc]  # libzim has no types
    """A file of the site. A `page` is found by the search, and offered by its title."""

    def __init__(self, name: str, data: bytes, page: Page | None) -> None:
        super().__init__()
        self.name, self.data, self.page = name, data, page

    def get_path(self) -> str:
        return self.name

    def get_title(self) -> str:
        return title_of(self.page) if self.page else ""

    def get_mimetype(self) -> str:
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    def get_contentprovider(self) -> ContentProvider:
        return StringProvider(self.data)

    def get_hints(self) -> dict[Hint, int]:
        return {Hint.FRONT_ARTICLE: bool(self.page)}


def write_zim(book: Book, site: Path, path: Path) -> None:
    """Write the ZIM of `book`, whose site is in the folder `site`.

    Raises FaultError if the site's name or another text is longer than shelves of Kiwix show, or if nobody has said yet
    how ZIM names its language.
    """
    told = metadata(book)
    creator = Creator(path).config_indexing(True, told["Language"].partition(",")[0])
    creator.set_mainpath(HOME)
    with creator:
        for name, value in told.items():
            creator.add_metadata(name, value)
        creator.add_illustration(48, ICON.read_bytes())
        for file in files(book, site):
            creator.add_item(file)
        for name, page in book.pages.items():
            for folder in folders(name):
                creator.add_redirection(folder, title_of(page), name, {Hint.FRONT_ARTICLE: False})


def metadata(book: Book) -> dict[str, str]:
    """Return what a shelf shows of the ZIM. Raises FaultError if it can't be shown."""
    languages = {tag: three_letters(tag) for tag in book.languages}
    if unknown := [tag for tag, three in languages.items() if not three]:
        raise FaultError(
            f"{HOME}: a language of this site is {unknown[0]!r} — write the three letters of ISO 639-3 for it into "
            "LANGUAGES of scripts/exports/zim.py"
        )
    told = {
        "Name": f"{book.about.name}_{book.language}_all",
        "Title": book.title,
        "Description": book.question,
        "LongDescription": book.summary,
        "Language": ",".join(dict.fromkeys(languages.values())),
        "Creator": f"The {book.title} authors",
        "Publisher": f"The {book.title} authors",
        "Date": f"{book.about.made:%Y-%m-%d}",
        "License": "CC-BY-4.0",
        "Source": book.about.repository,
        "Tags": "_category:other;_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
        "Scraper": f"{book.about.name} {book.about.version}",
    }
    limits = {"Title": TITLE, "Description": DESCRIPTION, "LongDescription": LONG_DESCRIPTION}
    places = {"Title": "the site's name", "Description": "the first page's title", "LongDescription": "its description"}
    long = [
        f"{places[name]} has {len(told[name])} characters, and a ZIM may show {limit} — make it shorter"
        for name, limit in limits.items()
        if len(told[name]) > limit
    ]
    if long:
        raise FaultError("\n".join(long))
    return told


def three_letters(tag: str) -> str:
    """Return how ZIM names the language of a tag such as pt-BR: por. Nothing, if nobody has said it."""
    first = tag.partition("-")[0]
    return first if len(first) == 3 else LANGUAGES.get(first, "")  # a tag has three where there are no two


def files(book: Book, site: Path) -> Iterator[File]:
    """Yield the files of the site as they stand in the ZIM."""
    for name, data in for_disk(site).items():
        if name not in book.pages:
            yield File(name, data, None)
            continue
        page = parse(data.decode("utf-8"), site / name, name)
        for policy in page.all(POLICY):
            policy.decompose()
        yield File(name, searched(page).encode(), book.pages[name])


def searched(page: Page) -> str:
    """Return a page as HTML of which only what is its own is searched. Raises FaultError if it has no article."""
    text = page.text()
    for part in dict.fromkeys(node.html or "" for node in page.all(NOT_SEARCHED)):
        text = text.replace(part, f"{LEAVE_OUT}{part}{TAKE_IN}")
    head, body, rest = text.partition("<div")
    before, start, rest = rest.partition("<article")
    text, end, after = rest.rpartition("</article>")
    text = JOINS.sub(r"\1\n", text)
    if not end:
        raise page.fault("has no <article> with its text — see the theme")
    around = after.removesuffix("\n").removesuffix("</body></html>")
    return "".join(
        (head, LEAVE_OUT, body, before, TAKE_IN, start, text, end, LEAVE_OUT, around, TAKE_IN, "</body></html>\n")
    )


def folders(name: str) -> list[str]:
    """Return other ways to say the address of a page: cancers/lung/index.html → cancers/lung/ and cancers/lung."""
    folder = name.removesuffix(HOME)
    return [folder, folder.rstrip("/")] if folder != name and folder else []
