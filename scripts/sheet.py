"""A page's id → the file on which a clinician reviews it, to be opened in a browser, or printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from faults import FaultError
from guide.content.site import Site
from guide.content.source import Problem, nearest
from guide.outputs.review_sheet import review_sheet
from guide.pages.context import SiteContext

# Nobody commits them: each is of one day's content.
FOLDER = Path("build/sheets")


def besides(problems: Sequence[Problem]) -> list[str]:
    """Return the lines that say what is to be mended, though a command did what it was asked for."""
    return ["besides, mend these:", *map(str, problems)] if problems else []


def sheet(root: Path, site: Site, problems: Sequence[Problem], name: str) -> str:
    """Write a page's sheet, however late it is or what else has slips; return where it is, and what is to be mended.

    Raises FaultError if there is no such page, or a slip leaves nothing that can be shown.
    """
    try:
        path = write_sheet(root, site, name)
    except FaultError as fault:
        raise FaultError("\n".join([str(fault), *besides(problems)])) from None
    except Exception:
        if not problems:
            raise
        raise FaultError("\n".join(["no sheet can be made of it — mend these first:", *map(str, problems)])) from None
    return "\n".join([*besides(problems), f"open it, or print it: {path}"])


def write_sheet(root: Path, site: Site, name: str) -> Path:
    """Write the sheet of the page `name` below the project folder `root`; return its path.

    Raises FaultError, with the nearest id, if there is no such page.
    """
    name = name.strip()
    if not name:
        raise FaultError("no page is named — say which: make sheet PAGE=lung")
    if name in site.broken:
        raise FaultError(f"the page '{name}' can't be read — mend it first")
    if name not in site.pages:
        raise FaultError(f"no page '{name}' — {nearest(name, site.pages)}")
    path = root / FOLDER / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(review_sheet(SiteContext(site), site.pages[name]), encoding="utf-8", newline="\n")
    return path
