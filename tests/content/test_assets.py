"""What readers get besides pages: each file is named, loaded, of its kind, and holds nothing that acts or asks."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
import zlib
from pathlib import Path

import pytest

import mini
import sbom
from conftest import ROOT
from faults import FaultError
from guide.content import active_content
from guide.content.load import load
from html_page import Element

SHAPE = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
ACTS = SHAPE.format("<script/>").replace('"', "%22")
NET = "https://example.org/x"
PLAIN = "save it as plain SVG, without scripts, links, effects and other programs' marks"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + chunk(
    b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")  # fmt: skip
VENDOR = b"/* theirs */"
FILES = {
    "a.css": b"p { background: url(mark.svg), url('photo.png') }",
    "a.js": b"'use strict';",
    "mark.svg": SHAPE.format('<g id="a"/><use href="#a"/><text class="b">x</text>').encode(),
    "photo.png": PNG,
    "vendor/lib.js": VENDOR,
}
LIST = f"""\
a.css: {{kind: style}}
a.js: {{kind: script}}
mark.svg: {{kind: drawing}}
photo.png: {{kind: picture}}
vendor/lib.js:
  {{kind: script, package: lib, version: 1.0.0, licence: MIT, from: npm, sha256: {hashlib.sha256(VENDOR).hexdigest()}}}
