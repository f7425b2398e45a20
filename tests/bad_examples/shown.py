"""Bad examples for the rules in `guide.rules.shown`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
SITE = "content/site.yml"
FIGURES = "content/figures.yml"
GLOSSARY = "content/glossary.yml"
CHECKLIST = "content/checklist.yml"
HOME = "docs/index.md"
NUMBERS = "docs/numbers.md"
EVIDENCE = """\
evidence:
  - {measure: share, value: "3.0", interval: 1.2 to 5.8, people: All, source: "[@smith-2020]"}
"""
AGES = 'ages: {what: Half were old, people: People at one hospital, source: "[@smith-2020]"}\n'

PARTS = "parts: [{label: Lost}, {label: A, says: 'A [@smith-2020]', points: [x]}, {label: B, says: 'B [@smith-2020]'}]"

# Each block that shows a shared file: the page it is taken from, and what is then seen nowhere.
BLOCKS = [
    (NUMBERS, "paper-card", "content/leaflets.yml:17:14"),
    (NUMBERS, "emergency-numbers", "content/emergency-numbers.yml:1:1"),
    (NUMBERS, "ambulance-numbers", "content/ambulance-numbers.yml:1:10"),
    (NUMBERS, "disagreements", "content/disagreements.yml:1:1"),
    (NUMBERS, "references", "content/references.yml:1:1"),
    ("docs/glossary.md", "glossary", f"{GLOSSARY}:1:1"),
    ("docs/glossary.md", "changes", "CHANGELOG.md:1:1"),
    ("docs/source-article.md", "claims", "content/article.yml:4:3"),
]

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unpublished",  # as when a group does not want the files of data, and keeps the page that lists them
        {
            SITE: ("name: Mini", "name: Mini\npublish: [feed, pdf]"),
            NUMBERS: ("{{ paper-card }}", "{{ paper-card }}\n\n{{ data-files }}"),
        },
        [
            f"{NUMBERS}:23:1: site.yml does not publish 'data' — take this away, or write data into 'publish' there",
        ],
    ),
    (
        "hidden_cards",  # as when the section that shows them is renamed and forgets to
        {SITE: ("shows: [cards, evidence, facts]", "shows: [evidence, facts]")},
        [
            f"{CHECKLIST}:{line}:17: 'mri' is a page of 'tests', and none of their sections shows cards — add 'shows: "
            "[cards]' to one in site.yml, or name another page"
            for line in (10, 19)
        ],
    ),
    (
        "hidden_evidence",
        {
            SITE: ("shows: [cards, evidence, facts]", "shows: [cards, facts]"),
            MRI: ("next: [index]", EVIDENCE + "next: [index]"),
        },
        [
            f"{MRI}:11:15: figures for a table, and no section of 'tests' shows them — "
            "add 'shows: [evidence]' to one in site.yml"
        ],
    ),
    (
        "hidden_evidence",
        {HOME: ("next: [tests]", EVIDENCE + "next: [tests]")},
        [
            f"{HOME}:7:15: figures for a table, and no section of 'docs' shows them — "
            "add 'shows: [evidence]' to one in site.yml"
        ],
    ),
    (
        "hidden_facts",
        {
            SITE: ("shows: [cards, evidence, facts]", "shows: [cards, evidence]"),
            MRI: ("next: [index]", AGES + "next: [index]"),
        },
        [
            f"{MRI}:10:70: facts to be drawn, and no section of 'tests' shows them — add 'shows: [facts]' to one in "
            "site.yml, or take them out"
        ],
    ),
    (
        "hidden_facts",
        {MRI: ("next: [index]", "words_first: true\nnext: [index]")},
        [f"{MRI}:1:8: 'words_first' puts words above the facts, and this page has none — take it out"],
    ),
    (
        "empty_tables",
        {HOME: ("Hello.", "{{ evidence tests }}")},
        [
            f"{HOME}:11:1: no page of 'tests' has a figure for this table — write 'evidence' into one, "
            "or take the block out"
        ],
    ),
    (
        "empty_tables",
        {SITE: ("share: {label: Share}", "share: {label: Share, before: missed}")},
        [f"{SITE}:24:33: 'share' stands in no table side by side — add 'column', or take this out"],
    ),
    (
        "doubled_shows",
        {
            SITE: (
                "shows: [cards, evidence, facts]}",
                "shows: [cards, evidence, facts]}\n      more: {label: More, shows: [evidence]}",
            ),
            MRI: ("  shows: |", "  more: More.\n  shows: |"),
        },
        [f"{SITE}:15:35: another section shows evidence already — keep one"],
    ),
    (
        "hidden_pictures",
        {HOME: ("{{ figure many }}", "Bye.")},
        ["content/figures.yml:1:1: no page shows the picture 'many' — write {{ figure many }} in one"],
    ),
    (
        "undrawn_parts",  # it would have stopped the build with words of Python
        {
            FIGURES: (
                "  rows:",
                "  measure: share\n  groups: [{label: G, about: A, reference: smith-2020, signs: {mri: A}}]\n  rows:",
            )
        },
        [
            f"{FIGURES}:5:12: only the drawing 'intervals' picks its rows — write them into 'rows'",
            f"{FIGURES}:6:20: only the drawing 'intervals' picks its rows — write them into 'rows'",
        ],
    ),
    (
        "undrawn_parts",
        {
            FIGURES: (
                "  rows:",
                f"  {PARTS}\n  rows:",
            )
        },
        [
            f"{FIGURES}:5:19: 'people' draws rows only — add 'says', or take it out",
            f"{FIGURES}:5:71: 'people' points at nothing — take the line out",
        ],
    ),
    (
        "undrawn_parts",
        {
            FIGURES: (
                "many:",
                "none: {draw: bars, caption: It is one two three four five six., about: "
                + "It is so. " * 8
                + "}\nmany:",
            ),
            HOME: ("figure many", "figure many none"),
        },
        [f"{FIGURES}:1:14: 'bars' has nothing to draw — give it 'rows'"],
    ),
    (
        "empty_headings",
        {SITE: ("scans: {label: Scans}", "scans: {label: Scans}\n      other: {label: Other}")},
        [f"{SITE}:13:7: no page of 'tests' is in the group 'other' — put one there, or take it out"],
    ),
    (
        "empty_headings",
        {HOME: ("Hello.", "{{ scan-words }}")},
        [f"{SITE}:20:3: no word of the glossary is in 'bone' — put one there, or take it out"],
    ),
    (
        "hidden_meanings",
        {GLOSSARY: ("term: marrow", "term: marrow\n  means: It is full."), HOME: ("Hello.", "{{ scan-words }}")},
        [
            f"{GLOSSARY}:3:10: shown only with a group of words on reports — add 'report', or move it to 'meaning'",
            f"{SITE}:20:3: no word of the glossary is in 'bone' — put one there, or take it out",
        ],
    ),
    *[
        (
            "unshown_parts",
            {page: (f"{{{{ {block} }}}}", "Words.")},
            [f"{first}: no page shows this — write {{{{ {block} }}}} on a page in docs/"],
        )
        for page, block, first in BLOCKS
    ],
    (
        "lost_fields",
        {HOME: ("next: [tests]", "group: scans\nnext: [tests]")},
        [f"{HOME}:6:8: a page in docs/ is in no group — take the line out"],
    ),
    (
        "lost_fields",
        {MRI: ("next: [index]", "body: It is new.\nnext: [index]")},
        [f"{MRI}:10:7: a page in content/ has no body — write the words into its sections"],
    ),
]
