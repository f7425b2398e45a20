"""A made-up language all over the small site, from the left and from the right: what a reader of a translation gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

import mini
import pseudo
from conftest import quick, serve
from finish.links import name_languages
from finish.page import parse as parse_html
from guide.content.load import load
from guide.content.shared_on import shared_on
from guide.content.site import Site
from guide.pages.render import render
from guide.rules.translations import behind
from html_page import Element, parse

BOTH = pseudo.BOTH
# What the made-up languages have no letter of, and English words have: those of the one, and any of the other.
ENGLISH = {pseudo.PLOC: re.compile(r"[aeioucnt]"), pseudo.PLOCM: re.compile(r"[A-Za-z]")}
DATE = re.compile(r"\d+ \w+ \d{4}")  # CLDR's words
SAID = ("aria-label", "title", "placeholder", "alt")
UNSEEN = ("script", "style", "template", "head")
MRI = "content/tests/mri.yml"


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site as it is built in all three languages."""
    root = pseudo.speaking(tmp_path_factory.mktemp("spoken"))
    assert mini.problems(root) == []
    done = quick("mkdocs", "build", cwd=root)
    assert done.returncode == 0, done.stdout
    return root / "site"


@pytest.fixture(scope="module")
def at(spoken: Path) -> Iterator[str]:
    with serve(spoken) as url:
        yield url


def pages_in(folder: Path) -> dict[str, Element]:
    return {p.relative_to(folder).as_posix().removesuffix("index.html"): parse(p) for p in folder.rglob("*.html")}


def words_in(element: Element, lang: str = "") -> Iterator[tuple[str, str]]:
    """Yield the language and the words of each text that is seen or read aloud."""
    lang = element.attrs.get("lang", lang)
    yield from ((lang, element.attrs[name]) for name in SAID if element.attrs.get(name))
    for child in element.children:
        if isinstance(child, str):
            yield lang, child
        elif child.tag not in UNSEEN:
            yield from words_in(child, lang)


@pytest.mark.parametrize("language", BOTH, ids=lambda one: one.tag)
def test_no_english_stands_unmarked(language: pseudo.Pseudo, spoken: Path) -> None:
    pages = {where: page for where, page in pages_in(spoken).items() if where.startswith(f"{language.tag}/")}
    assert {f"{language.tag}/{where}" for where in ("", "checklist/", "tests/", "tests/mri/")} <= {*pages}
    seen = set()
    for where, page in pages.items():
        found = [(lang, DATE.sub("", words)) for lang, words in words_in(page)]
        found += [(language.tag, title.text()) for title in page.find_all("title")]
        assert [words for lang, words in found if lang == language.tag and ENGLISH[language].search(words)] == [], where
        seen |= {lang for lang, words in found if words.strip()}
        [root], [body] = page.find_all("html"), page.find_all("body")
        assert (root.attrs["lang"], body.attrs["dir"]) == (language.tag, "rtl" if language is pseudo.PLOCM else "ltr")
        for marked in page.find_all("", lang="en"):
            assert marked.attrs.get("dir") == "ltr" or marked.attrs.get("hreflang") == "en", where
    assert {language.tag, "en"} <= seen, "what is English, such as sources, says so"


def test_pages_of_one_name_name_each_other(spoken: Path) -> None:
    pages = pages_in(spoken)
    ways = {
        where: {
            one.attrs["hreflang"]: urljoin(f"https://x/{where}", one.attrs["href"]).removeprefix("https://x/")
            for one in page.find_all("link", rel="alternate")
            if "hreflang" in one.attrs
        }
        for where, page in pages.items()
    }
    assert [*ways["tests/mri/"]] == ["en", "qps-ploc", "qps-plocm", "x-default"]
    assert ways["numbers/"] == {}, "it has no translation"
    for where, others in ways.items():
        assert not others or where in others.values()
        assert not others or others["x-default"] == others["en"]
        for other in others.values():
            assert ways[other] == others, (where, other)
        menu = pages[where].find_all("nav", class_="languages")
        assert len(menu) == bool(others)
        said = {a.attrs["hreflang"] for one in menu for a in one.find_all("a")}
        assert said == {tag for tag, there in others.items() if there != where} - {"x-default"}


