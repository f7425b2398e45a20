"""A built folder, of any engine → one that may be published.

In: a folder that MkDocs, ProperDocs or Zensical built from our rendered pages with `scripts/theme/`, as it left it.
Out: the same folder, each page with its rules of style, a policy, our own scripts and search; no file nobody asks for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from finish.assets import remove_unlinked
from finish.csp import add_csp, check_blocked, mark_external
from finish.css import PAPER, Style, Used, inline_style
from finish.links import Links, name_languages
from finish.page import LOST, Page, base_of, check_names, file_of, read
from finish.scripts import drop_marks, keep_ours, write_small
from finish.search_box import check_search_box
from workers import each


@dataclass
class Finished:
    """What is known of pages that are finished, and can only be judged when all are."""

    links: Links = field(default_factory=Links)
    used: Used = field(default_factory=Used)
    run: int = 0  # scripts, all of them ours
    styles: int = 0  # links to styles, in the place of which stand their rules
    outside: int = 0  # links to other sites

    def add(self, other: Finished) -> None:
        """Take in a page. Raises FaultError if it asks for other styles than those before."""
        self.used.add(other.used, *other.links.ids)
        self.links.add(other.links)
        self.run += other.run
        self.styles += other.styles
        self.outside += other.outside


def finish_page(page: Page, own: Collection[str], style: Style) -> Finished:
    """Rewrite a page as the theme made it; return what it has and asks for. `own` are as in `finish`.

    Raises FaultError if a step finds nothing to do on it, or what it can't do. Links are read before they become whole
    addresses, marks are gone before style is chosen by what is there, and the policy has the hashes of what stays.
    """
    links, used = Links(), Used()
    run = keep_ours(page, {f"assets/{name}" for name in own})
    links.read(page)
    used.read(page)
    check_search_box(page)
    name_languages(page)
    drop_marks(page)
    outside = mark_external(page)
    check_blocked(page)
    styles = inline_style(page, style)
    add_csp(page)
    return Finished(links, used, run, styles, outside)


def finish(
    folder: Path,
    markdown: Collection[str],
    own: Collection[str],
    done: Finished | None = None,
    data: Collection[str] = (),
    style: Style | None = None,
) -> list[str]:
    """Rewrite the site in `folder` in place; return what each step did, a line each.

    `markdown` are the paths of the pages that were rendered, such as cancers/lung.md, and `own` the names of our own
    files below assets/, such as site.css. `done` is known of pages that `finish_page` has seen, `style` what it was
    given. `data` are files that stay, as programs find them in lists that are no pages. Raises FaultError, with the
    folder half done, if a step finds nothing to do, or a page on which it can't do it.
    """
    names = {file_of(path) for path in markdown} | {LOST}
    check_names(folder, names | {name for name in data if name.endswith(".html")})
    done, style = done or Finished(), style or Style(lambda name: (folder / name).read_text("utf-8"))
    left = sorted(names - done.links.ids.keys())
    base = base_of(folder)

    def finish_file(name: str) -> Finished:  # each page is kept on disk alone: a large site is larger than memory
        page = read(folder / name, name, base)
        known = finish_page(page, own, style)
        page.path = _beside(folder, name)
        page.write()
        return known

    for one in each(finish_file, left):
        done.add(one)
    for name in left:  # only now: what a process that is killed leaves undone is done again on what the engine wrote
        _beside(folder, name).replace(folder / name)
    links, styles = done.links, done.used.styles
    seen = links.check(folder)
    (folder / PAPER).write_text(style.paper(styles), encoding="utf-8", newline="\n")
    write_small(folder, sorted({f"assets/{name}" for name in own} & links.files()))
    gone = remove_unlinked(folder, names | links.files() | {PAPER} | {*data})
    return [
        f"{len(names)} pages: {seen} links lead where they should, {done.outside} of them name another site",
        f"{len(names)} pages with a policy and a search box; they run {done.run} scripts, all of them ours",
        f"{done.styles} links to {len(styles)} styles: each page brings its own rules; "
        f"{gone} files that no page asks for are gone",
    ]


def _beside(folder: Path, name: str) -> Path:
    return folder / f"{name}.finished"
