"""Bad examples for the rules in `guide.rules.safety`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import tempfile
from pathlib import Path

import mini

CHECKLIST = "content/checklist.yml"
SITE = "content/site.yml"
LOCK = "content/safety.lock.yml"
START = "this changes what people are told to do."
END = "undo it, or if it is meant: make agree"
BACK = f"take the last agreed one back with: git checkout -- {LOCK}"
MERGED = f"{BACK} — or after a merge, that of one branch whole: git checkout BRANCH -- {LOCK}, then: make agree"

with tempfile.TemporaryDirectory() as folder:
    AGREED = (mini.write(Path(folder)) / LOCK).read_text("utf-8")


def _changed(path: str, edit: tuple[str, str] | str) -> dict:
    return {path: edit, LOCK: AGREED}


FEVER = """\
      fever:
        text: Fever
        source: A trial [@smith-2020]
        signs: [mri]
"""
COUGH = "      cough: {text: Cough, source: Our own careful choice, signs: [mri]}\n"
MOVED = mini.FILES[CHECKLIST].replace(FEVER, COUGH).replace("  second:\n", f"{FEVER}  second:\n")


LEAFLETS = "content/leaflets.yml"
LINED = mini.FILES[LEAFLETS].replace("[legs]", "[legs, fever]").replace("[fever]", "[fever, cough]")

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "changed_advice",
        _changed(CHECKLIST, ("heading: Call today if you have", "heading: Book a visit if you have")),
        [
            f"{CHECKLIST}:14:14: {START} checklist · cards · second · heading: it was 'Call today if you have', "
            f"it is 'Book a visit if you have' — {END}"
        ],
    ),
    (
        "changed_advice",
        _changed(CHECKLIST, MOVED) | {LEAFLETS: LINED},
        [
            f"{CHECKLIST}:11:7: {START} signs · fever · card: it was 'second', it is 'first' — {END}",
            f"{CHECKLIST}:20:7: {START} signs · cough · card: new here is 'second' — {END}",
            f"{CHECKLIST}:20:21: {START} signs · cough · text: new here is 'Cough' — {END}",
            f"{CHECKLIST}:20:36: {START} signs · cough · source: new here is 'Our own careful choice' — {END}",
            f"{CHECKLIST}:20:68: {START} signs · cough · signs: new here is 'mri' — {END}",
            f"{LEAFLETS}:2:41: {START} leaflets · lines · weak · signs: it was 'legs', it is 'legs; fever' — {END}",
            f"{LEAFLETS}:3:47: {START} leaflets · lines · hot · signs: it was 'fever', it is 'fever; cough' — {END}",
        ],
    ),
    (
        "changed_advice",
        _changed(SITE, ("emergency: Call for help now.", "emergency: Call for help now, if a doctor said so.")),
        [
            f"{SITE}:5:12: {START} emergency line · line: it was 'Call for help now.', it is 'Call for help now, if a "
            f"doctor said so.' — {END}"
        ],
    ),
    (
        "changed_advice",
        _changed("scripts/theme/404.html", ("Call now.", "Wait.")),
        [
            f"scripts/theme/404.html:1:1: {START} said · the page for a wrong address · its lines: it was "
            f"'<p class=\"emergency\">Call now.</p>', it is '<p class=\"emergency\">Wait.</p>' — {END}"
        ],
    ),
    ("changed_advice", {LOCK: None}, [f"{LOCK}:1:1: the safety lock is missing — {BACK}"]),
    ("changed_advice", {LOCK: AGREED.replace("told:", "told: ]", 1)}, [f"{LOCK}:10:7: damaged — {BACK}"]),
    (
        "changed_advice",
        {LOCK: AGREED.replace("text: Fever", "text: Cough"), CHECKLIST: ("text: Fever", "text: Cough")},
        [f"{LOCK}:1:1: the safety lock was changed by hand, only `make agree` writes it — {MERGED}"],
    ),
    (
        "changed_advice",
        {LOCK: AGREED.replace("seal:", "<<<<<<< HEAD\nseal: other\n=======\nseal:", 1)},
        [
            f"{LOCK}:3:1: two branches meet here — take the lock of one whole: git checkout --ours {LOCK}, "
            "then: make agree"
        ],
    ),
]
