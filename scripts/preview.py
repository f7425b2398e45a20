"""What a build knows that only `mkdocs serve` needs: where it puts its pages, what it is told, what it must not do."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException

from box import show
from guide.content.site import Site
from guide.content.source import Problem
from guide.pages.pages import Pages

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

    from making import Making

# The site, every problem in it, its pages, and what the search reads, as `rendered_site` returns them.
Rendered = tuple[Site | None, list[Problem], Pages, dict[str, str]]
# What stands in the place of all pages when the very first build finds problems.
FIRST = Pages({"index.md": "# Not built yet\n"})


@dataclass
class Preview:
    """What a preview keeps from one build to the next. `mkdocs build` ends after one."""

    on: bool = False
    served: bool = False  # the first build has come to its end
    problems: list[Problem] = field(default_factory=list)  # of the build that runs
    env: Environment | None = None  # the theme's compiled templates
    folder: Path | None = None  # where the build that runs puts its pages, if not where they are served from
    known: Rendered | None = None  # what the build that runs need not find out once more
    rendered: Rendered | None = None  # what it has found out
    making: Making | None = None  # what made its pages


preview = Preview()


class Warnings(logging.Handler):
    """What MkDocs warns of during a build: in strict mode it fails and says only how many there were."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += record.getMessage().splitlines()


def tried(build: Callable[[], None]) -> Callable[[], list[str]]:
    """Return a builder that never fails, but returns what must be mended: MkDocs answers nobody after a failure."""
    warnings = Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)

    def build_or_say() -> list[str]:
        warnings.lines, preview.problems = [], []
        try:
            build()
        except MkDocsException as error:  # what must be mended was printed when it was found
            return [*map(str, preview.problems or warnings.lines or [error])]
        except Exception as error:  # a fault of ours: whoever mends it wants to know where
            traceback.print_exc()
            return [f"{type(error).__name__}: {error}"]
        return []

    return build_or_say


def begin_without(config: MkDocsConfig, problems: list[Problem]) -> bool:
    """Say whether a preview begins with problems in the place of pages: it has no last good ones to show."""
    preview.problems = problems
    if preview.served or not preview.on:
        return False
    config.nav = None  # it would lead to pages that are not there
    print("the content has problems", *problems, sep="\n", file=sys.stderr)
    return True


def show_problems(folder: Path) -> None:
    """Show the problems that the very first build has found. Later ones leave the pages as they were."""
    if preview.problems:
        show(folder, [*map(str, preview.problems)])


def keep_templates(env: Environment) -> Environment:
    """Return the theme's compiled templates, those of the first build if this is a preview."""
    if preview.on:
        preview.env = preview.env or env
    return preview.env or env
