"""An HTML file of a built site ↔ its tree, as a browser reads it.

selectolax (lexbor) reads HTML as its standard says and writes what a browser's own outerHTML would. So however an
engine spells a tag, what comes after sees one spelling. Measured on the 147 pages (6.5 MB): all read and written in
0.08 s, every name on them gathered in 0.19 s. Regular expressions took 0.25 s and 0.14 s, and missed what was spelt
otherwise. lxml took 0.26 s and 0.43 s, and writes `viewbox` for `viewBox`; html.parser took 1.24 s to read alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from faults import FaultError
from finish.folder import files_below

LOST = "404.html"
# A page that only leads on to where another stands now.
LEADS_ON = "meta[http-equiv=refresh]"
# Stands for whatever host the site will have.
HOST = "https://site.invalid"
# Nearly all addresses are as plain as these, and need no reading by the standard, which takes most of the time.
PLAIN = re.compile(r"(?P<up>(?:\.\./)*)(?P<way>(?:[\w-]+(?:\.[\w-]+)*(?:/|(?=#|$)))*)(?:#(?P<place>[\w-]*))?", re.ASCII)
ELSEWHERE = re.compile(r"(?:https?://(?!site\.invalid)\w|tel:|mailto:)[!-~]+")
BETWEEN = re.compile(r">\s+(?=<)")
PROPER = re.compile(r"\s*<!doctype html>", re.IGNORECASE)


@dataclass
class Page:
    """One page. `name` is its file below the folder, such as cancers/lung/index.html, `base` the path the site has."""

    path: Path
    name: str
    base: str
    tree: LexborHTMLParser

    def all(self, tags: str) -> list[LexborNode]:
        return self.tree.css(tags)

    def target(self, address: str) -> tuple[str, str] | None:
        """Return the file and the place in it that `address` names, or None if it leads to another host or program.

        Raises FaultError if it leaves the path below which the site stands.
        """
        if plain := PLAIN.fullmatch(address):
            up, way, place = plain.groups("")
            if not up and not way:
                return self.name, place
            folders = self.name.split("/")[:-1]
            if (many := len(folders) - up.count("/")) >= 0:
                file = "/".join([*folders[:many], way])
                return file + "index.html" if file.endswith("/") or not file else file, place
        if ELSEWHERE.fullmatch(address):
            return None
        whole, place = urldefrag(urljoin(f"{HOST}{self.base}{self.name}", address.strip()))
        if not whole.startswith(f"{HOST}/"):
            return None
        path = unquote(urlsplit(whole).path)
        if not path.startswith(self.base):
            raise self.fault(f"'{address}' leads out of the site — build with SITE_URL as it will be published")
        file = path.removeprefix(self.base)
        return file + "index.html" if file.endswith("/") or not file else file, unquote(place)

    def way_to(self, file: str) -> str:
        """Return the address of `file` from here. The page for lost readers is shown at any address."""
        return (self.base if self.name == LOST else "../" * self.name.count("/")) + file

    def fault(self, message: str) -> FaultError:
        return FaultError(f"{self.name}: {message}")

    def text(self) -> str:
        """Return it as HTML, without what templates leave between the tags of the frame: nobody waits for that."""
        before, start, text = (self.tree.html or "").partition("<article")
        text, end, after = text.rpartition("</article>")
        return "".join((BETWEEN.sub(">", before), start, text, end, BETWEEN.sub(">", after), "\n"))

    def write(self) -> None:
        self.path.write_text(self.text(), encoding="utf-8", newline="\n")


def read(path: Path, name: str, base: str = "/") -> Page:
    """Return the page in the file `path`. Raises FaultError if a browser would not read it as HTML in UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FaultError(f"{name}: not UTF-8 — see what the engine wrote there") from None
    return parse(text, path, name, base)


def parse(text: str, path: Path, name: str, base: str = "/") -> Page:
    """Return the page written in `text`. Raises FaultError if a browser would not read it as HTML."""
    # As the standard has it, before anything else: the policy's hashes are of such lines too.
    tree = LexborHTMLParser(text.replace("\r\n", "\n").replace("\r", "\n"))
    page = Page(path, name, base, tree)
    if not PROPER.match(text) and not (tree.html or "").startswith("<!DOCTYPE html>"):
        raise page.fault("does not begin with <!doctype html> — see what the engine wrote there")
    return page


def read_all(folder: Path, names: Iterable[str]) -> Iterator[Page]:
    """Yield one page after the other, and keep none: a large site is larger than memory."""
    base = base_of(folder)
    for name in sorted(names):
        yield read(folder / name, name, base)


def base_of(folder: Path) -> str:
    """Return the path below which the site is to stand, such as /some/path/, if its first page names its address."""
    for link in read(folder / "index.html", "index.html").all("link[href]"):
        address = link.attributes["href"] or ""
        if "canonical" in tokens(link, "rel") and is_outside(address):
            return urlsplit(address).path or "/"
    return "/"


def check_names(folder: Path, expected: set[str]) -> None:
    """Raise FaultError unless the HTML files in `folder` are those that are expected: none missing, and none else."""
    found = {name for name in files_below(folder) if name.endswith(".html")}
    for names, what in ((expected - found, "see what the engine left out"), (found - expected, "nobody rendered it")):
        if names:
            some = ", ".join(sorted(names)[:5])
            raise FaultError(f"{len(found)} pages were built, for {len(expected)}: {some} — {what}")


def file_of(markdown: str) -> str:
    """cancers/lung.md → cancers/lung/index.html; cancers/index.md → cancers/index.html."""
    stem = markdown.removesuffix(".md")
    return f"{stem}.html" if Path(stem).name == "index" else f"{stem}/index.html"


def tokens(node: LexborNode, attribute: str) -> set[str]:
    """Return the words of an attribute such as rel, in small letters."""
    return {*(node.attributes.get(attribute) or "").lower().split()}


def with_attributes(page: Page, names: Sequence[str]) -> Iterator[tuple[LexborNode, str, str]]:
    """Yield each attribute with one of `names`: its node, its name, its value. All are looked for in one walk."""
    for node in page.all(f":is([{'], ['.join(names)}])"):  # in a list of selectors a node would come once for each
        about = node.attributes
        yield from ((node, name, about[name] or "") for name in names if name in about)


def is_outside(address: str) -> bool:
    return address.strip().lower().startswith(("https://", "http://", "//"))


def is_inside(node: LexborNode, tag: str) -> bool:
    parent = node.parent
    while parent is not None and parent.tag != tag:
        parent = parent.parent
    return parent is not None
