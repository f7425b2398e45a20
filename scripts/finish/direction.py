"""Rules of a style in the words of reading (`margin-inline-start`) → in those of left and right (`margin-left`).

The style is written for both directions. A page that is written from the left is given the words that older browsers
know too, and fewer bytes; one that is written from the right keeps the others, in which its browser finds the sides.
"""

from __future__ import annotations

import re
from functools import cache

Declaration = tuple[str, str]  # its name and its whole text
SIDES = {"start": "left", "end": "right"}
LOGICAL = re.compile(r"(?P<what>[a-z]+)-inline(?:-(?P<side>start|end))?(?P<more>-width|-color|-style)?")
# Values beside each other, spaces within brackets apart.
VALUES = re.compile(r"(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+")


@cache
def from_the_left(declarations: tuple[Declaration, ...]) -> tuple[Declaration, ...]:
    """Return the declarations of a rule as they are on a page that is written from the left, in as few words."""
    found: list[Declaration] = []
    for name, text in declarations:
        for new, value in _sides(name, text.partition(":")[2]):
            if not _folded(found, new, value):
                found.append((new, f"{new}:{value}"))
    return tuple(found)


def _sides(name: str, value: str) -> list[Declaration]:
    """Return a declaration with sides for beginning and end: one, or two for both."""
    logical = LOGICAL.fullmatch(name)
    if name == "text-align" and value in SIDES:
        return [(name, SIDES[value])]
    if not logical:
        return [(name, value)]
    values = [value] if logical["side"] else VALUES.findall(value)
    if not logical["side"] and len(values) == 1:
        return [(name, value)]  # the same on both sides
    both = {"start": values[0], "end": values[-1]}
    wanted = [logical["side"]] if logical["side"] else ["start", "end"]
    what = "" if logical["what"] == "inset" else f"{logical['what']}-"
    return [(f"{what}{SIDES[side]}{logical['more'] or ''}", both[side]) for side in wanted]


def _folded(found: list[Declaration], name: str, value: str) -> bool:
    """Put a side into the `margin` or `padding` that the rule has given before; say whether there was one."""
    what, _, side = name.partition("-")
    if what not in ("margin", "padding") or side not in SIDES.values():
        return False
    at = next((n for n, (known, _) in enumerate(found) if known == what), None)
    if at is None:
        return False
    top, right, bottom, left = _four(VALUES.findall(found[at][1].partition(":")[2]))
    right, left = (value, left) if side == "right" else (right, value)
    found[at] = (what, f"{what}:{_few(top, right, bottom, left)}")
    return True


def _four(given: list[str]) -> list[str]:
    top, right = (given * 2)[:2]
    bottom = given[2] if len(given) > 2 else top
    return [top, right, bottom, given[3] if len(given) > 3 else right]


def _few(top: str, right: str, bottom: str, left: str) -> str:
    """Return four sides in as few values as say them."""
    if left != right:
        return f"{top} {right} {bottom} {left}"
    if bottom != top:
        return f"{top} {right} {bottom}"
    return f"{top} {right}" if right != top else top
