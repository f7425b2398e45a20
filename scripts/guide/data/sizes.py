"""Text that asks for sizes of files, `[size of data/site.json]` → the same with the sizes, in kB or MB."""

from __future__ import annotations

import re
from collections.abc import Mapping

SIZE = re.compile(r"\[size of ([\w./-]+)\]")


def with_sizes(text: str, sizes: Mapping[str, int]) -> str:
    """Return `text` with each size in its place: `sizes` are bytes, by path. Raises KeyError if a file is not there."""
    return SIZE.sub(lambda mark: size(sizes[mark[1]]), text)


def size(count: int) -> str:
    """Return a number of bytes as people say it: 4 kB, 1.2 MB."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"
