"""Bad examples for the rules in `guide.rules.dates`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

from pathlib import Path

MRI = "content/tests/mri.yml"
SITE = "content/site.yml"
HOME = "docs/index.md"
REFERENCES = "content/references.yml"


def scan(number: int) -> str:
    """A page like that of the small site."""
    text = (Path(__file__).parent.parent / "mini" / MRI).read_text("utf-8")
    return (
        text.replace("MRI", f"Scan {number}")
        .replace("9 in 100", f"{number + 11} in 100")
        .replace("A scan", f"Scan {'x' * number}y")
    )


CASES: list[tuple[str, dict, list[str]]] = [
    (
        "impossible_dates",
        {MRI: ("checked: 2026-11-22", "checked: 2028-11-22")},
        [
            f"{MRI}:11:10: checked 2028-11-22 is still to come — write the day of the last reading",
            f"{MRI}:12:13: next_check 2028-11-22 is not after checked 2028-11-22 — mend the two",
        ],
    ),
    (
        "impossible_dates",
        {MRI: ("next_check: 2028-11-22", "next_check: 2082-11-28")},
        [f"{MRI}:12:13: next_check 2082-11-28 is more than 24 months after checked — write 2028-11-22 at the latest"],
    ),
    (
        "impossible_dates",
        {SITE: ("label: Tests\n", "label: Tests\n    months: 12\n")},
        [f"{MRI}:12:13: next_check 2028-11-22 is more than 12 months after checked — write 2027-11-22 at the latest"],
    ),
    (
        "future_days",  # tomorrow may have begun elsewhere
        {MRI: ("checked: 2026-11-22", "checked: 2026-11-24"), HOME: ("checked: 2026-11-22", "checked: 2026-11-23")},
        [f"{MRI}:11:10: checked 2026-11-24 is still to come — write the day of the last reading"],
    ),
    (
        "future_days",
        {REFERENCES: ("  title:", "  issued: '2027'\n  replaced: {by: A newer one, on: 2027-01-01}\n  title:")},
        [
            f"{REFERENCES}:3:12: 2027 is still to come — write when it was published",
            f"{REFERENCES}:4:35: 2027-01-01 is still to come — add 'replaced' when the newer one is out",
            f"{REFERENCES}:9:16: 2026-11-22 is before it was issued, 2027 — mend one of the two",
        ],
    ),
    (
        "too_early",
        {
            REFERENCES: (
                "  URL:",
                "  issued: 2026-11-23\n  not_found: 2026-11-01\n  replaced: {by: A newer one, on: 2020-01-01}\n  URL:",
            )
        },
        [
            f"{REFERENCES}:{at} is before it was issued, 2026-11-23 — mend one of the two"
            for at in ("5:14: 2026-11-01", "6:35: 2020-01-01", "10:16: 2026-11-22")
        ],
    ),
    (
        "future_days",  # of a source: one that was opened, one that was not found
        {
            REFERENCES: ("opened: {on: 2026-11-22,", "not_found: 2027-01-02\n  opened: {on: 2027-01-01,"),
        },
        [
            f"{REFERENCES}:7:14: 2027-01-02 is still to come — write the day on which somebody opened it, or could not",
            f"{REFERENCES}:8:16: 2027-01-01 is still to come — write the day on which somebody opened it, or could not",
        ],
    ),
    (
        "future_days",
        {"CHANGELOG.md": ("22 November 2026", "22 December 2026")},
        ["CHANGELOG.md:3:4: 22 December 2026 is still to come — write the day on which readers got it"],
    ),
    (
        "future_days",
        {SITE: ("description:", "reviewer: 'Dr A. Smith, nurse, 2027-01-01'\ndescription:")},
        [f"{SITE}:4:12: 2027-01-01 is still to come — write the day of the review"],
    ),
    (
        "crowded_days",
        {f"content/tests/scan-{n}.yml": scan(n) for n in range(10)},
        [
            f"content/tests/{name}.yml:12:13: 11 pages are due on 2028-11-22, at most 10 may be — "
            "take this line out, and the page gets a day of its own"
            for name in ("mri", *(f"scan-{n}" for n in range(10)))
        ],
    ),
]
