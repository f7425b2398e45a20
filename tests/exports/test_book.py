"""What every format takes of a site: its pages in a reader's order, and no page or drawing without words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from conftest import SITE
from exports.book import About, Book, read_book
from exports.contents import Entry
from exports.zim import metadata
from faults import FaultError
from guide.content.site import Site

MADE = dt.datetime(2026, 11, 28, tzinfo=dt.UTC)
ABOUT = About("small", "1.0", "https://example.org/small", MADE, {"en": SITE.strings})
BOX = '<div class="emergency"><p>Call now.</p></div>'
MENU = '<nav class="md-sidebar--primary"><p class="md-nav__title">Small</p><ul><li><a href=".">Home</a></li></ul></nav>'


def write(folder: Path, **pages: str) -> Path:
    """Write a site of these pages; `index` has the menu. Each is what stands in its article."""
    for name, text in pages.items():
        path = folder / ("index.html" if name == "index" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        menu = MENU if name == "index" else ""
        head = '<meta name="description" content="About it"><title>x</title>'
        text = f"<!doctype html><html lang=en><head>{head}</head><body>{menu}<article>{text}</article></body></html>"
        path.write_text(text, encoding="utf-8")
    return folder


def titles(entries: list[Entry]) -> list[str]:
    return [title for entry in entries for title in (entry.title, *titles(entry.below))]


def test_each_page_stands_once_in_the_contents_by_reader(book: Book, built: Path, site: Site) -> None:
    """First the home page with a way for each reader, then the menu, and below a folder's page those of the folder."""
    listed = [name for entry in book.contents for name in entry.names()]
    assert listed == [*book.pages]
    assert len(listed) == len({*listed})
    assert {*listed} == {path.relative_to(built).as_posix() for path in built.rglob("*.html")} - {"404.html"}
    assert listed[0] == "index.html"
    ways = [entry.name for entry in book.contents[0].below]
    assert {*ways} == {f"{name}/index.html" for name in site.leaflets.leaflets}
    cancers = next(entry for entry in book.contents if entry.name == "cancers/index.html")
    assert {entry.name for entry in cancers.below} == {
        name for name in book.pages if name.startswith("cancers/") and name != "cancers/index.html"
    }
    assert all(title.strip() for title in titles(book.contents))
    assert (book.title, book.language) == (site.settings.name, "en")


def test_all_that_no_format_can_hold_is_named_at_once(tmp_path: Path) -> None:
    drawing = "<figure><svg aria-hidden=true><path d=M0z></path></svg><figcaption> </figcaption></figure>"
    folder = write(tmp_path, index=f"<h1>Home</h1>{BOX}", a="<p>No heading</p>", b=f"<h1>B</h1>{drawing}<svg></svg>")
    with pytest.raises(FaultError) as said:
        read_book(folder, ABOUT)
    lines = str(said.value).splitlines()
    assert lines[0] == "a/index.html: has no title — give the page one (title, or the first heading)"
    assert [line.split(" (<svg")[0] for line in lines[1:]] == ["b/index.html: a drawing has no words"] * 2
    assert all(line.endswith("— give its figure a caption, or itself a label") for line in lines[1:])


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg aria-label=Spine></svg>",
        "<svg><title>Spine</title></svg>",
        "<img src=a.png alt=Spine>",
        "<figure><div><svg></svg></div><figcaption>Spine</figcaption></figure>",
        "<a href=x><svg aria-hidden=true></svg> Spine</a>",
    ],
)
def test_a_drawing_with_words_is_taken(drawing: str, tmp_path: Path) -> None:
    assert read_book(write(tmp_path, index=f"<h1>Home</h1>{BOX}{drawing}"), ABOUT).question == "Home"


def test_a_site_without_its_box_or_its_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FaultError, match=r"holds no index\.html — build the site first"):
        read_book(tmp_path, ABOUT)
    with pytest.raises(FaultError, match=r"index\.html: has no emergency box"):
        read_book(write(tmp_path, index="<h1>Home</h1>"), ABOUT)


def test_what_a_shelf_of_kiwix_can_not_show_is_refused(tmp_path: Path) -> None:
    book = read_book(write(tmp_path, index=f"<h1>{'Could it be? ' * 8}</h1>{BOX}"), ABOUT)
    with pytest.raises(FaultError, match=r"the first page's title has 103 characters, and a ZIM may show 80 — make"):
        metadata(book)
    text = (tmp_path / "index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(text.replace("lang=en", "lang=xx"), encoding="utf-8")
    with pytest.raises(FaultError, match=r"a language of this site is 'xx' — write the three letters of ISO 639-3"):
        metadata(read_book(tmp_path, ABOUT))
