"""Bad examples for the rules in `guide.rules.data`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

from bad_examples.values import row

MRI = "content/tests/mri.yml"
REFERENCES = "content/references.yml"
CHANGES = "CHANGELOG.md"
REST = "'[and others]' is no name — write et_al: true below the list of authors"
NAMES = "give each person a line, or write et_al: true"
DAY = "is no day, so the feed can't tell of these changes — write it as 29 November 2026"
HELP = "write such as 79%, about 40 to 60%, 12 of 61, more than 90% or 2.6"

CASES: list[tuple[str, dict, list[str]]] = [
    *(
        (
            "unread_figures",
            {MRI: row(value, "9 to 11")},
            [f"{MRI}:11:30: '{value}' can't be read as a number, or is more than all — {HELP}"],
        )
        for value in ("Most of them", "120%", "~60%", "60-80%", "43 to 19%", "104 in 100", "1.2.3")
    ),
    *(
        (
            "joined_names",
            {REFERENCES: ("title: A trial", f"author: [{{{name}}}]\n  title: A trial")},
            [f"{REFERENCES}:3:{at}: {f'{said} — {NAMES}' if said else REST}"],
        )
        for name, at, said in (
            ("family: Smith and Jones", 27, "'and' in a name, which BibTeX reads as the end of it"),
            ("family: Smith, given: Ann And Bob", 39, "'And' in a name, which BibTeX reads as the end of it"),
            ("literal: '[and others]'", 23, None),
            ("family: Others", 21, "'Others' in a name, which BibTeX reads as the end of it"),
        )
    ),
    *(
        (
            "dateless_changes",
            {CHANGES: ("## 22 November 2026", f"## {heading}")},
            [f"{CHANGES}:3:4: '{heading}' {DAY}"],
        )
        for heading in ("Today", "2026-11-22", "31 November 2026", "Version 0.2.0")
    ),
    (
        "moved_and_there",
        {"content/site.yml": ("description: A small site.", "description: A small site.\nmoved: {tests/mri/: mri}")},
        [f"content/site.yml:5:9: 'tests/mri/' is the address of {MRI} — take this line out, or rename the page"],
    ),
    (
        "unread_figures",
        {
            "content/tests/mri.yml": (
                "next: [index]",
                "evidence:\n  - {measure: share, value: '9.5', interval: 8.1–10.2, people: All, source: "
                "'[@smith-2020]'}\nnext: [index]",
            )
        },
        [
            "content/tests/mri.yml:11:46: '8.1–10.2' can't be read as an interval — write its two ends "
            "without a unit: 1.2 to 5.8"
        ],
    ),
]
