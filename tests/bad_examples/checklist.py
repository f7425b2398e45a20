"""Bad examples for the rules in `guide.rules.checklist`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

CHECKLIST = "content/checklist.yml"
COUGH = (
    mini.FILES["content/tests/mri.yml"].replace("MRI scan", "Cough").replace("group: scans\n", "").partition("asks:")[0]
)
COUGH = COUGH.replace("shows:", "feels:").replace("magnet", "cough").replace("It finds 9", "It finds 8")

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "misplaced_cards",
        {
            CHECKLIST: mini.FILES[CHECKLIST].replace("tier: today", "tier: now").replace("tier: now", "tier: today", 1),
            "content/leaflets.yml": ("signs: [legs]", "signs: [legs, fever]"),
        },
        [f"{CHECKLIST}:12:11: a card of 'now' stands behind a less urgent one — move it up"],
    ),
    (
        "misplaced_cards",
        {CHECKLIST: ("      fever:", "      legs:"), "content/leaflets.yml": ("signs: [fever]", "signs: [legs]")},
        [
            f"{CHECKLIST}:7:7: the sign 'legs' stands in another card too — give each its own id",
            f"{CHECKLIST}:16:7: the sign 'legs' stands in another card too — give each its own id",
        ],
    ),
    (
        "cardless_signs",
        {
            "content/site.yml": (
                "kinds:\n",
                "kinds:\n  signs: {folder: signs, label: Signs, sections: {feels: {label: Feels}}}\n",
            ),
            "content/signs/cough.yml": COUGH,
            "docs/signs.md": mini.FILES["docs/tests/index.md"]
            .replace("All tests", "Each one")
            .replace("tests", "signs")
            .replace("Tests", "Signs")
            .replace("all tests", "all signs"),
        },
        [
            "content/signs/cough.yml:1:8: no card names 'cough' — add it under 'signs' of its item on the checklist",
            "docs/signs.md:2:8: nothing links to 'signs' — link it with [[signs]]",
        ],
    ),
    (
        "lost_blocks",  # the block is there, and not all that it must show
        {
            "content/site.yml": ("banned:", "shows: {index: [card first second]}\nbanned:"),
            "docs/index.md": ("Hello.", "{{ card first }}\n\n{{ card second }}"),
        },
        ["docs/index.md:2:8: '{{ card first second }}' is missing on this page — write it again"],
    ),
    (
        "lost_blocks",
        {"content/site.yml": ("banned:", "shows: {glossary: [glossary, card first], glosary: [claims]}\nbanned:")},
        [
            "content/site.yml:30:43: no page 'glosary' — did you mean 'glossary'?",
            "docs/glossary.md:2:8: '{{ card first }}' is missing on this page — write it again",
        ],
    ),
]
