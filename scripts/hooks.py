"""MkDocs adapter: checks content before a build, hands MkDocs the rendered pages, swaps the finished site in."""

from __future__ import annotations

import gc
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.utils import CountHandler

from build import checked_site
from console import show_all_letters
from faults import check_address, check_place, epoch, sentence
from guide.content.files import own
from guide.outputs.search_index import search_index
from guide.pages.render import render
from lean import slim
from preview import FIRST, begin_without, on_env, on_nav, on_page_markdown, on_serve, preview, show_problems
from swap import claim, give_up, swap

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

__all__ = ["on_env", "on_nav", "on_page_markdown", "on_serve"]  # events of the preview, for MkDocs to find here

state: dict = {}


def on_startup(command: str, dirty: bool) -> None:
    state["swap"] = command == "build"
    if state["swap"]:
        gc.disable()  # what is read next all stays to the end: the collector need not walk it again and again
    preview["on"] = command == "serve"
    show_all_letters()


def on_pre_build(config: MkDocsConfig) -> None:
    """Stop before MkDocs empties the site folder if the content is wrong; else build beside the last good site."""
    root = Path(config.config_file_path).parent
    epoch()  # which the engine reads too, and says less of it
    check_address(config.site_url)
    if state.get("swap"):
        check_place(Path(config.site_dir), root, "404.html")
        if fault := claim(Path(config.site_dir)):
            raise PluginError(fault)
    site, problems = checked_site(root)
    if problems and not begin_without(config, problems):
        raise PluginError("\n".join(["the content has problems", *map(str, problems)]))
    state["pages"] = FIRST if problems else render(site)
    if state.get("swap"):
        state["search"] = search_index(site)
        gc.enable()
        gc.freeze()
        state["site_dir"], config.site_dir = config.site_dir, f"{config.site_dir}.new"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put each rendered page in the place of the hand-written file it was made from, or beside the others."""
    for file in list(files):
        unseen = file.is_documentation_page() and file.src_uri not in state["pages"]  # it came after the check
        if unseen or own(Path(file.src_uri), Path()):
            files.remove(file)
    for path, markdown in state["pages"].items():
        if written := files.get_file_from_path(path):
            files.remove(written)
        files.append(File.generated(config, path, content=markdown))
    return files


@event_priority(-100)  # after every plugin has written its files
def on_post_build(config: MkDocsConfig) -> None:
    """Make the new site light and swap it in, unless MkDocs has warned: in strict mode it fails right after this."""
    if preview["on"]:
        show_problems(Path(config.site_dir))
    counters = [h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler)]
    if "site_dir" in state and not any(counter.get_counts() for counter in counters):
        made = sum(1 for _ in Path(config.site_dir).rglob("index.html"))
        if made != len(state["pages"]):
            raise PluginError(f"{made} pages were built of {len(state['pages'])} — see what the engine left out")
        try:
            slim(Path(config.site_dir), state["search"])
        except ValueError as error:  # a script where none belongs
            raise PluginError(str(error)) from None
        swap(Path(config.site_dir), Path(state["site_dir"]))


def on_build_error(error: Exception) -> None:
    """Say in a sentence what befell the build, where the engine would show a traceback, and leave nothing half done."""
    if "site_dir" in state:
        give_up(Path(state["site_dir"]))
    if said := sentence(error):
        raise Abort(said)
