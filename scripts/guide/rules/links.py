"""Rules for links: each leads somewhere, and each page and word is led to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from guide.content.fields import ID
from guide.content.files import RESERVED
from guide.content.prose import BLOCK, links
from guide.content.site import Site
from guide.content.source import Problem, Text, nearest
from guide.rules.ids import instead
from guide.templates import BLOCKS, pages_named

# Where what stands before a link ends to be about it, and the word behind it. Two small words are often said so.
BEFORE = re.compile(r"[^\w\s'-]|\n\s*\n")
AFTER = re.compile(r"[ \n]+(\w+)")
SMALL = {"", "and", "or"}


def unknown_links(site: Site) -> Iterator[Problem]:
    """A link `[[id]]` leads to a page or a word of the glossary: write the id of one that is there."""
    known = {*site.pages, *site.broken, *site.glossary}
    for text in site.prose:
        for link in links(text):
            if link.target not in known and ID.fullmatch(link.target):
                swapped = f"the id stands before '|', the words behind it — write [[{link.label}|{link.target}]]"
                unknown = f"no page or word '{link.target}' — {instead(site, link.target, known)}"
                yield text.problem(swapped if link.label in known else unknown, link.at)


def mislabelled_links(site: Site) -> Iterator[Problem]:
    """The words of a link are not the name of another page: whoever follows "MRI" wants to read of MRI."""
    pages = [page for page in site.pages.values() if page.kind != "docs"]
    named = {name.casefold(): page for page in pages for name in (page.id, page.name, page.title)}
    for text in site.prose:
        for link in links(text) if "|" in text else ():
            there, other = site.pages.get(link.target), named.get(link.label.casefold())
            own = [*there.also, there.name, there.title] if there else []
            if other and there not in (None, other) and not any(link.label.casefold() in one.casefold() for one in own):
                message = f"'{link.label}' is the name of another page than '{link.target}', to which this leads"
                yield text.problem(f"{message} — write [[{other.id}|{link.label}]], or other words", link.at)


def doubled_names(site: Site) -> Iterator[Problem]:
    """A link without words of its own reads as the name of its page, which says no word again that stands beside it, as
    in "cancer of the ovarian cancer": give it words, [[ovary|ovary]].
    """
    for text in site.prose:
        for link in links(text) if "[[" in text else ():
            page = site.pages.get(link.target)
            if page and not link.label:
                before = BEFORE.split(text[: link.at].lower())[-1].split()[-3:]
                after = AFTER.match(text, text.index("]]", link.at) + 2)
                said = {word.removesuffix("s") for word in before if len(word) > 3} | {after[1] if after else ""}
                if twice := [word for word in page.name.lower().split() if word in said - SMALL]:
                    message = f"this reads '{page.name}', and '{twice[0]}' stands beside it"
                    yield text.problem(f"{message} — give it words: [[{page.id}|…]]", link.at)


def unknown_blocks(site: Site) -> Iterator[Problem]:
    """`{{ name about }}` is a block that there is, about something that it can show: write one of the names offered."""
    known: dict[str, Collection[str]] = {
        "pages": site.settings.kinds,
        "questions": ["docs", *site.settings.kinds],
        "evidence": site.settings.kinds,
        "leaflet": site.leaflets.leaflets,
        "card": site.checklist.cards,
        "figure": site.figures,
        "picture": site.figures,
    }
    for page in site.pages.values():
        body = page.body or Text("")
        for block in BLOCK.finditer(body):
            if block["name"] not in BLOCKS:
                yield body.problem(f"no block '{block['name']}' — {nearest(block['name'], BLOCKS)}", block.start())
            for about in block["about"].split() or [""] * (block["name"] in known):
                words = known.get(block["name"], ())
                if block["name"] in BLOCKS and block["name"] not in known:
                    message = f"'{about}' does nothing here — write {{{{ {block['name']} }}}}"
                    yield body.problem(message, block.start("about"))
                elif block["name"] in BLOCKS and about not in (*words, *site.broken):
                    message = f"'{{{{ {block['name']} }}}}' can't show '{about}' — {nearest(about, words)}"
                    yield body.problem(message, block.start())


def missing_pages(site: Site) -> Iterator[Problem]:
    """Pages that templates lead to are there: home, numbers, words, claims, a list of each kind, what a block names.

    Put the page that is missing into docs/, or take the block out that leads to it.
    """
    for kind, about in site.settings.kinds.items():
        if kind == "docs" or about.folder in RESERVED:
            yield about.folder.problem(f"'{kind}' in '{about.folder}' — the engine keeps this name: choose another")
    known = {*site.pages, *site.broken}
    needed = [(site.settings.name, name) for name in ("index", "glossary", "source-article", "numbers")]
    needed += [(kind.folder, kind.folder) for kind in site.settings.kinds.values()]
    for page in site.pages.values():
        for block in BLOCK.finditer(page.body or ""):
            needed += [(page.title, name) for name in pages_named(BLOCKS.get(block["name"], ""))]
    for text, name in dict.fromkeys(needed):
        if name not in known:
            yield text.problem(f"the page '{name}' is missing, to which this leads — put it into docs/")


def unlinked_pages(site: Site) -> Iterator[Problem]:
    """Each page can be reached: link to it in a sentence, under `next`, from a sign's card or from a list."""
    if site.broken:
        return  # what could not be read may hold the link
    linked = {link.target for text in site.prose for link in links(text)}
    linked |= {target for page in site.pages.values() for target in page.next}
    linked |= {item.signs[0] for _, item in site.checklist.items}
    blocks = [block for page in site.pages.values() for block in BLOCK.finditer(page.body or "")]
    shown = {kind for block in blocks if block["name"] == "pages" for kind in block["about"].split()}
    for page in site.pages.values():
        if page.id != "index" and page.id not in linked and page.kind not in shown:
            yield page.title.problem(f"nothing links to '{page.id}' — link it with [[{page.id}]]")


def unused_terms(site: Site) -> Iterator[Problem]:
    """Each word of the glossary is one that a page links to, or stands on reports: link it, or take it out."""
    if site.broken:
        return  # what could not be read may hold the link
    linked = {link.target for text in site.prose for link in links(text)}
    for name, term in site.glossary.items():
        if name not in linked and not term.report:
            yield term.term.problem(f"no page links to the word '{name}' — link it with [[{name}]] or take it out")


RULES = [unknown_links, mislabelled_links, doubled_names, unknown_blocks, missing_pages, unlinked_pages, unused_terms]
