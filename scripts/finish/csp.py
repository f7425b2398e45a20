"""A finished page → the same page with its policy: the browser may load and run what is ours, and nothing else.

GitHub Pages sends no headers of our own, so the policy stands in the page, before anything it is about.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from selectolax.lexbor import LexborNode, create_tag

from finish.page import Page, is_inside, is_outside
from finish.scripts import is_data

# What the policy would block, so that readers would miss it, and files that `links` does not look for.
BLOCKED = (
    "style, base, iframe, frame, object, embed, applet, meta[http-equiv], [style], [srcset], [poster], [formaction]"
)
# What the HTML of a page has in it, in small letters, if an element acts by itself, as its tree is written: all but few
# pages have nothing like it.
ACTING, SCRIPT = re.compile(rb""" on[^\s=<>"]*="""), b"script:"


def policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Return a policy that lets these inline scripts and styles work, by their hashes, and no other.

    (Hashes: https://www.w3.org/TR/CSP3/#grammardef-hash-source)
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(["script-src 'self'", *dict.fromkeys(map(_hash, scripts))]),
            " ".join(["style-src 'self'", *dict.fromkeys(map(_hash, styles))]),
            "img-src 'self' data:",  # the marks in our style are drawings written into it
            # No script of ours asks for anything so. But Lighthouse reads robots.txt from within the page, and counts
            # it as lost if it may not. No new host can be asked: img-src lets a page ask its own, and no other.
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def add_csp(page: Page) -> None:
    """Put a Content-Security-Policy and no referrer right behind the charset: it can't speak of what stands before it.

    Inline scripts are named if they stand before or behind the text: one that got into the content does not run.
    Raises FaultError if the page does not begin with its charset, or has a policy already.
    """
    head = page.tree.head
    first = next((node for node in head.iter() if node.tag != "-comment"), None) if head else None
    charset = first.attributes.get("charset") if first and first.tag == "meta" else None
    if head is None or first is None or (charset or "").lower() != "utf-8":
        raise page.fault('the head does not begin with <meta charset="utf-8"> — see the theme')
    if any(node.attributes.get("http-equiv") for node in head.css("meta")):
        raise page.fault("there is a policy already, or another order to the browser — finish what an engine built")
    scripts = (one for one in page.all("script:not([src])") if not is_data(one))
    inline = [one.text() for one in scripts if not is_inside(one, "article")]
    if not inline:
        raise page.fault("none of the scripts of scripts/theme/ is there — build with that theme")
    first.insert_after(_meta(name="referrer", content="no-referrer"))
    styles = [style.text() for style in head.css("style")]
    first.insert_after(_meta(**{"http-equiv": "Content-Security-Policy"}, content=policy(inline, styles)))


def check_blocked(page: Page) -> None:
    """Raise FaultError if something stands on the page that its policy would block, or that acts by itself."""
    found = [f"<{node.tag}{' style' * ('style' in node.attributes)}>" for node in page.all(BLOCKED)]
    html = (page.tree.html or "").encode().lower()  # as bytes: far sooner
    for node in page.all("*") if ACTING.search(html) or SCRIPT in html else ():
        found += [f"<{node.tag} {name}>" for name, value in node.attributes.items() if _acts(name, value)]
    if found:
        raise page.fault(f"the policy blocks {', '.join(dict.fromkeys(found))} — take it out")


def _acts(name: str, value: str | None) -> bool:
    return name.startswith("on") or (value or "").lstrip().lower().startswith(("javascript:", "vbscript:"))


def mark_external(page: Page) -> int:
    """Let each link to another site say so, and tell that site nothing of the reader; return how many there are."""
    outside = [link for link in page.all("a[href]") if is_outside(link.attributes["href"] or "")]
    for link in outside:
        link.attrs["rel"] = "external noreferrer"
    return len(outside)


def _meta(**attributes: str) -> LexborNode:
    meta = create_tag("meta")
    for name, value in attributes.items():
        meta.attrs[name] = value
    return meta


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
