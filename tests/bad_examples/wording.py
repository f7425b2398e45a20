"""Bad examples for the rules in `guide.rules.wording`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

MRI = "content/tests/mri.yml"
CHECKLIST = "content/checklist.yml"
HOME = "docs/index.md"
STARS = "'**' may be lost here — write '**words**' for bold, and '×' or a word for the sign"
DIVIDED = "a word that was divided at a line's end — write it in one"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "uncited_numbers",
        {MRI: ("It is loud.", "It takes 40 minutes. Half of them are old [@smith-2020].")},
        [f"{MRI}:9:14: '40' has no source — cite one in the same sentence: [@reference, where]"],
    ),
    (
        "uncited_numbers",
        {MRI: ("It is loud.", "Three in ten dislike it. Ring the 24-hour line.")},
        [f"{MRI}:9:5: 'Three in ten' has no source — cite one in the same sentence: [@reference, where]"],
    ),
    *[
        (
            "figures_in_names",
            {MRI: (f"{field}: {old}", f"{field}: {said}")},
            [f"{MRI}:{at}: '{figure}' has no source, and none can stand here — say it in the summary"],
        )
        for field, old, said, figure, at in (
            ("brief", "A scan with a magnet.", "It finds 9 in 100.", "9", "3:17"),
            ("brief", "A scan with a magnet.", "After 50, it takes 40 minutes.", "40", "3:27"),
            ("brief", "A scan with a magnet.", "Half of all have one.", "Half", "3:8"),
            ("name", "MRI scan", "the scan that finds 90%", "90", "2:27"),
        )
    ],
    (
        "one_in_so_many",
        {MRI: ("It is loud.", "It is loud for 1 in 5 people [@smith-2020].")},
        [f"{MRI}:9:20: '1 in 5' — say how many in 100 or in 1,000"],
    ),
    (
        "long_texts",
        {HOME: ("See [[mri]].", "See [[mri]]" + " and so on" * 20 + ".")},
        [f"{HOME}:5:10: the summary has 62 words — at most 60"],
    ),
    (
        "long_texts",
        {HOME: ("brief: The first page.", "brief: " + "go on " * 11)},
        [f"{HOME}:4:8: the brief has 22 words — at most 20"],
    ),
    (
        "long_sentences",
        {CHECKLIST: ("text: Weak legs", "text: Weak legs." + " Or" + " weak" * 20)},
        [f"{CHECKLIST}:8:26: a sentence of 21 words on a card — at most 20"],
    ),
    (
        "banned_words",
        {HOME: ("Hello.", "Our list can diagnose you.")},
        [f"{HOME}:11:14: 'diagnose' is never said of our checklist — say 'find out'"],
    ),
    (
        "banned_words",
        {MRI: ("It is loud.", "The checklist is no diagnosis. A diagnosis takes a scan.")},
        [f"{MRI}:9:25: 'diagnosis' is never said of our checklist — say 'find out'"],
    ),
    (
        "banned_words",
        {CHECKLIST: ("text: Weak legs", "text: Legs diagnosed as weak")},
        [f"{CHECKLIST}:8:20: 'diagnosed' is never said of our checklist — say 'find out'"],
    ),
    (
        "uncited_numbers",  # however it is written
        {MRI: ("It is loud.", "Twelve per cent dislike it, or ½, or a **doz**en.")},
        [
            f"{MRI}:9:5: 'Twelve per cent' has no source — cite one in the same sentence: [@reference, where]",
            f"{MRI}:9:44: {STARS}",
            f"{MRI}:9:49: {STARS}",
        ],
    ),
    (
        "one_in_so_many",
        {MRI: ("It is loud.", "It is loud for one\n    out of  **five** people [@smith-2020].")},
        [f"{MRI}:9:20: 'one out of **five' — say how many in 100 or in 1,000"],
    ),
    (
        "banned_words",  # however they are written
        {HOME: ("Hello.", "Our check-\nlist can di\u00e1g**nos**e-s you. Di-\nagnosis.")},
        [
            f"{HOME}:11:10: {DIVIDED}",
            f"{HOME}:12:10: 'di\u00e1g**nos**e-s' is never said of our checklist — say 'find out'",
            f"{HOME}:12:14: {STARS}",
            f"{HOME}:12:19: {STARS}",
            f"{HOME}:12:30: 'Di- agnosis' is never said of our checklist — say 'find out'",
            f"{HOME}:12:32: {DIVIDED}",
        ],
    ),
    (
        "banned_words",  # whatever the checklist is called, and however the word is spelt
        {
            HOME: (
                "Hello.",
                "These cards give a d i a g n o s i s. These boxes don't.\n\nOur list is a dia gnosiss, or d1agnosi5.",
            )
        },
        [
            f"{HOME}:11:20: 'd i a g n o s i' is never said of our checklist — say 'find out'",
            f"{HOME}:13:15: 'dia gnosiss' is never said of our checklist — say 'find out'",
            f"{HOME}:13:31: 'd1agnosi5' is never said of our checklist — say 'find out'",
        ],
    ),
    (
        "false_comfort",
        {"content/glossary.yml": ("The soft tissue inside bones.", "The soft tissue. If it looks red, all is cl3ar.")},
        [
            "content/glossary.yml:3:46: 'all is cl3ar' reassures, and nobody can know it from here — "
            "say when to come back"
        ],
    ),
    (
        "false_comfort",
        {
            "content/site.yml": mini.FILES["content/site.yml"] + "denied: {rules out cancer: say what it misses}\n",
            "content/glossary.yml": (
                "The soft tissue inside bones.",
                "No look at it rules out cancer. A look rules out cancer. Is it sure that it rules out cancer?",
            ),
        },
        [
            "content/glossary.yml:3:51: 'rules out cancer' reassures, and nobody can know it from here — "
            "say what it misses"
        ],
    ),
]