def test_an_address_names_languages_in_full(tmp_path: Path) -> None:
    """Where the site has an address, search engines want it before each way."""
    head = '<link rel="canonical" href="https://a.org/b/x-y/c/"><link rel="alternate" hreflang="en" href="../../c/">'
    page = parse_html(f"<!doctype html><head>{head}</head>", tmp_path / "index.html", "x-y/c/index.html")
    name_languages(page)
    assert [one.attributes["href"] for one in page.all("[hreflang]")] == ["https://a.org/b/c/"]


def test_links_stay_in_the_language_or_say_where_they_lead(spoken: Path) -> None:
    counted = {"own": 0, "english": 0}
    for where, page in pages_in(spoken).items():
        tag = where.partition("/")[0]
        if not tag.startswith("qps"):
            continue
        for link in page.find_all("a"):
            target = urljoin(f"https://x/{where}", link.attrs.get("href", "")).removeprefix("https://x/")
            if link.attrs.get("rel") or ":" in target or link.attrs.get("hreflang", "").startswith("qps"):
                continue
            if not target.startswith(f"{tag}/"):
                assert link.attrs.get("hreflang") == "en", (where, target)
            counted["own" if target.startswith(f"{tag}/") else "english"] += 1
    assert min(counted.values()) > 10


@pytest.mark.parametrize("language", BOTH, ids=lambda one: one.tag)
def test_scripts_and_search_speak_it_and_nothing_breaks(language: pseudo.Pseudo, at: str, browser: Browser) -> None:
    """By keyboard, on a phone: ticks go on the list, the search finds pages of the language alone, nothing is wider."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{at}{language.tag}/checklist/")
    boxes = page.locator(".card input[type=checkbox]")
    boxes.first.focus()
    page.keyboard.press("Space")
    said = page.locator(".said")
    page.wait_for_function("() => document.querySelector('.said').textContent")
    assert pseudo.said("On your list.", language) in said.inner_text()
    assert page.locator(".ticked li").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".ticked li").count() == 2
    for where in ("", "checklist/", "tests/", "tests/mri/"):
        page.goto(f"{at}{language.tag}/{where}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        # A language that is made up is in no list of languages.
        rules = {"rules": {"html-lang-valid": {"enabled": False}, "valid-lang": {"enabled": False}}}
        assert Axe().run(page, options=rules).response["violations"] == [], where
    page.locator("label[for=__search]").first.click()
    page.keyboard.type(pseudo.said("magnet", language).strip("⟦⟧"))
    page.wait_for_selector(".search-list a")
    found = page.locator(".search-list a").evaluate_all("links => links.map((one) => one.pathname)")
    assert f"/{language.tag}/tests/mri/" in found
    assert all(path.startswith(f"/{language.tag}/") for path in found)
    assert not ENGLISH[language].search(page.locator(".search-found").inner_text())
    page.close()


@pytest.mark.parametrize("language", BOTH, ids=lambda one: one.tag)
def test_a_translated_leaflet_is_one_sheet(language: pseudo.Pseudo, at: str, page: Page) -> None:
    page.goto(f"{at}{language.tag}/checklist/")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 2


def test_a_menu_opens_from_the_side_on_which_reading_begins(at: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    for where, inside in (("", (0, 243)), ("qps-plocm/", (147, 390))):
        page.goto(at + where)
        page.locator(".md-menu").click()
        page.wait_for_timeout(400)
        box = page.locator(".md-sidebar--primary").bounding_box()
        assert box
        assert (round(box["x"]), round(box["x"] + box["width"])) == inside or abs(box["x"] - inside[0]) < 3
    page.close()


def test_a_site_in_one_language_has_nothing_of_this(tmp_path: Path) -> None:
    mini.project(tmp_path, built=True)
    assert quick("mkdocs", "build", cwd=tmp_path).returncode == 0
    for where, page in pages_in(tmp_path / "site").items():
        text = (tmp_path / "site" / (where if where.endswith(".html") else f"{where}index.html")).read_text("utf-8")
        assert not re.search(r"hreflang|languages|<template|dir=\"rtl\"", text), where
        assert page.find_all("html", lang="en")


# ---- what a translation lacks, or says of old words


def changed(root: Path, path: str, old: str, new: str) -> Site:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")
    site, problems = load(root)
    assert site
    assert problems == []
    return site


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    mini.write(tmp_path)
    pseudo.translate(tmp_path, pseudo.PLOC)
    return tmp_path


def told(root: Path) -> list[str]:
    site, _ = load(root)
    assert site
    return [str(one) for one in behind(site) if "is not measured" not in str(one)]


def test_old_words_say_so_to_the_reader_and_the_editor(translated: Path) -> None:
    site = changed(translated, MRI, "It is loud.", "It is very loud, so ask for ear plugs.")
    assert mini.problems(translated) == [], "no translation holds an English correction up"
    assert told(translated) == [
        "content/qps-ploc/tests/mri.yml:7:5: the English of 'sections.shows' has changed since — translate it anew: "
        "“It shows [[marrow]]. It is very loud, so ask for ear plugs.”"
    ]
    text = render(site)["qps-ploc/tests/mri.md"]
    notice = text[text.index('<div class="stale"') : text.index("</div>", text.index('<div class="stale"'))]
    assert pseudo.said("The English page has changed since", pseudo.PLOC).strip("⟦⟧")[:20] in notice
    assert '<p lang="en" dir="ltr">It shows marrow. It is very loud, so ask for ear plugs.</p>' in notice
    assert '<div class="stale"' not in render(site)["tests/mri.md"]


def test_a_new_card_stands_there_in_english(translated: Path) -> None:
    """What says how fast to act is never left out, and never English in silence."""
    path = "content/checklist.yml"
    new = "      arms: {text: Weak arms, source: 'A trial [@smith-2020]', signs: [mri]}\n  second:"
    site = changed(translated, path, "  second:", new)
    site = changed(translated, "content/leaflets.yml", "signs: [legs]", "signs: [legs, arms]")
    assert [one for one in mini.problems(translated) if "make agree" not in one] == []
    assert any(
        "'cards.first.items.arms' is not translated yet, and stands there in English" in one for one in told(translated)
    )
    text = render(site)["qps-ploc/tests/mri.md"]
    card = text[text.index('<section class="card now"') : text.index("</section>")]
    assert card.startswith('<section class="card now" lang="en" dir="ltr" markdown="1">')
    assert "- Weak arms" in card
    assert "- Weak legs" in card


def test_new_words_of_an_emergency_are_on_every_translated_page(translated: Path) -> None:
    site = changed(translated, "content/site.yml", "emergency: Call for help now.", "emergency: Call for help at once.")
    pages = {path: text for path, text in render(site).items() if path.startswith("qps-ploc/")}
    assert len(pages) == 4
    for text in pages.values():
        assert '<p lang="en" dir="ltr">Call for help at once.</p>' in text


@pytest.mark.parametrize(
    ("path", "old", "new", "where"),
    [
        ("content/checklist.yml", "Weak legs", "Very weak legs", {"checklist", "tests/mri"}),
        ("content/checklist.yml", "Call now if you have", "Ring now if you have", {"checklist", "tests/mri"}),
        ("content/leaflets.yml", "**Fever** or shivers", "**Fever** or shaking", {"checklist"}),
        ("content/leaflets.yml", "Ring your doctor.", "Phone your doctor.", {"checklist"}),
        ("content/site.yml", "ring: today", "ring: this very day", {"checklist", "tests/mri"}),
    ],
)
def test_old_words_of_a_shared_card_say_so_where_it_stands(
    path: str, old: str, new: str, where: set[str], translated: Path
) -> None:
    """And on no other page."""
    pages = render(changed(translated, path, old, new))
    noted = {
        name.removeprefix("qps-ploc/").removesuffix(".md")
        for name, text in pages.items()
        if f'<p lang="en" dir="ltr">{new.replace("*", "").removeprefix("ring: ")}</p>' in text
    }
    assert noted == where


@pytest.mark.parametrize(
    ("edits", "page"),
    [
        ({}, "index"),
        ({"docs/index.md": ("{{ figure many }}", "{{ picture many }}")}, "index"),
        ({MRI: ("next: [index]", "figures: [many]\nnext: [index]")}, "mri"),
        (
            {"content/figures.yml": ("  rows:\n    - {", "  under: shows\n  rows:\n    - {page: mri, ")},
            "mri",
        ),
    ],
    ids=["figure", "picture", "asked for", "below a section"],
)
def test_a_caption_is_a_page_s_own_wherever_the_picture_stands(
    edits: dict[str, tuple[str, str]], page: str, tmp_path: Path
) -> None:
    """So that a new English caption turns that page's translation amber."""
    site, _ = load(mini.write(tmp_path, edits))
    assert site
    assert ("figures", "many") in shared_on(site, site.pages[page])


