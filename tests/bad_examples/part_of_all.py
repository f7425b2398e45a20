"""Bad examples for the rules in `guide.rules.part_of_all`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
NUMBERS = "docs/numbers.md"
SUMMARY = "It finds 9 in 100 [@smith-2020, abstract]."
SOURCES = "content/references.yml"
UNOPENED = ("  opened: {on: 2026-11-22, how: 'abstract, PubMed'}\n", "")  # its groups are not known
MORE = "is more than all — look it up in the source"
BOTH = "look both up in the source"


def said(words: str) -> dict:
    return {MRI: (SUMMARY, f"It was {words} [@smith-2020, abstract]."), SOURCES: UNOPENED}


CASES: list[tuple[str, dict, list[str]]] = [
    *[
        ("more_than_the_group", said(words), [f"{MRI}:5:17: '{found}' {MORE}"])
        for words, found in (
            ("104 of 44", "104 of 44"),
            ("eighteen of the 11 who came", "eighteen of the 11"),
            ("twenty-two out of 21", "twenty-two out of 21"),
            ("1,200 of all 900 of them", "1,200 of all 900"),
        )
    ],
    *[
        ("contradicting_shares", said(words), [f"{MRI}:5:17: '{found} — {BOTH}"])
        for words, found in (
            ("43 of 69 people (26%)", "43 of 69' is 62%, not 26%"),
            ("43 of 69 (26.1%)", "43 of 69' is 62.3%, not 26.1%"),
            ("16 of 3,200 people who came, which is 5 in 100", "16 of 3,200' is 0.5 in 100, not 5 in 100"),
            ("ten of the 50, or about 40 in 100", "ten of 50' is 20 in 100, not 40 in 100"),
            ("12 out of 60 women (about 2 in 100)", "12 of 60' is 20 in 100, not 2 in 100"),
        )
    ],
    *[
        ("contradicting_shares", said(words), [])
        for words in (
            "43 of 69 people (62%)",
            "44 of the 44",
            "2 of 3 (66%), or 2 of 3 (67%)",
            "16 of 3,200, which is 5 in 1,000",
            "16 of 3,200, which is 0.5%",
            "11 of 44, or about 26 in 100",
            "78 in 100 of the 63 people",
            "12 of 50 with a new sign in the legs (40%)",
            "12 of 50 (95 were asked) and 5 of 9, but 3%",
        )
    ],
    (
        "contradicting_shares",
        {
            NUMBERS: (
                "{{ questions tests }}",
                "{{ questions tests }}\n\n| Who | Cancer |\n| --- | --- |\n"
                "| 1,975 at a clinic | 13 (66%) [@smith-2020, abstract] |\n"
                "| 1,975 at a clinic | 13 (0.66%), or 13 of 19 (68%) [@smith-2020, abstract] |",
            ),
            SOURCES: UNOPENED,
        },
        [f"{NUMBERS}:27:23: '13 of 1,975' is 0.66%, not 66% — {BOTH}"],
    ),
]
