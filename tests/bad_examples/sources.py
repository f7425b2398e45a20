"""Bad examples for the rules in `guide.rules.sources`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

MRI = "content/tests/mri.yml"
SOURCE = "content/article.yml"
AMBULANCE = "content/ambulance-numbers.yml"
CHECKLIST = "content/checklist.yml"
OURS = "Our own careful choice"

CASES: list[tuple[str, dict, list[str]]] = [
    *[
        (
            "unreachable_sources",
            {"content/references.yml": ("https://example.org/trial", address)},
            [
                f"content/references.yml:4:14: '{found}' leads only you there, or nowhere — copy the address from the "
                "page of its publisher"
            ],
        )
        for address, found in (
            ("https://www.google.com/url?q=trial", "//www.google.com/url"),
            ("https://example-org.ezproxy.uni.org/trial", "//example-org.ezproxy.uni.org"),
            ("https://nhs-my.sharepoint.com/trial", "//nhs-my.sharepoint.com"),
            ("https://doi.org/", "//doi.org/"),
            ("https://exampleorg/trial", "//exampleorg"),
        )
    ],
    (
        "doubled_references",
        {
            "content/references.yml": "".join(
                f"{name}:\n  type: webpage\n  title: {name}\n  URL: {url}\n  evidence: trial\n  read: abstract\n"
                for name, url in (("smith-2020", "https://nhs.uk/a/"), ("b", "http://www.nhs.uk/a"))
            ),
            "content/tests/mri.yml": ("[@smith-2020, abstract]", "[@smith-2020, abstract; @b, abstract]"),
        },
        ["content/references.yml:9:10: 'b' has the URL of 'smith-2020' — cite 'smith-2020' and take it out"],
    ),
    *[
        (
            "unnoted_references",
            {"content/references.yml": ("title: A trial", f"title: A trial{more}")},
            [f"content/references.yml:3:{17 + more.index(said)}: '{said}' is no part of a title — take it out"],
        )
        for more, said in (
            (" [Internet]", "[Internet]"),
            (" 10.1136/bmj.m3673", "10.1136/bmj.m3673"),
            (". PMID 123", "PMID 123"),
        )
    ],
    (
        "uncited_pages",
        {MRI: ("It finds 9 in 100 [@smith-2020, abstract].", "It finds much.")},
        [f"{MRI}:1:8: this page names no source — cite at least one: [@reference, where]"],
    ),
    (
        "unsourced_rows",
        {
            MRI: ("next:", "evidence:\n  - {measure: share, value: '3', people: All, source: A count}\nnext:"),
            "content/emergency-numbers.yml": ('"[@smith-2020]"', "A leaflet"),
        },
        [
            "content/emergency-numbers.yml:4:11: no source is named here — cite one: [@reference, where]",
            "content/tests/mri.yml:11:55: no source is named here — cite one: [@reference, where]",
        ],
    ),
    (
        "unsourced_rows",  # a row and a step of a picture
        {
            "content/figures.yml": mini.FILES["content/figures.yml"]
            .replace('"A count [@smith-2020]"', "A count")
            .replace("  rows:", "  parts: [{label: A, says: It begins.}]\n  rows:")
        },
        [
            "content/figures.yml:5:28: no source is named here — cite one: [@reference, where]",
            "content/figures.yml:7:75: no source is named here — cite one: [@reference, where]",
        ],
    ),
    (
        "unsourced_rows",  # a fact
        {MRI: ("next:", "ages: {what: Half were 72 or older, people: Men, source: A count}\nnext:")},
        ["content/tests/mri.yml:10:58: no source is named here — cite one: [@reference, where]"],
    ),
    (
        "uncited_findings",
        {"content/article.yml": ("It is so [@smith-2020].", "It is so.")},
        ["content/article.yml:8:14: what we found names no source — cite one: [@reference, where]"],
    ),
    (
        "unnoted_references",
        {
            "content/site.yml": ("read:\n", "read:\n  second-hand: {label: As others say}\n"),
            "content/references.yml": ("A trial\n", "A trial (stored copy)\n"),
        },
        [
            "content/references.yml:3:19: 'stored copy' is no part of a title — take it out",
        ],
    ),
    (
        "unnoted_references",
        {
            "content/site.yml": ("read:\n", "read:\n  second-hand: {label: As others say}\n"),
            "content/references.yml": ("read: abstract", "read: second-hand"),
        },
        [
            "content/references.yml:6:9: 'smith-2020' is known second-hand — add a 'note' that says from whom",
        ],
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
        "unknown_citations",
        {MRI: ("[@smith-2020, abstract]", "[@smith-2020; @smth-2020, page 2]")},
        [f"{MRI}:5:42: no reference 'smth-2020' — did you mean 'smith-2020'?"],
    ),
    (
        "unread_places",
        {MRI: ("[@smith-2020, abstract]", "[@smith-2020, whole page]")},
        [
            f"{MRI}:5:29: 'whole page' of 'smith-2020' is cited, but we read only 'abstract' of it"
            " — name the part we read, or read all of it and say 'read: full'",
        ],
    ),
    (
        "uncited_references",
        {
            MRI: ("It finds 9 in 100 [@smith-2020, abstract].", "It finds much."),
            "content/emergency-numbers.yml": "{}\n",
            AMBULANCE: mini.FILES[AMBULANCE].replace(" [@smith-2020]", ""),
            CHECKLIST: mini.FILES[CHECKLIST].replace("A trial [@smith-2020]", OURS),
            "content/site.yml": mini.FILES["content/site.yml"].replace("A trial [@smith-2020]", OURS),
            SOURCE: ("It is so [@smith-2020].", "It is so."),
            "content/figures.yml": ("A count [@smith-2020]", "A count"),
        },
        [
            f"{SOURCE}:8:14: what we found names no source — cite one: [@reference, where]",
            "content/figures.yml:6:76: no source is named here — cite one: [@reference, where]",
            "content/references.yml:3:10: nobody cites 'smith-2020' — cite it or take it out",
            f"{MRI}:1:8: this page names no source — cite at least one: [@reference, where]",
        ],
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
        "unsourced_rows",
        {
            "content/checklist.yml": (
                "        text: Fever\n        source: A trial [@smith-2020]",
                "        text: Fever\n        source: A trial",
            )
        },
        [
            "content/checklist.yml:18:17: no source is named here — cite one: [@reference, where], or write "
            "'Our own careful choice'"
        ],
    ),
]
