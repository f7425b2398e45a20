"""What people are told to do, now and when it was last agreed to → each difference, with its place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from guide.content.prose import sentences
from guide.content.site import Site
from guide.content.source import Text
from guide.rules.advice_on_pages import LOST, WORD, under_headings

ORDER = "order"
# Parts of the lock that are ordered by the page, or the word, that says them.
OF_PAGES = ("said", "shown on", "found under", "asked in an emergency")
# Letters around a difference that are enough to find it.
AROUND = 60


class Difference(NamedTuple):
    """One thing that is told otherwise now: which, the words before and now (None: it was not there), and its place."""

    what: tuple[str, ...]
    old: str | None
    new: str | None
    place: Text


def differences(now: Mapping[str, Any], then: Mapping[str, Any], site: Site) -> Iterator[Difference]:
    """Yield each difference between two states of what is told. A sign that moved to another card is one."""
    yield from reworded(now["said"], then.get("said", {}), site)
    new, old = ({k: v for k, v in flat(state).items() if k[0] != "said"} for state in (now, then))
    start = site.checklist.none.label
    places = {key: value if isinstance(value, Text) else start for key, value in new.items()}
    for key, value in old.items():
        if key in new and key[-1] == ORDER:
            both = {*value.split(", ")} & {*new[key].split(", ")}
            before, after = ([name for name in words.split(", ") if name in both] for words in (value, new[key]))
            if before != after:
                yield Difference(key, ", ".join(before), ", ".join(after), places[key])
        elif key in new and str(new[key]) != str(value):
            yield Difference(key, str(value), str(new[key]), places[key])
        if key not in new and not site.broken & {*key}:  # what could not be read has a problem of its own
            near = [k for n in range(len(key) - 1, 0, -1) for k in new if k[:n] == key[:n]][:1]
            bare = key[0] in OF_PAGES and not any(k[:2] == key[:2] for k in new)  # such as a page without its cards
            spot = place(key[1], site) if bare else places[near[0]] if near else start
            yield Difference(key, str(value), None, spot)
    for key, value in new.items():
        if key not in old:
            yield Difference(key, None, str(value), places[key])


def reworded(now: Mapping[str, Any], then: Mapping[str, Any], site: Site) -> Iterator[Difference]:
    """Yield the sentences of pages that are gone, new or worded otherwise, by the heading they stand under."""
    for page in {**then, **now}:
        old, new = then.get(page, {}), now.get(page, {})
        for heading in {**old, **new}:
            before, after = [*map(str, old.get(heading, []))], new.get(heading, [])
            gone = [sentence for sentence in before if sentence not in after]
            come = [sentence for sentence in after if sentence not in before]
            if page in site.broken or before == after:
                continue  # what could not be read has a problem of its own
            if not gone and not come:
                gone, come = ["; ".join(before)], [_moved("; ".join(after), after[0])]
            for one, other in zip_longest(gone, come):
                spot = next(iter(after), None) or place(page, site, heading, one)
                yield Difference(("said", page, heading), one, other and str(other), spot if other is None else other)


def place(name: str, site: Site, heading: str = "", gone: str = "") -> Text:
    """Return where a page or a word says now what comes nearest to a sentence that is gone from under a heading.

    The file of a page that is gone is not known any more: its place is where the lock names it.
    """
    page, term = site.pages.get(name), site.glossary.get(name.removeprefix(WORD))
    if page:
        parts = {"brief": page.brief, "the summary": page.summary, "name": page.name, "headings": page.body}
        texts = parts | page.sections | (dict(under_headings(page.body)) if page.body else {})
        return nearest_to(gone, texts.get(heading) or page.title)
    if name.startswith(WORD) and term:
        return nearest_to(gone, term.means if heading == "what it means" and term.means else term.meaning)
    if name.startswith(WORD):
        return Text(" ", next(iter(site.glossary.values())).term.source)
    if name == LOST or not site.lock:
        return Text(" ", site.lost)
    return Text(name, site.lock, max(0, site.lock.text.find(f"\n    {name}:\n")) + 5)


def nearest_to(gone: str, text: Text) -> Text:
    """Return the sentence of a text that is most like one that stood there."""
    some = {one.words.strip(): one for one in sentences(text)}
    like = difflib.get_close_matches(gone, some, n=1, cutoff=0.3)
    return Text(like[0], text.source, text.offset(some[like[0]].at)) if like else text


def flat(value: Any, key: tuple[str, ...] = ()) -> dict[tuple[str, ...], str]:
    """Return the texts in `value` by their ways, signs by their ids, and the order of each mapping's keys."""
    if isinstance(value, dict):
        found: dict[tuple[str, ...], str] = {}
        for name, part in value.items():
            is_sign = key[:2] == ("checklist", "cards") and key[3:] == ("items",)
            way = ("signs", str(name)) if is_sign else (*key, str(name))
            if is_sign:
                found[*way, "card"] = _moved(key[2], name)
            found |= flat(part, way)
        if key[-1:] in (("tiers",), ("cards",), ("items",)):
            found[*key, ORDER] = _moved(", ".join(value), next(iter(value), None))
        return found
    if isinstance(value, list):
        joined = "; ".join(", ".join(one) if isinstance(one, list) else one for one in value)
        while isinstance(value, list) and value:
            value = value[0]
        return {key: _moved(joined, value)}
    return {key: value}


def _moved(words: str, place: object) -> str:
    """Return `words` as a text that stands where `place` does."""
    return Text(words, place.source, place.start) if isinstance(place, Text) else words


def shortened(old: str, new: str) -> tuple[str, str]:
    """Return two texts without what they share at their ends, so that the difference is seen."""
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - start
    end = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    start, end = max(0, start - AROUND // 2), max(0, end - AROUND // 2)
    start = old.rfind(" ", 0, start) + 1
    return _cut(old, start, end), _cut(new, start, end)


def _cut(text: str, start: int, end: int) -> str:
    return ("… " if start else "") + text[start : len(text) - end] + (" …" if end else "")
