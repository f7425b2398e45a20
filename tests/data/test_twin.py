"""The clean text of each page says all that the page says, the emergency advice first, and leads to others like it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from guide.content.changes import day_of_heading, news
from guide.content.prose import plain_text, split
from guide.content.site import Site
from guide.data.twin import plain
from html_page import Element, address_of, article

# What a page shows beside what it says: ways, the list made of ticks, dates, and pictures, which stand in words below.
SHOWN = ["tabs", "ladder", "jump", "list", "bar", "drawing", "emergency", "call", "stale", "edit", "dates", "buttons",
         "fill", "cite", "headerlink", "back", "up"]  # fmt: skip
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")


def words(text: str) -> str:
    """Words alone: no marks, no numbers of sources."""
    text = re.sub(r"\[([^\]]*)\]\([^)\s]*\)", r"\1", re.sub(r" ?\[[\d, –]+\]|\*", "", text))
    return re.sub(r"\W+", " ", text).strip()


def test_each_page_says_the_same_in_its_twin(pages: dict[str, Element], built: Path, site: Site) -> None:
    seen = 0
    for page in site.pages.values():
        text = words((built / site.path_of(page)).read_text("utf-8"))
        shown = article(pages[address_of(site.path_of(page))]).without(*SHOWN)
        for part in (one for tag in ("p", "li", "td", "dd", "h2") for one in shown.find_all(tag)):
            said = words(part.text())
            if part.find_all("li") or part.find_all("p"):
                continue
            assert said in text, f"{page.id}: {said[:80]}"
            seen += bool(said)
    assert seen > 5000


def test_the_emergency_advice_comes_first_and_no_html_is_left(built: Path, site: Site) -> None:
    first, *signs = (plain_text(one) for one in split(site.settings.emergency))
    twins = [*built.rglob("*.md")]
    assert len(twins) > len(site.pages)
    for path in twins:
        lines = [line for line in path.read_text("utf-8").split("\n") if line]
        assert lines[0].startswith("# "), path
        assert lines[1].replace("**", "") == first
        assert re.match(r"Numbers: 000 Australia; .*999 UK", lines[2])
        for line, sign in zip(lines[3:], signs, strict=False):
            assert sign.rstrip(".") in words(line) or words(sign) in words(line), path
        assert "No clinician has reviewed this yet" in lines[-1]
        assert re.findall(r"</?[a-z][^>]*>|\{[:#.]|&[a-z]+;|\[size of", "\n".join(lines)) == [], path


def test_twins_lead_to_files_that_are_there(built: Path) -> None:
    seen = 0
    for path in [*built.rglob("*.md"), built / "llms.txt"]:
        for way in LINK.findall(path.read_text("utf-8")):
            if not way.startswith(("http:", "https:", "mailto:")):
                seen += 1
                assert (path.parent / way).is_file(), f"{path}: {way}"
    assert seen > 3000


def test_llms_txt_names_every_page_after_the_emergency(built: Path, site: Site) -> None:
    text = (built / "llms.txt").read_text("utf-8")
    assert text.startswith(f"# {site.settings.name}\n\n> ")
    assert text.index("call your emergency number") < text.index("## ")
    assert {*LINK.findall(text)} >= {site.path_of(page) for page in site.pages.values()}


@pytest.mark.parametrize(
    ("rendered", "clean"),
    [
        ('It hurts<sup class="cite">[1–3](#source-1)</sup>.', "It hurts [1–3]."),
        ('<a href="tel:999"><strong>999</strong> UK</a>', "**999** UK"),
        ('- <label><input type="checkbox" name="a"> <span>**Weak**</span></label>', "- **Weak**"),
        ('<div class="drawing" aria-hidden="true"><div class="part"><svg>x</svg></div></div>\n\nWords', "Words"),
        ("| a {: data-label=\"A\" } | PSA < 4 &amp; up |", "| a | PSA < 4 & up |"),
        ("## Head { #head }\n\n\n\nx\n{: .note }", "## Head\n\nx"),
        ('<nav class="jump">\n\n- [A](#a)\n\n</nav>\n[B](#b)', "B"),
    ],
)  # fmt: skip
def test_what_becomes_of_html(rendered: str, clean: str) -> None:
    assert plain(rendered) == clean


# ---- the feed

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_holds_what_readers_should_know(built: Path, site: Site, pages: dict[str, Element]) -> None:
    feed = ElementTree.parse(built / "feed.xml").getroot()  # noqa: S314 -- our own
    entries = feed.findall(f"{ATOM}entry")
    days = [*news(site.changes)]
    assert len(entries) == len(days) >= 2
    for part in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert part.findtext(f"{ATOM}{name}"), name
    assert len({part.findtext(f"{ATOM}id") for part in (feed, *entries)}) == len(entries) + 1
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    changed = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert changed == sorted(changed, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == changed[0]
    for entry, (day, paragraphs) in zip(entries, days, strict=True):
        assert (entry.findtext(f"{ATOM}updated") or "").startswith(day.isoformat())
        html = entry.findtext(f"{ATOM}content") or ""
        assert html.count("<p>") == len(paragraphs)
    for where in ("", "changes/"):
        [link] = pages[where].find_all("link", type="application/atom+xml")
        assert (built / where / link.attrs["href"]).resolve() == (built / "feed.xml").resolve()


def test_a_day_is_one_of_the_calendar() -> None:
    assert str(day_of_heading("29 February 2028")) == "2028-02-29"
    assert [day_of_heading(words) for words in ("29 February 2027", "1 Brumaire 1900", "2026-11-29")] == [
        None,
        None,
        None,
    ]


def test_an_address_keeps_what_looks_like_a_named_sign() -> None:
    address = "https://a.org/?page=1&copy=2&section=3"
    assert plain(f"[A &amp; B]({address})") == f"[A & B]({address})"
