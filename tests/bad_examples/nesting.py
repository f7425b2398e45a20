"""Bad examples for the rules in `guide.nesting`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
HOME = "docs/index.md"
TOLD = "lists or quotations nested too deeply — write at most four in each other"

CASES: list[tuple[str, dict, list[str]]] = [
    ("deep_nesting", {MRI: ("It is loud.", "It is loud.\n\n    " + "- * " * 150 + "x")}, [f"{MRI}:11:5: {TOLD}"]),
    ("deep_nesting", {HOME: ("Hello.", "Hello.\n\n" + "> " * 300 + "x")}, [f"{HOME}:13:1: {TOLD}"]),
    ("deep_nesting", {HOME: ("Hello.", "Hello.\n\n" + " " * 40 + "- x")}, [f"{HOME}:13:41: {TOLD}"]),
]
