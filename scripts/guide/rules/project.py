"""Rules for the files around the content: the menu, and the schema that editors use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

import yaml

from guide.content.memo import Large, memoized
from guide.content.schema import schema
from guide.content.site import Site, page_id
from guide.content.source import Problem, SourceFile, Text, nearest
from guide.content.vocabulary import Settings
from guide.content.yaml_tree import LOADER

HOOKS = "scripts/hooks.py"
SCHEMA_LINE = "# yaml-language-server: $schema="


def setting(source: SourceFile, name: str) -> list[Text] | None:
    """Return all values below a setting of mkdocs.yml, such as where the menu leads, or None if it is not there."""
    try:
        root = yaml.compose(source.text, Loader=LOADER)
    except yaml.YAMLError:
        return None  # the engine itself says so
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = [value for key, value in pairs if key.value == name]
    return list(_leaves(found[0], source)) if found else None


def _leaves(node: yaml.Node, source: SourceFile) -> Iterator[Text]:
    if isinstance(node, yaml.ScalarNode):
        yield Text(node.value, source, node.start_mark.index)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _leaves(value, source)
    else:
        for value in node.value:
            yield from _leaves(value, source)


def dead_menu_entries(site: Site) -> Iterator[Problem]:
    """The menu in mkdocs.yml leads to pages that are there, and names each page of docs/."""
    source = site.project.get("mkdocs.yml")
    entries = setting(source, "nav") if source else None
    if entries is None:
        return
    paths = {site.path_of(page): page for page in site.pages.values() if page.kind in {"docs", *site.settings.kinds}}
    for entry in entries:
        broken = page_id(PurePosixPath("docs") / entry) in site.broken
        if entry not in paths and not broken and not entry.startswith("https://"):
            yield entry.problem(f"the menu leads to '{entry}', and there is no such page — {nearest(entry, paths)}")
    for path, page in paths.items():
        if page.kind == "docs" and path not in entries:
            yield page.title.problem(f"the menu does not name this page — add '{page.title}: {path}' in mkdocs.yml")


def lost_hooks(site: Site) -> Iterator[Problem]:
    """Where mkdocs.yml names a theme it runs scripts/hooks.py too, or pages go out unchecked: name it under `hooks`."""
    source = site.project.get("mkdocs.yml")
    if source and setting(source, "theme") and HOOKS not in (setting(source, "hooks") or []):
        message = f"it does not run {HOOKS}, which checks the content and makes its pages"
        yield source.problem(f"{message} — write '- {HOOKS}' below 'hooks:'")


def old_schema(site: Site) -> Iterator[Problem]:
    """content/schema.json, by which editors know the fields, is made from site.yml: make it again."""
    source = site.project.get("content/schema.json")
    if source and source.text != _schema(Large(site.settings)):
        yield source.problem("the schema does not fit content/site.yml any more — run 'make format'")


@memoized
def _schema(settings: Large[Settings]) -> str:
    return schema(settings.value)


def missing_schema_lines(site: Site) -> Iterator[Problem]:
    """A page's first line tells an editor which fields it has, if that of site.yml does: copy it from a neighbour."""
    if site.settings.name.source.text.startswith(SCHEMA_LINE):
        for page in site.pages.values():
            line = f"{SCHEMA_LINE}../schema.json#/$defs/{page.kind}"
            if page.kind != "docs" and not page.title.source.text.startswith(f"{line}\n"):
                yield page.title.source.problem(f"the first line must be '{line}' — copy it from a file in this folder")


RULES = [dead_menu_entries, lost_hooks, old_schema, missing_schema_lines]
