"""An edit → what a preview shows: at once the pages that say it, then all, once another process has tried the rules.

Nobody waits for the rules, and no result of theirs is shown that is older than what is.
"""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.observers.polling import PollingObserver

from background import Background
from box import show, with_box
from cache import state_of
from faults import today
from guide.content.files import left_by_program
from guide.content.load import load
from guide.content.site import Page, Site
from guide.pages.changed import alike, changed
from guide.pages.context import SiteContext
from guide.pages.pages import Pages
from guide.pages.render import Writer
from preview import preview, tried

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

# Seconds between two looks at the files. MkDocs looks every half second, which is more than an editor should wait.
LOOK_EVERY = 0.1
# What must be mended, each page's Markdown by its path, and what the search reads.
Whole = tuple[list[str], Pages, dict[str, str]]


# What follows edits, for the server to end it: MkDocs knows a hook by its module alone.
begun: list[Following] = []


def follow(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Watch the content as well, with an observer that looks more often, and follow each edit."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: the other process ends too, without a word
    gc.collect()
    gc.freeze()  # what was read so far stays: the collector need not walk it again at an edit
    for path in (config.docs_dir, config.config_file_path):
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK_EVERY)
    root = Path(config.config_file_path).parent
    watched = [config.docs_dir, config.config_file_path, str(root / "content"), str(root / "CHANGELOG.md")]
    preview.served = True
    following = Following(tried(server.builder), root, Path(server.root), [*map(Path, [*watched, *config.watch])])
    for path in [*watched, str(following.told.parent)]:
        server.watch(path)
    server.builder = following
    begun.append(following)


def on_shutdown() -> None:
    for following in begun:
        following.end()


class Following:
    """What the server calls when a file has changed. `build`: builds all, and returns what must be mended."""

    def __init__(self, build: Callable[[], list[str]], root: Path, live: Path, watched: list[Path]) -> None:
        self.build, self.root, self.live, self.watched = build, root, live, watched
        self.place = tempfile.TemporaryDirectory(prefix="mkdocs_", ignore_cleanup_errors=True)
        self.new = Path(self.place.name, "site")
        self.told = Path(self.place.name, "told/whole")
        self.told.parent.mkdir()
        self.lines = [*map(str, preview.problems)]  # in the box
        self.site: Site | None = None  # as it was last read
        self.outdated = False  # the menu, or whatever else this process knows of all pages
        self.pages = Pages()  # as they were last rendered
        self._begin_from()
        self.seen = {*_state_of(watched)}
        self.due = self.asked = False  # whether something has changed since the other process was asked to build
        self.background = Background(self._built_in_background, self.told) if hasattr(os, "fork") else None

    def __call__(self) -> None:
        try:
            self._follow()
        except Exception as error:  # the server would answer nobody until all went well
            traceback.print_exc()
            self._show_box([f"{type(error).__name__}: {error}"])

    def _follow(self) -> None:
        if self.seen != (now := {*_state_of(self.watched)}):
            self.seen, self.due = now, True
            if self._show_at_once() and not self.background:
                self.told.touch()  # so we are called again, when a browser has what was just made
                return
        whole = self._found_in_background()
        if whole and not self.due:
            self._show_whole(*whole)
        if self.due and not self.asked:
            self.due = False
            self.asked = self.background is not None and self.background.ask()
            if not self.asked:
                self._build_here()

    def end(self) -> None:
        if self.background:
            self.background.end()
        self.place.cleanup()

    def _begin_from(self) -> None:
        """Remember what the build was made from that this process has just done."""
        site, problems, pages, _ = preview.rendered or (None, [], Pages(), {})
        self.site = None if problems else site
        self.pages, self.outdated = Pages(pages), self.site is None

    def _show_at_once(self) -> bool:
        """Make the few pages that show an edit, unless it may show on all of them, or something can't be read."""
        some: list[Page] = []
        with contextlib.suppress(Exception):  # whatever it is, the whole build names it
            site, problems = load(self.root)
            if site and not problems:
                self.outdated = self.outdated or not self.site or not alike(self.site, site)
                some = changed(self.site, site, self.pages) if self.site and not self.outdated else []
                context = SiteContext(site, today())
                for page in some:
                    with contextlib.suppress(Exception):
                        self._write(context, page)
                self.site = site
        return bool(some)

    def _write(self, context: SiteContext, page: Page) -> None:
        path = context.paths[page.id]
        text = Writer(context, page).write()
        if preview.making:
            html, place = preview.making.make_anew(path, text)
            place.write_text(with_box(html, self.lines), encoding="utf-8", newline="\n")
        self.pages[path] = text

    def _built_in_background(self) -> Whole:
        """Build all in a folder of its own: done by the other process."""
        preview.folder = self.new
        lines = self.build()
        _, _, pages, searched = preview.rendered or (None, [], Pages(), {})
        return lines, pages, searched

    def _found_in_background(self) -> Whole | None:
        whole = None
        if self.asked and self.background:
            try:
                whole = self.background.found()
                self.asked = not whole
            except EOFError:  # it was killed, so all is left to this process
                self.background, self.asked, self.due = None, False, True
        return whole

    def _show_whole(self, lines: list[str], pages: Pages, searched: dict[str, str]) -> None:
        if lines:
            self._show_box(lines)
        elif not self.outdated:
            old = self.new.with_name("old")
            self.live.rename(old)
            self.new.rename(self.live)
            shutil.rmtree(old)
            self.pages, self.lines = pages, []
        else:  # other pages, another menu: this process must know them as well
            site, problems = load(self.root)
            if site and not problems:  # or somebody has edited since, and we are called again
                preview.known = site, [], pages, searched
                self._build_here()
                preview.known = None

    def _build_here(self) -> None:
        lines = self.build()
        self.lines = []
        if lines:
            self._show_box(lines)
        else:
            self._begin_from()

    def _show_box(self, lines: list[str]) -> None:
        if lines != self.lines:
            show(self.live, lines)
        self.lines = lines


def _state_of(watched: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    """Yield path, time of change and size of every file that is watched but what programs keep for themselves."""
    for path in watched:
        folder = path if path.is_dir() else path.parent
        yield from (one for one in state_of(path) if not left_by_program(Path(one[0]), folder))
