"""Bad examples for the rules in `guide.rules.leaflets`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

LEAFLETS = "content/leaflets.yml"
CHECKLIST = "content/checklist.yml"
SITE = "content/site.yml"
SEARCH = "content/search.yml"
TEXT = mini.FILES[LEAFLETS]
NOW = TEXT[TEXT.index("      - tier: now") : TEXT.index("      - tier: today")]
COLD = '  cold: {text: "**Cold**", signs: [fever]}\n  hot:'
LATER = (
    "audiences:",
    "  soon: {label: S, step: S, ring: soon, seen: soon, source: Ours}\n"
    "  visit: {label: V, step: V, ring: late, seen: late, source: Ours}\naudiences:",
)

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unlined_signs",
        {LEAFLETS: ("signs: [fever]", "signs: [legs]")},
        [
            "content/checklist.yml:16:7: no line of the leaflet 'checklist' says 'fever' as urgently as "
            "'today' — add it to the signs of a line there, in leaflets.yml",
        ],
    ),
    (
        "unread_cards",
        {
            SITE: ("anyone: {label: Anyone}", "anyone: {label: Anyone}\n  child: {label: Under 18}"),
            CHECKLIST: mini.FILES[CHECKLIST].replace("today\n    audience: anyone", "today\n    audience: child"),
        },
        [
            "content/checklist.yml:13:15: no leaflet is for 'child' — add it to the audiences of one, in leaflets.yml",
        ],
    ),
    (
        "slow_lines",
        {
            LEAFLETS: TEXT.replace("[weak]}", "[hot]}").replace(
                "[hot]}]\n    pocket: [weak]", "[weak]}]\n    pocket: [weak]"
            ),
            SEARCH: ("weak:", "hot:"),
        },
        [
            "content/checklist.yml:7:7: no line of the leaflet 'checklist' says 'legs' as urgently as 'now' "
            "— add it to the signs of a line there, in leaflets.yml",
            "content/leaflets.yml:16:40: 'weak' stands under 'today' in 'checklist', and its sign 'legs' is "
            "'now' — move it to a more urgent card",
        ],
    ),
    (
        "lost_lines",
        {LEAFLETS: ("lines: [hot]", "lines: [hot, hot]")},
        [
            "content/leaflets.yml:16:45: 'hot' stands in 'checklist' already — keep one",
        ],
    ),
    (
        "lost_lines",
        {LEAFLETS: ("  hot:", COLD)},
        [
            "content/leaflets.yml:3:3: 'cold' stands on no leaflet — add it to one, or take it out",
        ],
    ),
    (
        "lost_lines",
        {LEAFLETS: TEXT.replace("  hot:", COLD).replace("pocket: [weak]", "pocket: [weak, cold]")},
        [
            "content/leaflets.yml:3:3: 'cold' stands on no leaflet — add it to one, or take it out",
            "content/leaflets.yml:18:20: 'cold' is on the card to carry but on no card of 'checklist' — take it out",
        ],
    ),
    (
        "lost_lines",
        {"docs/checklist.md": ("{{ leaflet checklist }}", "Words.")},
        [
            "content/leaflets.yml:5:3: the page 'checklist' does not show it — write {{ leaflet checklist "
            "}} in its file",
        ],
    ),
    (
        "stray_leaflets",
        {"docs/index.md": ("Hello.", "{{ leaflet checklist }}")},
        [
            "docs/index.md:11:1: the leaflet of another page — link to that page, and take it out here",
        ],
    ),
    (
        "endless_leaflets",
        {LEAFLETS: ("tier: today", "tier: now"), SEARCH: ("weak:", "hot: [boiling]\n  weak:")},
        [
            "content/leaflets.yml:10:15: the cards of 'checklist' are out of order — the most urgent first, "
            "each tier once",
            "content/leaflets.yml:13:15: 'now' is the id of something else on the page 'checklist' — choose another",
        ],
    ),
    (
        "endless_leaflets",
        {
            LEAFLETS: TEXT.replace(NOW, "").replace("pocket: [weak]", "pocket: [hot]"),
            SEARCH: ("emergency:\n  weak: [legs gone]", "emergency: {}"),
        },
        [
            "content/checklist.yml:7:7: no line of the leaflet 'checklist' says 'legs' as urgently as 'now' "
            "— add it to the signs of a line there, in leaflets.yml",
            "content/leaflets.yml:2:3: 'weak' stands on no leaflet — add it to one, or take it out",
            "content/leaflets.yml:10:15: 'checklist' does not begin with 'now' — add that card",
        ],
    ),
    (
        "endless_leaflets",
        {SITE: LATER},
        [
            "content/leaflets.yml:13:15: 'checklist' ends with 'today' — add a card of 'soon' or 'visit'",
        ],
    ),
    (
        "long_lines",
        {LEAFLETS: ("or shivers", "or shivers. " + "It is a line of words. " * 5 + "It is long")},
        [
            "content/leaflets.yml:3:16: a line of 36 words — at most 28",
        ],
    ),
    (
        "long_lines",
        {LEAFLETS: ("**Fever** or shivers", "Fever or shivers")},
        [
            "content/leaflets.yml:3:16: a line begins with bold words — write the telling words between two **",
        ],
    ),
    (
        "linked_lines",
        {LEAFLETS: ("**Weak legs**", "**Weak legs** [@smith-2020]")},
        [
            f"{LEAFLETS}:2:17: '2020' stands in none of its signs — write what they say",
            f"{LEAFLETS}:2:31: a link or a source within a line — take it out: its signs have them",
        ],
    ),
    *[
        (
            "linked_lines",
            {LEAFLETS: ("**Weak legs**", f"**Weak legs** {mark}")},
            [f"{LEAFLETS}:2:31: a link or a source within a line — take it out: its signs have them"],
        )
        for mark in ("[[mri]]", "[[mri|this scan]]")
    ],
    (
        "taken_names",
        {LEAFLETS: TEXT.replace("hot", "reset")},
        [
            "content/leaflets.yml:3:3: 'reset' is the name of something else on the leaflet — choose another",
        ],
    ),
    (
        "taken_names",
        {LEAFLETS: TEXT.replace("hot", "none")},
        [
            "content/leaflets.yml:3:3: 'none' is the name of something else on the leaflet — choose another",
        ],
    ),
    (
        "taken_names",
        {LEAFLETS: TEXT.replace("hot", "print")},
        [
            "content/leaflets.yml:3:3: 'print' is the name of something else on the leaflet — choose another",
        ],
    ),
    (
        "taken_names",
        {LEAFLETS: TEXT.replace("hot", "copy")},
        [
            "content/leaflets.yml:3:3: 'copy' is the name of something else on the leaflet — choose another",
        ],
    ),
    (
        "taken_names",
        {LEAFLETS: TEXT.replace("hot", "started")},
        [
            "content/leaflets.yml:3:3: 'started' is the name of something else on the leaflet — choose another",
        ],
    ),
    (
        "own_clocks",
        {LEAFLETS: ("heading: Call now", "heading: Call now\n        clocks: Call when you like.")},
        ["content/leaflets.yml:12:17: 'now' has its clocks in site.yml — take these out"],
    ),
    (
        "new_figures",
        {LEAFLETS: ("**Fever** or shivers", "**Fever** for three days")},
        [
            "content/leaflets.yml:3:16: '3' stands in none of its signs — write what they say",
        ],
    ),
]
