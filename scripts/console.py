"""A console of any encoding → one that shows every message: a letter it can't show becomes a plain one, or its code."""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
from collections.abc import Iterator

PLAIN = {"—": "-", "–": "-", "…": "...", "‘": "'", "’": "'", "“": '"', "”": '"'}


def replace(error: UnicodeError) -> tuple[str, int]:
    """Return what stands for letters that can't be encoded, and where to go on, as `codecs.register_error` asks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    shown = (PLAIN.get(letter) or letter.encode("ascii", "backslashreplace").decode() for letter in letters)
    return "".join(shown), error.end


def show_all_letters() -> None:
    """Let no letter stop a message on its way to the console."""
    codecs.register_error("shown", replace)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="shown")


@contextlib.contextmanager
def may_be_closed() -> Iterator[None]:
    """Let whoever reads what is printed stop reading, as `head` does: that is no fault of ours."""
    try:
        yield
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        # Python would try again at its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
