"""Bad examples for the rules in `guide.rules.works`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

from mini import FILES

SOURCES = "content/references.yml"
MRI = "content/tests/mri.yml"
BACK = "says that this was taken back — take it out, or add 'replaced': by what"
TITLES = {
    '"RETRACTED: A trial"': "3:11: 'RETRACTED:'",
    '"Withdrawn: A trial"': "3:11: 'Withdrawn:'",
    '"Retraction note: A trial"': "3:11: 'Retraction note:'",
    '"A trial [withdrawn]"': "3:19: '[withdrawn]'",
    '"A trial (Retracted article)"': "3:19: '(Retracted article)'",
    '"A guideline – superseded by NG234"': "3:23: '– superseded by NG234'",
}
FIRST = FILES[SOURCES]
TWICE = FIRST.replace("  title: A trial\n", "  title: A trial\n  issued: 2020-01\n  publisher: Leeds Care\n")
SECOND = TWICE.replace("smith-2020:", "smith-a:").replace("A trial", "A Trial.").replace("/trial", "/other")
CITES = ("[@smith-2020, abstract]", "[@smith-2020, abstract; @smith-a]")

CASES: list[tuple[str, dict, list[str]]] = [
    *(
        ("retracted_works", {SOURCES: ("title: A trial", f"title: {title}")}, [f"{SOURCES}:{told} {BACK}"])
        for title, told in TITLES.items()
    ),
    (
        "doubled_works",
        {SOURCES: f"{TWICE}{SECOND.replace('2020-01', '2020')}", MRI: CITES},
        [
            f"{SOURCES}:12:10: 'smith-a' has the title and year of 'smith-2020' — cite 'smith-2020', or say in the "
            "title what differs"
        ],
    ),
    (
        "unquoted_sayings",
        {
            SOURCES: TWICE,
            MRI: (
                "It is loud.",
                "It is loud, Leeds Care says. Leeds wrote [@smith-2020, abstract] so. Care says it is. Leeds said so "
                "too [@smith-2020].",
            ),
        },
        [f"{MRI}:9:17: what Leeds Care says has no source — cite one in the same sentence: [@reference, where]"],
    ),
    (
        "unquoted_sayings",
        {
            SOURCES: f"{TWICE}{SECOND.replace('Leeds Care', 'York').replace('2020-01', '2019')}",
            MRI: ("It is loud.", "It is loud, Leeds says [@smith-a], and York says [@smith-a, of York]."),
        },
        [f"{MRI}:9:29: 'smith-a' does not name Leeds — cite a page of Leeds, or say who says it"],
    ),
]
