"""Bad examples for the rules in `guide.rules.pictures`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
SITE = "content/site.yml"
FIGURES = "content/figures.yml"
HOME = "docs/index.md"
FEW_IN_100 = """\
many:
  draw: bars
  caption: Few people have it among all who were asked.
  about: The filled part has it. The rest of the bar does not have it. Each part is one person of those asked.
  under: show
  rows:
    - {label: It, value: 3, unit: "in 100 people", people: All, source: "A count [@smith-2020]"}
"""
PICKED = """\
many:
  draw: intervals
  caption: Some people have it among all who were asked.
  about: Each dot is a share. The line behind it says how sure we are of it. Where lines meet nobody knows.
  measure: share
  groups:
    - label: It
      about: All
      reference: smith-2020
      signs:
        mri: A scan
        mir: Another scan
    - {label: It, about: All, reference: smyth, signs: {mri: A scan}}
"""
EVIDENCE = """\
evidence:
  - {measure: share, value: "3.0", interval: 1.2 to 5.8, people: All, source: "[@smith-2020]"}
"""

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unknown_symbols",
        {SITE: ("{label: Scans}", "{label: Scans, symbol: bon}")},
        [f"{SITE}:12:37: no symbol 'bon' — did you mean 'bone'?"],
    ),
    (
        "undrawn_levels",
        {SITE: ("audiences:", "levels: {nek: {label: Neck}}\naudiences:")},
        [
            f"{SITE}:28:10: no part 'nek' of the spine is drawn — did you mean 'neck'?",
            f"{SITE}:28:10: the spine is drawn with neck, middle, low, sacrum too — add its label",
        ],
    ),
    (
        "misplaced_figures",
        {
            MRI: ("next: [index]", "figures: [mani]\nnext: [index]"),
            HOME: ("next: [tests]", "figures: [many]\nnext: [tests]"),
        },
        [
            f"{MRI}:10:11: no picture 'mani' — did you mean 'many'?",
            f"{HOME}:6:11: a page in docs/ says where a picture stands — write {{{{ figure many }}}} there",
        ],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: peple")},
        [f"{FIGURES}:2:9: no drawing 'peple' — did you mean 'people'?"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: spine")},
        [f"{FIGURES}:2:9: this drawing has 4 parts, and a row for several — give it 5 rows"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: cord")},
        [f"{FIGURES}:2:9: this drawing has 4 stages — give it 4 parts"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: saddle")},
        [f"{FIGURES}:2:9: this drawing has 3 places and what to do — give it 4 parts"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: steps\n  parts: [{label: A scan, when: Today}]")},
        [f"{FIGURES}:3:19: a step says on which way it is and how soon — add 'lane' and 'when'"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: peoples")},
        [f"{FIGURES}:2:9: no drawing 'peoples' — did you mean 'people'?"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("value: 3,", "value: 3.5,")},
        [f"{FIGURES}:6:15: 'It' is no count in 1,000 people — give whole numbers, low to high"],
    ),
    (
        "undrawable_figures",
        {FIGURES: FEW_IN_100.replace("value: 3,", "value: 300,")},
        [
            f"{FIGURES}:5:10: no page has a section 'show' — did you mean 'shows'?",
            f"{FIGURES}:7:15: 'It' is no count in 100 people — give a number from 0 to 100",
        ],
    ),
    (
        "undrawable_figures",
        {FIGURES: PICKED, MRI: ("next: [index]", EVIDENCE.replace('"3.0"', "about 3") + "next: [index]")},
        [
            f"{FIGURES}:12:9: no page 'mir' — did you mean 'mri'?",
            f"{FIGURES}:13:42: no reference 'smyth' — use one of: smith-2020",
            f"{MRI}:11:29: 'about 3' with the range '1.2 to 5.8' can't be drawn — write numbers such as 2.6 and 1.2 to "
            "5.8, or take the sign out of figures.yml",
        ],
    ),
    (
        "wordless_pictures",
        {FIGURES: ("Few people have it among all who were asked.", "Few have it.")},
        [
            "content/figures.yml:3:12: 'caption' has 3 words — say more: at least 8, for those who "
            "can't see the picture",
        ],
    ),
]
