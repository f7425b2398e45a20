"""What must be mended → a box at the top of every page of a preview, which else says what it said before."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

BOX = re.compile(r"<!--to mend-->.*?<!--/to mend-->", re.DOTALL)
BODY = re.compile(r"<body\b[^>]*>")
STYLE = (
    "position:sticky;top:0;z-index:99;max-height:50vh;overflow:auto;box-sizing:border-box;padding:1rem;"
    "border:.3rem solid #b3261e;background:#fff;color:#000;font:1rem/1.4 sans-serif;overflow-wrap:anywhere"
)
# The server reloads a page when it was mended, but not what it shows in the place of a missing one.
AGAIN = '<meta http-equiv="refresh" content="2">'


def show(folder: Path, lines: list[str]) -> None:
    """Put `lines` on top of every built page in `folder`, in the place of those before."""
    for path in folder.rglob("*.html"):
        text = with_box(path.read_text("utf-8"), lines, AGAIN if path.name == "404.html" else "")
        path.write_text(text, encoding="utf-8", newline="\n")


def with_box(html: str, lines: list[str], again: str = "") -> str:
    """Return a page with `lines` on top, in the place of those before, or without any if there are none."""
    html = BOX.sub("", html)
    body = BODY.search(html)
    at = body.end() if body else 0
    return html[:at] + (f"<!--to mend-->{again}{boxed(lines)}<!--/to mend-->" if lines else "") + html[at:]


def boxed(lines: list[str]) -> str:
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    lead = "Mend this. Until then the pages below are as they last were, but for what you have just written:"
    return f'<div id="to-mend" role="alert" style="{STYLE}"><b>{lead}</b><ul style="margin:.5rem 0 0">{rows}</ul></div>'
