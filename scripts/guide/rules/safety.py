"""What people are told to do, now and when it was last agreed to → a problem at each place where the two differ.

The agreed words stand in content/safety.lock.yml. `make agree` renews it, see `guide.outputs.safety_lock`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from guide.content import yaml_tree
from guide.content.memo import memoized
from guide.content.site import Site
from guide.content.source import Problem, SourceFile, Text
from guide.rules.advice import told

LOCK = "content/safety.lock.yml"
BACK = f"take the last agreed one back with: git checkout -- {LOCK}"
CHANGED = "this changes what people are told to do."
JUDGED = "this changes what we say of the evidence."
LOOSENED = "this changes what keeps false or hard words off the site, or who is said to have read it."
ORDER = "order"
# Parts of the lock that are ordered by the page, or the word, that says them.
OF_PAGES = ("said", "shown on", "found under")
# Letters around a difference that are enough to find it.
AROUND = 60


class Difference(NamedTuple):
    """One thing that is told otherwise now: which, the words before and now (None: it was not there), and its place."""

    what: tuple[str, ...]
    old: str | None
    new: str | None
    place: Text


def changed_advice(site: Site) -> Iterator[Problem]:
    """What people are told to do stays as agreed. Is a change meant? `make agree` asks why and renews the lock."""
    then, fault = agreed(site.lock)
    if fault:
        yield fault
        return
    site, gone = site.undrafted, Counter[str]()
    for one in differences(told(site), then["told"], site):
        name = " · ".join(one.what)
        if one.new is None and one.what[0] in OF_PAGES and then["told"]["said"].keys() & {one.what[1]} - _said_by(site):
            gone[one.what[1]] += 1
            continue
        if one.old is None:
            what = f"{name}: new here is '{one.new}'"
        elif one.new is None:
            what = f"{name}: '{one.old}' is gone"
        else:
            what = "{}: it was '{}', it is '{}'".format(name, *shortened(one.old, one.new))
        about = {"guards": LOOSENED, "verdicts": JUDGED}.get(one.what[0], CHANGED)
        yield one.place.problem(f"{about} {what} — undo it, or if it is meant: make agree")
    for name, count in gone.items():
        what = f"'{name}' is gone, and with it {count} things that people were told"
        yield site.checklist.none.label.problem(f"{CHANGED} {what} — bring it back, or if it is meant: make agree")


def _said_by(site: Site) -> set[str]:
    """Return who may tell people something: pages and words, as the lock calls them."""
    return {*site.pages, *(f"the word {name}" for name in site.glossary)}


@memoized
def agreed(lock: SourceFile | None) -> tuple[yaml_tree.Map, Problem | None]:
    """Return what stands in the lock, or the problem with it."""
    nothing = yaml_tree.Map()
    if lock is None:
        return nothing, Problem(LOCK, 1, 1, f"the safety lock is missing — {BACK}")
    try:
        found, doubled = yaml_tree.parse(lock)
    except yaml_tree.BrokenError as error:
        return nothing, Problem(error.problem.path, error.problem.line, error.problem.column, f"damaged — {BACK}")
    whole = isinstance(found.get("told"), yaml_tree.Map) and isinstance(found.get("agreed"), yaml_tree.Seq)
    if doubled or not whole or found.get("seal") != seal(found["told"], found["agreed"]):
        return nothing, lock.problem(f"the safety lock was changed by hand, only `make agree` writes it — {BACK}")
    return found, None


def seal(said: Any, log: Any) -> str:
    """Return what shows that the lock was written by the command, and not by hand."""
    return hashlib.sha256(json.dumps([said, log], ensure_ascii=False).encode()).hexdigest()


def differences(now: Mapping[str, Any], then: Mapping[str, Any], site: Site) -> Iterator[Difference]:
    """Yield each difference between two states of what is told. A sign that moved to another card is one."""
    yield from reworded(now["said"], then.get("said", {}), site)
    new, old = ({k: v for k, v in flat(state).items() if k[0] != "said"} for state in (now, then))
    start = site.checklist.none.label
    place = {key: value if isinstance(value, Text) else start for key, value in new.items()}
    for key, value in old.items():
        if key in new and key[-1] == ORDER:
            both = {*value.split(", ")} & {*new[key].split(", ")}
            before, after = ([name for name in words.split(", ") if name in both] for words in (value, new[key]))
            if before != after:
                yield Difference(key, ", ".join(before), ", ".join(after), place[key])
        elif key in new and str(new[key]) != str(value):
            yield Difference(key, str(value), str(new[key]), place[key])
        if key not in new and not site.broken & {*key}:  # what could not be read has a problem of its own
            near = [k for n in range(len(key) - 1, 0, -1) for k in new if k[:n] == key[:n]][:1]
            bare = site.pages.get(key[1]) if key[0] == "shown on" else None  # a page that lost all of its cards
            spot = bare.title if bare else place[near[0]] if near else start
            yield Difference(key, str(value), None, spot)
    for key, value in new.items():
        if key not in old:
            yield Difference(key, None, str(value), place[key])


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
            spot = next(iter(after), site.pages[page].title if page in site.pages else site.checklist.none.label)
            for one, other in zip_longest(gone, come):
                yield Difference(("said", page, heading), one, other and str(other), spot if other is None else other)


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


RULES = [changed_advice]
