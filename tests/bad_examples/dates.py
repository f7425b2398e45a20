"""Bad examples for the rules in `guide.dates`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "impossible_dates",
        {MRI: ("checked: 2026-11-22", "checked: 2028-11-22")},
        [f"{MRI}:1:8: next_check 2028-11-22 is not after checked 2028-11-22 — mend the two"],
    ),
    (
        "overdue_pages",
        {MRI: ("checked: 2026-11-22\nnext_check: 2028-11-22", "checked: 2024-08-23\nnext_check: 2026-08-23")},
        [f"{MRI}:1:8: the check due on 2026-08-23 is overdue — read the page against its sources, then date it"],
    ),
]
