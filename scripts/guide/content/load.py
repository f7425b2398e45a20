"""content/ and docs/ → models, and every mistake in a single file as a problem."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from guide.content import assets, files, front_matter, misnamed, yaml_tree
from guide.content.checklist import Case
from guide.content.explained import Disagreement
from guide.content.fields import ID, ById, Model
from guide.content.figure import Figure
from guide.content.language import languages_of
from guide.content.letters import scripts_in
from guide.content.memo import memoized
from guide.content.model_errors import explain
from guide.content.reference import Reference
from guide.content.rest import named, not_whole, rest
from guide.content.shared import MANY, ONE, SHARED
from guide.content.site import Page, Site, page_id
from guide.content.source import Problem, SourceFile, Text
from guide.content.strings import FOLDER

# What a fork may leave out: made-up readers, and files around the content that rules look at.
CASES = "tests/cases.yml"
LOCK = "content/safety.lock.yml"
AROUND = (
    "mkdocs.yml",
    "pyproject.toml",
    "CITATION.cff",
    "content/schema.json",
    "docs/assets/base.css",
    "docs/assets/icon.svg",
    "docs/assets/print.css",
    "docs/assets/site.js",
    "scripts/theme/partials/language.html",
    "scripts/theme/main.html",
)
# What was meant for a heading in the body of a page, and a rule says so: "##Words", and a line of signs below words.
NO_HEADING = re.compile(r"^#(?!#{1,2} )|^[^\s|>-].*\n(?:-{2,}|={2,})[ \t]*$", re.MULTILINE)


def load(root: Path) -> tuple[Site | None, list[Problem]]:
    """Read all content in the project folder `root`; return it with the problems in single files.

    The site is None when a file that everything else needs is missing or can't be used.
    """
    closed, loader = list(files.closed(root)), _Loader(root)
    return (None, closed) if closed else (loader.site(), list(dict.fromkeys(loader.problems)))


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.broken: set[str] = set()
        self.scripts = scripts_in(root / "content" / FOLDER)

    def site(self) -> Site | None:
        content = self.root / "content"
        if not any(content.glob("*/*.yml")):
            self.problem(content, "no content found — the site is made from the files in content/")
            return None
        shared = {
            **{part: self.one(content / name, model) for part, (name, model) in ONE.items()},
            **{part: self.many(content / name, model) for part, (name, model) in MANY.items()},
            "changes": self.read(self.root / "CHANGELOG.md"),
            "lost": self.read(self.root / "scripts/theme/404.html"),
        }
        lock = self.root / LOCK
        languages = languages_of(self.root, self.one, self.tree)
        kinds = {*shared["settings"].kinds} if shared["settings"] else set()
        pages = self.pages(page_files(self.root, {*languages, *misnamed.unknown_languages(content, kinds)}))
        self.problems += assets.problems(self.root)
        if shared["settings"]:
            self.problems += misnamed.misplaced(self.root, SHARED, set(shared["settings"].kinds), {*languages})
            for page in [*pages.values()]:
                if other := misnamed.other_kind(page, shared["settings"].kinds):
                    message = f"this reads like a page of '{other}' — move its file to content/{other}/"
                    self.problems.append(pages.pop(page.id).title.problem(message))
                    self.broken.add(page.id)
            self.broken |= misnamed.meant_ids(self.root, shared["settings"].kinds) - {*pages}
        if None in shared.values():
            return None  # all that stands in the missing file would be called unknown
        changes = shared["changes"]
        cases = self.root / CASES
        around = [path for path in map(self.root.joinpath, AROUND) if path.is_file()]
        return Site(
            **shared | {"changes": Text(changes.text, changes)},
            pages=pages,
            languages={tag: language for tag, language in languages.items() if language},
            cases=self.many(cases, Case) or ById() if cases.is_file() else ById(),
            project={path.relative_to(self.root).as_posix(): source for path in around if (source := self.read(path))},
            lock=self.read(lock) if os.path.lexists(lock) else None,  # a rule says what to do without it
            broken=frozenset(self.broken),
        )

    def pages(self, paths: Iterable[Path]) -> dict[str, Page]:
        pages: dict[str, Page] = {}
        for path in paths:
            name = page_id(PurePosixPath(path.relative_to(self.root).as_posix()))
            if not ID.fullmatch(name):
                self.problem(path, misnamed.no_id(name))
            elif name in pages:
                self.problem(path, f"the id '{name}' is taken by {pages[name].path} — rename one of the two")
            else:
                if page := self.one(path, Page):
                    pages[name] = page
                if not_whole(page) or NO_HEADING.search(page.body or ""):  # where what is said stands, nobody knows
                    self.broken.add(name)
        return pages

    def tree(self, path: Path) -> yaml_tree.Map | None:
        source = self.read(path)
        tree, problems = read_tree(source) if source else (None, ())
        self.problems += problems
        return tree

    def problem(self, path: Path, message: str) -> None:
        self.problems.append(Problem(path.relative_to(self.root).as_posix(), 1, 1, message))

    def scripts_of(self, path: Path) -> frozenset[str]:
        """Return the scripts of the language whose strings or texts a file holds: none for an English one."""
        if path == self.root / LOCK:  # it holds what the site itself says in each
            return frozenset().union(*self.scripts.values())
        folder, *rest = path.relative_to(self.root).parts[1:] or [""]
        tag = path.stem if folder == FOLDER and rest else folder
        return self.scripts.get(tag, frozenset())

    def read(self, path: Path) -> SourceFile | None:
        source, problems = files.read(self.root, path, self.scripts_of(path))
        self.problems += problems
        return source

    def one(self, path: Path, model: type[Model]) -> Any:
        source = self.read(path)
        value, problems = read_one(source, model) if source else (None, ())
        self.problems += problems
        return value

    def many(self, path: Path, model: type[Model]) -> ById[Text, Any] | None:
        source = self.read(path)
        entries, problems = read_many(source, model) if source else (None, ())
        self.problems += problems
        if entries is None:
            return None
        if model is not Case:  # no page can lead to one
            self.broken |= {key for key, entry in entries.items() if not_whole(entry)}
        return ById({key: entry for key, entry in entries.items() if entry is not None})


def page_files(root: Path, languages: Collection[str]) -> Iterator[Path]:
    """Yield the files of all pages. Languages have folders of their own beside those of the kinds of page."""
    content, other = root / "content", {FOLDER, *languages}
    for path in [*sorted(content.glob("*/*.yml")), *sorted((root / "docs").rglob("*.md"))]:
        if not files.left_by_program(path, root) and not (path.parent.parent == content and path.parent.name in other):
            yield path


@memoized
def read_one(source: SourceFile, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return the model written in a YAML file, or in a Markdown file's front matter and `body`."""
    parsed, problems = _parse(source)
    value, wrong = _validate(parsed, model) if parsed is not None else (None, [])
    return value, (*problems, *wrong)


