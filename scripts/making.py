"""A rendered page → its HTML as the engine, the theme and `finish` make it: by several processes, or kept from before.

The engine itself meets each page empty, in a template without a word (`scripts/theme/made.html`), and is given what was
made when it is about to write it. All is asked of it by its public methods, and what it warns of it is told again.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import yaml_load

from cache import INSTALLED, Cache, code_hash, contents_below, hash_of
from compiled import Compiled
from finish import Finished, finish_page
from finish.css import Style
from finish.page import parse
from workers import each

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

Other = TypeVar("Other")

# MkDocs', or ProperDocs', which takes its name in all imports.
LOG = logging.getLogger(get_context.__module__.partition(".")[0])
STAND_IN = "made.html"
OURS = "scripts/hooks.py"  # the one hook of mkdocs.yml, which has no plugin
# Extensions that read nothing but the page: ours, and those of Python-Markdown that a site may want.
EXTENSIONS = {
    "Stash", "abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "sane_lists",
    "smarty", "tables", "toc",
}  # fmt: skip
# Things made after which the collector walks the young ones: Python's own 700 took a fiftieth of a build.
NEW = 20_000
# What the front matter of a page says for that page alone: no menu shows it.
ALONE = {"description", "data", "text", "cites", "structured", "feed"}


@dataclass
class Made:
    """What has become of a page."""

    html: str
    said: list[logging.LogRecord]  # what the engine has logged meanwhile, such as a dead link
    finished: Finished | None  # unless it has logged something, or all is for a preview
    anchors: set[str] | None  # the places in it, and those it leads to: path of a page → place → link as it is written
    leads_to: dict[str, dict[str, str]]


@dataclass
class Making:
    """Makes the pages of one build. `own`: our own files below assets/, or None if nothing is finished: a preview."""

    cache: Cache
    compiled: Compiled
    own: list[str] | None
    nav: Navigation
    env: Environment
    config: MkDocsConfig
    files: Files
    keys: dict[str, str] = field(default_factory=dict)  # path of a page → what it is kept under
    made: list[str] = field(default_factory=list)  # what this build has made is kept under
    done: Finished = field(default_factory=Finished)
    at_work: bool = False  # on a page: what the engine's events are about now
    style: Style = field(init=False)
    shown: Sequence[File] = field(init=False)  # of all pages: the engine would look for them anew for each

    def __post_init__(self) -> None:
        self.style = Style(lambda name: self.files.src_uris[name].content_string, self.compiled.rules)
        self.shown = self.files.documentation_pages()

    def begin(self, others: Iterable[Callable[[], Other]] = ()) -> list[Other]:
        """Make all pages that are not kept, and meanwhile do the `others`: return what those return that return any.

        Raises what they raise. A page that fails here is tried again when the engine asks for it.
        """
        pages = [file.page for file in self.files.documentation_pages() if file.page]
        alike = hash_of(_of_all_pages(self))
        self.keys = {page.file.src_uri: hash_of([alike, page.file.src_uri, page.file.content_bytes]) for page in pages}
        missing = [page for page in pages if not self.cache.has(self.keys[page.file.src_uri])]
        self.made = [self.keys[page.file.src_uri] for page in missing]
        missing.sort(key=lambda page: -len(page.file.content_string))  # the last ones are short: nobody waits long
        things: list[Callable[[], Any]] = [partial(self._try, page) for page in missing]
        for at, other in enumerate(others):
            things.insert(3 * at, other)  # between them pages: the first one compiles the templates for all processes
        gc.set_threshold(NEW)
        found = [one for one in each(_done, things) if one is not None]
        for page in pages:
            page.meta["template"] = STAND_IN
        return found

    def forget(self) -> None:
        """Keep nothing of what this build has made: what it was made from was changed meanwhile."""
        self.cache.drop(self.made)

    def _try(self, page: Page) -> None:
        with contextlib.suppress(Exception):
            self._keep(page)

    def _keep(self, page: Page) -> Made:
        made = self.make(page)
        self.cache.put(self.keys[page.file.src_uri], made)
        return made

    def take(self, page: Page) -> str:
        """Return the HTML of a page, and tell the engine what was logged and which places it has and leads to."""
        made: Made = self.cache.get(self.keys[page.file.src_uri]) or self._keep(page)
        for record in made.said:
            logging.getLogger(record.name).handle(record)
        page.present_anchor_ids = made.anchors
        page.links_to_anchors = {self.files.src_uris[path]: links for path, links in made.leads_to.items()}
        if made.finished:
            self.done.add(made.finished)
        return made.html

    def make_anew(self, path: str, markdown: str) -> tuple[str, Path]:
        """Return the HTML of the page in `path` with other Markdown, among the others as they were, and its place."""
        file = self.files.src_uris[path]
        file.content_string = markdown
        page = file.page or Page(None, file, self.config)
        return self.make(page).html, Path(file.abs_dest_path)

    def make(self, page: Page) -> Made:
        """Do with a page what the engine does, and finish it. Raises what they raise."""
        config, files = self.config, self.files
        events = config.plugins
        with self._working(), _listening() as said:
            page.active = True
            page.read_source(config)
            page.markdown = events.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
            page.render(config, files)
            page.content = events.on_page_content(page.content or "", page=page, config=config, files=files)
            context = get_context(self.nav, self.shown, config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = events.on_page_context(context, page=page, config=config, nav=self.nav)
            html = events.on_post_page(template.render(context), page=page, config=config)
            page.active, page.content = False, ""
        leads_to = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
        finished = None
        if self.own is not None and not said:
            base = urlsplit(config.site_url or "").path or "/"
            tree = parse(html, Path(page.file.abs_dest_path), page.file.dest_uri, base)
            finished = finish_page(tree, self.own, self.style)
            html = tree.text()
        return Made(html, said, finished, page.present_anchor_ids, leads_to)

    @contextlib.contextmanager
    def _working(self) -> Iterator[None]:
        self.at_work = True
        try:
            yield
        finally:
            self.at_work = False


def _done(do: Callable[[], Any]) -> Any:
    return do()


class _Ear(logging.Handler):
    def __init__(self, said: list[logging.LogRecord]) -> None:
        super().__init__()
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args, record.exc_info = record.getMessage(), None, None  # so that it can be kept
        self.said.append(record)


@contextlib.contextmanager
def _listening() -> Iterator[list[logging.LogRecord]]:
    """Yield a list of what the engine logs, and let nobody else hear it."""
    said: list[logging.LogRecord] = []
    ear = _Ear(said)
    others = LOG.handlers[:]
    LOG.handlers[:] = [ear]
    try:
        yield said
    finally:
        LOG.handlers[:] = others


def _of_all_pages(making: Making) -> Iterable[object]:
    """Yield what any page is made from beside its own source: programs, templates, settings, all names, the menu."""
    yield code_hash()
    for folder in making.config.theme.dirs:
        if INSTALLED not in Path(folder).parents:
            yield from contents_below(Path(folder))
    with Path(making.config.config_file_path).open("rb") as settings:
        yield yaml_load(settings)
    extensions = {one if isinstance(one, str) else type(one).__name__ for one in making.config.markdown_extensions}
    if {*making.config.plugins} != {OURS} or not extensions <= EXTENSIONS:
        yield os.urandom(16)  # nobody knows what else they read: no page is found again
    yield making.config.site_url, making.config.theme.name, making.config.use_directory_urls  # as the command may say
    yield making.own
    for name in making.own or ():  # their rules stand in each page
        if (file := making.files.get_file_from_path(f"assets/{name}")) and not name.startswith("search-index"):
            yield file.content_bytes
    yield LOG.name, LOG.getEffectiveLevel()  # each engine hears what is logged in its own name
    yield sorted((uri, file.url) for uri, file in making.files.src_uris.items())
    for page in making.nav.pages:  # what a menu shows of them
        yield page.title, [(name, value) for name, value in page.meta.items() if name not in ALONE]
