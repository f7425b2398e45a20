"""Bad examples for the rules in `guide.rules.translations`, and for letters of a language: rule, edits, what is read.

The small site is said anew in made-up languages first.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import mini
import pseudo

MRI, CARDS, LINES = (
    "content/qps-ploc/tests/mri.yml",
    "content/qps-ploc/checklist.yml",
    "content/qps-ploc/leaflets.yml",
)
ARTICLE = "content/qps-ploc/docs/source-article.yml"
HOME = "content/qps-plocm/docs/index.yml"


def _translated() -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        root = mini.write(Path(folder))
        for language in (pseudo.PLOC, pseudo.PLOCM):
            pseudo.translate(root, language)
        files = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.yml")}
    return {path: text for path, text in files.items() if "qps-" in path}


FILES = _translated()


def edited(path: str, old: str, new: str) -> dict:
    assert old in FILES[path], (old, FILES[path])
    return {**FILES, path: FILES[path].replace(old, new, 1)}


SAID = "nobody said from which English"
READ = "read it beside the English, then: make translated TAG=qps-ploc"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "broken_translations",
        edited(MRI, "brief:", "checked: 2026-11-22\nbrieff: x\nbrief:"),
        [
            f"{MRI}:3:1: 'checked' is taken over from the English, or is not there — take it out here",
            f"{MRI}:4:1: the English has no 'brieff' here — mend the key, or take it out",
        ],
    ),
    (
        "broken_translations",
        {**FILES, "content/qps-ploc/tests/ct.yml": "title: x\n"},
        [
            "content/qps-ploc/tests/ct.yml:1:1: no English page belongs to this — did you mean "
            "'content/qps-ploc/tests/mri.yml' or 'content/qps-ploc/docs/tests.yml' or "
            "'content/qps-ploc/docs/checklist.yml'?"
        ],
    ),
    (
        "lost_words",  # a card with a sign too few
        edited(CARDS, FILES[CARDS].partition("    items:\n")[2].partition("  second:")[0], "      {}\n"),
        [f"{CARDS}:5:7: 'cards.first.items.legs' is missing here — translate it: “Weak legs”"],
    ),
    (
        "lost_words",
        edited(LINES, FILES[LINES].partition("  hot:")[2].partition("leaflets:")[0], "\n    {}\n"),
        [f"{LINES}:5:5: 'lines.hot.text' is missing here — translate it: “**Fever** or shivers”"],
    ),
    (
        "unknown_versions",
        edited(MRI, 'brief: "⟦', 'brief: "⟦Ñ '),
        [f"{MRI}:3:9: {SAID} 'brief' was made — {READ}"],
    ),
    (
        "other_marks",
        {**FILES, MRI: FILES[MRI].replace("[@smith-2020, abstract]", "").replace("9", "8")},
        [
            f"{MRI}:4:11: {SAID} 'summary' was made — {READ}",
            f"{MRI}:4:11: the English has the figure '9', and this has not — write it here too",
            f"{MRI}:4:11: the English has the source 'smith-2020', and this has not — write it here too",
            f"{MRI}:4:11: the figure '8' is not in the English — take it out, or mend it",
        ],
    ),
    (
        "still_english",
        edited(MRI, FILES[MRI].partition("brief: ")[2].partition("\n")[0], "A scan with a magnet."),
        [
            f"{MRI}:3:8: {SAID} 'brief' was made — {READ}",
            f"{MRI}:3:8: this is still in English — translate it, or take the line out",
        ],
    ),
    (
        "english_pages",
        {
            **FILES,
            ARTICLE: FILES["content/qps-ploc/docs/checklist.yml"].replace("leaflet checklist", "claims"),
        },
        [
            f"{ARTICLE}:1:9: '{{{{ claims }}}}' lists what is in English only — take this file away",
            f"{ARTICLE}:1:9: {SAID} 'title' was made — {READ}",
        ],
    ),
    (
        "foreign_letters",
        edited(MRI, 'brief: "⟦', 'brief: "⟦② '),
        [
            f"{MRI}:3:9: {SAID} 'brief' was made — {READ}",
            f"{MRI}:3:10: '②' (U+2461, circled digit two) is no letter of this language — write '2'",
        ],
    ),
    (
        "foreign_letters",
        {**FILES, HOME: FILES[HOME].replace('name: "⟦', 'name: "⟦aח', 1)},
        [
            f"{HOME}:2:8: {SAID} 'name' was made — {READ}m",
            f"{HOME}:2:9: 'a' (U+0061, latin small letter a) stands among letters of another script in "
            f"'aח{FILES[HOME].partition('name: ')[2][2:].partition('⟧')[0]}' — type the whole word in one",
        ],
    ),
]
