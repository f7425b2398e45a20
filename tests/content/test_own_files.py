"""What editors' programs leave beside a file stops nothing and is never published; what an editor misnames is named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import mini
from build import stage
from conftest import quick
from guide.content.files import left_by_program
from guide.content.load import load

LEFT = [
    ".{}.swp", ".{}.swo", ".{}.swx", "{}~", "#{}#", "4913", ".{}.kate-swp", ".goutputstream-X1Y2Z3", "~${}",
    ".~lock.{}#", "._{}", ".DS_Store", "Thumbs.db", "thumbs.db", "desktop.ini", ".directory", "{}.tmp", ".nfs0000abc",
    ".fuse_hidden01", "{}___jb_tmp___", "{}___jb_old___", "__pycache__/{}.pyc", ".vscode/settings.json", ".idea/x.xml",
]  # fmt: skip


def leave(root: Path) -> list[Path]:
    """Leave beside files of every kind what programs leave."""
    made = []
    for beside in ("content/site.yml", "content/tests/mri.yml", "docs/index.md", "docs/assets/base.css"):
        for name in LEFT:
            path = (root / beside).parent / name.format(Path(beside).name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"\xff half a sentence: [")
            made.append(path)
        link = (root / beside).with_name(f".#{Path(beside).name}")
        link.symlink_to("nurse@ward.1234:5678")  # Emacs: it leads nowhere
        made.append(link)
    return made


def test_what_programs_leave_is_no_problem(tmp_path: Path) -> None:
    leave(mini.write(tmp_path))
    assert load(tmp_path)[1] == []


def test_no_page_can_be_taken_for_it() -> None:
    for name in ("lung", "a", "4913", "tmp", "x-tmp", "swp", "thumbs", "desktop", "pycache"):
        for path in (f"tests/{name}.yml", f"{name}.md", f"tests/{name}/index.md"):
            assert not left_by_program(Path(path), Path())


@pytest.mark.slow
def test_it_is_neither_published_nor_staged(tmp_path: Path) -> None:
    project = mini.project(tmp_path / "project", built=True)
    left = {path.name for path in leave(project)}
    done = quick("mkdocs", "build", cwd=project)
    assert done.returncode == 0, done.stdout
    assert not left & {path.name for path in (project / "site").rglob("*")}
    stage(project, tmp_path / "staged")
    staged = {path.name for path in (tmp_path / "staged").rglob("*")}
    assert not left & staged
    assert "base.css" in staged


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("content/tests/mri.yml.bak", "'mri.yml.bak' is a copy and does not count — take it away, or give it a name"),
        ("content/tests/mri.yml.orig", "'mri.yml.orig' is a copy and does not"),
        ("content/tests/mri (1).yml", "'mri (1)' is a copy and does not count"),
        ("content/tests/mri copy.yml", "'mri copy' is a copy and does not count"),
        ("content/tests/Copy of mri.yml", "'Copy of mri' is a copy and does not count"),
        ("content/tests/mri (conflicted copy 2026-11-22).yml", "'mri (conflicted copy 2026-11-22)' is a copy"),
        ("content/site.yml.old", "'site.yml.old' is a copy and does not count"),
        ("docs/index.md.bak", "'index.md.bak' is a copy and does not count"),
        ("docs/index copy.md", "'index copy' is a copy and does not count"),
        ("content/tests/.mri.yml", "'.mri' can't be an id"),
        ("content/tests/.hidden", "nothing reads this"),
        ("content/tests/mri.swp", "nothing reads this"),
        ("content/tests/notes.txt", "nothing reads this"),
        ("content/tmp/a.yml", "nothing reads this"),
        ("content/tests/mri~/a.yml", "nothing reads this"),
        ("content/tests/mri.yml#", "nothing reads this"),
        ("docs/assets/x.swp", "nothing reads this"),
    ],
)  # fmt: skip
def test_what_somebody_may_think_counts_is_named(name: str, told: str, tmp_path: Path) -> None:
    path = mini.write(tmp_path) / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(mini.FILES["content/tests/mri.yml"], "utf-8")
    where = "content/tmp" if name == "content/tmp/a.yml" else name
    assert [str(one) for one in mini.checked(tmp_path)[1] if str(one).startswith(f"{where}:1:1: {told}")]


@pytest.mark.skipif(os.name == "nt", reason="names in other encodings are for POSIX")
def test_a_link_that_is_no_lock_is_named(tmp_path: Path) -> None:
    link = mini.write(tmp_path) / "content/tests/ct.yml"
    link.symlink_to("nowhere.yml")
    assert "content/tests/ct.yml:1:1: no plain file — put the file itself here" in [str(p) for p in load(tmp_path)[1]]