"""
SETTINGS = (
    "site_url: !ENV [SITE_URL]\nextra_css: [assets/a.css]\nextra_javascript:\n  - {path: assets/a.js, defer: true}\n"
)


def write(root: Path, edits: dict[str, bytes | str | None]) -> list[str]:
    """Write the small site with assets of each kind, changed by `edits`; return what an editor is told."""
    texts = {
        "scripts/assets.yml": LIST,
        "mkdocs.yml": SETTINGS,
        "scripts/theme/partials/search.html": "<i data-a=\"{{ 'assets/vendor/lib.js' | url }}\"></i>",
    }
    files = {f"docs/assets/{name}": data for name, data in FILES.items()} | texts | edits
    for name, data in files.items():
        if data is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    mini.write(root, {"mkdocs.yml": str(files["mkdocs.yml"])})
    return [str(problem) for problem in load(root)[1]]


def test_good_assets_are_no_problem(tmp_path: Path) -> None:
    assert write(tmp_path, {}) == []


CASES: dict[str, tuple[dict, list[str]]] = {
    "a new file": ({"docs/assets/b.js": b"x()"}, [
        "docs/assets/b.js:1:1: nobody named this file — add it to scripts/assets.yml, or take it away"
    ]),
    "a new file of others": ({"docs/assets/vendor/more/b.js": b"x()"}, [
        "docs/assets/vendor/more/b.js:1:1: nobody named this file — add it to scripts/assets.yml, or take it away"
    ]),
    "a missing file": ({"docs/assets/photo.png": None}, [
        "scripts/assets.yml:4:1: 'photo.png' is not in docs/assets/ — put it there, or take it off this list"
    ]),
    "a changed file of others": ({"docs/assets/vendor/lib.js": VENDOR + b" "}, [
        "docs/assets/vendor/lib.js:1:1: this is not the lib 1.0.0 that scripts/assets.yml names — put that back, or "
        "name the new one"
    ]),
    "a file of others without its release": ({"scripts/assets.yml": LIST.replace("package: lib, ", "")}, [
        "scripts/assets.yml:5:1: of 'vendor/lib.js' this list says kind, package, version, licence, from, sha256 — "
        "write each once, and nothing else"
    ]),
    "a script nobody loads": ({"mkdocs.yml": SETTINGS[: SETTINGS.index("extra_javascript")]}, [
        "scripts/assets.yml:2:1: no page loads 'a.js' — name it in mkdocs.yml, or take it away here and in docs/assets/"
    ]),
    "a library nobody loads": ({"scripts/theme/partials/search.html": "<i>assets/vendor/lib.js</i>"}, [
        "scripts/assets.yml:5:1: no page loads 'vendor/lib.js' — name it in mkdocs.yml, or take it away here and in "
        "docs/assets/"
    ]),
    "a picture nobody shows": ({"docs/assets/a.css": b"p { background: url(mark.svg) }"}, [
        "scripts/assets.yml:4:1: no page loads 'photo.png' — name it in mkdocs.yml, or take it away here and in "
        "docs/assets/"
    ]),
    "a script from elsewhere": ({"mkdocs.yml": SETTINGS + f"  - {NET}.js\n"}, [
        f"mkdocs.yml:5:5: '{NET}.js' is not in scripts/assets.yml — readers get only what is named there"
    ]),
    "no such kind": ({"scripts/assets.yml": LIST.replace("kind: picture", "kind: pictures")}, [
        "scripts/assets.yml:4:19: no kind 'pictures' — did you mean 'picture'?"
    ]),
    "a kind by another name": ({"scripts/assets.yml": LIST.replace("kind: picture", "kind: drawing")}, [
        "docs/assets/photo.png:1:1: not UTF-8 from here on — save the file as UTF-8",
        "docs/assets/photo.png:1:1: this is no drawing (not well-formed (invalid token)) — save it as plain SVG",
        "scripts/assets.yml:4:1: the name of a drawing ends in .svg — rename it, or mend its kind",
    ]),
    "two names that are one": ({
        "docs/assets/A.css": b"", "mkdocs.yml": SETTINGS.replace("a.css", "a.css, assets/A.css"),
        "scripts/assets.yml": LIST + "A.css: {kind: style}\n",
    }, [
        "docs/assets/A.css:1:1: 'a.css' is the same name on many machines — rename one",
        "docs/assets/a.css:1:1: 'A.css' is the same name on many machines — rename one",
    ]),
    "settings that can't be read": ({"mkdocs.yml": SETTINGS + "plugins:\n\t- so\n"}, [
        "mkdocs.yml:6:1: a tab where only plain spaces may stand — put plain spaces in its place"
    ]),
    "settings with a letter that no one sees": ({"mkdocs.yml": SETTINGS + "site_name: a\7\n"}, [
        "mkdocs.yml:5:13: U+0007 (a letter without a name) can't be seen — take it out"
    ]),
    "a comment of another kind": ({"docs/assets/a.css": b"// so\n" + FILES["a.css"]}, [
        "docs/assets/a.css:1:1: '//' begins no comment here, and the rule is lost — write /* words */"
    ]),
    "a list that can't be read": ({"scripts/assets.yml": "a: [b"}, [
        "scripts/assets.yml:1:4: "
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_bad_asset(name: str, tmp_path: Path) -> None:
    edits, expected = CASES[name]
    said = write(tmp_path, edits)
    if name == "a list that can't be read":
        assert any(line.startswith(expected[0]) for line in said)
    else:
        assert sorted(said) == expected


BAD_DRAWINGS = {
    "script": "<script>x()</script>",
    "handler": '<path onclick="x()"/>',
    "handler in capitals": '<path ONLOAD="x()"/>',
    "foreign content": '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    "picture elsewhere": f'<image href="{NET}"/>',
    "old link": f'<use xlink:href="{NET}#a"/>',
    "link": '<a href="#a"><path/></a>',
    "code in a link": '<use href="javascript:x()"/>',
    "moved link": '<set attributeName="href" to="javascript:x()"/>',
    "animation": '<animate attributeName="href" values="javascript:x()"/>',
    "style that imports": "<style>@import url(https://example.org/x.css);</style>",
    "style that fetches": f"<style>p {{ fill: url({NET}) }}</style>",
    "style with escapes": "<style>p { fill: u\\72l(https://example.org/x) }</style>",
    "attribute that fetches": f'<path fill="url({NET})"/>',
    "style attribute": f'<path style="background:url({NET})"/>',
    "effect": '<filter id="a"><feImage href="#a"/></filter>',
    "other program": '<g xmlns:i="http://example.org/ns" i:label="x"/>',
    "base": f'<path xml:base="{NET}"/>',
    "instruction": '<?xml-stylesheet href="x.css"?>',
    "page within": '<body xmlns="http://www.w3.org/1999/xhtml"/>',
    "no namespace": '<script xmlns="">x()</script>',
}


@pytest.mark.parametrize("name", BAD_DRAWINGS)
def test_a_drawing_that_acts_or_asks_is_named(name: str, tmp_path: Path) -> None:
    said = write(tmp_path, {"docs/assets/mark.svg": SHAPE.format(f"\n{BAD_DRAWINGS[name]}")})
    assert said
    assert all(line.startswith("docs/assets/mark.svg:2:") and " — save" in line for line in said), said


HEADS = {
    "page": b"<!DOCTYPE html><html><script>x()</script></html>",
    "page as XML": b'<html xmlns="http://www.w3.org/1999/xhtml"><script>x()</script></html>',
    "entities": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + FILES["mark.svg"],
    "outside entity": f'<!DOCTYPE svg SYSTEM "{NET}">'.encode() + FILES["mark.svg"],
    "no namespace": b"<svg><path/></svg>",
    "cut off": FILES["mark.svg"][:-3],
    "empty": b"",
    "two": FILES["mark.svg"] * 2,
    "other letters": ('<?xml version="1.0" encoding="utf-16"?>' + SHAPE.format("<script/>")).encode("utf-16"),
    "growth": b'<!DOCTYPE a [<!ENTITY a "' + b"x" * 999 + b'"><!ENTITY b "' + b"&a;" * 999 + b'">]><svg>&b;</svg>',
}


@pytest.mark.parametrize("name", HEADS)
def test_what_is_no_drawing_is_named(name: str) -> None:
    assert list(active_content.svg(HEADS[name]))


BAD_STYLES = {
    "import": f"@import '{NET}';",
    "import by address": f"@import url({NET});",
    "address": f"p {{ background: url({NET}) }}",
    "address in quotes": f"p {{ background: url('{NET}') }}",
    "no scheme": "p { background: url(//example.org/x.png) }",
    "backslashes": r"p { background: url('\\\\example.org/x.png') }",
    "in a set": f"p {{ background: image-set('{NET}' 1x) }}",
    "in a condition": f"@media print {{ p {{ background: url({NET}) }} }}",
    "in a condition within": f"@supports (a: b) {{ @media print {{ p {{ cursor: url({NET}), auto }} }} }}",
    "nested": f"p {{ & b {{ background: url({NET}) }} }}",
    "in a variable": f"p {{ --a: url({NET}) }}",
    "font": f"@font-face {{ src: url({NET}) }}",
    "escaped": r"p { background: u\72l(https://example.org/x) }",
    "code": "p { background: url(javascript:x()) }",
    "a page within": "p { background: url('data:text/html,<p>') }",
    "a drawing that acts": f"p {{ background: url('data:image/svg+xml,{ACTS}') }}",
    "a drawing nobody can read": "p { background: url(data:image/svg+xml;base64,PHN2Zz4=) }",
    "a page": "<!DOCTYPE html><p>Not found</p>",
    "no style": "p { a: b }\n}",
    "another file": "p { background: url(../../x.html) }",
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_STYLES)
def test_a_style_that_asks_elsewhere_is_named(name: str, tmp_path: Path) -> None:
    said = write(tmp_path, {"docs/assets/a.css": FILES["a.css"] + b"\n" + BAD_STYLES[name].encode()})
    assert any(line.startswith("docs/assets/a.css:2:") or line.startswith("docs/assets/a.css:3:") for line in said) or (
        name == "a page"
    ), said
    assert list(active_content.style(BAD_STYLES[name].encode()))


@pytest.mark.parametrize("data", [b"<!DOCTYPE html>", b"GIF89a", PNG[:-1], PNG + b"<script>", PNG * 2, b"", PNG[:20]])
def test_what_is_no_picture_is_named(data: bytes) -> None:
    assert list(active_content.png(PNG)) == []
    assert [fault.message for fault in active_content.png(data)] == [
        "this is no PNG, or more than one — save the picture as PNG anew"
    ]


@pytest.mark.parametrize("data", [b"<!DOCTYPE html>", b"", b'{"error": 404}', PNG, b"\xef\xbb\xbf <p>"])
def test_what_is_no_script_is_named(data: bytes) -> None:
    assert list(active_content.script(data))


def test_a_release_names_what_it_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of materials is the list of assets: a file that is another's release stops it."""
    for name in ("docs/assets", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.setattr(sbom, "ROOT", tmp_path)
    [library] = sbom.libraries()
    path = tmp_path / "docs/assets/vendor/minisearch.js"
    assert library["hashes"][0]["content"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert f"MiniSearch {library['version']}," in path.read_text("utf-8"), json.dumps(library)
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises((SystemExit, FaultError), match="this is not the minisearch"):
        sbom.libraries()


def test_drawings_on_pages_only_show(pages: dict[str, Element]) -> None:
    """What our own code draws, on every page: shapes and words, no script, no handler, no link, nothing foreign."""
    shapes = {shape.lower() for shape in active_content.SHAPES} - {"style"}
    drawn = [svg for page in pages.values() for svg in page.find_all("svg")]
    assert len(drawn) > len(pages)
    for svg in drawn:
        for one in (svg, *svg.find_all()):
            assert one.tag in shapes, one.tag
            for name, value in one.attrs.items():
                assert not name.startswith("on"), name
                assert name != "href" or value.startswith("#"), value
                assert "url(" not in value.replace("url(#", ""), value
                assert "javascript:" not in value.lower()
                assert not name.startswith("xmlns") or value == active_content.SVG.strip(), value
