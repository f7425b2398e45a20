"""What CONTRIBUTING, HACKING and the Makefile list is what there is."""

from __future__ import annotations

import re
import subprocess

import pytest
from test_rooms import ROOMS

from build import handbook
from conftest import ROOT
from guide.content import (
    article,
    checklist,
    emergency_numbers,
    facts,
    figure,
    leaflet,
    reference,
    site,
    strings,
    vocabulary,
    watch,
)
from guide.content.fields import Model
from guide.figures import DRAWINGS
from guide.rules import check
from guide.templates import BLOCKS

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HACKING = (ROOT / "HACKING.md").read_text(encoding="utf-8")
CODE = " ".join(re.findall(r"```.*?```|`[^`\n]+`", CONTRIBUTING, re.DOTALL))
MODELS = [
    model
    for module in (
        site,
        vocabulary,
        figure,
        facts,
        reference,
        checklist,
        leaflet,
        emergency_numbers,
        article,
        watch,
        strings,
    )
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, Model) and model.__module__ == module.__name__
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_contributing_names_each_field(model: type[Model]) -> None:
    """As editors write it: `container-title`."""
    named = set(re.findall(r"[\w-]+", CODE))
    fields = {field.alias or name for name, field in model.model_fields.items()}
    assert {field for field in fields if field not in named} == set()


@pytest.mark.parametrize("name", BLOCKS)
def test_contributing_names_each_block(name: str) -> None:
    assert re.search(rf"\{{\{{ {name}\b", CODE)


@pytest.mark.parametrize("name", DRAWINGS)
def test_contributing_names_each_drawing(name: str) -> None:
    assert f"`{name}`" in CODE


def commands() -> dict[str, str]:
    """Return what `make help` lists: command → what it does."""
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return dict(re.findall(r"^make ([a-z-]+) +(.+)$", listed, re.MULTILINE))


def test_make_help_lists_every_command() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    assert commands().keys() == {*phony[1].split()}


def test_no_guide_names_a_command_that_is_not_there() -> None:
    for text in (CONTRIBUTING, HACKING, (ROOT / "README.md").read_text(encoding="utf-8")):
        named = set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE))
        assert named
        assert named <= commands().keys()


def test_hacking_maps_every_room() -> None:
    for room in ROOMS:
        assert f"`{room}/`" in HACKING, room


def test_the_handbook_holds_every_rule() -> None:
    rules = [*check.RULES, *check.dates.BY_DAY]
    lines = re.findall(r"^- \*\*(.+?)\*\*: (.+)$", handbook(), re.MULTILINE)
    assert [name for name, _ in lines] == [rule.__name__.replace("_", " ") for rule in rules]
    assert all(len(remedy.split()) >= 8 for _, remedy in lines)
