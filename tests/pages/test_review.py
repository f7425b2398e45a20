"""The review sheet: every sentence of a page beside its sources, in words, for a clinician with a pen."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

import mini
from conftest import quick
from faults import FaultError
from guide.content.prose import EMERGENCY, INLINE, citations, split
from guide.content.site import Page, Site, prose_in
from guide.outputs.review_rows import parts
from guide.outputs.review_sheet import review_sheet
from guide.pages.context import SiteContext
from guide.pages.format import day
from html_page import VOID, Element, parse
from sheet import sheet, write_sheet

# Its entries stand beside the sentences that cite them.
LIST_OF_SOURCES = "references"
# What is written for Markdown, the templates or the engine, and no reader's word.
LEFTOVER = re.compile(r"\[\[|\]\]|\[@|\{\{|\}\}|\{:|\*\*|[\ue000-\uf8ff]|&(?:amp|lt|gt);|\bundefined\b")


@pytest.fixture(scope="session")
def sheets(site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sheet of each page, written as a release does."""
    folder, context = tmp_path_factory.mktemp("sheets"), SiteContext(site)
    for page in site.pages.values():
        (folder / f"{page.id}.html").write_text(review_sheet(context, page), encoding="utf-8")
    return {path.stem: path for path in sorted(folder.iterdir())}


@pytest.fixture(scope="session")
def read(sheets: dict[str, Path]) -> dict[str, Element]:
    return {name: parse(path) for name, path in sheets.items()}


def letters(text: str) -> str:
    """Only what is read of a text, so that marks and stops do not count."""
    return re.sub(r"[\W_]+", "", text.lower())


def own_texts(page: Page) -> list[str]:
    """What an editor wrote for this page, but for blocks, headings and tables: each paragraph and item by itself."""
    found = []
    for text in (page.summary, *page.sections.values(), *(row.people for row in page.evidence), page.body or ""):
        lines = [line for line in text.split("\n") if not re.match(r"\s*(?:#|\||\{)", line)]
        plain = re.sub(r"\{: [^{}]*\}", "", "\n".join(lines))
        found += [
            re.sub(r"^\s*(?:[-*>]|\d+\.)\s+", "", part)
            for part in re.split(r"\n\s*\n|\n(?=\s*(?:[-*>]|\d+\.) )", plain)
        ]
    return found


def test_every_sentence_is_on_the_sheet(read: dict[str, Element], site: Site) -> None:
    names = {k: v.term for k, v in site.glossary.items()} | {page.id: page.name for page in site.pages.values()}

    names[EMERGENCY] = "\n"  # its words are another text's

    def said(mark: re.Match[str]) -> str:
        return "" if mark["citations"] else mark["label"] or names[mark["link"].partition("#")[0].strip()]

    seen, missing = 0, []
    for page in site.pages.values():
        sheet = letters(" ".join(cell.text() for cell in read[page.id].find_all("td", class_="says")))
        body = page.body if page.id != "checklist" else None  # the sheet of all cards has no place for how to print
        for text in own_texts(page.model_copy(update={"body": body})):
            for sentence in split(text):
                seen += 1
                parts = INLINE.sub(said, " ".join(sentence.split())).split("\n")
                missing += [] if all(letters(part) in sheet for part in parts) else [(page.id, sentence)]
    assert missing == [], missing
    assert seen > 4000


def cited_in(text: str) -> set[str]:
    return {one.reference for one in citations(text)}


def test_every_source_is_on_the_sheet(read: dict[str, Element], site: Site) -> None:
    shared = {
        "glossary": [term.meaning for term in site.glossary.values()],
        "scan-words": [term for term in site.glossary.values() if term.report],
        "disagreements": [site.disagreements], "source-article": [site.article],
        "numbers": [site.numbers, site.ambulance],
        "checklist": [site.checklist.cards, site.settings.tiers, site.leaflets],
    }  # fmt: skip
    seen = 0
    for page in site.pages.values():
        parts_of = [page, *shared.get(page.id, [])]
        texts = [text for part in parts_of for text in ([part] if isinstance(part, str) else prose_in(part))]
        wanted = {name for text in texts for name in cited_in(text)}
        listed = " ".join(cell.text() for cell in read[page.id].find_all("td", class_="from"))
        for name in wanted:
            assert site.references[name].title in listed, f"{page.id}: {name}"
            seen += 1
    assert "checklist" in read
    assert any(cited_in(text) for text in prose_in(site.checklist.cards))
    assert seen > 1500


