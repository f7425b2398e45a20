"""Rules for texts of one line, and for signs in all that Markdown would take for its own: what is typed is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.content.prose import INLINE, citations
from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.rules.candidates import holding
from guide.rules.markup import hide

# Bold and italic words: no sign of the kind within, and none of a word's letters right beside.
EMPHASIS = re.compile(
    r"(?<![\w*])(?:(\*\*?)(?![\s*])(?:\[\[[^\[\]]*\]\]|[^*\n|]|\n(?! *(?:\n|(?:-|\d+\.|>) )))+?(?<!\s)\1(?![\w*])"
    r"|\*\*[^\W\d_]\*\*(?=[^\W\d_]))"
)
# A name of the code, such as a file's, in the body of a page.
CODE = re.compile(r"(?<!`)`[\w./-]+`(?!`)")
SIGNS = {
    "*": "write '**words**' for bold, and '×' or a word for the sign",
    "_": "write a space or a word",
    "`": "write quotation marks",
    "\\": "write '/' or a word",
}
SIGN = re.compile(r"\\|\*+|`+|_(?![^\W_])|(?<![^\W_])_")
AND = re.compile(r"&(?=#|\w\w)")
INNER = re.compile(r"(?<=[^\n#])##+")
# What other kinds of Markdown strike out, mark or raise, and ours shows as typed.
SHOWN = re.compile(
    r"(?<!~)~~(?!~)|(?<!=)(?:(?<!\n)|(?!=+[ \t]*(?:\n|\Z)))==+|\^\^+|\+\++|(?<![\w/.-])(?:www\.\w|https?://\w)",
    re.IGNORECASE,
)
SHOWN_HINTS = ("~~", "==", "^^", "++", "ww.", "wW.", "Ww.", "WW.", "://")
BRACKET = re.compile(r"[\[\]]")
PAIR = re.compile(r"\[[^\[\]]*\]")
MARK = re.compile(r"\[(@[^\[\]]*)\]")
# What says no place in a source.
PLACELESS = re.compile(r"\W+|pp?\.?|pages?|sections?|chapters?|https?:.*")
FOLDED = re.compile(r">[-+]?[ \t]*\n\s*\Z")  # what stands before a text that runs on
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def lost_signs(site: Site) -> Iterator[Problem]:
    """Signs that would make words slanted, or vanish. Bold and italics are for prose, names of code for bodies."""
    prose = {id(text) for text in site.prose}
    bodies = {id(page.body) for page in site.pages.values()}
    for text in holding(site.texts, "*", "_", "`", "\\"):
        if text.startswith("http"):
            continue
        rest = CODE.sub(hide, text) if id(text) in bodies else text
        rest = EMPHASIS.sub(hide, rest) if id(text) in prose else rest
        for sign in SIGN.finditer(rest):
            advice = SIGNS[sign[0][0]] if id(text) in prose else "only plain words stand here"
            yield text.problem(f"'{sign[0]}' may be lost here — {advice}", sign.start())


def lost_words(site: Site) -> Iterator[Problem]:
    """An "&" with letters may be read as the name of a sign, a "#" at the end is dropped, and "##" within is raw."""
    dois = {id(reference.DOI) for reference in site.references.values()}  # some end so, and no page says them
    for text in holding(site.texts, "&", "#"):
        for sign in AND.finditer(text) if not text.startswith("http") else ():
            yield text.problem(
                "'&' with letters behind it may be lost — write 'and', or a space behind it", sign.start()
            )
        for sign in INNER.finditer(text):
            yield text.problem(
                "'##' begins a heading at the beginning of a line only — begin a line with it", sign.start()
            )
        if text.endswith("#") and id(text) not in dois:
            yield text.problem("'#' at the end may be lost — put a word behind it", len(text) - 1)


def shown_signs(site: Site) -> Iterator[Problem]:
    """Signs that would be shown as typed, such as "~~" for words struck out, and addresses that lead nowhere.

    Take out the words that are struck out. A source goes into references.yml, and is cited.
    """
    for text in holding(site.texts, *SHOWN_HINTS):
        for sign in SHOWN.finditer(text) if not text.startswith("http") else ():
            if sign[0].lower().startswith(("www", "http")):
                if id(text) in site.of_works or text is site.changes:
                    continue  # a note may say where something was read
                advice = "an address in a text is no link — cite the source: [@reference, where]"
            else:
                advice = f"'{sign[0]}' would be shown as it is — take it out, with the words that are struck out"
            yield text.problem(advice, sign.start())


def silent_marks(site: Site) -> Iterator[Problem]:
    """Marks work in prose only: elsewhere a reader would see them raw. Other brackets there come in pairs."""
    prose = {id(text) for text in site.prose}
    for text in holding(site.texts, "[", "]"):
        if id(text) not in prose:
            if found := re.search(r"\[\[|\[@|\]\]|\[\d[\d ,–-]*\]", text):
                yield text.problem(f"'{found[0]}' does nothing here — write the words alone", found.start())
            elif found := BRACKET.search(PAIR.sub(hide, text)):
                yield text.problem(f"a '{found[0]}' without its other half — add it", found.start())


def more_lines(site: Site) -> Iterator[Problem]:
    """Only sections, bodies and the words of a picture have paragraphs: a second one elsewhere breaks the page."""
    long = {id(text) for page in site.pages.values() for text in (page.body, *page.sections.values())}
    long |= {id(site.changes), *(id(figure.about) for figure in site.figures.values())}
    for text in site.texts:
        if "\n" in text and id(text) not in long and "\n" in text.strip():
            at = len(text) - len(text.lstrip())
            several = re.search(r"\n\s*\n|\n\s*- ", text.strip())
            advice = "write it in one line, or with '>-'"
            if several:
                advice = "write sentences, without a blank line or a list"
            else:
                first, odd = (_indent(text, at) for at in (at, text.index("\n", at) + 1))
                if odd > first and FOLDED.search(text.source.text, 0, text.start):
                    advice = "begin this line as far in as the first"
            yield text.problem(f"this has one paragraph — {advice}", text.index("\n", at) + 1)


def _indent(text: Text, at: int) -> int:
    """Return how far in the character `at` of a text stands in its file."""
    place = text.offset(at)
    return place - text.source.text.rfind("\n", 0, place)


def edges(site: Site) -> Iterator[Problem]:
    """Quotation marks keep the spaces within, and bold words that begin with one are not bold."""
    bodies = {id(page.body) for page in site.pages.values()}
    for text in site.texts:
        if not text:
            continue  # a list of changes without a word has nothing to mend here
        if text[0].isspace() and id(text) not in bodies:
            yield text.problem("spaces at the beginning of a text — take them out")
        elif text[-1] in " \t":
            yield text.problem("spaces at the end of a text — take them out", len(text.rstrip()) - 1)


def lost_sources(site: Site) -> Iterator[Problem]:
    """Two sources in one mark are divided by ";": behind a comma stands where in the source."""
    for text in site.prose:
        for citation in citations(text) if "[@" in text else ():
            if "@" in citation.where or citation.where in site.references:
                message = f"'{citation.where}' is read as a place in '{citation.reference}' — write ';' between sources"
                yield text.problem(message, citation.at)
            elif citation.where and PLACELESS.fullmatch(citation.where):
                message = f"'{citation.where}' is no place in '{citation.reference}' — say which, or take it out"
                yield text.problem(message, citation.at)
        for mark in MARK.finditer(text) if "; @" in text else ():
            each = [" ".join(one.split()) for one in mark[1].split(";")]
            if len(each) > len({*each}):
                yield text.problem("the same source stands here twice — take one out", mark.start())


def false_emergency(site: Site) -> Iterator[Problem]:
    """Only the emergency line begins as it does: another would lead people elsewhere."""
    line = BOLD.match(site.settings.emergency)
    if not line:
        return
    for text in site.prose:
        for bold in BOLD.finditer(text) if "**" in text and text is not site.settings.emergency else ():
            if _opening(bold[1]) == _opening(line[1]):
                yield text.problem(f"'{bold[0]}' looks like the emergency line — write other words", bold.start())


def _opening(words: str) -> str:
    """Return the letters of the first sentence."""
    sentence = re.split(r"[.:!?]", INLINE.sub("", words))[0]
    return "".join(letter for letter in sentence.casefold() if letter.isalpha())


RULES = [lost_signs, lost_words, shown_signs, silent_marks, more_lines, edges, lost_sources, false_emergency]
