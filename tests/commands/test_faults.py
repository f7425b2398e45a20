"""Disks, rights, settings and moments that go wrong: a sentence says what to do, and the site that was there stays."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import subprocess
import time
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, TemplateError

import faults
import mini
from build import stage
from conftest import BIN, ROOT, quick, run
from finish import replace
from guide.content.load import load

SETTINGS = (ROOT / "mkdocs.yml").read_text("utf-8").partition("nav:")[0]
# Root may do everything: without its powers it is as everybody else.
POWERLESS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", "--"]


def works(*command: str) -> bool:
    return bool(shutil.which(command[0])) and subprocess.run(command, capture_output=True, check=False).returncode == 0


ROOTLESS = not works(*POWERLESS, "true")
needs_root = pytest.mark.skipif(ROOTLESS, reason="only root can become powerless, or make files of another user")
needs_mounts = pytest.mark.skipif(not works("unshare", "-m", "mount", "-t", "tmpfs", "x", "/mnt"),
                                  reason="this machine lets nobody mount a disk here")  # fmt: skip


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as a whole project, built once."""
    root = tmp_path_factory.mktemp("model") / "project"
    mini.project(root, built=True)
    assert quick("mkdocs", "build", "-q", cwd=root).returncode == 0
    return root


@pytest.fixture
def project(model: Path, tmp_path: Path) -> Path:
    """That project with its site, and a change that the site does not show yet."""
    root = tmp_path / "project"
    shutil.copytree(model, root)
    (root / "docs/index.md").write_text(mini.FILES["docs/index.md"].replace("Hello.", "Good day."), "utf-8")
    return root


def shows(site: Path) -> str:
    """Which of its words the first page of a whole site has: the old or the new."""
    text = (site / "index.html").read_text("utf-8")
    whole = all((site / name).is_file() for name in ("404.html", "tests/mri/index.html", "assets/site.js"))
    return ("new" if "Good day." in text else "old" if "Hello." in text else "neither") if whole else "not whole"


def told(done: subprocess.CompletedProcess[str], words: str) -> None:
    """Asserts that a command failed with a sentence that has these words, and with little else."""
    assert done.returncode == 1, done.stdout
    assert words in done.stdout, done.stdout
    assert " — " in done.stdout
    assert "Traceback" not in done.stdout, done.stdout
    assert len(done.stdout.strip().splitlines()) <= 6, done.stdout


# ---- the lock file


@pytest.mark.parametrize("kind", ["link", "dangling", "folder", "pipe"])
def test_a_lock_that_is_no_plain_file_is_left_alone(kind: str, project: Path) -> None:
    target, lock = project / "diary", project / ".site.lock"
    target.write_text("Dear diary", "utf-8")
    lock.unlink(missing_ok=True)
    {"link": lambda: lock.symlink_to(target), "dangling": lambda: lock.symlink_to("nowhere"),
     "folder": lock.mkdir, "pipe": lambda: os.mkfifo(lock)}[kind]()  # fmt: skip
    told(quick("mkdocs", "build", "-q", cwd=project), ".site.lock is no plain file — take it away")
    assert target.read_text("utf-8") == "Dear diary"
    assert not (project / "nowhere").exists()
    assert shows(project / "site") == "old"


def test_what_stands_in_a_lock_file_stays(tmp_path: Path) -> None:
    (tmp_path / ".site.lock").write_text("words", "utf-8")
    assert replace.claim_place(tmp_path / "site") is None
    assert (tmp_path / ".site.lock").read_text("utf-8") == "words"


@needs_root
@pytest.mark.parametrize(("name", "mode"), [(".site.lock", 0), (".", 0o555)])
def test_a_place_where_nothing_may_be_written(name: str, mode: int, project: Path) -> None:
    if name == ".":
        (project / ".site.lock").unlink()
    (project / name).chmod(mode)
    told(run(*POWERLESS, str(BIN / "mkdocs"), "build", "-q", cwd=project), "not allowed — see whose it is")
    assert shows(project / "site") == "old"


@needs_mounts
def test_a_disk_that_can_only_be_read(project: Path) -> None:
    build = f'mount --bind . . && mount -o remount,ro,bind . && cd "$PWD" && {BIN}/mkdocs build -q'
    told(run("unshare", "-m", "sh", "-c", build, cwd=project), "nothing can be written there — name another folder")
    assert shows(project / "site") == "old"


