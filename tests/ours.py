"""The real site as it is read, once for all tests of a process, which may not change it. `site` has its rules tried."""

from __future__ import annotations

import mini
from guide.content.load import load

SITE, PROBLEMS = load(mini.ROOT)
assert SITE, "the content can't be read: run `make check`"
