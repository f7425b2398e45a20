"""Finishing says what it did, refuses what it can't do, and takes no notice of how an engine spells its HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT, examples
from faults import FaultError
from finish import finish
from finish.csp import add_csp, check_blocked, mark_external
from finish.css import Style, Used, inline_style
from finish.links import Links
from finish.page import Page, base_of, read
from finish.scripts import NOTE, STRING, keep_ours, small
from finish.search_box import check_search_box
from html_page import VOID, parse

SEARCH = re.sub(
    r"\{\{ (?:\(frame\.index or )?'([^']*)'\)? \| url \}\}|\{\{ say\.(\w+) \}\}|\{#.*?#\}",
    lambda found: f"{{up}}{found[1]}" if found[1] else found[2] or "",
    (ROOT / "scripts/theme/partials/search.html").read_text("utf-8"),
)
# What scripts/theme/ writes round a page, as far as it matters here.
PAGE = f"""<!doctype html>
<html lang="en" class="no-js">
<head>
<meta charset="utf-8">
<meta name="description" content="What it is &amp; isn&#39;t">
<link rel="icon" href="{{up}}assets/icon.svg">
<link rel="stylesheet" href="{{up}}assets/base.css">
<link rel="stylesheet" href="{{up}}assets/site.css">
</head>
<body>
<input type="checkbox" id="__search" autocomplete="off">
<script data-ours>
  if (1 < 2 && "a" !== '"') paint(); // before it is shown
