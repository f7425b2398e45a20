"""The checklist as built: every case finds its sign in a card that fits, and the cards stand wherever they should."""

from __future__ import annotations

import copy
from typing import NamedTuple

import pytest
import yaml

from conftest import ROOT
from guide.content.checklist import Card
from guide.content.prose import plain_text
from guide.content.site import Site
from guide.rules.cases import SERVED_BY_ALL
from html_page import Element, address_of, article

TIERS = ["now", "today", "soon", "visit", "self"]


class Case(NamedTuple):
    """A made-up reader, see cases.yml."""

    who: str
    what: str
    audiences: list[str]
    signs: list[str]
    tier: str
    soonest: str
    source: str


CASES = {name: Case(**case) for name, case in yaml.safe_load((ROOT / "tests/cases.yml").read_text("utf-8")).items()}


def cards_of(page: Element) -> dict[str, tuple[str, str, list[str]]]:
    """The cards with boxes on a built page: heading → (tier, audience, names of the boxes)."""
    return {
        card.attrs["aria-label"]: (
            card.classes[1],
            card.find_all("p", class_="for")[0].text(),
            [box.attrs["name"] for box in card.find_all("input", type="checkbox")],
        )
        for card in page.find_all("section", class_="card")
        if card.find_all("p", class_="for")
    }


def misses(case: Case, page: Element, site: Site) -> list[str]:
    """What `case` does not find on the page: a sign in a card that fits, at its tier or a more urgent one."""
    missed = []
    fitting = {site.settings.audiences[a].label for a in ["anyone", *case.audiences]}
    for sign in case.signs:
        found = [
            tier
            for tier, audience, boxes in cards_of(page).values()
            if sign in boxes and any(audience.endswith(label) for label in fitting)
        ]
        if not found or TIERS.index(found[0]) > TIERS.index(case.tier):
            missed.append(f"{sign}: {found or 'nowhere'}")
    return missed


@pytest.fixture(scope="module")
def checklist(pages: dict[str, Element]) -> Element:
    return article(pages["checklist/"])


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, checklist: Element, site: Site) -> None:
    case = CASES[name]
    assert misses(case, checklist, site) == []
    for heading, (tier, _, boxes) in cards_of(checklist).items():
        for sign in set(case.signs) & set(boxes):
            print(f"{name} | {case.who} | {case.what} | {case.tier} | {tier}: {heading} | {sign}")


def test_there_are_cases_for_every_tier_and_audience(site: Site) -> None:
    assert len(CASES) >= 130, "a reader was taken out: only add some"
    assert {case.tier for case in CASES.values()} == set(TIERS)
    assert {a for case in CASES.values() for a in case.audiences} >= site.settings.audiences.keys() - SERVED_BY_ALL


def unguarded(cases: dict[str, Case], site: Site) -> list[str]:
    """The signs that could move to a slower card and no case would fail."""
    held = {(sign, case.tier) for case in cases.values() for sign in case.signs}
    cards = site.checklist.cards
    return [f"{name} ({card.tier})" for card in cards.values() for name in card.items if (name, card.tier) not in held]


def test_each_sign_stands_in_a_case_with_the_slowest_tier_that_is_right(site: Site) -> None:
    """A new sign needs a made-up reader in cases.yml, with the tier that the source of its card allows."""
    assert unguarded(CASES, site) == []
    assert unguarded({name: case for name, case in CASES.items() if name != "S5"}, site) == ["chest (now)"]


def test_chest_pain_on_a_slow_card_fails_its_case(checklist: Element, site: Site) -> None:
    slow = copy.deepcopy(checklist)
    slow.find_all("input", name="chest")[0].attrs["name"] = "moved"
    slow.find_all("input", name="weeks")[0].attrs["name"] = "chest"
    assert misses(CASES["S5"], slow, site) == ["chest: ['visit']"]


