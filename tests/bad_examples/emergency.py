"""Bad examples for the rules in `guide.rules.emergency`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

MRI = "content/tests/mri.yml"
HOME = "docs/index.md"
SITE = "content/site.yml"
WORDS = "content/glossary.yml"
OLD = "It is loud."
# What a list of emergency signs is known by, and how the first tier calls for help.
KNOWN = (
    mini.FILES[SITE] + "speed_words: {call now|emergenc(?:y|ies): [now]}\n"
    "emergency_words: {bladder|pee: bladder, weak(?:ness)?: weak, numb: numb}\n"
)
SPACED = "the emergency line stands in two brackets, without spaces or words of yours"
LIST = "a list of emergency signs of its own — write [[emergency]] instead"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "wrong_emergency_lines",
        {MRI: (OLD, "[[emergency|Call]] [[emergency#hot]] [[emergency#wek]] [[emergency#weak]] [[emergency]]")},
        [
            f"{MRI}:9:5: the emergency line has its own words — write [[emergency]]",
            f"{MRI}:9:24: 'hot' is no line of an emergency card — use one of: weak",
            f"{MRI}:9:42: 'wek' is no line of an emergency card — did you mean 'weak'?",
        ],
    ),
    (
        "wrong_emergency_lines",
        {SITE: ("Call now if: ….", "Call now.")},
        [f"{SITE}:43:18: '…' stands once in it, where the signs belong — write it so"],
    ),
    *[
        (
            "stray_marks",
            {MRI: (OLD, written)},
            [f"{MRI}:9:5: {SPACED} — write [[{good}]]"],
        )
        for written, good in (
            ("[[ emergency ]]", "emergency"),
            ("[[ Emergency | Call ]]", "emergency"),
            ("[[emergency # weak]]", "emergency#weak"),
            ("[emergency]", "emergency"),
        )
    ],
    (
        "wrong_emergency_lines",  # a word of that name could never be linked
        {WORDS: mini.FILES[WORDS] + "emergency: {term: emergency, meaning: Now.}\n"},
        [
            f"{WORDS}:4:1: [[emergency]] writes the emergency line — give the page or word another id",
            f"{WORDS}:4:19: no page links to the word 'emergency' — link it with [[emergency]] or take it out",
        ],
    ),
    (
        "left_out_of_the_line",
        {SITE: mini.FILES[SITE] + "emergency_signs: [fever]\n"},
        [
            "content/leaflets.yml:2:41: the emergency line leaves 'legs' out — "
            "say it there, and name it in 'emergency_signs'",
            f"{SITE}:44:19: 'fever' is not behind the first lines of the leaflets — take it out of the line too",
        ],
    ),
    (
        "own_lists",  # in one sentence, over several, in bullets; one sign alone, and the whole card, are no list
        {
            SITE: KNOWN,
            HOME: (
                "Hello.",
                "Weak or numb? Call now.\n\nCall now if weak or if you can't pee.\n\nNumb? Call now.\n\n"
                "Weak or numb legs can come. [[checklist#now|Any of its signs]]: call now.\n\n"
                "You are weak. You are numb. Both are emergencies.\n\nCall now if you are:\n\n- weak\n- old\n- numb\n\n"
                "Weak legs come.\n\nNumb? Call now. Some rest helps. No weakness: call now if numb.",
            ),
        },
        [f"{HOME}:11:15: {LIST}", f"{HOME}:13:1: {LIST}", f"{HOME}:19:29: {LIST}", f"{HOME}:21:1: {LIST}"],
    ),
]
