"""The styles that all pages ask for → in each page the rules that can match there; in a file what is for paper.

A page brings its own rules, so that it comes in one flight with them. A style that all pages share would be asked for
by itself, and nothing is shown before that is there. For what is for paper nobody waits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from selectolax.lexbor import LexborNode, create_tag

from faults import FaultError
from finish.page import Page, tokens
from finish.stylesheet import PRINT, Rule, asked, read, write

# Beside our own styles. All pages name it, and browsers fetch it last.
PAPER = "assets/paper.css"
# A string of a script that is one word: what it makes or marks may be called so.
WORD = re.compile(r'"([\w-]+)"')
# A file that a style names would be looked for beside each page.
FILE = re.compile(r"""@import|(?:url|src|image-set)\(\s*["']?(?!data:|#)""", re.IGNORECASE)


class Used:
    """The styles that the pages that were read ask for."""

    def __init__(self) -> None:
        self.styles: list[str] = []
        self.pages = 0

    def read(self, page: Page) -> None:
        """Take in a page. Raises FaultError if it asks for other styles than the pages before, or in another way."""
        styles = [_file_of(link, page) for link in _style_links(page)]
        self.styles = self.styles if self.pages else styles
        if not styles or styles != self.styles:
            raise page.fault(f"asks for {', '.join(styles) or 'no style'}, and other pages for others — see the theme")
        self.pages += 1


class Style:
    """The rules of all styles together, and what our scripts may make."""

    def __init__(self, folder: Path, styles: Iterable[str], scripts: Mapping[str, str]) -> None:
        """Read them once for all pages, and our `scripts`, by their files.

        Raises FaultError if a style is missing, has no rule, or names a file.
        """
        self.rules = [rule for name in styles for rule in _read(folder, name)]
        self.made = {name: _made(text) for name, text in scripts.items()}

    def write_paper(self, folder: Path) -> None:
        """Write the file of what is for paper, with the variables it asks for. Raises FaultError if nothing is."""
        paper = [rule._replace(around=rule.around[1:]) for rule in self.rules if rule.around[:1] == (PRINT,)]
        if not paper:
            raise FaultError("no style says what stands on paper — see docs/assets/print.css")
        given = [rule for rule in self.rules if not rule.around and _gives_names(rule)]
        (folder / PAPER).write_text(write(asked([*given, *paper])), encoding="utf-8", newline="\n")

    def of(self, page: Page) -> str:
        """Return the rules that can match on a page."""
        used = names(page.all("*"))
        for script in page.all("script:not([src])"):
            used |= _made(script.text())
        for node in page.all("script[src], [data-program]"):
            target = page.target(node.attributes.get("src") or node.attributes.get("data-program") or "")
            used |= self.made.get(target[0], set()) if target else set()
        screen = (rule for rule in self.rules if PRINT not in rule.around)
        cut = (rule._replace(selectors=tuple(one for one in rule.selectors if one.fits(used))) for rule in screen)
        return write(asked(rule for rule in cut if rule.selectors))


def _made(script: str) -> set[str]:
    words = WORD.findall(script)
    return {*words, *(f".{word}" for word in words)}


def _gives_names(rule: Rule) -> bool:
    return all(name.startswith("--") for name, _ in rule.declarations)


def _read(folder: Path, name: str) -> list[Rule]:
    if not (folder / name).is_file():
        raise FaultError(f"{name} is not there, and the pages ask for it — see what the engine built")
    text = (folder / name).read_text(encoding="utf-8")
    if FILE.search(text):
        raise FaultError(f"{name}: it names a file, which would not be found from each page — write it into the style")
    if rules := read(text):
        return rules
    raise FaultError(f"{name}: there is no rule in it — see the style")


def inline_style(page: Page, style: Style) -> int:
    """Put the rules for a page into it, in the place of the styles it asks for; return how many those were."""
    links = _style_links(page)
    for link in links:
        link.decompose()
    if not links:
        raise page.fault("no style was asked for — it was finished before, or the theme is another")
    head = page.all("head")[0]
    own, paper = create_tag("style"), create_tag("link")
    own.insert_child(style.of(page))
    for name, value in (("rel", "stylesheet"), ("media", "print"), ("href", page.way_to(PAPER))):
        paper.attrs[name] = value
    head.insert_child(own)
    head.insert_child(paper)
    if page.all(".fold"):  # printed alone; a browser may know no :has()
        root = page.all("html")[0]
        if "no-js" not in tokens(root, "class"):
            raise page.fault("<html> has no class 'no-js' — see the theme")
        root.attrs["class"] = f"{root.attributes['class']} only-fold"
    return len(links)


def names(nodes: Iterable[LexborNode]) -> set[str]:
    """Return what a selector could match in these: elements, .classes and #ids."""
    found: set[str] = set()
    for node in nodes:
        about = node.attributes
        found.add((node.tag or "").lower())
        found.update(f".{one}" for one in (about.get("class") or "").split())
        if "id" in about:
            found.add(f"#{about['id']}")
    return found


def _style_links(page: Page) -> list[LexborNode]:
    return [link for link in page.all("link") if "stylesheet" in tokens(link, "rel")]


def _file_of(link: LexborNode, page: Page) -> str:
    """Return the file of a style. What is for some screens only, or can be chosen, can't be joined."""
    about = link.attributes
    target = page.target(about.get("href") or "")
    plain = (about.get("media") or "all").strip().lower() == "all" and (about.get("type") or "text/css") == "text/css"
    if target is None or not plain or "disabled" in about or tokens(link, "rel") != {"stylesheet"}:
        raise page.fault(f"a style is asked for in a way that can't be joined: {link.html} — see the theme")
    return target[0]
