"""The Jinja templates of every page → what rules must know of them: the blocks, the pages they name, the ids they give.

In: `*.md.j2` beside this file. Out: names and ids, read from the templates themselves, so that no list is kept by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

from guide.content.memo import memoized

TEMPLATES = Path(__file__).parent
ID = re.compile(r"\{ #([a-z-]+)[^}]*\}")


@cache  # several ask what it names
def parsed(template: str) -> nodes.Template:
    return Environment().parse(template)  # noqa: S701 -- it is read, and fills nothing


@memoized
def pages_named(template: str) -> list[str]:
    """Return the ids of the pages that a template asks for: `write.link("numbers")`, `site.pages["index"]`."""
    return list(dict.fromkeys(_ids(parsed(template))))


def _ids(tree: nodes.Template) -> Iterator[str]:
    for call in tree.find_all(nodes.Call):
        asked = call.node.attr if isinstance(call.node, nodes.Getattr) else ""
        if asked in ("link", "href") and call.args and isinstance(call.args[0], nodes.Const):
            yield call.args[0].value
    for item in tree.find_all(nodes.Getitem):
        of_site = isinstance(item.node, nodes.Getattr) and item.node.attr == "pages"
        if of_site and isinstance(item.arg, nodes.Const):
            yield item.arg.value


def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


# Each block that `{{ name }}` in a page of docs/ may stand for, and its template.
BLOCKS = {
    path.name.split(".")[0].replace("_", "-"): path.read_text(encoding="utf-8")
    for path in sorted((TEMPLATES / "blocks").glob("*.md.j2"))
}
# The ids that the frame of every page gives, and those of the list made from ticks.
FRAME_IDS = ID.findall(_read("page.md.j2") + _read("back_matter.md.j2"))
LIST_IDS = ID.findall(_read("blocks/leaflet.md.j2"))
