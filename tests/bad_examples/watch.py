"""Bad examples for the rules in `guide.rules.watch`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

SITE = "content/site.yml"
WATCH = "content/watch.yml"
REFERENCES = "content/references.yml"
GUIDELINE = {SITE: ("trial: {label: Trial}", "guideline: {label: Guideline}"),
             REFERENCES: ("evidence: trial", "evidence: guideline")}  # fmt: skip
NOT_FOLLOWED = "follow: {}\nnot_followed:\n  smith-2020: Its edition is on no page.\n"
PATTERN = r"Updated: (\d\d? \w+ \d\d\d\d)"
WRITE = r"write \d for each digit, and \w+ for a word"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "misread_editions",
        {WATCH: ("edition: 1 May 2026", "edition: May 2026")},
        [f"{WATCH}:5:14: the pattern would never find 'May 2026' — mend one of the two"],
    ),
    *[
        (
            "misread_editions",  # a pattern that has the edition written out finds nothing else
            {WATCH: (PATTERN, pattern)},
            [f"{WATCH}:4:15: the pattern finds '1 May 2026' and no other edition — {WRITE}"],
        )
        for pattern in (r"Updated: (1 May 2026)", r"Updated: (1 \w+ 2026)", r"Updated: (1 May 2026|\d x)")
    ],
    *[
        (
            "misread_editions",
            {WATCH: f"follow:\n  smith-2020:\n    pattern: '{pattern}'\n    edition: {edition}\n"},
            [],
        )
        for pattern, edition in (
            (r"Updated: (\d\d? \w+ \d\d\d\d)", "1  MAY 2026"),
            (r"([a-z]+) edition", "Third"),
            (r"version ([1-9]\.[0-9])", "2.0"),
            (r"Updated: (\d+ May 2026)", "1 May 2026"),
        )
    ],
    (
        "followed_and_not",
        {WATCH: ("    looked: 2026-11-22\n", "    looked: 2026-11-22\nnot_followed: {smith-2020: Too much work}\n")},
        [f"{WATCH}:7:16: 'smith-2020' is followed above — take out one of the two"],
    ),
    (
        "unfollowed_sources",
        {**GUIDELINE, WATCH: "follow: {}\n"},
        [f"{REFERENCES}:3:10: 'smith-2020' is cited 11 times, and nobody follows its page — add it to {WATCH}"],
    ),
    (
        "unfollowed_sources",  # with a reason, or a DOI, it need not be
        {**GUIDELINE, WATCH: NOT_FOLLOWED.replace("smith-2020", "smth-2020")},
        [
            f"{REFERENCES}:3:10: 'smith-2020' is cited 11 times, and nobody follows its page — add it to {WATCH}",
            f"{WATCH}:3:3: no reference 'smth-2020' — did you mean 'smith-2020'?",
        ],
    ),
    (
        "future_days",
        {WATCH: ("looked: 2026-11-22", "looked: 2027-11-22")},
        [f"{WATCH}:6:13: 2027-11-22 is still to come — write the day when somebody last looked"],
    ),
]
