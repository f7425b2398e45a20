"""content/ and docs/ → models, and every mistake in a single file as a problem."""

from __future__ import annotations

import os
import re
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guide import assets, files, tree
from guide.base import ID, Model
from guide.cards import Case, Checklist
from guide.figure import Figure
from guide.model import Disagreement, Page, Site, Term, page_id
from guide.phones import Number
from guide.reference import Reference
from guide.seed import Seed
from guide.text import Problem, Source, Text, nearest
from guide.vocabulary import Settings

FRONT_MATTER = re.compile(r"---\n.*?\n(?=---\n)", re.DOTALL)
SHARED = {
    f"{name}.yml"
    for name in (
        "site",
        "source",
        "references",
        "glossary",
        "disagreements",
        "figures",
        "emergency-numbers",
        "checklist",
        "safety.lock",
    )
}


# What a fork may leave out: made-up readers, and files around the content that rules look at.
CASES = "tests/cases.yml"
AROUND = ("mkdocs.yml", "pyproject.toml", "CITATION.cff", "content/schema.json")


def load(root: Path) -> tuple[Site | None, list[Problem]]:
    """Read all content in the project folder `root`; return it with the problems in single files.

    The site is None when a file that everything else needs is missing or can't be used.
    """
    closed, loader = list(files.closed(root)), _Loader(root)
    return (None, closed) if closed else (loader.site(), loader.problems)


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.sources: list[Source] = []

    def site(self) -> Site | None:
        content = self.root / "content"
        if not any(content.glob("*/*.yml")):
            self.problem(content, "no content found — the site is made from the YAML files in content/")
            return None
        shared = {
            "settings": self.one(content / "site.yml", Settings),
            "references": self.many(content / "references.yml", Reference),
            "glossary": self.many(content / "glossary.yml", Term),
            "disagreements": self.many(content / "disagreements.yml", Disagreement),
            "figures": self.many(content / "figures.yml", Figure),
            "seed": self.one(content / "source.yml", Seed),
            "numbers": self.many(content / "emergency-numbers.yml", Number),
            "checklist": self.one(content / "checklist.yml", Checklist),
            "changes": self.read(self.root / "CHANGELOG.md"),
            "lost": self.read(self.root / "scripts/theme/404.html"),
        }
        lock = content / "safety.lock.yml"
        sources = tuple(self.sources)
        pages = self.pages(content, self.root / "docs")
        self.problems += assets.problems(self.root)
        if shared["settings"]:
            self.problems += files.misplaced(self.root, SHARED, set(shared["settings"].kinds))
        if None in shared.values():
            return None  # all that stands in the missing file would be called unknown
        changes = shared["changes"]
        cases = self.root / CASES
        around = [path for path in map(self.root.joinpath, AROUND) if path.is_file()]
        return Site(
            **shared | {"changes": Text(changes.text, changes)},
            pages=pages,
            cases=self.many(cases, Case) or {} if cases.is_file() else {},
            project={path.relative_to(self.root).as_posix(): source for path in around if (source := self.read(path))},
            lock=self.read(lock) if os.path.lexists(lock) else None,  # a rule says what to do without it
            shared=sources,
            broken=frozenset(self.broken),
        )

    def pages(self, content: Path, docs: Path) -> dict[str, Page]:
        pages: dict[str, Page] = {}
        for path in [*sorted(content.glob("*/*.yml")), *sorted(docs.rglob("*.md"))]:
            name = page_id(PurePosixPath(path.relative_to(self.root).as_posix()))
            if not ID.fullmatch(name):
                self.problem(path, f"'{name}' can't be an id — use small letters, digits and single hyphens")
            elif name in pages:
                self.problem(path, f"the id '{name}' is taken by {pages[name].source} — rename one of the two")
            elif page := self.one(path, Page):
                pages[name] = page
            else:
                self.broken.add(name)
        return pages

    def problem(self, path: Path, message: str) -> None:
        self.problems.append(Problem(path.relative_to(self.root).as_posix(), 1, 1, message))

    def read(self, path: Path) -> Source | None:
        source, problems = files.read(self.root, path)
        self.problems += problems
        self.sources += [source] if source else []
        return source

    def one(self, path: Path, model: type[Model]) -> Any:
        source = self.read(path)
        value, problems = read_one(source, model) if source else (None, ())
        self.problems += problems
        return value

    def many(self, path: Path, model: type[Model]) -> dict[str, Any] | None:
        source = self.read(path)
        entries, problems = read_many(source, model) if source else (None, ())
        self.problems += problems
        if entries is None:
            return None
        if model is not Case:  # no page can lead to one
            self.broken |= {key for key, entry in entries.items() if entry is None}
        return {key: entry for key, entry in entries.items() if entry is not None}


