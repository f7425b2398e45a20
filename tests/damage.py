"""Ways to damage a content tree, as an editor's slip, a broken disk or ill will might.

Each takes the project folder, a file of its content and Hypothesis' `draw`, and changes something there.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy], object]

ODD = [
    "\0", "\x07", "\x1b[2J", "\x85", "\u2028", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\ufffe", "\u00ad",
    "\ue000", "а", "ﬀ", "１", "İ", "ß", "🩺", "e" + "\u0301" * 500, "\r", "\t", " " * 3000, "\n" * 3000, "\n---\n",
    "\n...\n", "<script>alert()</script>", "<img src=x onerror=alert()>", "</section>", "<!--", "&lt;b&gt;", "&#0;",
    "[x](javascript:alert())", "![x](//example.org/x)", "{: onclick=alert() }", "{ #do .x }", "{{ pages cancers }}",
    "{{ nothing }}", "\n{{ glossary }}\n", "{% raw %}", "{{ 1/0 }}", "{#", "[[", "]]", "[@", "[[no-such-page]]",
    "[[lung#nowhere|x]]", "[@nobody]", "[[|]]", "[@,;@]", "[[ ]]", "*" * 3000, "[" * 3000, "> " * 3000, "- " * 3000,
    "`" * 3001, "|" * 3000, "\\" * 3000, "_" * 3000, "#" * 3000, "a " * 3000, "=\n" * 3000, "*a **b " * 900,
    "(" * 3000, "\n\n1. x" * 900, "9" * 3000, "1 in 5", "1e999", "::", ": ", " #", "'", '"', "%", "@", "&a ",
]  # fmt: skip
VALUES = [
    "", "[]", "{}", "[a, b]", "{a: b}", "[[[[]]]]", "null", "~", "true", "no", "0", "-1", "1e400", ".nan", ".inf",
    "nan", "inf", "2026-02-30", "0000-00-00", "9999-12-31", "0001-01-01", '""', "' '", "|", ">-",
    "!!python/object/apply:os.system [id]", "&a x", "*a", "lung", "index", "../../../etc", "https://",
    "javascript:alert()", "9" * 5000, "x" * 200_000, "[" * 500, "?", "-", "@", "`", "%",
]  # fmt: skip
WHOLE = [
    b"", b"\n" * 5000, b"# nothing\n", b"[]\n", b"just words\n", b"\xff\xfe\x00", b"\x00" * 4096, b"---\n---\n---\n",
    b"[" * 100_000, b"{a: " * 20_000, b"- " * 50_000, b"? " * 5_000, b"a: &a [x]\nb: *a\n", b"a: &a {b: *a}\n",
    b"<<: *x\n",
    b"a: &a [x,x]\n" + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b"*%c," % n * 9) for n in range(97, 106)),
    b"title: " + b"x" * 10_000_000, b"x" * 10_000_000 + b": y\n", b"".join(b"k%d: v\n" % n for n in range(60_000)),
    b"a: 'x\n" * 3000, b"%YAML 9.9\n---\na: b\n", b"!!map {a: b}\n", b"title: \xed\xa0\x80\n", b"a: |9\n x\n",
    b"---\ntitle: x\n---\n" + b"[" * 30_000,
]  # fmt: skip
NAMES = [
    "Lung Cancer", "lung", "-", "a" * 200, "ä", "\n", "con", "x.y", "index", "..x", "\udcff", "mri", "<b>", "$(id)",
]  # fmt: skip


def flip_bytes(root: Path, path: Path, draw: Draw) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(draw(st.integers(1, 5))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    path.write_bytes(bytes(data))


def change_lines(root: Path, path: Path, draw: Draw) -> None:
    """Drop, double, swap, indent, join or cut off."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at, to = (draw(st.integers(0, len(lines) - 1)) for _ in "ab")
    how = draw(st.sampled_from(["drop", "double", "swap", "indent", "outdent", "join", "cut", "move", "tab"]))
    line = lines[at]
    if how in ("drop", "move"):
        del lines[at]
    if how in ("double", "move"):
        lines.insert(to, line)
    if how == "swap":
        lines[at], lines[to] = lines[to], line
    if how == "cut":
        del lines[at:]
    change = {"indent": f"  {line}", "outdent": line.strip() + "\n", "join": line.rstrip("\n"), "tab": f"\t{line}"}
    if how in change:
        lines[at] = change[how]
    path.write_text("".join(lines), "utf-8")


