"""Bad examples for the rules in `guide.rules.characters`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
REFERENCES = "content/references.yml"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unlisted_letters",
        {
            MRI: (
                "It is loud.",
                "It is \uff11 \u2461 m² ⅓ ✓ \u0131 \u2010 \u00a0 loud\u0259r. “Über”, é ≥ μ ½ [@smith-2020].",
            )
        },
        [
            "content/tests/mri.yml:9:11: '１' (U+FF11, fullwidth digit one) is not used here — write '1'",
            "content/tests/mri.yml:9:13: '②' (U+2461, circled digit two) is not used here — write '2'",
            "content/tests/mri.yml:9:16: '²' (U+00B2, superscript two) is not used here — write '2'",
            "content/tests/mri.yml:9:18: '⅓' (U+2153, vulgar fraction one third) is not used here — write '1/3'",
            "content/tests/mri.yml:9:20: '✓' (U+2713, check mark) is not used here — say it in words",
            "content/tests/mri.yml:9:22: 'ı' (U+0131, latin small letter dotless i) is not used here — write 'i'",
            "content/tests/mri.yml:9:24: '‐' (U+2010, hyphen) is not used here — write '-'",
            "content/tests/mri.yml:9:28: (U+00A0, no-break space) is not used here — write a plain space",
            "content/tests/mri.yml:9:32: 'ə' (U+0259, latin small letter schwa) is not used here — say it in words",
        ],
    ),
    (
        "unlisted_letters",  # an author may be called so, but not a page
        {
            REFERENCES: ("  title:", "  author: [{family: Şükrü-Łódź}]\n  title:"),
            MRI: ("brief: A scan", "brief: A ł scan"),
        },
        [
            "content/tests/mri.yml:3:10: 'ł' (U+0142, latin small letter l with stroke) is not used here — write 'l'",
        ],
    ),
]
