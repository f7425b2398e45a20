"""Bad examples for the rules in `guide.rules.amounts`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
SUMMARY = "It finds 9 in 100 [@smith-2020, abstract]."


def said(words: str) -> dict:
    return {MRI: (SUMMARY, f"{words} [@smith-2020, abstract].")}


CASES: list[tuple[str, dict, list[str]]] = [
    *[
        ("odd_figures", said(words), [f"{MRI}:5:{at}: '{figure}' may be read as another figure — {advice}"])
        for words, at, figure, advice in (
            ("It finds 9,5 in 100", 19, "9,5", "write a point before decimals, a comma before each three digits"),
            (
                "It is 10,0000 times so",
                16,
                "10,0000",
                "write a point before decimals, a comma before each three digits",
            ),
            ("It finds 1O in 100", 19, "1O", "a letter stands for a digit: type the digit"),
            ("It was so on 9/6/2023", 23, "9/6/2023", "write the month as a word: 9 June 2023"),
            (
                "It was so in 2203",
                23,
                "2203",
                "look the year up, write a number as 2,500, and an old year as 'the year 1543'",
            ),
            ("It finds I5 in 100", 19, "I5", "a letter stands for a digit: type the digit"),
            ("It finds l5 people", 19, "l5", "a letter stands for a digit: type the digit"),
            ("It finds 2l in 100", 19, "2l", "a letter stands for a digit: type the digit"),
            ("It finds 9%% of it", 20, "%%", "write it once"),
            ("It finds ~9 in 100", 19, "~", "write 'about'"),
            ("It finds >9 in 100", 19, ">", "write 'more than' or 'or more'"),
            ("It finds ≥ 9 in 100", 19, "≥", "write 'more than' or 'or more'"),
            ("It finds ≤9 in 100", 19, "≤", "write 'up to'"),
            ("It finds ½ of them", 19, "½", "write it in words, or so many in 100"),
            ("It finds 6.6 percent", 23, "percent", "write %"),
            ("It finds 6 per cent", 21, "per cent", "write %"),
            ("It finds 80 in 1000", 25, "1000", "write a comma before each three digits: 1,000"),
            ("It finds 80 of every 10000", 31, "10000", "write a comma before each three digits: 1,000"),
        )
    ],
    *[
        ("odd_figures", said(words), [])
        for words in (
            "It finds 6% of them in 2019",
            "It fell to 12 in 1999",
        )
    ],
    *[
        ("impossible_figures", said(words), [f"{MRI}:5:{at}: '{found}' {message}"])
        for words, at, found, message in (
            ("It finds 120 in 100", 19, "120 in 100", "is more than all — look it up in the source"),
            ("It finds 12 to 9 in 100", 19, "12 to 9", "goes down — write the lower end first, and check both"),
            (
                "It finds between 12 and 9 in 100",
                19,
                "between 12 and 9",
                "goes down — write the lower end first, and check both",
            ),
            ("It came on 31 June 2020", 21, "31 June 2020", "is no day — June goes from 1 to 30"),
        )
    ],
    ("impossible_figures", said("It fell from 12 to 9 in 100"), []),
]
