"""Bad examples for the rules in `guide.rules.structure`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
HOME = "docs/index.md"
CARDS = "content/checklist.yml"


def section(more: str, *expected: str) -> tuple[str, dict, list[str]]:
    """A section that goes on with `more`; what is expected says its line behind 9 and its column."""
    lines = "It is loud.\n\n" + more
    return (
        "false_structure",
        {MRI: ("It is loud.", lines.replace("\n", "\n    "))},
        [f"{MRI}:{one}" for one in expected],
    )


def body(more: str, *expected: str) -> tuple[str, dict, list[str]]:
    return "false_structure", {HOME: ("Hello.", more)}, [f"{HOME}:{one}" for one in expected]


CASES: list[tuple[str, dict, list[str]]] = [
    *[
        section(
            f"{sign} It is.\n{sign} So it is.",
            *(f"{line}:5: '{sign}' begins a line, and makes no list — write '{wanted}'" for line in (11, 12)),
        )
        for sign, wanted in (("–", "- "), ("o", "- "), ("(a)", "1. "), ("b)", "1. "), ("ii)", "1. "))
    ],
    section(
        "2019. That year it changed.",
        "11:5: '2019.' would become '1.' — count up from 1, or put a word before the number",
        "11:5: a list of one: would '2019.' be lost — begin with a word, or add an item",
    ),
    section("- 5 degrees [@smith-2020].", "11:5: a list of one: would '-' be lost — begin with a word, or add an item"),
    section("1. Call.\n3. Wait.", "12:5: '3.' would become '2.' — count up from 1, or put a word before the number"),
    section(
        "- Call.\n- Wait.\n\n1. Call.\n2. Wait.",
        "14:5: '1.' goes on with the list above — put a sentence between two lists",
        "14:5: '1.' would become '3.' — count up from 1, or put a word before the number",
        "15:5: '2.' would become '4.' — count up from 1, or put a word before the number",
    ),
    section("Do this:\n- call", "12:5: a list right below a sentence is none — put a blank line between them"),
    section(
        "- Call.\nWait.\n- Go.",
        "12:5: no dash before this — write '- ' for an item, two spaces if the one above goes on, or a blank line",
    ),
    section(
        "- + so.\n- > so",
        "11:7: '+' begins a line, and would be lost — write '- ' for a list, or a word first",
        "12:7: '>' begins a line, and would be lost — write 'more than', or put a word before it",
    ),
    section(
        "#1 cause of harm [@smith-2020].",
        "11:5: '#' begins a line, and would make a heading of it — put a word before it",
    ),
    section(
        "## Sources",
        "11:5: '##' makes no heading here: headings stand in the body of a page in docs/ only — write a sentence",
    ),
    section(
        "+ 3 is a grade [@smith-2020].",
        "11:5: '+' begins a line, and would be lost — write '- ' for a list, or a word first",
    ),
    section("It is so.\n---", "12:5: a line of '---' alone becomes a rule or a heading — take it out"),
    section("    It is so.", "11:9: spaces at the beginning of a line — take them out"),
    section(": so", "11:5: ':' begins a line — put a word before it"),
    (
        "false_structure",  # where no list belongs
        {CARDS: ("text: Weak legs", "text: 2019. That year")},
        [f"{CARDS}:8:15: '2019.' begins the text, and would make a list of it — put a word before it"],
    ),
    body("## Sources", "11:1: every page has a heading like this of its own — choose another"),
    body(
        "## More\nHello.",
        "12:1: a heading stands alone — write '## Words', or '## Words { #id }', and a blank line below",
    ),
    section("[@smith-2020] So it is.", "11:5: a source stands behind the words that it is for — put words before it"),
    section(
        "- [@smith-2020] So.\n- So.", "11:7: a source stands behind the words that it is for — put words before it"
    ),
    body(
        "{: .way }\nSo it is.",
        "11:1: '{: .way }' stands right below the paragraph that it is for — put it there",
    ),
    body(
        "## More\n\nSo.\n\n## More",
        "15:1: another heading of this page has these words — choose others",
    ),
    body("> " * 300 + "x", "11:1: '>' begins a line, and would be lost — write 'more than', or put a word before it"),
    body(
        " " * 40 + "- x",
        "11:41: '-' begins the text, and would make a list of it — put a word before it",
        "11:41: spaces at the beginning of a line — take them out",
    ),
    (
        "false_structure",  # what stands above a list of pages
        {"content/site.yml": ("scans: {label: Scans}", "scans: {label: Scans, about: 2019. That year}")},
        ["content/site.yml:12:36: '2019.' begins the text, and would make a list of it — put a word before it"],
    ),
    body(
        "# More",
        "11:1: '#' makes no heading here — write '## ' for a heading, '### ' for one below it",
    ),
    body(
        "| a | b |\n| --- | --- |\n| so | so | so |",
        "13:1: 3 cells in a table of 2 columns — write '|' between cells only",
    ),
    body(
        "| a | b |\n| --- | --- |\n| so |",
        "13:1: 1 cells in a table of 2 columns — write '|' between cells only",
    ),
    body(
        "| a | b |\n| :--- | --- |\n| so | so |",
        "12:3: ':' would move the words of a column to a side, which no page may — write '| --- | --- |'",
    ),
    body("| a | b |\n| so | so |", "11:1: a table has a head, a line '| --- | --- |' below it, and rows — add them"),
    body(
        "| a | b |\n| --- | --- |\n| so | so |\nHello.",
        "14:1: a row of a table begins and ends with '|' — add it, or a blank line",
    ),
    body(
        "> 38 °C [@smith-2020]",
        "11:1: '>' begins a line, and would be lost — write 'more than', or put a word before it",
    ),
    body('> "So\nit is."', "12:1: each line of a quotation begins with '> ' — add it, or a blank line"),
    body("{{ pages tests }}\nHello.", "12:1: '{{ … }}' stands alone — put a blank line between"),
    (
        "false_structure",
        {"content/tests/mri.yml": ("It is loud.", "It was loud in\n    2019. It is quiet.")},
        ["content/tests/mri.yml:10:5: '2019.' begins a line — put it at the end of the line above"],
    ),
    (
        "false_structure",
        {"docs/index.md": ("Hello.", "A | B\n--- | ---\na | b | c")},
        ["docs/index.md:12:1: a row of a table begins and ends with '|' — add it, or a blank line"],
    ),
    *(
        (
            "false_structure",
            {
                "docs/numbers.md": (
                    "{{ questions tests }}",
                    f"{{{{ questions tests }}}}\n\nAsk:\n\n- Ask one.\n- Ask two.\n{spaces}{sign} Ask us.",
                )
            },
            [f"docs/numbers.md:29:{len(spaces) + 1}: no list within a list — take the spaces out"],
        )
        for spaces, sign in (("  ", "-"), ("    ", "-"), ("    ", "1."), ("   ", "2."))
    ),
    (
        "false_structure",
        {"docs/numbers.md": ("{{ questions tests }}", "{{ questions tests }}\n\nAsk them\n---\n\nThey know it.")},
        ["docs/numbers.md:26:1: '---' makes no heading here — take it out, and write '## ' before the words above"],
    ),
]
