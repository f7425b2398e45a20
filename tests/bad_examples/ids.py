"""Bad examples for the rules in `guide.rules.ids`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

from mini import FILES

MRI = "content/tests/mri.yml"
SOURCE = "content/article.yml"
SIDES = "content/disagreements.yml"
CHECKLIST = "content/checklist.yml"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unknown_ids",
        {MRI: ("next: [index]", "next: [indx]")},
        [f"{MRI}:10:8: no page 'indx' — did you mean 'index'?"],
    ),
    (
        "unknown_ids",
        {
            path: FILES[path].replace(ids, ids.replace("mri", "ct"))
            for path, ids in ((SOURCE, "pages: [mri]"), (CHECKLIST, "signs: [mri]"), (SIDES, "pages: [mri]"))
        },
        [
            f"{place}: no page 'ct' — if it is gone: take this out, or bring it back; for good, 'moved' in site.yml "
            "leads its readers on"
            for place in (f"{SOURCE}:9:13", f"{CHECKLIST}:10:17", f"{CHECKLIST}:19:17", f"{SIDES}:5:11")
        ],
    ),
    (
        "unknown_ids",
        {SOURCE: ("pages: [mri]", "pages: [mri, mir]")},
        [f"{SOURCE}:9:18: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_ids",
        {CHECKLIST: ("signs: [mri]", "signs: [mir]")},
        [f"{CHECKLIST}:10:17: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_ids",
        {"content/disagreements.yml": ("pages: [mri]", "pages: [mir]")},
        ["content/disagreements.yml:5:11: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_ids",
        {"content/glossary.yml": ("term: marrow", "term: marrow\n  report: bones")},
        ["content/glossary.yml:3:11: 'bones' is not in site.yml — did you mean 'bone'?"],
    ),
    (
        "unknown_ids",
        {SOURCE: ("verdict: supported", "verdict: suported")},
        [f"{SOURCE}:7:14: 'suported' is not in site.yml — did you mean 'supported'?"],
    ),
    (
        "unknown_ids",
        {MRI: ("group: scans", "group: scan")},
        [f"{MRI}:4:8: 'scan' is not in site.yml — did you mean 'scans'?"],
    ),
    (
        "unknown_ids",
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
        "unknown_ids",
        {"content/figures.yml": ("{label: It,", "{label: It, page: mir,")},
        ["content/figures.yml:6:25: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_ids",
        {"content/figures.yml": ("draw: people", "draw: people\n  measure: shre")},
        [
            "content/figures.yml:3:12: 'shre' is not in site.yml — did you mean 'share'?",
            "content/figures.yml:3:12: only the drawing 'intervals' picks its rows — write them into 'rows'",
        ],
    ),
]
