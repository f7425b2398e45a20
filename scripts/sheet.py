"""A page's id → the file on which a clinician reviews it, to be opened in a browser, or printed."""

from __future__ import annotations

from pathlib import Path

from faults import FaultError
from guide.content.site import Site
from guide.content.source import nearest
from guide.outputs.review_sheet import review_sheet
from guide.pages.context import SiteContext

# Nobody commits them: each is of one day's content.
FOLDER = Path("build/sheets")


def write_sheet(root: Path, site: Site, name: str) -> Path:
    """Write the sheet of the page `name` below the project folder `root`; return its path.

    Raises FaultError, with the nearest id, if there is no such page.
    """
    name = name.strip()
    if not name:
        raise FaultError("no page is named — say which: make sheet PAGE=lung")
    if name not in site.pages:
        raise FaultError(f"no page '{name}' — {nearest(name, site.pages)}")
    path = root / FOLDER / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(review_sheet(SiteContext(site), site.pages[name]), encoding="utf-8", newline="\n")
    return path
