"""Bad examples for the rules in `guide.rules.calls`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

NUMBERS = "content/emergency-numbers.yml"
AT = f"{NUMBERS}:3:15:"
LONE = "write each number by itself, a comma or 'or' behind it, and other figures in words: 811, day and night"

# What an editor may write for a number, and what is wrong with it.
SLIPS = {
    "1-800-662-4357": f"{AT} '1-800-662-4357' can't be dialled so — write 1 800 662 4357",
    "(02) 1234 5678": f"{AT} '(02) 1234 5678' can't be dialled so — write 02 1234 5678",
    "+44 (0)20 7946 0958": f"{AT} '+44 (0)20 7946 0958' can't be dialled so — write +44 20 7946 0958",
    "0800-611-116": f"{AT} '0800-611-116' can't be dialled so — write 0800 611 116",
    "0800.611.116": f"{AT} '0800.611.116' can't be dialled so — write 0800 611 116",
    "811 24 hours a day": f"{AT} '811 24 hours' can't be dialled — {LONE}",
    "0800 611 116 24 hours": f"{AT} '0800 611 116 24 hours' can't be dialled — {LONE}",
    "811, 24 hours a day": f"{NUMBERS}:3:20: '24 hours' can't be dialled — {LONE}",
    "112 999": f"{AT} '112 999' can't be dialled — {LONE}",
    "112 999 111": f"{AT} '112 999 111' can't be dialled — {LONE}",
    "112/999": f"{AT} '112/999' can't be dialled — {LONE}",
    "0800 611 116 ext 5": f"{AT} '0800 611 116 ext' can't be dialled — {LONE}",
    "1-800-GOFEDS": f"{AT} '1-800-GOFEDS' can't be dialled — {LONE}",
    "tel:999": f"{AT} 'tel:999' can't be dialled — {LONE}",
    "+999": f"{AT} '+999' can't be dialled — {LONE}",
    "OOO": f"{AT} 'OOO' has a letter where a digit belongs — is it a zero, or a one?",
    "9l1": f"{AT} '9l1' has a letter where a digit belongs — is it a zero, or a one?",
    "1800 O22 222": f"{AT} 'O22' has a letter where a digit belongs — is it a zero, or a one?",
    "911 or OOO": f"{NUMBERS}:3:22: 'OOO' has a letter where a digit belongs — is it a zero, or a one?",
    "112\u00a0or 999": f"{NUMBERS}:3:19: (U+00A0, no-break space) is not used here — write a plain space",
    "nine nine nine": f"{AT} no number to call — write one in digits, such as 112 or 999",
}

CASES: list[tuple[str, dict, list[str]]] = [
    *[("undiallable_numbers", {NUMBERS: ('"999"', f'"{typed}"')}, [said]) for typed, said in SLIPS.items()],
    (
        "undiallable_numbers",
        {NUMBERS: ('"999"', '"999"\n  advice: "111, or 24"')},
        [f"{NUMBERS}:4:20: '24' is too short for an advice line — write other figures in words: day and night"],
    ),
    (
        "undiallable_numbers",
        {NUMBERS: ('"999"', '"９12"')},
        [f"{AT} '９' (U+FF19, fullwidth digit nine) is not used here — write '9'"],
    ),
    (
        "undiallable_numbers",  # a sign that other texts may have
        {NUMBERS: ('"999"', '"999 — 112"')},
        [f"{NUMBERS}:3:19: '—' (U+2014, em dash) is not used here — write '-'"],
    ),
    (
        "undiallable_numbers",
        {NUMBERS: ("United Kingdom", "United Kingdom 999")},
        [f"{NUMBERS}:2:25: a country's name has no digits — numbers go into 'emergency'"],
    ),
    (
        "lost_numbers",
        {NUMBERS: ("United Kingdom\n", "United Kingdom\n  strip: UK\n")},
        [
            f"{NUMBERS}:3:10: 'UK' is not on the page for a wrong address — write "
            '<a href="tel:999"><strong>999</strong> UK</a> in scripts/theme/404.html'
        ],
    ),
    (
        "lost_numbers",  # one that leads elsewhere
        {"scripts/theme/404.html": ("Call now.</p>", 'Call now.</p><a href="tel:998">998</a>')},
        ["scripts/theme/404.html:1:48: no country has '998' in the row of numbers — take it out, or add 'strip' there"],
    ),
    (
        "undiallable_numbers",
        {
            "content/emergency-numbers.yml": (
                'emergency: "999"',
                'emergency: "999"\n  advice: Helpline, 0800 611 116, or text 85258',
            )
        },
        [
            "content/emergency-numbers.yml:4:43: '85258' becomes a link that rings it, and 'text' says that "
            "it is none to ring — take it out, or say it on a page of docs/"
        ],
    ),
    (
        "undiallable_numbers",
        {"content/emergency-numbers.yml": ('emergency: "999"', 'emergency: "999"\n  advice: Since 2019, 0800 611 116')},
        [
            "content/emergency-numbers.yml:4:17: '2019' becomes a link that rings it, and 'Since' says that "
            "it is none to ring — take it out, or say it on a page of docs/"
        ],
    ),
]