</script>
<label class="md-header__button" for="__search">Search</label>
{SEARCH}
<article class="md-content">
<h1 id="top">Pain</h1>
<p class="fold">See <a href="{{up}}lung/#top" title="a &quot;b&quot; c">lung</a>,
<a href="https://example.org/?a=1&amp;b=2">elsewhere</a>, <a href="tel:999">999</a>.</p>
</article>
<script src="{{up}}assets/site.js" defer></script>
</body>
</html>
"""
FILES = {
    "index.html": PAGE.format(up="./"),
    "lung/index.html": PAGE.format(up="../"),
    "404.html": PAGE.format(up="/"),
    "assets/site.css": ".made, .gone { color: var(--red) } @media print { .card { color: var(--ink) } }",
    "assets/site.js": '// Why.\nmake("made"); // so\n  more()',
    "assets/other.js": 'make("gone")',
    "assets/search-index.js": "searchIndex = []",
    "assets/vendor/minisearch.js": "MiniSearch = 1",
    "assets/search.js": "search()",
    "assets/icon.svg": "",
    "assets/base.css": ":root { --red: #f00; --ink: #000; --idle: 0 }\n.md-content > :is(h1, h4) { color: blue }",
    "search.json": "{}",
    "sitemap.xml": "<loc>/</loc>",
}
MARKDOWN = {"index.md", "lung.md"}
OWN = {"base.css", "site.css", "site.js", "other.js", "search.js", "vendor/minisearch.js"}


def write(folder: Path, edits: dict[str, str | None] | None = None) -> Path:
    for name, text in (FILES | (edits or {})).items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8", newline="")
    return folder


def test_data_for_search_engines_stays_and_is_no_script(tmp_path: Path) -> None:
    """It names no address where the site has none, its policy does not name it, and no rule of style hangs on it."""
    block = (
        '<script type="application/ld+json" data-ours>{"@context": "https://schema.org", "url": "/lung/", "a": "gone"}'
    )
    head = FILES["lung/index.html"].replace("</head>", f"{block}</script></head>")
    finish(write(tmp_path, {"lung/index.html": head}), MARKDOWN, OWN)
    text = (tmp_path / "lung/index.html").read_text()
    assert '<script type="application/ld+json">{"@context":"https://schema.org","a":"gone"}</script>' in text
    assert re.findall("script-src[^;]*", text) == re.findall("script-src[^;]*", (tmp_path / "index.html").read_text())
    assert ".gone" not in text


def test_what_programs_ask_for_stays(tmp_path: Path) -> None:
    folder = write(tmp_path, {"data/site.json": "{}", "old/index.html": "Moved."})
    finish(folder, MARKDOWN, OWN, data=["data/site.json", "old/index.html"])
    assert (folder / "data/site.json").is_file()
    assert (folder / "old/index.html").read_text() == "Moved."


def test_marks_for_scripts_of_the_theme_are_gone(tmp_path: Path) -> None:
    mark = '<i data-md-component="skip" data-md-toggle="x" class="k"></i><div class="md-dialog"><b></b></div><article'
    finish(write(tmp_path, {"index.html": FILES["index.html"].replace("<article", mark)}), MARKDOWN, OWN)
    assert '<i class="k"></i><article' in (tmp_path / "index.html").read_text()


def test_what_comes_out(tmp_path: Path) -> None:
    said = finish(write(tmp_path), MARKDOWN, OWN)
    left = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert left == {
        "404.html", "index.html", "lung/index.html", "assets/paper.css", "assets/site.js", "assets/search-index.js",
        "assets/vendor/minisearch.js", "assets/search.js", "assets/icon.svg",
    }  # fmt: skip
    assert (tmp_path / "assets/paper.css").read_text() == ":root{--ink:#000}.card{color:var(--ink)}"
    assert (tmp_path / "assets/site.js").read_text() == 'make("made");more()'
    text = (tmp_path / "lung/index.html").read_text()
    style = ":root{--red:#f00}.md-content>:is(h1,h4){color:blue}.made{color:var(--red)}"
    assert f'<style>{style}</style><link rel="stylesheet" media="print" href="../assets/paper.css"></head>' in text
    assert """<script>if(1<2&&"a"!=='"')paint();</script>""" in text
    assert text.count("Content-Security-Policy") == text.count("paper.css") == text.count("<style>") == 1
    assert 'class="no-js only-fold"' in text
    assert said == [
        "3 pages: 18 links lead where they should, 3 of them name another site",
        "3 pages with a policy and a search box; they run 6 scripts, all of them ours",
        "6 links to 2 styles: each page brings its own rules; 5 files that no page asks for are gone",
    ]
    with pytest.raises(FaultError):
        finish(tmp_path, MARKDOWN, OWN)


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        ("a(); // why\n  // more\n  b()\n  c()", "a();b()\nc()"),
        ('x = "https://example.org/a = b"; // y', 'x="https://example.org/a = b";'),
        ("['a', // one\n 'b']", "['a','b']"),
        ("x = /[/]/\n\n\ny = {\n}", "x=/[/]/\ny={}"),
        ('x = a + +b - -c; y = \'"\' && " = "', 'x=a + +b - -c;y=\'"\'&&" = "'),
    ],
)
def test_a_script_without_its_notes(script: str, wanted: str) -> None:
    assert small(script) == wanted


def test_our_scripts_can_be_made_small() -> None:
    """No string goes over lines, whose indent would be lost in it, and each note is known as one."""
    for path in (ROOT / "docs/assets").glob("*.js"):
        text = path.read_text("utf-8")
        assert [line for line in text.split("\n") if line.count("`") % 2] == [], path.name
        assert "//" in text
        assert "//" not in small(text), path.name
        strings = [one for line in NOTE.sub("", text).split("\n") for one in STRING.findall(line)]
        assert strings, path.name
        assert [one for one in strings if one not in small(text)] == [], path.name


HEAD, TEXT = "</head>", "<h1 "
BASE = "assets/base.css"
LINK = f'<link rel="stylesheet" href="../{BASE}">'
SITE = '<link rel="stylesheet" href="../assets/site.css">'
# What is changed on one page or in one file, and what is said of it.
REFUSED: dict[str, tuple[str, str, str, str]] = {
    # page
    "another encoding": ("lung/index.html", "Pain", "P\udcffain", "not UTF-8"),
    "no doctype": ("lung/index.html", "<!doctype html>", "", "does not begin with <!doctype html>"),
    # theme
    "an inline script": ("lung/index.html", HEAD, "<script>x()</script></head>", "we did not put there"),
    "an inline module": ("lung/index.html", HEAD, '<script type="module">x()</script></head>', "we did not put there"),
    "in capitals": ("lung/index.html", HEAD, "<SCRIPT\nTYPE=Module>x()</SCRIPT ></head>", "we did not put there"),
    "data": ("lung/index.html", HEAD, '<script type="application/ld+json">{}</script></head>', "we did not put there"),
    "data that is no JSON": (
        "lung/index.html", HEAD, '<script type="application/ld+json" data-ours>x</script></head>', "none of schema.org"
    ),
    "data of others": (
        "lung/index.html", HEAD, '<script type="application/ld+json" data-ours>{"@context":"x"}</script></head>',
        "none of schema.org's",
    ),
    "data in capitals": (
        "lung/index.html", HEAD, '<script type="application/LD+JSON">{}</script></head>', "we did not put there"
    ),
    "data from a file": (
        "lung/index.html", HEAD, '<script type="application/ld+json" data-ours src=x.json></script></head>',
        "a script that is not ours",
    ),
    "data in the text": (
        "lung/index.html", TEXT, '<script type="application/ld+json" data-ours>{}</script><h1 ', "stands in the text"
    ),
    "an alternate elsewhere": (
        "lung/index.html", HEAD, "<link rel=alternate href=https://example.org/a.json></head>", "a link for 'alternate'"
    ),
    "an alternate that is nowhere": ("lung/index.html", HEAD, "<link rel=alternate href=a.json></head>", "to lung/a"),
    "speculation": ("lung/index.html", HEAD, "<script type=speculationrules></script></head>", "we did not put there"),
    "a script in the text": ("lung/index.html", TEXT, "<script>x()</script><h1 ", "a script stands in the text"),
    "ours in the text": ("lung/index.html", TEXT, "<script data-ours>x()</script><h1 ", "a script stands in the text"),
    "a host": ("lung/index.html", HEAD, "<script src=//example.org/a.js></script></head>", "that is not ours, '//"),
    "an empty source": ("lung/index.html", "<script data-ours>", "<script src data-ours>", "a script that is not ours"),
    "one of ours gone": ("lung/index.html", "<script data-ours>", "<script>", "we did not put there"),
    "site.js gone": ("lung/index.html", '<script src="../assets/site.js" defer></script>', "", "0 of docs/assets/"),
    "another script": ("lung/index.html", "../assets/site.js", "../assets/search-index.js", "a script that is not"),
    "the next page": ("lung/index.html", HEAD, "<link rel=next href=../></head>", "a link for 'next'"),
    "a manifest": ("lung/index.html", HEAD, "<link rel=manifest href=a.json></head>", "a link for 'manifest'"),
    "a preload": ("lung/index.html", HEAD, "<link rel='PRELOAD' href=a.js></head>", "a link for 'preload'"),
    "a link for nothing": ("lung/index.html", HEAD, "<link href=a.js></head>", "a link for ''"),
    # css
    "another style": ("lung/index.html", LINK, "", "asks for assets/site.css, and other pages"),
    "a style twice": ("lung/index.html", LINK, LINK * 2, "and other pages for others"),
    "other order": ("lung/index.html", f"{LINK}\n{SITE}", SITE + LINK, "and other pages for others"),
    "print": ("lung/index.html", LINK, LINK[:-1] + " media=print>", "can't be joined"),
    "chosen": ("lung/index.html", LINK, LINK.replace('="s', '="alternate s'), "alternate stylesheet"),
    "disabled": ("lung/index.html", LINK, LINK[:-1] + " DISABLED>", "can't be joined"),
    "another language": ("lung/index.html", LINK, LINK[:-1] + " type=text/less>", "can't be joined"),
    "a style of a host": ("lung/index.html", f"../{BASE}", "https://example.org/a.css", "can't be joined"),
    "a style in the page": ("lung/index.html", HEAD, "<style>a{}</style></head>", "the policy blocks <style>"),
    "no rule": (BASE, FILES[BASE], "/* */", "there is no rule in it"),
    "nothing for paper": ("assets/site.css", "@media print", "@media screen", "no style says what stands on paper"),
    "an import": ("assets/site.css", ".made", "@import 'a.css'; .made", "it names a file"),
    "a picture": ("assets/site.css", "var(--red)", "url(nowhere.png)", "it names a file"),
    "a quoted picture": ("assets/site.css", "var(--red)", "URL( 'nowhere.png' )", "it names a file"),
    "a rule in a rule": ("assets/site.css", ".made", ".a { & .b { color: red } } .made", "a rule inside a rule"),
    "a condition in a rule": ("assets/site.css", ".made", ".a { @media print { a: b } } .made", "a rule inside a rule"),
    "a slip": ("assets/site.css", ".made", ".a { color red } .made", "a rule inside a rule, or a slip"),
    "no rule at all": ("assets/site.css", ".made", "@layer a, b; .made", "no rule can be read here"),
    "no mark for scripts": ("lung/index.html", 'class="no-js"', 'class="nojs"', "<html> has no class 'no-js'"),
    # csp
    "no charset": ("lung/index.html", '<meta charset="utf-8">', "", "does not begin with <meta charset"),
    "another charset": ("lung/index.html", "utf-8", "latin1", "does not begin with <meta charset"),
    "an old charset": ("lung/index.html", 'charset="utf-8"', 'http-equiv=content-type content=text/html', "the policy"),
    "something first": ("lung/index.html", "<meta charset", "<title>x</title><meta charset", "does not begin with"),
    "a policy": ("lung/index.html", HEAD, "<meta http-equiv=Content-Security-Policy></head>", "blocks <meta>"),
    "a refresh": ("lung/index.html", HEAD, "<META HTTP-EQUIV=refresh content=0></head>", "blocks <meta>"),
    "a style attribute": ("lung/index.html", TEXT, "<h1 STYLE='color:red' ", "blocks <h1 style>"),
    "a handler": ("lung/index.html", TEXT, "<h1 onClick=x() ", "blocks <h1 onclick>"),
    "a script's address": ("lung/index.html", "tel:999", " JavaScript:x()", "blocks <a href>"),
    "an entity in it": ("lung/index.html", "tel:999", "&#106;avascript:x()", "blocks <a href>"),
    "a frame": ("lung/index.html", TEXT, "<iframe></iframe><h1 ", "blocks <iframe>"),
    "a base": ("lung/index.html", HEAD, "<base href=/></head>", "blocks <base>"),
    # search box
    "no search box": ("lung/index.html", 'class="search"', 'class="find"', "0 search boxes of ours"),
    "two": ("lung/index.html", TEXT, "<i class=search></i><h1 ", "2 search boxes of ours"),
    "theirs too": ("lung/index.html", TEXT, "<div data-md-component=search></div><h1 ", "or one of the theme's"),
    "no field": ("lung/index.html", "search-input", "input", "lacks input.search-input"),
    "no list": ("lung/index.html", "search-list", "list", "lacks .search-list"),
    "no box to tick": ("lung/index.html", 'id="__search"', 'id="search"', "lacks #__search"),
    "no button": ("lung/index.html", '"md-header__button" for="__search"', '"b" for="x"', "a button that opens it"),
    "a library that is nowhere": ("lung/index.html", "minisearch.js", "mini.js", "which is not there"),
    "no library": ("lung/index.html", "data-library", "data-lib", "names as data-library is not there"),
    "a program that is nowhere": ("lung/index.html", "assets/search.js", "assets/find.js", "which is not there"),
    # links
    "a dead link": ("lung/index.html", "../lung/#top", "../lang/", "leads to lang/index.html, which is not there"),
    "a dead place": ("lung/index.html", "../lung/#top", "#bottom", "leads to lung/index.html#bottom"),
    "a picture that is nowhere": ("lung/index.html", "assets/icon", "assets/sign", "leads to assets/sign.svg"),
    "an id twice": ("lung/index.html", TEXT, "<i id=top></i><h1 ", "the id 'top' is there 2 times"),
    "a name that is nowhere": ("lung/index.html", TEXT, "<h1 aria-labelledby='top nowhere' ", "names 'nowhere'"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(name: str, tmp_path: Path) -> None:
    file, old, new, said = REFUSED[name]
    assert old in FILES[file]
    write(tmp_path)
    text = FILES[file].replace(old, new, 1)
    (tmp_path / file).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(FaultError, match=re.escape(said)) as raised:
        finish(tmp_path, MARKDOWN, OWN)
    assert name == "nothing for paper" or str(raised.value).startswith(file), "it says where"


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ({"lung/index.html": None}, "2 pages were built, for 3: lung/index.html — see what the engine left out"),
        ({"more/index.html": FILES["index.html"]}, "4 pages were built, for 3: more/index.html — nobody rendered it"),
        ({"404.html": None}, "2 pages were built, for 3: 404.html — see what the engine left out"),
        ({BASE: None}, f"{BASE} is not there, and the pages ask for it"),
    ],
)
def test_a_folder_that_is_refused(edits: dict[str, str | None], said: str, tmp_path: Path) -> None:
    with pytest.raises(FaultError, match=re.escape(said)):
        finish(write(tmp_path, edits), MARKDOWN, OWN)


def test_below_a_path(tmp_path: Path) -> None:
    """The page for lost readers names its files from the root."""
    canonical = '<link rel="CANONICAL" href="https://example.org/some/path/"></head>'
    edits = {
        "index.html": FILES["index.html"].replace(HEAD, canonical),
        "404.html": PAGE.format(up="/some/path/"),
        "sitemap.xml": "<loc>https://example.org/some/path/</loc>",
    }
    finish(write(tmp_path, edits), MARKDOWN, OWN)
    assert 'href="/some/path/assets/paper.css"' in (tmp_path / "404.html").read_text()
    assert (tmp_path / "sitemap.xml").exists()
    (tmp_path / "b").mkdir()
    with pytest.raises(FaultError, match="leads out of the site"):
        finish(write(tmp_path / "b", edits | {"404.html": FILES["404.html"]}), MARKDOWN, OWN)


# ---- however it is spelt


class _Tokens(HTMLParser):
    """HTML → its parts, each start tag as (tag, attributes)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str | tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_decl(self, decl: str) -> None:
        self.parts.append(f"<!{decl}>")

    def handle_entityref(self, name: str) -> None:
        self.parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.parts.append(f"&#{name};")