def test_all_that_decides_how_fast_people_act_is_on_one_sheet(read: dict[str, Element], site: Site) -> None:
    sheet = letters(read["checklist"].text())
    for card in site.checklist.cards.values():
        assert letters(card.heading) in sheet
        assert all(letters(item.text) in sheet for item in card.items.values())
    assert [line.text for line in site.leaflets.lines.values() if letters(line.text) not in sheet] == []
    assert all(
        letters(f"{tier.label}: ring {tier.ring}, be seen {tier.seen}") in sheet
        for tier in site.settings.tiers.values()
    )
    assert letters(split(site.settings.emergency)[0]) in sheet
    for row in read["checklist"].find_all("tr"):  # a line of a leaflet stands beside the sources of its signs
        if row.find_all("td") and "foot won't lift" in row.find_all("td")[1].text():
            assert "Our own words" not in row.find_all("td")[2].text()
            break
    else:
        pytest.fail("no such line")


def test_a_sign_says_at_the_head_how_fast(read: dict[str, Element], site: Site) -> None:
    seen = 0
    for card in site.checklist.cards.values():
        for item in card.items.values():
            for sign in item.signs:
                head = letters(read[sign].find_all("section")[1].text())
                assert letters(item.text) in head
                assert letters(f"be seen {site.settings.tiers[card.tier].seen}") in head
                seen += 1
    assert seen > 50


def test_nothing_is_left_over(read: dict[str, Element], site: Site) -> None:
    found = {name: LEFTOVER.findall(sheet.text()) for name, sheet in read.items()}
    assert {name: marks for name, marks in found.items() if marks} == {}
    assert read.keys() == site.pages.keys()
    assert LEFTOVER.search("see [[lung]] now")


def test_a_source_says_all_where_it_stands_first(read: dict[str, Element], site: Site) -> None:
    """Who wrote it, what kind it is, how much was read, where, and whom it counted, if that is known."""
    names = [name for name in site.references if cited_in(site.pages["lung"].sections["how-common"]) & {name}]
    listed = read["lung"].find_all("td", class_="from")
    assert names
    for name in names:
        about = site.references[name]
        whole = next(item for cell in listed for item in cell.find_all("li") if about.title in item.text())
        text = " ".join(whole.text().split())
        wanted = [site.settings.evidence[about.evidence].label, site.settings.read[about.read].label, "Where: "]
        wanted += [about.people] if about.people else []
        wanted += [day(about.opened.on), about.opened.how] if about.opened else []
        assert [one for one in wanted if one not in text] == []
        assert whole.find_all("a")[0].attrs["href"].startswith("http")


def test_who_was_counted_and_when_it_was_opened(tmp_path: Path) -> None:
    more = "read: abstract\n  people: 9 people <in> a & b\n  not_found: 2026-11-21\n  note: Old."
    site, problems = mini.checked(mini.write(tmp_path, {"content/references.yml": ("read: abstract", more)}))
    assert site, problems
    sheet = write_sheet(tmp_path, site, "mri")
    text = " ".join(parse(sheet).text().split())
    for words in ("In whom: 9 people <in> a & b.", "We read the abstract, last on 22 November 2026 (abstract, PubMed).",
                  "Not found again on 21 November 2026.", "Old.", "Our own words"):  # fmt: skip
        assert words in text


@pytest.mark.parametrize(
    ("markdown", "rows"),
    [
        ("**Treatment.** It helps [@smith-2020, page 2]. So it is.", ["Treatment: It helps.", "So it is."]),
        ("Not sure? Treat it as yes. Then rest.", ["Not sure? Treat it as yes.", "Then rest."]),
        ("Is it so?", ["Is it so?"]),
        ("- One\n- Two [[marrow]]", ["One", "Two marrow"]),
        ("| A | B |\n| --- | --- |\n| 1. One | 2 [@smith-2020] |\n", ["A: 1. One; B: 2"]),
        ("> Words.\n\n1. First. Then.\n2. Second.", ["Words.", "First.", "Then.", "Second."]),
    ],
)
def test_a_page_is_read_sentence_by_sentence(markdown: str, rows: list[str], tmp_path: Path) -> None:
    site, _ = mini.checked(mini.write(tmp_path, {"docs/index.md": ("Hello.", markdown)}))
    assert site
    found = [row for part in parts(SiteContext(site), site.pages["index"]) for row in part.rows]
    said = [row.words for row in found]
    at = said.index(rows[0])
    assert said[at : at + len(rows)] == rows
    cited = [one.reference for row in found[at : at + len(rows)] for one in row.cited]
    assert cited == re.findall(r"@([\w-]+)", markdown)


