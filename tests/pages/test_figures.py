"""Pictures: what is drawn on the built pages is what the rows and the evidence say, and words say the same."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.content.figure import Figure
from guide.content.site import Site
from guide.figures import DRAWINGS
from guide.figures.rows import left_out, rows_of
from html_page import Element, address_of, article, parse
from ours import SITE

LINE = re.compile(r"M(\d+) (\d+)h(\d+)")


def standing(page: Element, name: str) -> Element | None:
    """The picture with this id on a page."""
    return next(iter(page.find_all("figure", id=f"figure-{name}")), None)


def parts(picture: Element) -> list[Element]:
    """The drawings in a picture that stand for a row."""
    return [svg for svg in picture.find_all("svg") if "data-value" in svg.attrs]


def wrong_words(page: Element, name: str, figure: Figure, site: Site) -> Iterator[str]:
    """Yield what a picture lacks of its caption, its words and its table, and what only the picture says."""
    picture = standing(page, name)
    around = picture.parent.children
    after = [e for e in around[around.index(picture) + 1 :] if isinstance(e, Element)]
    tables = [table for e in after for table in ([e] if e.tag == "table" else e.find_all("table"))]
    rows = [[cell.text() for cell in row.find_all("td")] for row in tables[0].find_all("tr")[1:]] if tables else []
    caption = picture.find_all("figcaption", id=picture.attrs.get("aria-labelledby", ""))
    if not caption or len(caption[0].text().split()) < 8:
        yield "no caption"
    if not after or after[0].tag != "p" or len(after[0].text().split()) < 20:
        yield "no words"
    if any(svg.attrs.get("aria-hidden") != "true" for svg in picture.find_all("svg")):
        yield "a drawing is heard"
    if picture.find_all("p"):
        yield "Markdown has put a paragraph into the drawing"
    for shown in rows_of(figure, site):
        amounts = [row[1] for row in rows if shown.label in row[0] and row[2] == shown.people and row[3].strip()]
        if shown.amount not in amounts:
            yield f"not in the table: {shown.label}"
    for words in (e.text() for e in picture.find_all("div", class_="sign")):
        label, amount = re.fullmatch(r"(.*?) ([\d.]+ \(.*\))", words).groups()
        if not any(label in row[0] and row[1] == amount for row in rows):
            yield f"only in the picture: {words}"


def wrong_values(picture: Element, figure: Figure, site: Site) -> Iterator[str]:
    """Yield a word if the values said by the drawing are not those of the rows."""
    if [float(svg.attrs["data-value"]) for svg in parts(picture)] != [row.value for row in rows_of(figure, site)]:
        yield "other values"


def dots(path: Element) -> list[tuple[int, int]]:
    """Where the dots of a path stand: the style breaks its lines every 10."""
    lines = [tuple(map(int, line)) for line in LINE.findall(path.attrs["d"])]
    assert "".join(f"M{x} {y}h{length}" for x, y, length in lines) == path.attrs["d"], "a line the test can't read"
    return [(x + step, y) for x, y, length in lines for step in range(0, length + 1, 10)]


def wrong_people(picture: Element, figure: Figure, site: Site) -> Iterator[str]:
    for row, svg in zip(rows_of(figure, site), parts(picture), strict=True):
        kinds = {path.attrs["class"]: dots(path) for path in svg.find_all("path")}
        everyone = [at for kind in ("on", "maybe", "off") for at in kinds.get(kind, [])]
        if len(kinds.get("on", [])) != row.value:
            yield f"{row.label}: {len(kinds.get('on', []))} filled dots for {row.value:g}"
        if len(kinds.get("maybe", [])) != max(0, (row.high or 0) - row.value) or kinds.get("maybe") != kinds.get(
            "hole"
        ):
            yield f"{row.label}: other rings"
        if len(everyone) != 1000 or set(everyone) != {(x, y) for x in range(5, 400, 10) for y in range(5, 250, 10)}:
            yield f"{row.label}: not a thousand dots"


def wrong_bars(picture: Element, figure: Figure, site: Site) -> Iterator[str]:
    for row, svg in zip(rows_of(figure, site), parts(picture), strict=True):
        track, bar = (float(rect.attrs["width"]) for rect in svg.find_all("rect"))
        if (track, bar) != (100, row.value):
            yield f"{row.label}: a bar of {bar:g} in {track:g}"


def wrong_intervals(picture: Element, figure: Figure, site: Site) -> Iterator[str]:
    """Read each dot and line off the picture's own axes, which must all be the same."""
    drawn = [axis.find_all("text") for axis in picture.find_all("svg", class_="axis")]
    axes = {tuple((float(text.attrs["x"]), float(text.text())) for text in axis) for axis in drawn}
    if len(axes) != 1:
        yield "several axes"
        return
    (axis,) = axes
    (left, low), (right, high) = axis[0], axis[-1]
    for row, svg in zip(rows_of(figure, site), parts(picture), strict=True):
        (span,), (dot,) = svg.find_all("path", class_="range"), svg.find_all("circle")
        ends = re.fullmatch(r"M(\S+) 11H(\S+)", span.attrs["d"]).groups()
        read = [low * (high / low) ** ((float(x) - left) / (right - left)) for x in (dot.attrs["cx"], *ends)]
        if any(not math.isclose(a, b, rel_tol=0.01) for a, b in zip(read, (row.value, row.low, row.high), strict=True)):
            yield f"{row.label}: drawn at {read}"
        if ("maybe" in dot.classes) != (row.low <= 1 <= row.high):
            yield f"{row.label}: {dot.classes} dot"


