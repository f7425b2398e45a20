"""Bad examples for the rules in `guide.rules.pasted`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

MRI = "content/tests/mri.yml"
HOME = "docs/index.md"
ONE = "is a slip — write one sign"
BEFORE = "is a slip — take out the space before it"
BEHIND = "is a slip — write a space behind it"
HALF = "without its other half — add it, or take this out"
NOWHERE = "leads nowhere — cite the source: [@reference, where]"
LEFT = "was left behind — take it out, or write the words"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "doubled_signs",
        {MRI: ("It is loud.", "It is loud.. It is long,, and so [@smith-2020].,\n    So it is!!")},
        [f"{MRI}:9:15: '..' {ONE}", f"{MRI}:9:28: ',,' {ONE}", f"{MRI}:9:51: '.,' {ONE}", f"{MRI}:10:13: '!!' {ONE}"],
    ),
    (
        "doubled_signs",
        {MRI: ("It is loud.", "It is loud , and long .It is so."), HOME: ("Hello.", "So it is.Hello,you.")},
        [
            f"{MRI}:9:16: ',' {BEFORE}",
            f"{HOME}:11:9: '.H' {BEHIND}",
            f"{HOME}:11:15: ',' {BEHIND}",
        ],
    ),
    (
        "doubled_signs",  # in a title that was copied
        {"content/references.yml": ("title: A trial", "title: A trial ; so..")},
        [f"content/references.yml:3:18: ';' {BEFORE}", f"content/references.yml:3:22: '..' {ONE}"],
    ),
    (
        "half_pairs",
        {MRI: ("It is loud.", "It is (loud.\n\n    So) it “is. Is it (so)? Ask a) him, b) her.")},
        [f"{MRI}:9:11: a '(' {HALF}", f"{MRI}:11:7: a ')' {HALF}", f"{MRI}:11:12: a '“' {HALF}"],
    ),
    (
        "other_citations",
        {
            MRI: ("It is loud.", "It is so (Smith & Jones, 2019) [@smith-2020]. As Lee et al. say, it is loud."),
            HOME: ("Hello.", "So it is, ibid. [@smith-2020], and is."),
        },
        [
            f"{MRI}:9:14: '(Smith & Jones, 2019)' {NOWHERE}",
            f"{MRI}:9:58: 'et al.' {NOWHERE}",
            f"{HOME}:11:11: 'ibid.' {NOWHERE}",
        ],
    ),
    (
        "leftovers",
        {
            MRI: (
                "It is loud.",
                "Error! Reference source not found. It isnâ€™t loud. Ask a@b.net. It is (CHECK).\n\n    Deleted: It.",
            )
        },
        [
            f"{MRI}:9:5: 'Error! Reference source not found' {LEFT}",
            f"{MRI}:9:46: 'â€™' was a letter before it was copied — type that letter",
            f"{MRI}:9:48: '™' (U+2122, trade mark sign) is not used here — write 'TM'",
            f"{MRI}:9:61: 'a@b.net' is somebody's address — take it out, or cite a page",
            f"{MRI}:9:76: '(CHECK)' {LEFT}",
            f"{MRI}:11:5: 'Deleted:' {LEFT}",
        ],
    ),
    (
        "leftovers",  # a table, a divided word
        {MRI: ("It is loud.", "It is loud.\n\n    Test    Finds\tit so. It is lo-\n    ud, pre- and post-war.")},
        [
            f"{MRI}:11:13: a gap, as between columns, is lost — write a sentence or a list",
            f"{MRI}:11:19: a gap, as between columns, is lost — write a sentence or a list",
            f"{MRI}:11:34: a word that was divided at a line's end — write it in one",
        ],
    ),
    (
        "cut_sentences",
        {
            MRI: (
                "It is loud.",
                "It is loud.\n\n    uses a magnet. [[emergency]]\n\n    It takes:\n\n    - a tube\n    - a while",
            ),
            HOME: ("Hello.", "It is loud and"),
            "content/disagreements.yml": ("[Some say soon., Others say later.]", "[For men, some say soon.]"),
        },
        [
            "content/disagreements.yml:3:17: no stop ends this — add what is missing, or a stop",
            "content/disagreements.yml:3:20: a small letter begins this — add what is missing, or begin large",
            "content/disagreements.yml:3:20: the comma before this ends an entry in [ ] — put an entry with commas in "
            "quotes",
            f"{MRI}:11:5: a small letter begins this — add what is missing, or begin large",
            f"{HOME}:11:14: no stop ends this — add what is missing, or a stop",
        ],
    ),
    (
        "shouted_words",
        {
            MRI: (
                "It is loud.",
                "IT IS VERY LOUD. An MRI or CT is loud, as in (March 2020) [@smith-2020]. ESR, CRP, PSA, ALP are.",
            )
        },
        [f"{MRI}:9:5: 'IT IS VERY LOUD' is all in capitals — write small letters"],
    ),
    *[
        (
            "chat_answers",
            {MRI: ("It is loud.", words)},
            [
                f"{MRI}:9:{at}: '{found}' is what a chatbot says — take it out, and look the rest up in the source"
                for at, found in told
            ],
        )
        for words, told in (
            ("Sure! Here is a simpler version of it: it is loud.", [(5, "Sure! Here is a simpler version of it")]),
            ("Here’s a plain-language rewrite: it is loud.", [(5, "Here’s a plain-language rewrite")]),
            ("Certainly. Here are the main points: it is.", [(5, "Certainly. Here are the main points")]),
            ("As of my last update, it is loud.", [(5, "As of my last update")]),
            ("As an AI language model, it is loud.", [(5, "As an AI")]),
            ("Please consult a healthcare professional.", [(12, "consult a healthcare professional")]),
            ("**Key takeaway:** it is loud.", [(5, "**Key takeaway:**")]),
            ("**In summary**: it’s worth noting so.", [(5, "**In summary**:"), (21, "it’s worth noting")]),
            ("It is loud. I hope this helps!", [(17, "I hope this helps")]),
            ("It is loud. Let me know if you need more.", [(17, "Let me know if you")]),
            ("It is loud oaicite.", [(16, "oaicite")]),
            ("Ask them. Here is a list. It is important to ask.", []),
        )
    ],
]
