"""Bad examples for the rules in `guide.rules.cases`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

CASES_FILE = "tests/cases.yml"
SITE = "content/site.yml"
CHECKLIST = "content/checklist.yml"
CHILL = "      chill:\n        text: Chill\n        source: A trial [@smith-2020]\n        signs: [mri]\n      fever:"
HARMLESS = (
    "V3: {who: A gardener, what: An ache, audiences: [], signs: [legs], tier: today, soonest: today, source: Ours}\n"
)


def readers(**edits: str) -> str:
    """Two readers, one for each tier, with some words changed."""
    text = (
        "V1: {who: A reader, what: Weak legs, audiences: [], signs: [legs], tier: now, soonest: now, source: Ours}\n"
        "V2: {who: Another, what: Fever, audiences: [], signs: [fever], tier: today, soonest: today, source: Ours}\n"
    )
    for old, new in edits.items():
        text = text.replace(old, new)
    return text


CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unknown_ids",
        {CASES_FILE: readers(**{"legs]": "leg]", "tier: today": "tier: tomorrow"})},
        [
            "content/checklist.yml:7:7: no reader in tests/cases.yml has 'legs' with 'now' as the "
            "slowest that is right — add one",
            "content/checklist.yml:12:11: no reader in tests/cases.yml has 'today' — add one",
            "content/checklist.yml:16:7: no reader in tests/cases.yml has 'fever' with 'today' as the "
            "slowest that is right — add one",
            "tests/cases.yml:1:61: 'leg' is not in the checklist — did you mean 'legs'?",
            "tests/cases.yml:2:70: 'tomorrow' is not in site.yml — use one of: now, today",
        ],
    ),
    (
        "unread_signs",
        {CASES_FILE: readers(), "content/leaflets.yml": ("signs: [fever]", "signs: [legs]")},
        [
            "content/checklist.yml:16:7: no line of the leaflet 'checklist' says 'fever' as urgently as 'today' — add "
            "it to the signs of a line there, in leaflets.yml",
            "tests/cases.yml:2:56: no line for the reader V2 (Another) says 'fever' — add it to a line of checklist in "
            "leaflets.yml",
        ],
    ),
    (
        "late_signs",
        {CASES_FILE: readers(**{"today": "now"})},
        [
            "content/checklist.yml:12:11: no reader in tests/cases.yml has 'today' — add one",
            "content/checklist.yml:16:7: no reader in tests/cases.yml has 'fever' with 'today' as the "
            "slowest that is right — add one",
            "tests/cases.yml:2:56: the reader V2 (Another) needs 'now', and the card with 'fever' says "
            "'today' — move the sign to a more urgent card",
        ],
    ),
    (
        "late_signs",
        {
            CASES_FILE: readers(),
            SITE: ("  anyone: {label: Anyone}", "  anyone: {label: Anyone}\n  old: {label: Old}"),
            CHECKLIST: ("tier: today\n    audience: anyone", "tier: today\n    audience: old"),
            "content/leaflets.yml": ("audiences: [anyone]", "audiences: [anyone, old]"),
        },
        [
            "content/checklist.yml:13:15: no reader in tests/cases.yml has 'old' — add one",
            "tests/cases.yml:2:56: the reader V2 (Another) finds 'fever' only on a card for 'old' — "
            "mend the card or the audiences",
        ],
    ),
    (
        "hurried_signs",
        {CASES_FILE: readers() + HARMLESS},
        [
            "tests/cases.yml:3:61: 'legs' sends the reader V3 (A gardener) 'now', and 'today' is the soonest "
            "that is right — give the sign a limit, or take it off this reader",
        ],
    ),
    (
        "hurried_signs",
        {CASES_FILE: readers(**{"soonest: now": "soonest: today"})},
        [
            "tests/cases.yml:1:61: 'legs' sends the reader V1 (A reader) 'now', and 'today' is the soonest "
            "that is right — give the sign a limit, or take it off this reader",
            "tests/cases.yml:1:88: the reader V1 (A reader) has 'today' as the soonest that is right, and 'now' "
            "as the slowest — swap them",
        ],
    ),
    (
        "unheard_readers",
        {CASES_FILE: readers().splitlines()[0] + "\n"},
        [
            "content/checklist.yml:12:11: no reader in tests/cases.yml has 'today' — add one",
            "content/checklist.yml:16:7: no reader in tests/cases.yml has 'fever' with 'today' as the "
            "slowest that is right — add one",
        ],
    ),
    (
        "unguarded_signs",
        {
            CASES_FILE: readers() + HARMLESS.replace("today", "now"),
            CHECKLIST: ("      fever:", CHILL),
            "content/leaflets.yml": ("signs: [fever]", "signs: [fever, chill]"),
        },
        [
            "content/checklist.yml:16:7: no reader in tests/cases.yml has 'chill' with 'today' as the "
            "slowest that is right — add one",
        ],
    ),
]
