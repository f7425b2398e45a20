"""Bad examples for the rules in `guide.rules.countries`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

NUMBERS = "content/ambulance-numbers.yml"
SITE = "content/site.yml"
FRANCE = "fr: {place: France, ambulance: 112 or 15}"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "callless_home",
        {
            "content/site.yml": ("description:", "country: fr\ndescription:"),
            "content/ambulance-numbers.yml": ("ambulance: 112 or 15", "unknown: no list has one"),
        },
        [
            "content/site.yml:4:10: no number for an ambulance in 'France' — "
            "add it in emergency-numbers.yml, or take it out"
        ],
    ),
    (
        "missing_countries",
        {SITE: ("[gb, fr]", "[gb, fr, de]")},
        [f"{SITE}:40:21: 'de' has no line in ambulance-numbers.yml — add it: its numbers, or 'unknown' and why"],
    ),
    (
        "missing_countries",
        {SITE: ("[gb, fr]", "[gb, fr, gb]")},
        [f"{SITE}:40:21: 'gb' stands twice in this list — keep one"],
    ),
    (
        "missing_countries",
        {SITE: ("[gb, fr]", "[gb]")},
        [f"{NUMBERS}:7:3: 'fr' is no code of a country in site.yml — use one of: gb"],
    ),
    (
        "numberless_countries",
        {NUMBERS: (", ambulance: 112 or 15", "")},
        [
            f"{NUMBERS}:7:15: no number for 'France' — write 'ambulance', 'others' or 'second', or 'unknown' and why",
        ],
    ),
    (
        "numberless_countries",
        {NUMBERS: ("112 or 15", "112 or 15, unknown: Nobody knows")},
        [f"{NUMBERS}:7:54: 'France' has two answers — keep the one that is right"],
    ),
    (
        "numberless_countries",
        {NUMBERS: ('ambulance: "999"', 'unknown: Nobody knows, second: "999"')},
        [f"{NUMBERS}:6:63: stands behind 'ambulance' or 'others' only — take it out, or write one"],
    ),
    (
        "long_numbers",
        {NUMBERS: ("112 or 15", "112 or 1515151")},
        [f"{NUMBERS}:7:41: '1515151' has more than 6 digits — look again, or write it in groups"],
    ),
    (
        "undiallable_numbers",
        {NUMBERS: ("112 or 15", "112/15")},
        [
            f"{NUMBERS}:7:34: '112/15' can't be dialled — write each number by itself, a comma or 'or' behind it, "
            "and other figures in words: 811, day and night"
        ],
    ),
    (
        "undiallable_numbers",
        {NUMBERS: ("112 or 15", "nobody knows")},
        [f"{NUMBERS}:7:34: no number to call — write one in digits, such as 112 or 999"],
    ),
    (
        "doubled_labels",  # a country twice, under two codes
        {NUMBERS: (FRANCE, FRANCE.replace("France", "United Kingdom"))},
        [f"{NUMBERS}:7:15: 'United Kingdom' stands for something else here already — choose other words"],
    ),
    (
        "unknown_ids",
        {NUMBERS: ('ambulance: "999"', "listed: us")},
        [f"{NUMBERS}:6:39: 'us' is not in emergency-numbers.yml — use one of: uk"],
    ),
]
