"""The built site, page by page: what a reader gets."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest

from conftest import ROOT, base_of, long, run, shared_site
from growth import grow_small
from guide.content.prose import links
from guide.content.site import Site, prose_in
from guide.pages.format import day
from html_page import Element, address_of, article, entries, parse


def references(page: Element) -> list[str]:
    """Everything the page points at: links, scripts, styles, pictures."""
    return [e.attrs[name] for e in page.find_all() for name in ("href", "src", "srcset") if e.attrs.get(name)]


def ids(page: Element) -> list[str]:
    return [e.attrs["id"] for e in page.find_all() if "id" in e.attrs]


def broken_links(pages: dict[str, Element], built: Path) -> list[str]:
    """Every internal link that leads to no file or to no such place in a page."""
    base = f"https://site.invalid{base_of(built)}"
    known = {where: set(ids(page)) for where, page in pages.items()}
    broken, seen = [], 0
    for where, page in pages.items():
        # The 404 page is shown at any address, so its links start at the root.
        for link in references(page):
            target, fragment = urldefrag(urljoin(base + where, link))
            if not target.startswith("https://site.invalid") or link.startswith("data:"):
                continue
            if not target.startswith(base):
                broken.append(f"{where}: {link} leaves the site")
                continue
            seen += 1
            path = unquote(target.removeprefix(base))
            if path not in known and not (built / path).is_file():
                broken.append(f"{where}: {link} leads nowhere")
            elif fragment and fragment not in known.get(path, {fragment}):
                broken.append(f"{where}: {link} names no place on the page")
    assert seen > min(1000, 20 * len(pages)), f"only {seen} links seen: the test looks at the wrong files"
    return broken


def test_links_and_fragments(pages: dict[str, Element], built: Path) -> None:
    assert broken_links(pages, built) == []


@pytest.mark.parametrize("bad", ['<a href="../nowhere/">x</a>', '<a href="#nothing">x</a>', '<img src="../no.svg">'])
def test_the_link_test_finds_a_broken_link(bad: str, pages: dict[str, Element], built: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(bad)
    found = broken_links({**pages, "cancers/bad/": parse(tmp_path / "bad.html")}, built)
    assert len(found) == 1
    assert found[0].startswith("cancers/bad/: ")


def test_one_page_for_each_piece_of_content(pages: dict[str, Element], site: Site) -> None:
    expected = {address_of(site.path_of(page)) for page in site.pages.values()}
    parts = {where for where in pages if where.startswith("references/") and where != "references/"}
    assert set(pages) - parts == expected | {"404.html"}
    assert len(parts) > 20


def test_every_page_can_be_reached_from_home(pages: dict[str, Element]) -> None:
    base = "https://site.invalid/"
    reached, todo = set(), [""]
    while todo:
        where = todo.pop()
        if where not in reached and where in pages:
            reached.add(where)
            links = [a.attrs.get("href", "") for a in article(pages[where]).find_all("a")]
            if where == "":  # what the menu names is one step from home
                links += [a.attrs.get("href", "") for a in pages[where].find_all("a", class_="md-nav__link")]
            todo += [urldefrag(urljoin(base + where, link))[0].removeprefix(base) for link in links]
    assert set(pages) - reached == {"404.html"}


def test_titles_descriptions_and_headings(pages: dict[str, Element]) -> None:
    titles = Counter(page.find_all("title")[0].text() for page in pages.values())
    assert [title for title, count in titles.items() if count > 1] == []
    descriptions = Counter(
        meta.attrs["content"] for page in pages.values() for meta in page.find_all("meta", name="description")
    )
    pages_of_ours = {where for where in pages if where != "404.html"}
    assert [d for d, count in descriptions.items() if count > 1] == []
    assert sum(descriptions.values()) >= len(pages_of_ours)
    for where in pages_of_ours:
        levels = [int(e.tag[1]) for e in article(pages[where]).find_all() if re.fullmatch("h[1-6]", e.tag)]
        assert levels.count(1) == 1, f"{where} has {levels.count(1)} main headings"
        assert all(b - a <= 1 for a, b in pairwise(levels)), f"{where} skips a level: {levels}"


def test_no_id_stands_twice(pages: dict[str, Element]) -> None:
    for where, page in pages.items():
        doubled = [i for i, count in Counter(ids(page)).items() if count > 1]
        assert doubled == [], f"{where}: {doubled}"


def spread(words: str) -> list[int]:
    """The numbers that a citation shows: 1–3, 7 are four."""
    ends = [list(map(int, part.split("–"))) for part in words.split(", ")]
    return [n for first, *last in ends for n in range(first, (last or [first])[0] + 1)]


def test_every_page_has_its_frame(pages: dict[str, Element], site: Site) -> None:
    """The answer, then the emergency box; in a page of a kind the box first; in a leaflet the ladder and first card."""
    leaflets = 0
    for page in site.pages.values():
        shown = article(pages[address_of(site.path_of(page))])
        kind = site.settings.kinds.get(page.kind)
        frame = ("h1", "tabs", "summary", "ladder", "emergency", "now", "note", "h2")
        flow = [name for e in shown.find_all() for name in (e.tag, *e.classes) if name in frame]
        note = ["note"] if kind and kind.note else []
        begins = ["h1", "emergency", *note, "summary"] if kind else ["h1", "summary", "emergency"]
        boxes = shown.find_all(class_="emergency")
        if page.id in site.leaflets.leaflets:
            leaflets += 1
            begins = [
                "h1",
                "tabs",
                "summary",
                "ladder",
                "now",
                "now",
                "h2",
            ]  # the first step of the ladder, and the card
            assert boxes == []
            boxes = shown.find_all("section", class_="now")
        assert flow[: len(begins)] == begins, page.id
        [box], summary = boxes, shown.find_all(class_="summary")[0]
        assert "call your emergency number now" in box.text().lower()
        assert len(summary.without("cite").text().split()) <= 60
        numbers = [n for sup in shown.find_all("sup", class_="cite") for n in spread(sup.text())]
        listed = shown.find_all("ol", class_="sources")[0].find_all("li")
        assert set(numbers) == set(range(1, len(listed) + 1)), page.id
        for sup in shown.find_all("sup", class_="cite"):
            assert [a.attrs["href"] for a in sup.find_all("a")] == [f"#source-{spread(sup.text())[0]}"]
        foot = shown.find_all("p", class_="dates")[0]
        assert day(page.checked) in foot.text()
        back = shown.find_all("details", class_="back")[0]
        assert day(site.due(page)) in back.text()
        assert listed[0] in back.find_all("li")
        assert "No clinician has reviewed this yet." in foot.text()
        edit = back.find_all("p", class_="edit")[0].find_all("a")[-1].attrs["href"]
        assert (ROOT / edit.partition("/edit/main/")[2]).is_file(), edit
        assert edit.endswith(str(page.path))
        tell = foot.find_all("a")[-1].attrs["href"]
        assert tell.endswith(f"/issues/new?template=correction.yml&page={page.path}")
        assert shown.find_all("h2", id="next"), f"{page.id} is a dead end"
    assert leaflets == len(site.leaflets.leaflets) == 4


def test_no_word_stands_twice(pages: dict[str, Element]) -> None:
    """A link brings its own article: 'the [[checklist]]' would read 'the the checklist'."""
    doubled = re.compile(r"\b(the|a|an|of|to|in|and|is|for|with)\s+\1\b", re.IGNORECASE)
    assert doubled.search("See the\n the checklist")
    for where, page in pages.items():
        for part in article(page).find_all():
            if part.tag in ("p", "li", "dd", "td"):
                found = doubled.search(part.text())
                assert not found, f"{where}: {part.text()[max(0, found.start() - 40) : found.end() + 20]}"


def test_a_lost_reader_finds_the_way_and_the_emergency_advice(pages: dict[str, Element]) -> None:
    shown = article(pages["404.html"])
    assert "call your emergency number now" in shown.find_all("p", class_="emergency")[0].text()
    ways = [a.text() for a in shown.find_all("a") if "href" in a.attrs and not a.attrs["href"].startswith("tel:")]
    assert ways == ["Check the signs", "the first page", "Other country"]


def test_the_list_of_references_leads_to_each(pages: dict[str, Element], site: Site) -> None:
    """From its index to each part, and from each line of the list of all to the entry, without a script."""
    parts = {where for where in pages if where.startswith("references/")} - {"references/", "references/all/"}
    ways = article(pages["references/"]).find_all("nav", class_="letters")[0].find_all("a")
    found = {urljoin("https://site.invalid/references/", a.attrs["href"]) for a in ways}  # each engine in its own way
    assert found == {f"https://site.invalid/{where}" for where in (*parts, "references/all/")}
    lines = {a.attrs["id"]: a.attrs["href"] for a in article(pages["references/all/"]).find_all("a") if "id" in a.attrs}
    assert lines.keys() - {"all"} >= site.references.keys()
    for name in site.references:
        part, _, place = urljoin("/references/all/", lines[name]).removeprefix("/").partition("#")
        assert place == name
        assert any(li.attrs.get("id") == name for li in pages[part].find_all("li"))


def test_the_references_say_where_each_is_cited(pages: dict[str, Element], site: Site) -> None:
    listed = entries(pages)
    assert listed.keys() == site.references.keys()
    for name, line in listed.items():
        assert line.text().partition("Cited on: ")[2].strip(" ."), f"{name} is cited nowhere"


def test_emergency_numbers_can_be_dialled(pages: dict[str, Element], site: Site) -> None:
    shown = article(pages["numbers/"])
    dialled = [a.attrs["href"] for a in shown.find_all("a") if a.attrs.get("href", "").startswith("tel:")]
    numbers = {n for number in site.numbers.values() for n in re.findall(r"\d[\d ]*\d", number.emergency)}
    assert {"tel:" + number.replace(" ", "") for number in numbers} <= set(dialled)


def test_every_country_is_found_under_its_letter(pages: dict[str, Element], site: Site) -> None:
    """As the page stands, before any script: a link to each letter, the country below it, each number to tap."""
    shown, known = article(pages["numbers/"]), site.ambulance.countries
    jumps = [a.attrs["href"] for nav in shown.find_all("nav", class_="jump") for a in nav.find_all("a")]
    heads = [head.attrs["id"] for head in shown.find_all("h3")]
    assert jumps == [f"#{head}" for head in heads]
    found = {}
    [calls] = shown.find_all("div", class_="calls")
    for head, lines in zip(heads[:-1], calls.find_all("ul"), strict=True):
        for line in lines.find_all("li"):
            place, _, words = line.text().partition(": ")
            folded = unicodedata.normalize("NFKD", place)[0].lower()
            assert head == f"letter-{folded}", place
            assert place not in found, f"{place} stands there twice"
            found[place] = words
            numbers = [a.text() for a in line.find_all("a") if a.attrs["href"] == "tel:" + a.text().replace(" ", "")]
            assert re.sub(r"\D", "", words) == re.sub(r"\D", "", "".join(numbers)), f"{place}: not all can be tapped"
    assert found.keys() == {one.place for one in known.values()}
    assert len(found) == len(known) == 250
    for one in known.values():
        first = site.numbers[one.listed].emergency if one.listed else one.ambulance or one.others or one.second
        assert (first or one.unknown) in found[one.place]
        assert (one.second or "") in found[one.place]


def test_a_country_without_a_number_is_told_what_to_do(pages: dict[str, Element]) -> None:
    said = article(pages["numbers/"]).text().partition("No number, or no answer?")[2]
    assert "Ring 112 or 911 from a mobile phone" in said
    assert "go to the nearest emergency department" in said
    assert "nybody near you" not in article(pages["numbers/"]).text()


def test_the_page_of_numbers_is_light(built: Path) -> None:
    size = (built / "numbers/index.html").stat().st_size
    print(f"numbers/: {size / 1024:.1f} KiB")
    assert size <= 60 * 1024


def test_nothing_is_fetched_from_another_host(pages: dict[str, Element], built: Path) -> None:
    fetched = {
        "script": "src",
        "img": "src",
        "iframe": "src",
        "source": "src",
        "video": "src",
        "audio": "src",
    }
    for where, page in pages.items():
        found = [e.attrs[a] for tag, a in fetched.items() for e in page.find_all(tag) if a in e.attrs]
        found += [e.attrs["href"] for e in page.find_all("link") if e.attrs.get("rel") != "canonical"]
        assert [link for link in found if re.match(r"(?:https?:)?//", link)] == [], where
    own = "".join(path.read_text(encoding="utf-8") for path in (built / "assets").glob("site.*"))
    assert not re.search(r"@import|url\((?!data:)|https?://", own)


def test_back_links_stand_where_pages_link(pages: dict[str, Element], site: Site) -> None:
    """If a page links to another in its prose, the other names it at its foot."""
    seen = 0
    for page in site.pages.values():
        for target in {link.target for text in prose_in(page) for link in links(text)} & site.pages.keys() - {page.id}:
            other = article(pages[address_of(site.path_of(site.pages[target]))])
            after = other.text().partition("Pages that link here")[2]
            assert page.name in after, f"{target} does not name {page.id}"
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("which", ["a site of thirty pages", long("the real site")])
def test_the_same_content_gives_the_same_bytes(
    which: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Built again from another folder, under another locale: only the day of the sitemap may count."""
    here, again = ROOT, tmp_path / "again"
    if which == "the real site":
        first = shared_site("mkdocs", tmp_path_factory)
    else:
        here = tmp_path / "here"
        grow_small(22, tmp_path / "there")
        shutil.copytree(tmp_path / "there", here)
        assert run("mkdocs", "build", cwd=tmp_path / "there").returncode == 0
        first = tmp_path / "there/site"
    second = int.from_bytes((first / "sitemap.xml.gz").read_bytes()[4:8], "little")  # where gzip writes it
    done = run("mkdocs", "build", "-d", str(again), cwd=here, LC_ALL="tr_TR.UTF-8", TZ="Pacific/Auckland",
               PYTHONHASHSEED="7", SOURCE_DATE_EPOCH=str(second))  # fmt: skip
    assert done.returncode == 0, done.stdout
    files = {p.relative_to(first) for p in first.rglob("*") if p.is_file()}
    assert files == {p.relative_to(again) for p in again.rglob("*") if p.is_file()}
    assert len(files) > 100
    assert [str(f) for f in sorted(files) if (first / f).read_bytes() != (again / f).read_bytes()] == []
