"""A book → PDFs, on A4 and on US Letter: each page as a handout, leaflets by themselves, and all in one booklet.

Chromium prints them with their structure: headings, lists, tables, links, and words for each figure. What it writes
otherwise each time (the second, an id) is set here to what the release says, so that the same Chromium gives the same
bytes. They claim no standard such as PDF/UA, for nobody has tested them with people.

What runs over as many sheets as it takes is laid out once, on what both papers have of each other, and gets each one's
edges: printing is most of a release. So a page of the booklet has one number on both. Leaflets and cards fill their
sheet, and are laid out for each.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
from pathlib import Path

import pikepdf
from playwright.async_api import Browser, BrowserContext, Route, async_playwright

from exports.book import Book
from exports.booklet import booklet
from exports.chromium import ARGUMENTS, headless
from exports.reading import due_day, label_figures, title_of, words
from faults import FaultError
from finish.page import Page, parse

# Width and height in millimetres.
PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
COMMON = (210.0, 279.4)  # as wide as the one, as high as the other
POINTS = 72 / 25.4  # in a millimetre
# Stands for the host from which the browser takes the pages that it prints. Nothing is asked of a network.
HOST = "http://site.invalid/"
BOOKLET = "booklet"
# A browser reads the site's policy before its style; and what is printed runs no script.
LEFT_OUT = "meta[http-equiv=Content-Security-Policy], script, noscript"
# The handouts that stand by themselves: one sheet to tick, and cards to carry.
BY_THEMSELVES = "form.checklist, .pocket"
# The number of a sheet stays on one line, however long what stands beside it is.
NUMBER = "@page{@bottom-right{white-space:nowrap}}"
# Two at once are enough for two processors, and each takes memory.
AT_ONCE = max(2, min(4, os.cpu_count() or 2))


def pdf_name(name: str) -> str:
    """Return the file of a handout: cancers/lung/index.html → cancers/lung.pdf."""
    return f"{name.removesuffix('.html').removesuffix('/index')}.pdf"


def handouts(book: Book) -> dict[str, str]:
    """Return the HTML that is printed for each page: its file → HTML."""
    return {name: for_paper(parse(page.text(), page.path, name), book) for name, page in book.pages.items()}


def pdf_file(name: str) -> str:
    """Return the file of a leaflet that stands by itself: ru/checklist/index.html → ru-checklist.pdf."""
    return pdf_name(name).replace("/", "-")


def stand_by_themselves(book: Book) -> list[str]:
    """Return the files of the leaflets and of the page with the cards to carry."""
    return [name for name, page in book.pages.items() if page.all(BY_THEMSELVES)]


def for_paper(page: Page, book: Book) -> str:
    """Return a page as it is printed: without scripts, with links that work from a file, with words for its figures."""
    for node in page.all(LEFT_OUT):
        node.decompose()
    label_figures(page)
    for link in page.all("article a[href]"):
        if target := page.target(link.attributes["href"] or ""):
            if target[0] == page.name and not page.all(f'details [id="{target[1]}"]'):
                link.attrs["href"] = f"#{target[1]}"
            else:
                del link.attrs["href"]  # a page of the site, whose address nobody knows, or what is not printed
    says = f"<style>:root{{--sheet-says:{json.dumps(foot(page, book), ensure_ascii=False)}}}{NUMBER}</style>"
    return page.text().replace("</head>", f"{says}</head>", 1)


def foot(page: Page, book: Book) -> str:
    """Return what stands at the foot of each sheet: what it is, how old, and from when on it may be out of date."""
    checked = [words(one) for one in page.all(".dates .checked")]
    strings = book.strings_of(page)
    until = [strings.say("out_of_date_after", day=strings.day(due_day(one))) for one in page.all("[data-due]")]
    return ". ".join([title_of(page), f"{book.title} {book.about.version}", *checked, *until]).replace("?.", "?")


def print_all(book: Book, site: Path, chromium: str) -> dict[str, dict[str, bytes]]:
    """Return, for each paper, every handout by the file of its page, and the booklet by the name BOOKLET.

    Raises FaultError if Chromium can't print.
    """
    return asyncio.run(_print_all({**handouts(book), BOOKLET: booklet(book)}, book, site, chromium))


async def _print_all(pages: dict[str, str], book: Book, site: Path, chromium: str) -> dict[str, dict[str, bytes]]:
    made: dict[str, dict[str, bytes]] = {paper: {} for paper in PAPERS}
    whole_sheets = {*stand_by_themselves(book)}
    waiting = iter(sorted(pages, key=lambda name: -len(pages[name])))  # the longest first

    async def answer(route: Route) -> None:
        name = route.request.url.removeprefix(HOST)
        if name in pages:
            await route.fulfill(body=pages[name], content_type="text/html; charset=utf-8")
        elif (site / name).is_file():
            await route.fulfill(path=site / name)
        else:
            await route.abort()

    async def work(context: BrowserContext) -> None:
        tab = await context.new_page()
        for name in waiting:
            await tab.goto(HOST + name)
            for size in PAPERS.values() if name in whole_sheets else [COMMON]:
                width, height = (f"{side}mm" for side in size)
                printed = await tab.pdf(width=width, height=height, tagged=True, outline=True)
                for paper, pdf in settled(printed, book, size).items():
                    made[paper][name] = pdf
        await tab.close()

    async with async_playwright() as playwright:
        browser: Browser = await playwright.chromium.launch(executable_path=headless(chromium), args=ARGUMENTS)
        context = await browser.new_context(java_script_enabled=False)
        await context.route("**/*", answer)
        await asyncio.gather(*(work(context) for _ in range(AT_ONCE)))
        await browser.close()
    return made


def settled(printed: bytes, book: Book, size: tuple[float, float]) -> dict[str, bytes]:
    """Return a PDF that was laid out on `size` for each paper that it fits: with the paper's edges around what was
    printed, the release's dates, its title to be shown, and packed. Raises FaultError if it has no structure.
    """
    made = {}
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        if "/StructTreeRoot" not in pdf.Root or "/Lang" not in pdf.Root:
            raise FaultError("Chromium prints without structure — take a newer one (CHROMIUM_PATH)")
        for name in ("/CreationDate", "/ModDate"):
            pdf.docinfo[name] = f"D:{book.about.made:%Y%m%d%H%M%S}+00'00'"
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            about["dc:title"] = str(pdf.docinfo["/Title"])
            about["dc:language"] = [str(pdf.Root.Lang)]
            about["dc:rights"] = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
            about["dc:source"] = book.about.repository
            about["xmp:CreateDate"] = f"{book.about.made:%Y-%m-%dT%H:%M:%SZ}"
        for paper in PAPERS if size == COMMON else [name for name, sides in PAPERS.items() if sides == size]:
            across, up = ((side - own) / 2 * POINTS for side, own in zip(PAPERS[paper], size, strict=True))
            width, height = (side * POINTS for side in size)
            for page in pdf.pages:
                page.mediabox = pikepdf.Array([-across, -up, width + across, height + up])
            out = io.BytesIO()
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
            made[paper] = out.getvalue()
    return made
