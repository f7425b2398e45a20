"""Pages made by one process or several, now or kept from before: the same bytes, and the same warnings."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

import forkserver
import mini
from cache import Cache, contents_below, hash_of
from compiled import Compiled
from conftest import EPOCH, ROOT, quick, run
from finish import page as finish_page
from finish.page import HOST, Page
from plain_blocks import pieces_of
from stash import Stash

MRI = "content/tests/mri.yml"
FRAME = "scripts/guide/templates/page.md.j2"
DEAD = "\n[there](nowhere.md) [here](#nowhere)\n"
WITH = """
import sys
sys.path.insert(0, "scripts")
import workers
workers.processors = lambda: {number}
from mkdocs.__main__ import cli
cli({command})
"""


def build(project: Path, number: int = 3, *more: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Build with so many processes."""
    env = {"SOURCE_DATE_EPOCH": EPOCH, **env}
    command = ["build", *more]
    if forkserver.knows(["mkdocs", *command], project):
        return quick("mkdocs", *command, cwd=project, processors=number, **env)
    return run("python", "-c", WITH.format(number=number, command=command), cwd=project, **env)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def kept_in(project: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (project / "build/cache/site").iterdir()}


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = mini.project(tmp_path_factory.mktemp("made"))
    done = build(made)
    assert done.returncode == 0, done.stdout
    return made


# What pages are made from, of every kind: words, what others say of it, settings, the theme and our programs: last,
# as from there on each build needs a process of its own.
EDITS = [
    (MRI, "It is loud", "It is very loud"),
    (MRI, "name: MRI", "name: the MRI"),
    ("mkdocs.yml", "toc_depth: 2", "toc_depth: 3"),
    ("scripts/theme/partials/search.html", 'autocapitalize="off"', 'autocapitalize="none"'),
]


@pytest.mark.slow
def test_kept_pages_are_those_that_would_be_made_anew(project: Path, tmp_path: Path) -> None:
    fresh = mini.project(tmp_path / "fresh")
    for file, old, new in EDITS:
        for one in (project, fresh):
            edit(one / file, old, new)
        shutil.rmtree(fresh / "build", ignore_errors=True)
        for one, number in ((project, 3), (fresh, 1)):
            done = build(one, number)
            assert done.returncode == 0, done.stdout
        assert bytes_of(project / "site") == bytes_of(fresh / "site"), file
    shutil.copy2(ROOT / EDITS[-1][0], project / EDITS[-1][0])  # our code again, to the moment: what follows is quick
    assert build(project).returncode == 0


@pytest.mark.slow
def test_an_edit_makes_its_own_page_only_and_damage_none(project: Path) -> None:
    before, site = kept_in(project), bytes_of(project / "site")
    assert build(project).returncode == 0
    assert kept_in(project) == before
    first, second = sorted(before)[:2]
    (project / "build/cache/site" / first).write_bytes(b"half a p")
    (project / "build/cache/site" / f"{second}.1").write_bytes(b"half a p")
    assert build(project).returncode == 0
    assert bytes_of(project / "site") == site
    after = kept_in(project)
    assert after.keys() == before.keys(), "what was left half done is gone"
    assert {key for key in after if after[key] != before[key]} == {first}
    assert Cache(project / "build/cache/site").get(first), "it is whole again"
    edit(project / MRI, "loud", "loud, loud")
    assert build(project).returncode == 0
    assert len(kept_in(project).keys() - before.keys()) == 1
    edit(project / MRI, "loud, loud", "loud")
    assert build(project).returncode == 0
    assert kept_in(project).keys() == before.keys()


CHANGED = """
import sys
sys.path.insert(0, "scripts")
import making
from pathlib import Path
begin, file = making.Making.begin, Path("docs/assets/base.css")
text = file.read_text("utf-8")
def changed(self, *others):
    file.write_text(text + ".a {{ color: red }}", "utf-8")
    found = begin(self, *others)
    if {undone}:
        file.write_text(text, "utf-8")
    return found
making.Making.begin = changed
from mkdocs.__main__ import cli
cli(["build"])
"""


