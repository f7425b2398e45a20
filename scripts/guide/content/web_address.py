"""What an editor writes for a web address → what is wrong with it, and how it is written."""

from __future__ import annotations

import re

WEB = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9./_~%?=&;:,+@!()#$'*-]*)?", re.ASCII)
LETTER = re.compile(r"[A-Za-z0-9./_~%?=&;:,+@!()#$'*-]", re.ASCII)
START = re.compile(r"https?://", re.ASCII)
# What tells the owner of a page from where somebody came, or marks words on it: another day it leads elsewhere.
TRACK = re.compile(r"[?&#](?:utm_\w+=|[gf]bclid=|gclid=|:~:).*")


def wrong_address(value: str) -> str | None:
    """Return what is wrong with a web address and what to do, or None."""
    start = START.match(value)
    if not start:
        return "not a web address — it begins with https://, as in a browser"
    for n, letter in enumerate(value):
        if letter.isspace():
            return f"a space after '{value[:n][-20:]}' — take it out, or write it as %20"
        if not letter.isascii() and "/" not in value[start.end() : n]:
            return f"'{letter}' in the name of a site — copy the address from a browser"
        if not LETTER.match(letter):
            code = "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
            return f"'{letter}' can't stand in a web address — write it as {code}"
    if value[-1] in ".,;":
        return f"'{value[-1]}' at the end of a web address — take it out"
    if track := TRACK.search(value):
        return f"'{track[0][:20]}' is no part of the page's address — take it out, with all behind it"
    if value.count("(") != value.count(")"):
        return "brackets ( ) that don't pair — write the odd one as %28 for ( or %29 for )"
    if not WEB.fullmatch(value):
        return "a web address with an odd name of its site — it is like https://example.org/page"
    return None
