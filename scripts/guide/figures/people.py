"""Rows → squares of 1,000 dots, one square a row: the filled dots are the people counted."""

from __future__ import annotations

SIDE = 40  # dots in a line, 25 lines
STEP = 10


def draw(figure, mark=None) -> str:
    """One square for each row: `value` of 1,000 dots are filled, up to `high` lightly."""
    squares = []
    for place, row in enumerate(figure.rows):
        left = place * (SIDE + 4) * STEP
        dots = []
        for n in range(1000):
            kind = "on" if n < row.value else "maybe" if row.high and n < row.high else "off"
            x, y = left + n % SIDE * STEP + 5, 25 * STEP - n // SIDE * STEP - 5
            dots.append(f'<circle class="{kind}" cx="{x}" cy="{y}" r="4"/>')
        squares.append(f'<g data-value="{row.value:g}">{"".join(dots)}</g>')
    width = (len(figure.rows) * (SIDE + 4) - 4) * STEP
    return f'<svg viewBox="0 0 {width} {25 * STEP}">{"".join(squares)}</svg>'
