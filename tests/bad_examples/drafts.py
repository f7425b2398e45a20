"""Bad examples for the rules in `guide.rules.drafts`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

from mini import FILES

MRI = "content/tests/mri.yml"
HOME = "docs/index.md"

BRIEF = next(line for line in FILES["docs/glossary.md"].splitlines() if line.startswith("brief: "))

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "placeholders",
        {
            MRI: ("It is loud.", "TODO: It is loud. See example.org, xxx. Lorem ipsum.\n\n    ..."),
            HOME: ("Hello.", "Add source here."),
        },
        [
            "content/tests/mri.yml:9:5: 'TODO' only holds a place — write what belongs there",
            "content/tests/mri.yml:9:27: 'example.org' only holds a place — write what belongs there",
            "content/tests/mri.yml:9:40: 'xxx' only holds a place — write what belongs there",
            "content/tests/mri.yml:9:45: 'Lorem ipsum' only holds a place — write what belongs there",
            "content/tests/mri.yml:11:5: '...' only holds a place — write what belongs there",
            "docs/index.md:11:1: 'Add source here' only holds a place — write what belongs there",
        ],
    ),
    (
        "placeholders",
        {
            "content/site.yml": ("example.org/mini", "github.com/me/mini"),
            MRI: ("brief: A scan with a magnet.", "brief: ..."),
        },
        [
            "content/references.yml:4:16: 'example.org' only holds a place — write what belongs there",
            "content/tests/mri.yml:3:8: '...' only holds a place — write what belongs there",
        ],
    ),
    (
        "placeholders",
        {MRI: ("It is loud.", "It is loud, from memory. Citation needed.")},
        [
            "content/tests/mri.yml:9:17: 'from memory' only holds a place — write what belongs there",
            "content/tests/mri.yml:9:30: 'Citation needed' only holds a place — write what belongs there",
        ],
    ),
    *[
        (
            "placeholders",
            {path: (old, new.format(word))},
            [f"{path}:{at}: '{word}' says nothing to a reader — write it in words, or take the line out"],
        )
        for path, old, new, at, word in (
            ("content/ambulance-numbers.yml", "ambulance: 112 or 15", "unknown: {}", "7:32", "no"),
            (MRI, "brief: A scan with a magnet.", "brief: {}", "3:8", "unknown"),
            ("content/disagreements.yml", "follow: Soon.", "follow: {}", "4:11", "None."),
        )
    ],
    (
        "doubled_words",
        {
            MRI: ("It is loud.", "It is the\n    the loudest. See the [[index]] and a [[marrow|a bone]]."),
            HOME: ("name: home", "name: the home"),
        },
        [
            "content/tests/mri.yml:9:11: 'the the' — take one of the two out",
            "content/tests/mri.yml:10:26: 'the [[index]]' reads 'the the …' — take 'the' out",
            "content/tests/mri.yml:10:42: 'a [[marrow|a bone]]' reads 'a a …' — take 'a' out",
        ],
    ),
    (
        "doubled_paragraphs",
        {
            MRI: (
                "It is loud.",
                "Wait.\n\n    It is loud and it takes a while.\n\n    It is loud\n    and it takes a while.",
            ),
            "CHANGELOG.md": (
                "First.",
                "The first page for readers is there.\n\nThe first page for readers is there.\n",
            ),
        },
        [
            "CHANGELOG.md:7:1: 'The first page for readers …' stands above in the same words — take one of the two out",
            f"{MRI}:13:5: 'It is loud and it …' stands above in the same words — take one of the two out",
        ],
    ),
    (
        "doubled_paragraphs",  # a sentence, with another source
        {
            MRI: (
                "It is loud.",
                "It is loud and it takes a while. So wait.\n\n    So. It is loud and it takes a while.",
            )
        },
        [f"{MRI}:11:9: 'It is loud and it …' is said above already — take one of the two out"],
    ),
    (
        "doubled_words",
        {MRI: ("It is loud.", "You you had had it."), HOME: ("title: Home", "title: Home home")},
        [
            f"{MRI}:9:5: 'You you' — take one of the two out",
            f"{HOME}:2:8: 'Home home' — take one of the two out",
        ],
    ),
    (
        "doubled_summaries",
        {"docs/glossary.md": ("Here they are.", "Here all tests are.")},
        [
            "docs/glossary.md:5:10: another page has the same summary — say what stands on this one",
            "docs/tests/index.md:5:10: another page has the same summary — say what stands on this one",
        ],
    ),
    (
        "doubled_summaries",
        {"docs/glossary.md": (BRIEF, "brief: All tests.")},
        [
            "docs/glossary.md:4:8: another page has the same brief — say what stands on this one",
            "docs/tests/index.md:4:8: another page has the same brief — say what stands on this one",
        ],
    ),
    (
        "doubled_titles",
        {MRI: ("name: MRI scan", "name: Numbers")},
        [
            f"{MRI}:2:7: another page has the name 'Numbers' too — give each its own name",
            "docs/numbers.md:3:7: another page has the name 'numbers' too — give each its own name",
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
        "placeholders",
        {"content/tests/mri.yml": ("brief: A scan with a magnet.", "brief: ~")},
        ["content/tests/mri.yml:3:8: '~' only holds a place — write what belongs there, or take the line out"],
    ),
]