SPACE = st.sampled_from([" ", "\n", "\t", "  \n ", "\r\n"])
# Attributes whose words a browser reads in any case.
ANY_CASE = {"rel", "charset", "type", "http-equiv"}


def value(draw: st.DrawFn, name: str, text: str) -> str:
    """Write an attribute's value in one of the ways that a browser reads alike."""
    if name in ANY_CASE and draw(st.booleans()):
        text = draw(st.sampled_from([text.upper(), text.title(), f" {text}" if name == "rel" else text]))
    marks = ['"', "'", ""] if re.fullmatch(r"[\w./:#-]+", text) else ['"', "'"]
    mark = draw(st.sampled_from(marks))
    text = text.replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#x27;")
    if text and "&" not in text and draw(st.booleans()):
        at = draw(st.integers(0, len(text) - 1))
        text = (
            text[:at] + draw(st.sampled_from(["&#{};", "&#x{:x};", "&#X{:X};"])).format(ord(text[at])) + text[at + 1 :]
        )
    return f"{mark}{text}{mark}"


@st.composite
def spelt(draw: st.DrawFn, text: str) -> str:
    """The same page with other order, quotes, case, white space and entities in its tags."""
    tokens = _Tokens()
    tokens.feed(text)
    out = []
    often = draw(st.integers(1, 4))
    for part in tokens.parts:
        if isinstance(part, str):
            end = part.startswith("</") and draw(st.integers(0, often)) == 0
            out.append(f"{part[:-1].upper()}{draw(SPACE)}>" if end else part)
            continue
        tag, attributes = part
        change = draw(st.integers(0, often)) == 0
        shouted = change and draw(st.booleans())
        written = [tag.upper() if shouted else tag]
        for name, held in draw(st.permutations(attributes)) if change else attributes:
            label = name.upper() if shouted else name
            if held is None:
                written.append(draw(st.sampled_from([label, f'{label}=""'])) if change else label)
            elif change:
                written.append(f"{label}{draw(st.sampled_from(['=', ' = ']))}{value(draw, name, held)}")
            else:
                written.append(f'{label}="{held.replace("&", "&amp;").replace(chr(34), "&quot;")}"')
        gap = draw(SPACE) if change else " "
        out.append(f"<{gap.join(written)}{gap + '/' if change and tag in VOID and draw(st.booleans()) else ''}>")
    return "".join(out)


