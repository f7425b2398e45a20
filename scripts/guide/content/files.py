"""Files → their text, and a problem for each that is no plain text, or stands where nothing reads it."""

from __future__ import annotations

import fnmatch
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from guide.content.letters import belongs
from guide.content.source import Problem, SourceFile

# Half as much again as the largest file. More is a slip, such as a pasted picture, and would take minutes to read.
MAX_BYTES = 1_000_000
# A lock is written by our own command, and grows with all pages: enough for 25,000 of them.
MAX_LOCK_BYTES = 10_000_000
ASSETS = {".css", ".js", ".svg", ".png"}
# MkDocs publishes no templates/, and what it puts into search/ and assets/ is not ours to overwrite.
RESERVED = {"assets", "search", "templates"}
NAME = re.compile(r"[A-Za-z0-9._-]+")
# What programs leave beside the files they work on. It is never read, never published and no fault of anybody. None of
# these can be the name of a page, which begins with a letter or digit and ends in .yml or .md.
LEFT = (
    ".*.sw?",  # Vim: the text while it is open
    "4913",  # Vim: tries whether it may write here
    "*~",  # Vim, Emacs, gedit, Kate: the text before it was saved
    ".#*",  # Emacs: a link that leads nowhere and says who has the file open
    "#*#",  # Emacs: the text before it is saved
    ".*.kate-swp",  # Kate: the text while it is open
    ".goutputstream-*",  # GNOME: a text while it is saved
    "~$*",  # Word: says who has the file open
    ".~lock.*#",  # LibreOffice: the same
    "*___jb_tmp___",  # JetBrains: a text while it is saved
    "*___jb_old___",  # JetBrains: the text before
    "*.tmp",  # many: a text while it is saved
    ".DS_Store",  # macOS: how its window shows a folder
    "._*",  # macOS: what a foreign disk can't keep of a file
    "Thumbs.db",  # Windows: small pictures of a folder's files
    "desktop.ini",  # Windows: how its window shows a folder
    ".directory",  # KDE: the same
    ".nfs*",  # a file taken away on another computer while it is open here
    ".fuse_hidden*",  # the same on other disks
)
LEFT_NAMES = re.compile("|".join(map(fnmatch.translate, LEFT)), re.IGNORECASE)
LEFT_FOLDERS = {"__pycache__", ".vscode", ".idea"}  # Python's, and settings of two editors
# What is not plain at once: letters to be looked at one by one.
BEYOND = re.compile(r"[^\n\t -~]")
# What Git writes where it could not tell which of two versions is meant.
VERSIONS = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
TWO_VERSIONS = "two versions stand here one below the other — keep one, take out lines like this"


def left_by_program(path: Path, root: Path) -> bool:
    """Say whether a program left a file below `root` for itself, and no editor meant it to be read."""
    if LEFT_FOLDERS & {*path.relative_to(root).parts}:
        return True
    return bool(LEFT_NAMES.fullmatch(path.name)) and (path.is_symlink() or not path.is_dir())


def leave_out(folder: str, names: list[str]) -> set[str]:
    """Return what `shutil.copytree` shall not copy: what programs left for themselves."""
    return {name for name in names if left_by_program(Path(folder, name), Path(folder))}


def data(root: Path, path: Path) -> tuple[bytes | None, list[Problem]]:
    """Return the bytes of a file below `root`, and what is wrong with it as a file."""

    def problem(message: str) -> tuple[None, list[Problem]]:
        return None, [Problem(path.relative_to(root).as_posix(), 1, 1, message)]

    try:
        about = path.lstat()  # of the link, if it is one: it may lead out of the project
        if not stat.S_ISREG(about.st_mode):
            return problem("no plain file — put the file itself here")
        most = MAX_LOCK_BYTES if path.name.endswith(".lock.yml") else MAX_BYTES
        if about.st_size > most:
            return problem(f"{about.st_size:,} bytes — a file has at most {most:,}")
        return path.read_bytes(), []
    except FileNotFoundError:
        return problem("missing — the site can't be made without this file")
    except OSError as error:
        return problem(f"can't be read ({error.strerror}) — check what it is and its permissions")


def read(root: Path, path: Path, scripts: frozenset[str] = frozenset()) -> tuple[SourceFile | None, list[Problem]]:
    """Return the text of a file below `root`, with "\\n" at the ends of lines, and what is wrong with it as a file.

    `scripts` are those that it may be written in beside Latin ones.
    """
    name = path.relative_to(root).as_posix()
    found, problems = data(root, path)
    if found is None:
        return None, problems
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = SourceFile(name, found[: error.start].decode("utf-8-sig", "replace"))
        return None, [before.problem("not UTF-8 from here on — save the file as UTF-8", len(before.text))]
    source = SourceFile(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    if path.suffix != ".yml" and (mark := VERSIONS.search(source.text)):  # YAML's are told with what else is in a file
        return None, [source.problem(TWO_VERSIONS, mark.start())]
    letters = {*BEYOND.findall(source.text)}
    odd = (_odd(letter, source) for letter in letters if not (scripts and belongs(letter, scripts)))
    return source, sorted(problem for problem in odd if problem)


def _odd(letter: str, source: SourceFile) -> Problem | None:
    why, at = fault(letter), source.text.find(letter)
    whole = unicodedata.normalize("NFC", source.text[at - 1 : at + 1]) if why and unicodedata.combining(letter) else ""
    if len(whole) == 1:
        base = source.text[at - 1]
        return source.problem(f"'{base}' and its accent are two letters here — type the one letter '{whole}'", at - 1)
    return source.problem(why, at) if why else None


def fault(letter: str) -> str | None:
    """Return what to do about a letter that no one sees, or that looks like another: it could hide what is said."""
    if letter in "\n\t" or " " <= letter <= "~":
        return None
    kind, name = unicodedata.category(letter), unicodedata.name(letter, "a letter without a name")
    hidden = kind in ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp", "Mn", "Me") or letter == "\u2800"
    turned = unicodedata.bidirectional(letter) in ("R", "AL", "AN")
    foreign = kind[0] == "L" and not name.startswith(("LATIN", "GREEK"))
    about = f"U+{ord(letter):04X} ({name})"
    if "LIGATURE" in name and (parts := unicodedata.normalize("NFKC", letter)) != letter:
        return f"{about} is one letter that looks like more — write '{parts}'"
    if hidden:
        return f"{about} can't be seen — take it out"
    return f"{about} may be taken for another — take it out" if turned or foreign else None


def closed(root: Path) -> Iterator[Problem]:
    """Yield a problem for every folder into which one may not look: what lies there would silently be left out."""
    for top, folders, _ in os.walk(root):
        if Path(top) == root:
            folders[:] = {"content", "docs"} & {*folders}
        for name in sorted(folders):
            if not os.access(path := Path(top, name), os.R_OK | os.X_OK):
                folders.remove(name)
                where = path.relative_to(root).as_posix()
                yield Problem(where, 1, 1, "this folder can't be opened — check whose it is and its permissions")
