"""The places that the rules know are those that stand on the built pages."""

from __future__ import annotations

import pytest

from guide.content.site import Site, address
from guide.rules.anchors import NUMBERED, all_ids
from guide.templates import FRAME_IDS, LIST_IDS
from html_page import Element


def test_every_place_is_known(pages: dict[str, Element], site: Site) -> None:
    """A template that gives away an id which the rules don't know would let an editor's stand beside it."""
    for page in site.pages.values():
        shown = pages[address(site.path_of(page))]
        there = {e.attrs["id"] for e in shown.find_all() if not e.attrs.get("id", "__").startswith("__")}
        known = all_ids(site, page)
        assert {place for place in there - known if not NUMBERED.fullmatch(place)} == set(), page.id
        assert known - there <= {"seed", "linked-from", "measured"}, page.id


@pytest.mark.parametrize("place", ["next", "measured", "sources", "seed", "linked-from", "list"])
def test_the_frame_gives_away_places(place: str) -> None:
    assert place in {*FRAME_IDS, *LIST_IDS}