def seen(page: Page) -> list:
    """What a browser makes of a page: its elements, attributes in any order, and words."""
    page.write()
    elements = [
        (e.tag, sorted((k, " ".join(v.lower().split()) if k in ANY_CASE else v) for k, v in e.attrs.items()))
        for e in parse(page.path).find_all()
    ]
    return [elements, parse(page.path).text()]


STEPS: dict[str, Callable[[Page, Path], object]] = {
    "keep_ours": lambda page, _: keep_ours(page, {"assets/site.js"}),
    "read styles": lambda page, _: (used := Used(), used.read(page), used.styles)[2],
    "inline_style": lambda page, folder: inline_style(page, Style(lambda name: (folder / name).read_text("utf-8"))),
    "check_search_box": lambda page, _: check_search_box(page),
    "mark_external": lambda page, _: mark_external(page),
    "check_blocked": lambda page, _: check_blocked(page),
    "add_csp": lambda page, _: add_csp(page),
    "read links": lambda page, _: (found := Links(), found.read(page), found.ids, found.asked, found.count)[2:],
    "base_of": lambda _, folder: base_of(folder),
}


def done(step: str, folder: Path, text: str) -> object:
    """What a step gives and makes of a page; None if it refuses."""
    (folder / "index.html").write_text(text, "utf-8", newline="")
    try:
        page = read(folder / "index.html", "index.html")
        given = STEPS[step](page, folder)
        return given, seen(page)
    except FaultError:
        return None


