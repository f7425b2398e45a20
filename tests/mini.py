"""A whole site in miniature: the smallest content that keeps every rule, to be broken one rule at a time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from guide.content.load import load
from guide.outputs import safety_lock
from guide.rules.safety import LOCK

TODAY = dt.date(2026, 11, 22)

FILES = {
    "content/site.yml": """\
name: Mini
version: 0.1.0
repository: https://example.org/mini
grace_days: 90
emergency: Call for help now.
emergency_more: See [[mri]].
kinds:
  tests:
    folder: tests
    label: Tests
    groups:
      scans: {label: Scans}
    sections:
      shows: {label: What it shows, shows: [cards, evidence]}
evidence:
  trial: {label: Trial}
read:
  abstract: {label: We read the abstract}
reports:
  bone: {label: Bone}
verdicts:
  supported: {label: Supported, about: The sources agree.}
measures:
  share: {label: Share}
tiers:
  now: {label: Now}
  today: {label: Today}
audiences:
  anyone: {label: Anyone}
banned:
  diagnos\\w+: "say 'find out'"
not_figures:
  24-hour line: the name of a telephone line
grades: {all: {limit: 7, about: Plain words.}}
ours: {"check[- ]?lists?": its name, our: we, "these (?:cards|boxes)": it}
soothing:
  all is clear: say when to come back
urgent: [emergency]
commands: [leave, wait]
""",
    "content/references.yml": """\
smith-2020:
  type: article-journal
  title: A trial
  URL: https://example.org/trial
  evidence: trial
  read: abstract
""",
    "content/glossary.yml": """\
marrow:
  term: marrow
  meaning: The soft tissue inside bones.
""",
    "content/disagreements.yml": """\
timing:
  topic: How soon?
  sides: [Some say soon., Others say later.]
  follow: Soon.
  pages: [mri]
""",
    "content/figures.yml": """\
many:
  draw: people
  caption: Few people have it among all who were asked.
  about: The filled dots have it. All the others do not have it. Each dot is one person of those who were asked then.
  rows:
    - {label: It, value: 3, unit: "in 1,000 people", people: All, source: "A count [@smith-2020]"}
""",
    "content/emergency-numbers.yml": """\
uk:
  place: United Kingdom
  emergency: "999"
  source: "[@smith-2020]"
""",
    "content/checklist.yml": """\
cards:
  first:
    tier: now
    audience: anyone
    heading: Call now if you have
    items:
      legs:
        text: Weak legs
        source: A trial [@smith-2020]
        signs: [mri]
  second:
    tier: today
    audience: anyone
    heading: Call today if you have
    items:
      fever:
        text: Fever
        source: A trial [@smith-2020]
        signs: [mri]
none:
  label: None of these
  text: Come back if it changes.
sheet:
  label: Your list
  text: Take it along.
fields:
  started: When it began
paper: [[first], [second]]
""",
    "content/article.yml": """\
title: The article
sentences: [1]
claims:
  first:
    place: "1.1"
    says: Something.
    verdict: supported
    finding: It is so [@smith-2020].
    pages: [mri]
""",
    "content/tests/mri.yml": """\
title: MRI scan
name: MRI scan
brief: A scan with a magnet.
group: scans
summary: It finds 9 in 100 [@smith-2020, abstract].
sections:
  shows: |
    It shows [[marrow]].
    It is loud.
next: [index]
checked: 2026-11-22
next_check: 2028-11-22
""",
    "docs/index.md": """\
---
title: Home
name: home
brief: The first page.
summary: See [[mri]].
next: [tests]
checked: 2026-11-22
next_check: 2027-11-22
---

Hello.

{{ figure many }}
""",
    "docs/tests/index.md": """\
---
title: Tests
name: tests
brief: All tests.
summary: Here all tests are.
next: [mri]
checked: 2026-11-22
next_check: 2027-11-22
---

{{ pages tests }}
""",
    "docs/glossary.md": """\
---
title: Words
name: words
brief: All words.
summary: Here they are.
next: [mri]
checked: 2026-11-22
next_check: 2027-11-22
---

{{ glossary }}

See [[source-article]] and [[glossary]].

{{ changes }}
""",
    "docs/checklist.md": """\
---
title: Checklist
name: checklist
brief: All signs.
summary: Here is the checklist.
next: [numbers]
checked: 2026-11-22
next_check: 2027-11-22
---

{{ checklist }}
""",
    "docs/numbers.md": """\
---
title: Numbers
name: numbers
brief: All numbers.
summary: Here all numbers are.
next: [checklist]
checked: 2026-11-22
next_check: 2027-11-22
---

{{ emergency-numbers }}

{{ disagreements }}

{{ references }}

{{ paper-card }}
""",
    "docs/source-article.md": """\
---
title: Article
name: article
brief: All claims.
summary: Here all claims are.
next: [mri]
checked: 2026-11-22
next_check: 2027-11-22
---

{{ claims }}
""",
    "CHANGELOG.md": "# Changes\n\n## Today\n\nFirst.\n",
    "scripts/theme/404.html": '<p class="emergency">Call now.</p>\n',
    "mkdocs.yml": "site_name: Mini\n",
}


def write(root: Path, edits: dict[str, tuple[str, str] | str | None] | None = None) -> Path:
    """Write the small site into `root`. An edit is (old, new) in a file, its whole text, or None to leave it out.

    What it tells people to do is agreed to as edited, unless an edit is about the safety lock.
    """
    files: dict[str, str | None] = dict(FILES)
    for path, edit in (edits or {}).items():
        if isinstance(edit, tuple):
            assert edit[0] in FILES[path], f"{edit[0]!r} is not in {path}"
            files[path] = FILES[path].replace(*edit, 1)
        else:
            files[path] = edit
    for path, text in files.items():
        if text is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", newline="")
    if LOCK not in (edits or {}):
        site, _ = load(root)
        (root / LOCK).write_text(safety_lock.lock(site, TODAY, "As it was written.", safety_lock.OWN) if site else "")
    return root