@pytest.mark.slow
@pytest.mark.parametrize("undone", [False, True])
def test_what_was_changed_while_it_was_read_is_not_kept(undone: bool, tmp_path: Path) -> None:
    project = mini.project(tmp_path)
    assert build(project).returncode == 0
    site = bytes_of(project / "site")
    shutil.rmtree(project / "build/cache/site")
    done = run("python", "-c", CHANGED.format(undone=undone), cwd=project, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 1
    assert "docs/assets/base.css: changed while the site was built — build it again" in done.stdout
    assert "Traceback" not in done.stdout
    assert bytes_of(project / "site") == site
    if not undone:
        edit(project / "docs/assets/base.css", ".a { color: red }", "")
    assert build(project).returncode == 0
    assert bytes_of(project / "site") == site


@pytest.mark.slow
def test_a_file_that_is_opened_meanwhile_is_not_changed(tmp_path: Path) -> None:
    """Editors lay files of their own beside it, and take some away again."""
    project = mini.project(tmp_path)
    opened = CHANGED.format(undone=True).replace("docs/assets/base.css", "docs/assets/.base.css.swp")
    done = run("python", "-c", opened.replace('file.read_text("utf-8")', '""'), cwd=project, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0, done.stdout
    assert (project / "site/index.html").is_file()


def test_what_a_hook_or_an_extension_reads_is_read_anew(tmp_path: Path) -> None:
    hook = (
        "from pathlib import Path\ndef on_page_content(html, **more):\n    return html + Path('inc.txt').read_text()\n"
    )
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("nav:")[0]
    projects = {
        "hook": settings.replace("  - scripts/hooks.py\n", "  - scripts/hooks.py\n  - other.py\n"),
        "extension": settings.replace("  - tables\n", "  - tables\n  - pymdownx.snippets: {auto_append: [inc.txt]}\n"),
    }
    for name, text in projects.items():
        project = mini.project(tmp_path / name, {"mkdocs.yml": text})
        (project / "other.py").write_text(hook, "utf-8")
        for words in ("one of these", "another one"):
            (project / "inc.txt").write_text(f"{words}\n", "utf-8")
            assert build(project).returncode == 0
            assert words in (project / "site/tests/mri/index.html").read_text("utf-8"), name


def test_a_menu_without_a_page_is_finished_too(tmp_path: Path) -> None:
    hook = "def on_nav(nav, **more):\n    nav.items = []\n    return nav\n"
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("nav:")[0]
    settings = settings.replace("  - scripts/hooks.py\n", "  - scripts/hooks.py\n  - other.py\n")
    project = mini.project(tmp_path, {"mkdocs.yml": f"{settings}not_in_nav: |\n  *\n"})
    (project / "other.py").write_text(hook, "utf-8")
    done = build(project)
    assert done.returncode == 0, done.stdout
    pages = [*(project / "site").rglob("*.html")]
    assert len(pages) > 5
    assert all("Content-Security-Policy" in page.read_text("utf-8") for page in pages)


def warned(said: str) -> list[str]:
    return sorted(re.findall(r"^WARNING +- +(Doc file .*)", said, re.MULTILINE))


@pytest.mark.slow
def test_a_dead_link_is_said_in_the_engines_words_and_fails(tmp_path: Path) -> None:
    project = mini.project(tmp_path)
    with (project / FRAME).open("a") as frame:
        frame.write(DEAD)
    settings = (project / "mkdocs.yml").read_text("utf-8").replace("hooks:\n  - scripts/hooks.py\n", "hooks: []\n")
    (project / "plain.yml").write_text(f"{settings}docs_dir: build/docs\nsite_dir: build/plain\n", "utf-8")
    done = run("python", "scripts/build.py", "pages", "build/docs", cwd=project, SOURCE_DATE_EPOCH=EPOCH)
    assert done.returncode == 0
    plain = run("mkdocs", "build", "-f", "plain.yml", cwd=project)
    assert plain.returncode == 1
    assert any("nowhere.md" in line for line in warned(plain.stdout))
    assert any("no such anchor" in line for line in warned(plain.stdout))
    for number in (1, 3, 3):  # the last of them finds all kept
        done = build(project, number)
        assert done.returncode == 1
        assert warned(done.stdout) == warned(plain.stdout)
        assert "Aborted with" in done.stdout
        assert "Traceback" not in done.stdout
        assert not (project / "site").exists()


# ---- what is kept


@given(at=st.integers(0, 10_000), size=st.none() | st.integers(0, 10_000))
def test_what_is_damaged_is_not_there(at: int, size: int | None, tmp_path_factory: pytest.TempPathFactory) -> None:
    kept, key = Cache(tmp_path_factory.mktemp("kept")), hash_of(["a"])
    kept.put_each(key, [["words"] * 9, "more"])
    path = kept.folder / key
    whole = path.read_bytes()
    at %= len(whole)
    path.write_bytes(
        whole[: size % len(whole)] if size is not None else whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
    )
    assert kept.get(key) is None
    path.write_bytes(whole)
    assert kept.get(key) == ["words"] * 9
    assert kept.get_each(key) == [["words"] * 9, "more"]
    path.rename(kept.folder / hash_of(["b"]))
    assert kept.get(hash_of(["b"])) is None, "it was put under another"
    kept.asked.clear()
    kept.sweep()
    assert list(kept.folder.iterdir()) == []


def test_what_can_not_be_kept_leaves_nothing(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
        kept.put_each("00", ["words" * 10_000, lambda: None])
    assert list(tmp_path.iterdir()) == []


class OfOtherCode:
    """What can be written, but not read: its class has changed since."""

    def __reduce__(self) -> tuple[type[Path], tuple[int]]:
        return Path, (1,)


def test_what_other_code_compiled_is_not_read(tmp_path: Path) -> None:
    compiled = Compiled(tmp_path)
    compiled.put("base.css", "a { color: red }", OfOtherCode())
    assert compiled.get("base.css", "a { color: blue }") is None
    with pytest.raises(TypeError):
        compiled.get("base.css", "a { color: red }")
    rules = compiled.rules("base.css", "a { color: blue }")
    assert compiled.rules("base.css", "a { color: blue }") == rules


def test_where_nothing_can_be_kept_all_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = Cache(tmp_path / "file/kept")
    kept.put("00", 1)
    kept.sweep()
    assert kept.get("00") is None
    assert not kept.has("00")


@given(st.lists(st.text(max_size=3), max_size=3), st.lists(st.text(max_size=3), max_size=3))
def test_other_parts_have_another_hash(one: list[str], other: list[str]) -> None:
    assert (hash_of(one) == hash_of(other)) == (one == other)


# ---- several processes

EACH = """
import os, sys
sys.path.insert(0, "scripts")
import workers
workers.processors = lambda: {number}
first = os.getpid()
def do(n):
    if os.getpid() != first and n % 7 == 3:
        {befalls}
    return n * n
print(workers.each(do, range({many})) == [n * n for n in range({many})])
"""


@pytest.mark.parametrize("many", [0, 1, 3, 50, 5000])
@pytest.mark.parametrize("befalls", ["pass", "os.kill(os.getpid(), 9)", "raise ValueError", "return lambda: n"])
def test_whatever_befalls_the_others_all_is_done(many: int, befalls: str) -> None:
    done = run("python", "-c", EACH.format(many=many, befalls=befalls, number=4))
    assert done.stdout == "True\n"


LARGE = """
import os, sys, time
sys.path.insert(0, "scripts")
import workers
workers.processors = lambda: {number}
first = os.getpid()
def do(n):
    if os.getpid() == first:
        raise ValueError("a fault of ours")
    time.sleep(0.2)  # nobody takes all before the first has one
    return bytes(100_000)
workers.each(do, range(12))
"""


@pytest.mark.parametrize("number", [2, 3, 4, 6])
def test_nobody_waits_for_ever_when_the_first_process_fails(number: int) -> None:
    """The others have more to hand over than a pipe holds, and nobody to take it."""
    done = run("python", "-c", LARGE.format(number=number), seconds=20)
    assert done.stdout.endswith("ValueError: a fault of ours\n")
    assert done.returncode == 1


def test_where_no_more_processes_may_begin_fewer_do_it() -> None:
    code = (
        EACH.format(many=50, befalls="pass", number=4)
        + """
def refuse():
    raise BlockingIOError(11, "Resource temporarily unavailable")
open_files = lambda: len(os.listdir("/dev/fd"))
os.fork, before = refuse, open_files()
print(workers.each(do, range(50)) == [n * n for n in range(50)], open_files() == before)
"""
    )
    assert run("python", "-c", code).stdout == "True\nTrue True\n"


@pytest.mark.parametrize("does", ["print('done')", "1 / 0"])
def test_nobody_hears_of_what_is_done_in_the_background(does: str) -> None:
    """Also where no process may be begun for it, and this one does it."""
    code = f"""
import sys
sys.path.insert(0, "scripts")
import os, workers
def refuse():
    raise BlockingIOError(11, "Resource temporarily unavailable")
os.fork = refuse
for many in (1, 4):
    workers.processors = lambda: many
    workers.in_background(lambda: {does})
print("went on")
"""
    done = run("python", "-c", code)
    assert done.stdout.splitlines() == [*["done"] * 2 * ("done" in does), "went on"]


def test_what_editors_keep_beside_a_program_is_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text("x = 1\n", "utf-8")
    before = hash_of(contents_below(tmp_path))
    for name in (".program.py.swp", "program.py~", "#program.py#"):
        (tmp_path / name).write_text("x = 2\n", "utf-8")
    assert hash_of(contents_below(tmp_path)) == before
    (tmp_path / "other.py").touch()
    assert hash_of(contents_below(tmp_path)) != before


def test_what_can_not_be_done_is_said_as_by_one_process() -> None:
    code = EACH.format(many=50, befalls="pass", number=4).replace("return n * n", "return 1 // (n - 20)")
    done = run("python", "-c", code)
    assert done.stdout.endswith("ZeroDivisionError: integer division or modulo by zero\n")
    assert done.returncode == 1


def test_a_copy_that_outlives_a_build_keeps_nobody_out(tmp_path: Path) -> None:
    code = """
import os, sys, time
sys.path.insert(0, "scripts")
from pathlib import Path
from finish.replace import claim_place
assert claim_place(Path(sys.argv[1])) is None
copy = os.fork()
if not copy:
    os.close(1)
    time.sleep(60)
print(copy, flush=True)
os._exit(0)
"""
    place = str(tmp_path / "site")
    first = subprocess.run([sys.executable, "-c", code, place], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    try:
        again = run("python", "-c", code.partition("copy =")[0], place)
        assert (again.returncode, again.stdout) == (0, "")
    finally:
        os.kill(int(first.stdout), signal.SIGKILL)


# ---- what is left out to be quick

MARKS = st.sampled_from([
    "a", " ", "\n", "  \n", "\n\n", "`", "\\", "*", "**", "_", "__", "[", "]", "[a]", "(b)", "[a](b)", "![", "!", "]: ",
    "\n[a]: b\n", "<", ">", "<b>", "</b>", "<https://a.b>", "<a@b.c>", "@", "&", "&amp;", "| a |", "\n- ", "\n# ",
    "&#38;", '\n<div markdown="1">\n', "</div>", "{: .a }", "**a**", "*a*", "**a b.** ", "(**a**)", "<small>",
    "</small>", "[a & b](https://c.d/(e)f)", '\n<p markdown="span">', "</p>\n",
    '<sup class="cite">[1](#source-1)</sup>', '<a href="b">', "\n    ", ".", ", ", "(", "é", "“", ";", "_a_",
    "[a](b.md#c)", "\t", "\r", "\2", "\3", "\n \n", "```", "\n~~~\n",
])  # fmt: skip
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
# A place that Markdown itself forgets to fill where many stars stand side by side.
FORGOTTEN = re.compile(r"klzzwxh:\d+")


def html_of(text: str, *more: markdown.Extension) -> str:
    return FORGOTTEN.sub("", markdown.Markdown(extensions=[*EXTENSIONS, *more]).convert(text))


# What stands between empty lines, or on lines by itself.
BLOCKS = st.sampled_from([
    "a b", "a\nb", "**a.** b", "- a", "- a\n- b\n  c", "1. a", "* a", "    a", "> a", "# a", "## a b { #c }", "### a-b",
    "| a | b |\n| --- | --- |\n| c | d {: data-label=\"e f\" } |", "a\n{: .b }",
    '<div class="a" markdown="1">', "</div>",
    '<section role="a" class="b" markdown>', "</section>", "a < b", "a\n</li>\n<li markdown=\"block\">\nb",
    '<ul class="a" markdown="1">', "</ul>", "</li>",
    '<li id="a-b" markdown="span">**a** b</li>', '<li markdown="block">',
    '<dl markdown="block">', "</dl>", "<dt>a</dt>",
    '<dt id="a">a > b</dt>', '<dd markdown="span">[a](b.md)</dd>', '<p class="a" markdown="span">a</p>', "<div>",
    '<p class="b" hidden>a <strong>b</strong> *c*</p>', "<p>a</p>\n<p>b</p>", "<p>a &amp; b</p>", "</details>",
    '<details class="back" markdown="1">\n<summary markdown="span">a</summary>', "<noscript><p>a</p></noscript>",
    "<!-- a -->", "```\na\n```", "a <b>c</b>", '- <label><input name="a"> <span>**a**</span></label>', "***", "---",
    '**[a](b.md)** c<sup class="cite">[1](#source-1)</sup>', "a\n===", "a | b\n--- | ---\nc | d", "[TOC]", "a {: .b }",
    "- a {: .b }", "[a](b){: .c } d", "- - a", "- # a", "-", "a\n- b", "a\n# b", "  a", "a\n  b", "a \nb", "a\\",
    '<p markdown="span">a\nb</p>', "![a](b)", "a*b*c", "`a`", "a\n<p>b</p>", "+ a", "10. a", "<hr>", "<span>a", "* * *",
    '<a name="a"></a>', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg> a', '<figcaption markdown="span">a</figcaption>',
])  # fmt: skip
LINES = st.tuples(BLOCKS, st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n"])).map("".join)


@given(text=st.lists(MARKS, max_size=25).map("".join) | st.lists(LINES, max_size=6).map("".join))
def test_what_is_put_aside_is_made_the_same(text: str) -> None:
    try:
        slowly = html_of(text)
    except IndexError:
        return  # Markdown itself fails at a list below an empty one
    assert html_of(text, Stash()) == slowly


PLAIN = """[a](b.md)
{: .up }

<div class="a" markdown="1">

**A:** *b*, [c (d)](https://e.f/g(h)?i=j&k=l) & **[e](f.md#g)**<sup class="cite">[1–3](#source-1)</sup>.

<p class="a" markdown="span"><a href="tel:1"><strong>1</strong> A</a> [B](c.md){: .d }</p>

- A.
- B
  c.

</div>
**A?** "B" > c.
{: .note }

<p class="stale" data-due="2028-06-21" hidden>A <strong>b</strong>.</p>

| A | B {: .short } |
| --- | --- |
| **A** {: data-label="A" } | 1 {: data-label="B" } |

<figure class="figure" role="figure" markdown="1">
<figcaption markdown="block">
<dl markdown="block">
<dt>A</dt>
<dd markdown="span">B</dd>
</dl>
</figcaption>

<div class="drawing" aria-hidden="true">
<svg viewBox="0 0 1 1"><path d="M0 0"/></svg></div>

</figure>

<ol class="sources" markdown="1">
<li id="source-1" markdown="span">A & B. *M* 2020;1:2-3. **Review.** Where: > 1.</li>
</ol>
"""


def test_what_templates_write_is_put_aside_whole() -> None:
    """But for the order of attributes, which Markdown turns round in a drawing."""
    drawing = html_of(PLAIN).replace(
        '<div aria-hidden="true" class="drawing">', '<div class="drawing" aria-hidden="true">'
    )
    assert html_of(PLAIN, Stash()) == drawing
    assert len(pieces := pieces_of(PLAIN)) > 5
    assert [piece.text for piece in pieces if piece.html is None] == []


def test_a_heading_is_named_as_if_nothing_was_put_aside() -> None:
    text = '## A\n\n<dl markdown="1">\n<dt id="a">a</dt>\n<dd markdown="span">b</dd>\n</dl>\n'
    assert 'id="a_1"' in html_of(text)
    assert html_of(text, Stash()) == html_of(text)


BITS = ["../", "..", "./", ".", "/", "//", "a", "b.c", "-", "_", "#", "?", "%20", ":", "https:", "tel:", "site.invalid",
        "\n", "é", " ", "a.b/"]  # fmt: skip


@given(
    name=st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "404.html"]),
    base=st.sampled_from(["/", "/some/path/"]),
    address=st.lists(st.sampled_from(BITS), max_size=7).map("".join),
)
def test_a_plain_address_is_read_as_the_standard_says(name: str, base: str, address: str) -> None:
    page = Page(ROOT, name, base, None)  # type: ignore[arg-type]

    def read() -> object:
        try:
            return page.target(address)
        except (finish_page.FaultError, ValueError) as error:
            return str(error)

    found = read()
    with pytest.MonkeyPatch.context() as by_the_standard:
        by_the_standard.setattr(finish_page, "PLAIN", re.compile(r"(?!)"))
        by_the_standard.setattr(finish_page, "ELSEWHERE", re.compile(r"(?!)"))
        assert read() == found
    assert HOST not in str(found)
