"""The styles that all pages ask for → one, with only the rules that can match on some page; pages ask for that one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

import tinycss2
from selectolax.lexbor import LexborNode, create_tag
from tinycss2.ast import AtRule, Node, QualifiedRule

from faults import FaultError
from finish.page import Page, tokens

# Beside our own styles, so that the files they name are found from here too.
TOGETHER = "assets/page.css"
BARE = {"skip_comments": True, "skip_whitespace": True}


class Used:
    """What the pages that were read ask for: their styles, and what a selector could match on them."""

    def __init__(self) -> None:
        self.styles: list[str] = []
        self.names: set[str] = set()

    def read(self, page: Page) -> None:
        """Take in a page. Raises FaultError if it asks for a style in a way that can't be joined."""
        self.styles = [_file_of(link, page) for link in _style_links(page)]
        self.names = names(page.all("*"))

    def add(self, other: Used, name: str) -> None:
        """Take in what the page `name` asks for. Raises FaultError if it asks for other styles than those before."""
        self.styles = self.styles or other.styles
        if not other.styles or other.styles != self.styles:
            asked = ", ".join(other.styles) or "no style"
            raise FaultError(f"{name}: asks for {asked}, and other pages for others — see the theme")
        self.names |= other.names


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


def write_style(folder: Path, used: Used, own: Collection[str], scripts: Iterable[str]) -> set[str]:
    """Write the one style into `folder`; return the files it names. `own` styles are kept whole, others are pruned.

    What our `scripts` make may have classes of the theme's. Raises FaultError if a style is missing, nothing of it is
    left, or it names a file that would not be found.
    """
    used_names = used.names | {f".{name}" for script in scripts for name in re.findall(r"md-[\w-]+", script)}
    parts, named = [], set()
    for style in used.styles:
        if not (folder / style).is_file():
            raise FaultError(f"{style} is not there, and the pages ask for it — see what the engine built")
        text = (folder / style).read_text(encoding="utf-8")
        part = text if style in own else prune(text, used_names)
        if not part.strip():
            raise FaultError(f"{style}: no rule of it fits any page — see what the theme changed")
        for address in addresses(tinycss2.parse_component_value_list(part)):
            file = (Path(style).parent / address).as_posix()
            if Path(style).parent != Path(TOGETHER).parent or not (folder / file).is_file():
                raise FaultError(f"{style}: it names '{address}', which would not be found — see the style")
            named.add(file)
        parts.append(part)
    (folder / TOGETHER).write_text(drop_unasked("".join(parts)), encoding="utf-8", newline="\n")
    return named


def link_style(page: Page) -> int:
    """Let a page ask for the one style in the place of its own; return how many those were."""
    links = _style_links(page)
    for link in links:
        link.decompose()
    if not links:
        raise page.fault("no style was asked for — it was finished before, or the theme is another")
    one = create_tag("link")
    one.attrs["rel"] = "stylesheet"
    one.attrs["href"] = page.way_to(TOGETHER)
    page.all("head")[0].insert_child(one)
    if page.all(".fold"):  # printed alone; a browser may know no :has()
        root = page.all("html")[0]
        if "no-js" not in tokens(root, "class"):
            raise page.fault("<html> has no class 'no-js' — see the theme")
        root.attrs["class"] = f"{root.attributes['class']} only-fold"
    return len(links)


def addresses(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the files that a style names, by url() or @import. Drawings written into it are none."""
    for node in nodes:
        found = None
        if node.type == "url":
            found = node.value
        elif node.type == "function" and node.lower_name in ("url", "src", "image-set", "-webkit-image-set"):
            found = next((part.value for part in node.arguments if part.type == "string"), "")
        elif node.type == "at-keyword" and node.lower_value == "import":
            found = "@import"
        if found is not None and not found.startswith(("data:", "#")):
            yield found
        for inner in (getattr(node, "content", None), getattr(node, "arguments", None)):
            if isinstance(inner, list):
                yield from addresses(inner)


def names(nodes: Iterable[LexborNode]) -> set[str]:
    """Return what a selector could match in these: elements, .classes, #ids, [attributes], [attributes=values]."""
    found: set[str] = set()
    about: set[tuple[str, str | None]] = set()
    for node in nodes:
        found.add(node.tag or "")
        about.update(node.attributes.items())
    found = {name.lower() for name in found}
    for name, value in about:
        found |= {f"[{name.lower()}]", f"[{name.lower()}={value or ''}]"}
        if name == "class":
            found |= {f".{one}" for one in (value or "").split()}
        elif name == "id":
            found.add(f"#{value}")
    return found


def prune(style: str, used: set[str]) -> str:
    """Return the rules of a style that can match on some page, each with those of its selectors that can."""

    def edit(rule: QualifiedRule | AtRule) -> str:
        if isinstance(rule, AtRule):
            return "" if rule.lower_at_keyword == "charset" else rule.serialize()
        selectors = [tinycss2.serialize(s).strip() for s in selectors_of(rule.prelude) if required(s) <= used]
        return f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}" if selectors else ""

    return "".join(rewrite(tinycss2.parse_stylesheet(style, **BARE), edit))


def drop_unasked(style: str) -> str:
    """Return `style` without the variables and movements that no rule in it asks for."""
    asked = set(re.findall(r"var\(\s*(--[\w-]+)", style)) | set(re.findall(r"animation(?:-name)?:\s*([\w-]+)", style))

    def edit(rule: QualifiedRule | AtRule) -> str:
        head = tinycss2.serialize(rule.prelude).strip()
        if isinstance(rule, AtRule):
            return "" if rule.lower_at_keyword == "keyframes" and head not in asked else rule.serialize()
        parts = tinycss2.parse_blocks_contents(rule.content, **BARE)
        inner = "".join(p.serialize() + ";" for p in parts if not p.name.startswith("--") or p.name in asked)
        return f"{head}{{{inner}}}" if inner else ""

    return "".join(rewrite(tinycss2.parse_stylesheet(style, **BARE), edit))


def rewrite(rules: list[Node], edit: Callable[[QualifiedRule | AtRule], str]) -> Iterator[str]:
    """Yield each rule as `edit` leaves it, and conditions with what is left inside."""
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword in ("media", "supports"):
            if inner := "".join(rewrite(tinycss2.parse_rule_list(rule.content, **BARE), edit)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        else:
            yield edit(rule)


def selectors_of(prelude: list[Node]) -> list[list[Node]]:
    """Return the selectors of a list of them."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def required(selector: list[Node]) -> set[str]:
    """Return what must be on a page for `selector` to match. What stands in :not() and its like need not."""
    found: set[str] = set()
    before = ""
    for node in selector:
        if node.type == "ident" and before != ":":
            found.add(f".{node.value}" if before == "." else node.lower_value)
        elif node.type == "hash":
            found.add(f"#{node.value}")
        elif node.type == "[] block":
            test = [part for part in node.content if part.type != "whitespace"]
            value = test[2].value if len(test) == 3 and test[1].value == "=" else None
            found.add(f"[{test[0].value}={value}]" if value is not None else f"[{test[0].value}]")
        before = node.value if node.type == "literal" else ""
    return found
