"""Site → what the search knows: the places that answer, most telling words first, and how people's words are read."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from markdown.extensions.toc import slugify

from guide.content.prose import plain_text, split
from guide.content.site import Site, address
from guide.content.translation import translations
from guide.content.wordings import Meanings, listed, one
from guide.outputs.search_places import asked, joined, places
from guide.rules.leaflets import lines_of

# What the search box asks for, below the folder of the pages.
INDEX = "assets/search-index.js"
WORD = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)?")
# The sentences that answer, as a phone shows them in two lines: the rest of a place is kept as words only.
ANSWER_LETTERS = 84
# What so many wordings of a place say is what people ask there: another place that says it once is not meant as often.
OFTEN = 2


def search_index(site: Site) -> str:
    """Return a script that sets `searchIndex`: a page opened as a file may load scripts, but no data.

    `places`: columns, since what is alike is small beside its like once compressed. `of`: how many places each page
    has, its top first; of each place `anchor` (1: the heading in small letters with hyphens), and a line in each of
    `often` and `asks` (words of questions), `names`, `words` (the further ones), `answer` and `heading`. Questions and
    names are read only, so each of their words or phrases stands once, as the first that means the same, with a
    semicolon between two.
    `pages`: [address below the site, title, 1 if it is about the site itself]. `emergency`: [line, address, people's
    words for it, words with which it is not shown, its language if that is not the page's]. `call`: what to do then.
    `same` (a line each, with semicolons), `idle`, `fresh`: as in content/search.yml. `says`: what the search itself
    says. Of a translated site only what is translated is found.
    """
    pages = [page for page in site.pages.values() if page.id in site.translated or not site.translated]
    found = [place for page in pages for place in joined(places(site, page))]
    found = [place for place in found if not place.anchor or place.page.id not in site.search.whole]
    many = Counter(place.page.id for place in found)
    shown = [answer(place.words) if place.anchor else place.page.brief for place in found]
    meanings = Meanings(site.search.same, site.search.idle)
    read = [
        words(" ".join([text, place.heading or "", *place.names, *asked(place)]))
        for place, text in zip(found, shown, strict=True)
    ]
    rest = [{*words(place.words)}.difference(some, meanings.idle) for place, some in zip(found, read, strict=True)]
    # A word that stands in more places, or in what is shown of one, is found there, and the index is fetched on phones.
    often = Counter(one(word) for some in [*rest, *read] for word in some)
    said = [meanings.counted(asked(place)) for place in found]
    told = [meanings.counted([text]) for text in shown]  # the search reads that too
    texts = {
        "often": listed([[word for word, many in some.items() if many >= OFTEN] for some in said]),
        "asks": listed(
            [
                [word for word, many in some.items() if many < OFTEN and word not in text]
                for some, text in zip(said, told, strict=True)
            ]
        ),
        "names": listed([meanings.of(place.names) for place in found]),
        "words": [
            " ".join(sorted(word for word in some if often[one(word)] == 1 and not place.is_term))
            for place, some in zip(found, rest, strict=True)
        ],
        "answer": shown,
        "heading": [place.heading or "" for place in found],
    }
    index = {
        "pages": [[address(site.path_of(page)), page.title, int(page.id in site.search.last)] for page in pages],
        "places": {
            "of": [many[page.id] for page in pages],
            "anchor": [
                1 if place.heading and place.anchor == slugify(place.heading, "-") else place.anchor or ""
                for place in found
            ],
            **{name: "\n".join(column) for name, column in texts.items()},
        },
        "emergency": list(emergencies(site)),
        "call": plain_text(split(site.settings.emergency)[0]),
        "same": "\n".join(";".join(some) for some in site.search.same),
        "idle": site.search.idle,
        "fresh": site.search.fresh,
        "says": says(site),
    }
    return f"globalThis.searchIndex = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"


def search_files(site: Site) -> dict[str, str]:
    """Return the index of each language by its path below the pages: English ones find English pages."""
    others = {tag: found.site for tag, found in translations(site).items() if found.site.translated}
    return {INDEX: search_index(site)} | {
        f"{INDEX.removesuffix('.js')}-{tag}.js": search_index(one) for tag, one in others.items()
    }


def says(site: Site) -> dict[str, object]:
    """Return what the search says in the language of the site, and where it leads who finds nothing."""
    strings, pages = site.strings, site.pages
    ways = [
        ("checklist", strings.say("check_signs")),
        ("numbers", strings.say("which_number")),
        ("questions", strings.say("what_people_ask")),
    ]
    return {
        "cldr": strings.cldr,
        "strings": {"on_card": strings.say("on_card"), "nothing_found": strings.say("nothing_found")},
        "places": strings.counted["places"],
        "ways": [[site.address_of(pages[page]), label] for page, label in ways if page in pages],
    }


def answer(text: str) -> str:
    """Return the first sentences of a place, as many as fit, or the beginning of a long one."""
    shown = ""
    for sentence in split(text):
        if shown and len(shown) + len(sentence) >= ANSWER_LETTERS:
            break
        shown = f"{shown} {sentence}".strip()
    return shown if len(shown) <= ANSWER_LETTERS else shown[:ANSWER_LETTERS].rpartition(" ")[0] + " …"


def words(text: str) -> list[str]:
    return [word for word in WORD.findall(text.lower()) if len(word) > 1 and not word.isdigit()]


def emergencies(site: Site) -> Iterator[list[object]]:
    """Yield each line of an emergency card with people's words for it, and the leaflet that shows it first."""
    where = {
        name: leaflet
        for leaflet in reversed(site.leaflets.leaflets)
        for name, tier in lines_of(site.leaflets.leaflets[leaflet])
        if tier == next(iter(site.settings.tiers))
    }
    for name, phrases in site.search.emergency.items():
        tier = next(iter(site.settings.tiers))
        path = address(site.path_of(site.pages[where[name]]))
        text = site.leaflets.lines[name].text
        calm = site.search.calm.get(name, [])
        yield [plain_text(text), f"{path}#{tier}", phrases, calm, *(["en"] if site.is_foreign(text) else [])]