@memoized
def read_many(source: SourceFile, model: type[Model]) -> tuple[ById[Text, Model | None] | None, tuple[Problem, ...]]:
    """Return the models written in a YAML file, by their keys; None for one, or for all, that can't be used."""
    parsed, problems = _parse(source)
    if parsed is None:  # what names its ids is not called wrong then, and what is wrong elsewhere is told
        return named(source) if model in (Reference, Disagreement, Figure) else None, tuple(problems)
    entries: ById[Text, Model | None] = ById()
    for key, value in parsed.items():
        entries[key], wrong = _validate(value, model, key)
        if model is not Case and not ID.fullmatch(key):
            wrong.append(key.problem(f"'{key}' can't be an id — use small letters, digits and single hyphens"))
        problems += wrong
    return entries, tuple(problems)


@memoized
def read_tree(source: SourceFile) -> tuple[yaml_tree.Map | None, tuple[Problem, ...]]:
    """Return what is written in a YAML file as it stands there."""
    parsed, problems = _parse(source)
    return parsed, tuple(problems)


def _parse(source: SourceFile) -> tuple[yaml_tree.Map | None, list[Problem]]:
    end = body = None
    if source.path.endswith(".md"):
        parts = front_matter.split(source)
        if isinstance(parts, Problem):
            return None, [parts]
        end, body = parts
    try:
        parsed, doubled = yaml_tree.parse(source, end)
    except yaml_tree.BrokenError as broken:
        return None, broken.problems
    if body is not None:
        doubled += [
            key.problem("'body' is what stands below the '---' — move it there") for key in parsed if key == "body"
        ]
        parsed[Text("body", source, body)] = Text(source.text[body:], source, body)
    return parsed, doubled


def _validate(value: Any, model: type[Model], key: Text | None = None) -> tuple[Model | None, list[Problem]]:
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        left = rest(value, model, error.errors(), model is Page or (key is not None and model is not Case))
        return left, [explain(detail, value, model, key) for detail in error.errors()]
