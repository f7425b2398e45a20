"""A new folder → in the place of the old one, so that at no moment there is half a site, or none.

A server may hold the old folder itself: by a mount, or since it was started there. So the old folder comes back to its
place, filled anew. In between, the new one stands in for it:

1. The new files are laid into the old folder, out of sight in `.next`: hard links, or copies where there are none.
2. Old and new folder change names in one step. Whoever asks by name now gets the whole new site.
3. In the old folder each file takes its place in one step, pages last; then goes what is no longer asked for.
4. The two change names again, and the one that stood in is taken away.

Where names can't be changed in one step (a mount, an old file system), steps 2 and 4 fall away: every page is there at
every moment, old or new. A build killed on the way is finished by the next one: as long as there is a `.next`, one of
the two folders is whole.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import stat
import sys
from pathlib import Path

from finish.folder import files_below, walk

if sys.platform == "win32":
    fcntl = None  # Windows has none
else:
    import fcntl

NEXT = ".next"


def replace_folder(new: Path, live: Path) -> None:
    """Put the folder `new` in the place of `live`, which may be missing. Raises OSError if it can't be done."""
    _let_all_read(new)
    if not live.exists():
        os.rename(new, live)
        return
    try:
        _stage(new, live)
    except OSError:  # such as a full disk: nothing has changed yet
        shutil.rmtree(live / NEXT, ignore_errors=True)
        raise
    if rename_exchange(new, live):
        _refill(new, live)
    else:
        _move_in(live)
        _remove(live / NEXT)
    _remove(new)


def _refill(held: Path, live: Path) -> None:
    """Fill the old folder, which has the name `held` for now, as `live` is, and give it back its name."""
    _move_in(held)
    rename_exchange(held, live)
    _remove(live / NEXT)


def _let_all_read(folder: Path) -> None:
    """Let everybody read a site, whatever was asked for new files (`umask`)."""
    for up, _, names in os.walk(folder):
        for path in (up, *(os.path.join(up, name) for name in names)):
            found = os.stat(path).st_mode
            mode = stat.S_IMODE(found)
            right = mode & ~0o777 | (0o755 if stat.S_ISDIR(found) else 0o644)
            if mode != right:
                os.chmod(path, right)


def _stage(new: Path, old: Path) -> None:
    """Put the files of `new` into `old`, out of sight. The folder `new` stays as it is."""
    _remove(old / NEXT)
    shutil.copytree(new, old / NEXT, copy_function=_link)
    if stat.S_IMODE(old.stat().st_mode) & 0o555 != 0o555:
        old.chmod(0o755)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no links
        shutil.copy(source, target)


def _move_in(folder: Path) -> None:
    """Let what lies in `.next` take its place in `folder`, then take away what did not lie there but hidden files."""
    wanted = {*files_below(folder / NEXT)}  # and folders that are there
    for file in sorted(wanted, key=lambda file: (file.endswith(".html"), file)):
        if (up := os.path.dirname(file)) and up not in wanted:
            for name in (up[:end] for end in range(len(up) + 1) if up[end : end + 1] in ("/", "")):
                _make_folder(folder / name)
                wanted.add(name)
        place = os.path.join(folder, file)
        if os.path.isdir(place):
            _remove(Path(place))
        os.replace(os.path.join(folder, NEXT, file), place)
    for before, folders, names in walk(folder):
        if not before:  # what is hidden is not ours, such as the .git of a branch that is published
            folders[:], names = ([name for name in some if not name.startswith(".")] for some in (folders, names))
        gone = {name for name in (*folders, *names) if before + name not in wanted}
        folders[:] = [name for name in folders if name not in gone]
        for name in gone:
            _remove(folder / before / name)


def _make_folder(path: Path) -> None:
    if path.is_symlink() or not path.is_dir():
        _remove(path)
        path.mkdir(mode=0o755)
        path.chmod(0o755)


def _remove(path: Path) -> None:
    """Take away a file or folder, which may be missing."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def rename_exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step; return False where the system can't.

    Python has no function for it. Linux: renameat2(2) with RENAME_EXCHANGE. macOS: renamex_np(2) with RENAME_SWAP.
    """
    if os.name != "posix":
        return False
    system = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        here = -100  # AT_FDCWD: names are as seen from the working folder
        return bool(system.renameat2(here, names[0], here, names[1], 2) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(*names, 2) == 0)
    return False


_locks: dict[Path, int] = {}  # file → its handle, for as long as this process lives


def _let_go() -> None:
    """In a copy of this process: the place is not the copy's to keep, should it live longer."""
    while _locks:
        os.close(_locks.popitem()[1])


def leave_place(live: Path) -> None:
    """Keep the place no longer, and leave nothing beside it: for a place that nobody else can know."""
    if handle := _locks.pop(path := _lock_of(live), None):
        os.close(handle)
        path.unlink()


if fcntl:
    os.register_at_fork(after_in_child=_let_go)


def claim_place(live: Path) -> str | None:
    """Keep the place of a site for this process until it ends; return why that can't be, or None.

    What an earlier build left is finished, or taken away. Raises OSError if it can't be.
    """
    for folder in (live, new_folder_of(live)):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            return f"{folder} is no plain folder — take it away, or name the folder itself with -d"
    live.parent.mkdir(parents=True, exist_ok=True)
    if fcntl and (fault := _lock(_lock_of(live))):
        return fault
    restore_interrupted(live)
    return None


def _lock_of(live: Path) -> Path:
    return live.with_name(f".{live.name}.lock")


def _lock(path: Path) -> str | None:
    """Keep the lock file `path`, of which nothing is read or written; return why that can't be, or None."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return f"{path} is no plain file — take it away"
    handle = os.open(path, os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    _locks[path] = handle  # the system lets go of it when the process ends, however it ends
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return f"another build of {path.parent / path.stem[1:]} is running — wait for it"
    except OSError:  # this disk knows no locks: as on Windows, nobody is kept out
        return None
    return None


def restore_interrupted(live: Path) -> None:
    """Finish what a build was killed at, and take away what it left."""
    new = new_folder_of(live)
    if (new / NEXT).exists():  # the new site stands in for the old folder
        _stage(live, new)
        _refill(new, live)
    elif (live / NEXT).exists() and new.exists():  # the new site is whole, perhaps the old one no longer is
        replace_folder(new, live)
    _remove(live / NEXT)
    _remove(new)


def give_up(live: Path) -> None:
    """Take away what a build that failed has written, as far as that can be done and nothing needs it."""
    new = new_folder_of(live)
    if not (new / NEXT).exists() and not (live / NEXT).exists():
        with contextlib.suppress(OSError):
            _remove(new)


def new_folder_of(live: Path) -> Path:
    """Return where a site is built: a name that nobody gives to a folder of one's own, for what it holds goes."""
    live = Path(os.path.abspath(live))  # `.` has no name
    return live.with_name(f".{live.name}.new")
