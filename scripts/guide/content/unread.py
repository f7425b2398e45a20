"""The project's folder → what reads the files of it that nobody has read yet: for several processes, which remember it.

`load` reads all it needs by itself, and finds this done.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from guide.content import assets, files
from guide.content.fields import Model
from guide.content.load import page_files, read_many, read_one
from guide.content.memo import knows
from guide.content.shared import MANY, ONE
from guide.content.site import Page
from guide.content.strings import ENGLISH, FOLDER


def unread(root: Path) -> list[Callable[[], object]]:
    """Return what reads each of the files that take long, the longest first, unless it was read before as it is."""
    content = root / "content"
    languages = {path.stem for path in (content / FOLDER).glob("*.yml")} - {ENGLISH}
    asked: list[tuple[Callable[..., object], Path, type[Model]]] = [
        (read_one, path, Page) for path in page_files(root, languages)
    ]
    for do, parts in ((read_one, ONE), (read_many, MANY)):
        asked += [(do, content / name, model) for name, model in parts.values()]
    sources = ((do, files.read(root, path)[0], model) for do, path, model in asked)
    some = [(do, source, model) for do, source, model in sources if source and not knows(do, source, model)]
    some.sort(key=lambda one: -len(one[1].text))
    return [*(partial(do, source, model) for do, source, model in some), *assets.unread(root)]
