"""What the parser stumbled over → what an editor did, in an editor's words, at the place where it was done.

The parser says what it did not expect and where it noticed; the slip is often lines above. So the text is looked at
again around both places: each function here knows one kind of slip, and the first that finds its own speaks.
"""

from __future__ import annotations

import re

import yaml

from guide.content.files import TWO_VERSIONS
from guide.content.source import Problem, SourceFile
from guide.content.yaml_indicators import SPECIAL, span, special, swallows, unclosed
from guide.content.yaml_lines import LONGEST, Found, Line, quoted, spaces

# White space that looks like a space and is none: a tab, the no-break space and their kin.
FALSE_SPACE = re.compile(r"[ -]*([^\S \n]|[\u200b\ufeff])|[^:]*:([^\S \n]|[\u200b\ufeff])")
CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)


class Trouble:
    """What is known when the parser gives up: where, where what it was reading began, and what it read last."""

    def __init__(self, text: str, error: yaml.MarkedYAMLError, last: yaml.Event | None) -> None:
        self.text = text
        self.said = f"{error.context} {error.problem}"
        mark = error.problem_mark or error.context_mark
        self.at = mark.index if mark else 0
        self.began = error.context_mark.index if error.context_mark else self.at
        self.last = last if isinstance(last, yaml.ScalarEvent) else None
        self.here = Line(text, self.at)
        # A key without a colon is noticed on the line below it.
        self.line = Line(text, self.began) if "simple key" in self.said else self.here

    def after(self, styles: str) -> yaml.ScalarEvent | None:
        """Return the text of one of these styles (its first sign) that was read just before, if one was."""
        return self.last if self.last and self.last.style and self.last.style in styles else None


def explain(source: SourceFile, end: int | None, error: yaml.MarkedYAMLError, last: yaml.Event | None) -> Problem:
    """Return in an editor's words what made the parser give up; `last` is what it read just before."""
    trouble = Trouble(source.text[:end], error, last)
    message, at = next(found for slip in SLIPS if (found := slip(trouble)))
    return source.problem(message, at)


def conflict(it: Trouble) -> Found:
    mark = CONFLICT.search(it.text)
    return mark and (TWO_VERSIONS, mark.start())


def false_space(it: Trouble) -> Found:
    lines = (it.line, it.here, it.line.above())
    found = (FALSE_SPACE.match(it.text, line.begin, line.end) for line in lines if line)
    space = next((match for match in found if match), None)
    return space and false_space_at(it.text, space.end() - 1)


def false_space_at(text: str, at: int) -> tuple[str, int]:
    what = "a tab" if text[at] == "\t" else f"a space of another kind (U+{ord(text[at]):04X})"
    return f"{what} where only plain spaces may stand — put plain spaces in its place", at


def open_quote(it: Trouble) -> Found:
    """A quote that is closed nowhere, or only by the one that opens another text."""
    if "quoted" in it.said and "escape" not in it.said:
        return unclosed(it.text, it.began)
    last = it.after("'\"")
    if last and swallows(it.text, last):
        return unclosed(it.text, span(last).begin)
    return None


def after_quote(it: Trouble) -> Found:
    """`"A scan" with a magnet`, `'It's'`, `"A scan",`."""
    last = it.after("'\"")
    if not last:
        return None
    start, closed, _ = span(last)
    if it.text[closed : it.at].strip(" "):
        return None
    if it.text[it.at] in ",;.":
        return f"'{it.text[it.at]}' after the closing quote — take it out, or put it inside the quotes", it.at
    if closed == it.at and it.text[it.at].isalnum():
        rest = re.split(r"[,\]}\n]", it.text[it.at :], maxsplit=1)[0]
        words = (it.text[start + 1 : it.at] + rest).strip().removesuffix(last.style or "")
        if it.here.words[:1] in ("[", "{"):
            sign = "an apostrophe" if last.style == "'" else "a double quote"
            return f"{sign} ends the text in quotes here — write it between others: {quoted(words)}", it.at
    if it.here.words[:1] in ("[", "{"):
        return "nothing stands between this and the text in quotes before it — put a comma there", it.at
    words = it.text[start : it.here.end].strip()
    words = words[1:].removesuffix("'") if last.style == "'" else words
    return f"the text goes on after its closing quote — write {it.here.example(words)}", it.at


def escape(it: Trouble) -> Found:
    at = it.text.rfind("\\", it.began, it.at + 1)
    if "escape" in it.said and at >= 0:
        return "a backslash between double quotes — take it out, or use single quotes: '…'", at
    return None


def special_start(it: Trouble) -> Found:
    """Text that begins with a sign which means something else there."""
    lines = [] if "values" in it.said or "simple key" in it.said else [it.here, Line(it.text, it.began)]
    places = [line.words_at for line in lines if (line.key or line.dashed) and SPECIAL.match(line.words)]
    if it.text[it.at : it.at + 1] in ("%", "@", "`", "]", "}", ",") or it.at == it.here.words_at:
        places += [it.at] if SPECIAL.match(it.text, it.at) else []
    return next((found for place in places if (found := special(it.text, place))), None)