# A preview reads the same files again and again: what has not changed need not be parsed anew.
@lru_cache(maxsize=10_000)
def read_one(source: Source, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return the model written in a YAML file, or in a Markdown file's front matter and `body`."""
    parsed, problems = _parse(source)
    value, wrong = _validate(parsed, model) if parsed is not None else (None, [])
    return value, (*problems, *wrong)


@lru_cache(maxsize=10_000)
def read_many(source: Source, model: type[Model]) -> tuple[dict[str, Model | None] | None, tuple[Problem, ...]]:
    """Return the models written in a YAML file, by their keys; None for one, or for all, that can't be used."""
    parsed, problems = _parse(source)
    if parsed is None:
        return None, tuple(problems)
    entries: dict[str, Model | None] = {}
    for key, value in parsed.items():
        entries[key], wrong = _validate(value, model, key)
        if model is not Case and not ID.fullmatch(key):
            wrong.append(key.problem(f"'{key}' can't be an id — use small letters, digits and single hyphens"))
        problems += wrong
    return entries, tuple(problems)


def _parse(source: Source) -> tuple[tree.Map | None, list[Problem]]:
    is_page = source.path.endswith(".md")
    head = FRONT_MATTER.match(source.text) if is_page else None
    if is_page and not head:
        return None, [source.problem("no front matter — start with '---', 'title: …', further fields and '---'")]
    try:
        parsed, doubled = tree.parse(source, head.end() if head else None)
    except tree.BrokenError as broken:
        return None, [broken.problem]
    if head:
        start = head.end() + len("---\n")
        doubled += [
            key.problem("'body' is what stands below the '---' — move it there") for key in parsed if key == "body"
        ]
        parsed["body"] = Text(source.text[start:], source, start)
    return parsed, doubled


def _validate(value: Any, model: type[Model], key: Text | None = None) -> tuple[Model | None, list[Problem]]:
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, [_explain(detail, value, model, key) for detail in error.errors()]


def _explain(detail: ErrorDetails, value: Any, model: type[Model], key: Text | None) -> Problem:
    """Return pydantic's finding in an editor's words, at the place it is about."""
    error, field = detail["type"], str(detail["loc"][-1]) if detail["loc"] else str(key)
    message = detail["msg"].removeprefix("Value error, ")
    if error == "missing":
        about = model.model_fields[field].description if field in model.model_fields else None
        message = f"'{field}' is missing — add it" + (f": {about}" if about else "")
    elif error == "extra_forbidden":
        known = _keys(model)
        about = "it belongs elsewhere: take it out here" if field in known else nearest(field, known)
        message = f"unknown key '{field}' — {about}"
    elif " — " not in message:
        message = f"'{field}': {message[0].lower()}{message[1:]} — see content/schema.json"
    place = value if isinstance(value, (Text, tree.Map, tree.Seq)) else key
    for part in detail["loc"]:
        if isinstance(value, tree.Map) and part in value:
            place = next(key for key in value if key == part)
            value = value[part]
        elif isinstance(value, tree.Seq) and isinstance(part, int) and part < len(value):
            place = value = value[part]
        else:
            break
    about_key = error in ("extra_forbidden", "missing") or detail["loc"][-1:] == ("[key]",)
    if isinstance(value, Text) and not about_key:
        place = value
    return place.problem(message)


@cache  # a file may have many unknown keys
def _keys(model: type[Model]) -> set[str]:
    schema = model.model_json_schema()
    parts = (schema, *schema.get("$defs", {}).values())
    return {key for part in parts for key in part.get("properties", {})}
