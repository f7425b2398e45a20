"""The code lies in rooms, each for one step of the way from content to a published site, and imports run one way."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from conftest import ROOT

SCRIPTS = ROOT / "scripts"
# Each room imports itself and those above it, and all may raise a fault or let several processes do a thing. Other
# modules of scripts/ are adapters.
FOR_ALL = ["faults.py", "workers.py"]
ROOMS = [
    "guide/content",
    "guide/templates",
    "guide/figures",
    "guide/rules",
    "guide/pages",
    "guide/outputs",
    "guide/data",
    "finish",
    "exports",
]
MODULES = sorted(path for path in SCRIPTS.rglob("*.py") if path.parent.name != "guide")


def room_of(module: Path) -> str:
    folder = module.relative_to(SCRIPTS).parent.as_posix()
    return folder if folder != "." else module.name if module.name in FOR_ALL else "adapters"


def imported(module: Path) -> set[str]:
    """Return the rooms and adapters that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
        for name in names:
            path = name.replace(".", "/")
            if any((SCRIPTS / path).with_suffix(end).is_file() for end in (".py",)) or (SCRIPTS / path).is_dir():
                home = SCRIPTS / path
                found.add(room_of(home / "x.py" if home.is_dir() else home.with_suffix(".py")))
    return found


def uphill(imports: dict[str, set[str]]) -> list[str]:
    """Return the imports that run against the order: room → what it must not import."""
    order = [*FOR_ALL, *ROOMS, "adapters"]
    return [
        f"{room} imports {other}"
        for room, others in imports.items()
        for other in sorted(others)
        if order.index(other) > order.index(room)
    ]


def test_imports_run_one_way() -> None:
    imports: dict[str, set[str]] = {}
    for module in MODULES:
        imports.setdefault(room_of(module), set()).update(imported(module))
    assert imports.keys() == {*FOR_ALL, *ROOMS, "adapters"}, "a folder that is no room, or a room without modules"
    assert uphill(imports) == []
    for room in ("finish", "exports"):
        assert not any(other.startswith("guide") for other in imports[room]), "it takes what any engine built"
    assert imports["adapters"] >= {"guide/content", "guide/rules", "guide/pages", "guide/outputs"}, "seen at all"
    assert uphill({"guide/content": {"guide/rules"}}), "the way back is refused"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(SCRIPTS).as_posix())
def test_a_module_says_in_its_first_line_what_it_does(module: Path) -> None:
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert said
    assert said.splitlines()[0].endswith((".", ":"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_comes_in_and_what_goes_out(room: str) -> None:
    said = ast.get_docstring(ast.parse((SCRIPTS / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert "In: " in said
    assert "Out: " in said
