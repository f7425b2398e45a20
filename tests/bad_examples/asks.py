"""Bad examples for the rules in `guide.rules.asks`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

NUMBERS = "docs/numbers.md"
SITE = "content/site.yml"
MRI = "content/tests/mri.yml"
WORDS = "content/search.yml"
LONG = f"Is it {'very ' * 17}loud?"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unanswered_asks",
        {NUMBERS: ("at: numbers", "at: numbrs")},
        [f"{NUMBERS}:10:21: no place 'numbrs' on this page — did you mean 'numbers'?"],
    ),
    (
        "half_asks",
        {NUMBERS: ('"What does it show?"', '"what does it show?"')},
        [f"{NUMBERS}:10:39: no whole question — begin it with a capital letter and end it with '?'"],
    ),
    (
        "half_asks",
        {NUMBERS: ('"What does it show?"', f'"{LONG}"')},
        [f"{NUMBERS}:10:39: a question of {len(LONG)} letters — say it in 90"],
    ),
    (
        "doubled_asks",
        {NUMBERS: ("what the magnet finds", "what does it show")},
        [f"{NUMBERS}:10:60: 'what does it show' is asked on the page 'numbers' already — keep one"],
    ),
    (
        "doubled_asks",
        {NUMBERS: ("what the magnet finds", "'?!'")},
        [f"{NUMBERS}:10:61: no words in it — write what people ask"],
    ),
    (
        "unasked",
        {SITE: ("askers: {", "askers: {carer: {label: For another}, ")},
        [f"{SITE}:41:10: no page answers a question of 'carer' — add one under 'asks', or take it out"],
    ),
    (
        "unsought_emergencies",
        {WORDS: ("weak: [legs gone]", "weak: []")},
        [
            "content/leaflets.yml:12:40: nobody can search for 'weak' — add people's own words under 'emergency' in "
            "search.yml"
        ],
    ),
    (
        "unsought_emergencies",
        {WORDS: ("weak: [legs gone]", "weak: [legs gone]\n  hot: [boiling]")},
        [f"{WORDS}:6:3: 'hot' stands on no emergency card — take it out"],
    ),
    (
        "doubled_words",
        {WORDS: ("idle: [the]", "idle: [the, Wee]")},
        [f"{WORDS}:2:11: 'wee' stands in another line already — keep one, or join the two lines"],
    ),
    (
        "doubled_words",
        {WORDS: ("[pee, wee]", "[pee]")},
        [f"{WORDS}:2:6: one word alone means the same as none — add others, or take the line out"],
    ),
    (
        "unseen_emergencies",
        {
            "content/search.yml": (
                "last: [glossary]",
                "last: [glossary]\ncalm:\n  weak: [legs, the, legs for years]\nfresh: [now, Just now, can't]",
            )
        },
        [
            "content/search.yml:8:10: 'legs' would keep the line 'weak' from who types 'legs gone' — add a "
            "word that is in no wording of an emergency",
            "content/search.yml:8:16: all words of 'the' are idle, so it is in every search — add one that is not",
            "content/search.yml:9:14: 'Just now' is found by nobody — write single words in small letters: just, now",
            "content/search.yml:9:24: 'can't' is found by nobody — write single words in small letters: cant",
        ],
    ),
    (
        "unseen_emergencies",
        {"content/search.yml": ("weak: [legs gone]", "weak: [legs gone, The the]")},
        ["content/search.yml:5:21: all words of 'The the' are idle, so it is in every search — add one that is not"],
    ),
    (
        "unseen_emergencies",  # "wee" means the same as "pee"
        {
            "content/search.yml": (
                "weak: [legs gone]\nlast: [glossary]",
                "weak: [legs gone, can't pee now]\ncalm:\n  weak: [wee]\nlast: [glossary]",
            )
        },
        [
            "content/search.yml:7:10: 'wee' would keep the line 'weak' from who types 'can't pee now' — add a "
            "word that is in no wording of an emergency",
        ],
    ),
    (
        "wordless_searches",
        {WORDS: ("[pee, wee]", "['-', pee, '()']"), MRI: ("It is loud.", "It is [[mir]].")},
        [
            f"{WORDS}:2:7: '-' only holds a place — write what belongs there, or take the line out",
            f"{WORDS}:2:7: no word in it — write what people type",
            f"{WORDS}:2:17: no word in it — write what people type",
            f"{MRI}:9:11: no page or word 'mir' — did you mean 'mri'?",
        ],
    ),
    (
        "wordless_searches",
        {WORDS: ("weak: [legs gone]\n", "weak: [legs gone, …!]\ncalm: {weak: [', ,']}\nfresh: ['+']\n")},
        [
            f"{WORDS}:5:21: no word in it — write what people type",
            f"{WORDS}:6:16: no word in it — write what people type",
            f"{WORDS}:7:10: no word in it — write what people type",
        ],
    ),
]
