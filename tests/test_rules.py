"""Every rule has a tiny bad example that must fail, with the place and the words an editor gets."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from guide import check
from guide.load import load

MRI = "content/tests/mri.yml"
SITE = "content/site.yml"
SOURCE = "content/source.yml"
CHECKLIST = "content/checklist.yml"
FIGURES = "content/figures.yml"
HOME = "docs/index.md"
FIGURES = "content/figures.yml"
FEW_IN_100 = """\
few:
  draw: bars
  caption: Few have it.
  about: The filled part has it.
  under: show
  rows:
    - {label: It, value: 3, unit: "in 100 people", people: All, source: A count}
"""
PICKED = """\
some:
  draw: intervals
  caption: Some have it.
  about: Each dot is a share.
  measure: share
  groups:
    - label: It
      about: All
      reference: smith-2020
      signs:
        mri: A scan
        mir: Another scan
    - {label: It, about: All, reference: smyth, signs: {mri: A scan}}
"""
EVIDENCE = """\
evidence:
  - {measure: share, value: "3.0", interval: 1.2 to 5.8, people: All, source: "[@smith-2020]"}
"""

# rule → what is changed in the small site → the lines an editor reads
CASES: list[tuple[str, dict, list[str]]] = [
    (
        "unknown_links",
        {MRI: ("[[marrow]].\n    It", "[[marrow]] and [[marow]].\n    It")},
        [f"{MRI}:8:29: no page or word 'marow' — did you mean 'marrow'?"],
    ),
    (
        "unknown_links",
        {MRI: ("next: [index]", "next: [indx]")},
        [f"{MRI}:10:8: no page 'indx' — did you mean 'index'?"],
    ),
    (
        "unknown_links",
        {SOURCE: ("pages: [mri]", "pages: [mri, mir]")},
        [f"{SOURCE}:9:18: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_links",
        {CHECKLIST: ("signs: [mri]", "signs: [mir]")},
        [f"{CHECKLIST}:10:17: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_links",
        {"content/disagreements.yml": ("pages: [mri]", "pages: [mir]")},
        ["content/disagreements.yml:5:11: no page 'mir' — did you mean 'mri'?"],
    ),
    (
        "unknown_symbols",
        {SITE: ("{label: Scans}", "{label: Scans, symbol: bon}")},
        [f"{SITE}:12:37: no symbol 'bon' — did you mean 'bone'?"],
    ),
    (
        "doubled_references",
        {
            "content/references.yml": """\
