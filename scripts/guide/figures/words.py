"""Words → lines of SVG text no wider than their place: SVG does not break lines by itself."""

from __future__ import annotations

from html import escape
from textwrap import wrap

LINE = 19  # from one line to the next, for text of 15 px
LETTER = {"": 7.6, "strong": 8.2}  # how wide a letter is, by kind: wide enough for any phone's own type


def block(text: str, x: float, y: float, width: float, kind: str = "", anchor: str = "start") -> tuple[str, float]:
    """Return `text` as an element whose first line stands at `y`, and where the line after its last would stand."""
    lines = wrap(text, max(1, int(width / LETTER[kind])), break_long_words=False)
    spans = " ".join(f'<tspan x="{x:g}" y="{y + n * LINE:g}">{escape(line)}</tspan>' for n, line in enumerate(lines))
    look = (f' class="{kind}"' if kind else "") + (f' text-anchor="{anchor}"' if anchor != "start" else "")
    return f"<text{look}>{spans}</text>", y + len(lines) * LINE
