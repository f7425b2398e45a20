"""Bad examples for the rules in `guide.rules.speeds`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

HOME = "docs/index.md"
SITE = "content/site.yml"
CHECKLIST = "content/checklist.yml"
# What says each speed, what names the signs, a card of their own for children, and one for old trouble.
SAID = {
    SITE: mini.FILES[SITE].replace(
        "audiences:\n  anyone: {label: Anyone}\n",
        """\
  visit: {label: V, step: V, ring: later, seen: later, source: Ours}
audiences:
  anyone: {label: Anyone}
  child: {label: Child}
  old: {label: Old}
""",
    )
    + """\
speed_words: {for two days: [], routine|can wait: [visit], today: [today], call now: [now]}
reporting: [some]
audience_words: {your son: [], unchanged: [anyone, old], child|toddler: [child]}
""",
    CHECKLIST: mini.FILES[CHECKLIST].replace(
        "none:\n",
        """\
  third:
    tier: today
    audience: child
    heading: Call today if your child has
    items:
      cold:
        text: Shivers
        source: A trial [@smith-2020]
        signs: [mri]
  fourth:
    tier: visit
    audience: old
    heading: Book a visit if it is old
    items:
      stiff:
        text: Old weak legs
        source: A trial [@smith-2020]
        signs: [mri]
words: {weak legs: [legs, stiff], fever|shivers: [fever], shivers: [cold]}
none:
""",
    ),
    "content/leaflets.yml": mini.FILES["content/leaflets.yml"]
    .replace("audiences: [anyone]", "audiences: [anyone, child, old]")
    .replace("signs: [fever]", "signs: [fever, cold]")
    .replace("signs: [legs]", "signs: [legs, stiff]"),
}
MEND = "mend the sentence, or move the sign"


CASES: list[tuple[str, dict, list[str]]] = [
    (
        "other_speeds",
        {
            "content/site.yml": mini.FILES[SITE].replace(
                "audiences:",
                "  soon: {label: S, step: S, ring: soon, seen: soon, source: Ours}\naudiences:",
            )
            + "speed_words: {next week: [soon]}\nreporting: [some]\n",
            "content/tests/mri.yml": (
                "It finds 9",
                "Come back next week. Some say next week [@smith-2020]. It finds 9",
            ),
        },
        [
            "content/tests/mri.yml:5:20: 'next week' says 'soon', and no card with this sign does — "
            "mend the sentence, or move the sign to such a card",
        ],
    ),
    (
        "wrong_speeds",  # what others say, no speed at all, and the right one pass
        SAID
        | {
            HOME: (
                "Hello.",
                "Weak legs: call today. Weak legs: call now. Weak legs come. With them some call today [@smith-2020].\n"
                "Call now for weak legs, today for fever. Fever: call now. Weak legs can wait [@smith-2020].",
            )
        },
        [
            f"{HOME}:11:1: 'today' for 'weak legs', and its cards say now — {MEND}",
            f"{HOME}:12:42: 'call now' for 'fever', and its cards say today — {MEND}",
            f"{HOME}:12:59: 'can wait' for 'weak legs', and its cards say now — {MEND}",
        ],
    ),
    (
        "wrong_speeds",  # a question says for whom, and a list's head how soon: a child's card is for nobody else
        SAID
        | {
            HOME: (
                "Hello.",
                "A toddler? With shivers call now. Shivers in a child: call today. Shivers: today.\n\n"
                "Weak legs? A routine visit.\n\nCall today:\n\n- for fever\n- for weak legs",
            )
        },
        [
            f"{HOME}:11:12: 'call now' for 'shivers', and its cards say today — {MEND}",
            f"{HOME}:13:12: 'routine' for 'weak legs', and its cards say now — {MEND}",
            f"{HOME}:18:3: 'today' for 'weak legs', and its cards say now — {MEND}",
        ],
    ),
    (
        "wrong_speeds",  # one right speed excuses no wrong one; what is old, or not there, passes; titles count
        SAID
        | {
            HOME: mini.FILES[HOME]
            .replace("title: Home", "title: Weak legs can wait")
            .replace(
                "Hello.",
                "Weak legs, unchanged: a routine visit. With no weak legs it can wait. Weak legs for two days hurt.\n"
                "Weak legs: call now, or today. Weak legs and fever: call now. Fever: today; weak legs: it can wait.",
            )
        },
        [
            f"{HOME}:2:8: 'can wait' for 'weak legs', and its cards say now — {MEND}",
            f"{HOME}:12:1: 'call now' and 'today' for 'weak legs', and its cards say now — {MEND}",
            f"{HOME}:12:63: 'can wait' for 'weak legs', and its cards say now — {MEND}",
        ],
    ),
    (
        "wrong_speeds",  # "it" is what the sentence before was about
        SAID | {HOME: ("Hello.", "Weak legs are common. They can wait. Fever comes. It needs a call today.")},
        [f"{HOME}:11:23: 'can wait' for 'weak legs', and its cards say now — {MEND}"],
    ),
    (
        "unknown_speeds",  # a fact with its source, a question, and a speed that stands elsewhere pass
        SAID
        | {
            SITE: SAID[SITE] + "help_words: [doctors?, mention]\n",
            HOME: (
                "Hello.",
                "Mention weak legs when the doctor is back. Weak legs: ask one today.\n"
                "Doctors see fever [@smith-2020]. Weak legs: see a doctor? Fever that no doctor has seen.",
            ),
        },
        [
            f"{HOME}:11:1: how soon for 'weak legs'? Its cards say now — say it in words of 'speed_words' in site.yml",
            f"{HOME}:11:44: 'today' for 'weak legs', and its cards say now — {MEND}",
        ],
    ),
    (
        "wordless_signs",
        SAID
        | {CHECKLIST: SAID[CHECKLIST].replace("shivers: [cold]}", "cough: [legs]}\nwordless: {fever: It has none.}")},
        [
            f"{CHECKLIST}:25:7: no words name the sign 'cold' — add a pattern to 'words', or a line to 'wordless'",
            f"{CHECKLIST}:39:12: 'fever' has words — take it out of 'wordless'",
        ],
    ),
]
