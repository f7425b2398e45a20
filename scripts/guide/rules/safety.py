"""What people are told to do, now and when it was last agreed to → a problem at each place where the two differ.

The agreed words stand in content/safety.lock.yml. `make agree` renews it, see `guide.outputs.safety_lock`.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from guide.content.load import LOCK as LOCK
from guide.content.memo import memoized
from guide.content.site import Site
from guide.content.source import Problem, SourceFile
from guide.content.yaml_errors import CONFLICT
from guide.rules.advice import told
from guide.rules.advice_on_pages import LOST, WORD
from guide.rules.differences import OF_PAGES, differences, place, shortened

BACK = f"take the last agreed one back with: git checkout -- {LOCK}"
MEET = f"two branches meet here — take the lock of one whole: git checkout --ours {LOCK}, then: make agree"
# Where both sides of a meeting were kept and committed, that does nothing.
MERGED = f"{BACK} — or after a merge, that of one branch whole: git checkout BRANCH -- {LOCK}, then: make agree"
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
CHANGED = "this changes what people are told to do."
JUDGED = "this changes what we say of the evidence."
LOOSENED = "this changes what keeps false or hard words off the site, or who is said to have read it."


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
        yield place(name, site).problem(f"{CHANGED} {what} — bring it back, or if it is meant: make agree")


def _said_by(site: Site) -> set[str]:
    """Return who may tell people something: pages and words, as the lock calls them."""
    return {*site.pages, LOST, *(f"{WORD}{name}" for name in site.glossary)}


@memoized
def agreed(lock: SourceFile | None) -> tuple[dict[str, Any], Problem | None]:
    """Return what stands in the lock, or the problem with it."""
    if lock is None:
        return {}, Problem(LOCK, 1, 1, f"the safety lock is missing — {BACK}")
    if meeting := CONFLICT.search(lock.text):
        return {}, lock.problem(MEET, meeting.start())
    try:
        found = yaml.load(lock.text, LOADER)  # noqa: S506  # texts only, which need no place: they are a program's
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return {}, lock.problem(f"damaged — {BACK}", mark.index if mark else 0)
    whole = isinstance(found, dict) and isinstance(found.get("told"), dict) and isinstance(found.get("agreed"), list)
    if not whole or found.get("seal") != seal(found["told"], found["agreed"]):
        return {}, lock.problem(f"the safety lock was changed by hand, only `make agree` writes it — {MERGED}")
    return found, None


def seal(said: Any, log: Any) -> str:
    """Return what shows that the lock was written by the command, and not by hand."""
    return hashlib.sha256(json.dumps([said, log], ensure_ascii=False).encode()).hexdigest()


RULES = [changed_advice]
