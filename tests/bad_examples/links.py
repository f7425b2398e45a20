"""Bad examples for the rules in `guide.rules.links`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

from mini import FILES

MRI = "content/tests/mri.yml"
SITE = "content/site.yml"
HOME = "docs/index.md"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unknown_links",
        {MRI: ("[[marrow]].\n    It", "[[marrow]] and [[marow]].\n    It")},
        [f"{MRI}:8:29: no page or word 'marow' — did you mean 'marrow'?"],
    ),
    (
        "mislabelled_links",
        {
            MRI: ("[[marrow]].\n    It", "[[marrow]], [[ct|MRI]], [[ct|mri scan]], [[ct|scan]] and [[ct|ct]].\n    It"),
            "content/tests/ct.yml": FILES[MRI]
            .replace("MRI scan", "CT scan")
            .replace("with a", "of a")
            .replace("It ", "X "),
        },
        [
            f"{MRI}:8:26: 'MRI' is the name of another page than 'ct', to which this leads — write [[mri|MRI]], or "
            "other words",
            f"{MRI}:8:38: 'mri scan' is the name of another page than 'ct', to which this leads — write "
            "[[mri|mri scan]], or other words",
        ],
    ),
    (
        "doubled_names",
        {
            MRI: (
                "[[marrow]].\n    It",
                "[[marrow]]. A scan [[ct]], scans by [[ct]], [[ct]] scan, scan [[ct|scan]].\n    It",
            ),
            "content/tests/ct.yml": FILES[MRI]
            .replace("MRI scan", "CT scan")
            .replace("with a", "of a")
            .replace("It ", "X "),
        },
        [
            f"{MRI}:8:33: this reads 'CT scan', and 'scan' stands beside it — give it words: [[ct|…]]",
            f"{MRI}:8:50: this reads 'CT scan', and 'scan' stands beside it — give it words: [[ct|…]]",
            f"{MRI}:8:58: this reads 'CT scan', and 'scan' stands beside it — give it words: [[ct|…]]",
        ],
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
        {HOME: ("Hello.", "{{ evidence }}\n\n{{ evidence test }}")},
        [
            f"{HOME}:11:1: '{{{{ evidence }}}}' can't show '' — use one of: tests",
            f"{HOME}:13:1: '{{{{ evidence }}}}' can't show 'test' — did you mean 'tests'?",
        ],
    ),
    (
        "unknown_blocks",
        {HOME: ("Hello.", "{{ card }}\n\n{{ leaflet checklst }}")},
        [
            f"{HOME}:11:1: '{{{{ card }}}}' can't show '' — use one of: first, second",
            f"{HOME}:13:1: '{{{{ leaflet }}}}' can't show 'checklst' — did you mean 'checklist'?",
            f"{HOME}:13:1: the leaflet of another page — link to that page, and take it out here",
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
        "unknown_blocks",
        {"docs/glossary.md": ("{{ glossary }}", "{{ glossary mri }}")},
        ["docs/glossary.md:11:13: 'mri' does nothing here — write {{ glossary }}"],
    ),
]
