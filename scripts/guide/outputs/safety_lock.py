"""Site, reason and source → the safety lock renewed: what changed in it, most urgent first, and the files to write."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import yaml

from guide.content.prose import plain_text
from guide.content.site import Site
from guide.content.source import nearest
from guide.content.web_address import WEB
from guide.pages.format import day
from guide.rules.advice import CODE, told
from guide.rules.advice_on_pages import LOST, WORD
from guide.rules.differences import Difference, differences
from guide.rules.safety import agreed, seal

HEAD = """\
# What people are told to do, as it was last agreed to: check and build stop where the content says otherwise.
# Read it in a pull request line by line. Never edit it: `make agree` writes it, shows what changes and asks why.
"""
OWN = "our own careful choice"
MOST_NAMED = 6  # in the list of changes, which people read in one breath: the lock of that day names every one
FEWEST = 3  # words of a reason: one alone, such as "update", gives none


def changes(site: Site) -> list[Difference]:
    """Return what is told otherwise than agreed. Without a lock all of it is new."""
    then, _ = agreed(site.lock)
    return list(differences(told(site), then.get("told", {}), site.undrafted))


def report(site: Site) -> list[str]:
    """Return the lines to read before agreeing: warnings first, then each change, the most urgent sign first."""
    then, _ = agreed(site.lock)
    before, now = speeds(then.get("told", {})), speeds(told(site))
    tiers = list(site.settings.tiers)
    old_tiers = list(then.get("told", {}).get("tiers", tiers))
    lines = []
    for sign, tier in sorted(before.items(), key=lambda one: _place(one[1], old_tiers)):
        if sign not in now:
            lines.append(f"!! LESS URGENT: the sign '{sign}' ({tier}) is on no card any more")
        elif _place(now[sign], tiers) > _place(tier, old_tiers):
            lines.append(f"!! LESS URGENT: the sign '{sign}' was '{tier}' and is now '{now[sign]}'")

    def urgency(one: Difference) -> tuple[int, tuple[str, ...]]:
        sign = one.what[1] if one.what[0] == "signs" else ""
        card = site.checklist.cards.get(one.what[2]) if one.what[:2] == ("checklist", "cards") else None
        tier = before.get(sign) or now.get(sign) or (card.tier if card else "")
        return (0 if one.what[0] == "emergency line" else 1 + _place(tier, old_tiers), one.what)

    for one in sorted(changes(site), key=urgency):
        lines += [" · ".join(one.what), f"   - {one.old or '(nothing)'}", f"   + {one.new or '(nothing)'}"]
    return lines


def speeds(said: dict[str, Any]) -> dict[str, str]:
    """Return the tier of each sign by its id."""
    cards = said.get("checklist", {}).get("cards", {}).values()
    return {str(sign): str(card["tier"]) for card in cards for sign in card["items"]}


def _place(tier: str, tiers: Sequence[str]) -> int:
    return tiers.index(tier) if tier in tiers else len(tiers)


def refused(reason: str, source: str, site: Site) -> str | None:
    """Return why a reason or a source can't stand in the change log, or None."""
    if len(reason.split()) < FEWEST:
        return f"the reason has fewer than {FEWEST} words — say why people are to be told something else"
    if odd := re.search(r"[<>\[\]{}|*_`\\#\n]", reason):
        return f"the reason holds {odd[0]!r}, which the list of changes would not show — use plain words"
    if not named(source):
        return f"the source is empty — give an id from content/references.yml, a web address, or '{OWN}'"
    for name in named(source):
        if name.lower() != OWN and name not in site.references and not WEB.fullmatch(name):
            return f"no source '{name}' — {nearest(name, site.references)}, or give a web address, or '{OWN}'"
    return None


def named(source: str) -> list[str]:
    """Return the sources in "a; @b;", each by its id or address."""
    return [name for one in source.split(";") if (name := one.strip().removeprefix("@"))]


def lock(site: Site, today: dt.date, reason: str, source: str) -> str:
    """Return the lock's new text, with this agreement at the end of its log.

    Each change is named for this agreement only: what was agreed to before stands in the lock's history, and would fill
    the file until it can't be read.
    """
    then, _ = agreed(site.lock)
    lines = [f"{' · '.join(one.what)}: {one.old or '(nothing)'} → {one.new or '(nothing)'}" for one in changes(site)]
    if not then:
        lines = ["a new lock: all that is told below"]
    entry = {"day": today.isoformat(), "reason": reason, "source": source, "changes": lines}
    before = [
        {key: value for key, value in old.items() if key != "changes"} for old in _strings(then.get("agreed", []))
    ]
    log = [*before, entry]
    said = _strings(told(site))
    whole = {"seal": seal(said, log), "agreed": log, "told": said}
    # A line for each text, however long: so that a pull request shows which one changed.
    return HEAD + yaml.dump(whole, Dumper=_Lines, sort_keys=False, allow_unicode=True, width=float("inf"))


