"""What others do with the data: a citation manager finds the sources of a page, a notebook draws a chart."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

from conftest import ROOT, serve
from guide.content.site import Site
from html_page import Element, address_of

# What Zotero's "Linked Metadata" reads without being told more, from a link that is an alternate and nothing else.
# (https://github.com/zotero/translators/blob/master/Linked%20Metadata.js)
READ = {"application/vnd.citationstyles.csl+json", "application/x-bibtex", "application/x-research-info-systems"}
# Ours → Zotero's kinds of item. (https://aurimasv.github.io/z2csl/typeMap.xml)
KINDS = {"article-journal", "article-newspaper", "book", "chapter", "document", "manuscript",
         "paper-conference", "report", "webpage"}  # fmt: skip


def taken(page: Element, address: str) -> list[dict[str, Any]]:
    """What a citation manager takes from a page: the items of the first link that it reads."""
    for link in page.find_all("link"):
        if link.attrs["rel"] == "alternate" and link.attrs.get("type") in READ:
            with urllib.request.urlopen(urljoin(address, link.attrs["href"]), timeout=10) as answer:  # noqa: S310 -- our own
                return json.load(answer)
    return []


def test_a_citation_manager_takes_the_sources_of_a_page(pages: dict[str, Element], built: Path, site: Site) -> None:
    whole = 0
    with serve(built) as url:
        for page in site.pages.values():
            where = address_of(site.path_of(page))
            items = taken(pages[where], url + where)
            shown = [li for li in pages[where].find_all("li") if li.attrs.get("id", "").startswith("source-")]
            assert len(items) == len(shown), where
            for item, source in zip(items, shown, strict=True):
                assert item["type"] in KINDS
                [link] = source.find_all("a")[:1]
                assert " ".join(link.text().split()) == item["title"], "in the order of the page"
                assert link.attrs["href"] in item["URL"]
                whole += bool(item.get("author") and item.get("issued"))
    assert whole > 1000


def test_ten_lines_draw_a_chart(built: Path, site: Site, tmp_path: Path) -> None:
    script = ROOT / "tests/data/chart.py"
    assert len(script.read_text("utf-8").split('"""')[2].split("import csv")[1].strip().splitlines()) <= 10
    shutil.copy(built / "data/figures.csv", tmp_path)
    subprocess.run([sys.executable, "-I", script], cwd=tmp_path, check=True)
    drawn = ElementTree.parse(tmp_path / "chart.svg").getroot()  # noqa: S314 -- we have just drawn it
    words = [text.text or "" for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    widths = [float(bar.attrib["width"]) for bar in drawn.iter("{http://www.w3.org/2000/svg}rect")]
    rows = [row for page in site.pages.values() for row in page.evidence if row.measure == "share-with-sign"]
    assert len(rows) / 2 < len(words) < len(rows), "ranges have no number"
    assert "fever: 20 in 100" in words, "12 of 61"
    assert f"{site.pages['weight-loss'].name}: 38 in 100" in words
    assert all(0 < width <= 100 for width in widths)
