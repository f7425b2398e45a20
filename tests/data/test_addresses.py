"""Old addresses live: each that was ever published has a page, or one that leads on."""

from __future__ import annotations

from pathlib import Path

from conftest import ROOT
from guide.content.site import Site
from html_page import Element, address_of

LIST = ROOT / "tests/data/addresses.txt"
HELP = "add `moved` in content/site.yml, with the page that took its place"


def lost(addresses: list[str], built: Path) -> list[str]:
    return [f"{one}: {HELP}" for one in addresses if not (built / one / "index.html").is_file()]


def test_every_address_that_was_published_has_a_page(built: Path) -> None:
    addresses = LIST.read_text("utf-8").splitlines()
    assert len(addresses) == len({*addresses}) > 100
    assert lost(addresses, built) == []
    assert lost(["signs/gone/"], built) == [f"signs/gone/: {HELP}"]


def test_every_address_of_today_is_on_the_list(site: Site, pages: dict[str, Element]) -> None:
    """Who adds a page adds its line, and nobody can forget it later."""
    today = {address_of(site.path_of(page)) for page in site.pages.values()}
    assert today <= pages.keys()
    assert today - {""} - {*LIST.read_text("utf-8").splitlines()} == set(), "write these into tests/data/addresses.txt"