def change_key(root: Path, path: Path, draw: Draw) -> None:
    """Rename a key, or give it another's name."""
    text = path.read_text("utf-8")
    keys = list(re.finditer(r"^ *(?:- \{?)?([\w-]+):", text, re.MULTILINE))
    if keys:
        key = draw(st.sampled_from(keys))
        new = draw(
            st.sampled_from(
                [key[1][:-1], key[1] + "x", key[1].upper(), "", "a b", draw(st.sampled_from(keys))[1], "é", "a" * 5000]
            )
        )
        path.write_text(text[: key.start(1)] + new + text[key.end(1) :], "utf-8")


def change_value(root: Path, path: Path, draw: Draw) -> None:
    """Put a value of another type in the place of one."""
    text = path.read_text("utf-8")
    values = list(re.finditer(r"(?<=: )\S.*|(?<=- )\S.*", text))
    if values:
        value = draw(st.sampled_from(values))
        path.write_text(text[: value.start()] + draw(st.sampled_from(VALUES)) + text[value.end() :], "utf-8")


def cross_ids(root: Path, path: Path, draw: Draw) -> None:
    """Write the id of one thing where another's stands."""
    text = path.read_text("utf-8")
    ids = list(
        re.finditer(r"(?<=\[\[)[a-z0-9-]+|(?<=@)[a-z0-9-]+|(?<=: )[a-z]+(?=\n)|^[a-z0-9-]+(?=:\n)", text, re.MULTILINE)
    )
    if ids:
        one, other = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
        path.write_text(text[: one.start()] + other[0] + text[one.end() :], "utf-8")


def put_in(root: Path, path: Path, draw: Draw) -> None:
    """Put odd letters or markup somewhere: at any place, or within a value."""
    text = path.read_text("utf-8")
    places = [m.end() for m in re.finditer(r"(?<=: )\w+|\. ", text)] or [0]
    at = draw(st.one_of(st.sampled_from(places), st.integers(0, len(text))))
    odd = draw(st.one_of(st.sampled_from(ODD), st.text(max_size=20)))
    path.write_bytes((text[:at] + odd + text[at:]).encode("utf-8", "surrogatepass"))


def write_anew(root: Path, path: Path, draw: Draw) -> None:
    """Another file altogether, or the same in another form."""
    data = path.read_bytes()
    text = data.decode()
    forms = [data.replace(b"\n", b"\r\n"), data.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + data, text.encode("utf-16")]
    forms += [data[: len(data) // 2], data + data, data[::-1], data.replace(b" ", b""), data.rstrip(b"\n")]
    path.write_bytes(draw(st.sampled_from([*forms, *WHOLE])))


def change_file(root: Path, path: Path, draw: Draw) -> None:
    """What can befall a file as such: gone, elsewhere, misnamed, no file at all."""
    how = draw(
        st.sampled_from(
            [
                "gone",
                "rename",
                "copy",
                "folder",
                "link",
                "loop",
                "dangling",
                "pipe",
                "locked",
                "stranger",
                "linked-folder",
            ]
        )
    )
    data = path.read_bytes()
    name = draw(st.sampled_from(NAMES)) + path.suffix
    if how == "copy":
        path.with_name(name).write_bytes(data)
    elif how == "stranger":
        (
            path.parent / draw(st.sampled_from(["x.txt", "README", ".hidden", "x.html", "x.markdown", "a.yml~"]))
        ).write_bytes(b"x")
    elif how == "linked-folder":
        (path.parent / "more").symlink_to("/etc")
    elif how == "locked":
        path.chmod(0)
    else:
        path.unlink()
    if how == "rename":
        path.with_name(name).write_bytes(data)
    elif how == "folder":
        path.mkdir()
    elif how in ("link", "loop", "dangling"):
        path.symlink_to({"link": "/etc/hostname", "loop": path.name, "dangling": "/nowhere/at/all"}[how])
    elif how == "pipe":
        os.mkfifo(path)


def lose_folder(root: Path, path: Path, draw: Draw) -> None:
    """A folder of content is gone, or all of it. (Without docs/ the engine says so, before it asks us.)"""
    shutil.rmtree(draw(st.sampled_from([root / "content", *{path.parent} - {root, root / "docs"}])), ignore_errors=True)


# Slips are common, losses rare.
WAYS = [
    *[flip_bytes, change_lines, change_key, change_value, cross_ids, put_in, write_anew, change_file] * 4,
    lose_folder,
]
