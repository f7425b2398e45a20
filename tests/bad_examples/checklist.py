"""Bad examples for the rules in `guide.checklist`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

CHECKLIST = "content/checklist.yml"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "misplaced_cards",
        {CHECKLIST: ("      legs:", "      none:")},
        [f"{CHECKLIST}:7:7: 'none' is the name of something else on the checklist — choose another"],
    ),
    (
        "misplaced_cards",
        {CHECKLIST: ("      legs:", "      reset:")},
        [f"{CHECKLIST}:7:7: 'reset' is the name of something else on the checklist — choose another"],
    ),
    (
        "misplaced_cards",
        {CHECKLIST: mini.FILES[CHECKLIST].replace("tier: today", "tier: now").replace("tier: now", "tier: today", 1)},
        [f"{CHECKLIST}:12:11: a card of 'now' stands behind a less urgent one — move it up"],
    ),
    (
        "misplaced_cards",
        {CHECKLIST: ("      fever:", "      legs:")},
        [
            f"{CHECKLIST}:7:7: the sign 'legs' stands in another card too — give each its own id",
            f"{CHECKLIST}:16:7: the sign 'legs' stands in another card too — give each its own id",
        ],
    ),
]
