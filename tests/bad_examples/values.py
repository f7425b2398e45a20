"""Bad examples for the rules in `guide.rules.values`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

from mini import FILES

MRI = "content/tests/mri.yml"
SITE = "content/site.yml"
SHARE = "share: {label: Share}"
REFERENCES = "content/references.yml"
FIGURES = "content/figures.yml"
COUNTED = ("  read: abstract", "  people: 3 men and 1,213 women\n  read: abstract")

# A list of each kind in which an id stands twice.
TWICE = [
    ("content/article.yml", "pages: [mri]", "pages: [mri, mri]", "9:18", "mri"),
    ("content/disagreements.yml", "pages: [mri]", "pages: [mri, mri]", "5:16", "mri"),
    ("content/checklist.yml", "signs: [mri]", "signs: [mri, mri]", "10:22", "mri"),
    ("content/leaflets.yml", "pocket: [weak]", "pocket: [weak, weak]", "17:20", "weak"),
    (MRI, "next: [index]", "also: [tube, tube]\nnext: [index]", "10:14", "tube"),
]


def row(value: str, interval: str) -> tuple[str, str]:
    """An edit that puts a row into the table of a page."""
    cells = f'measure: share, value: "{value}", interval: "{interval}", people: All, source: "[@smith-2020]"'
    return "next: [index]", f"evidence:\n  - {{{cells}}}\nnext: [index]"


def begins(first: str) -> tuple[str, str]:
    """An edit that puts a row that begins so into the table of a page."""
    return (
        "next: [index]",
        f"evidence:\n  - {{{first}, value: 9%, people: All, source: '[@smith-2020]'}}\nnext: [index]",
    )


def share(numbers: str) -> str:
    return f'share: {numbers},\n  # In whom\n  who: People, what: had it, source: "[@smith-2020]"}}\n'


CASES: list[tuple[str, dict, list[str]]] = [
    (
        "contradicting_addresses",
        {REFERENCES: ("  URL: https://example.org/trial", "  DOI: 10.1000/a\n  URL: https://doi.org/10.1000/b")},
        [f"{REFERENCES}:4:8: the DOI is 10.1000/a, but the address leads to 10.1000/b — mend the one that is wrong"],
    ),
    (
        "contradicting_addresses",  # on a publisher's site
        {
            REFERENCES: (
                "  URL: https://example.org/trial",
                "  DOI: 10.1000/a.1\n  URL: https://example.org/doi/full/10.1000%2Fa.12/full",
            )
        },
        [
            f"{REFERENCES}:4:8: the DOI is 10.1000/a.1, but the address leads to 10.1000/a.12/full — "
            "mend the one that is wrong"
        ],
    ),
    (
        "contradicting_addresses",
        {
            REFERENCES: (
                "  URL: https://example.org/trial",
                "  PMID: '12'\n  URL: https://europepmc.org/article/MED/123",
            )
        },
        [f"{REFERENCES}:4:10: the PMID is 12, but the address leads to 123 — mend the one that is wrong"],
    ),
    (
        "nobody_and_others",
        {REFERENCES: ("  title: A trial", "  et_al: true\n  title: A trial")},
        [f"{REFERENCES}:3:10: et_al without an author — name the first authors, or take it out"],
    ),
    (
        "doubled_names",
        {MRI: ("next: [index]", "next: [index, mri, index]")},
        [
            f"{MRI}:10:15: the page leads to itself — name another",
            f"{MRI}:10:20: 'index' stands twice in this list — keep one",
        ],
    ),
    *[
        ("doubled_names", {path: (old, new)}, [f"{path}:{at}: '{name}' stands twice in this list — keep one"])
        for path, old, new, at, name in TWICE
    ],
    (
        "doubled_labels",
        {"content/site.yml": ("today: {label: Today,", "today: {label: now,")},
        ["content/site.yml:27:18: 'now' stands for something else here already — choose other words"],
    ),
    (
        "doubled_labels",
        {
            "content/glossary.yml": FILES["content/glossary.yml"]
            + "marrows:\n  term: Marrows\n  meaning: The soft tissue within.\n",
            MRI: ("It is loud.", "It shows [[marrows]]."),
        },
        ["content/glossary.yml:5:9: 'Marrows' stands here as 'marrow' already — keep one, or choose other words"],
    ),
    (
        "misplaced_measures",  # a figure of a test among those of signs
        {SITE: (SHARE, f"{SHARE}\n  found: {{label: Found, kind: scans}}\n"), MRI: begins("measure: found")},
        [
            f"{SITE}:25:31: 'scans' is not in site.yml — use one of: tests",
            f"{MRI}:11:15: 'found' is measured on pages of 'scans', not of 'tests' — take one that is",
        ],
    ),
    (
        "misplaced_measures",
        {SITE: ("    label: Tests", "    label: Tests\n    schema_type: MedicalTest"), MRI: begins("measure: share")},
        [f"{MRI}:11:15: a test is right about one illness only — add 'illness': what it looked for"],
    ),
    (
        "misplaced_measures",  # it would stand on no page
        {MRI: begins("measure: share, test: A tube, illness: Cancer")},
        [
            f"{MRI}:11:{at}: shown on the page of a test only — take the line out, or write it into 'people'"
            for at in (28, 45)
        ],
    ),
    (
        "upside_down_ranges",
        {FIGURES: ("value: 3,", "value: 3, low: 1,")},
        [f"{FIGURES}:6:15: 'It' has one end of a range — give 'low' and 'high', or neither"],
    ),
    (
        "upside_down_ranges",
        {FIGURES: ("value: 3,", "value: 3, low: 3, high: 3,")},
        [f"{FIGURES}:6:15: 'It' has a range of no width — take out 'low' and 'high', or mend them"],
    ),
    *[
        (
            "impossible_shares",
            {MRI: ("next: [index]", f"{share(numbers)}next: [index]")},
            [f"{MRI}:12:8: {message}"],
        )
        for numbers, message in (
            ("{low: 3, of: 90", "a share of 90 can't be compared — write it of 100, or of 1000"),
            ("{low: 3, high: 3, of: 100", "'low' and 'high' are the same — take out 'high'"),
            ("{low: 9, high: 3, of: 100", "9 to 3 of 100 can't be — write 'low' first, and 'of' no smaller than both"),
            (
                "{low: 3, high: 101, of: 100",
                "3 to 101 of 100 can't be — write 'low' first, and 'of' no smaller than both",
            ),
            ("{low: 101, of: 100", "101 of 100 can't be — write 'low' first, and 'of' no smaller than both"),
        )
    ],
    (
        "doubled_rows",
        {
            MRI: (
                "next: [index]",
                "evidence:\n"
                + 2 * '  - {measure: share, value: 9%, people: All, source: "[@smith-2020]"}\n'
                + "next: [index]",
            )
        },
        [f"{MRI}:12:15: the same figure stands above already — keep one, or say what differs"],
    ),
    (
        "doubled_rows",
        {
            MRI: (
                "next: [index]",
                "evidence:\n"
                '  - {measure: share, value: 9%, people: All, source: "[@smith-2020]"}\n'
                '  - {measure: share, value: 90%, interval: 80 to 95, people: All, source: "[@smith-2020]"}\n'
                '  - {measure: share, value: 90%, people: Men, source: "[@smith-2020]"}\n'
                "next: [index]",
            )
        },
        [
            f"{MRI}:12:29: 90% here and 9% above are of the same people and source — keep the one that the source has, "
            "or say what differs"
        ],
    ),
    (
        "parts_over_all",
        {
            "content/figures.yml": FILES[FIGURES].replace("draw: people", "draw: spine").rstrip("\n")
            + "\n"
            + "".join(
                f'    - {{label: {label}, value: {value}, unit: "in 1,000 people", people: {people}, '
                'source: "[@smith-2020]"}\n'
                for label, value, people in (
                    ("Neck", 700, "All"),
                    ("Back", 800, "All"),
                    ("Chest", 9, "All"),
                    ("Several", 900, "Men"),
                )
            )
        },
        [
            "content/figures.yml:8:15: with 'Back' the parts are 1503 in 1,000 people: more than all — look each up in "
            "the source"
        ],
    ),
    (
        "more_than_all",
        {
            REFERENCES: COUNTED,
            MRI: (
                "next: [index]",
                'evidence:\n  - {measure: share, value: 9 of 3, people: All, source: "[@smith-2020]"}\nnext: [index]',
            ),
        },
        [f"{MRI}:11:29: 9 of 3 is more than all — write the part first, then the whole"],
    ),
    (
        "more_than_all",
        {REFERENCES: COUNTED, MRI: row("1,482 of 1,213", "1 to 2")},
        [f"{MRI}:11:30: 1,482 of 1,213 is more than all — write the part first, then the whole"],
    ),
    *[
        (
            "upside_down_ranges",
            {MRI: row(value, span)},
            [f"{MRI}:11:47: the figure {value} with the range {span} — write the lower end first, and check all"],
        )
        for value, span in (("1.1", "1.2 to 5.8"), ("5.9", "1.2 to 5.8"), ("3.0", "5.8 to 1.2"))
    ],
    (
        "absent_terms",
        {MRI: ("next: [index]", "unavoidable: gadolinum\nnext: [index]")},
        [f"{MRI}:10:14: 'gadolinum' does not stand on this page — write it as there"],
    ),
    (
        "upside_down_ranges",
        {
            "content/tests/mri.yml": (
                "next: [index]",
                "evidence:\n  - {measure: share, value: 9%, interval: 10 to 20, people: All, source: "
                "'[@smith-2020]'}\nnext: [index]",
            )
        },
        [
            "content/tests/mri.yml:11:43: the figure 9% with the range 10 to 20 — write the lower end "
            "first, and check all"
        ],
    ),
]
