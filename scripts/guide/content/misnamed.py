"""Files of pages whose names are slips → the ids that were meant: what leads to them is not wrong, and needs no line.

What is wrong with the name itself, `files` says.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from guide.content.fields import ID
from guide.content.files import COPY, left_by_program
from guide.content.site import page_id

SPACES = re.compile(r"[\s_-]+")


def meant(path: PurePosixPath) -> str:
    """Return the id that a file's name is nearest to: Weak_legs.yml.txt → weak-legs."""
    name = COPY.sub("", page_id(path)).partition(".")[0]
    return SPACES.sub("-", name.lower()).strip("-")


def meant_ids(root: Path, kinds: Collection[str]) -> set[str]:
    """Return the ids that names of files of pages may mean, well written ones too. Pages stand in `kinds` and docs/."""
    files = [path for kind in kinds for path in (root / "content" / kind).glob("*")]
    files += [path for path in (root / "docs").rglob("*") if path.relative_to(root).parts[1] != "assets"]
    paths = (path.relative_to(root) for path in files if not left_by_program(path, root) and path.is_file())
    return {name for path in paths if ID.fullmatch(name := meant(PurePosixPath(path.as_posix())))}
