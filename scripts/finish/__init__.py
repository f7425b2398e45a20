"""A built folder, of any engine → one that may be published.

In: a folder that MkDocs, ProperDocs or Zensical built from our rendered pages with `scripts/theme/`, as it left it.
Out: the same folder with one style, a policy, our own scripts and search, and no file that nobody asks for.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from finish.assets import remove_unlinked
from finish.csp import add_csp, check_blocked, mark_external
from finish.css import TOGETHER, Used, link_style, write_style
from finish.links import Links
from finish.page import LOST, check_names, file_of, read_all
from finish.search_box import check_search_box
from finish.theme import strip_theme


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
        strip_theme(page, own)
        links.read(page)
        used.read(page)
    seen = links.check(folder)
    scripts = [(folder / name).read_text("utf-8") for name in sorted(own & links.files()) if name.endswith(".js")]
    named = write_style(folder, used, own, scripts)
    theirs = styles = outside = 0
    for page in read_all(folder, names):
        theirs += strip_theme(page, own)
        styles += link_style(page)
        check_search_box(page, folder)
        outside += mark_external(page)
        check_blocked(page)
        add_csp(page)
        page.write()
    gone = remove_unlinked(folder, names | links.files() | named | {TOGETHER})
    return [
        f"{len(names)} pages: {seen} links lead where they should, {outside} of them name another site",
        f"{len(names)} pages with a policy and a search box; {theirs} scripts and links of the theme's are gone",
        f"{styles} links to {len(used.styles)} styles are one a page; {gone} files that no page asks for are gone",
    ]