WRONG = {"people": wrong_people, "bars": wrong_bars, "intervals": wrong_intervals}


def problems(page: Element, name: str, site: Site) -> list[str]:
    """Everything wrong with a picture as it stands on a page."""
    figure, picture = site.figures[name], standing(page, name)
    found = [*wrong_words(page, name, figure, site)]
    if figure.draw in WRONG:
        found += [*wrong_values(picture, figure, site), *WRONG[figure.draw](picture, figure, site)]
    return found


def test_every_picture_shows_its_rows_and_says_the_same_in_words(site: Site, pages: dict[str, Element]) -> None:
    assert set(WRONG) <= set(DRAWINGS)
    drawn = 0
    for name, figure in site.figures.items():
        on = {at: page for at, page in pages.items() if standing(page, name)}
        assert on, f"no page shows '{name}'"
        for at, page in on.items():
            assert problems(article(page), name, site) == [], f"{name} on {at}"
            drawn += len(rows_of(figure, site))
    print(f"{drawn} rows drawn")
    assert drawn >= sum(len(rows_of(figure, site)) for figure in site.figures.values()) > 15


[FIRST], [SECOND] = SITE.figures["warned"].rows, SITE.figures["thousand"].rows  # most, and next to none
[LUNG] = [row for row in SITE.figures["ontario"].rows if row.page == "lung"]
FLAGS = rows_of(SITE.figures["red-flags"], SITE)
ONE_MORE = f"{FIRST.label}: {FIRST.value + 1:g} filled dots for {FIRST.value:g}"
[NUMB, *_], [UNSURE, *_] = FLAGS, [row for row in FLAGS if row.low <= 1 <= row.high]

# page, picture, what is changed in the built page, what the test must say
BAD = [
    ("how-likely/index.html", "warned", (r'<figcaption id="[^"]*">', '<figcaption id="other">'), "no caption"),
    ("how-likely/index.html", "warned", (r"<p>The square [^<]*</p>", "<p>Squares.</p>"), "no words"),
    ("how-likely/index.html", "warned", (r'<svg aria-hidden="true"', "<svg"), "a drawing is heard"),
    (
        "how-likely/index.html",
        "warned",
        (r'<div class="part">', '<p><div class="part">'),
        "Markdown has put a paragraph",
    ),
    ("how-likely/index.html", "warned", (rf">{FIRST.value:g} in", ">999 in"), f"not in the table: {FIRST.label}"),
    ("how-likely/index.html", "warned", (rf'data-value="{FIRST.value:g}"', 'data-value="999"'), "other values"),
    (
        "how-likely/index.html",
        "warned",
        (r"M5 205h32", "M5 205h42"),
        ONE_MORE,
    ),
    ("how-likely/index.html", "warned", (r"M5 205h32", "M5 205h42"), f"{FIRST.label}: not a thousand dots"),
    ("how-likely/index.html", "thousand", (r"M5 5h62", "M5 5h72"), f"{SECOND.label}: other rings"),
    (
        "cancers/lung/index.html",
        "ontario",
        (rf'width="{LUNG.value:g}"', 'width="99"'),
        f"{LUNG.label}: a bar of 99",
    ),
    ("clinicians/index.html", "red-flags", (r"(M\S+ 11H)\d", r"\g<1>1"), f"{NUMB.label}: drawn at"),
    (
        "clinicians/index.html",
        "red-flags",
        (r'class="maybe" cx', 'class="on" cx'),
        f"{UNSURE.label}: ['on']",
    ),
    ("clinicians/index.html", "red-flags", (r'<text x="\d', '<text x="9'), "several axes"),
    (
        "clinicians/index.html",
        "red-flags",
        (rf"<span>{NUMB.value:g} ", "<span>99 "),
        f"only in the picture: {NUMB.label}",
    ),
]


