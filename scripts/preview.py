"""What only `mkdocs serve` needs: it watches content too, looks often, keeps what is as it was, never stands still."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException
from watchdog.observers.polling import PollingObserver

from box import show
from guide.content.source import Problem

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

# Seconds between two looks at the files. MkDocs looks every half second, which is half of what an editor should wait.
LOOK_EVERY = 0.1

# What stands in the place of all pages when the very first build finds problems.
FIRST = {"index.md": "# Not built yet\n"}


@dataclass
class Preview:
    """What a preview keeps from one build to the next. Nothing of it is used by `mkdocs build`."""

    on: bool = False
    served: bool = False  # the first build has come to its end
    problems: list[Problem] = field(default_factory=list)  # of the build that runs
    env: Environment | None = None  # the theme's compiled templates


preview = Preview()


class Warnings(logging.Handler):
    """What MkDocs warns of during a build: in strict mode it fails and says only how many there were."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += record.getMessage().splitlines()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    """Watch the content as well, with an observer that looks more often."""
    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK_EVERY)
    root = Path(config.config_file_path).parent
    for path in [*watched, str(root / "content"), str(root / "CHANGELOG.md")]:
        server.watch(path)
    server.builder = living_on(server.builder, Path(server.root))
    preview.served = True


def living_on(build: Callable[[], None], folder: Path) -> Callable[[], None]:
    """Return a builder that never fails: MkDocs answers no request after a failed build until one succeeds."""
    warnings = Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)

    def build_or_say() -> None:
        warnings.lines, preview.problems = [], []
        try:
            build()
        except MkDocsException as error:  # what must be mended was printed when it was found
            show(folder, [*map(str, preview.problems or warnings.lines or [error])])
        except Exception as error:  # a fault of ours: whoever mends it wants to know where
            traceback.print_exc()
            show(folder, [f"{type(error).__name__}: {error}"])

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
