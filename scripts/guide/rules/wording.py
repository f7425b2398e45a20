"""Rules for prose: each is a small function that yields a problem for every text that breaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from guide.content.prose import Sentence, plain_text, sentences
from guide.content.site import Site, prose_in, texts_in
from guide.content.source import Problem, Text
from guide.rules.hints import Phrases, suspects
from guide.rules.markup import hide
from guide.rules.normalise import readings, spaced, span, whole
from guide.rules.numbers import ONES, TEENS, TENS, numbers
from guide.rules.said import vocabulary

# Limits from the design: a summary is read in one breath, a brief in one glance at a list.
SUMMARY_WORDS = 60
BRIEF_WORDS = 20
# On a card, by the design: who is frightened reads short sentences only.
CARD_WORDS = 20
# People misjudge "1 in 5" beside "1 in 8", because they compare the 5 with the 8. "X in 100" has one measure.
ONE_IN = re.compile(
    rf"\b(?:1|one|a) (?:in|out of|of every) (?:every )?(?!1,000|100\b)(?:\d+|{ONES}|ten|{TEENS}|{TENS}|a dozen)\b",
    re.IGNORECASE,
)
# How many, or how much. A number alone may be an age or a number to call, and stand in a title.
AMOUNT = re.compile(
    r"\d[\d,.]* ?(?:%|per ?cent|[cmk]?m\b|[mµk]?g\b|ml\b|°|(?:in|of|out of|to|or|-) (?:every )?\d|times\b"
    r"|(?:year|month|week|day|hour|minute)s?\b)"
)

SOOTHES = "reassures, and nobody can know it from here"
# Before a promise: the sentence denies it.
DENIES = re.compile(r"\b(?:not|no|none|nor|neither|never|nothing|cannot|hardly|without|alone|unless|whether)\b|n't\b")


def uncited_numbers(site: Site) -> Iterator[Problem]:
    """A figure, in digits or in words, and its source stand in one sentence."""
    allowed = re.compile("|".join(site.settings.not_figures) or r"(?!)")
    lines = {id(line.text) for line in site.leaflets.lines.values()}  # their signs are cited: see `leaflets`
    for text in site.prose:
        for sentence in sentences(text) if id(text) not in lines else ():
            words = "" if sentence.cited else spaced(sentence.words)
            if found := numbers(allowed.sub(hide, words)):
                at, written = span(words, found[0], sentence.words)
                message = f"'{written}' has no source — cite one in the same sentence: [@reference, where]"
                yield text.problem(message, sentence.at + at)


def figures_in_names(site: Site) -> Iterator[Problem]:
    """A title, a name, a topic and a brief hold no figure, for no source can stand there: say it in the summary."""
    allowed = re.compile("|".join(site.settings.not_figures) or r"(?!)")
    texts = [text for page in site.pages.values() for text in (page.title, page.name, page.brief)]
    for text in [*texts, *(row.topic for row in site.disagreements.values())]:
        words = allowed.sub(hide, spaced(text))
        for found in numbers(words):
            if not any(map(str.isdigit, found[0])) or AMOUNT.match(words, found.start()):
                at, written = span(words, found, text)
                yield text.problem(f"'{written}' has no source, and none can stand here — say it in the summary", at)
                break


def one_in_so_many(site: Site) -> Iterator[Problem]:
    """A share is said in one way, which people compare best: write how many in 100 or in 1,000, never 1 in so many."""
    for text in site.prose:
        words = spaced(text)
        for phrase in ONE_IN.finditer(words):
            at, written = span(words, phrase, text)
            yield text.problem(f"'{written}' — say how many in 100 or in 1,000", at)


def long_texts(site: Site) -> Iterator[Problem]:
    """A summary and a brief are short, for they are read first and in lists: cut what the page says anyway."""
    for page in site.pages.values():
        for field, text, limit in (
            ("summary", page.summary, SUMMARY_WORDS),
            ("brief", page.brief, BRIEF_WORDS),
        ):
            if (words := len(plain_text(text).split())) > limit:
                yield text.problem(f"the {field} has {words} words — at most {limit}")


def long_sentences(site: Site) -> Iterator[Problem]:
    """A sentence on a card is short, for it is read in fear: make two of it."""
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
    yield from texts_in(site.leaflets)


def banned_words(site: Site) -> Iterator[Problem]:
    """Words that would make the checklist sound like a medical device, wherever a text is about the checklist."""
    settings = site.settings
    labels = [entry.label for words in (settings.tiers, settings.audiences) for entry in words.values()]
    for text in [*on_cards(site), *labels, settings.emergency, settings.emergency_more, settings.name]:
        yield from banned_in(text, text, 0, settings.banned)
    speaking = [page for page in site.pages.values() if page.id in ("checklist", "index")]
    about = {id(text) for page in speaking for text in (page.title, page.name, *page.also, page.brief, *prose_in(page))}
    guards = (settings.ours, settings.soothing, settings.denied, settings.banned, settings.not_figures)
    advice = {id(why) for words in guards for why in words.values()}
    ours = whole(tuple(settings.ours))
    for text in suspected(site)[0]:
        if id(text) not in advice:
            for sentence in sentences(text):
                if id(text) in about or ours.search(spaced(sentence.words).lower()):
                    yield from banned_in(sentence.words, text, sentence.at, settings.banned)


def false_comfort(site: Site) -> Iterator[Problem]:
    """Words that tell a reader that all is well, which nobody can know from here: say what is known, and its source."""
    settings = site.settings
    skipped = {
        id(instead) for words in (settings.soothing, settings.denied, settings.banned) for instead in words.values()
    }
    for text in suspected(site)[1]:
        for sentence in sentences(text) if id(text) not in skipped else ():
            yield from banned_in(sentence.words, text, sentence.at, settings.soothing, SOOTHES)
    for text in suspected(site)[2]:
        for sentence in sentences(text) if id(text) not in skipped else ():
            if not _asks_or_reports(sentence, site):
                yield from banned_in(sentence.words, text, sentence.at, settings.denied, SOOTHES, DENIES)


def _asks_or_reports(sentence: Sentence, site: Site) -> bool:
    return sentence.words.rstrip('\0 \n*”")').endswith("?") or vocabulary(site).reports(sentence)


@lru_cache(maxsize=2)
def suspected(site: Site) -> list[list[Text]]:
    """Return the texts that may hold a banned word, with one that soothes, and with one that promises."""
    return suspects(ours_only(site), site.settings.banned, site.settings.soothing, site.settings.denied)


@lru_cache(maxsize=2)  # all of them, and those of changed files
def ours_only(site: Site) -> tuple[Text, ...]:
    """Return all texts but what others chose: titles, names and addresses of their works, and what people ask."""
    works = site.references.values()
    theirs = {id(text) for one in works for text in (one.title, one.container_title, one.publisher, one.URL, one.DOI)}
    theirs |= {id(words) for words in texts_in(site.search)}
    theirs |= {id(words) for page in site.pages.values() for ask in page.asks for words in ask.words}
    return tuple(text for text in site.texts if id(text) not in theirs)


def banned_in(
    words: str,
    text: Text,
    at: int,
    banned: dict[Text, Text],
    why: str = "is never said of our checklist",
    unless: re.Pattern[str] = re.compile(r"(?!)"),
) -> Iterator[Problem]:
    """Yield a problem for each banned pattern in `words`, which stand at `at` in `text`, however they may be read.

    One behind words that `unless` finds is none.
    """
    found: dict[int, str] = {}
    several = [reading.lower() for reading in readings(words)]
    near = [*_phrases(tuple(banned.items())).near(several[0])]  # all have the same letters
    for reading in several:
        for pattern, instead in near:
            for word in pattern.finditer(reading):
                if unless.search(reading, 0, word.start()):
                    continue
                start, written = span(reading, word, words)
                found.setdefault(at + start, f"'{written}' {why} — {instead}")
    for start, message in sorted(found.items()):
        yield text.problem(message, start)


@cache
def _phrases(banned: tuple[tuple[Text, Text], ...]) -> Phrases[Text]:
    return Phrases(([pattern], instead) for pattern, instead in banned)


RULES = [uncited_numbers, figures_in_names, one_in_so_many, long_texts, long_sentences, banned_words, false_comfort]
