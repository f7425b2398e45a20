"""Parts → the spine cut down the middle, four times: sound, weakened, collapsed, and with the cord pressed.

The front of the body is on the left. Each part's `label` heads its stage; its `points` name the bone, then the cord.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guide.content.figure import Figure
from guide.content.site import Site
from guide.content.source import Problem
from guide.figures import words

WIDTH, LEFT, GAP = 300, 142, 16  # the whole picture, one stage, and what is between two
HEAD, TALL = 2 * words.LINE + 12, 178  # a heading has room for two lines
FRONT, BACK = 52, 96  # of the bones
LUMP = "M60 64c4-8 13-9 18-4 6-3 14 1 13 9 1 8-7 13-13 10-5 5-15 3-17-4-5-3-5-8-1-11z"
SUNK_LUMP = "M64 82c3-4 9-6 14-3 6-4 13-1 13 4 0 6-6 8-12 6-5 2-12 2-14-2-2-1-2-3-1-5z"
BULGE = "M60 74c5-7 16-10 26-9 8-6 21-5 26 3 4 6 3 13-2 18-6 5-16 4-24 2-9 3-21 2-25-4-3-4-3-7-1-10z"
CORD = "M104-8V150h14V-8z"
PRESSED = "M104-8V40C104 56 115 60 115 75S104 92 104 108V150h14V108C118 94 122 86 122 75S118 54 118 40V-8z"


def problems(figure: Figure, _site: Site) -> Iterator[Problem]:
    if len(figure.parts) != 4:
        yield figure.draw.problem("this drawing has 4 stages — give it 4 parts")


def draw(figure: Figure, _site: Site, _mark: str | None = None) -> str:
    """Four stages, two beside each other."""
    stages = []
    for n, (part, scene) in enumerate(zip(figure.parts, (sound, weak, sunk, pressed), strict=True)):
        head, _ = words.block(f"{n + 1}. {part.label}", 0, 14, LEFT, "strong")
        place = f"translate({n % 2 * (LEFT + GAP)} {n // 2 * (HEAD + TALL + GAP)})"
        inner = f'<g transform="translate(0 {HEAD})">{scene()}{points(part.points)}</g>'
        stages.append(f'<g transform="{place}">{head}{inner}</g>')
    return f'<svg viewBox="0 0 {WIDTH} {2 * (HEAD + TALL) + GAP}">{"".join(stages)}</svg>'


def sound() -> str:
    return bone(0, 40) + bone(48, 92) + rest() + shape("cord", CORD)


def weak() -> str:
    return sound() + shape("on", LUMP)


def sunk() -> str:
    return collapse() + shape("cord", CORD) + shape("on", SUNK_LUMP)


def pressed() -> str:
    return collapse() + shape("cord", PRESSED) + shape("on", BULGE)


def collapse() -> str:
    """The middle bone has lost height in front and is cracked, and the one above leans over it."""
    crack = shape("lead", "M53 78l7-5 5 5 8-9 6 4 7-8")
    return f'<g transform="translate(0 3) rotate(-9 96 40)">{bone(0, 40)}</g>' + bone(50, 92, 14) + crack + rest()


def rest() -> str:
    """The lowest bone, the back wall of the tunnel, and the spines behind it."""
    spines = "".join(shape("bone", f"M125 {top}l16 10v11l-16-8z") for top in (14, 62, 114))
    return bone(100, 140) + shape("lead", "M125-8V150") + spines


def bone(top: int, bottom: int, lost: int = 0) -> str:
    """Return the block of a bone, which is waisted; `lost` is how much lower it is in front."""
    front, middle, half = top + lost, (top + bottom + lost) / 2, (FRONT + BACK) / 2
    upper = f"M{FRONT} {front}Q{half:g} {top + lost / 2 + 4:g} {BACK} {top}"
    lower = f"Q{BACK - 4} {middle:g} {BACK} {bottom}Q{half:g} {bottom - 4} {FRONT} {bottom}"
    return shape("bone", f"{upper}{lower}Q{FRONT + 4} {middle:g} {FRONT} {front}z")


def shape(kind: str, path: str) -> str:
    return f'<path class="{kind}" d="{path}"/>'


def points(names: Sequence[str]) -> str:
    """Return the words at the bone and below the cord, each with a line to what it names."""
    places = [(48, 82, "end", "M50 77h10"), (111, 172, "middle", "M111 151v8")]
    return "".join(
        words.block(name, x, y, LEFT, anchor=anchor)[0] + shape("lead", line)
        for name, (x, y, anchor, line) in zip(names, places, strict=False)
    )
