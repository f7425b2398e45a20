"""Bad examples for the rules in `guide.rules.inline`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
HOME = "docs/index.md"
LOST = "may be lost here —"
STAR = f"'*' {LOST} write '**words**' for bold, and '×' or a word for the sign"

CASES: list[tuple[str, dict, list[str]]] = [
    ("lost_signs", {MRI: ("It is loud.", "It is **loud.")}, [f"{MRI}:9:11: {STAR}".replace("'*'", "'**'")]),
    ("lost_signs", {MRI: ("It is loud.", "It is a*b*c.")}, [f"{MRI}:9:12: {STAR}", f"{MRI}:9:14: {STAR}"]),
    (
        "lost_signs",  # bold is for prose
        {MRI: ("brief: A scan", "brief: A *scan*")},
        [f"{MRI}:3:10: '*' {LOST} only plain words stand here", f"{MRI}:3:15: '*' {LOST} only plain words stand here"],
    ),
    (
        "lost_signs",
        {MRI: ("It is loud.", "It is _loud_.")},
        [f"{MRI}:9:11: '_' {LOST} write a space or a word", f"{MRI}:9:16: '_' {LOST} write a space or a word"],
    ),
    ("lost_signs", {MRI: ("It is loud.", r"It is \loud.")}, [f"{MRI}:9:11: '\\' {LOST} write '/' or a word"]),
    (
        "lost_signs",  # code would swallow the citation
        {HOME: ("Hello.", "So it is `so [@smith-2020]`.")},
        [
            f"{HOME}:11:10: '`' {LOST} write quotation marks",
            f"{HOME}:11:27: '`' {LOST} write quotation marks",
        ],
    ),
    ("lost_signs", {HOME: ("Hello.", "```\nHello.")}, [f"{HOME}:11:1: '```' {LOST} write quotation marks"]),
    (
        "lost_words",
        {MRI: ("It is loud.", "It is &copy loud.")},
        [f"{MRI}:9:11: '&' with letters behind it may be lost — write 'and', or a space behind it"],
    ),
    (
        "lost_words",
        {MRI: ("title: MRI scan", "title: MRI C#")},
        [f"{MRI}:1:13: '#' at the end may be lost — put a word behind it"],
    ),
    (
        "lost_words",
        {HOME: ("Hello.", "So ## More.")},
        [f"{HOME}:11:4: '##' begins a heading at the beginning of a line only — begin a line with it"],
    ),
    (
        "silent_marks",
        {"content/checklist.yml": ("text: Weak legs", "text: Weak legs, see [[mri]]")},
        ["content/checklist.yml:8:30: '[[' does nothing here — write the words alone"],
    ),
    (
        "silent_marks",
        {MRI: ("brief: A scan", "brief: A ]scan")},
        [f"{MRI}:3:10: a ']' without its other half — add it"],
    ),
    (
        "lost_sources",
        {MRI: ("[@smith-2020, abstract]", "[@smith-2020, @smith-2020]")},
        [f"{MRI}:5:29: '@smith-2020' is read as a place in 'smith-2020' — write ';' between sources"],
    ),
    (
        "lost_sources",
        {MRI: ("[@smith-2020, abstract]", "[@smith-2020, smith-2020]")},
        [f"{MRI}:5:29: 'smith-2020' is read as a place in 'smith-2020' — write ';' between sources"],
    ),
    *[
        (
            "lost_sources",
            {MRI: ("[@smith-2020, abstract]", f"[@smith-2020, {where}]")},
            [f"{MRI}:5:29: '{where}' is no place in 'smith-2020' — say which, or take it out"],
        )
        for where in ("pp", "?", "sections")
    ],
    (
        "lost_sources",
        {MRI: ("[@smith-2020, abstract]", "[@smith-2020, abstract; @smith-2020,  abstract]")},
        [f"{MRI}:5:28: the same source stands here twice — take one out"],
    ),
    (
        "silent_marks",
        {MRI: ("brief: A scan", "brief: A scan [12]")},
        [f"{MRI}:3:15: '[12]' does nothing here — write the words alone"],
    ),
    (
        "stray_marks",
        {MRI: ("It is loud.", "It is loud [@smith-2020] [12, 13].")},
        [f"{MRI}:9:30: '[12, 13]' is a number in somebody else's list — cite the source: [@reference, where]"],
    ),
    (
        "shown_signs",
        {MRI: ("It is loud.", "It is loud: https://nhs.uk/a.")},
        [f"{MRI}:9:17: an address in a text is no link — cite the source: [@reference, where]"],
    ),
    (
        "false_emergency",
        {
            "content/site.yml": ("emergency: Call for help now.", 'emergency: "**Emergency.** Call for help now."'),
            MRI: ("It is loud.", "**EMERGENCY: wait.** It is loud."),
        },
        [f"{MRI}:9:5: '**EMERGENCY: wait.**' looks like the emergency line — write other words"],
    ),
    (
        "more_lines",
        {MRI: ("brief: A scan with a magnet.", "brief: |\n  A scan.\n\n  With a magnet.")},
        [f"{MRI}:6:3: this has one paragraph — write sentences, without a blank line or a list"],
    ),
    (
        "edges",
        {MRI: ("title: MRI scan", 'title: " MRI scan"')},
        [f"{MRI}:1:10: spaces at the beginning of a text — take them out"],
    ),
    (
        "edges",
        {MRI: ("title: MRI scan", 'title: "MRI scan "')},
        [f"{MRI}:1:16: spaces at the end of a text — take them out"],
    ),
    (
        "shown_signs",
        {MRI: ("It is loud.", "It is ~~not~~ loud, see www.nhs.uk.")},
        [
            f"{MRI}:9:11: '~~' would be shown as it is — take it out, with the words that are struck out",
            f"{MRI}:9:16: '~~' would be shown as it is — take it out, with the words that are struck out",
            f"{MRI}:9:29: an address in a text is no link — cite the source: [@reference, where]",
        ],
    ),
    (
        "more_lines",
        {"content/tests/mri.yml": ("brief: A scan with a magnet.", "brief: >-\n  A scan\n    with a magnet.")},
        ["content/tests/mri.yml:5:5: this has one paragraph — begin this line as far in as the first"],
    ),
]
