"""The code → the strings it asks for, and what it fills into each: from templates, renderers, theme and scripts.

In templates and in Python they are called `say("key", day=…)`, in the theme `say.key`, in our scripts `strings.key`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import nodes

from guide.content.memo import memoized
from guide.templates import parsed

SCRIPTS = Path(__file__).parents[2]
THEME = re.compile(r"\bsay\.([a-z_]+)")
OURS = re.compile(r"\bstrings\.([a-zA-Z_]+)")


@cache
def asked() -> dict[str, frozenset[str]]:
    """Return each string that is asked for, with the names of what is filled in."""
    found: dict[str, frozenset[str]] = {}
    for key, filled in [*_templates(), *_renderers(), *_frame()]:
        found[key] = found.get(key, frozenset()) | filled
    return found


def _templates() -> Iterator[tuple[str, frozenset[str]]]:
    for path in sorted([*Path(__file__).parent.rglob("*.md.j2"), *(SCRIPTS / "exports").rglob("*.j2")]):
        yield from _by_template(path.read_text("utf-8"))


@memoized
def _by_template(text: str) -> list[tuple[str, frozenset[str]]]:
    found = []
    for call in parsed(text).find_all(nodes.Call):
        name = getattr(call.node, "name", None) or getattr(call.node, "attr", None)
        if name in ("say", "say_in_english") and isinstance(call.args[0], nodes.Const):
            found.append((call.args[0].value, frozenset(keyword.key for keyword in call.kwargs)))
    return found


def _renderers() -> Iterator[tuple[str, frozenset[str]]]:
    for path in sorted([*(SCRIPTS / "guide").rglob("*.py"), *(SCRIPTS / "exports").rglob("*.py")]):
        text = path.read_text("utf-8")
        if ".say(" in text:
            yield from _by_renderer(text)


@memoized
def _by_renderer(text: str) -> list[tuple[str, frozenset[str]]]:
    found = []
    for call in ast.walk(ast.parse(text)):
        if not isinstance(call, ast.Call) or getattr(call.func, "attr", None) != "say":
            continue
        if call.args and isinstance(call.args[0], ast.Constant):
            found.append((str(call.args[0].value), frozenset(str(keyword.arg) for keyword in call.keywords)))
    return found


def _frame() -> Iterator[tuple[str, frozenset[str]]]:
    for name in [*by_theme(), *by_scripts("site.js", "checklist.js", "references.js", "search.js")]:
        yield name, frozenset()


@cache
def by_theme() -> list[str]:
    """Return the strings that the theme asks for, which are filled with nothing."""
    texts = (path.read_text("utf-8") for path in sorted((SCRIPTS / "theme").rglob("*.html")))
    return sorted({name for text in texts for name in THEME.findall(text)})


@cache
def by_scripts(*files: str) -> list[str]:
    """Return the strings that some of our scripts ask for, in the order in which they do: `offList` is `off_list`."""
    folder = SCRIPTS.parent / "docs/assets"
    texts = ((folder / name).read_text("utf-8") for name in files if (folder / name).is_file())
    return list(dict.fromkeys(snake(name) for text in texts for name in OURS.findall(text)))


def snake(name: str) -> str:
    return re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", name)


def camel(name: str) -> str:
    return re.sub(r"_([a-z])", lambda letter: letter[1].upper(), name)
