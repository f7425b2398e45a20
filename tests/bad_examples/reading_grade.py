"""Bad examples for the rules in `guide.rules.reading_grade`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

MRI = "content/tests/mri.yml"
SITE = "content/site.yml"
HARD = "Interdisciplinary considerations necessitate comprehensive musculoskeletal reinvestigation."
ALL_HARD = mini.FILES[SITE].replace("Call for help now.", "Immediately telephone medical professionals locally.")
TWO = "about: Plain words.}, two: {limit: 9, about: x, pages: [mir, mri]}, three: {limit: 9, about: x, pages: [mri]}"
ALL_NAMED = mini.FILES[SITE].replace("about: Plain words.", "about: Plain words., pages: [mri]")

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "hard_pages",
        {MRI: ("It is loud.", f"It is loud, and you lie still. {HARD} {HARD}")},
        [
            f"{MRI}:9:{at}: the page 'MRI scan' reads at grade 11.7, at most 7: this is among its hardest sentences "
            "(grade 42.2, 6 words) — split it, or say it in shorter words"
            for at in (36, 128)
        ],
    ),
    (
        "hard_pages",
        {SITE: ALL_HARD.replace("limit: 7,", "limit: 18, half: 2,")},
        [f"{SITE}:34:43: half of the pages read above grade 2 — make some easier"],
    ),
    (
        "unknown_grades",
        {SITE: ("about: Plain words.}", TWO)},
        [
            f"{SITE}:34:82: no page 'mir' — did you mean 'mri'?",
            f"{SITE}:34:130: 'mri' has another limit too — keep one",
        ],
    ),
    (
        "unknown_grades",
        {SITE: ALL_NAMED},
        [f"{SITE}:1:7: under 'grades' one limit names no pages, and holds for all others — give one"],
    ),
    (
        "too_many_excused",
        {MRI: ("next: [index]", "next: [index]\nunavoidable: marrow"),
         "docs/index.md": ("next: [tests]", "next: [tests]\nunavoidable: Hello")},
        ["docs/index.md:7:14: 2 of 7 pages leave out a term — at most one in 10: write without"],
    ),
]  # fmt: skip
