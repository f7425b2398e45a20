"""Bad examples for the rules in `guide.rules.copies`: rule, edits of the small site, what an editor reads."""

from __future__ import annotations

SITE = "content/site.yml"
BASE = """:root,
[data-md-color-scheme="default"] {
  --paper: #ffffff;
  --on-bar: #ffffff;
  --bar: #173f45;
  --link: #0b5a63;
}
  [data-md-color-scheme="slate"] {
    --paper: #181c1f;
    --bar: #10282c;
    --link: #7fd0da;
  }
"""
COLOURS = "colours:\n  light: {{bar: '{}', link: '#0b5a63'}}\n  dark: {{bar: '#10282c', link: '{}'}}\nread:"
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect fill="#173f45"/><path d="M1 1h2"/></svg>\n'
# The small site has no style of its own: this is what else it needs for one.
STYLED = {
    "scripts/assets.yml": "base.css: {kind: style}\nicon.svg: {kind: drawing}\n",
    "mkdocs.yml": "extra_css: [assets/base.css]\n",
    "scripts/theme/main.html": '<a href="assets/icon.svg" class="md-header__button md-logo"><path d="M0 0"/></a>\n',
}
SAME = "run 'make format', which writes the same"

CASES: list[tuple[str, dict, list[str]]] = [
    (
        "outdated_copies",
        {
            "pyproject.toml": '[project]\nversion = "0.2.0"\n',
            "CITATION.cff": 'title: "Maxi"\nversion: 0.1\nabstract: "A small site."\n',
        },
        [
            f"CITATION.cff:1:9: 'Maxi' here, and 'Mini' in content/site.yml — {SAME}",
            f"CITATION.cff:2:10: '0.1' here, and '0.1.0' in content/site.yml — {SAME}",
            f"pyproject.toml:2:12: '0.2.0' here, and '0.1.0' in content/site.yml — {SAME}",
        ],
    ),
    (
        "outdated_copies",
        {
            SITE: ("read:", "logo: M2 2h3\n" + COLOURS.format("#402040", "#7fd0da")),
            "docs/assets/base.css": BASE,
            "docs/assets/icon.svg": ICON,
            **STYLED,
        },
        [
            f"docs/assets/base.css:5:10: '#173f45' here, and '#402040' in content/site.yml — {SAME}",
            f"docs/assets/icon.svg:1:73: '#173f45' here, and '#402040' in content/site.yml — {SAME}",
            f"docs/assets/icon.svg:1:92: 'M1 1h2' here, and 'M2 2h3' in content/site.yml — {SAME}",
            f"scripts/theme/main.html:1:70: 'M0 0' here, and 'M2 2h3' in content/site.yml — {SAME}",
        ],
    ),
    (
        "faint_colours",
        {
            SITE: ("read:", COLOURS.format("#cccccc", "#303030")),
            "docs/assets/base.css": BASE.replace("#173f45", "#cccccc").replace("#7fd0da", "#303030"),
            "docs/assets/icon.svg": ICON.replace("#173f45", "#cccccc"),
            **STYLED,
        },
        [
            f"{SITE}:18:17: '#cccccc' and '#ffffff' (on-bar) have a contrast of 1.6 — "
            "take a colour that gives 4.5 or more",
            f"{SITE}:19:33: '#303030' and '#181c1f' (paper) have a contrast of 1.3 — "
            "take a colour that gives 4.5 or more",
        ],
    ),
]
