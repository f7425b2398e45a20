"""docs/assets/ and the list of what belongs there → a problem for each file that nobody named, changed or loads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml

from guide.content import files, yaml_tree
from guide.content.active_content import KINDS, Fault
from guide.content.memo import Large, knows, memoized
from guide.content.source import Problem, SourceFile, Text, nearest
from guide.content.yaml_errors import explain

LIST = "scripts/assets.yml"
FOLDER = "docs/assets"
# What else is said of a file that others wrote.
VENDOR = ("package", "version", "licence", "from", "sha256")
# Who may load a file besides the settings, and how that is written there.
ATTRIBUTE = r"""[\w-]=\\?["'][^"']*assets/([\w./-]+\.\w+)"""
LOADERS = {
    "scripts/theme/**/*.html": re.compile(rf"""{ATTRIBUTE}|["']assets/([\w./-]+\.\w+)["']"""),
    f"{FOLDER}/*.css": re.compile(r"""url\(["']?(?:\./)?([\w/-]+\.\w+)"""),
}


def problems(root: Path) -> Iterator[Problem]:
    """Yield everything that is wrong with the files below docs/assets/ or with the list of them."""
    listed, wrong = read_list(root)
    yield from wrong
    there = [path for path in sorted((root / FOLDER).rglob("*")) if not files.left_by_program(path, root)]
    found = {path.relative_to(root / FOLDER).as_posix(): path for path in there}
    for name, path in found.items():
        misnamed = path.suffix not in files.ASSETS or path.name[0] == "." or not files.NAME.fullmatch(path.name)
        if not (path.is_dir() or misnamed or name in listed):  # of a misnamed one another rule speaks
            advice = f"add it to {LIST}, or take it away"
            yield Problem(f"{FOLDER}/{name}", 1, 1, f"nobody named this file — {advice}")
        if twin := next((other for other in found if other != name and other.lower() == name.lower()), None):
            yield Problem(f"{FOLDER}/{name}", 1, 1, f"'{twin}' is the same name on many machines — rename one")
    for name, about in listed.items():
        data, unread = files.data(root, root / FOLDER / name)
        yield from [] if name not in found else unread
        if name not in found:
            yield name.problem(f"'{name}' is not in {FOLDER}/ — put it there, or take it off this list")
        elif data is not None:
            yield from _faults(name, about, data)
    yield from _unloaded(root, listed)


def unread(root: Path) -> Iterator[Callable[[], object]]:
    """Yield what looks into each of our own files, unless it was looked into as it is."""
    for name, about in read_list(root)[0].items():
        kind, data = str(about.get("kind")), Large(files.data(root, root / FOLDER / name)[0] or b"")
        if kind in KINDS and not name.startswith("vendor/") and not knows(_looked_at, kind, data.key):
            yield partial(_looked_at, kind, data)


def read_list(root: Path) -> tuple[dict[Text, dict[str, Text]], list[Problem]]:
    """Return what is said of each file, by name, and every mistake in the list. No list lists no file."""
    if not (root / LIST).exists():
        return {}, []
    source, wrong = files.read(root, root / LIST)
    try:
        parsed, doubled = yaml_tree.parse(source) if source else ({}, [])
    except yaml_tree.BrokenError as broken:
        return {}, [*wrong, broken.problem]
    wrong = [*wrong, *doubled, *(fault for name, about in parsed.items() for fault in _misnamed(name, about))]
    return {name: about for name, about in parsed.items() if isinstance(about, dict)}, wrong


def _misnamed(name: Text, about: object) -> Iterator[Problem]:
    wanted = ("kind", *VENDOR) if name.startswith("vendor/") else ("kind",)
    if not isinstance(about, dict) or set(about) != {*wanted} or not all(isinstance(v, str) for v in about.values()):
        yield name.problem(f"of '{name}' this list says {', '.join(wanted)} — write each once, and nothing else")
    elif about["kind"] not in KINDS:
        yield about["kind"].problem(f"no kind '{about['kind']}' — {nearest(about['kind'], KINDS)}")
    elif not name.endswith(KINDS[about["kind"]][0]):
        ending = KINDS[about["kind"]][0]
        yield name.problem(f"the name of a {about['kind']} ends in {ending} — rename it, or mend its kind")


def _faults(name: Text, about: dict[str, Text], data: bytes) -> Iterator[Problem]:
    """What others wrote is known by its bytes, and so is not looked into."""
    path = f"{FOLDER}/{name}"
    if name.startswith("vendor/"):
        if "sha256" in about and hashlib.sha256(data).hexdigest() != about["sha256"]:
            what = f"{about.get('package')} {about.get('version')}"
            yield Problem(path, 1, 1, f"this is not the {what} that {LIST} names — put that back, or name the new one")
        return
    text = data.decode("utf-8", "replace")
    if about.get("kind") not in KINDS:
        return
    if about["kind"] != "picture" and "\ufffd" in text:
        yield SourceFile(path, text).problem("not UTF-8 from here on — save the file as UTF-8", text.index("\ufffd"))
    for fault in _looked_at(str(about["kind"]), Large(data)):
        yield Problem(path, fault.line, fault.column, fault.message)


@memoized
def _looked_at(kind: str, data: Large[bytes]) -> tuple[Fault, ...]:
    return tuple(KINDS[kind][1](data.value))


def _unloaded(root: Path, listed: dict[Text, dict[str, Text]]) -> Iterator[Problem]:
    """A file that no page asks for; and what the settings ask for that is none of ours."""
    try:
        settings = list(_settings(root))
    except yaml_tree.BrokenError as broken:  # all files would be called forgotten
        yield broken.problem
        return
    for named in settings:
        if named.removeprefix("assets/") not in listed:
            yield named.problem(f"'{named[:80]}' is not in {LIST} — readers get only what is named there")
    asked = {named.removeprefix("assets/") for named in settings}
    for loader, pattern in LOADERS.items():
        for path in sorted(root.glob(loader)):
            source, _ = files.read(root, path)
            asked |= {found[found.lastindex or 0] for found in pattern.finditer(source.text if source else "")}
    for name in listed:
        if name not in asked:
            yield name.problem(f"no page loads '{name}' — name it in mkdocs.yml, or take it away here and in {FOLDER}/")


def _settings(root: Path) -> Iterator[Text]:
    """Yield what mkdocs.yml has every page load. Its tags, such as !ENV, are the engine's.

    Raises BrokenError when it can't be read.
    """
    source, unreadable = files.read(root, root / "mkdocs.yml")
    if not source:
        return
    try:
        node = yaml.compose(source.text)
    except yaml.MarkedYAMLError as error:
        raise yaml_tree.BrokenError(explain(source, None, error, None)) from None
    except yaml.YAMLError:  # of a letter that no YAML may hold
        raise yaml_tree.BrokenError(*unreadable) from None
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value in ("extra_css", "extra_javascript") and isinstance(value, yaml.SequenceNode):
            for one in value.value:
                paths = [v for k, v in one.value if k.value == "path"] if isinstance(one, yaml.MappingNode) else [one]
                for path in paths:
                    yield Text(str(path.value), source, path.start_mark.index)