class Nesting(HTMLParser):
    """Asks that each element ends where it should, as no browser does."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open += [tag] * (tag not in VOID)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_html_is_whole(sheets: dict[str, Path], read: dict[str, Element]) -> None:
    for name, path in sheets.items():
        nesting = Nesting()
        nesting.feed(path.read_text("utf-8"))
        assert nesting.open == [], name
        every = read[name].find_all()
        for one in ("id", "name"):
            given = [element.attrs[one] for element in every if one in element.attrs and element.tag != "meta"]
            assert len(given) == len({*given}), name
        assert not [element for element in every if element.tag in ("script", "link", "img", "iframe", "object")]
        assert not [key for element in every for key in element.attrs if key.startswith("on") or key == "src"]


def test_an_unknown_page_is_named(site: Site, tmp_path: Path) -> None:
    with pytest.raises(FaultError, match="no page 'lungs' — did you mean 'lung'"):
        write_sheet(tmp_path, site, "lungs")
    with pytest.raises(FaultError, match="say which: make sheet PAGE=lung"):
        write_sheet(tmp_path, site, "")
    assert not (tmp_path / "build").exists()


def test_a_sheet_is_written_whatever_else_is_to_be_mended(tmp_path: Path) -> None:
    """A page is reviewed because it is late; a slip elsewhere is no reason to wait."""
    edits = {
        "content/tests/mri.yml": ("next_check: 2028-11-22", "next_check: 2025-11-22"),
        "docs/checklist.md": ("title:", "mood: glad\ntitle:"),
    }
    project = mini.project(tmp_path / "project", edits, built=True)
    done = quick("python", "scripts/build.py", "sheet", " mri ", cwd=project)
    assert done.returncode == 0, done.stdout
    besides, *problems, path = done.stdout.splitlines()
    assert besides == "besides, mend these:"
    assert {"content/tests/mri.yml", "docs/checklist.md"} <= {line.split(":")[0] for line in problems}
    assert path == f"open it, or print it: {project / 'build/sheets/mri.html'}"
    wrong = quick("python", "scripts/build.py", "sheet", "checklist", cwd=project)
    assert wrong.stdout.startswith("the page 'checklist' can't be read — mend it first\nbesides, mend these:\n")
    assert "docs/checklist.md:2:1: unknown key 'mood'" in wrong.stdout


@pytest.mark.parametrize("words", ["It is [@nobody-2020].", "It is [[nobody]].", "{{ nothing }}", "{{ pages nobody }}"])
def test_a_page_with_a_slip_ends_in_a_sentence(words: str, tmp_path: Path) -> None:
    site, problems = mini.checked(mini.write(tmp_path, {"docs/index.md": ("Hello.", words)}))
    assert site
    assert problems
    try:
        said = sheet(tmp_path, site, problems, "index")
    except FaultError as fault:
        said = str(fault)
        assert said.startswith("no sheet can be made of it — mend these first:\n")
    assert str(problems[0]) in said


def test_the_command(tmp_path: Path) -> None:
    project = mini.project(tmp_path / "project", built=True)
    done = quick("python", "scripts/build.py", "sheet", "mri", cwd=project)
    assert done.returncode == 0, done.stdout
    path = project / "build/sheets/mri.html"
    assert str(path) in done.stdout
    assert parse(path).find_all("h1")[0].text() == "MRI scan"
    wrong = quick("python", "scripts/build.py", "sheet", "../mri", cwd=project)
    assert (wrong.returncode, wrong.stdout) == (1, "no page '../mri' — did you mean 'mri'?\n")


@pytest.mark.parametrize("name", ["lung", "checklist"])
def test_it_is_read_and_printed(name: str, sheets: dict[str, Path], browser: Browser) -> None:
    """On a phone and on both papers; whoever listens or types can fill it in. It asks for nothing from anywhere."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(sheets[name].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    if name == "lung":
        assert Axe().run(page).response["violations"] == []
    box = page.get_by_role("group", name="Statement 2", exact=True).get_by_label("wrong")
    size = box.bounding_box()
    assert size
    assert min(size["width"], size["height"]) >= 24
    box.check()
    assert box.is_checked()
    page.set_viewport_size({"width": 1200, "height": 900})
    if name == "lung":
        assert Axe().run(page).response["violations"] == []

    page.emulate_media(media="print")
    look = "(one, name) => getComputedStyle(one)[name]"
    assert page.locator("thead").evaluate(look, "display") == "table-header-group"
    rows = page.locator("tbody tr")
    assert rows.nth(1).evaluate(look, "breakInside") == "avoid"
    assert page.locator(".section").first.evaluate(look, "breakAfter") == "avoid"
    page.set_viewport_size({"width": int(190 * 96 / 25.4), "height": 1000})
    highest = max(rows.evaluate_all("all => all.map((one) => one.offsetHeight)"))
    assert highest < 250 * 96 / 25.4, "a row that no sheet has room for"
    square = page.locator("input[type=checkbox]").first.evaluate("one => [one.offsetWidth, one.offsetHeight]")
    assert min(square) >= 3.5 * 96 / 25.4
    letters_ = page.locator(".from").first.evaluate(look, "fontSize")
    assert float(letters_.removesuffix("px")) * 0.75 >= 8.9
    counted = {paper: len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) for paper in ("A4", "Letter")}
    print(name, rows.count(), counted)
    assert max(counted.values()) <= {"lung": 10, "checklist": 60}[name]
    assert [url for url in asked if not url.startswith("file:")] == []
    page.close()
