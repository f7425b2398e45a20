"""The project's folder → its site, every problem in it, and its pages.

Rules are tried, and pages rendered, by several processes at once. What they remember is kept for the next run.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from cache import Cache, contents_below, hash_of, releases
from compiled import Compiled
from faults import check_address, today
from guide.content import memo
from guide.content.load import load
from guide.content.site import Site
from guide.content.source import Problem
from guide.content.unread import unread
from guide.outputs.search_index import search_files
from guide.pages.context import templates
from guide.pages.pages import Pages
from guide.pages.render import render
from guide.rules.check import check
from guide.rules.publishing import unpublishable
from workers import each, in_background

PART = 500  # of a table: all at once would fill as much memory once more, one by one take twice as long to read


def checked_site(root: Path) -> tuple[Site | None, list[Problem]]:
    """Return the site in the project folder `root` and every problem in it, sorted by place."""
    site, problems, _ = _checked(root)
    return site, problems


def rendered_site(root: Path) -> tuple[Site | None, list[Problem], Pages, dict[str, str]]:
    """Return what `checked_site` does, the pages, and what the search reads: these are made while rules are tried."""
    templates().bytecode_cache = Compiled(root)
    site, problems, made = _checked(root, partial(render, today=today()), search_files)
    if site is None or problems:
        return site, problems, Pages(), {}
    pages, index = made
    return site, [], pages or render(site, today()), index or search_files(site)


def _checked(root: Path, *makers: Callable[[Site], Any]) -> tuple[Site | None, list[Problem], list[Any]]:
    """Return the site, its problems, and what each of `makers` makes of it meanwhile: None if it can't."""
    with _remembering(root):
        return _checked_anew(root, *makers)


def _checked_anew(root: Path, *makers: Callable[[Site], Any]) -> tuple[Site | None, list[Problem], list[Any]]:
    _each_remembering([partial(_read, one) for one in unread(root)])
    site, problems = load(root)
    if site is None:
        return None, sorted({*problems}), []

    def made_by(maker: Callable[[Site], Any]) -> Any:
        with contextlib.suppress(Exception):  # there is a problem then
            return maker(site)

    made: list[Any] = [None for _ in makers]

    def at_once(tried: Callable[[Any], Any], rules: Sequence[Any]) -> list[Any]:
        todo = [*(partial(made_by, one) for one in makers), *(partial(tried, one) for one in rules)]
        found = _each_remembering(todo)
        made[:] = found[: len(makers)]
        return found[len(makers) :]

    return site, sorted({*problems, *check(site, today(), at_once)}), made


def _read(read: Callable[[], object]) -> None:
    with contextlib.suppress(Exception):  # `load` reads it again, and says so
        read()


def _each_remembering(todo: Sequence[Callable[[], Any]]) -> list[Any]:
    """Return what each of `todo` returns, and remember what other processes were asked meanwhile."""
    marked = memo.position()

    def at_work(do: Callable[[], Any]) -> tuple[Any, memo.Tables]:
        nonlocal marked
        found, new = do(), memo.since(marked)
        marked = memo.position()
        return found, new

    found = []
    for one, new in each(at_work, todo):
        memo.add(new)
        found.append(one)
    return found


def address_of(site: Site) -> str:
    """Return where the site will stand: what SITE_URL says, be it nothing, or else site.yml.

    Raises FaultError if SITE_URL is no address.
    """
    address = os.environ.get("SITE_URL", site.settings.address or "")
    check_address(address)
    return address


@cache  # a preview reads it once
def _recalled(root: Path) -> tuple[Cache, dict[str, str]]:
    """Remember what was kept by a run of the same code; return where, and under which key for each function."""
    cache, code = Cache(root / "build/cache/memo"), _code()
    keys = {name: hash_of([code, name]) for name in memo.names()}
    memo.begin({name: dict(chain(*cache.get_each(key))) for name, key in keys.items()})
    return cache, keys


def _code() -> str:
    return hash_of([sys.version, *releases(), *contents_below(Path(__file__).parent / "guide")])


@contextlib.contextmanager
def _remembering(root: Path) -> Iterator[None]:
    """Remember what was kept before, and keep what this run has asked for."""
    cache, keys = _recalled(root)
    yield
    tables = {keys[name]: table for name, table in memo.to_keep() if name in keys}

    def keep() -> None:
        code = _code()
        if keys == {name: hash_of([code, name]) for name in keys}:  # nobody has changed our code meanwhile
            for key, table in tables.items():
                cache.put_each(key, _parts(table))
            cache.sweep()

    in_background(keep)


def _parts(table: memo.Table) -> Iterator[Sequence[object]]:
    items = iter(table.items())
    while part := [*islice(items, PART)]:
        yield part


def read_site(root: Path) -> tuple[Site, list[Problem]]:
    """Return the site in `root` and every problem in it. Raises SystemExit with them if a shared file can't be read."""
    site, problems = checked_site(root)
    if site is None or not site.references:
        raise SystemExit("\n".join(map(str, problems)))
    return site, problems


def good_pages(root: Path) -> tuple[Site, Pages, dict[str, str]]:
    """Return the site in `root`, its pages, and what the search reads, if all may be published.

    Raises SystemExit with every problem.
    """
    site, problems, pages, searched = rendered_site(root)
    if site and site.references:
        problems = [*problems, *unpublishable(site, address_of(site))]
    if site is None or problems:
        raise SystemExit("\n".join(map(str, problems)))
    return site, pages, searched
