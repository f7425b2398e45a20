"""The styles that all pages ask for → in each page the rules that can match there; in a file what is for paper.

A page brings its own rules, so that it comes in one flight with them. A style that all pages share would be asked for
by itself, and nothing is shown before that is there. For what is for paper nobody waits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from selectolax.lexbor import LexborNode, create_tag

from faults import FaultError
from finish.direction import from_the_left
from finish.page import Page, tokens
from finish.stylesheet import PRINT, RTL, Rule, asked, read, write

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

    def read(self, page: Page) -> None:
        """Take in a page. Raises FaultError if it asks for a style in a way that can't be written into it."""
        self.styles = [_file_of(link, page) for link in _style_links(page)]

    def add(self, other: Used, name: str) -> None:
        """Take in what the page `name` asks for. Raises FaultError if it asks for other styles than those before."""
        self.styles = self.styles or other.styles
        if not other.styles or other.styles != self.styles:
            asked = ", ".join(other.styles) or "no style"
            raise FaultError(f"{name}: asks for {asked}, and other pages for others — see the theme")


class Style:
    """The rules of the styles, and what our scripts may make, each read once for all pages.

    `text_of` gives the text of a file below the site by its name. Raises KeyError or OSError if it is not there.
    `rules_of` gives the rules of the style with a name and a text.
    """

    def __init__(
        self,
        text_of: Callable[[str], str],
        rules_of: Callable[[str, str], list[Rule]] = lambda _, text: read(text),
    ) -> None:
        self.text_of, self.rules_of = text_of, rules_of
        self.rules = cache(self._rules)
        self.made = cache(self._made)
        self.known = cache(self._known)
        self.screen = cache(self._screen)
        self.matching = cache(self._matching)

    def of(self, page: Page, styles: Iterable[str]) -> str:
        """Return the rules that can match on a page. Raises FaultError if one is missing, empty, or names a file."""
        used = names(page)
        for script in page.all("script:not([src], [type])"):
            used |= _words(script.text())
        for node in page.all("script[src], [data-program]"):
            target = page.target(node.attributes.get("src") or node.attributes.get("data-program") or "")
            used |= self.made(target[0]) if target else set()
        return self.matching(tuple(styles), frozenset(used & self.known(tuple(styles))))

    def _known(self, styles: tuple[str, ...]) -> set[str]:
        """Return all that the selectors of the styles ask for: most of what pages differ in is none of it."""
        return {name for style in styles for rule in self.rules(style) for one in rule.selectors for name in one.all()}

    def _matching(self, styles: tuple[str, ...], used: frozenset[str]) -> str:
        found = (
            (rule, tuple(one for one in rule.selectors if one.fits(used))) for rule in self.screen(styles, RTL in used)
        )
        return write(asked(rule._replace(selectors=some) for rule, some in found if some))

    def _screen(self, styles: tuple[str, ...], rtl: bool) -> list[Rule]:
        """Return the rules for screens, as they are for pages in one direction."""
        screen = [rule for name in styles for rule in self.rules(name) if PRINT not in rule.around]
        return screen if rtl else [rule._replace(declarations=from_the_left(rule.declarations)) for rule in screen]

    def paper(self, styles: Iterable[str]) -> str:
        """Return the rules for paper, with the variables they ask for. Raises FaultError if there are none."""
        rules = [rule for name in styles for rule in self.rules(name)]
        paper = [rule._replace(around=rule.around[1:]) for rule in rules if rule.around[:1] == (PRINT,)]
        if not paper:
            raise FaultError("no style says what stands on paper — see docs/assets/print.css")
        given = [rule for rule in rules if not rule.around and _gives_names(rule)]
        return write([*asked(given, paper), *asked(paper, rules)])

    def _rules(self, name: str) -> list[Rule]:
        try:
            text = self.text_of(name)
        except (OSError, KeyError):
            raise FaultError(f"{name} is not there, and the pages ask for it — see what the engine built") from None
        if FILE.search(text):
            raise FaultError(
                f"{name}: it names a file, which would not be found from each page — write it into the style"
            )
        try:
            rules = self.rules_of(name, text)
        except ValueError as error:
            raise FaultError(f"{name}: {error}") from None
        if rules:
            return rules
        raise FaultError(f"{name}: there is no rule in it — see the style")

    def _made(self, name: str) -> set[str]:
        try:
            return _words(self.text_of(name))
        except (OSError, KeyError):
            return set()  # `links` says that it is not there


def _words(script: str) -> set[str]:
    """Return what a script may make or mark: each of its words, as an element and as a class."""
    words = WORD.findall(script)
    return {*words, *(f".{word}" for word in words)}


def _gives_names(rule: Rule) -> bool:
    return all(name.startswith("--") for name, _ in rule.declarations)


def inline_style(page: Page, style: Style) -> int:
    """Put the rules for a page into it, in the place of the styles it asks for; return how many those were."""
    links = _style_links(page)
    styles = [_file_of(link, page) for link in links]
    for link in links:
        link.decompose()
    head = page.tree.head
    if head is None or not links:
        raise page.fault("no style was asked for — it was finished before, or the theme is another")
    own, paper = create_tag("style"), create_tag("link")
    own.insert_child(style.of(page, styles))
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


def names(page: Page) -> set[str]:
    """Return what a selector could match on a page: elements, .classes and #ids, and RTL."""
    found = {(node.tag or "").lower() for node in page.tree.root.traverse()} if page.tree.root else set()
    for classes in {node.attributes["class"] or "" for node in page.all("[class]")}:  # most nodes are like another
        found.update(f".{one}" for one in classes.split())
    found.update(f"#{node.attributes['id']}" for node in page.all("[id]"))
    return found | {RTL} if page.all(RTL) else found


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