@pytest.mark.parametrize(("path", "name", "change", "expected"), BAD)
def test_a_wrong_picture_is_noticed(
    path: str, name: str, change: tuple[str, str], expected: str, built: Path, site: Site, tmp_path: Path
) -> None:
    before, figure, after = (built / path).read_text(encoding="utf-8").partition(f'id="figure-{name}"')
    changed = re.sub(*change, after, count=1)
    assert changed != after, "the example changes nothing"
    (tmp_path / "page.html").write_text(before + figure + changed, encoding="utf-8")
    found = problems(article(parse(tmp_path / "page.html")), name, site)
    assert any(one.startswith(expected) for one in found), found


def test_the_picture_of_red_flags_draws_or_names_each_odds_ratio(site: Site, pages: dict[str, Element]) -> None:
    """What is not drawn is named below it: a new figure may wait for its place in the picture."""
    figure = site.figures["red-flags"]
    evidence = [
        (page.id, f"{row.value} ({row.interval})")
        for page in site.pages.values()
        for row in page.evidence
        if row.measure == figure.measure
    ]
    out = left_out(figure, site)
    drawn = Counter((row.page, row.amount) for row in rows_of(figure, site))
    assert not drawn - Counter(evidence)
    assert {page for page, _ in Counter(evidence) - drawn} == set(out)
    for page in (page for page in pages.values() if standing(page, "red-flags")):
        assert ("not drawn" in page.text()) == bool(out)
        assert all(site.pages[one].name in page.text() for one in out)


def test_what_a_picture_leaves_out_is_named(site: Site) -> None:
    figure = site.figures["red-flags"]
    less = figure.model_copy(update={"groups": figure.groups[:-1]})
    assert sorted(left_out(less, site)) == sorted(figure.groups[-1].signs)


def test_a_picture_stands_below_its_section_on_each_page_it_is_about(site: Site, pages: dict[str, Element]) -> None:
    """Its own bar is pointed out there, in words too."""
    below = {(name, row.page) for name, figure in site.figures.items() if figure.under for row in figure.rows}
    assert below
    for name, about in below:
        page = article(pages[address_of(site.path_of(site.pages[about]))])
        order = [e.attrs["id"] for e in page.find_all() if e.tag in ("h2", "figure") and "id" in e.attrs]
        assert order[order.index(f"figure-{name}") - 1] == site.figures[name].under
        (own,) = standing(page, name).find_all("div", class_="own")
        (label,) = (row.label for row in site.figures[name].rows if row.page == about)
        assert own.text().strip().startswith(f"{label} (this page)")
    for name, figure in site.figures.items():
        if figure.under:
            about = {address_of(site.path_of(site.pages[row.page])) for row in figure.rows if row.page}
            assert {at for at, page in pages.items() if standing(page, name)} == about


def test_a_picture_without_its_words_is_the_one_that_has_them_elsewhere(site: Site, pages: dict[str, Element]) -> None:
    """Home draws the same dots, with their caption and its sources."""
    (there,) = article(pages[""]).find_all("figure", id="picture-thousand")
    figure = site.figures["thousand"]
    assert [*wrong_values(there, figure, site), *wrong_people(there, figure, site)] == []
    (caption,) = there.find_all("figcaption", id=there.attrs["aria-labelledby"])
    whole = standing(pages["how-likely/"], "thousand").find_all("figcaption")[0]
    assert caption.without("cite").text().strip() == whole.without("cite").text().strip()
    assert caption.find_all("sup", class_="cite")


def test_pictures_are_small_and_their_words_large_enough(built: Path, pages: dict[str, Element]) -> None:
    home = (built / "index.html").read_text(encoding="utf-8")
    assert len(re.search(r'<div[^>]*class="drawing".*?<figcaption', home, re.DOTALL)[0]) < 4000
    for page in pages.values():
        for svg in [svg for picture in page.find_all("figure") for svg in picture.find_all("svg")]:
            # The style gives text 14 units and more: at least 12 px where a drawing is shown 300 px wide.
            assert not svg.find_all("text") or float(svg.attrs["viewbox"].split()[2]) <= 350