def test_words_are_known_anew_once_they_were_changed_or_said_to_hold(translated: Path) -> None:
    changed(translated, MRI, "A scan with a magnet.", "A scan with a large magnet.")
    assert len(told(translated)) == 1
    pseudo.agree(translated, pseudo.PLOC)
    assert len(told(translated)) == 1, "nobody has touched the translation"
    page = translated / "content/qps-ploc/tests/mri.yml"
    page.write_text(page.read_text("utf-8").replace('brief: "⟦À', 'brief: "⟦Ú'), "utf-8")
    pseudo.agree(translated, pseudo.PLOC)
    assert told(translated) == []
    assert mini.problems(translated) == []


def test_no_words_of_a_language_hide_its_emergency_lines(translated: Path) -> None:
    path = translated / "content/qps-ploc/search.yml"
    name, said = re.search(r"emergency:\s+(\w+):\s+- (\S.*)", path.read_text("utf-8")).groups()
    path.write_text(f"{path.read_text('utf-8')}calm:\n  {name}:\n    - {said}\n", "utf-8")
    found = [one for one in mini.problems(translated) if f"would keep the line '{name}' from who types" in one]
    assert len(found) == 1
    assert found[0].startswith("content/qps-ploc/search.yml:")


def test_an_emergency_line_that_a_language_cannot_search_for_is_told(translated: Path) -> None:
    changed(translated, "content/search.yml", "  weak: [legs gone]", "  weak: [legs gone]\n  hot: [burning up]")
    expected = "nobody can search for 'hot' in qps-ploc — add people's own words under 'emergency'"
    assert told(translated) == [f"content/qps-ploc/search.yml:1:1: {expected}"]


