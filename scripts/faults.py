"""What machines get wrong → one sentence with what to do, for every command: disks, settings, places to write to."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
import sys
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

# What readers and rules can make something of: 1970 to 2099.
LAST_SECOND = 4_102_444_799
ADDRESS = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d{1,5})?(?:/[\w.~%+-]*)*", re.ASCII)
REMEDIES: dict[int | None, str] = {
    errno.ENOSPC: "the disk is full — make room, then try again",
    errno.EDQUOT: "the disk is full for you — make room, then try again",
    errno.EFBIG: "a file may not grow that long here — raise the limit (ulimit -f), then try again",
    errno.EACCES: "not allowed — see whose it is, and let yourself read and write it",
    errno.EPERM: "not allowed — see whose it is, and let yourself read and write it",
    errno.EROFS: "nothing can be written there — name another folder with -d",
    errno.ENOENT: "there is no such file — see whether it was moved, then try again",
}
PROJECT = ("content", "docs", "scripts", "tests", ".git", ".github", ".venv")


class FaultError(Exception):
    """Raised with a sentence for whoever gave the command."""


class UnreadableError(FaultError):
    """Raised with the reason why a page of others can't be read."""


def sentence(error: BaseException) -> str | None:
    """Return what to tell somebody of an error that is no mistake in our code, or None."""
    if isinstance(error, FaultError):
        return str(error)
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: {error.message} — mend this template"
    if isinstance(error, TemplateNotFound):
        return f"a template asks for '{error.name}', which is not there — mend its name in scripts/theme/"
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return where + REMEDIES.get(error.errno, f"{error.strerror or error} — mend this, then try again")
    if isinstance(error, RecursionError):
        return "something is nested too deeply to be shown — write it flatter"
    if isinstance(error, MemoryError):
        return "this machine has too little memory — close other programs, then try again"
    return None


def epoch() -> int | None:
    """Return SOURCE_DATE_EPOCH, if it is set. Raises FaultError if it says no second."""
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if text is None:
        return None
    if not re.fullmatch(r"[0-9]{1,10}", text) or int(text) > LAST_SECOND:
        raise FaultError(
            f"SOURCE_DATE_EPOCH is {text[:40]!r} — give whole seconds since 1970, as `date +%s` does, or unset it"
        )
    return int(text)


def today() -> dt.date:
    """Return the day rules compare with: SOURCE_DATE_EPOCH's, if it is set."""
    second = epoch()
    return dt.date.today() if second is None else dt.datetime.fromtimestamp(second, dt.UTC).date()


def check_address(text: str | None) -> None:
    """Raise FaultError if `text` is set and no address that a site may have."""
    if text and not ADDRESS.fullmatch(text):
        raise FaultError(f"SITE_URL is {text[:80]!r} — write it as https://example.org/some/path/, or leave it out")


def check_python() -> None:
    """Raise FaultError if Python leaves out what our programs say of themselves: some of it is published."""
    if sys.flags.optimize > 1:
        raise FaultError("PYTHONOPTIMIZE is 2, and takes out words that are published — unset it, or give 1")


def check_place(folder: Path, root: Path, sign: str) -> None:
    """Raise FaultError if something else would be lost were `folder` written anew.

    That is so for what is of the project in `root`, and for a folder that has files, but not the file `sign`, by which
    one that we wrote is known.
    """
    place, root = folder.resolve(), root.resolve()
    if place in (root, *root.parents) or any(place.is_relative_to(root / name) for name in PROJECT):
        raise FaultError(f"{folder} is or holds what the site is made from — name another folder")
    if folder.is_dir() and not (folder / sign).exists() and any(p.name[0] != "." for p in folder.iterdir()):
        raise FaultError(f"{folder} holds files of somebody else — name another folder, or empty this one yourself")
