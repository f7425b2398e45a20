"""The code → the strings it asks for, and what it fills into each: from templates, renderers, theme and scripts.

In templates and in Python they are called `say("key", day=…)`, in the theme `say.key`, in our scripts `strings.key`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

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
    for path in sorted(Path(__file__).parent.rglob("*.md.j2")):
        tree = Environment().parse(path.read_text("utf-8"))  # noqa: S701 -- it is read, and fills nothing
        for call in tree.find_all(nodes.Call):
            name = getattr(call.node, "name", None) or getattr(call.node, "attr", None)
            if name in ("say", "say_in_english") and isinstance(call.args[0], nodes.Const):
                yield call.args[0].value, frozenset(keyword.key for keyword in call.kwargs)


def _renderers() -> Iterator[tuple[str, frozenset[str]]]:
    for path in sorted((SCRIPTS / "guide").rglob("*.py")):
        text = path.read_text("utf-8")
        if ".say(" not in text:
            continue
        for call in ast.walk(ast.parse(text)):
            if not isinstance(call, ast.Call) or getattr(call.func, "attr", None) != "say":
                continue
            if call.args and isinstance(call.args[0], ast.Constant):
                yield str(call.args[0].value), frozenset(str(keyword.arg) for keyword in call.keywords)


def _frame() -> Iterator[tuple[str, frozenset[str]]]:
    """What the theme and our scripts ask for is filled with nothing. `offList` is the string `off_list`."""
    for pattern, folder, ending in ((THEME, "theme", "html"), (OURS, "../docs/assets", "js")):
        for path in sorted((SCRIPTS / folder).rglob(f"*.{ending}")):
            for name in pattern.findall(path.read_text("utf-8")):
                yield re.sub(r"[A-Z]", lambda letter: f"_{letter[0].lower()}", name), frozenset()