@pytest.mark.parametrize("language", pseudo.SCRIPTS, ids=lambda one: one.tag)
def test_each_language_is_written_in_its_own_letters(language: pseudo.Pseudo, tmp_path: Path) -> None:
    """And no other: a letter that looks like one of them is named, with its place."""
    mini.write(tmp_path)
    pseudo.translate(tmp_path, language)
    assert mini.problems(tmp_path) == []
    page = tmp_path / f"content/{language.tag}/tests/mri.yml"
    text = page.read_text("utf-8")
    for letter in {"а", "क", "ب"} - {*language.letters}:  # Cyrillic, Devanagari, Arabic
        page.write_text(text.replace('brief: "⟦', f'brief: "⟦{letter}'), "utf-8")
        assert any(one.startswith(f"content/{language.tag}/tests/mri.yml:3:") for one in mini.problems(tmp_path)), (
            letter
        )
    page.write_text(text.replace('name: "⟦', 'name: "⟦cancer c'), "utf-8")
    found = [one for one in mini.problems(tmp_path) if "nobody said" not in one]
    assert len(found) == 1
    assert "'c' (U+0063, latin small letter c) stands among letters of another script" in found[0]
    assert ":2:" in found[0]


def test_english_has_no_letters_of_other_languages(tmp_path: Path) -> None:
    mini.write(tmp_path, {MRI: ("It is loud.", "It is lоud.")})  # a Cyrillic letter
    assert mini.problems(tmp_path) == [
        f"{MRI}:9:12: U+043E (CYRILLIC SMALL LETTER O) may be taken for another — take it out"
    ]