# ---- who may read the site, and who holds it


def test_everybody_may_read_what_was_built(project: Path) -> None:
    """Whatever `umask` says; and nobody may write more than before."""
    (project / "site").chmod(0o700)
    done = run("sh", "-c", f"umask 077; {BIN}/mkdocs build -q", cwd=project)
    assert done.returncode == 0, done.stdout
    modes = {(p.is_dir(), stat.S_IMODE(p.stat().st_mode)) for p in [project / "site", *(project / "site").rglob("*")]}
    assert modes == {(True, 0o755), (False, 0o644)}
    assert shows(project / "site") == "new"


def test_a_server_started_in_the_folder_shows_the_new_site(project: Path) -> None:
    """It holds the folder itself, whatever its name leads to later: `cd site; python -m http.server`."""
    held = os.open(project / "site", os.O_RDONLY)
    hidden = project / "site/.git"
    hidden.write_text("gitdir: elsewhere", "utf-8")
    (project / "site/gone").mkdir()
    (project / "site/gone/index.html").touch()
    assert quick("mkdocs", "build", "-q", cwd=project).returncode == 0
    with open(os.open("index.html", os.O_RDONLY, dir_fd=held), encoding="utf-8") as page:
        assert "Good day." in page.read()
    os.close(held)
    assert not (project / "site/gone").exists()
    assert hidden.exists()
    assert {path.name for path in project.glob("site*")} == {"site"}


@needs_mounts
@pytest.mark.parametrize("where", ["elsewhere", "here", pytest.param("another disk", marks=pytest.mark.long)])
def test_a_mounted_site_shows_the_new_one(where: str, project: Path) -> None:
    """The site is mounted for a server elsewhere; or its place is itself a mount, of this disk or another."""
    (project / "served").mkdir()
    mount = {
        "elsewhere": "mount --bind site served",
        "here": "mv site real && mkdir site && mount --bind real site && mount --bind real served",
        "another disk": "cp -r site copy && mount -t tmpfs x site && cp -r copy/. site && mount --bind site served",
    }[where]
    check = "cp -r served seen && test ! -e .site.new && test ! -e site/.next"
    done = run("unshare", "-m", "sh", "-ec", f"{mount} && {BIN}/mkdocs build -q && {check}", cwd=project)
    assert done.returncode == 0, done.stdout
    assert shows(project / "seen") == "new"


# ---- moments at which a build is killed


def two_sites(root: Path) -> tuple[Path, Path]:
    for name, words, pages in (("site", "old", ["a/b", "gone", "was-file/x"]), (".site.new", "new", ["a/b", "more"])):
        for page in [".", *pages]:
            (root / name / page).mkdir(parents=True)
            (root / name / page / "index.html").write_text(words, "utf-8")
        (root / name / "style.css").write_text(words, "utf-8")
    (root / ".site.new/was-file").write_text("new", "utf-8")
    return root / "site", root / ".site.new"


class KilledError(BaseException):
    pass


STEPS = ["os.rename", "os.replace", "os.link", "os.rmdir", "os.unlink", "os.mkdir", "replace.rename_exchange"]