def missing_colon(it: Trouble) -> Found:
    """A line that is neither `key: words` nor indented as the text above it."""
    line, above = it.line, it.line.above()
    first = "values" in it.said and it.at < line.words_at  # the colon noticed is the first of its line
    if first and above and not above.key and not above.dashed and above.indent == line.indent:
        line = above  # the slip was not noticed on its own line
    elif "simple key" not in it.said:
        return None
    at, words = line.begin + line.indent, line.text.strip()
    if last := it.after("|>"):
        return outdented(it, line, last)
    if near := re.match(r"([\w-]+)\s*([:：=＝])\s*(.*)", words):
        return f"no plain colon and space after '{near[1]}' — write {near[1]}: {near[3][:LONGEST]}", at
    above = line.above()
    if above and above.dashed:
        return f"no dash before this — write - {words[:LONGEST]}", at
    keys = [above for above in line.all_above() if above.key]
    start = words.partition(" ")[0]
    if keys:
        wanted = f"begin it with {spaces(keys[0].indent + 2)}"
        return f"no colon in this line — if it goes on with the text above, {wanted}; if not, write {start}: …", at
    return f"no colon in this line — write {start}: …", at


def outdented(it: Trouble, line: Line, last: yaml.ScalarEvent) -> Found:
    first = Line(it.text, it.text.find("\n", span(last).begin) + 1)
    wanted = f"begin it with {spaces(first.indent)}, as the first line of the text"
    message = f"this begins with {spaces(line.indent)}: further left than the text above — {wanted}"
    return message, line.begin + line.indent


def second_colon(it: Trouble) -> Found:
    """A colon within a text, or a key where none can begin."""
    if "values" not in it.said:
        return None
    line, above = it.here, it.here.above()
    if it.at > line.words_at and line.key:
        curly = line.words.strip("“”„‘’")
        why = "curly quotes are letters like others" if curly != line.words else "a colon and a space within the text"
        return f"{why} — put it in plain quotes: {line.example(curly)}", it.at
    if above and line.indent > above.indent and re.match(r" *(- +)*[\w-]+$", it.text[line.begin : it.at]):
        wanted = f"begin it with {spaces(above.indent)} if it is a key like the one above"
        return f"this begins with {spaces(line.indent)}: too far right — {wanted}", line.begin + line.indent
    if above and line.indent < above.indent:
        return wrong_indent(it)
    return 'a colon and a space within a text of several lines — put the whole text in quotes: "…"', it.at


def comment(it: Trouble) -> Found:
    """A '#' that took the rest of a text or of a list in brackets with it, on the line above."""
    above = it.here.above()
    if not above or not (sign := re.search(r"(?:^|(?<=[\s,\[{]))#", above.text)):
        return None
    before, at, first = above.text[: sign.start()], above.begin + sign.start(), above.above()
    if any(before.count(opened) > before.count(closed) for opened, closed in ("[]", "{}")):
        return "all behind '#' is lost — put the text in quotes", at
    if not before.strip() and first and first.indent < above.indent == it.here.indent and not it.here.key:
        return "this line is lost, for '#' begins a comment — put the whole text in quotes", at
    return None


def wrong_indent(it: Trouble) -> Found:
    line = it.here
    fits: list[Line] = []
    if "expected" not in it.said and "values" not in it.said:
        return None
    last = it.after("|>")
    if last and not line.key:
        return outdented(it, line, last)
    if not line.dashed and any(above.dashed and above.indent == line.indent for above in line.all_above()):
        return f"no dash before this — write - {line.text.strip()[:LONGEST]}", line.begin + line.indent
    if line.dashed and any(above.key and above.indent == line.indent for above in line.all_above()):
        return "a dash where the lines above have none — take it out", line.begin + line.indent
    for above in line.all_above():
        if (not fits or above.indent < fits[-1].indent) and above.indent != line.indent and (above.key or line.dashed):
            fits.append(above)
    if not fits:
        return None
    twins = {other.indent for other in fits if other.key == line.key}
    ways = [f"{spaces(fit.indent)} as '{fit.key}'" if fit.key else spaces(fit.indent) for fit in fits[:3]
            if fit.indent in twins or not twins]  # fmt: skip
    if last:
        first = Line(it.text, it.text.find("\n", span(last).begin) + 1)
        ways.append(f"{spaces(first.indent)} as the text above")
    wanted = f"begin it with {', or '.join(ways)}"
    return f"this begins with {spaces(line.indent)}: in line with nothing above — {wanted}", line.begin + line.indent


def first_line(it: Trouble) -> Found:
    """A first line further right than the others, or a line of three dots."""
    if "document start" not in it.said:
        return None
    above = it.here.above()
    if above and above.text.strip() in ("...", "---"):
        return f"'{above.text.strip()}' ends the file before this — take it out", above.begin
    top = Line(it.text, len(it.text) - len(it.text.lstrip()))
    return f"the first line begins with {spaces(top.indent)}, the others don't — begin it at the very left", top.begin


def anything(it: Trouble) -> Found:
    return "from here on the file can't be read — compare colons, quotes and indents with a file that works", it.at


SLIPS = [conflict, false_space, escape, open_quote, after_quote, special_start, comment, missing_colon, second_colon,
         first_line, wrong_indent, anything]  # fmt: skip