smith-2020: {type: report, title: A, URL: https://example.org/a, evidence: trial, read: abstract, PMID: "1"}
smith-2021: {type: report, title: B, URL: https://example.org/b, evidence: trial, read: abstract, PMID: "1"}
""",
            MRI: ("[@smith-2020, abstract]", "[@smith-2020; @smith-2021]"),
        },
        ["content/references.yml:2:35: 'smith-2021' has the PMID of 'smith-2020' — cite 'smith-2020' and take it out"],
    ),
    (
        "unknown_words",
        {"content/glossary.yml": ("term: marrow", "term: marrow\n  report: bones")},
        ["content/glossary.yml:3:11: 'bones' is not in site.yml — did you mean 'bone'?"],
    ),
    (
        "unknown_citations",
        {MRI: ("[@smith-2020, abstract]", "[@smith-2020; @smth-2020, page 2]")},
        [f"{MRI}:5:42: no reference 'smth-2020' — did you mean 'smith-2020'?"],
    ),
    (
        "stray_brackets",
        {MRI: ("It is loud.", "It is [[loud.")},
        [f"{MRI}:9:11: a stray '[[' — write [@reference, where] or [[id|label]]"],
    ),
    (
        "raw_html",
        {MRI: ("It is loud.", "It is <b>loud</b>.")},
        [
            f"{MRI}:9:11: HTML is not used in content — write Markdown, or a space behind the sign",
            f"{MRI}:9:18: HTML is not used in content — write Markdown, or a space behind the sign",
        ],
    ),
    (
        "raw_html",  # also where no prose stands
        {MRI: ("title: MRI scan", "title: MRI <img src=x onerror=alert(1)> scan")},
        [f"{MRI}:1:12: HTML is not used in content — write Markdown, or a space behind the sign"],
    ),
    (
        "foreign_markup",
        {MRI: ("It is loud.", "It is [loud](javascript:alert()).")},
        [
            f"{MRI}:9:11: a stray '[' — write [@reference, where] or [[id|label]]",
            f"{MRI}:9:16: '](' is not used in content — write [[id]] or [@reference]",
            f"{MRI}:9:16: a stray ']' — write [@reference, where] or [[id|label]]",
        ],
    ),
    (
        "foreign_markup",
        {MRI: ("It is loud.", "It is loud.\n    {: onclick=alert() }")},
        [
            f"{MRI}:10:5: '{{' is not used in content — write [[id]] or [@reference]",
            f"{MRI}:10:24: '}}' is not used in content — write [[id]] or [@reference]",
        ],
    ),
    (
        "foreign_markup",  # also within what looks like a mark
        {MRI: ("brief: A scan with", "brief: A [@x](javascript:alert()) with")},
        [f"{MRI}:3:13: '](' is not used in content — write [[id]] or [@reference]"],
    ),
    (
        "foreign_markup",
        {HOME: ("Hello.", "```\nHello.")},
        [f"{HOME}:11:1: '```' is not used in content — write [[id]] or [@reference]"],
    ),
    (
        "raw_html",  # which `<*b>` would become
        {MRI: ("summary: It", "summary: <*b> It")},
        [f"{MRI}:5:10: HTML is not used in content — write Markdown, or a space behind the sign"],
    ),
    (
        "misplaced_blocks",
        {MRI: ("    It is loud.", "    It is loud.\n\n    {{ glossary }}")},
        [f"{MRI}:11:5: '{{{{ glossary }}}}' works in the body of a page in docs/ only — take it out"],
    ),
    (
        "odd_letters",
        {MRI: ("title: MRI scan", 'title: "MRI \\u202escan"')},
        [f"{MRI}:1:13: U+202E (RIGHT-TO-LEFT OVERRIDE) can't be seen — take it out"],
    ),
    (
        "broken_cells",
        {MRI: ("next:", EVIDENCE.replace("people: All", "people: All | none") + "next:")},
        [f"{MRI}:11:70: a line end or '|' in a table — write one line without it"],
    ),
    (
        "misplaced_cards",
        {CHECKLIST: ("      legs:", "      none:")},
        [f"{CHECKLIST}:7:7: 'none' is the name of something else on the checklist — choose another"],
    ),
    (
        "missing_pages",
        {SITE: ("folder: tests", "folder: templates"), "docs/templates/index.md": None},
        [
            f"{SITE}:9:13: 'tests' in 'templates' — the engine keeps this name: choose another",
            f"{SITE}:9:13: the page 'templates' is missing, to which this leads — put it into docs/",
        ],
    ),
    (
        "endless_texts",
        {MRI: ("It is loud.", "It is loud. " * 500)},
        [f"{MRI}:8:5: a paragraph of 6,022 letters — at most 5,000: split it"],
    ),
    (
        "endless_texts",
        {MRI: ("It is loud.", "It is loud.\n\n    " * 3000)},
        [f"{MRI}:8:5: 39,020 letters — at most 30,000: split it"],
    ),
    (
        "missing_pages",
        {
            "docs/tests/index.md": None,
            HOME: ("next: [tests]", "next: [mri]"),
            MRI: ("next: [index]", "next: [glossary]"),
        },
        [f"{SITE}:9:13: the page 'tests' is missing, to which this leads — put it into docs/"],
    ),
    (
        "unknown_blocks",
        {"docs/glossary.md": ("{{ glossary }}", "{{ glosary }}\n\n{{ glossary }}")},
        ["docs/glossary.md:11:1: no block 'glosary' — did you mean 'glossary'?"],
    ),
    (
        "unknown_blocks",
        {HOME: ("Hello.", "{{ pages test }}")},
        [f"{HOME}:11:1: '{{{{ pages }}}}' can't show 'test' — did you mean 'tests'?"],
    ),
    (
        "unknown_blocks",
        {HOME: ("Hello.", "{{ card }}\n\n{{ checklist anyone anybody }}")},
        [
            f"{HOME}:2:8: the page 'numbers' is missing, to which this leads — put it into docs/",
            f"{HOME}:11:1: '{{{{ card }}}}' can't show '' — use one of: first, second",
            f"{HOME}:13:1: '{{{{ checklist }}}}' can't show 'anybody' — did you mean 'anyone'?",
        ],
    ),
    (
        "unknown_figures",
        {
            MRI: ("next: [index]", "figures: [mani]\nnext: [index]"),
            HOME: ("next: [tests]", "figures: [many]\nnext: [tests]"),
        },
        [
            f"{MRI}:10:11: no picture 'mani' — did you mean 'many'?",
            f"{HOME}:6:11: a page in docs/ says where a picture stands — write {{{{ figure many }}}} there",
        ],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: peple")},
        [f"{FIGURES}:2:9: no drawing 'peple' — did you mean 'people'?"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: spine")},
        [f"{FIGURES}:2:9: this drawing has 4 parts, and a row for several — give it 5 rows"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: cord")},
        [f"{FIGURES}:2:9: this drawing has 4 stages — give it 4 parts"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: saddle")},
        [f"{FIGURES}:2:9: this drawing has 3 places and what to do — give it 4 parts"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: steps\n  parts: [{label: A scan, when: Today}]")},
        [f"{FIGURES}:3:19: a step says on which way it is and how soon — add 'lane' and 'when'"],
    ),
    (
        "unknown_words",
        {SOURCE: ("verdict: supported", "verdict: suported")},
        [f"{SOURCE}:7:14: 'suported' is not in site.yml — did you mean 'supported'?"],
    ),
    (
        "unknown_words",
        {MRI: ("group: scans", "group: scan")},
        [f"{MRI}:4:8: 'scan' is not in site.yml — did you mean 'scans'?"],
    ),
    (
        "unknown_words",
        {CHECKLIST: ("tier: today\n    audience: anyone", "tier: tomorow\n    audience: anybody")},
        [
            f"{CHECKLIST}:12:11: 'tomorow' is not in site.yml — use one of: now, today",
            f"{CHECKLIST}:13:15: 'anybody' is not in site.yml — did you mean 'anyone'?",
        ],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("draw: people", "draw: peoples")},
        [f"{FIGURES}:2:9: no drawing 'peoples' — did you mean 'people'?"],
    ),
    (
        "undrawable_figures",
        {FIGURES: ("value: 3,", "value: 3.5,")},
        [f"{FIGURES}:6:15: 'It' is no count in 1,000 people — give whole numbers, low to high"],
    ),
    (
        "undrawable_figures",
        {FIGURES: FEW_IN_100.replace("value: 3,", "value: 300,")},
        [
            f"{FIGURES}:5:10: no page has a section 'show' — did you mean 'shows'?",
            f"{FIGURES}:7:15: 'It' is no count in 100 people — give a number from 0 to 100",
        ],
    ),
    (
        "undrawable_figures",
        {FIGURES: PICKED, MRI: ("next: [index]", EVIDENCE.replace('"3.0"', "about 3") + "next: [index]")},
        [
            f"{FIGURES}:12:9: no page 'mir' — did you mean 'mri'?",
            f"{FIGURES}:13:57: 'mri' has 0 rows of evidence with 'share' from 'smyth' — a picture needs exactly one",
            f"{MRI}:11:29: 'about 3' with the range '1.2 to 5.8' can't be drawn — write numbers such as 2.6 and 1.2 to "
            "5.8, or take the sign out of figures.yml",
        ],
    ),
    (
        "wrong_sections",
        {MRI: ("  shows: |", "  shos: |")},
        [
            f"{MRI}:1:8: the section 'shows' is missing — add it: What it shows",
            f"{MRI}:7:3: unknown section 'shos' — did you mean 'shows'?",
        ],
    ),
    ("wrong_sections", {MRI: ("group: scans\n", "")}, [f"{MRI}:1:8: 'group' is missing — use one of: scans"]),
    (
        "uncited_figures",
        {MRI: ("It is loud.", "It takes 40 minutes. Half of them are old [@smith-2020].")},
        [f"{MRI}:9:14: '40' has no source — cite one in the same sentence: [@reference, where]"],
    ),
    (
        "uncited_figures",
        {MRI: ("It is loud.", "Three in ten dislike it. Ring the 24-hour line.")},
        [f"{MRI}:9:5: 'Three in ten' has no source — cite one in the same sentence: [@reference, where]"],
    ),
    (
        "one_in_so_many",
        {MRI: ("It is loud.", "It is loud for 1 in 5 people [@smith-2020].")},
        [f"{MRI}:9:20: '1 in 5' — say how many in 100 or in 1,000"],
    ),
    (
        "uncited_references",
        {
            MRI: ("It finds 9 in 100 [@smith-2020, abstract].", "It finds much."),
            "content/emergency-numbers.yml": "{}\n",
            CHECKLIST: mini.FILES[CHECKLIST].replace(" [@smith-2020]", ""),
        },
        ["content/references.yml:3:10: nobody cites 'smith-2020' — cite it or take it out"],
    ),
    (
        "unlinked_pages",
        {"docs/glossary.md": ("[[source-article]] and ", "")},
        ["docs/source-article.md:2:8: nothing links to 'source-article' — link it with [[source-article]]"],
    ),
    (
        "unused_terms",
        {MRI: ("[[marrow]]", "marrow")},
        ["content/glossary.yml:2:9: no page links to the word 'marrow' — link it with [[marrow]] or take it out"],
    ),
    (
        "long_texts",
        {HOME: ("See [[mri]].", "See [[mri]]" + " and so on" * 20 + ".")},
        [f"{HOME}:5:10: the summary has 62 words — at most 60"],
    ),
    (
        "long_texts",
        {HOME: ("brief: The first page.", "brief: " + "word " * 21)},
        [f"{HOME}:4:8: the brief has 21 words — at most 20"],
    ),
    (
        "long_sentences",
        {CHECKLIST: ("text: Weak legs", "text: Weak legs." + " Or" + " weak" * 20)},
        [f"{CHECKLIST}:8:26: a sentence of 21 words on a card — at most 20"],
    ),
    (
        "misplaced_cards",
        {CHECKLIST: mini.FILES[CHECKLIST].replace("tier: today", "tier: now").replace("tier: now", "tier: today", 1)},
        [f"{CHECKLIST}:12:11: a card of 'now' stands behind a less urgent one — move it up"],
    ),
    (
        "misplaced_cards",
        {CHECKLIST: ("      fever:", "      legs:")},
        [
            f"{CHECKLIST}:7:7: the sign 'legs' stands in another card too — give each its own id",
            f"{CHECKLIST}:16:7: the sign 'legs' stands in another card too — give each its own id",
        ],
    ),
    (
        "doubled_titles",
        {MRI: ("title: MRI scan", "title: Home")},
        [
            f"{MRI}:1:8: another page is called 'Home' too — give each its own title",
            f"{HOME}:2:8: another page is called 'Home' too — give each its own title",
        ],
    ),
    (
        "impossible_dates",
        {MRI: ("checked: 2026-11-22", "checked: 2028-11-22")},
        [f"{MRI}:1:8: next_check 2028-11-22 is not after checked 2028-11-22 — mend the two"],
    ),
    (
        "overdue_pages",
        {MRI: ("checked: 2026-11-22\nnext_check: 2028-11-22", "checked: 2024-08-23\nnext_check: 2026-08-23")},
        [f"{MRI}:1:8: the check due on 2026-08-23 is overdue — read the page against its sources, then date it"],
    ),
    (
        "uncovered_claims",
        {SOURCE: ("sentences: [1]", "sentences: [2]")},
        [f"{SOURCE}:1:8: no claim takes up sentence 1.2 of the article — add one"],
    ),
    (
        "uncovered_claims",
        {SOURCE: ('place: "1.1"', 'place: "1.3"')},
        [
            f"{SOURCE}:1:8: no claim takes up sentence 1.1 of the article — add one",
            f"{SOURCE}:5:13: the article has no sentence 1.3 — give paragraph and sentence",
        ],
    ),
    (
        "banned_words",
        {HOME: ("Hello.", "Our list can diagnose you.")},
        [f"{HOME}:11:14: 'diagnose' is never said of our checklist — say 'find out'"],
    ),
    (
        "banned_words",
        {MRI: ("It is loud.", "The checklist is no diagnosis. A diagnosis takes a scan.")},
        [f"{MRI}:9:25: 'diagnosis' is never said of our checklist — say 'find out'"],
    ),
    (
        "banned_words",
        {CHECKLIST: ("text: Weak legs", "text: Legs diagnosed as weak")},
        [f"{CHECKLIST}:8:20: 'diagnosed' is never said of our checklist — say 'find out'"],
    ),
]


def problems(root: Path) -> list[str]:
    site, found = load(root)
    return [str(problem) for problem in sorted({*found, *(check.check(site, mini.TODAY) if site else [])})]


def test_the_small_site_keeps_every_rule(tmp_path: Path) -> None:
    assert problems(mini.write(tmp_path)) == []


@pytest.mark.parametrize(("rule", "edits", "expected"), CASES, ids=[case[0] for case in CASES])
def test_rule(rule: str, edits: dict, expected: list[str], tmp_path: Path) -> None:
    assert problems(mini.write(tmp_path, edits)) == expected


def test_every_rule_has_a_bad_example() -> None:
    rules = {rule.__name__ for rule in check.RULES} | {"overdue_pages", "endless_texts"}
    assert rules == {case[0] for case in CASES}


def test_all_problems_come_at_once_and_sorted(tmp_path: Path) -> None:
    edits = {
        MRI: ("It is loud.", "It takes 40 minutes, see [[mir]] [@smth-2020]."),
        HOME: ("next: [tests]", "next: [test]\nmood: glad"),
        "content/references.yml": ("read: abstract", "read: abstrct"),
    }
    assert problems(mini.write(tmp_path, edits)) == [
        "content/references.yml:6:9: 'abstrct' is not in site.yml — did you mean 'abstract'?",
        f"{MRI}:9:30: no page or word 'mir' — did you mean 'mri'?",
        f"{MRI}:9:39: no reference 'smth-2020' — did you mean 'smith-2020'?",
        f"{HOME}:7:1: unknown key 'mood' — use one of: also, body, brief, checked, evidence, figures, group, interval, "
        "measure, name, next, next_check, people, sections, source, summary, title, unavoidable, value",
    ]