@pytest.mark.slow
@pytest.mark.parametrize("step", STEPS)
def test_each_step_sees_through_how_it_is_spelt(step: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = write(tmp_path_factory.mktemp("spelt"))
    expected = done(step, folder, FILES["index.html"])
    assert expected
    refused = tried = 0

    @settings(max_examples=examples(15), suppress_health_check=list(HealthCheck))
    @given(spelt(FILES["index.html"]))
    def same(text: str) -> None:
        nonlocal refused, tried
        found = done(step, folder, text)
        tried += 1
        refused += found is None
        assert found in (None, expected)

    same()
    print(f"{step}: {tried} ways to spell a page, {refused} of them refused")
    assert refused < tried / 2


@pytest.mark.slow
@settings(max_examples=min(20, examples(8)), suppress_health_check=list(HealthCheck))
@given(texts=st.tuples(*(spelt(FILES[name]) for name in ("404.html", "index.html", "lung/index.html"))))
def test_the_whole_sees_through_it(texts: tuple[str, str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    plain, odd = tmp_path_factory.mktemp("plain"), tmp_path_factory.mktemp("odd")
    names = ("404.html", "index.html", "lung/index.html")
    said = finish(write(plain), MARKDOWN, OWN)
    try:
        assert finish(write(odd, dict(zip(names, texts, strict=True))), MARKDOWN, OWN) == said
    except FaultError:
        return
    for name in ("assets/paper.css", "assets/site.js"):
        assert (odd / name).read_bytes() == (plain / name).read_bytes()
    for name in names:
        assert seen(read(odd / name, name)) == seen(read(plain / name, name))
