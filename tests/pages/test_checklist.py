"""The leaflets as built: each case finds its line in time and not too soon, and what stands behind is shown."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest

from guide.content.checklist import Card, Case
from guide.content.prose import plain_text
from guide.content.site import Page, Site
from guide.rules.cases import SERVED_BY_ALL, leaflets_for
from html_page import Element, address_of, article
from leaflet import LEAFLETS, LOADED, NAMES, TIERS, names_on, words

CASES = LOADED.cases


def cards_of(page: Element) -> dict[str, list[str]]:
    """The cards of a built leaflet: tier → names of the boxes."""
    return {
        card.classes[1]: [box.attrs["name"] for box in card.find_all("input", type="checkbox")]
        for card in page.find_all("section", class_="card")
        if card.classes[1] in TIERS
    }


def tiers_of(sign: str, page: Element) -> list[int]:
    """The tiers of the lines on a built leaflet that stand for a sign, the most urgent first."""
    lines = LOADED.leaflets.lines
    return sorted(
        TIERS.index(tier) for tier, boxes in cards_of(page).items() for box in boxes if sign in lines[box].signs
    )


def misses(case: Case, page: Element) -> list[str]:
    """What `case` does not find on a leaflet: each sign behind a line, not later and not sooner than is right."""
    missed = []
    for sign in case.signs:
        found = tiers_of(sign, page)
        if not found or found[0] > TIERS.index(case.tier) or found[0] < TIERS.index(case.soonest):
            missed.append(f"{sign}: {[TIERS[one] for one in found] or 'nowhere'}")
    return missed


@pytest.fixture(scope="module")
def leaflets(pages: dict[str, Element]) -> dict[str, Element]:
    return {name: article(pages[f"{name}/"]) for name in NAMES}


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, leaflets: dict[str, Element], site: Site) -> None:
    case = CASES[name]
    theirs = leaflets_for(site, case)
    assert theirs
    assert [one for leaflet in theirs for one in misses(case, leaflets[leaflet])] == []


def test_there_are_cases_for_every_tier_audience_and_leaflet(site: Site) -> None:
    assert len(CASES) >= 135, "a reader was taken out: only add some"
    assert {case.tier for case in CASES.values()} == set(TIERS)
    assert {a for case in CASES.values() for a in case.audiences} >= site.settings.audiences.keys() - SERVED_BY_ALL
    assert {leaflet for case in CASES.values() for leaflet in leaflets_for(site, case)} == set(NAMES)
    harmless = [case for case in CASES.values() if TIERS.index(case.tier) > TIERS.index("soon")]
    assert len(harmless) >= 40, "as many readers with nothing urgent as with"


def unguarded(cases: dict[str, Case], site: Site) -> list[str]:
    """The signs that could move to a slower card and no case would fail."""
    held = {(sign, case.tier) for case in cases.values() for sign in case.signs}
    cards = site.checklist.cards
    return [f"{name} ({card.tier})" for card in cards.values() for name in card.items if (name, card.tier) not in held]


def test_each_sign_stands_in_a_case_with_the_slowest_tier_that_is_right(site: Site) -> None:
    """A new sign needs a made-up reader in cases.yml, with the tier that the source of its card allows."""
    assert unguarded(CASES, site) == []
    assert unguarded({name: case for name, case in CASES.items() if name != "S5"}, site) == ["chest (now)"]


def renamed(page: Element, **names: str) -> Element:
    """A copy of a leaflet, some boxes with another name."""
    page = copy.deepcopy(page)
    boxes = {new: page.find_all("input", name=old.replace("_", "-"))[0] for old, new in names.items()}
    for new, box in boxes.items():
        box.attrs["name"] = new
    return page


def test_a_case_whose_line_is_too_late_too_soon_or_missing_fails(leaflets: dict[str, Element]) -> None:
    page = leaflets["checklist"]
    slow = renamed(page, chest_pain="weeks-new", weeks_new="chest-pain")
    assert misses(CASES["S5"], slow) == ["chest: ['visit']"]
    late = [name for name, case in CASES.items() if {*case.signs} == {"weeks"}]
    assert misses(CASES[late[0]], slow) == ["weeks: ['now']"], "a card too soon"
    assert misses(CASES["S5"], renamed(page, chest_pain="breathing")) == ["chest: nowhere"]
    assert misses(CASES["V3"], renamed(leaflets["had-cancer"], legs_unsteady="breathing")) == ["unsteady: nowhere"]


@pytest.mark.parametrize("name", NAMES)
def test_cards_stand_by_urgency_and_say_both_clocks(name: str, leaflets: dict[str, Element], site: Site) -> None:
    """And the ladder leads to each: everyone sees on the first screen that there is a calm end."""
    page, leaflet = leaflets[name], LEAFLETS[name]
    cards = [card for card in page.find_all("section", class_="card") if card.classes[1] in TIERS]
    assert [card.classes[1] for card in cards] == [card.tier for card in leaflet.cards]
    assert leaflet.cards[0].tier == TIERS[0]
    assert leaflet.cards[-1].tier in TIERS[-2:], "a calm end"
    for built, card in zip(cards, leaflet.cards, strict=True):
        tier = site.settings.tiers[card.tier]
        heading = built.find_all("h2")[0]
        assert (heading.attrs["id"], heading.without("headerlink").text()) == (card.tier, card.heading)
        assert built.attrs["aria-label"] == card.heading
        assert (plain_text(card.clocks) if card.clocks else f"Ring {tier.ring}, be seen {tier.seen}.") in built.text()
        boxes = [box.attrs["name"] for box in built.find_all("input", type="checkbox")]
        assert boxes == names_on(card)
    steps = {a.attrs["href"]: a.text() for a in page.find_all("nav", class_="ladder")[0].find_all("a")}
    assert steps == {f"#{card.tier}": site.settings.tiers[card.tier].step for card in leaflet.cards}


@pytest.mark.parametrize("name", NAMES)
def test_the_ways_between_leaflets_are_plain_links(name: str, leaflets: dict[str, Element]) -> None:
    ways = leaflets[name].find_all("nav", class_="tabs")[0].find_all("a")
    assert [way.text() for way in ways] == [leaflet.label for leaflet in LEAFLETS.values()]
    assert [way.attrs["href"] for way in ways] == ["#" if one == name else f"../{one}/" for one in NAMES]
    assert [way.attrs.get("aria-current") for way in ways] == ["page" if one == name else None for one in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_a_line_is_a_label_with_its_box_and_its_words(name: str, leaflets: dict[str, Element]) -> None:
    lines = {
        label.find_all("input", type="checkbox")[0].attrs["name"]: label
        for card in leaflets[name].find_all("section", class_="card")
        for label in card.find_all("label")
    }
    assert list(lines) == [*(line for card in LEAFLETS[name].cards for line in names_on(card)), "none"]
    for line, label in lines.items():
        if line != "none":
            assert " ".join(label.text().split()) == words(line)
            assert label.find_all("strong")[0].text() == label.find_all("span")[0].children[0].text(), "bold first"


@pytest.mark.parametrize("name", NAMES)
def test_the_exact_words_behind_the_lines_stand_at_the_end(name: str, leaflets: dict[str, Element], site: Site) -> None:
    """Each sign behind a line once, with its authority and the way to its page; and who says each speed."""
    exact = leaflets[name].find_all("details", class_="exact")
    assert len(exact) == 1
    behind = {
        sign for card in LEAFLETS[name].cards for line in names_on(card) for sign in LOADED.leaflets.lines[line].signs
    }
    items = {sign: item for card in site.checklist.cards.values() for sign, item in card.items.items()}
    rows = exact[0].find_all("li")
    assert f"of all {len(behind)} signs" in exact[0].find_all("summary")[0].text()
    speeds = [site.settings.tiers[card.tier] for card in LEAFLETS[name].cards if not card.clocks]
    assert len(rows) == len(behind) + len(speeds)
    for sign in behind:
        (small,) = [row.find_all("small")[0] for row in rows if row.without("small").text().strip() == items[sign].text]
        assert plain_text(items[sign].source).split(".")[0] in small.text()
        page = site.pages[items[sign].signs[0]]
        assert small.find_all("a")[-1].attrs["href"].endswith(address_of(site.path_of(page)))
    for tier, row in zip(speeds, rows[-len(speeds) :], strict=True):
        assert row.text().startswith(f"{tier.label}: ring {tier.ring}, be seen {tier.seen}.")
        assert plain_text(tier.source).split(".")[0] in row.text()


def shown(card: Card, page: Element, names: list[str]) -> bool:
    """Whether a page shows the card's heading and these of its signs."""
    text = page.text()
    return card.heading in text and all(card.items[name].text in text for name in names)


