"""What is drawn equals what is written: labels and values of rows, words of parts, and a text for every picture."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from conftest import ROOT
from guide.content.figure import Figure
from guide.content.prose import citations, plain_text
from guide.content.site import Site
from guide.figures import DRAWINGS, words
from html_page import Element, address_of, article, parse
from ours import SITE

STYLE = (ROOT / "docs/assets/figures.css").read_text(encoding="utf-8")
SIZES = (ROOT / "docs/assets/base.css").read_text(encoding="utf-8")
# Drawings with words in them. In the others the table alone names what is drawn.
WORDED = {name for name, figure in SITE.figures.items() if figure.draw in ("cord", "saddle", "spine", "steps")}


def drawn(figure: Figure, folder: Path) -> Element:
    """Return a picture as a browser reads it."""
    page = folder / "picture.html"
    page.write_text(DRAWINGS[figure.draw].draw(figure, SITE, None), encoding="utf-8")
    return parse(page).find_all("svg")[0]


def said(picture: Element) -> list[str]:
    """Return each piece of text in a picture, its lines joined."""
    return [" ".join(unescape(text.text()).split()) for text in picture.find_all("text")]


def missing(figure: Figure, picture: Element) -> list[str]:
    """Return what the rows and parts say and the picture does not, and what only the picture says."""
    wanted = [text for row in figure.rows for text in (row.label, f"{row.value:g} {row.unit}")]
    for n, part in enumerate(figure.parts, 1):
        wanted += [f"{n}. {part.label}" if figure.draw == "cord" else part.label, *part.points]
        wanted += [part.when] if part.when else []
    wanted += dict.fromkeys(part.lane for part in figure.parts if part.lane)
    there, asked = Counter(said(picture)), Counter(" ".join(str(text).split()) for text in wanted)
    values = [g.attrs["data-value"] for g in picture.find_all("g") if "data-value" in g.attrs]
    odd = [] if values == [f"{row.value:g}" for row in figure.rows] else [f"values {values}"]
    return sorted({*(asked - there), *(there - asked), *odd})


@pytest.mark.parametrize("name", sorted(WORDED))
def test_what_is_drawn_is_what_is_written(name: str, tmp_path: Path) -> None:
    assert missing(SITE.figures[name], drawn(SITE.figures[name], tmp_path)) == []


@pytest.mark.parametrize(("name", "change"), [("spine", "value"), ("spine", "label"), ("how-fast", "when")])
def test_a_picture_that_differs_is_found(name: str, change: str, tmp_path: Path) -> None:
    figure = SITE.figures[name]
    first, *others = figure.parts or figure.rows
    wrong = first.model_copy(update={change: {"value": 9.0, "label": "Wrong", "when": "Later"}[change]})
    other = figure.model_copy(update={"parts" if figure.parts else "rows": [wrong, *others]})
    assert missing(figure, drawn(other, tmp_path))


def faults(figure: Figure, picture: Element) -> Counter[str]:
    """Count what would keep somebody from reading a picture: colours of its own, words outside it, no text."""
    found: Counter[str] = Counter()
    found["says too little"] += (
        len(plain_text(figure.about).split()) < 20 or len(plain_text(figure.caption).split()) < 4
    )
    found["no source"] += any(not list(citations(row.source)) for row in figure.rows)
    found["no source"] += any(part.says is not None and not list(citations(part.says)) for part in figure.parts)
    whole = [picture, *picture.find_all()]
    found["own colour"] += any({"fill", "stroke", "style"} & element.attrs.keys() for element in whole)
    found["no such look"] += sum(f".{kind}" not in STYLE for element in whole for kind in element.classes)
    wide, tall = map(float, picture.attrs["viewbox"].split()[2:])
    found["out of the picture"] += sum(
        float(span.attrs["x"]) > wide or float(span.attrs["y"]) > tall for span in picture.find_all("tspan")
    )
    return +found


@pytest.mark.parametrize("name", sorted(SITE.figures))
def test_every_picture_can_be_read(name: str, tmp_path: Path) -> None:
    assert not faults(SITE.figures[name], drawn(SITE.figures[name], tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('class="lead"', 'class="lead" fill="red"', "own colour"),
        ('class="lead"', 'class="loud"', "no such look"),
        ('y="14"', 'y="9999"', "out of the picture"),
    ],
)
def test_a_picture_that_can_not_be_read_is_found(old: str, new: str, fault: str, tmp_path: Path) -> None:
    drawn(SITE.figures["cord"], tmp_path)
    page = tmp_path / "picture.html"
    page.write_text(page.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert list(faults(SITE.figures["cord"], parse(page).find_all("svg")[0])) == [fault]


def test_a_picture_without_words_is_found(tmp_path: Path) -> None:
    figure = SITE.figures["cord"]
    bare = figure.model_copy(
        update={"about": figure.about[:20], "parts": [figure.parts[0].model_copy(update={"says": "So."})]}
    )
    assert list(faults(bare, drawn(figure, tmp_path))) == ["says too little", "no source"]


def test_text_is_large_enough_on_a_small_phone() -> None:
    """A phone 320 px wide leaves 254 px for a picture: there, text has 12 px or more."""
    assert re.search(r"\.figure:is\([^)]*\) text \{\s*font-size: var\(--drawn\)", STYLE)
    size = re.search(r"--drawn: (\d+)px", SIZES)
    assert size
    for name in WORDED:
        figure = SITE.figures[name]
        wide = re.search(r'viewBox="0 0 (\d+)', DRAWINGS[figure.draw].draw(figure, SITE, None))
        assert wide
        assert int(size[1]) * 254 / int(wide[1]) >= 12, name


def test_lines_break_where_their_place_ends() -> None:
    text, after = words.block("one two three & four", 5, 10, 80)
    assert re.findall(r'y="(\d+)">([^<]+)', text) == [("10", "one two"), ("29", "three &amp;"), ("48", "four")]
    assert after == 67


def test_pictures_stand_where_pages_ask_for_them(site: Site, pages: dict[str, Element]) -> None:
    asked = [(page, name) for page in site.pages.values() for name in page.figures]
    assert len(asked) >= 5
    for page, name in asked:
        shown = article(pages[address_of(site.path_of(page))])
        ids = [
            element.attrs["id"]
            for element in shown.find_all()
            if element.tag in ("h2", "figure") and "id" in element.attrs
        ]
        sections = list(page.sections)
        assert ids.index(sections[0]) < ids.index(f"figure-{name}") < ids.index(sections[1])
        assert len(shown.find_all("figure", id=f"figure-{name}")) == 1
    assert {"at-the-doctor/", "how-it-hurts/"} <= {
        where for where, page in pages.items() if article(page).find_all("figure", class_="steps")
        or article(page).find_all("figure", class_="spine")
    }  # fmt: skip
