"""A project → the same with a made-up language: all its words in other letters, a third longer, in brackets.

`qps-ploc` has accents and is written from the left, `qps-plocm` has Hebrew letters and is written from the right. Their
plurals and dates are those of Polish and of Hebrew. So whatever stands on a page in plain English was not translated.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from babel import Locale

import mini
from guide.content.load import load
from guide.content.site import Site
from guide.content.translation import SHARED, translations
from guide.content.words import texts_of
from guide.outputs.translated_lock import lock
from guide.rules.translations import ENGLISH_BLOCKS

NAV = """\
nav: [Home: index.md, Signs: checklist.md, Tests: tests/index.md, Numbers: numbers.md, Words: glossary.md,
  Article: source-article.md]
"""
PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ACCENTS = "àbçdéfghíjklmñöpqrsþúvwxýzÀBÇDÉFGHÍJKLMÑÖPQRSÞÚVWXÝZ"
HEBREW = "אבגדהוזחטיכלמנסעפצקרשתאבגדאבגדהוזחטיכלמנסעפצקרשתאבגד"
# What is no word: marks, blocks, blanks, ids of headings, looks of paragraphs.
KEPT = re.compile(r"\[@[^\]]*\]|\[\[[^\]|]*(?:\]\]|\|)|\]\]|\{[^{}\n]*\}|\{\{[^{}]*\}\}|[^\W\d_]+")


class Pseudo(NamedTuple):
    tag: str
    cldr: str
    letters: str


PLOC = Pseudo("qps-ploc", "pl", ACCENTS)
PLOCM = Pseudo("qps-plocm", "he", HEBREW)
BOTH = [PLOC, PLOCM]
# Real tags, for their scripts: what is written in them means nothing.
SCRIPTS = [
    Pseudo(tag, tag, "".join(chr(first + n % many) for n in range(len(PLAIN))))
    for tag, first, many in (
        ("ru", 0x430, 32),
        ("hi", 0x915, 20),
        ("ar", 0x62A, 16),
        ("ja", 0x3042, 60),
        ("el", 0x3B1, 17),
    )
]


def said(text: str, language: Pseudo) -> str:
    """Return a text in the made-up language: every third word is doubled, and a text of one line is in brackets."""
    table, count = str.maketrans(PLAIN, language.letters), 0
    if language.letters != ACCENTS:  # a word has no letters of two scripts
        parts = unicodedata.normalize("NFD", text)
        text = "".join(letter for letter in parts if not unicodedata.combining(letter))

    def word(found: re.Match[str]) -> str:
        nonlocal count
        if not found[0].isalpha():
            return found[0]
        count += 1
        new = found[0].translate(table)
        return f"{new}{found[0].lower().translate(table)}" if count % 3 == 0 and len(new) > 1 else new

    new = KEPT.sub(word, text)
    return f"⟦{new}⟧" if "\n" not in text.strip() and not re.match(r"[*\[-]", text) else new


def speaking(root: Path) -> Path:
    """Make the small site a project in all three languages."""
    mini.project(root, built=True)
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(NAV)
    for language in BOTH:
        translate(root, language)
    return root


def translate(root: Path, language: Pseudo, pages: Iterable[str] | None = None) -> Site:
    """Write all of the project in `root`, or some of its pages, in a made-up language; return the English site."""
    site, problems = load(root)
    assert site
    assert not problems, problems
    say = lambda text: said(text, language)  # noqa: E731
    strings: dict[str, object] = {"name": say("Pseudo"), "cldr": language.cldr}
    strings["words"] = {key: say(text) for key, text in site.strings.words.items()}
    (root / "content/strings").mkdir(exist_ok=True)
    kinds = sorted({*Locale.parse(language.cldr).plural_form.tags, "other"})
    strings["counted"] = {
        key: {kind: say(some.get(kind, some["other"])) for kind in kinds} for key, some in site.strings.counted.items()
    }
    write(root / f"content/strings/{language.tag}.yml", strings)
    home = root / "content" / language.tag
    for name, part in SHARED.items():
        write(home / f"{name}.yml", tree(getattr(site, part), say))
    words = site.search
    phrases = {line: [say(one) for one in some] for line, some in words.emergency.items()}
    write(home / "search.yml", {"same": [["a", "b"]], "idle": ["c"], "emergency": phrases})
    wanted = [site.pages[name] for name in pages] if pages else site.pages.values()
    for page in wanted:
        if not any(f"{{{{ {block}" in (page.body or "") for block in ENGLISH_BLOCKS):
            write(home / page.kind / f"{page.id}.yml", tree(page, say))
    agree(root, language)
    return site


def agree(root: Path, language: Pseudo) -> None:
    """Say that all texts of the language were made from the English as it is."""
    site, _ = load(root)
    assert site
    path = root / "content" / language.tag / "translated.lock.yml"
    path.write_text(lock(translations(site)[language.tag]), encoding="utf-8", newline="\n")


def tree(model: object, say: Callable[[str], str]) -> dict:
    """Return the words of a model in the shape of its file."""
    made: dict = {}
    for at, text in texts_of(model):
        *way, last = at.split(".")
        inner = made
        for part in way:
            inner = inner.setdefault(part, {})
        inner[last] = say(text) if isinstance(text, str) else [say(one) for one in text]
    return listed(made)


def listed(value: object) -> object:
    """Numbers as keys are places in a list."""
    if not isinstance(value, dict):
        return value
    if value and all(key.isdigit() for key in value):
        return [listed(held) for held in value.values()]
    return {key: listed(held) for key, held in value.items()}


def write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml_of(value), encoding="utf-8", newline="\n")


def yaml_of(value: object, indent: int = 0) -> str:
    """Return a value as YAML, each key in a line, so that problems have lines."""
    pad = "  " * indent
    items = value.items() if isinstance(value, dict) else [(None, one) for one in value]
    return "".join(f"{pad}{'-' if key is None else f'{quoted(key)}:'}{inner(held, indent)}" for key, held in items)


def inner(held: object, indent: int) -> str:
    if isinstance(held, (dict, list)):
        return f"\n{yaml_of(held, indent + 1)}"
    text = str(held)
    if "\n" not in text.strip():
        return f" {json.dumps(text.strip(), ensure_ascii=False)}\n"
    lines = text.strip("\n").split("\n")
    return " |\n" + "".join(f"{'  ' * (indent + 1)}{line}".rstrip() + "\n" for line in lines)


def quoted(key: str) -> str:
    return key if re.fullmatch(r"[a-z_]+", key) and key not in ("on", "no", "yes") else json.dumps(key)
