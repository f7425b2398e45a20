"""Bad examples for the rules in `guide.rules.check`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

MRI = "content/tests/mri.yml"
SITE = "content/site.yml"
SOURCE = "content/source.yml"
CHECKLIST = "content/checklist.yml"
HOME = "docs/index.md"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unknown_links",
        {MRI: ("[[marrow]].\n    It", "[[marrow]] and [[marow]].\n    It")},
        [f"{MRI}:8:29: no page or word 'marow' — did you mean 'marrow'?"],
    ),
    (
        "unknown_links",
        {MRI: ("next: [index]", "next: [indx]")},
        [f"{MRI}:10:8: no page 'indx' — did you mean 'index'?"],
    ),
    (
        "unknown_links",
        {SOURCE: ("pages: [mri]", "pages: [mri, mir]")},
        [f"{SOURCE}:9:18: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_links",
        {CHECKLIST: ("signs: [mri]", "signs: [mir]")},
        [f"{CHECKLIST}:10:17: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_links",
        {"content/disagreements.yml": ("pages: [mri]", "pages: [mir]")},
        ["content/disagreements.yml:5:11: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_links",
        {"content/figures.yml": ("{label: It,", "{label: It, page: mir,")},
        ["content/figures.yml:6:25: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_words",
        {"content/figures.yml": ("draw: people", "draw: people\n  measure: shre")},
        [
            "content/figures.yml:3:12: 'shre' is not in site.yml — did you mean 'share'?",
            "content/figures.yml:3:12: only the drawing 'intervals' picks its rows — write them into 'rows'",
        ],
    ),
    (
        "unknown_words",
        {"content/glossary.yml": ("term: marrow", "term: marrow\n  report: bones")},
        ["content/glossary.yml:3:11: 'bones' is not in site.yml — did you mean 'bone'?"],
    ),
    (
        "unknown_citations",
        {MRI: ("[@smith-2020, abstract]", "[@smith-2020; @smth-2020, page 2]")},
        [f"{MRI}:5:42: no reference 'smth-2020' — did you mean 'smith-2020'?"],
    ),
    (
        "missing_pages",
        {SITE: ("folder: tests", "folder: templates"), "docs/templates/index.md": None},
        [
            f"{SITE}:9:13: 'tests' in 'templates' — the engine keeps this name: choose another",
            f"{SITE}:9:13: the page 'templates' is missing, to which this leads — put it into docs/",
        ],
    ),
    (
        "missing_pages",
        {
            "docs/tests/index.md": None,
            HOME: ("next: [tests]", "next: [mri]"),
            MRI: ("next: [index]", "next: [glossary]"),
        },
        [f"{SITE}:9:13: the page 'tests' is missing, to which this leads — put it into docs/"],
    ),
    (
        "unknown_blocks",
        {"docs/glossary.md": ("{{ glossary }}", "{{ glosary }}\n\n{{ glossary }}")},
        ["docs/glossary.md:11:1: no block 'glosary' — did you mean 'glossary'?"],
    ),
    (
        "unknown_blocks",
        {HOME: ("Hello.", "{{ pages test }}")},
        [f"{HOME}:11:1: '{{{{ pages }}}}' can't show 'test' — did you mean 'tests'?"],
    ),
    (
        "unknown_blocks",
        {HOME: ("Hello.", "{{ card }}\n\n{{ checklist anyone anybody }}")},
        [
            f"{HOME}:11:1: '{{{{ card }}}}' can't show '' — use one of: first, second",
            f"{HOME}:13:1: '{{{{ checklist }}}}' can't show 'anybody' — did you mean 'anyone'?",
        ],
    ),
    (
        "unknown_words",
        {SOURCE: ("verdict: supported", "verdict: suported")},
        [f"{SOURCE}:7:14: 'suported' is not in site.yml — did you mean 'supported'?"],
    ),
    (
        "unknown_words",
        {MRI: ("group: scans", "group: scan")},
        [f"{MRI}:4:8: 'scan' is not in site.yml — did you mean 'scans'?"],
    ),
    (
        "unknown_words",
        {CHECKLIST: ("tier: today\n    audience: anyone", "tier: tomorow\n    audience: anybody")},
        [
            f"{CHECKLIST}:12:11: 'tomorow' is not in site.yml — use one of: now, today",
            f"{CHECKLIST}:13:15: 'anybody' is not in site.yml — did you mean 'anyone'?",
        ],
    ),
    (
        "wrong_sections",
        {MRI: ("  shows: |", "  shos: |")},
        [
            f"{MRI}:1:8: the section 'shows' is missing — add it: What it shows",
            f"{MRI}:7:3: unknown section 'shos' — did you mean 'shows'?",
        ],
    ),
    ("wrong_sections", {MRI: ("group: scans\n", "")}, [f"{MRI}:1:8: 'group' is missing — use one of: scans"]),
    (
        "uncited_references",
        {
            MRI: ("It finds 9 in 100 [@smith-2020, abstract].", "It finds much."),
            "content/emergency-numbers.yml": "{}\n",
            CHECKLIST: mini.FILES[CHECKLIST].replace(" [@smith-2020]", ""),
            SOURCE: ("It is so [@smith-2020].", "It is so."),
            "content/figures.yml": ("A count [@smith-2020]", "A count"),
        },
        [
            "content/figures.yml:6:76: no source is named here — cite one: [@reference, where]",
            "content/references.yml:3:10: nobody cites 'smith-2020' — cite it or take it out",
            f"{SOURCE}:8:14: what we found names no source — cite one: [@reference, where]",
            f"{MRI}:1:8: this page names no source — cite at least one: [@reference, where]",
        ],
    ),
    (
        "unlinked_pages",
        {"docs/glossary.md": ("[[source-article]] and ", "")},
        ["docs/source-article.md:2:8: nothing links to 'source-article' — link it with [[source-article]]"],
    ),
    (
        "unused_terms",
        {MRI: ("[[marrow]]", "marrow")},
        ["content/glossary.yml:2:9: no page links to the word 'marrow' — link it with [[marrow]] or take it out"],
    ),
    (
        "uncovered_claims",
        {SOURCE: ("sentences: [1]", "sentences: [2]")},
        [f"{SOURCE}:1:8: no claim takes up sentence 1.2 of the article — add one"],
    ),
    (
        "uncovered_claims",
        {SOURCE: ('place: "1.1"', 'place: "1.3"')},
        [
            f"{SOURCE}:1:8: no claim takes up sentence 1.1 of the article — add one",
            f"{SOURCE}:5:13: the article has no sentence 1.3 — give paragraph and sentence",
        ],
    ),
]
