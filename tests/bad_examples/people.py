"""Bad examples for the rules in `guide.rules.people`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
REFERENCES = "content/references.yml"
FIGURES = "content/figures.yml"
COUNTED = (
    "  read: abstract",
    "  people: '3,357 people alive after a year in 2012, 3,598 who walked'\n  read: abstract",
)
EXAMPLE = "2,703 people with myeloma, UK records, 2000 to 2014"
OLD = "It finds 9 in 100 [@smith-2020, abstract]."
LACKS = "is in no 'people' of smith-2020"
REMEDY = "mend the sentence, or add the group to its source"
HAS = f"is no group in 'people' of smith-2020 (3,357, 3,598) — {REMEDY}"
JONES = """jones-2019:
  type: article-journal
  title: Another trial
  URL: https://example.org/other
  evidence: trial
  read: abstract
"""

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "uncounted_sources",
        {"content/site.yml": ("{label: Trial}", "{label: Trial, counts: true}")},
        [
            f"{REFERENCES}:5:13: 'smith-2020' does not say whom it counted — "
            "add 'people': who, where, when, and each group's size"
        ],
    ),
    *[
        (
            "uncounted_sources",
            {REFERENCES: ("  read: abstract", f"  people: {people}\n  read: abstract")},
            [f"{REFERENCES}:6:11: '{people}' {said}"],
        )
        for people, said in (
            ("true", "says nothing to a reader — write it in words, or take the line out"),
            ("unknown", "says nothing to a reader — write it in words, or take the line out"),
            ("4,181", f"does not say whom it counted — write who, how many, where and when: {EXAMPLE}"),
        )
    ],
    (
        "unknown_groups",  # the source names its groups, and this is none
        {REFERENCES: COUNTED, MRI: (OLD, "Of 4,181 people, 9 in 100 had it [@smith-2020, abstract].")},
        [f"{MRI}:5:13: '4,181' {HAS}"],
    ),
    (
        "unknown_groups",  # a word of `counted` is a word, and no pattern
        {
            "content/site.yml": ("counted: [people]", "counted: [people, 'men (all)']"),
            MRI: (OLD, "Of 4,181 men (all), 9 in 100 had it [@smith-2020, abstract]."),
        },
        [f"{MRI}:5:13: '4,181' {LACKS} — open the source, and add there whom it counted"],
    ),
    (
        "unknown_groups",  # a part of a part; shares, ages and years are no groups; two that are right
        {
            REFERENCES: COUNTED,
            MRI: (
                OLD,
                "Two of the 41 with it, in 100 people of 65 or over, and 3,357 old people, 7 of 3,598 [@smith-2020].",
            ),
        },
        [f"{MRI}:5:21: '41' {HAS}"],
    ),
    (
        "unknown_groups",  # the source says nothing yet; the row of a table has its people in a field
        {
            MRI: (
                "next:",
                "evidence:\n  - {measure: share, value: '3', people: 20 young people, source: '[@smith-2020]'}\nnext:",
            )
        },
        [f"{MRI}:11:42: '20' {LACKS} — open the source, and add there whom it counted"],
    ),
    (
        "unknown_groups",  # a picture's row, and a value that is a part of a whole
        {
            REFERENCES: COUNTED,
            MRI: (
                "next:",
                "evidence:\n  - {measure: share, value: 3 of 41, people: All, source: '[@smith-2020]'}\nnext:",
            ),
            FIGURES: ("people: All", "people: All of 42 people"),
        },
        [f"{FIGURES}:6:69: '42' {HAS}", f"{MRI}:11:34: '41' {HAS}"],
    ),
    (
        "unknown_groups",  # ages, months, years and studies in `people` are no groups; the place is that of the group
        {
            REFERENCES: (
                "  read: abstract",
                "  people: 30 people aged 41 or over in 41 studies, seen for 41 months in 2041\n  read: abstract",
            ),
            MRI: (
                OLD,
                "Of the 30 seen for 41 months, 9 in 100 had it, but not [[marrow|41]], in **41** people\n"
                "  aged 41 [@smith-2020, abstract].",
            ),
        },
        [f"{MRI}:5:85: '41' is no group in 'people' of smith-2020 (30) — {REMEDY}"],
    ),
    (
        "unknown_groups",  # nobody has opened the other source: it may be of its group
        {
            REFERENCES: ("smith-2020:", f"{JONES}smith-2020:"),
            MRI: (OLD, "Of 41 people, 9 in 100 had it [@smith-2020, abstract; @jones-2019]."),
        },
        [],
    ),
    (
        "unknown_groups",  # both were read, and one says nothing
        {
            REFERENCES: ("smith-2020:", f"{JONES}  people: 20 people\nsmith-2020:"),
            MRI: (OLD, "Of 41 people, and of 41 others, 9 in 100 had it [@jones-2019; @smith-2020, abstract]."),
        },
        [f"{MRI}:5:13: '41' is no group in 'people' of jones-2019 (20) or smith-2020 (no group) — {REMEDY}"],
    ),
]
