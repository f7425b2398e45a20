"""Bad examples for the rules in `guide.rules.project`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

import mini

MENU = "site_name: Mini\nnav:\n  - Home: index.md\n  - More:\n      - Words: glosary.md\n      - source-article.md\n"
SITE = "content/site.yml"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "dead_menu_entries",
        {"mkdocs.yml": MENU},
        [
            "docs/checklist.md:2:8: the menu does not name this page — add 'Checklist: checklist.md' in mkdocs.yml",
            "docs/glossary.md:2:8: the menu does not name this page — add 'Words: glossary.md' in mkdocs.yml",
            "docs/numbers.md:2:8: the menu does not name this page — add 'Numbers: numbers.md' in mkdocs.yml",
            "docs/tests/index.md:2:8: the menu does not name this page — add 'Tests: tests/index.md' in mkdocs.yml",
            "mkdocs.yml:5:16: the menu leads to 'glosary.md', and there is no such page — did you mean 'glossary.md'?",
        ],
    ),
    (
        "lost_hooks",
        {"mkdocs.yml": "site_name: Mini\ntheme: material\nhooks:\n  - scripts/others.py\n"},
        [
            "mkdocs.yml:1:1: it does not run scripts/hooks.py, which checks the content and makes its pages — write "
            "'- scripts/hooks.py' below 'hooks:'",
        ],
    ),
    (
        "old_schema",
        {"content/schema.json": "{}\n"},
        [
            "content/schema.json:1:1: the schema does not fit content/site.yml any more — run 'make format'",
        ],
    ),
    (
        "missing_schema_lines",
        {SITE: "# yaml-language-server: $schema=schema.json#/$defs/Settings\n" + mini.FILES[SITE]},
        [
            "content/tests/mri.yml:1:1: the first line must be '# yaml-language-server: "
            "$schema=../schema.json#/$defs/tests' — copy it from a file in this folder",
        ],
    ),
]
