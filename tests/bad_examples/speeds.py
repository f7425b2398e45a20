"""Bad examples for the rules in `guide.rules.speeds`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

HOME = "docs/index.md"
SITE = "content/site.yml"
CHECKLIST = "content/checklist.yml"
# What says each speed, what names the two signs, and a card of their own for children.
SAID = {
    SITE: mini.FILES[SITE]
    .replace("ring: now, seen: now,", "ring: now, seen: now, said: [call now],")
    .replace("ring: today, seen: today,", "ring: today, seen: today, said: [today],")
    .replace("  anyone: {label: Anyone}\n", "  anyone: {label: Anyone}\n  child: {label: Child}\n")
    + "audience_words: {child|toddler: [child]}\n",
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
words: {weak legs: [legs], fever|shivers: [fever], shivers: [cold]}
none:
""",
    ),
    "content/leaflets.yml": mini.FILES["content/leaflets.yml"]
    .replace("audiences: [anyone]", "audiences: [anyone, child]")
    .replace("signs: [fever]", "signs: [fever, cold]"),
}

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "other_speeds",
        {
            "content/site.yml": (
                "audiences:",
                "  soon: {label: S, step: S, ring: soon, seen: soon, source: Ours, said: [next week]}\naudiences:",
            ),
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
                "Fever and weak legs: call now, today for fever. Fever: call now.",
            )
        },
        [
            f"{HOME}:11:1: 'today' for 'weak legs', and its cards say now — mend the sentence, or move the sign",
            f"{HOME}:12:49: 'call now' for 'fever', and its cards say today — mend the sentence, or move the sign",
        ],
    ),
    (
        "wrong_speeds",  # a question says for whom: a child's card is for nobody else
        SAID | {HOME: ("Hello.", "A toddler? With shivers call now. Shivers in a child: call today. Shivers: today.")},
        [f"{HOME}:11:12: 'call now' for 'shivers', and its cards say today — mend the sentence, or move the sign"],
    ),
]