def test_a_case_whose_sign_is_missing_or_too_late_fails(checklist: Element, site: Site) -> None:
    without = copy.deepcopy(checklist)
    for box in without.find_all("input", name="unsteady"):
        box.attrs["name"] = "other"
    assert misses(CASES["V3"], without, site) == ["unsteady: nowhere"]
    assert misses(CASES["V3"]._replace(tier="now", signs=["weeks"]), checklist, site) == ["weeks: ['visit']"]
    assert misses(CASES["V3"]._replace(audiences=["over-60"], signs=["band"]), checklist, site) == ["band: nowhere"]


def test_cards_stand_by_urgency_and_say_it(checklist: Element, site: Site) -> None:
    assert list(site.settings.tiers) == TIERS
    cards = cards_of(checklist)
    assert list(cards) == [card.heading for card in site.checklist.cards.values()]
    places = [TIERS.index(tier) for tier, _, _ in cards.values()]
    assert places == sorted(places)
    for tier, audience, _ in cards.values():
        assert site.settings.tiers[tier].label in audience


def test_the_first_links_lead_to_each_part(pages: dict[str, Element]) -> None:
    """To the cards by urgency, the emergency first, to the list, and to the numbers; on each page with boxes."""
    forms = [form for page in pages.values() for form in page.find_all("form", class_="checklist")]
    assert len(forms) > 2
    for form in forms:
        ways = {a.attrs["href"]: a.text() for a in form.find_all("nav", class_="jump")[0].find_all("a")}
        parts = {f"#{h2.attrs['id']}": h2.without("headerlink").text() for h2 in form.find_all("h2")}
        assert list(ways)[:-1] == list(parts)
        assert parts.items() <= ways.items()
        assert "number" in list(ways)[-1]
        assert "only be made where scripts run" in form.find_all("noscript")[0].text()


def test_each_sign_has_a_label_an_authority_and_a_page(checklist: Element, site: Site) -> None:
    lines = {li.find_all("input")[0].attrs["name"]: li for li in checklist.find_all("li") if li.find_all("input")}
    expected = {name: item for card in site.checklist.cards.values() for name, item in card.items.items()}
    assert list(lines) == [*expected, "none"]
    for name, item in expected.items():
        label, small = lines[name].find_all("label")[0], lines[name].find_all("small")[0]
        assert label.find_all("input", type="checkbox")
        assert label.text().strip() == item.text
        assert plain_text(item.source).split(".")[0] in small.text()
        page = site.pages[item.signs[0]]
        assert small.find_all("a")[-1].attrs["href"].endswith(address_of(site.path_of(page)))


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
                assert site.settings.tiers[card.tier].label in page.text()
                seen.add(sign)
    assert seen >= {page.id for page in site.pages.values() if page.kind == "signs"}, "a sign stands in no card"


@pytest.mark.parametrize(
    ("where", "audiences"), [("had-cancer/", {"cancer", "treatment"}), ("children/", {"under-18"})]
)
def test_pages_for_some_show_all_their_cards(
    where: str, audiences: set[str], pages: dict[str, Element], site: Site
) -> None:
    """And what is urgent in anyone."""
    cards = site.checklist.cards
    theirs = [card for card in cards.values() if card.audience in audiences]
    assert len(theirs) > 2
    urgent = [card for card in cards.values() if card.audience == "anyone" and card.tier in TIERS[:2]]
    expected = {card.heading for card in [*theirs, *urgent]}
    assert set(cards_of(article(pages[where]))) == expected


def test_every_emergency_number_has_a_source(checklist: Element, site: Site) -> None:
    rows = checklist.find_all("table")[0].find_all("tr")[1:]
    assert [row.find_all("td")[0].text() for row in rows] == [number.place for number in site.numbers.values()]
    assert all(row.find_all("sup", class_="cite") for row in rows)


def test_having_none_comes_last_and_promises_nothing(checklist: Element) -> None:
    boxes = checklist.find_all("input", type="checkbox")
    assert boxes[-1].attrs["name"] == "none"
    last = checklist.find_all("section", class_="none")[0]
    assert "Not having these signs does not rule anything out." in last.text()
    assert "four weeks" in last.text()
