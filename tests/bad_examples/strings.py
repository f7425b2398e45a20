"""Bad examples for the rules in `guide.rules.strings`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

EN = "content/strings/en.yml"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "missing_strings",
        {EN: ("  next: What next\n", "")},
        [f"{EN}:4:7: the string 'next' is missing — add it under 'words', a template asks for it"],
    ),
    (
        "unasked_strings",
        {EN: ("  next: What next\n", "  next: What next\n  nexxt: What then\n")},
        [f"{EN}:43:3: nothing asks for the string 'nexxt' — take it out, or mend its name: did you mean 'next'?"],
    ),
    (
        "other_blanks",
        {EN: ("Last checked {day}", "Last checked {date}")},
        [
            f"{EN}:43:12: {{day}} is missing — write it where it belongs in the sentence",
            f"{EN}:43:25: nothing is filled in for {{date}} — use one of: day",
        ],
    ),
    (
        "other_plurals",
        {EN: ('    one: "{count} place"\n', '    few: "{count} place"\n')},
        [f"{EN}:154:3: 'places' has few, other — this language has one, other"],
    ),
    (
        "other_plurals",
        {EN: ("cldr: en-GB", "cldr: xx-YY")},
        [f"{EN}:5:7: CLDR knows no 'xx-YY' — write a locale such as en-GB, ru or zh-Hant"],
    ),
    (
        "signs_in_strings",
        {"content/strings/en.yml": ("own_doctor: your own doctor or", "own_doctor: your <b>doctor</b> | or")},
        [
            "content/strings/en.yml:104:20: '<' would change the page round this — write it in words",
            "content/strings/en.yml:104:22: '>' would change the page round this — write it in words",
            "content/strings/en.yml:104:29: '<' would change the page round this — write it in words",
            "content/strings/en.yml:104:32: '>' would change the page round this — write it in words",
            "content/strings/en.yml:104:34: '|' would change the page round this — write it in words",
        ],
    ),
]
