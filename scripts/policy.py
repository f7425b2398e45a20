"""A finished page → the same page with its policy: the browser may load and run what is ours, and nothing else.

GitHub Pages sends no headers of our own, so the policy stands in the page, before anything it is about.
"""

from __future__ import annotations

import base64
import hashlib
import re

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# The policy can't speak of what stands before it, and a browser wants to know the letters first.
FIRST = re.compile(r'<meta charset="utf-8">')
# The theme's own inline scripts: where it keeps a choice, and light or dark.
THEIRS = 2
OUTSIDE = re.compile(r'<a (?=[^>]*href="https?://)')


def guard(text: str) -> str:
    """Return the page `text` with a Content-Security-Policy, no referrer, and links that say they lead elsewhere.

    The policy names the theme's inline scripts by their hashes. They all stand before the article: one that got into
    the content is not named, so it does not run. (Hashes: https://www.w3.org/TR/CSP3/#grammardef-hash-source)
    """
    frame, _, _ = text.partition("<article")
    if len(INLINE.findall(frame)) > THEIRS:
        raise ValueError("a script stands on a page that neither the theme nor we put there")
    policy = (
        "default-src 'none'",
        " ".join(["script-src 'self'", *dict.fromkeys(map(_hash, INLINE.findall(frame)))]),
        "style-src 'self'",
        "img-src 'self' data:",  # the marks in our style are drawings written into it
        # No script of ours asks for anything so. But Lighthouse reads robots.txt from within the page, and counts it as
        # lost if it may not. No new host can be asked: img-src already lets a page ask its own, and no other.
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    )
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(policy)}">'
        '<meta name="referrer" content="no-referrer">'
    )
    return FIRST.sub(lambda found: found[0] + head, OUTSIDE.sub('<a rel="external noreferrer" ', text), count=1)


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
