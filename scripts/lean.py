"""A built site → the same site with less to load: only the style its pages use, our search in place of the theme's."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from policy import guard

STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
# The theme's script and what it alone reads. What these pages need of it, site.js does.
THEIRS = re.compile(
    r'<script src="[^"]*/bundle\.[^"]+"></script>|<script id="__config".*?</script>|<script>var target=.*?</script>',
    re.DOTALL,
)
# Firefox fetches the page that is named as the next one, which our policy forbids and which costs a reader's data.
NEIGHBOURS = re.compile(r'[ \t]*<link rel="(?:prev|next)"[^>]*>\n?')
OURS = re.compile(r'(<script [^>]*src="([^"]*)assets/site\.js"[^>]*)(>)')
OPENING = re.compile(r"<[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(r"([^\s=]+)(?:=(\"[^\"]*\"|'[^']*'|[^\s>]*))?")
TOGETHER = "assets/stylesheets/page.css"
BARE = {"skip_comments": True, "skip_whitespace": True}


def slim(site: Path, index: str) -> None:
    """Rewrite the pages in the folder `site` in place, with `index` as what the search knows.

    A page then asks for one style; what only the theme's own script and search needed is gone.
    """
    pages = sorted(site.rglob("*.html"))  # read twice, for a large site is larger than memory
    used = names({tag for path in pages for tag in OPENING.findall(path.read_text(encoding="utf-8"))})
    used |= {f".{name}" for name in re.findall(r"md-[\w-]+", (site / "assets/site.js").read_text(encoding="utf-8"))}
    styles = STYLE.findall((site / "index.html").read_text(encoding="utf-8"))
    texts = {style: (site / style).read_text(encoding="utf-8") for style in styles}
    together = tidied("".join(pruned(t, used) if "/stylesheets/" in style else t for style, t in texts.items()))
    for left in ("search", "assets/javascripts", "assets/stylesheets"):
        shutil.rmtree(site / left, ignore_errors=True)
    (site / TOGETHER).parent.mkdir()
    (site / TOGETHER).write_text(together, encoding="utf-8")
    (site / "assets/search-index.js").write_text(index, encoding="utf-8")
    for path in pages:
        path.write_text(guard(lighter(path.read_text(encoding="utf-8"))), encoding="utf-8")


def lighter(text: str) -> str:
    """Return a page that asks for the one style, and tells site.js where the search is."""
    style = STYLE.search(text)
    up = style[1].partition("assets/")[0] if style else ""
    text = NEIGHBOURS.sub("", THEIRS.sub("", STYLE.sub("", text)))
    if 'class="fold"' in text:  # printed alone; a browser may know no :has()
        text = text.replace('class="no-js"', 'class="no-js only-fold"', 1)
    text = text.replace("</head>", f'<link rel="stylesheet" href="{up}{TOGETHER}"></head>', 1)
    search = r'data-index="\2assets/search-index.js" data-library="\2assets/vendor/minisearch.js"'
    return OURS.sub(rf"\1 {search}\3", text)


def names(tags: set[str]) -> set[str]:
    """Return what a selector could match in these tags: elements, .classes, #ids, [attributes], [attributes=values]."""
    found: set[str] = set()
    for tag in tags:
        element, _, attributes = tag[1:-1].partition(" ")
        found.add(element)
        for name, quoted in ATTRIBUTE.findall(attributes):
            value = quoted.strip("\"'")
            found |= {f"[{name}]", f"[{name}={value}]"}
            if name == "class":
                found |= {f".{one}" for one in value.split()}
            elif name == "id":
                found.add(f"#{value}")
    return found


def pruned(style: str, used: set[str]) -> str:
    """Return the rules of a style that can match on some page, each with those of its selectors that can."""

    def edit(rule: QualifiedRule | AtRule) -> str:
        if isinstance(rule, AtRule):
            return "" if rule.lower_at_keyword == "charset" else rule.serialize()
        selectors = [tinycss2.serialize(s).strip() for s in split(rule.prelude) if needed(s) <= used]
        return f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}" if selectors else ""

    return "".join(edited(tinycss2.parse_stylesheet(style, **BARE), edit))


def tidied(style: str) -> str:
    """Return `style` without the variables and movements that no rule in it asks for."""
    asked = set(re.findall(r"var\(\s*(--[\w-]+)", style)) | set(re.findall(r"animation(?:-name)?:\s*([\w-]+)", style))

    def edit(rule: QualifiedRule | AtRule) -> str:
        head = tinycss2.serialize(rule.prelude).strip()
        if isinstance(rule, AtRule):
            return "" if rule.lower_at_keyword == "keyframes" and head not in asked else rule.serialize()
        parts = tinycss2.parse_blocks_contents(rule.content, **BARE)
        inner = "".join(p.serialize() + ";" for p in parts if not p.name.startswith("--") or p.name in asked)
        return f"{head}{{{inner}}}" if inner else ""

    return "".join(edited(tinycss2.parse_stylesheet(style, **BARE), edit))


def edited(rules: list[Node], edit: Callable[[QualifiedRule | AtRule], str]) -> Iterator[str]:
    """Yield each rule as `edit` leaves it, and conditions with what is left inside."""
    for rule in rules:
        if isinstance(rule, AtRule) and rule.lower_at_keyword in ("media", "supports"):
            if inner := "".join(edited(tinycss2.parse_rule_list(rule.content, **BARE), edit)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        else:
            yield edit(rule)


def split(prelude: list[Node]) -> list[list[Node]]:
    """Return the selectors of a list of them."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def needed(selector: list[Node]) -> set[str]:
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