def test_sign_pages_show_the_cards_they_stand_in(pages: dict[str, Element], site: Site) -> None:
    seen = set()
    for card in site.checklist.cards.values():
        for name, item in card.items.items():
            for sign in item.signs:
                page = article(pages[address_of(site.path_of(site.pages[sign]))])
                assert shown(card, page, [name]), f"{sign} does not show '{name}'"
                assert site.settings.tiers[card.tier].step in page.text()
                seen.add(sign)
    assert seen >= {page.id for page in site.pages.values() if page.kind == "signs"}, "a sign stands in no card"


def sign_pages(site: Site) -> Iterator[Page]:
    return (page for page in site.pages.values() if page.kind == "signs")


def test_a_page_of_a_sign_says_no_other_speed_than_its_cards(pages: dict[str, Element], site: Site) -> None:
    """The summary and the first section, where the advice is, as built: what is said there is what the cards say."""
    looked = 0
    for page in sign_pages(site):
        tiers = {
            card.tier for card in site.checklist.cards.values() for one in card.items.values() if page.id in one.signs
        }
        built = article(pages[address_of(site.path_of(page))])
        steps = {tag.find_all("strong")[0].text() for tag in built.find_all("p", class_="for")}
        assert steps == {site.settings.tiers[tier].step for tier in tiers}, page.id
        looked += len(tiers)
    assert looked > 60


def test_every_emergency_number_has_a_source(pages: dict[str, Element], site: Site) -> None:
    rows = article(pages["numbers/"]).find_all("table")[0].find_all("tr")[1:]
    assert [row.find_all("td")[0].text() for row in rows] == [number.place for number in site.numbers.values()]
    assert all(row.find_all("sup", class_="cite") for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_having_none_comes_last_and_promises_nothing(name: str, leaflets: dict[str, Element]) -> None:
    boxes = leaflets[name].find_all("input", type="checkbox")
    assert boxes[-1].attrs["name"] == "none"
    last = leaflets[name].find_all("section", class_="none")[0]
    assert "Not having these signs does not rule anything out." in last.text()
    assert "four weeks" in last.text()
