"""Bad examples for the rules in `guide.rules.markup`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
HOME = "docs/index.md"
EVIDENCE = """\
evidence:
  - {measure: share, value: "3.0", interval: 1.2 to 5.8, people: All, source: "[@smith-2020]"}
"""

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "stray_marks",
        {MRI: ("It is loud.", "It is [[loud.")},
        [f"{MRI}:9:11: a stray '[[' — write [@reference, where] or [[id|label]]"],
    ),
    (
        "raw_html",
        {MRI: ("It is loud.", "It is <b>loud</b>.")},
        [
            f"{MRI}:9:11: HTML is not used in content — write Markdown, or a space behind the sign",
            f"{MRI}:9:18: HTML is not used in content — write Markdown, or a space behind the sign",
        ],
    ),
    (
        "raw_html",  # also where no prose stands
        {MRI: ("title: MRI scan", "title: MRI <img src=x onerror=alert(1)> scan")},
        [f"{MRI}:1:12: HTML is not used in content — write Markdown, or a space behind the sign"],
    ),
    (
        "stray_marks",
        {MRI: ("It is loud.", "It is [loud](javascript:alert()).")},
        [
            f"{MRI}:9:11: a stray '[' — write [@reference, where] or [[id|label]]",
            f"{MRI}:9:16: '](' is not used in content — write [[id]] or [@reference]",
            f"{MRI}:9:16: a stray ']' — write [@reference, where] or [[id|label]]",
        ],
    ),
    (
        "stray_marks",
        {MRI: ("It is loud.", "It is loud.\n    {: onclick=alert() }")},
        [
            f"{MRI}:10:5: '{{' is not used in content — write [[id]] or [@reference]",
            f"{MRI}:10:24: '}}' is not used in content — write [[id]] or [@reference]",
        ],
    ),
    (
        "stray_marks",  # also within what looks like a mark
        {MRI: ("brief: A scan with", "brief: A [@x](javascript:alert()) with")},
        [
            f"{MRI}:3:10: '[@' does nothing here — write the words alone",
            f"{MRI}:3:13: '](' is not used in content — write [[id]] or [@reference]",
        ],
    ),
    (
        "stray_marks",
        {HOME: ("Hello.", "~~~\nHello.")},
        [f"{HOME}:11:1: '~~~' is not used in content — write [[id]] or [@reference]"],
    ),
    (
        "stray_marks",  # an id is for a heading
        {HOME: ("Hello.", "Hello. { #next }")},
        [
            f"{HOME}:11:8: '{{' is not used in content — write [[id]] or [@reference]",
            f"{HOME}:11:16: '}}' is not used in content — write [[id]] or [@reference]",
            f"{HOME}:11:16: no stop ends this — add what is missing, or a stop",
        ],
    ),
    (
        "stray_marks",  # nor is it for what templates make headings of
        {MRI: ("title: MRI scan", 'title: "MRI scan { #next }"')},
        [
            f"{MRI}:1:18: '{{' is not used in content — write [[id]] or [@reference]",
            f"{MRI}:1:26: '}}' is not used in content — write [[id]] or [@reference]",
        ],
    ),
    (
        "raw_html",  # which `<*b>` would become
        {MRI: ("summary: It", "summary: <*b> It")},
        [
            f"{MRI}:5:10: HTML is not used in content — write Markdown, or a space behind the sign",
            f"{MRI}:5:11: '*' may be lost here — write '**words**' for bold, and '×' or a word for the sign",
        ],
    ),
    (
        "misplaced_blocks",
        {MRI: ("    It is loud.", "    It is loud.\n\n    {{ glossary }}")},
        [f"{MRI}:11:5: '{{{{ glossary }}}}' works in the body of a page in docs/ only — take it out"],
    ),
    (
        "odd_letters",
        {MRI: ("title: MRI scan", 'title: "MRI \\u202escan"')},
        [
            f"{MRI}:1:13: '\\' changes what stands behind it — write the letter itself",
            f"{MRI}:1:13: U+202E (RIGHT-TO-LEFT OVERRIDE) can't be seen — take it out",
        ],
    ),
    (
        "broken_cells",
        {MRI: ("next:", EVIDENCE.replace("people: All", "people: All | none") + "next:")},
        [f"{MRI}:11:70: a '|', which begins a new cell in a table — write words without it"],
    ),
    (
        "endless_texts",
        {MRI: ("It is loud.", "It is loud. " * 500)},
        [f"{MRI}:8:5: a paragraph of 6,022 letters — at most 5,000: split it"],
    ),
    (
        "endless_texts",
        {MRI: ("It is loud.", "It is loud.\n\n    " * 3000)},
        [f"{MRI}:8:5: 39,020 letters — at most 30,000: split it"],
    ),
    (
        "bare_sources",
        {"content/tests/mri.yml": ("It is loud.", "It is loud (@smith-2020, abstract) [@smith-2020].")},
        ["content/tests/mri.yml:9:17: a source stands in square brackets — write [@smith-2020, abstract]"],
    ),
    (
        "stray_marks",
        {"content/tests/mri.yml": ("It is loud.", "It is [[marrow|**loud**]], [[marrow|]].")},
        [
            "content/tests/mri.yml:9:11: the words of a link are plain, or left out — write **[[marrow|loud]]**",
            "content/tests/mri.yml:9:32: a link has two brackets on each side and an id — write [[marrow]]",
        ],
    ),
]
