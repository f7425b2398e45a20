"""What an editor does to a file of the small site → every line that `make check` answers, after the file's name.

Each is a slip that people make who know no YAML. The answer is read by them: no word of the parser's stands in it.
"""
# ruff: noqa: E501 -- a message stands on one line, as an editor gets it

from __future__ import annotations

MRI = "content/tests/mri.yml"
CARDS = "content/checklist.yml"
LEAFLETS = "content/leaflets.yml"
SOURCES = "content/references.yml"
PICTURES = "content/figures.yml"
SIDES = "content/disagreements.yml"
SITE = "content/site.yml"
HOME = "docs/index.md"

Slip = tuple[str, tuple[str, str] | str, list[str]]

# fmt: off
SLIPS: dict[str, Slip] = {
    "colon": (MRI, ("brief: A scan with a magnet.", "brief: A scan: with a magnet."), [
        "3:14: a colon and a space within the text — put it in plain quotes: brief: \"A scan: with a magnet.\"",
    ]),
    "colon end": (MRI, ("brief: A scan with a magnet.", "brief: A scan:"), [
        "3:14: a colon and a space within the text — put it in plain quotes: brief: \"A scan:\"",
    ]),
    "open quote": (MRI, ("brief: A scan with a magnet.", "brief: \"A scan with a magnet."), [
        "3:8: the text begins with \" and no other \" ends it — write brief: \"A scan with a magnet.\"",
    ]),
    "open squote": (MRI, ("brief: A scan with a magnet.", "brief: 'A scan with a magnet."), [
        "3:8: the text begins with ' and no other ' ends it — write brief: \"A scan with a magnet.\"",
    ]),
    "apostrophe first": (MRI, ("brief: A scan with a magnet.", "brief: 'Tis a scan with a magnet."), [
        "3:8: the text begins with ' and no other ' ends it — write brief: \"'Tis a scan with a magnet.\"",
    ]),
    "quote then text": (MRI, ("brief: A scan with a magnet.", "brief: \"A scan\" with a magnet."), [
        "3:17: the text goes on after its closing quote — write brief: '\"A scan\" with a magnet.'",
    ]),
    "apostr in single": (MRI, ("brief: A scan with a magnet.", "brief: 'It's a scan.'"), [
        "3:12: the text goes on after its closing quote — write brief: \"It's a scan.\"",
    ]),
    "indent much": (MRI, ("brief: A scan with a magnet.", "  brief: A scan with a magnet."), [
        "3:3: this begins with 2 spaces: too far right — begin it with no space if it is a key like the one above",
    ]),
    "indent 1": (MRI, ("brief: A scan with a magnet.", " brief: A scan with a magnet."), [
        "3:2: this begins with 1 space: too far right — begin it with no space if it is a key like the one above",
    ]),
    "first indented": (MRI, ("title: MRI scan", " title: MRI scan"), [
        "1:1: the first line begins with 1 space, the others don't — begin it at the very left",
    ]),
    "section less": (MRI, ("  shows: |", "shows: |"), [
        "6:10: nothing belongs to 'sections' — begin each line that does 2 spaces further right than it",
        "7:1: unknown key 'shows' — if it belongs to 'sections' above, begin it 2 spaces further right",
    ]),
    "text of block less": (MRI, ("    It is loud.", "  It is loud."), [
        "9:3: this begins with 2 spaces: further left than the text above — begin it with 4 spaces, as the first line of the text",
    ]),
    "text of block less1": (MRI, ("    It is loud.", "   It is loud."), [
        "9:4: this begins with 3 spaces: further left than the text above — begin it with 4 spaces, as the first line of the text",
    ]),
    "text of block 0": (MRI, ("    It is loud.", "It is loud."), [
        "9:1: this begins with no space: further left than the text above — begin it with 4 spaces, as the first line of the text",
    ]),
    "block first more": (MRI, ("    It shows [[marrow]].", "      It shows [[marrow]]."), [
        "9:5: this begins with 4 spaces: further left than the text above — begin it with 6 spaces, as the first line of the text",
    ]),
    "tab": (MRI, ("brief: A scan with a magnet.", '\tbrief: A scan'), [
        "3:1: a tab where only plain spaces may stand — put plain spaces in its place",
    ]),
    "tab in section": (MRI, ("  shows: |", '\tshows: |'), [
        "7:1: a tab where only plain spaces may stand — put plain spaces in its place",
    ]),
    "tab in text": (MRI, ("    It is loud.", '\tIt is loud.'), [
        "9:1: a tab where only plain spaces may stand — put plain spaces in its place",
    ]),
    "begins %": (MRI, ("brief: A scan with a magnet.", "brief: %5 scan with."), [
        "3:8: a text can't begin with '%' — put it in quotes: brief: \"%5 scan with.\"",
    ]),
    "begins @": (MRI, ("brief: A scan with a magnet.", "brief: @5 scan with."), [
        "3:8: a text can't begin with '@' — put it in quotes: brief: \"@5 scan with.\"",
    ]),
    "begins `": (MRI, ("brief: A scan with a magnet.", "brief: `5 scan with."), [
        "3:8: a text can't begin with '`' — put it in quotes: brief: \"`5 scan with.\"",
    ]),
    "begins &": (MRI, ("brief: A scan with a magnet.", "brief: &5 scan with."), [
        "3:8: a text can't begin with '&' — put it in quotes: brief: \"&5 scan with.\"",
    ]),
    "begins *": (MRI, ("brief: A scan with a magnet.", "brief: *5 scan with."), [
        "3:8: a text can't begin with '*' — put it in quotes: brief: \"*5 scan with.\"",
    ]),
    "begins !": (MRI, ("brief: A scan with a magnet.", "brief: !5 scan with."), [
        "3:8: a text can't begin with '!' — put it in quotes: brief: \"!5 scan with.\"",
    ]),
    "begins |": (MRI, ("brief: A scan with a magnet.", "brief: |5 scan with."), [
        "3:8: words beside '|' — begin them on the next line, or put all in quotes: brief: \"|5 scan with.\"",
    ]),
    "begins >": (MRI, ("brief: A scan with a magnet.", "brief: >5 scan with."), [
        "3:8: words beside '>' — begin them on the next line, or put all in quotes: brief: \">5 scan with.\"",
    ]),
    "begins [": (MRI, ("brief: A scan with a magnet.", "brief: [5 scan with."), [
        "3:8: '[' is not closed — put ']' at its end, or if it is a text, quotes: brief: \"[5 scan with.\"",
    ]),
    "begins {": (MRI, ("brief: A scan with a magnet.", "brief: {5 scan with."), [
        "3:8: '{' is not closed — put '}' at its end, or if it is a text, quotes: brief: \"{5 scan with.\"",
    ]),
    "begins ? sp": (MRI, ("brief: A scan with a magnet.", "brief: ? 5 scan with."), [
        "3:8: a text can't begin with '?' — put it in quotes: brief: \"? 5 scan with.\"",
    ]),
    "begins - sp": (MRI, ("brief: A scan with a magnet.", "brief: - 5 scan with."), [
        "3:8: words after a dash beside the key — begin a list on the next line, put a text in quotes: brief: \"- 5 scan with.\"",
    ]),
    "begins : sp": (MRI, ("brief: A scan with a magnet.", "brief: : 5 scan with."), [
        "3:8: a text can't begin with ':' — put it in quotes: brief: \": 5 scan with.\"",
    ]),
    "begins \"": (MRI, ("brief: A scan with a magnet.", "brief: \"5 scan with."), [
        "3:8: the text begins with \" and no other \" ends it — write brief: \"5 scan with.\"",
    ]),
    "begins '": (MRI, ("brief: A scan with a magnet.", "brief: '5 scan with."), [
        "3:8: the text begins with ' and no other ' ends it — write brief: \"5 scan with.\"",
    ]),
    "begins ,": (MRI, ("brief: A scan with a magnet.", "brief: ,5 scan with."), [
        "3:8: a ',' that belongs to nothing — take it out, or put the text in quotes: brief: \",5 scan with.\"",
    ]),
    "begins #": (MRI, ("brief: A scan with a magnet.", "brief: #5 scan with."), [
        "3:8: what follows '#' is not read — put it in quotes: brief: \"#5 scan with.\"",
    ]),
    "begins }": (MRI, ("brief: A scan with a magnet.", "brief: }5 scan with."), [
        "3:8: a '}' that belongs to nothing — take it out, or put the text in quotes: brief: \"}5 scan with.\"",
    ]),
    "begins ]": (MRI, ("brief: A scan with a magnet.", "brief: ]5 scan with."), [
        "3:8: a ']' that belongs to nothing — take it out, or put the text in quotes: brief: \"]5 scan with.\"",
    ]),
    "no space": (MRI, ("brief: A scan with a magnet.", "brief:A scan with a magnet."), [
        "3:1: no plain colon and space after 'brief' — write brief: A scan with a magnet.",
    ]),
    "no space last": (MRI, ("next_check: 2028-11-22", "next_check:2028-11-22"), [
        "12:1: no plain colon and space after 'next_check' — write next_check: 2028-11-22",
    ]),
    "no space first": (MRI, ("title: MRI scan", "title:MRI scan"), [
        "1:1: no plain colon and space after 'title' — write title: MRI scan",
    ]),
    "no colon": (MRI, ("brief: A scan with a magnet.", "brief A scan"), [
        "3:1: no colon in this line — if it goes on with the text above, begin it with 2 spaces; if not, write brief: …",
    ]),
    "no colon first": (MRI, ("title: MRI scan", "title MRI scan"), [
        "1:1: no colon in this line — write title: …",
    ]),
    "no colon last": (MRI, ("next_check: 2028-11-22", "next_check 2028-11-22"), [
        "12:1: no colon in this line — if it goes on with the text above, begin it with 2 spaces; if not, write next_check: …",
    ]),
    "word as list": (MRI, ("next: [index]", "next: index"), [
        "10:7: 'next' is a list — write next: [index]",
    ]),
    "no value": (MRI, ("brief: A scan with a magnet.", "brief:"), [
        "3:7: this is empty — write something or take the line out",
    ]),
    "doubled": (MRI, ("brief: A scan with a magnet.", "brief: A scan with a magnet.\nbrief: A scan with a magnet."), [
        "4:1: the key 'brief' stands here twice — keep one",
    ]),
    "smart quotes": (MRI, ("brief: A scan with a magnet.", "brief: “A scan: with”"), [
        "3:15: curly quotes are letters like others — put it in plain quotes: brief: \"A scan: with\"",
    ]),
    "smart key": (MRI, ("brief: A scan with a magnet.", "“brief”: A scan"), [
        "1:1: 'brief' is missing — add it: One line for lists of pages: at most 20 words, no figure.",
        "3:1: unknown key '“brief”' — did you mean 'brief'?",
    ]),
    "fullwidth": (MRI, ("brief: A scan with a magnet.", "brief： A scan"), [
        "3:1: no plain colon and space after 'brief' — write brief: A scan",
    ]),
    "nbsp indent": (MRI, ("  shows: |", '\xa0\xa0shows: |'), [
        "6:10: nothing belongs to 'sections' — begin each line that does 2 spaces further right than it",
        "7:3: unknown key '\\xa0\\xa0shows' — if it belongs to 'sections' above, begin it 2 spaces further right",
    ]),
    "nbsp after colon": (MRI, ("brief: A scan with a magnet.", 'brief:\xa0A scan'), [
        "3:7: a space of another kind (U+00A0) where only plain spaces may stand — put plain spaces in its place",
    ]),
    "nbsp text indent": (MRI, ("    It is loud.", '\xa0\xa0\xa0\xa0It is loud.'), [
        "9:1: a space of another kind (U+00A0) where only plain spaces may stand — put plain spaces in its place",
    ]),
    "open [": (MRI, ("next: [index]", "next: [index"), [
        "10:7: '[' is not closed — write next: [index]",
    ]),
    "extra ]": (MRI, ("next: [index]", "next: [index]]"), [
        "10:14: one ']' too many — take it out",
    ]),
    "no [": (MRI, ("next: [index]", "next: index]"), [
        "10:7: 'next' is a list — write next: [index]",
    ]),
    "open {": (MRI, ("next: [index]", "next: {index"), [
        "10:7: '{' is not closed — put '}' at its end, or if it is a text, quotes: next: \"{index\"",
    ]),
    "no comma": (MRI, ("next: [index]", "next: [index tests]"), [
        "10:8: no page 'index tests' — these are several: write a comma between each two, as [index, tests]",
    ]),
    "comma no bracket": (MRI, ("next: [index]", "next: index, tests"), [
        "10:7: 'next' is a list — write next: [index, tests]",
    ]),
    "mark unquoted": (MRI, ("next: [index]", "next: [[index]]"), [
        "10:8: brackets within a list — write index alone",
    ]),
    "link unquoted": (MRI, ("brief: A scan with a magnet.", "brief: [[marrow]] is soft."), [
        "3:8: a text can't begin with '[' — put it in quotes: brief: \"[[marrow]] is soft.\"",
    ]),
    "cite first": (MRI, ("summary: It finds 9 in 100 [@smith-2020, abstract].", "summary: [@smith-2020] It finds 9 in 100 [@smith-2020, abstract]."), [
        "5:10: a text can't begin with '[' — put it in quotes: summary: \"[@smith-2020] It finds 9 in 100 [@smith-2020, abstract].\"",
    ]),
    "item off": (MRI, ("next: [index]", "next:\n  - index\n - tests"), [
        "12:2: this begins with 1 space: in line with nothing above — begin it with 2 spaces",
    ]),
    "item off2": (MRI, ("next: [index]", "next:\n  - index\n    - tests"), [
        "11:5: no page 'index - tests' — these are several: write a comma between each two, as [index, tests]",
        "12:5: this runs on from the entry above — begin it as far in as that one",
    ]),
    "item off3": (MRI, ("next: [index]", "next:\n  - index\n   - tests"), [
        "11:5: no page 'index - tests' — these are several: write a comma between each two, as [index, tests]",
        "12:4: this runs on from the entry above — begin it as far in as that one",
    ]),
    "item no space": (MRI, ("next: [index]", "next:\n  -index\n  -tests"), [
        "11:3: 'next' is a list — write next: [index, tests]",
    ]),
    "item no dash": (MRI, ("next: [index]", "next:\n  - index\n  tests"), [
        "12:3: no dash before this — write - tests",
    ]),
    "item no dash2": (MRI, ("next: [index]", "next:\n  index\n  tests"), [
        "11:3: 'next' is a list — write next: [index tests]",
    ]),
    "en dash item": (MRI, ("next: [index]", "next:\n  – index\n  – tests"), [
        "11:3: 'next' is a list — write next: [index, tests]",
    ]),
    "bullet": (MRI, ("next: [index]", "next:\n  • index\n"), [
        "11:3: 'next' is a list — write next: [index]",
    ]),
    "flow map no comma": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: \"in 1,000 people\" people: All, source: \"A count [@smith-2020]\"}"), [
        "6:53: nothing stands between this and the text in quotes before it — put a comma there",
    ]),
    "flow comma unquoted": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: in 1,000 people, people: All, source: \"A count [@smith-2020]\"}"), [
        "6:40: '000 people' stands alone after a comma — put a text that has commas in quotes: \"…, …\"",
    ]),
    "flow no close": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\""), [
        "6:7: '{' is not closed — put '}' where it ends",
    ]),
    "flow colon nospace": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: \"in 1,000 people\", people:All, source: \"A count [@smith-2020]\"}"), [
        "6:7: 'people' is missing — add it: In whom it was counted, and where.",
        "6:54: no plain colon and space after 'people' — write people: All",
    ]),
    "card item less": (CARDS, ("      legs:", "    legs:"), [
        "6:11: nothing belongs to 'items' — begin each line that does 2 spaces further right than it",
        "7:5: unknown key 'legs' — if it belongs to 'items' above, begin it 2 spaces further right",
    ]),
    "card text more": (CARDS, ("        text: Weak legs\n        source: A trial [@smith-2020]", "        text: Weak legs\n          source: A trial [@smith-2020]"), [
        "9:11: this begins with 10 spaces: too far right — begin it with 8 spaces if it is a key like the one above",
    ]),
    "card text less": (CARDS, ("        text: Weak legs\n        source: A trial [@smith-2020]", "        text: Weak legs\n      source: A trial [@smith-2020]"), [
        "10:9: this begins with 8 spaces: too far right — begin it with 6 spaces if it is a key like the one above",
    ]),
    "card text less1": (CARDS, ("        text: Weak legs\n        source: A trial [@smith-2020]", "        text: Weak legs\n       source: A trial [@smith-2020]"), [
        "9:8: this begins with 7 spaces: in line with nothing above — begin it with 8 spaces as 'text', or 6 spaces as 'legs', or 4 spaces as 'items'",
    ]),
    "card colon": (CARDS, ("        text: Weak legs", "        text: Weak legs: both"), [
        "8:24: a colon and a space within the text — put it in plain quotes: text: \"Weak legs: both\"",
    ]),
    "card quote": (CARDS, ("        text: Weak legs", "        text: \"Weak legs"), [
        "8:15: the text begins with \" and no other \" ends it — write text: \"Weak legs\"",
    ]),
    "cite src": (CARDS, ("        text: Weak legs\n        source: A trial [@smith-2020]", "        text: Weak legs\n        source: [@smith-2020]"), [
        "9:17: a text can't begin with '[' — put it in quotes: source: \"[@smith-2020]\"",
    ]),
    "backslash": (MRI, ("brief: A scan with a magnet.", "brief: \"A \\scan\""), [
        "3:11: a backslash between double quotes — take it out, or use single quotes: '…'",
    ]),
    "word doc end": (MRI, ("brief: A scan with a magnet.", "brief: A scan with a magnet.\n..."), [
        "4:1: '...' ends the file before this — take it out",
    ]),
    "equals": (MRI, ("brief: A scan with a magnet.", "brief = A scan"), [
        "3:1: no plain colon and space after 'brief' — write brief: A scan",
    ]),
    "json": (MRI, ("brief: A scan with a magnet.", "\"brief\": \"A scan\","), [
        "3:18: ',' after the closing quote — take it out, or put it inside the quotes",
    ]),
    "second ---": (MRI, ("brief: A scan with a magnet.", "brief: A scan with a magnet.\n---"), [
        "4:1: a line '---' within the file — take it out",
    ]),
    "merge": (MRI, ("brief: A scan with a magnet.", "brief: A scan with a magnet.\n<<: x"), [
        "4:1: unknown key '<<' — use one of: ages, also, asks, body, brief, checked, draft, evidence, figures, group, levels, name, next, next_check, sections, share, summary, title, unavoidable, words_first",
    ]),
    "conflict": (MRI, ("brief: A scan with a magnet.", "<<<<<<< HEAD\nbrief: A scan with a magnet.\n=======\nbrief: A scan with a magnet.\n>>>>>>> other"), [
        "3:1: two versions stand here one below the other — keep one, take out lines like this",
    ]),
    "plain two lines": (MRI, ("brief: A scan with a magnet.", "brief: A scan\nwith a magnet."), [
        "4:1: no colon in this line — if it goes on with the text above, begin it with 2 spaces; if not, write with: …",
    ]),
    "summary >- less": (MRI, ("summary: It finds 9 in 100 [@smith-2020, abstract].", "summary: >-\nIt finds 9 in 100 [@smith-2020, abstract]."), [
        "6:1: this begins with no space: further left than the text above — begin it with no space, as the first line of the text",
    ]),
    "| text same line": (MRI, ("  shows: |\n    It shows [[marrow]].", "  shows: | It shows [[marrow]]."), [
        "7:10: words beside '|' — begin them on the next line, or put all in quotes: shows: \"| It shows [[marrow]].\"",
    ]),
    "empty": (MRI, "", [
        "1:1: the file is empty — write lines 'key: words'",
    ]),
    "text": (MRI, ("title: MRI scan\nname: MRI scan\nbrief: A scan with a magnet.\ngroup: scans\nsummary: It finds 9 in 100 [@smith-2020, abstract].\nsections:\n  shows: |\n    It shows [[marrow]].\n    It is loud.\nnext: [index]\nchecked: 2026-11-22\nnext_check: 2028-11-22", "just words"), [
        "1:1: the file has no key — write lines 'key: words'",
    ]),
    "list": (MRI, ("title: MRI scan\nname: MRI scan\nbrief: A scan with a magnet.\ngroup: scans\nsummary: It finds 9 in 100 [@smith-2020, abstract].\nsections:\n  shows: |\n    It shows [[marrow]].\n    It is loud.\nnext: [index]\nchecked: 2026-11-22\nnext_check: 2028-11-22", "- a\n- b"), [
        "1:1: the file is a list — write lines 'key: words'",
    ]),
    "date 22.11.2026": (MRI, ("checked: 2026-11-22", "checked: 22.11.2026"), [
        "11:10: not a day — write 2026-11-22",
    ]),
    "date 22/11/2026": (MRI, ("checked: 2026-11-22", "checked: 22/11/2026"), [
        "11:10: not a day — write 2026-11-22",
    ]),
    "date 11/22/2026": (MRI, ("checked: 2026-11-22", "checked: 11/22/2026"), [
        "11:10: not a day — write year, month and day as in 2026-11-22",
    ]),
    "date 5/6/2026": (MRI, ("checked: 2026-11-22", "checked: 5/6/2026"), [
        "11:10: not a day — write year, month and day as in 2026-11-22",
    ]),
    "date 2026-1-2": (MRI, ("checked: 2026-11-22", "checked: 2026-1-2"), [
        "11:10: not a day — write 2026-01-02",
    ]),
    "date 2026-13-01": (MRI, ("checked: 2026-11-22", "checked: 2026-13-01"), [
        "11:10: the month 13 — months go from 01 to 12, and stand between year and day",
    ]),
    "date 2026-02-30": (MRI, ("checked: 2026-11-22", "checked: 2026-02-30"), [
        "11:10: the day 30 — February 2026 goes from 01 to 28",
    ]),
    "date 2026/11/22": (MRI, ("checked: 2026-11-22", "checked: 2026/11/22"), [
        "11:10: not a day — write 2026-11-22",
    ]),
    "date 22 November 2026": (MRI, ("checked: 2026-11-22", "checked: 22 November 2026"), [
        "11:10: not a day — write 2026-11-22",
    ]),
    "date today": (MRI, ("checked: 2026-11-22", "checked: today"), [
        "11:10: not a day — write year, month and day as in 2026-11-22",
    ]),
    "date 2026-11-22 10:00": (MRI, ("checked: 2026-11-22", "checked: 2026-11-22 10:00"), [
        "11:10: not a day — write year, month and day as in 2026-11-22",
    ]),
    "date [2026]": (MRI, ("checked: 2026-11-22", "checked: [2026]"), [
        "11:1: not a day — write year, month and day as in 2026-11-22",
    ]),
    "date ": (MRI, ("checked: 2026-11-22", "checked: "), [
        "11:9: not a day — write year, month and day as in 2026-11-22",
    ]),
    "date 2026": (MRI, ("checked: 2026-11-22", "checked: 2026"), [
        "11:10: not a day — write year, month and day as in 2026-11-22",
    ]),
    "date 0000-00-00": (MRI, ("checked: 2026-11-22", "checked: 0000-00-00"), [
        "11:10: the month 00 — months go from 01 to 12, and stand between year and day",
    ]),
    "date 26-11-22": (MRI, ("checked: 2026-11-22", "checked: 26-11-22"), [
        "11:10: not a day — write year, month and day as in 2026-11-22",
    ]),
    "url example.org": (SOURCES, ("  URL: https://example.org/trial", "  URL: example.org"), [
        "4:8: not a web address — it begins with https://, as in a browser",
    ]),
    "url www.example.org/a": (SOURCES, ("  URL: https://example.org/trial", "  URL: www.example.org/a"), [
        "4:8: not a web address — it begins with https://, as in a browser",
    ]),
    "url https://example.org/<a>": (SOURCES, ("  URL: https://example.org/trial", "  URL: https://example.org/<a>"), [
        "4:8: '<' can't stand in a web address — write it as %3C",
    ]),
    "url https://example.org/a[1]": (SOURCES, ("  URL: https://example.org/trial", "  URL: https://example.org/a[1]"), [
        "4:8: '[' can't stand in a web address — write it as %5B",
    ]),
    "url https://example.org/a b": (SOURCES, ("  URL: https://example.org/trial", "  URL: https://example.org/a b"), [
        "4:8: a space after 'ttps://example.org/a' — take it out, or write it as %20",
    ]),
    "url https://exämple.org": (SOURCES, ("  URL: https://example.org/trial", "  URL: https://exämple.org"), [
        "4:8: 'ä' in the name of a site — copy the address from a browser",
    ]),
    "url https://example.org/é": (SOURCES, ("  URL: https://example.org/trial", "  URL: https://example.org/é"), [
        "4:8: 'é' can't stand in a web address — write it as %C3%A9",
    ]),
    "url https://example.org/(a": (SOURCES, ("  URL: https://example.org/trial", "  URL: https://example.org/(a"), [
        "4:8: brackets ( ) that don't pair — write the odd one as %28 for ( or %29 for )",
    ]),
    "url http:/example.org": (SOURCES, ("  URL: https://example.org/trial", "  URL: http:/example.org"), [
        "4:8: not a web address — it begins with https://, as in a browser",
    ]),
    "url https://example.org/“a”": (SOURCES, ("  URL: https://example.org/trial", "  URL: https://example.org/“a”"), [
        "4:8: '“' can't stand in a web address — write it as %E2%80%9C",
    ]),
    "url https://": (SOURCES, ("  URL: https://example.org/trial", "  URL: https://"), [
        "4:8: a web address with an odd name of its site — it is like https://example.org/page",
    ]),
    "url doi.org/10.1/a": (SOURCES, ("  URL: https://example.org/trial", "  URL: doi.org/10.1/a"), [
        "4:8: not a web address — it begins with https://, as in a browser",
    ]),
    "url https://a_b.org": (SOURCES, ("  URL: https://example.org/trial", "  URL: https://a_b.org"), [
        "4:8: a web address with an odd name of its site — it is like https://example.org/page",
    ]),
    "author list": (SOURCES, ("  title: A trial", "  title: A trial\n  author: [Smith J]"), [
        "4:12: \"Smith J\" is not enough — write it as {family: …, given: …}",
    ]),
    "author text": (SOURCES, ("  title: A trial", "  title: A trial\n  author: Smith J"), [
        "4:11: 'author' is a list — write each below it as - {family: …, given: …}",
    ]),
    "author map": (SOURCES, ("  title: A trial", "  title: A trial\n  author: {family: Smith}"), [
        "4:3: 'author' is a list — write each below it as - {family: …, given: …}",
    ]),
    "author key": (SOURCES, ("  title: A trial", "  title: A trial\n  author:\n    - {familly: Smith}"), [
        "5:8: unknown key 'familly' — did you mean 'family'?",
    ]),
    "author extra key": (SOURCES, ("  title: A trial", "  title: A trial\n  author:\n    - {family: Smith, given: J, and others}"), [
        "5:33: 'and others' stands alone after a comma — put a text that has commas in quotes: \"…, …\"",
    ]),
    "et_al yes": (SOURCES, ("  title: A trial", "  title: A trial\n  et_al: yes"), [
        "4:10: 'yes' — write true, or take the line out",
    ]),
    "replaced": (SOURCES, ("  title: A trial", "  title: A trial\n  replaced: NG234"), [
        "4:13: \"NG234\" is not enough — write it as {by: …, on: …}",
    ]),
    "replaced date": (SOURCES, ("  title: A trial", "  title: A trial\n  replaced: {by: NG234, on: 2026}"), [
        "4:29: not a day — write year, month and day as in 2026-11-22",
    ]),
    "title list": (SOURCES, ("  title: A trial", "  title: [A trial]"), [
        "3:10: 'title' is one text, no list — write it without brackets, or in quotes: title: \"[A trial]\"",
    ]),
    "ref no value": (SOURCES, ("smith-2020:", "smith-2020: Smith\nother:"), [
        "1:13: \"Smith\" is not enough — write it as {type: …, title: …, URL: …, evidence: …, read: …}",
    ]),
    "value comma": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 0,5, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}"), [
        "6:28: a comma ends the number here — write 0.5",
    ]),
    "value text": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: three, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}"), [
        "6:26: 'value' is no number — write digits, with a point before decimals, such as 0.5",
    ]),
    "value pct": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3%, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}"), [
        "6:26: 'value' is no number — write digits, with a point before decimals, such as 0.5",
    ]),
    "value nan": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: .nan, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}"), [
        "6:26: 'value' is no number — write digits, with a point before decimals, such as 0.5",
    ]),
    "value inf": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: inf, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}"), [
        "6:26: 'value' is no number — write digits, with a point before decimals, such as 0.5",
    ]),
    "value neg": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: -3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}"), [
        "6:26: 'value' is too small — write at least 0",
    ]),
    "value big": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3000000000, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}"), [
        "6:26: 'value' is too large — write at most 1000000",
    ]),
    "rows text": (PICTURES, ("  rows:\n    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "  rows: none"), [
        "5:9: 'rows' is a list — write each below it as - {label: …, value: …, unit: …, people: …, source: …}",
    ]),
    "rows words": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - It"), [
        "6:7: \"It\" is not enough — write it as {label: …, value: …, unit: …, people: …, source: …}",
    ]),
    "months x": (SITE, ("    label: Tests\n", "    label: Tests\n    months: ninety\n"), [
        "11:13: 'months' is no whole number — write digits only, such as 90",
    ]),
    "months 1.5": (SITE, ("    label: Tests\n", "    label: Tests\n    months: 1.5\n"), [
        "11:13: 'months' is no whole number — write digits only, such as 90",
    ]),
    "months -": (SITE, ("    label: Tests\n", "    label: Tests\n    months: -1\n"), [
        "11:13: 'months' is too small — write at least 1",
    ]),
    "months big": (SITE, ("    label: Tests\n", "    label: Tests\n    months: 10000\n"), [
        "11:13: 'months' is too large — write at most 24",
    ]),
    "months list": (SITE, ("    label: Tests\n", "    label: Tests\n    months: [90]\n"), [
        "11:5: 'months' is no whole number — write digits only, such as 90",
    ]),
    "kinds list": (SITE, ("  supported: {label: Supported, about: The sources agree.}", "  - supported"), [
        "21:1: 'verdicts' has keys of its own — write below it, 2 spaces further right, lines 'key: words'",
    ]),
    "kinds text": (SITE, ("verdicts:\n  supported: {label: Supported, about: The sources agree.}", "verdicts: supported"), [
        "21:11: 'verdicts' has keys of its own — write below it, 2 spaces further right, lines 'key: words'",
    ]),
    "kinds none": (SITE, ("verdicts:\n  supported: {label: Supported, about: The sources agree.}", "verdicts:"), [
        "21:10: nothing belongs to 'verdicts' — begin each line that does 2 spaces further right than it",
    ]),
    "entry text": (SITE, ("  supported: {label: Supported, about: The sources agree.}", "  supported: Supported"), [
        "22:14: \"Supported\" is not enough — write it as {label: …, about: …}",
    ]),
    "next too many": (MRI, ("next: [index]", "next: [index, tests, index, tests, mri]"), [
        "10:1: too many in 'next' — give at most 4",
    ]),
    "next none": (MRI, ("next: [index]", "next: []"), [
        "10:1: too few in 'next' — give at least 1",
    ]),
    "next block": (MRI, ("next: [index]", "next: \n  - index\n  -\n"), [
        "12:4: this is empty — write something or take the line out",
    ]),
    "sections list": (MRI, ("  shows: |\n    It shows [[marrow]].", "  - shows: |\n      It shows [[marrow]]."), [
        "9:5: this begins with 4 spaces: further left than the text above — begin it with 6 spaces, as the first line of the text",
    ]),
    "section words": (MRI, ("sections:\n  shows: |", "sections: It shows [[marrow]].\nx: |"), [
        "6:11: 'sections' has keys of its own — write below it, 2 spaces further right, lines 'key: words'",
        "7:1: unknown key 'x' — use one of: ages, also, asks, body, brief, checked, draft, evidence, figures, group, levels, name, next, next_check, sections, share, summary, title, unavoidable, words_first",
    ]),
    "sides colon": (SIDES, ("  sides: [Some say soon., Others say later.]", "  sides: [Note: some say soon, Others say later.]"), [
        "3:11: a colon and a space within the text — put it in plain quotes: \"Note: some say soon\"",
    ]),
    "sides block colon": (SIDES, ("  sides: [Some say soon., Others say later.]", "  sides:\n    - NICE: soon\n    - Others say later."), [
        "4:7: a colon and a space within the text — put it in plain quotes: - \"NICE: soon\"",
    ]),
    "text below colon": (MRI, ("brief: A scan with a magnet.", "brief:\n  Note: a scan"), [
        "4:3: a colon and a space within the text — put it in plain quotes: \"Note: a scan\"",
    ]),
    "text below dash": (MRI, ("brief: A scan with a magnet.", "brief:\n  - a scan"), [
        "4:3: 'brief' is one text, no list — take out the dash",
    ]),
    "brief list": (MRI, ("brief: A scan with a magnet.", "brief: [a scan, with]"), [
        "3:8: 'brief' is one text, no list — write it without brackets, or in quotes: brief: \"[a scan, with]\"",
    ]),
    "brief group": (MRI, ("brief: A scan with a magnet.", "brief: {a scan}"), [
        "3:8: 'brief' is one text, no list — write it without brackets, or in quotes: brief: \"{a scan}\"",
    ]),
    "jinja": (MRI, ("brief: A scan with a magnet.", "brief: {{ a }}"), [
        "3:8: a text can't begin with '{' — put it in quotes: brief: \"{{ a }}\"",
    ]),
    "next dash inline": (MRI, ("next: [index]", "next: - index"), [
        "10:7: words after a dash beside the key — begin a list on the next line, put a text in quotes: next: \"- index\"",
    ]),
    "swallow": (MRI, ("name: MRI scan", "  name: MRI scan"), [
        "2:3: this begins with 2 spaces: too far right — begin it with no space if it is a key like the one above",
    ]),
    "swallow2": (MRI, ("next: [index]", "    next: [index]"), [
        "10:5: 'next' is part of the text above — begin it at the very left",
    ]),
    "quote swallow": (MRI, ("title: MRI scan\nname: MRI scan\nbrief: A scan with a magnet.", "title: \"MRI scan\nname: MRI scan\nbrief: \"A scan\" with with a magnet."), [
        "1:8: the text begins with \" and no other \" ends it — write title: \"MRI scan\"",
    ]),
    "quote swallow2": (MRI, ("title: MRI scan\nname: MRI scan\nbrief: A scan with a magnet.", "title: \"MRI scan\nname: MRI scan\nbrief: A scan\""), [
        "1:8: the text begins with \" and no other \" ends it — write title: \"MRI scan\"",
    ]),
    "capital key": (MRI, ("brief: A scan with a magnet.", "Brief: A scan with a magnet."), [
        "1:1: 'brief' is missing — add it: One line for lists of pages: at most 20 words, no figure.",
        "3:1: unknown key 'Brief' — did you mean 'brief'?",
    ]),
    "key dash": (MRI, ("brief: A scan with a magnet.", "- brief: A scan with a magnet."), [
        "3:1: a dash where the lines above have none — take it out",
    ]),
    "decomposed": (MRI, ("brief: A scan with a magnet.", "brief: A scán with a magnet."), [
        "3:12: 'a' and its accent are two letters here — type the one letter 'á'",
        "3:13: U+0301 (COMBINING ACUTE ACCENT) can't be seen — take it out",
    ]),
    "decomposed2": (MRI, ("brief: A scan with a magnet.", "brief: A scán café café with a magnet."), [
        "3:12: 'a' and its accent are two letters here — type the one letter 'á'",
        "3:13: U+0301 (COMBINING ACUTE ACCENT) can't be seen — take it out",
    ]),
    "loose mark": (MRI, ("brief: A scan with a magnet.", "brief: A scaq́n with a magnet."), [
        "3:14: U+0301 (COMBINING ACUTE ACCENT) can't be seen — take it out",
    ]),
    "ligature": (MRI, ("brief: A scan with a magnet.", "brief: A ﬁnd with a magnet."), [
        "3:10: U+FB01 (LATIN SMALL LIGATURE FI) is one letter that looks like more — write 'fi'",
    ]),
    "soft": (MRI, ("brief: A scan with a magnet.", 'brief: A sc\xadan with a magnet.'), [
        "3:12: U+00AD (SOFT HYPHEN) can't be seen — take it out",
    ]),
    "bom": (MRI, ("brief: A scan with a magnet.", 'brief: A sc\ufeffan with a magnet.'), [
        "3:12: U+FEFF (ZERO WIDTH NO-BREAK SPACE) can't be seen — take it out",
    ]),
    "zwsp": (MRI, ("brief: A scan with a magnet.", 'brief: A sc\u200ban with a magnet.'), [
        "3:12: U+200B (ZERO WIDTH SPACE) can't be seen — take it out",
    ]),
    "cards swap": (CARDS, ("    tier: now", "    tier: [now]"), [
        "3:11: 'tier' is one text, no list — write it without brackets, or in quotes: tier: \"[now]\"",
    ]),
    "item no source": (CARDS, ("        text: Weak legs\n        source: A trial [@smith-2020]", "        text: Weak legs"), [
        "7:7: 'source' is missing — add it",
    ]),
    "signs word": (CARDS, ("        text: Weak legs\n        source: A trial [@smith-2020]\n        signs: [mri]", "        text: Weak legs\n        source: A trial [@smith-2020]\n        signs: mri"), [
        "10:16: 'signs' is a list — write signs: [mri]",
    ]),
    "signs blank": (CARDS, ("        text: Weak legs\n        source: A trial [@smith-2020]\n        signs: [mri]", "        text: Weak legs\n        source: A trial [@smith-2020]\n        signs:"), [
        "10:15: 'signs' is empty — write signs: [first, second], or take the line out if there are none",
    ]),
    "pocket": (LEAFLETS, ("pocket: [weak]", "pocket: weak"), [
        "17:13: 'pocket' is a list — write pocket: [weak]",
    ]),
    "pocket2": (LEAFLETS, ("pocket: [weak]", "pocket: [[weak]]"), [
        "17:14: brackets within a list — write weak alone",
    ]),
    "groups": (LEAFLETS, ("groups: [{label: Legs, lines: [weak]}]", "groups: [weak]"), [
        "12:18: \"weak\" is not enough — write it as {label: …, lines: …}",
    ]),
    "group lines": (LEAFLETS, ("lines: [weak]", "lines: weak"), [
        "12:39: 'lines' is a list — write lines: [weak]",
    ]),
    "line words": (LEAFLETS, ('weak: {text: "**Weak legs**", signs: [legs]}', 'weak: "**Weak legs**"'), [
        "2:10: \"**Weak legs**\" is not enough — write it as {text: …, signs: …}",
    ]),
    "line stars": (LEAFLETS, ('"**Weak legs**"', "**Weak legs**"), [
        "2:16: a sign that means something else in '**Weak legs**' — put it in quotes: \"**Weak legs**\"",
    ]),
    "fields list": (CARDS, ("  started: When it began", "  - started"), [
        "26:1: 'fields' has keys of its own — write below it, 2 spaces further right, lines 'key: words'",
    ]),
    "MD none": (HOME, ("---\ntitle: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n\nHello.\n", "# Home\nHello"), [
        "1:1: no fields at the top — start with '---', 'title: …', further fields and '---'",
    ]),
    "MD no open": (HOME, "title: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n\nHello.\n", [
        "1:1: the line '---' is missing above the fields — write it as the first line",
    ]),
    "MD four": (HOME, "----\ntitle: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n\nHello.\n", [
        "1:1: '----' for the line of three dashes — write '---' at the very left",
    ]),
    "MD four close": (HOME, ("next_check: 2027-11-22\n---", "next_check: 2027-11-22\n----"), [
        "9:1: '----' for the line of three dashes — write '---' at the very left",
    ]),
    "MD dots": (HOME, ("next_check: 2027-11-22\n---", "next_check: 2027-11-22\n..."), [
        "9:1: '...' for the line of three dashes — write '---' at the very left",
    ]),
    "MD space": (HOME, " ---\ntitle: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n\nHello.\n", [
        "1:1: a space before '---' — write '---' at the very left",
    ]),
    "MD space close": (HOME, ("next_check: 2027-11-22\n---", "next_check: 2027-11-22\n ---"), [
        "9:1: a space before '---' — write '---' at the very left",
    ]),
    "MD no close": (HOME, ("next_check: 2027-11-22\n---", "next_check: 2027-11-22"), [
        "10:1: the line '---' is missing below the fields — write it where they end",
    ]),
    "MD blank first": (HOME, "\n---\ntitle: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n\nHello.\n", [
        "1:1: the line '---' and the fields come first — move what is above them below",
    ]),
    "MD heading first": (HOME, "# Home\n---\ntitle: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n\nHello.\n", [
        "1:1: the line '---' and the fields come first — move what is above them below",
    ]),
    "MD emdash": (HOME, "—\ntitle: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n\nHello.\n", [
        "1:1: '—' for the line of three dashes — write '---' at the very left",
    ]),
    "MD two": (HOME, "--\ntitle: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n\nHello.\n", [
        "1:1: '--' for the line of three dashes — write '---' at the very left",
    ]),
    "MD two close": (HOME, ("next_check: 2027-11-22\n---", "next_check: 2027-11-22\n--"), [
        "9:1: '--' for the line of three dashes — write '---' at the very left",
    ]),
    "MD empty": (HOME, "", [
        "1:1: no fields at the top — start with '---', 'title: …', further fields and '---'",
    ]),
    "MD no body": (HOME, "---\ntitle: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n", [
        "10:1: the page says nothing yet — write its text below the second '---'",
    ]),
    "MD no newline at end": (HOME, "---\ntitle: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---", [
        "9:4: the page says nothing yet — write its text below the second '---'",
    ]),
    "MD stars": (HOME, ("next_check: 2027-11-22\n---", "next_check: 2027-11-22\n***"), [
        "9:1: '***' for the line of three dashes — write '---' at the very left",
    ]),
    "MD colon": (HOME, ("title: Home", "title: Home: x"), [
        "2:12: a colon and a space within the text — put it in plain quotes: title: \"Home: x\"",
    ]),
    "MD only": (HOME, "---\n", [
        "1:4: the line '---' is missing below the fields — write it where they end",
    ]),
    "MD nofields": (HOME, ("title: Home\nname: home\nbrief: The first page.\nsummary: See [[mri]].\nnext: [tests]\nchecked: 2026-11-22\nnext_check: 2027-11-22\n---\n\nHello.", "---\nHello"), [
        "1:1: the file has no key — write lines 'key: words'",
    ]),
    "pain3": (MRI, ("next: [index]", "   next: [index]"), [
        "10:4: this begins with 3 spaces: in line with nothing above — begin it with 2 spaces as 'shows', or no space as 'sections', or 4 spaces as the text above",
    ]),
    "pain3b": (MRI, ("    It is loud.\nnext: [index]\n", "    It is loud.\n   next: [index]\n   checked: 2026-11-22\n"), [
        "10:4: this begins with 3 spaces: in line with nothing above — begin it with 2 spaces as 'shows', or no space as 'sections', or 4 spaces as the text above",
    ]),
    "pain1sect": (MRI, ("    It is loud.\n", "    It is loud.\n   pain: |\n    Words.\n"), [
        "10:4: this begins with 3 spaces: in line with nothing above — begin it with 2 spaces as 'shows', or no space as 'sections', or 4 spaces as the text above",
    ]),
    "sect1": (MRI, ("    It is loud.\n", "    It is loud.\n pain: |\n    Words.\n"), [
        "10:2: this begins with 1 space: in line with nothing above — begin it with 2 spaces as 'shows', or no space as 'sections'",
    ]),
    "dash missing": (MRI, ("next:", "evidence:\n  - measure: share\n    value: \"3\"\n    people: All\n    source: \"[@smith-2020]\"\n    measure: share\n    value: \"4\"\n    people: All\n    source: x\nnext:"), [
        "15:5: the key 'measure' stands here twice — put '- ' before it if an entry begins here, or keep one",
        "18:13: no source is named here — cite one: [@reference, where]",
    ]),
    "dash missing2": (MRI, ("next:", "evidence:\n    measure: share\n    value: \"3\"\n    people: All\n    source: \"[@smith-2020]\"\nnext:"), [
        "10:1: 'evidence' is a list — write each below it as - {measure: …, value: …, people: …, source: …}",
    ]),
    "dash missing3": (MRI, ("next:", "evidence:\n  - measure: share\n    value: \"3\"\n    people: All\n    source: \"[@smith-2020]\"\n  measure: share\n    value: \"4\"\nnext:"), [
        "15:3: no dash before this — write - measure: share",
    ]),
    "dash missing4": (SOURCES, ("  title: A trial", "  title: A trial\n  author:\n    - family: Smith\n      given: Anna\n      family: Jones\n      given: Bo"), [
        "7:7: the key 'family' stands here twice — put '- ' before it if an entry begins here, or keep one",
    ]),
    "apos in list": (MRI, ("next: [index]", "next: ['it's index', tests]"), [
        "10:12: an apostrophe ends the text in quotes here — write it between others: \"it's index\"",
    ]),
    "apos in list2": (MRI, ("next: [index]", "also: ['it's a scan']\nnext: [index]"), [
        "10:12: an apostrophe ends the text in quotes here — write it between others: \"it's a scan\"",
    ]),
    "apos in dash list": (MRI, ("next: [index]", "also:\n  - 'it's a scan'\n  - b\nnext: [index]"), [
        "11:9: the text goes on after its closing quote — write - \"it's a scan\"",
    ]),
    "apos in list3": (MRI, ("next: [index]", "also: [a scan, 'the patient's scan', 'x']\nnext: [index]"), [
        "10:29: an apostrophe ends the text in quotes here — write it between others: \"the patient's scan\"",
    ]),
    "apos group": (PICTURES, ("label: It", "label: 'It's'"), [
        "6:19: an apostrophe ends the text in quotes here — write it between others: \"It's\"",
    ]),
    "heading in section": (MRI, ("    It is loud.", "    It is loud.\n\n    ## What"), [
        "11:5: '##' makes no heading here: headings stand in the body of a page in docs/ only — write a sentence",
    ]),
    "heading in section2": (MRI, ("    It is loud.", "    It is loud.\n\n    ##What"), [
        "11:5: '##' makes no heading here: headings stand in the body of a page in docs/ only — write a sentence",
    ]),
    "heading in section3": (MRI, ("    It is loud.", "    # Pain\n    It is loud."), [
        "9:5: '#' makes no heading here: headings stand in the body of a page in docs/ only — write a sentence",
    ]),
    "heading in body": (HOME, ("Hello.", "##What\n\nHello."), [
        "11:1: '##' makes no heading here — write '## ' for a heading, '### ' for one below it",
    ]),
    "heading in body1": (HOME, ("Hello.", "# What\n\nHello."), [
        "11:1: '#' makes no heading here — write '## ' for a heading, '### ' for one below it",
    ]),
    "heading in body4": (HOME, ("Hello.", "#### What\n\nHello."), [
        "11:1: a heading stands alone — write '## Words', or '## Words { #id }', and a blank line below",
    ]),
    "table blank": (HOME, ("Hello.", "| a | b |\n| --- | --- |\n| so | so |\n\n| x | y |"), [
        "15:1: a blank line within a table ends it — take it out",
    ]),
    "table blank2": (HOME, ("Hello.", "| a | b |\n\n| --- | --- |\n| so | so |"), [
        "13:1: a blank line within a table ends it — take it out",
    ]),
    "table blank3": (HOME, ("Hello.", "| a | b |\n| --- | --- |\n\n| so | so |"), [
        "14:1: a blank line within a table ends it — take it out",
    ]),
    "table in section": (MRI, ("    It is loud.", "    It is loud.\n\n    | a | b |\n    | --- | --- |\n    | a | b |"), [
        "11:5: '|' begins a line: tables stand in the body of a page in docs/ only — write sentences or a list",
        "12:5: '|' begins a line: tables stand in the body of a page in docs/ only — write sentences or a list",
        "13:5: '|' begins a line: tables stand in the body of a page in docs/ only — write sentences or a list",
    ]),
    "dash forgotten": (MRI, ("    It is loud.", "    It is loud.\n\n    - One.\n    Two.\n    - Three."), [
        "12:5: no dash before this — write '- ' for an item, two spaces if the one above goes on, or a blank line",
    ]),
    "dash forgotten2": (MRI, ("    It is loud.", "    It is loud.\n\n    - One.\n    - Two.\n\n    Three.\n\n    - Four."), [
        "16:5: a list of one: would '-' be lost — begin with a word, or add an item",
    ]),
    "dash no space": (MRI, ("    It is loud.", "    It is loud.\n\n    -One.\n    -Two."), [
        "11:5: '-' begins a line, without a space — write '- ' for a list",
        "12:5: '-' begins a line, without a space — write '- ' for a list",
    ]),
    "dash forgotten list next": (MRI, ("next: [index]", "next:\n  - index\n  tests\n  - glossary"), [
        "12:3: no dash before this — write - tests",
    ]),
    "dash forgotten first": (MRI, ("next: [index]", "next:\n  index\n  - tests"), [
        "11:3: 'next' is a list — write next: [index, tests]",
        "12:3: paragraphs and lists are lost in text that runs on — write sentences, or in a section '|' behind the colon",
    ]),
    "list in summary": (MRI, ("summary: It finds 9 in 100 [@smith-2020, abstract].", "summary: >-\n  It finds 9 in 100 [@smith-2020, abstract].\n  - One.\n  - Two."), [
        "7:3: paragraphs and lists are lost in text that runs on — write sentences, or in a section '|' behind the colon",
    ]),
    "list in summary2": (MRI, ("summary: It finds 9 in 100 [@smith-2020, abstract].", "summary: >-\n  It finds 9 in 100 [@smith-2020, abstract].\n\n  - One.\n  - Two."), [
        "7:1: paragraphs and lists are lost in text that runs on — write sentences, or in a section '|' behind the colon",
        "8:3: this has one paragraph — write sentences, without a blank line or a list",
    ]),
    "list in summary3": (MRI, ("summary: It finds 9 in 100 [@smith-2020, abstract].", "summary: >-\n  - It finds 9 in 100 [@smith-2020, abstract].\n  - Two."), [
        "6:3: '-' begins the text, and would make a list of it — put a word before it",
        "6:3: paragraphs and lists are lost in text that runs on — write sentences, or in a section '|' behind the colon",
    ]),
    "list in summary4": (MRI, ("summary: It finds 9 in 100 [@smith-2020, abstract].", "summary: |\n  It finds 9 in 100 [@smith-2020, abstract].\n\n  - One.\n  - Two."), [
        "8:3: this has one paragraph — write sentences, without a blank line or a list",
    ]),
    "paragraphs in summary": (MRI, ("summary: It finds 9 in 100 [@smith-2020, abstract].", "summary: >-\n  It finds 9 in 100 [@smith-2020, abstract].\n\n  Two."), [
        "7:1: paragraphs and lists are lost in text that runs on — write sentences, or in a section '|' behind the colon",
        "8:3: this has one paragraph — write it in one line, or with '>-'",
    ]),
    "spread1": (MRI, ("It is loud.", "It is [marrow]."), [
        "9:11: a link has two brackets on each side and an id — write [[marrow]]",
    ]),
    "spread1b": (MRI, ("It is loud.", "It is [marrow|the marrow]."), [
        "9:11: a link has two brackets on each side and an id — write [[marrow|the marrow]]",
    ]),
    "spread one open": (MRI, ("It is loud.", "It is [[marrow]."), [
        "9:11: a link has two brackets on each side and an id — write [[marrow]]",
    ]),
    "cite one": (MRI, ("It is loud.", "It is [smith-2020]."), [
        "9:11: a source stands in single brackets, with '@' — write [@smith-2020]",
        "9:18: '2020' has no source — cite one in the same sentence: [@reference, where]",
    ]),
    "cite two": (MRI, ("It is loud.", "It is [[@smith-2020]]."), [
        "9:11: a source stands in single brackets — write [@smith-2020]",
    ]),
    "cite bare": (MRI, ("It is loud.", "It is @smith-2020."), [
        "9:11: a source stands in square brackets — write [@smith-2020]",
        "9:18: '2020' has no source — cite one in the same sentence: [@reference, where]",
    ]),
    "cite paren": (MRI, ("It is loud.", "It is (@smith-2020)."), [
        "9:12: a source stands in square brackets — write [@smith-2020]",
        "9:19: '2020' has no source — cite one in the same sentence: [@reference, where]",
    ]),
    "swapped": (MRI, ("It is loud.", "It is [[the marrow|marrow]]."), [
        "9:11: the id stands before '|', the words behind it — write [[marrow|the marrow]]",
    ]),
    "swapped2": (MRI, ("It is loud.", "It is [[MRI|mri]]."), [
        "9:11: the id stands before '|', the words behind it — write [[mri|MRI]]",
    ]),
    "swapped3": (MRI, ("It is loud.", "It is [[MRI | mri]]."), [
        "9:11: the id stands before '|', the words behind it — write [[mri|MRI]]",
    ]),
    "one brace": (HOME, ("{{ figure many }}", "{ figure many }"), [
        "13:1: '{ figure many }' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
    ]),
    "brace close": (HOME, ("{{ figure many }}", "{{ figure many }"), [
        "13:1: '{{ figure many }' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
    ]),
    "brace 3": (HOME, ("{{ figure many }}", "{{{ figure many }}}"), [
        "13:1: '{{{ figure many }}}' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
    ]),
    "brace %": (HOME, ("{{ figure many }}", "{% figure many %}"), [
        "13:1: '{% figure many %}' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
    ]),
    "brace inline": (HOME, ("Hello.", "Hello {{ figure many }} so."), [
        "11:7: '{{ figure many }}' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
    ]),
    "less": (MRI, ("It is loud.", "It is <5 cm."), [
        "9:11: '<' begins HTML — write 'less than' before a figure",
        "9:12: '5' has no source — cite one in the same sentence: [@reference, where]",
    ]),
    "less3": (MRI, ("It is loud.", "It is <b>5</b> cm."), [
        "9:11: HTML is not used in content — write Markdown, or a space behind the sign",
        "9:14: '5' has no source — cite one in the same sentence: [@reference, where]",
        "9:15: HTML is not used in content — write Markdown, or a space behind the sign",
    ]),
    "block comma": (HOME, ("{{ figure many }}", "{{ figure, many }}"), [
        "13:1: '{{ figure, many }}' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
    ]),
    "block comma2": (HOME, ("{{ figure many }}", "{{ figure many, many }}"), [
        "13:1: '{{ figure many, many }}' shows nothing — write {{ figure many many }}, on a line of its own, with spaces only between the words",
    ]),
    "block quote": (HOME, ("{{ figure many }}", "{{ figure \"many\" }}"), [
        "13:1: '{{ figure \"many\" }}' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
    ]),
    "block colon": (HOME, ("{{ figure many }}", "{{ figure: many }}"), [
        "13:1: '{{ figure: many }}' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
    ]),
    "block caps": (HOME, ("{{ figure many }}", "{{ Figure many }}"), [
        "13:1: '{{ Figure many }}' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
    ]),
    "block indent": (HOME, ("{{ figure many }}", " {{ figure many }}"), [
        "13:2: '{{ figure many }}' shows nothing — write {{ figure many }}, on a line of its own, with spaces only between the words",
        "13:2: spaces at the beginning of a line — take them out",
    ]),
    "block _": (HOME, ("{{ figure many }}", "{{ emergency_numbers }}"), [
        "13:1: '{{ emergency_numbers }}' shows nothing — write {{ emergency-numbers }}, on a line of its own, with spaces only between the words",
    ]),
    "cite comma": (MRI, ("It is loud.", "It is [@smith-2020, @smith-2020]."), [
        "9:12: '@smith-2020' is read as a place in 'smith-2020' — write ';' between sources",
    ]),
    "curly2": (MRI, ("group: scans", "group: “scans”"), [
        "4:8: '“scans”' is not in site.yml — did you mean 'scans'?",
    ]),
    "curly3": (MRI, ("checked: 2026-11-22", "checked: “2026-11-22”"), [
        "11:10: curly quotes are letters like others — take them out: 2026-11-22",
    ]),
    "curly4": (MRI, ("next: [index]", "next: [“index”]"), [
        "10:8: no page '“index”' — did you mean 'index'?",
    ]),
    "curly5": (MRI, ("next: [index]", "next: ‘index’"), [
        "10:7: 'next' is a list — write next: [index]",
    ]),
    "curly6": (SOURCES, ("URL: https://example.org/trial", "URL: “https://example.org/trial”"), [
        "4:8: curly quotes are letters like others — take them out: https://example.org/trial",
    ]),
    "curly7": (SOURCES, ("read: abstract", "read: “abstract”"), [
        "6:9: '“abstract”' is not in site.yml — did you mean 'abstract'?",
    ]),
    "card text less2": (CARDS, ("        text: Weak legs\n        source: A trial [@smith-2020]", "        text: Weak legs\n     source: A trial [@smith-2020]"), [
        "9:6: this begins with 5 spaces: in line with nothing above — begin it with 8 spaces as 'text', or 6 spaces as 'legs', or 4 spaces as 'items'",
    ]),
    "card key indent3": (CARDS, ("    heading: Call today", "   heading: Call today"), [
        "14:4: this begins with 3 spaces: in line with nothing above — begin it with 4 spaces as 'audience', or 2 spaces as 'second', or no space as 'cards'",
    ]),
    "sec indent1": (MRI, ("  shows: |\n    It shows [[marrow]].\n    It is loud.\n", "  shows: |\n    It shows [[marrow]].\n    It is loud.\n more: |\n    So.\n"), [
        "10:2: this begins with 1 space: in line with nothing above — begin it with 2 spaces as 'shows', or no space as 'sections'",
    ]),
    "amiss": (MRI, ("next: [index]", "next: [index: tests]"), [
        "10:8: a colon and a space within the text — put it in plain quotes: \"index: tests\"",
    ]),
    "amiss1": (MRI, ("next: [index]", "also: [a: b, c]\nnext: [index]"), [
        "10:8: a colon and a space within the text — put it in plain quotes: \"a: b\"",
    ]),
    "amiss2": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: \"in 1,000 people\", people: All: both, source: \"A count [@smith-2020]\"}"), [
        "6:62: a sign that means something else in 'All: both' — put it in quotes: \"All: both\"",
    ]),
    "amiss3": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: \"in 1,000 people\", people: [All, source: \"A count [@smith-2020]\"}"), [
        "6:99: a '}' that belongs to nothing — take it out, or put the text in quotes: \"…\"",
    ]),
    "amiss5": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: \"It\" is, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}"), [
        "6:20: nothing stands between this and the text in quotes before it — put a comma there",
    ]),
    "amiss6": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: \"in 1,000 people\" people: All, source: \"A count [@smith-2020]\"}"), [
        "6:53: nothing stands between this and the text in quotes before it — put a comma there",
    ]),
    "amiss7": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: \"in 1,000 people\", people: All [x], source: \"A count [@smith-2020]\"}"), [
        "6:62: a sign that means something else in 'All [x]' — put it in quotes: \"All [x]\"",
    ]),
    "amiss8": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: \"in 1,000 people\", people: @All, source: \"A count [@smith-2020]\"}"), [
        "6:62: a sign that means something else in '@All' — put it in quotes: \"@All\"",
    ]),
    "amiss9": (MRI, ("next: [index]", "next: [index; tests]"), [
        "10:8: no page 'index; tests' — these are several: write a comma between each two, as [index, tests]",
    ]),
    "amiss10": (MRI, ("next: [index]", "next: [@index]"), [
        "10:7: a text can't begin with '[' — put it in quotes: next: \"[@index]\"",
    ]),
    "amiss11": (MRI, ("next: [index]", "next: [index, *tests]"), [
        "10:15: a text can't begin with '*' — put it in quotes: \"…\"",
    ]),
    "amiss12": (MRI, ("next: [index]", "next: [index, %tests]"), [
        "10:15: a sign that means something else in '%tests' — put it in quotes: \"%tests\"",
    ]),
    "amiss13": (MRI, ("next: [index]", "next: [index, tests}"), [
        "10:7: '[' is not closed — put ']' at its end, or if it is a text, quotes: next: \"[index, tests}\"",
    ]),
    "amiss14": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"]"), [
        "6:98: nothing stands between this and the text in quotes before it — put a comma there",
    ]),
    "amiss15": (MRI, ("next: [index]", "next: [\"index\" \"tests\"]"), [
        "10:16: nothing stands between this and the text in quotes before it — put a comma there",
    ]),
    "amiss16": (MRI, ("next: [index]", "next: (index)"), [
        "10:7: 'next' is a list — write next: [(index)]",
    ]),
    "amiss18": (PICTURES, ("    - {label: It, value: 3, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}", "    - {label: It, value: 3:, unit: \"in 1,000 people\", people: All, source: \"A count [@smith-2020]\"}"), [
        "6:26: a sign that means something else in '3:' — put it in quotes: \"3:\"",
    ]),
    "two faults": (MRI, ("brief: A scan with a magnet.\ngroup: scans", "brief: A scan: with a magnet.\ngroup: %scans"), [
        "3:14: a colon and a space within the text — put it in plain quotes: brief: \"A scan: with a magnet.\"",
        "4:8: a text can't begin with '%' — put it in quotes: group: \"%scans\"",
    ]),
    "two faults3": (MRI, ("title: MRI scan\nname: MRI scan\nbrief", "title: MRI: scan\nname: MRI scan\nbreif"), [
        "1:11: a colon and a space within the text — put it in plain quotes: title: \"MRI: scan\"",
    ]),
    "hash in braces": (SITE, ("name: Mini", "name: Mini\ncolours:\n  light: {bar: #173f45, link: \"#0b5a63\"}\n  dark: {bar: \"#10282c\", link: \"#7fd0da\"}"), [
        "3:16: all behind '#' is lost — put the text in quotes",
    ]),
    "hash line in text": (MRI, ("brief: A scan with a magnet.", "brief: A scan\n  # with a magnet\n  so."), [
        "4:3: this line is lost, for '#' begins a comment — put the whole text in quotes",
    ]),
    "numbers with a comma": ("content/ambulance-numbers.yml", ("fr: {place: France, ambulance: 112 or 15}", "fr: {place: France, ambulance: 112, 15}"), [
        "7:39: a comma ends the number here — write \"112, 15\"",
    ]),
    "doi stop": (SOURCES, ("  URL:", "  DOI: 10.1136/bmj.m3673.\n  URL:"), [
        "4:8: '10.1136/bmj.m3673.' — write a DOI as it begins, without an address before it or a stop behind it: 10.1136/bmj.m3673",
    ]),
    "year of a slip": (SOURCES, ("  URL:", "  issued: 1020\n  URL:"), [
        "4:11: '1020' — write the day as 2020-11-22, or only 2020-11 or 2020",
    ]),
    "reviewer's day": (SITE, ("name: Mini", "name: Mini\nreviewer: Dr A. Smith, spine surgeon, 2026-11-31"), [
        "2:11: the day 31 — November 2026 goes from 01 to 30",
    ]),
    "picture that can't be read": (PICTURES, ("value: 3,", "value: '1,000',"), [
        "6:27: 'value' is no number — write digits, with a point before decimals, such as 0.5",
    ]),
    "draft empty": (MRI, ("next: [index]", "draft:\nnext: [index]"), [
        "10:7: 'draft' is true or not there — write draft: true, or take the line out",
    ]),
    "draft words": (MRI, ("next: [index]", "draft: maybe\nnext: [index]"), [
        "10:8: 'draft' is true or not there — write draft: true, or take the line out",
    ]),
    "value _": (PICTURES, ("value: 3,", "value: 1_0,"), [
        "6:26: '1_0' can be read in two ways — write digits only, with a point before decimals, as in 0.5",
    ]),
    "value e": (PICTURES, ("value: 3,", "value: 3e2,"), [
        "6:26: '3e2' can be read in two ways — write digits only, with a point before decimals, as in 0.5",
    ]),
    "months _": (SITE, ("    label: Tests\n", "    label: Tests\n    months: 1_2\n"), [
        "11:13: '1_2' can be read in two ways — write digits only, with a point before decimals, as in 0.5",
    ]),
    "ref key journal": (SOURCES, ("  URL: https://example.org/trial", "  journal: BMJ\n  URL: https://example.org/trial"), [
        "4:3: unknown key 'journal' — did you mean 'container-title'?",
    ]),
    "ref key year": (SOURCES, ("  URL: https://example.org/trial", "  year: BMJ\n  URL: https://example.org/trial"), [
        "4:3: unknown key 'year' — did you mean 'issued'?",
    ]),
    "ref key doi": (SOURCES, ("  URL: https://example.org/trial", "  doi: BMJ\n  URL: https://example.org/trial"), [
        "4:3: unknown key 'doi' — did you mean 'DOI'?",
    ]),
    "ref key authors": (SOURCES, ("  URL: https://example.org/trial", "  authors: BMJ\n  URL: https://example.org/trial"), [
        "4:3: unknown key 'authors' — did you mean 'author'?",
    ]),
    "ref key accessed": (SOURCES, ("  URL: https://example.org/trial", "  accessed: BMJ\n  URL: https://example.org/trial"), [
        "4:3: unknown key 'accessed' — did you mean 'opened'?",
    ]),
    "ref key colour": (SOURCES, ("  URL: https://example.org/trial", "  colour: BMJ\n  URL: https://example.org/trial"), [
        "4:3: unknown key 'colour' — use one of: DOI, ISBN, PMCID, PMID, URL, author, container-title, et_al, evidence, issue, issued, not_found, note, number, opened, page, people, publisher, read, replaced, title, type, volume",
    ]),
    "pages pp": (SOURCES, ("  URL: https://example.org/trial", "  page: pp. 305-312\n  URL: https://example.org/trial"), [
        "4:9: 'pp.' before the number — write the number alone: 305-312",
    ]),
    "pages down": (SOURCES, ("  URL: https://example.org/trial", "  page: 312-305\n  URL: https://example.org/trial"), [
        "4:9: the pages 312-305 go backwards — write the first page first, and check both",
    ]),
    "pages down short": (SOURCES, ("  URL: https://example.org/trial", "  page: 305-02\n  URL: https://example.org/trial"), [
        "4:9: the pages 305-02 go backwards — write the first page first, and check both",
    ]),
    "pages down letters": (SOURCES, ("  URL: https://example.org/trial", "  page: e12-e10\n  URL: https://example.org/trial"), [
        "4:9: the pages e12-e10 go backwards — write the first page first, and check both",
    ]),
    "pages two hyphens": (SOURCES, ("  URL: https://example.org/trial", "  page: 305--312\n  URL: https://example.org/trial"), [
        "4:9: '305--312' — write the first and the last page with one hyphen between them: 305-312",
    ]),
    "volume word": (SOURCES, ("  URL: https://example.org/trial", "  volume: vol. 3\n  URL: https://example.org/trial"), [
        "4:11: 'vol.' before the number — write the number alone: 3",
    ]),
    "volume long": (SOURCES, ("  URL: https://example.org/trial", "  volume: Volume 3\n  URL: https://example.org/trial"), [
        "4:11: 'Volume' before the number — write the number alone: 3",
    ]),
    "issue word": (SOURCES, ("  URL: https://example.org/trial", "  issue: No. 3\n  URL: https://example.org/trial"), [
        "4:10: 'No.' before the number — write the number alone: 3",
    ]),
    "doi address": (SOURCES, ("  URL: https://example.org/trial", "  DOI: https://doi.org/10.1136/bmj.m3673\n  URL: https://example.org/trial"), [
        "4:8: 'https://doi.org/10.1136/bmj.m3673' — write a DOI as it begins, without an address before it or a stop behind it: 10.1136/bmj.m3673",
    ]),
    "doi word": (SOURCES, ("  URL: https://example.org/trial", "  DOI: doi:10.1136/bmj.m3673\n  URL: https://example.org/trial"), [
        "4:8: 'doi:10.1136/bmj.m3673' — write a DOI as it begins, without an address before it or a stop behind it: 10.1136/bmj.m3673",
    ]),
    "doi slash": (SOURCES, ("  URL: https://example.org/trial", "  DOI: 10.1136/bmj.m3673/\n  URL: https://example.org/trial"), [
        "4:8: '10.1136/bmj.m3673/' — write a DOI as it begins, without an address before it or a stop behind it: 10.1136/bmj.m3673",
    ]),
    "doi bracket": (SOURCES, ("  URL: https://example.org/trial", "  DOI: 10.1136/bmj.m3673)\n  URL: https://example.org/trial"), [
        "4:8: '10.1136/bmj.m3673)' has a bracket without its other half — copy the DOI anew",
    ]),
    "author initials": (SOURCES, ("  URL: https://example.org/trial", "  author: [{family: Smith AB}]\n  URL: https://example.org/trial"), [
        "4:12: initials in a family name — write {family: Smith, given: AB}",
    ]),
    "author title": (SOURCES, ("  URL: https://example.org/trial", "  author: [{family: Dr Smith, given: Anna}]\n  URL: https://example.org/trial"), [
        "4:12: 'Dr' is no part of a name — take it out",
    ]),
    "author degree": (SOURCES, ("  URL: https://example.org/trial", "  author: [{family: Smith, given: Anna MD}]\n  URL: https://example.org/trial"), [
        "4:12: 'MD' is no part of a name — take it out",
    ]),
    "author capitals": (SOURCES, ("  URL: https://example.org/trial", "  author: [{family: SMITH, given: Anna}]\n  URL: https://example.org/trial"), [
        "4:12: 'SMITH' is all in capitals — write it as Smith",
    ]),
    "author others": (SOURCES, ("  URL: https://example.org/trial", "  author: [{family: Smith et al.}]\n  URL: https://example.org/trial"), [
        "4:12: 'et al.' is no part of a name — take it out, and write et_al: true below the authors",
    ]),
    "url stop": (SOURCES, ("  URL: https://example.org/trial", "  URL: 'https://example.org/trial.'"), [
        "4:9: '.' at the end of a web address — take it out",
    ]),
    "url clicks": (SOURCES, ("  URL: https://example.org/trial", "  URL: 'https://example.org/trial?utm_source=x'"), [
        "4:9: '?utm_source=x' is no part of the page's address — take it out, with all behind it",
    ]),
    "url marked words": (SOURCES, ("  URL: https://example.org/trial", "  URL: 'https://example.org/trial#:~:text=it'"), [
        "4:9: '#:~:text=it' is no part of the page's address — take it out, with all behind it",
    ]),
}
