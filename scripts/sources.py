"""What pages are made from beside content → what of it somebody has changed since a build began.

A page that was made meanwhile may be half of the one, half of the other. The state is taken before programs are loaded.
"""

from __future__ import annotations

from pathlib import Path

from cache import code_hash, state_of

ROOT = Path(__file__).parent.parent
SOURCES = (ROOT / "scripts", ROOT / "docs/assets", *ROOT.glob("*.yml"))

_begun = state_of(*SOURCES)
code_hash()  # which is asked for when somebody may have changed them


def begin() -> None:
    """Begin another build with the same programs."""
    global _begun
    _begun = state_of(*SOURCES)


def changed() -> list[str]:
    """Return the names of the files that were changed since, added or taken away, as seen from the project's folder.

    Not what editors keep for themselves beside a file that is open.
    """
    from guide.content.files import left_by_program  # by now it is loaded

    files = {Path(name) for name, _, _ in _begun ^ state_of(*SOURCES)}
    return sorted(file.relative_to(ROOT).as_posix() for file in files if not left_by_program(file, ROOT))
