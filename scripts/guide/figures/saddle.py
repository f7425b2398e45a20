"""Parts → the lower body from behind, shaded where a saddle would touch, with three places named and what to do.

The first three parts name places, from the top down. The last says what to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from guide.content.figure import Figure
from guide.content.site import Site
from guide.content.source import Problem
from guide.figures import words

WIDTH, TEXT = 300, 186
BODY = (
    "M52 6C56 44 30 66 24 112C20 156 34 222 40 292M84 292C88 244 92 216 94 180C96 216 100 244 104 292"
    "M148 292C154 222 168 156 164 112C158 66 132 44 136 6"
)
FOLDS = "M94 78V172M92 172C78 180 56 178 44 166M96 172C110 180 132 178 144 166"
AREA = (
    "M94 94C114 94 132 112 134 136C135 154 127 164 123 180C120 202 119 224 116 240C115 256 102 256 100 240"
    "C98 222 96 204 94 182C92 204 90 222 88 240C86 256 73 256 72 240C69 224 68 202 65 180C61 164 53 154 54 136"
    "C56 112 74 94 94 94Z"
)
PLACES = [(112, 122, 70), (98, 172, 140), (110, 216, 226)]  # the end of each line on the body, and its words' height


def problems(figure: Figure, _site: Site) -> Iterator[Problem]:
    if len(figure.parts) != 4:
        yield figure.draw.problem("this drawing has 3 places and what to do — give it 4 parts")


def draw(figure: Figure, _site: Site, _mark: str | None = None) -> str:
    """The outline, the shaded area, three words with lines to it, and below it what to do."""
    *places, action = figure.parts
    named = []
    for part, (x, y, level) in zip(places, PLACES, strict=True):
        label, _ = words.block(part.label, TEXT, level, WIDTH - TEXT)
        line = f'<path class="lead" d="M{x} {y}L{TEXT - 6} {level - 5}"/>'
        named.append(f'{line}<circle class="dot" cx="{x}" cy="{y}" r="3"/>{label}')
    what, end = words.block(action.label, 14, 328, WIDTH - 28, "strong")
    frame = f'<rect class="frame" x="1.5" y="306" width="{WIDTH - 3}" height="{end - 312:g}" rx="6"/>'
    body = f'<path class="area" d="{AREA}"/><path class="lead" d="{BODY}{FOLDS}"/>'
    return f'<svg viewBox="0 0 {WIDTH} {end - 4:g}">{body}{"".join(named)}{frame}{what}</svg>'
