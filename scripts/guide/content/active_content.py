"""A style, script or picture → what it may not hold: another kind of file, code in a picture, an address elsewhere.

What pictures and styles may hold is said, not what they may not: nobody knows all that a browser would run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes
from xml.parsers import expat

import tinycss2


class StopError(Exception):
    """Raised to read no further."""


class Fault(NamedTuple):
    """What is wrong, and the line and column where it stands."""

    message: str
    line: int = 1
    column: int = 1


SVG = "http://www.w3.org/2000/svg "
XML = "http://www.w3.org/XML/1998/namespace "
LINK = "http://www.w3.org/1999/xlink href"
SHAPES = {
    "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "circle", "ellipse", "line", "polygon", "polyline",
    "rect", "text", "tspan", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient", "stop",
    "style",
}  # fmt: skip
DRAWN = "data:image/svg+xml"
PLAIN = "save it as plain SVG, without scripts, links, effects and other programs' marks"
HERE = "keep the file in docs/assets/, or take this out"


def style(data: bytes) -> Iterator[Fault]:
    """A style asks for nothing from elsewhere: no @import, no address but of a file beside it or a drawing within."""
    text = data.decode("utf-8-sig", "replace")
    if text.lstrip().startswith("<"):
        yield Fault("this is no style but a page — put in the style itself")
        return
    last = None
    for node in _nodes(tinycss2.parse_stylesheet(text)):
        place = node.source_line, node.source_column
        if last == node == "/" and node.type == "literal":
            yield Fault("'//' begins no comment here, and the rule is lost — write /* words */", place[0], place[1] - 1)
        last = node
        if node.type == "error":
            yield Fault(f"no style from here on ({node.message}) — mend it", *place)
        elif node.type == "at-rule" and node.lower_at_keyword in ("import", "namespace", "document"):
            yield Fault(f"a style with @{node.lower_at_keyword} — put the rules themselves here", *place)
        elif node.type in ("url", "string"):
            yield from _address(node.value, node.type == "url", place)


def _nodes(nodes: list[Any] | None) -> Iterator[tinycss2.ast.Node]:
    for node in nodes or ():
        yield node
        yield from _nodes(getattr(node, "prelude", None))
        content = getattr(node, "content", None)
        if getattr(node, "name", None) == "url":  # with quotes
            yield from (tinycss2.ast.URLToken(a.source_line, a.source_column, a.value, "")
                        for a in node.arguments if a.type == "string")  # fmt: skip
        else:
            yield from _nodes(getattr(node, "arguments", None))
        yield from _nodes(content if isinstance(content, list) else None)


def _address(value: str, is_address: bool, place: tuple[int, int]) -> Iterator[Fault]:
    """A string may be words, shown as such. What looks like an address is one: several functions take it so."""
    inside = value.strip()
    if inside.lower().startswith(DRAWN):
        head, _, drawing = inside.partition(",")
        if "base64" in head:
            yield Fault("a drawing in base64 — write it so that it can be read", *place)
        else:
            yield from (Fault(f"a drawing within: {fault.message}", *place) for fault in svg(unquote_to_bytes(drawing)))
    elif re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}|[/\\]\w", inside, re.IGNORECASE):
        yield Fault(f"'{inside[:60]}' leads elsewhere — {HERE}", *place)
    elif is_address and not re.fullmatch(r"#[\w-]+|(?:\.\./)*(?:[\w-]+/)*[\w.-]+\.(?:svg|png)", inside):
        yield Fault(f"'{inside[:60]}' is no picture of ours — {HERE}", *place)


def script(data: bytes) -> Iterator[Fault]:
    """A script is text that begins as one, not the page that a server sends in its place."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"<", b"", b"{", b"\x89"):
        yield Fault("this is no script — put in the script itself")


def svg(data: bytes) -> Iterator[Fault]:
    """A drawing holds shapes and words, and leads nowhere but to its own parts."""
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[Fault] = []
    inside: list[str] = []

    def say(message: str) -> None:
        found.append(Fault(f"{message} — {PLAIN}", parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.removeprefix(SVG)
        if not inside and name != f"{SVG}svg":
            say(f"this is no drawing but <{tag[:40]}>")
        elif tag not in SHAPES:
            say(f"a drawing with <{tag.rpartition(' ')[2][:40]}>")
        inside.append(tag)
        for key, value in attributes.items():
            if key.lower().startswith("on"):
                say(f"a drawing that runs code ('{key[:40]}')")
            elif key in ("href", LINK) or "href" in key.lower() or key.lower() == "src":
                if key not in ("href", LINK) or tag != "use" or not re.fullmatch(r"#[\w-]+", value):
                    say(f"a drawing that leads elsewhere ('{key.rpartition(' ')[2][:40]}')")
            elif " " in key and key not in (f"{XML}lang", f"{XML}space"):
                say(f"a drawing with another program's mark ('{key.rpartition(' ')[2][:40]}')")
            elif key == "style" or "(" in value or "\\" in value:
                for fault in style(f"a{{{key if key != 'style' else 'x'}:{value}}}".encode()):
                    say(fault.message.partition(" — ")[0])

    def words(text: str) -> None:
        if inside[-1:] == ["style"]:
            sheet.append(text)

    def end(_name: str) -> None:
        if inside.pop() == "style":
            for fault in style("".join(sheet).encode()):
                say(fault.message.partition(" — ")[0])
            sheet.clear()

    def doctype(*_: object) -> None:
        say("a drawing with <!DOCTYPE")
        raise StopError  # what follows can grow without end

    sheet: list[str] = []
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, words
    parser.StartDoctypeDeclHandler = doctype
    parser.ProcessingInstructionHandler = lambda *_: say("a drawing with <?…?>")
    try:
        parser.Parse(data, True)
    except StopError:
        pass
    except expat.ExpatError as error:
        what = expat.errors.messages[error.code]
        found.append(Fault(f"this is no drawing ({what}) — save it as plain SVG", error.lineno, error.offset + 1))
    except RecursionError:
        found.append(Fault(f"a drawing nested too deeply — {PLAIN}"))
    yield from sorted(set(found), key=lambda fault: fault[1:])


def png(data: bytes) -> Iterator[Fault]:
    """A picture is a PNG from its first byte to its last."""
    at = 8 if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" else len(data) + 1
    while at + 12 <= len(data) and data[at + 4 : at + 8] != b"IEND":
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    if at + 12 != len(data):
        yield Fault("this is no PNG, or more than one — save the picture as PNG anew")


KINDS: dict[str, tuple[str, Callable[[bytes], Iterator[Fault]]]] = {
    "style": (".css", style),
    "script": (".js", script),
    "drawing": (".svg", svg),
    "picture": (".png", png),
}