class _Lines(yaml.SafeDumper):
    """Writes a text of several lines as such: in quotes its line ends would be folded."""


_Lines.add_representer(
    str, lambda d, text: d.represent_scalar("tag:yaml.org,2002:str", text, "|" if "\n" in text else None)
)


def _strings(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _strings(part) for key, part in value.items()}
    return [_strings(part) for part in value] if isinstance(value, list) else str(value)


def changelog(site: Site, today: dt.date, reason: str, source: str) -> str:
    """Return CHANGELOG.md with a line on this change below the heading of the day."""
    names = list(dict.fromkeys(subject(one, site) for one in changes(site)))
    sources = "; ".join(_shown(name, site) for name in named(source))
    many = f"{len(names)} places. The history of the code names each"
    about = f"{many if len(names) > MOST_NAMED else '; '.join(names)}. Why: {reason.rstrip('.')}. Source: {sources}"
    line = f"What people are told to do has changed: {about}.\n"
    heading = f"\n## {day(today)}\n"
    start, found, rest = site.changes.partition(heading)
    if found:
        end = rest.find("\n## ")
        section, others = (rest, "") if end < 0 else (rest[:end], rest[end:])
        return f"{start}{found}{section.rstrip()}\n\n{line}{others}"
    start, found, rest = site.changes.partition("\n## ")
    return f"{start}{heading}\n{line}{found}{rest}"


def _shown(source: str, site: Site) -> str:
    """Return a source as the list of changes names it."""
    found = site.references.get(source)
    return f"{found.title} ({found.URL})" if found else source


# What a reader calls each part of what is told, where no one thing in it can be named.
PARTS = {
    "emergency line": "the emergency line",
    "tiers": "what each speed means",
    "audiences": "for whom the cards are",
    "notes of kinds": "the line at the top of pages",
    "numbers": "the emergency numbers",
    "called first": "which number to call comes first",
    "ambulance numbers": "the numbers of ambulances",
    "shown on": "where cards stand",
    "kinds of pages": "the headings of pages and of lists",
    "labels": "what figures and evidence are called",
    CODE: "what the site itself says",
    "pictures": "the words at pictures",
    "where sources differ": "what we follow where sources differ",
    "found under": "in which words pages are searched",
    "asked in an emergency": "where questions are answered",
    "searched as the same": "which words are searched as the same",
    "how the search goes": "what the search leaves out or shows last",
    "searched in an emergency": "in which words the emergency signs are searched",
    "searched, and no emergency": "in which words no emergency sign is searched",
    "verdicts": "what we say of the article's claims",
    "guards": "what keeps false or hard words off the site",
    "checklist": "the words around the cards",
    "leaflets": "the leaflets",
}


def subject(one: Difference, site: Site) -> str:
    """Return what a change is about, in a reader's words."""
    part, of, name, *_ = (*one.what, "", "")
    if part == "signs":
        now = next((item.text for name, item in site.checklist.items if name == of), None)
        return f"the sign “{plain_text(now)}”" if now else f"a sign taken off the cards, “{of}”"
    if part == "said" and (page := site.pages.get(of)):
        return f"the page “{plain_text(page.title)}”"
    if part == "said":
        if of == LOST:
            return LOST
        term = site.glossary.get(of.removeprefix(WORD))
        return f"the word “{term.term}”" if term else f"what is gone, “{of}”"
    if (part, of) == ("checklist", "cards"):
        card = site.checklist.cards.get(name)
        return f"the card “{plain_text(card.heading)}”" if card else "the cards"
    if (part, of) == ("leaflets", "lines") and (line := site.leaflets.lines.get(name)):
        return f"the line “{plain_text(line.text)}”"
    if (part, of) == ("leaflets", "leaflets") and (leaflet := site.leaflets.leaflets.get(name)):
        return f"the leaflet “{plain_text(leaflet.label)}”"
    return PARTS.get(part, "what the safety lock holds")  # of an older lock
