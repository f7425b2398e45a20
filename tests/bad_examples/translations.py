"""Bad examples for the rules in `guide.rules.translations`, and for letters of a language: rule, edits, what is read.

The small site is said anew in made-up languages first.
"""

from __future__ import annotations

import re
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
SIDES, AMBULANCE, LOCK = (
    f"content/qps-ploc/{name}.yml" for name in ("disagreements", "ambulance-numbers", "translated.lock")
)
STRINGS = "content/strings/qps-ploc.yml"
LOCALE = "write a locale such as en-GB, ru or zh-Hant"
HOME = "content/qps-plocm/docs/index.yml"


def _translated() -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        root = mini.write(Path(folder))
        for language in (pseudo.PLOC, pseudo.PLOCM):
            pseudo.translate(root, language)
        files = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.yml")}
    return {path: text for path, text in files.items() if "qps-" in path}


FILES = _translated()


LATE = re.findall("late: .*", FILES[STRINGS])[0]


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
        "other_marks",
        edited(MRI, "löúd.", "löúd. [[emergency]]"),
        [
            f"{MRI}:7:5: {SAID} 'sections.shows' was made — {READ}",
            f"{MRI}:7:5: the emergency line 'emergency' is not in the English — take it out, or mend it",
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
        "broken_translations",  # an English page that can't be read is told there, and not where it is translated
        {**FILES, "content/tests/mri.yml": ("brief: A scan with a magnet.", "brief: A scan: a magnet.")},
        [
            "content/tests/mri.yml:3:14: a colon and a space within the text — put it in plain quotes: "
            'brief: "A scan: a magnet."'
        ],
    ),
    (
        "broken_translations",
        {**FILES, "content/qps-ploc/glossary.yml": ""},
        ["content/qps-ploc/glossary.yml:1:1: the file is empty — write lines 'key: words'"],
    ),
    (
        "broken_translations",  # folders of languages that nobody has named
        {**FILES, "content/DE/tests/mri.yml": FILES[MRI]},
        [
            "content/DE:1:1: no language is called so — call it de, and put what the code says into "
            "content/strings/de.yml",
        ],
    ),
    (
        "other_marks",  # a list of sentences with one too few
        {**FILES, SIDES: re.sub("    - .*\n", "", FILES[SIDES], count=1)},
        [
            f"{SIDES}:4:8: {SAID} 'timing.sides' was made — {READ}",
            f"{SIDES}:4:8: the English has 2 entries here, and this has 1 — write one for each",
        ],
    ),
    (
        "unknown_ids",  # the words by which people search for an emergency
        edited("content/qps-ploc/search.yml", "weak:", "weka:"),
        ["content/qps-ploc/search.yml:8:3: no line 'weka' — did you mean 'weak'?"],
    ),
    (
        "unsought_emergencies",
        edited("content/qps-ploc/search.yml", "emergency:", 'emergency:\n  hot:\n    - "böíl"'),
        ["content/qps-ploc/search.yml:8:3: 'hot' stands on no emergency card — take it out"],
    ),
    (
        "wrong_emergency_lines",  # the place for the signs in a line that is written in many texts
        edited("content/qps-ploc/site.yml", ": ….", ": ."),
        [
            "content/qps-ploc/site.yml:4:18: '…' stands once in it, where the signs belong — write it so",
            f"content/qps-ploc/site.yml:4:18: {SAID} 'emergency_line' was made — {READ}",
        ],
    ),
    (
        "placeholders",
        edited(MRI, FILES[MRI].partition("brief: ")[2].partition("\n")[0], "~"),
        [
            f"{MRI}:3:8: '~' only holds a place — write what belongs there, or take the line out",
            f"{MRI}:3:8: {SAID} 'brief' was made — {READ}",
        ],
    ),
    (
        "still_english",
        edited(STRINGS, LATE, f"late: {mini.FILES[mini.STRINGS].partition('late: ')[2].partition(chr(10))[0]}"),
        [f"{STRINGS}:28:9: this is still in English — translate it"],
    ),
    (
        "signs_in_strings",
        edited(STRINGS, LATE, f'{LATE[:-1]} "'),
        [f"{STRINGS}:28:10: spaces at an end of a string — take them out"],
    ),
    (
        "signs_in_strings",
        edited(STRINGS, LATE, "late: |\n    ⟦{day}\n    ñ⟧"),
        [f"{STRINGS}:30:5: a string is one line — write it in one"],
    ),
    (
        "other_blanks",  # a kind of plural for several numbers
        {**FILES, STRINGS: re.sub(r"(    other: .*)\{count\}", r"\1", FILES[STRINGS], count=1)},
        [f"{STRINGS}:131:13: {{count}} is missing — write it where it belongs in the sentence"],
    ),
    *[
        (
            "other_plurals",
            edited(STRINGS, 'cldr: "pl"', f"cldr: {name}"),
            [f"{STRINGS}:2:7: CLDR knows no '{name}' — {LOCALE}"],
        )
        for name in ("polski", "pl_PL")
    ],
    *[
        ("unknown_versions", {**FILES, LOCK: lock}, [f"{AMBULANCE}:3:12: {SAID} 'anywhere' was made — {READ}"])
        for lock in (re.sub('(anywhere"?: )(.*)', r"\1[\2]", FILES[LOCK], count=1),)
    ],
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