def killed_at(moment: int, in_one_step: bool, monkeypatch: pytest.MonkeyPatch, root: Path) -> bool:
    """Swap two sites, and stop at that step of the system; return whether it got so far."""
    steps = 0

    def counted(do: object) -> object:
        def step(*args: object, **kwargs: object) -> object:
            nonlocal steps
            steps += 1
            if steps > moment:
                raise KilledError
            return do(*args, **kwargs)

        return step

    with monkeypatch.context() as patch:
        if not in_one_step:
            patch.setattr(replace, "rename_exchange", lambda *_: False)
        for name in STEPS:
            module, _, function = name.partition(".")
            part = {"os": os, "replace": replace}[module]
            patch.setattr(part, function, counted(getattr(part, function)))
        try:
            replace.replace_folder(root / ".site.new", root / "site")
        except KilledError:
            return True
    return False


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_swap_killed_at_any_step_leaves_a_site_and_is_finished(
    in_one_step: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also for a server that holds the old folder itself, from the next build on."""
    moment, cut = 0, True
    while cut:
        root = tmp_path / str(moment)
        live, _ = two_sites(root)
        holds = live.stat().st_ino
        cut = killed_at(moment, in_one_step, monkeypatch, root)
        words = {(live / name).read_text("utf-8") for name in ("index.html", "a/b/index.html", "style.css")}
        assert words <= {"old", "new"}
        assert len(words) == 1 or not in_one_step
        replace.restore_interrupted(live)
        words = {path.read_text("utf-8") for path in live.rglob("*") if path.is_file()}
        assert len(words) == 1, moment
        assert live.stat().st_ino == holds
        assert [path.name for path in root.iterdir()] == ["site"]
        if words == {"new"}:
            assert {path.name for path in live.iterdir()} == {"a", "more", "was-file", "index.html", "style.css"}
        moment += 1
    assert moment > 15


@pytest.mark.parametrize(
    "name", ["SIGINT", *(pytest.param(name, marks=pytest.mark.long) for name in ("SIGTERM", "SIGHUP"))]
)
def test_a_build_that_is_stopped_leaves_the_old_site(name: str, project: Path) -> None:
    build = subprocess.Popen([BIN / "mkdocs", "build", "-q"], cwd=project, text=True, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT)  # fmt: skip
    until = time.monotonic() + 60
    while not (project / ".site.new").exists() and build.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    build.send_signal(getattr(signal, name))
    said = build.communicate()[0]
    assert build.returncode != 0
    assert "Traceback" not in said
    assert shows(project / "site") == "old"
    assert quick("mkdocs", "build", "-q", cwd=project).returncode == 0
    assert shows(project / "site") == "new"
    assert {path.name for path in project.glob("site*")} == {"site"}


# ---- disks that are full


def test_a_limit_to_what_may_be_written(project: Path) -> None:
    done = run("bash", "-c", f"ulimit -f 30; {BIN}/mkdocs build -q", cwd=project)
    told(done, "a file may not grow that long here — raise the limit")
    assert shows(project / "site") == "old"
    assert not (project / ".site.new").exists()


@needs_mounts
def test_a_full_disk(project: Path) -> None:
    script = f"""
        mkdir disk && mount -t tmpfs x disk && cp -r site disk/site
        used=$(du -sk disk | cut -f1) && mount -o remount,size=$((used + 400))k disk
        {BIN}/mkdocs build -q -d disk/site > said 2>&1 && exit 9
        cp -r disk seen && mount -o remount,size=100m disk
        {BIN}/mkdocs build -q -d disk/site && cp -r disk/site later"""
    done = run("unshare", "-m", "sh", "-ec", script, cwd=project)
    assert done.returncode == 0, done.stdout
    said = (project / "said").read_text("utf-8")
    assert "the disk is full — make room" in said
    assert "Traceback" not in said
    assert (shows(project / "seen/site"), shows(project / "later")) == ("old", "new")
    assert {path.name for path in (project / "seen").iterdir()} == {"site", ".site.lock"}


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_disk_that_is_full_during_the_swap(
    in_one_step: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, new = two_sites(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(shutil, "copy", full)
    if not in_one_step:
        monkeypatch.setattr(replace, "rename_exchange", lambda *_: False)
    with pytest.raises(OSError):  # noqa: PT011 -- whichever copytree makes of it
        replace.replace_folder(new, live)
    assert {path.read_text("utf-8") for path in live.rglob("*") if path.is_file()} == {"old"}
    assert not (live / replace.NEXT).exists()


# ---- what may not be read, or not be taken away


@needs_root
@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("docs/assets/base.css", 0),
        ("docs/assets/vendor", 0),
        ("content/tests", 0o444),
        ("content/site.yml", 0),
        ("docs", 0o444),
    ],
)
def test_what_may_not_be_read_is_named(name: str, mode: int, project: Path) -> None:
    path = project / name
    path.chmod(mode)
    done = run(*POWERLESS, str(BIN / "python"), "scripts/build.py", "check", cwd=project)
    path.chmod(0o755)
    told(done, f"{name}:1:1: ")
    assert "can't be" in done.stdout


@pytest.mark.parametrize("kind", ["folder", "dangling", "link", "pipe"])
def test_an_asset_that_is_no_file_is_named(kind: str, project: Path) -> None:
    path = project / "docs/assets/base.css"
    path.unlink()
    {"folder": path.mkdir, "dangling": lambda: path.symlink_to("nowhere"), "pipe": lambda: os.mkfifo(path),
     "link": lambda: path.symlink_to("/etc/hostname")}[kind]()  # fmt: skip
    said = [str(problem) for problem in load(project)[1]]
    assert any(line.startswith("docs/assets/base.css:1:1: no plain file — put the file itself") for line in said), said


@needs_root
def test_what_another_user_left_is_told(project: Path) -> None:
    left = project / ".site.new/assets"
    left.mkdir(parents=True)
    (left / "x").touch()
    os.chown(left, 65534, 65534)
    told(run(*POWERLESS, str(BIN / "mkdocs"), "build", "-q", cwd=project), "not allowed — see whose it is")
    assert shows(project / "site") == "old"
    assert quick("mkdocs", "build", "-q", cwd=project).returncode == 0
    assert not left.exists()


# ---- settings


COMMANDS = {
    "mkdocs": ["mkdocs", "build", "-q"],
    "properdocs": ["properdocs", "build", "-q", "-f", "mkdocs.yml"],
    "serve": ["mkdocs", "serve", "-q", "-a", "127.0.0.1:0"],
    "check": ["python", "scripts/build.py", "check"],
    "overdue": ["python", "scripts/build.py", "check", "--overdue"],
    "pages": ["python", "scripts/build.py", "pages", "build/docs"],
    "release": ["python", "scripts/release.py", "site", "build/release"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_an_odd_second_is_told_by_every_command(command: str, project: Path) -> None:
    told(quick(*COMMANDS[command], cwd=project, SOURCE_DATE_EPOCH="1e400"), "SOURCE_DATE_EPOCH is '1e400' — give whole")
    assert shows(project / "site") == "old"


ODD_SECONDS = [
    "",
    " ",
    "words",
    "-1",
    "1.5",
    "1e400",
    "9" * 30,
    "253402300800",
    "4102444800",
    "1_000",
    "١٢",
    "0x10",
    "1\n",
]


@pytest.mark.parametrize("text", ODD_SECONDS)
def test_odd_seconds(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(faults.FaultError, match="give whole seconds since 1970"):
        faults.epoch()


@pytest.mark.parametrize("text", ["0", "1", "315532800", "1795305600", "4102444799"])
def test_a_day_that_is_one_is_taken(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    assert faults.epoch() == int(text)


def test_an_odd_address_is_told(project: Path) -> None:
    done = quick("mkdocs", "build", "-q", cwd=project, SITE_URL='https://x/"><script>')
    told(done, "SITE_URL is 'https://x/\"><script>/' — write it as")
    assert shows(project / "site") == "old"


@pytest.mark.parametrize("address", ["http://[::1", "my.org/x/"])
@pytest.mark.parametrize("command", ["check", "pages"])
def test_an_odd_address_is_told_by_every_command(address: str, command: str, project: Path) -> None:
    folder = ["build/docs"] if command == "pages" else []
    done = quick("python", "scripts/build.py", command, *folder, cwd=project, SITE_URL=address)
    told(done, f"SITE_URL is '{address}' — write it as")


@pytest.mark.parametrize(
    "text", ["ftp://x/", "https://a b/", "https://x/?a=b", "https://x/#a", "https://u:p@x/", "https://é/", "https:///x"]
)
def test_odd_addresses(text: str) -> None:
    faults.check_address("")
    faults.check_address("http://127.0.0.1:8000/")
    faults.check_address("https://example.org/some/path-1/")
    with pytest.raises(faults.FaultError, match="write it as https://"):
        faults.check_address(text)


# ---- places to write to


def test_a_build_writes_over_nothing_else(project: Path) -> None:
    (project / "diary").mkdir()
    (project / "diary/day.txt").touch()
    told(
        quick("mkdocs", "build", "-q", "-d", "diary", cwd=project), "holds files of somebody else — name another folder"
    )
    assert (project / "diary/day.txt").exists()


@pytest.mark.parametrize("place", [".", "..", "docs", "content/new", "scripts", ".git/x", "diary", "link"])
def test_no_command_writes_over_anything_else(place: str, project: Path) -> None:
    (project / "diary").mkdir()
    (project / "diary/day.txt").touch()
    (project / "link").symlink_to("content")

    def there() -> list[Path]:
        """Return all but what a check keeps of its own work, in its own folder."""
        return sorted(path for path in project.parent.rglob("*") if project / "build" not in (path, *path.parents))

    before = there()
    for sign in ("404.html", "index.md"):
        with pytest.raises(faults.FaultError, match=" — name another folder"):
            faults.check_place(project / place, project, sign)
    with pytest.raises(faults.FaultError, match=" — name another folder"):
        stage(project, project / place)
    assert there() == before


def test_what_is_hidden_stays(project: Path) -> None:
    """In a folder that holds nothing else, such as a branch that is published, and in one that we wrote."""
    for name in (".git/HEAD", ".nojekyll"):
        (project / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "pages" / name).write_text("mine", "utf-8")
    for _ in range(2):
        stage(project, project / "pages")
        (project / "pages/left.md").touch()
        assert (project / "pages/.git/HEAD").read_text("utf-8") == "mine"
        assert (project / "pages/.nojekyll").exists()
        assert (project / "pages/index.md").exists()
    stage(project, project / "pages")
    assert not (project / "pages/left.md").exists()


def test_folders_of_others_stay(project: Path) -> None:
    """Whatever lies in them: a page for lost readers, the first page of a site, or what was called the same."""
    others = {"site2.new": "thesis.txt", "site3": "404.html", "notes": "index.md"}
    for folder, name in others.items():
        (project / folder).mkdir()
        (project / folder / name).write_text("mine", "utf-8")
        (project / folder / "diary.txt").write_text("mine", "utf-8")
    assert quick("mkdocs", "build", "-q", "-d", "site2", cwd=project).returncode == 0
    for command in (["mkdocs", "build", "-q", "-d", "site3"], ["python", "scripts/build.py", "pages", "notes"]):
        told(quick(*command, cwd=project), "holds files of somebody else — name another folder")
    for folder, name in others.items():
        assert {path.name for path in (project / folder).iterdir()} == {name, "diary.txt"}


def test_a_check_looks_through_links_and_past_large_files(project: Path) -> None:
    (project / "content").rename(project.parent / "elsewhere")
    (project / "content").symlink_to(project.parent / "elsewhere")
    with (project / "film.mp4").open("wb") as film:
        film.truncate(3_000_000_000)
    check = ["python", "scripts/build.py", "check"]
    assert quick(*check, cwd=project, seconds=30).returncode == 0
    (project / "content/tests/mri.yml").write_text("nothing", "utf-8")
    assert quick(*check, cwd=project, seconds=30).returncode == 1


def test_another_folder_of_pages_is_refused(project: Path) -> None:
    shutil.copytree(project / "docs", project / "other")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\ndocs_dir: other\n")
    told(quick("mkdocs", "build", "-q", cwd=project), "pages are read from docs/ — take it out of mkdocs.yml")


def test_a_python_that_leaves_out_words_is_refused(project: Path) -> None:
    for command in (["mkdocs", "build", "-q"], ["python", "scripts/build.py", "check"]):
        told(run(*command, cwd=project, PYTHONOPTIMIZE="2"), "PYTHONOPTIMIZE is 2")


def test_a_fault_of_each_kind_has_its_sentence() -> None:
    for number in (*faults.REMEDIES, errno.EIO, errno.EMFILE):
        assert " — " in str(faults.sentence(OSError(number, os.strerror(number), "a/b")))
    assert " — " in str(faults.sentence(RecursionError()))
    assert " — " in str(faults.sentence(MemoryError()))
    assert faults.sentence(KeyError("x")) is None  # a mistake of ours: whoever mends it needs to see where


def test_a_spoilt_template_has_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("so\n{% if %}\n")
    (tmp_path / "b.html").write_text("{% include 'c.html' %}")
    env = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
    for name, said in (("a.html", "a.html:2: Expected an expression"), ("b.html", "a template asks for 'c.html'")):
        with pytest.raises(TemplateError) as raised:
            env.get_template(name).render()
        assert said in str(faults.sentence(raised.value))
        assert " — " in str(faults.sentence(raised.value))
