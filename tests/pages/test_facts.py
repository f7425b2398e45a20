"""Facts of pages: drawn and said on the built pages as they are written, and nothing stands where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from guide.content.prose import plain_text
from guide.content.site import Page, Site
from guide.figures.spine import PARTS
from guide.pages.render import render
from html_page import Element, address_of, article, parse
from ours import SITE

LINE = re.compile(r"M\d+ \d+h(\d+)")


def count(svg: Element, kind: str) -> int:
    """The dots of one look: a line of n dots is (n - 1) * 10 + 2 long."""
    paths = svg.find_all("path", class_=kind)
    return sum((int(length) + 8) // 10 for path in paths for length in LINE.findall(path.attrs["d"]))


def tinted(svg: Element) -> list[str]:
    """The parts of the spine that are tinted: their bones are nearly full, all others nearly empty."""
    groups = [
        group for group in svg.find_all("g") if "transform" in group.attrs and "scale" in group.attrs["transform"]
    ]
    full = [
        {float(bone.attrs["fill-opacity"]) > 0.5 for bone in group.find_all("g", class_="bone")} for group in groups
    ]
    assert all(len(one) == 1 for one in full), "a part is tinted in part"
    return [name for name, one in zip(PARTS, full, strict=True) if one == {True}]


def problems(built: Element, page: Page, site: Site) -> Iterator[str]:
    """Everything wrong with the facts of a page as they stand on it."""
    boxes = built.find_all("figure", class_="facts")
    share, levels, ages = page.share, page.levels, page.ages
    if len(boxes) != bool(share or levels or ages):
        yield f"{len(boxes)} boxes of facts"
    if not boxes or not (share or levels or ages):
        return
    said = [" ".join(dd.without("cite").text().split()) for dd in boxes[0].find_all("dd")]
    wanted = [f"{share.amount} {share.who} {share.what}"] if share else []
    if levels:
        labels = " · ".join(site.settings.levels[name].label for name in levels.named)
        wanted.append(f"Mostly: {labels}. {levels.people}")
    wanted += [f"{ages.what}. {ages.people}"] if ages else []
    if len(said) != len(wanted) or any(not one.startswith(words) for one, words in zip(said, wanted, strict=True)):
        yield f"said otherwise: {said}"
    if any(not dd.find_all("sup", class_="cite") for dd in boxes[0].find_all("dd")):
        yield "a fact without its source"
    if [svg for svg in boxes[0].find_all("svg") if svg.attrs.get("aria-hidden") != "true"]:
        yield "a drawing is heard"
    yield from wrong_dots(boxes[0], page)
    yield from wrong_spine(boxes[0], page, site)


def wrong_dots(box: Element, page: Page) -> Iterator[str]:
    drawn, share = box.find_all("svg", class_="dots"), page.share
    if len(drawn) != bool(share):
        yield f"{len(drawn)} squares of dots"
    elif share:
        high = share.high or share.low
        if (drawn[0].attrs["data-value"], drawn[0].attrs["data-high"]) != (str(share.low), str(high)):
            yield "other values of dots"
        counts = tuple(count(drawn[0], kind) for kind in ("on", "maybe", "off"))
        if counts != (share.low, high - share.low, share.of - high):
            yield f"{counts} dots"


def wrong_spine(box: Element, page: Page, site: Site) -> Iterator[str]:
    drawn = box.find_all("svg", class_="small")
    named = page.levels.named if page.levels else []
    if len(drawn) != bool(named):
        yield f"{len(drawn)} spines"
    elif named:
        if drawn[0].attrs["data-value"].split() != named:
            yield "other values of the spine"
        if set(tinted(drawn[0])) != set(named):
            yield f"tinted: {tinted(drawn[0])}"
        bold = {" ".join(text.text().split()) for text in drawn[0].find_all("text", class_="strong")}
        if bold != {site.settings.levels[name].label for name in named}:
            yield f"bold: {bold}"


def test_facts_are_drawn_and_said_as_they_are_written(site: Site, pages: dict[str, Element]) -> None:
    facts = {"share": 0, "levels": 0, "ages": 0, "none": 0}
    for page in site.pages.values():
        assert [*problems(article(pages[address_of(site.path_of(page))]), page, site)] == [], page.id
        held = [name for name in ("share", "levels", "ages") if getattr(page, name)]
        for name in held or ["none"]:
            facts[name] += 1
    print(facts)
    assert min(facts.values()) > 0


def test_what_you_may_feel_comes_first(site: Site, pages: dict[str, Element]) -> None:
    """The facts stand first in the section that is about them, or behind its first paragraph where a page says so."""
    sections = site.settings.kinds["cancers"].sections
    [about] = [name for name, section in sections.items() if "facts" in section.shows]
    boxes = wanted = 0
    for page in (page for page in site.pages.values() if page.kind == "cancers"):
        wanted += any((page.share, page.levels, page.ages))
        built = article(pages[address_of(site.path_of(page))])
        heads = [e.attrs["id"] for e in built.find_all("h2") if "id" in e.attrs]
        assert heads[: len(sections)] == [*sections], page.id
        assert heads[0] == "pain"
        for box in built.find_all("figure", class_="facts"):
            around = [one for one in box.parent.children if isinstance(one, Element)]
            before = around[around.index(box) - 1]
            if page.words_first:
                assert before.text().split()[:3] == plain_text(page.sections[about]).lstrip("- ").split()[:3], page.id
                before = around[around.index(before) - 1]
            assert (before.tag, before.attrs.get("id")) == ("h2", about), page.id
            boxes += 1
    assert boxes == wanted > 0


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((r"<strong>18 to 29", "<strong>19 to 29"), "said otherwise"),
        ((r'(?s)(<dt>Age.*?)<sup class="cite">.*?</sup>', r"\1"), "a fact without its source"),
        ((r'<svg aria-hidden="true" class="small"', '<svg class="small"'), "a drawing is heard"),
        ((r'data-value="18"', 'data-value="19"'), "other values of dots"),
        ((r"M5 15h72", "M5 15h82"), "(19, "),
        ((r'data-value="low middle"', 'data-value="low"'), "other values of the spine"),
        ((r'fill-opacity="0.07"', 'fill-opacity="0.90"'), "tinted: "),
        ((r'<figure class="figure facts">', '<figure class="figure">'), "0 boxes of facts"),
    ],
)
def test_wrong_facts_are_noticed(
    change: tuple[str, str], expected: str, built: Path, site: Site, tmp_path: Path
) -> None:
    text = (built / "cancers/prostate/index.html").read_text(encoding="utf-8")
    changed = re.sub(*change, text, count=1)
    assert changed != text, "the example changes nothing"
    (tmp_path / "page.html").write_text(changed, encoding="utf-8")
    try:
        found = [*problems(article(parse(tmp_path / "page.html")), site.pages["prostate"], site)]
    except AssertionError as error:
        found = [str(error)]
    assert any(one.startswith(expected) for one in found), found


@pytest.mark.parametrize("field", ["share", "levels", "ages"])
def test_nothing_stands_where_no_source_gives_it(field: str) -> None:
    page = SITE.pages["prostate"].model_copy(update={field: None})
    without = replace(SITE, pages=SITE.pages | {"prostate": page})
    text = render(without)["cancers/prostate.md"]
    gone = {"share": ("How often", 'class="dots'), "levels": ("<dt>Where", 'class="small'), "ages": ("<dt>Age",)}[field]
    assert [words for words in gone if words in text] == []
    assert 'class="figure facts"' in text
