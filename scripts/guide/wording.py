"""Rules for prose: each is a small function that yields a problem for every text that breaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.marks import FIGURE, sentences, strip
from guide.markup import hide
from guide.model import Site
from guide.text import Problem, Text

# Limits from the design: a summary is read in one breath, a brief in one glance at a list.
SUMMARY_WORDS = 60
BRIEF_WORDS = 20
# On a card, by the design: who is frightened reads short sentences only.
CARD_WORDS = 20
# People misjudge "1 in 5" beside "1 in 8", because they compare the 5 with the 8. "X in 100" has one measure.
ONE_IN = re.compile(r"\b(?:1|one|a) in (?:every )?(?!1,000|100\b)(?:\d+|two|three|four|five|six|ten)\b")


def uncited_figures(site: Site) -> Iterator[Problem]:
    allowed = re.compile("|".join(site.settings.not_figures) or r"(?!)")
    for text in site.prose:
        for sentence in sentences(text) if FIGURE.search(text) else ():
            figure = FIGURE.search(allowed.sub(hide, sentence.words))
            if figure and not sentence.cited:
                message = f"'{figure[0]}' has no source — cite one in the same sentence: [@reference, where]"
                yield text.problem(message, sentence.at + figure.start())


def one_in_so_many(site: Site) -> Iterator[Problem]:
    for text in site.prose:
        for phrase in ONE_IN.finditer(text):
            yield text.problem(f"'{phrase[0]}' — say how many in 100 or in 1,000", phrase.start())


def long_texts(site: Site) -> Iterator[Problem]:
    for page in site.pages.values():
        for field, text, limit in (
            ("summary", page.summary, SUMMARY_WORDS),
            ("brief", page.brief, BRIEF_WORDS),
        ):
            if (words := len(strip(text).split())) > limit:
                yield text.problem(f"the {field} has {words} words — at most {limit}")


def long_sentences(site: Site) -> Iterator[Problem]:
    for text in on_cards(site):
        for sentence in sentences(text):
            if (words := len(sentence.words.replace("\0", "").split())) > CARD_WORDS:
                yield text.problem(f"a sentence of {words} words on a card — at most {CARD_WORDS}", sentence.at)


def on_cards(site: Site) -> Iterator[Text]:
    """Yield what the checklist's cards say."""
    for card in site.checklist.cards.values():
        yield from (card.heading, *filter(None, (card.lead, card.note)))
        yield from (text for item in card.items.values() for text in (item.text, item.source))
    for part in (site.checklist.none, site.checklist.sheet):
        yield from (part.label, part.text)
    yield from site.checklist.fields.values()


def banned_words(site: Site) -> Iterator[Problem]:
    """Words that would make the checklist sound like a medical device, wherever a text is about the checklist."""
    about_it = re.compile(r"\bchecklist\b", re.IGNORECASE)
    for text in on_cards(site):
        yield from banned_in(text, text, 0, site.settings.banned)
    for page in site.pages.values():
        whole_page = page.id in ("checklist", "index")
        for text in (page.title, page.brief, page.summary, *page.sections.values(), page.body or Text("")):
            for sentence in sentences(text) if whole_page or about_it.search(text) else ():
                if whole_page or about_it.search(sentence.words):
                    yield from banned_in(sentence.words, text, sentence.at, site.settings.banned)


def banned_in(words: str, text: Text, at: int, banned: dict[Text, Text]) -> Iterator[Problem]:
    """Yield a problem for each banned pattern in `words`, which stand at `at` in `text`."""
    for pattern, instead in banned.items():
        for word in re.finditer(rf"\b(?:{pattern})\b", words, re.IGNORECASE):
            yield text.problem(f"'{word[0]}' is never said of our checklist — {instead}", at + word.start())


RULES = [uncited_figures, one_in_so_many, long_texts, long_sentences, banned_words]
