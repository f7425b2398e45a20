"""Bad examples for the rules in `guide.rules.widths`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "long_words",
        {MRI: ("It is loud.", f"It is {'lou' * 20}d.")},
        [f"{MRI}:9:11: a word of 61 letters — at most 32: a phone's page is no wider"],
    ),
]
