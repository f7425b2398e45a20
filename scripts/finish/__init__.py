"""A built folder, of any engine → one that may be published.

In: a folder that MkDocs, ProperDocs or Zensical built from our rendered pages with `scripts/theme/`, as it left it.
Out: the same folder, each page with its rules of style, a policy, our own scripts and search; no file nobody asks for.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from finish.assets import remove_unlinked
from finish.csp import add_csp, check_blocked, mark_external
from finish.css import PAPER, Style, Used, inline_style
from finish.links import Links
from finish.page import LOST, check_names, file_of, read_all
from finish.scripts import keep_ours, write_small
from finish.search_box import check_search_box


def finish(folder: Path, markdown: Collection[str], own: Collection[str]) -> list[str]:
    """Rewrite the site in `folder` in place; return what each step did, a line each.

    `markdown` are the paths of the pages that were rendered, such as cancers/lung.md, and `own` the names of our own
    files below assets/, such as site.css. Raises FaultError, with the folder half done, if a step finds nothing to do,
    or a page on which it can't do it.
    """
    names = {file_of(path) for path in markdown} | {LOST}
    own = {f"assets/{name}" for name in own}
    check_names(folder, names)
    links, used = Links(), Used()
    for page in read_all(folder, names):  # each is read twice and never kept
        keep_ours(page, own)
        links.read(page)
        used.read(page)
    seen = links.check(folder)
    ours = sorted(own & links.files())
    scripts = {name: (folder / name).read_text("utf-8") for name in ours if name.endswith(".js")}
    style = Style(folder, used.styles, scripts)
    style.write_paper(folder)
    write_small(folder, ours)
    run = styles = outside = 0
    for page in read_all(folder, names):
        run += keep_ours(page, own)
        check_search_box(page, folder)
        outside += mark_external(page)
        check_blocked(page)
        styles += inline_style(page, style)
        add_csp(page)
        page.write()
    gone = remove_unlinked(folder, names | links.files() | {PAPER})
    return [
        f"{len(names)} pages: {seen} links lead where they should, {outside} of them name another site",
        f"{len(names)} pages with a policy and a search box; they run {run} scripts, all of them ours",
        f"{styles} links to {len(used.styles)} styles: each page brings its own rules; "
        f"{gone} files that no page asks for are gone",
    ]
