"""MkDocs adapter: checks content before a build, hands MkDocs the rendered pages, finishes the site it built."""

from __future__ import annotations

import gc

import sources  # it looks at all programs before they are loaded

gc.disable()  # what is loaded and read next all stays to the end: the collector need not walk it again and again

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.utils import CountHandler

from cache import Cache
from checking import address_of, rendered_site
from compiled import Compiled
from console import show_all_letters
from faults import check_address, check_place, check_python, epoch, sentence, today
from finish import finish
from finish.css import PAPER
from finish.replace import claim_place, give_up, leave_place, new_folder_of, replace_folder
from following import follow, on_shutdown
from guide.content.assets import read_list
from guide.content.files import left_by_program
from guide.content.memo import forget
from guide.data.files import PARTS, Part
from guide.outputs.search_index import INDEX
from guide.pages.pages import Pages
from guide.rules.dates import late
from guide.rules.publishing import unpublishable
from making import LOG, Making
from open_data import Written, write_part, write_sizes
from preview import FIRST, begin_without, keep_templates, preview, show_problems
from stash import Stash

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from guide.content.site import Site

__all__ = ["on_shutdown"]  # an event of the preview, for MkDocs to find here


@dataclass
class Build:
    """What one run of the engine needs to remember between its events."""

    publishing: bool  # and not for a preview
    pages: Pages = field(default_factory=Pages)  # as rendered
    searched: dict[str, str] = field(default_factory=dict)  # what the search reads
    site: Site | None = None
    making: Making | None = None
    nav: Navigation | None = None
    data: Written = field(default_factory=Written)  # the files of open data
    extensions: list[str] = field(default_factory=list)  # of Markdown
    live: Path | None = None  # where the site will stand, once its place is claimed: it is built beside that


build = Build(publishing=False)
# Where mkdocs.yml lets an engine build that runs no hooks, so never where readers are.
UNFINISHED = "build/unfinished"


def on_startup(command: str, dirty: bool) -> None:
    global build  # MkDocs knows a hook by its module alone
    build = Build(publishing=command != "serve")  # `gh-deploy` builds, too, and brings that where readers are
    preview.on = not build.publishing
    if preview.on:
        gc.enable()
    show_all_letters()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> None:
    if build.live:  # the first build was as for readers, as `serve --clean` asks: in a folder of the engine's own
        leave_place(build.live)
        build.publishing, build.live, preview.on = False, None, True
        gc.enable()
    follow(server, config)


def on_config(config: MkDocsConfig) -> None:
    if preview.served:
        sources.begin()
    if Path(config.site_dir) == (root := Path(config.config_file_path).absolute().parent) / UNFINISHED:
        config.site_dir = str(root / "site")
    config.markdown_extensions += [Stash()]  # type: ignore[list-item] # names, or extensions themselves


def on_pre_build(config: MkDocsConfig) -> None:
    """Stop before MkDocs empties the site folder if the content is wrong; else build beside the last good site."""
    root = Path(config.config_file_path).parent
    check_python()
    epoch()  # which the engine reads too, and says less of it
    check_address(config.site_url)
    if Path(config.docs_dir) != root.absolute() / "docs":
        raise PluginError(f"docs_dir is {config.docs_dir}, and pages are read from docs/ — take it out of mkdocs.yml")
    if build.publishing:
        check_place(Path(config.site_dir), root, PAPER)
        if fault := claim_place(Path(config.site_dir)):
            raise PluginError(fault)
    preview.rendered = preview.known or rendered_site(root)
    site, problems, pages, searched = preview.rendered
    if site and build.publishing:
        problems = [*problems, *unpublishable(site, address_of(site))]
        for page in late(site, today()):  # which says so itself, and keeps no correction from readers
            LOG.info(str(page))
    if site is None or problems:
        if not begin_without(config, problems):
            raise PluginError("\n".join(["the content has problems", *map(str, problems)]))
        build.pages, build.searched = FIRST, {INDEX: ""}
    else:
        build.pages, build.searched, build.site = pages, searched, site
    if build.publishing:
        forget()
        gc.enable()
        gc.freeze()
        build.live = Path(config.site_dir)
        config.site_dir = str(new_folder_of(build.live))
    elif preview.folder:
        config.site_dir = str(preview.folder)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put each rendered page in the place of the hand-written file it was made from, or beside the others."""
    for file in list(files):
        unseen = file.is_documentation_page() and file.src_uri not in build.pages  # it came after the check
        if unseen or left_by_program(Path(file.src_uri), Path()):
            files.remove(file)
    texts: dict[str, str | bytes] = {**build.pages.encoded, **build.searched}
    for path, text in texts.items():
        if written := files.get_file_from_path(path):
            files.remove(written)
        files.append(File.generated(config, path, content=text))
    return files


@event_priority(-100)  # every other hook has changed it
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    build.nav = nav
    build.extensions = config.markdown_extensions
    config.markdown_extensions = []  # the engine sets them up anew for each page, and meets each one empty


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str | None:
    """Let the engine meet a page empty, unless it is being made."""
    return None if build.making and build.making.at_work else ""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Make the pages, as all are known now, and the data meanwhile."""
    root = Path(config.config_file_path).parent
    config.markdown_extensions = build.extensions
    cache = Cache(root / "build/cache" / ("site" if build.publishing else "preview"))
    own = sorted(map(str, read_list(root)[0])) if build.publishing else None
    compiled = Compiled(root)
    env = keep_templates(env)
    env.bytecode_cache, env.optimized = compiled, False  # to optimize takes longer than it saves
    if build.nav is not None:
        build.making = preview.making = Making(cache, compiled, own, build.nav, env, config, files)
        site = build.site if build.publishing else None
        data = [partial(_write_data, part, site, config, files) for part in PARTS] if site else []
        for written in build.making.begin(data):
            build.data.add(written)
    return env


def _write_data(part: Part, site: Site, config: MkDocsConfig, files: Files) -> Written:
    taken = {file.dest_uri for file in files}
    return write_part(part, Path(config.site_dir), site, build.pages, config.site_url or "", taken)


@event_priority(-100)  # every other plugin has seen the page itself, when it was made
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str | None:
    return build.making.take(page) if build.making and not build.making.at_work else None


@event_priority(-100)  # after every plugin has written its files
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the new site and put it in place, unless MkDocs has warned: in strict mode it fails right after this."""
    if preview.on:
        show_problems(Path(config.site_dir))
    counters = [h for h in LOG.handlers if isinstance(h, CountHandler)]
    well = not any(counter.get_counts() for counter in counters)
    if changed := sources.changed():
        if build.making:
            build.making.forget()
        if build.live:
            raise PluginError(f"{changed[0]}: changed while the site was built — build it again")
    elif build.making and well:
        build.making.cache.sweep()
    if build.live and well:
        if build.making is None or build.site is None:
            raise PluginError("no page was finished: another hook or plugin came between — see hooks in mkdocs.yml")
        write_sizes(Path(config.site_dir), build.pages, build.data)
        making = build.making
        said = finish(Path(config.site_dir), build.pages, making.own or [], making.done, build.data.sizes, making.style)
        for line in said:
            LOG.info(line)
        replace_folder(Path(config.site_dir), build.live)
        config.site_dir = str(build.live)  # where a command that does something with the site looks for it


def on_build_error(error: Exception) -> None:
    """Say in a sentence what befell the build, where the engine would show a traceback, and leave nothing half done."""
    if build.live:
        give_up(build.live)
    if said := sentence(error):
        raise Abort(said)
