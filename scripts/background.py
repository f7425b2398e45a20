"""A function → the same, done by another process whenever it is asked: a copy of this one, from before it had threads.

It has no threads, so several processors can work for it, and whoever asks it goes on meanwhile.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

Found = TypeVar("Found")


class Background(Generic[Found]):
    """Another process. `told`: the file in which it puts what it has found. It ends when this process does."""

    def __init__(self, do: Callable[[], Found], told: Path) -> None:
        self.told, self.at = told, 0
        asked, self.asking = os.pipe()
        self.process = os.fork()
        if not self.process:
            os.close(self.asking)
            for one in (signal.SIGINT, signal.SIGTERM):
                signal.signal(one, signal.SIG_DFL)  # who stops the one stops the other, without a word
            with contextlib.suppress(BaseException):
                while os.read(asked, 1):
                    self._tell(do())
            os._exit(0)  # nothing of what the first process does at its end is for this one to do
        os.close(asked)

    def _tell(self, found: Found) -> None:
        new = self.told.parent.with_suffix(".new")  # whoever watches the folder sees one change
        new.write_bytes(pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
        new.replace(self.told)

    def ask(self) -> bool:
        """Let it begin; say whether it is there to do so. Nobody asks again before it has told what it found."""
        with contextlib.suppress(OSError):
            return os.write(self.asking, b"?") == 1
        return False

    def found(self) -> Found | None:
        """Return what it has found since it was asked: None while it is at work. Raises EOFError if it is no more."""
        with contextlib.suppress(FileNotFoundError):
            if (at := self.told.stat().st_mtime_ns) != self.at:
                self.at = at
                return pickle.loads(self.told.read_bytes())  # type: ignore[no-any-return]  # noqa: S301 -- a copy of us
        if os.waitpid(self.process, os.WNOHANG)[0]:
            raise EOFError
        return None

    def end(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self.asking)
            os.kill(self.process, signal.SIGTERM)
            os.waitpid(self.process, 0)
