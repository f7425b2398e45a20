"""Files whose names or places are slips → a problem for each, and the ids that were meant, to which all may lead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from guide.content.fields import ID
from guide.content.files import ASSETS, NAME, RESERVED, left_by_program
from guide.content.site import Page, page_id
from guide.content.source import Problem, nearest
from guide.content.vocabulary import Kind

# What looks like the folder of a language.
TAG = re.compile(r"[a-z]{2}(-[a-z0-9]{2,8})?|qps-[a-z]+")
# What a language has beside its pages, each as in content/, and from which English they were made.
TRANSLATED = {
    f"{name}.yml"
    for name in (
        "site",
        "glossary",
        "disagreements",
        "figures",
        "emergency-numbers",
        "ambulance-numbers",
        "checklist",
        "leaflets",
        "search",
        "translated.lock",
    )
}
# Copies that somebody made: they may think that it counts.
COPY = re.compile(r"\(\d+\)|\bcopy\b|\bkopie\b|conflict|\.(bak|orig|old|save|rej)$", re.IGNORECASE)
SPACES = re.compile(r"[\s_-]+")


def other_kind(page: Page, kinds: Mapping[str, Kind]) -> str | None:
    """Return the kind of which a page has all sections and the group, where it stands among those of another kind."""
    has, own = {*page.sections}, kinds.get(page.kind)
    if not has or not own or has <= {*own.sections}:
        return None
    fits = (name for name, kind in kinds.items() if has == {*kind.sections})
    return next((name for name in fits if not page.group or page.group in kinds[name].groups), None)


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


def unknown_language(folder: str, known: Collection[str]) -> str | None:
    """Return the tag of the language that a folder of content/ is meant for, if it is none that is known."""
    tag = folder.lower().replace("_", "-")
    return tag if folder not in known and TAG.fullmatch(tag) else None


def unknown_languages(content: Path, known: Collection[str]) -> Iterator[str]:
    """Yield the folders of content/ that are meant for languages nobody knows: pages in them are of none."""
    return (path.name for path in content.iterdir() if path.is_dir() and unknown_language(path.name, known))


def no_id(name: str) -> str:
    """Return what to do about a file whose name can't be an id."""
    if COPY.search(name):
        return f"'{name}' is a copy and does not count — take it away, or give it a name of its own"
    return f"'{name}' can't be an id — use small letters, digits and single hyphens"


def misplaced(root: Path, shared: set[str], kinds: set[str], languages: set[str]) -> Iterator[Problem]:
    """Yield a problem for every file that nothing would read: an editor who misnames a file must hear of it.

    `shared` are the files that stand in content/ itself, `kinds` its folders, `languages` those of translations, where
    a file stands as in content/. In docs/ pages are .md, and whatever else
    is published stands in assets/.
    """
    for folder in ("content", "docs"):
        for path in sorted((root / folder).rglob("*")):
            if left_by_program(path, root):
                continue
            parts, known, folders = path.relative_to(root / folder).parts, shared, kinds | {"strings"} | languages
            if folder == "content" and parts[0] in languages:  # its files are called as the English are
                parts = parts[1:] or ("docs",)
                known, folders = TRANSLATED, kinds | {"docs"}
            if message := _misplaced(path, parts, folder, known, folders):
                yield Problem(path.relative_to(root).as_posix(), 1, 1, message)


def _misplaced(path: Path, parts: tuple[str, ...], folder: str, shared: set[str], kinds: set[str]) -> str | None:
    plain = path.is_file() or path.is_dir()
    if path.is_symlink() or not plain:
        return "no plain file — put the file itself here"
    if COPY.search(parts[-1]) and path.suffix not in ASSETS | {".yml", ".md"}:
        return no_id(parts[-1])
    if folder == "docs" and not NAME.fullmatch(parts[-1]):
        return "an odd name — use letters, digits, '.', '-' and '_'"
    reserved = parts[0] != "assets" and parts[0].removesuffix(".md") in RESERVED
    if folder == "docs" and (reserved or any(part.startswith(".") for part in parts)):
        return "the engine keeps this name for itself — choose another"
    if folder == "docs":
        wanted = ASSETS if parts[0] == "assets" else {".md"}
        if path.is_file() and path.suffix not in wanted:
            return f"nothing reads this — files here end in {' or '.join(sorted(wanted))}"
    elif len(parts) == 1:
        if path.is_dir() and (tag := unknown_language(parts[0], kinds)):
            if tag == parts[0]:
                return f"content/strings/{tag}.yml is missing, which makes this a language — write what the code says"
            return (
                f"no language is called so — call it {tag}, and put what the code says into content/strings/{tag}.yml"
            )
        if parts[0] not in shared | kinds | {"schema.json"}:
            return f"nothing reads this — {nearest(parts[0], shared | kinds)}"
    elif unknown_language(parts[0], kinds):
        return None  # the folder is named
    elif len(parts) > 2 or path.suffix != ".yml":
        if len(parts) == 2 and path.is_file() and parts[0] in kinds and (stem := path.name.partition(".")[0]):
            return f"nothing reads this — call it {stem}.yml if it is a page"
        return "nothing reads this — a page is content/<kind>/<id>.yml"
    return None
