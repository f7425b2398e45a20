"""Bad examples for the rules in `guide.rules.anchors`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

MRI = "content/tests/mri.yml"
SITE = "content/site.yml"
GLOSSARY = "content/glossary.yml"
CHECKLIST = "content/checklist.yml"
HOME = "docs/index.md"
WORDS = "docs/glossary.md"


def else_on(page: str, place: str) -> str:
    return f"'{place}' is the id of something else on the page '{page}' — choose another"


CASES: list[tuple[str, dict, list[str]]] = [
    (
        "duplicate_ids",  # a tier named as the list made from the ticks
        {
            SITE: mini.FILES[SITE].replace("  today:", "  list:"),
            CHECKLIST: mini.FILES[CHECKLIST].replace("tier: today", "tier: list"),
            "content/leaflets.yml": ("tier: today", "tier: list"),
        },
        [f"content/leaflets.yml:13:15: {else_on('checklist', 'list')}"],
    ),
    (
        "duplicate_ids",  # a claim named as a part of the article
        {"content/article.yml": ("  first:", "  paragraph-1:")},
        [f"content/article.yml:4:3: {else_on('source-article', 'paragraph-1')}"],
    ),
    (
        "duplicate_ids",
        {GLOSSARY: ("marrow:", "marrow: {term: a, meaning: A.}\nsources:"), MRI: ("It is loud.", "It is [[sources]].")},
        [f"{GLOSSARY}:2:1: {else_on('glossary', 'sources')}"],
    ),
    (
        "duplicate_ids",
        {
            SITE: ("      shows: {", "      next: {label: Then}\n      shows: {"),
            MRI: ("  shows: |", "  next: It.\n  shows: |"),
        },
        [f"{SITE}:14:7: {else_on('mri', 'next')}"],
    ),
    (
        "duplicate_ids",
        {SITE: ("      scans: {", "      linked-from: {"), MRI: ("group: scans", "group: linked-from")},
        [f"{SITE}:12:7: {else_on('tests', 'linked-from')}"],
    ),
    (
        "duplicate_ids",
        {
            HOME: (
                "Hello.",
                "## One { #one }\n\n## Two { #one }\n\n{{ glossary }}\n\n{{ glossary }}",
            )
        },
        [
            f"{HOME}:13:11: 'one' stands on this page already — keep one, or choose another id",
            f"{HOME}:17:1: 'marrow' stands on this page already — keep one, or choose another id",
        ],
    ),
    (
        "duplicate_ids",
        {HOME: ("Hello.", "{{ figure many }}")},
        [f"{HOME}:13:1: 'figure-many' stands on this page already — keep one, or choose another id"],
    ),
    (
        "unknown_anchors",
        {
            HOME: (
                "Hello.",
                "See [[checklist#tody|it]], [[mri#shows]], [[mri#mri-scan]], [[checklist#nw]], [[marrow#x]].",
            )
        },
        [
            f"{HOME}:11:17: no place 'tody' on the page 'checklist' — did you mean 'today'?",
            f"{HOME}:11:73: no place 'nw' on the page 'checklist' — did you mean 'now'?",
            f"{HOME}:11:88: a word has no places in it — write [[marrow]]",
        ],
    ),
    (
        "unknown_anchors",  # a heading without an id of its own gets one from the engine
        {HOME: ("Hello.", "## What I *do* now\n\nSee [[index#what-i-do-now]] and [[index#what-i-do]].")},
        [f"{HOME}:13:41: no place 'what-i-do' on the page 'index' — did you mean 'what-i-do-now'?"],
    ),
]
