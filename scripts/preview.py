"""What only `mkdocs serve` needs: it watches the content too, looks often, and keeps what an edit has not changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.observers.polling import PollingObserver

from guide.render import Kept

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

# Seconds between two looks at the files. MkDocs looks every half second, which is half of what an editor should wait.
LOOK_EVERY = 0.1

preview: dict = {"on": False, "env": None, "pages": {}, "kept": Kept(), "paths": frozenset()}


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    """Watch the content as well, with an observer that looks more often."""
    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK_EVERY)
    root = Path(config.config_file_path).parent
    for path in [*watched, str(root / "content"), str(root / "CHANGELOG.md")]:
        server.watch(path)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Note which pages there are: with another one, links may lead elsewhere."""
    preview["paths"] = frozenset(file.src_uri for file in files.documentation_pages())


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the theme's compiled templates."""
    if preview["on"]:
        preview["env"] = preview["env"] or env
    return preview["env"] or env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Keep the HTML of a page whose Markdown has not changed, as long as the set of pages has not."""
    if not preview["on"]:
        return
    made_from = (markdown, preview["paths"])
    convert = page.render

    def render(config: MkDocsConfig, files: Files) -> None:
        kept = preview["pages"].get(page.file.src_uri)
        if kept is None or kept[0] != made_from:
            before = dict(vars(page))
            convert(config, files)
            kept = made_from, {k: v for k, v in vars(page).items() if before.get(k) is not v}
            preview["pages"][page.file.src_uri] = kept
        vars(page).update(kept[1])

    page.render = render
