"""Rules for what comes along when words are pasted or typed in haste: doubled signs, half pairs, others' citations."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from guide.content.site import Site
from guide.content.source import Problem, Text
from guide.rules.candidates import holding
from guide.rules.wording import ours_only

# The titles that `make agree` writes below a change.
TITLES = re.compile(r" Source: .*")
# What may stand in a text and has signs of its own: marks, blocks, names of files, addresses.
KEPT = re.compile(
    r"\[\[[^\[\]]*\]\]|\[[^\[\]]*\](?:\([^()\s]*\))?|\{\{[^{}]*\}\}|`[^`\n]*`|https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*"
)
# Each kind of odd sign, and what to do. A text is looked at in one go, and most have none.
ODD = {
    r"(?<![.…])\.\.(?![.…])"
    r"|,{2,}|;{2,}|:{2,}|!{2,}|\?{2,}|,\.|(?<=[a-z]{4}|[\x00\x01]{4})\.,|[?!]\.|;,|,;|!\?|\?!": "write one sign",
    r"(?<=[^\W_]) +[.,;:?!](?=\s|\Z)": "take out the space before it",
    r"(?<=[.?!]) +\x01+\.|(?<=\.) +\x01+(?=\s*(?:\n\s*\n|\Z))": "put the stop behind the source alone",
    # Ph.D., and Cancer.Net, as some write an address.
    r"(?<=[a-z])(?<!\bPh)[.?!](?!Net\b|Org\b|Com\b)[A-Z](?=[a-z]*[ ,.])|(?<=[a-z])[,;](?=[a-z])"
    r"|(?<=[a-z]):(?=[A-Z][a-z])": "write a space behind it",
}
SIGNS = re.compile("|".join(f"(?P<_{n}>{pattern})" for n, pattern in enumerate(ODD)))
ADVICE = [*ODD.values()]
SIGNS_HINT = re.compile(r"[.,;:?!](?:[.,;:?!A-Za-z]| +(?:\x01|\[@))| [.,;:?!]")  # what each of them holds
PAIRS = {")": "(", "”": "“", '"': '"'}
HALF = re.compile(r"[()“”\"]|\n\s*\n|\n(?=\s*(?:-|\d+\.) )")
# "a) one, b) two": the words before it say that it is no half of a pair.
LETTERED = re.compile(r"(?<![^\s(])(?:[a-z0-9]{1,2}|[ivx]+)\Z|[:;]-?\Z")
CITED = re.compile(
    r"\b[Ee]t al\b\.?|\b(?:ibid|op\. ?cit|loc\. ?cit)\b\.?"
    r"|\((?:see )?(?P<first>[A-Z][\w’'-]+),? (?:and|&) [A-Z][\w’'-]+,? (?:19|20)\d\d[a-z]?(?:[;,:] ?[^()]*)?\)"
)
CITED_HINTS = ("t al", "ibid", "op.", "loc.", re.compile(r"\((?:see )?[A-Z][\w’'-]+,? (?:and|&) [A-Z]"))
NATIONS = ("England", "Scotland", "Wales", "Britain")
# What programs write where something was lost, comments and deletions, heads and feet of printed pages.
LEFT = re.compile(
    r"\bError! (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid|No text of specified)\b"
    r"|\b(?:Commented|Comment) \[\w+\]|^(?:Deleted|Inserted|Formatted|Comment|OLD|NEW|NB): |\bFormatted: \w+"
    r"|\bPage \d+ of \d+\b|\b\d+ \| P a g e\b|\bAll rights reserved\b|\b(?:Downloaded|Retrieved|Accessed) (?:from|on) "
    r"|©|\(?\b(?:CHECK|TO CHECK|DRAFT|DELETE)\b\)?(?=[.!)\]]|$)|\((?:to check|check this|delete this)\)",
    re.MULTILINE,
)
# What a chatbot says around an answer, and in it.
CHAT = re.compile(
    r"\b(?:Sure|Certainly|Of course|Absolutely|Great question)[!,.] (?:Here|I)\b[^.:\n]*"
    r"|\bHere(?:['’]s| is| are) (?:a|an|the|your|some) (?:\w+[ -]){0,3}?(?:version|rewrite|rewording|draft)\b"
    r"|\b[Aa]s of my (?:last|latest|most recent|knowledge)\b[^,.\n]*|\b[Mm]y (?:knowledge|training) (?:cut-?off|data)\b"
    r"|\b(?:[Aa]s an? |I am an? |I['’]m an? )(?:AI|(?:large )?language model)\b"
    r"|\b[Cc]onsult (?:with )?(?:an?|your) (?:qualified )?(?:health ?care|medical) (?:professional|provider)s?\b"
    r"|\*\*(?:Key (?:[Tt]akeaway|[Pp]oint)s?|TL;DR|In [Ss]ummary|Disclaimer|In [Cc]onclusion)(?::\*\*|\*\*:)"
    r"|\b[Ii]t(?:['’]s| is) (?:also )?(?:(?:important|crucial|essential) to (?:note|remember)|worth noting)\b"
    r"|\bI hope (?:this|that) helps\b|\b[Ww]ould you like me to\b|\b[Ff]eel free to ask\b"
    r"|\bI can(?:not|['’]t) provide medical\b|\b[Ll]et me know if (?:you|there)\b"
    r"|:?contentReference|oaicite|\bturn0(?:search|view|news)\d+|【[^】\n]*】?"
)
# What each of them holds.
CHAT_HINTS = ("Sure", "Certainly", "Of course", "Absolutely", "Great question", "Here's", "Here’s", "Here is a",
              "Here is the", "Here is your", "Here is some", "Here are", "of my ", "y knowledge ", "y training ",
              "an AI", "a AI", "language model", "onsult ", "**Key ", "**TL;DR", "**In ", "**Disclaimer",
              "important to", "crucial to", "essential to", "worth noting", "I hope th", "ould you like me",
              "eel free to", "I cannot ", "I can't ", "I can’t ", "et me know if", "contentRef", "oaicite", "turn0",
              "【")  # fmt: skip
# A table of tabs or spaces, and a word that was divided at the end of a printed line.
GAP = re.compile(
    r"(?<=\S)(?:\t+| {3,})(?=\S)|(?<=[a-z])-\s+(?!(?:and|or|nor|to|but|by|through|as|rather|versus|vs)\b)(?=[a-z])"
)
# Letters of UTF-8 that were read in an old way, such as â€™ for ’.
MANGLED = re.compile(r"(?:[ÂÃ][\x80-\xbf€-™]|â€.?|ï»¿|ðŸ..?)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# What each of these holds.
LEFT_HINT = re.compile(
    r"Error!|Comment|Deleted|Inserted|Formatted|OLD|NEW|NB|Page \d|P a g e|All rights|Downloaded|Retrieved|Accessed|©"
    r"|CHECK|DRAFT|DELETE|\((?:to )?check|\(delete|\t|-\s(?<=[a-z]-\s)|Â|Ã|â€|ï»|ð|@(?<=[\w.+-]@)"
)
# A paragraph, what is none or has a rule of its own, and how it ends.
PART = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
OTHER = re.compile(r"[\x00\x01]*$|(?:.*\n)*? *(?:[-#|>:{*+=]|\d+[.)])(?!\*)")
ENDED = re.compile(r"(?:[.!?:…][”’\"')*]*|\*\*|(?<![\x00\x01])[\x00\x01]{2})[\s\0\1]*(?:\n\{: \.way \})?$")
# Four short names in a row, such as the NHS MSCC CNS team, shout nothing: one is a word, small or long.
SHOUTED = re.compile(
    r"\b(?=(?:[A-Z]+ )*(?:[A-Z]{6,}|AN?|AND|ARE|AT|BE|DO|FOR|IF|IN|IS|IT|NO|NOT|NOW|OF|ON|OR|THE|TO|WITH|YOUR?)\b)"
    r"[A-Z]{2,}(?: [A-Z]+){3,}\b"
)
SHOUTED_HINT = re.compile(r"[A-Z]{2}(?: [A-Z]+){3}")


def doubled_signs(site: Site) -> Iterator[Problem]:
    """A sentence has one sign at its end, no space before it, and one behind: "so..", "so ,", "so.So" are slips."""
    theirs = {id(work.title) for work in site.references.values()}
    for text, words in read(site, SIGNS_HINT):
        for found in SIGNS.finditer(words):
            sign = text[found.start() : found.end()].strip()
            if {*sign} <= {*"?!"} and id(text) in theirs:
                continue  # a title may ask as loud as its author likes
            advice = ADVICE[int((found.lastgroup or "_0")[1:])]
            yield text.problem(f"'{sign}' is a slip — {advice}", found.start() + text[found.start() :].index(sign[0]))


def half_pairs(site: Site) -> Iterator[Problem]:
    """Each (, “ and " has its other half in the same paragraph: add what is missing, or take the other out."""
    for text, words in read(site, *'()“”"'):
        opened: list[re.Match[str]] = []
        for found in [*HALF.finditer(words), None]:
            if found is None or not found[0].strip():
                yield from (half(text, one) for one in opened)
                opened = []
            elif opened and opened[-1][0] == PAIRS.get(found[0]):
                opened.pop()
            elif found[0] in PAIRS.values():
                opened.append(found)
            elif not (found[0] == ")" and LETTERED.search(words, 0, found.start())):
                yield half(text, found)


def half(text: Text, found: re.Match[str]) -> Problem:
    return text.problem(f"a '{found[0]}' without its other half — add it, or take this out", found.start())


def other_citations(site: Site) -> Iterator[Problem]:
    """A source is cited in one way, which links to it: what a paper has, as "Smith et al.", leads nowhere."""
    places = {*calendar.month_name, *NATIONS, *(country.place for country in site.ambulance.countries.values())}
    for text, words in read(site, *CITED_HINTS):
        for found in CITED.finditer(words) if id(text) not in site.of_works else ():  # a note may name others
            if found["first"] in places:
                continue  # who was counted, and when: (England and Wales, 2019)
            yield text.problem(f"'{found[0]}' leads nowhere — cite the source: [@reference, where]", found.start())


def leftovers(site: Site) -> Iterator[Problem]:
    """What a program left: comments, heads and feet of pages, lost links, letters read in a wrong way, addresses."""
    for text, words in read(site, LEFT_HINT, "   "):
        for found in LEFT.finditer(words):
            yield text.problem(f"'{found[0].strip()}' was left behind — take it out, or write the words", found.start())
        for found in GAP.finditer(words) if "|" not in words else ():
            if found[0][0] == "-":
                yield text.problem("a word that was divided at a line's end — write it in one", found.start())
            else:
                yield text.problem("a gap, as between columns, is lost — write a sentence or a list", found.start())
        for found in MANGLED.finditer(words):
            yield text.problem(f"'{found[0]}' was a letter before it was copied — type that letter", found.start())
        for found in MAIL.finditer(words):
            yield text.problem(f"'{found[0]}' is somebody's address — take it out, or cite a page", found.start())


def chat_answers(site: Site) -> Iterator[Problem]:
    """What a chatbot says around its answer is nothing for readers: take it out, and look the rest up in the source."""
    for text, words in read(site, *CHAT_HINTS):
        for found in CHAT.finditer(words):
            message = f"'{found[0].strip()}' is what a chatbot says — take it out, and look the rest up in the source"
            yield text.problem(message, found.start())


def cut_sentences(site: Site) -> Iterator[Problem]:
    """A paragraph begins with a capital letter and ends with a stop, or with a list: else words of it were lost."""
    for text in whole_sentences(site):
        words = masked(text)
        for part in PART.finditer(words):
            if OTHER.match(part[0].rstrip()):
                continue
            if re.match(r"[a-z]{2,} ", part[0]):
                yield text.problem("a small letter begins this — add what is missing, or begin large", part.start())
            if not ENDED.search(part[0]) and not re.match(r"\s*(?:- |1\. )", words[part.end() :]):
                end = part.start() + len(part[0].rstrip("\0\1 ")) - 1
                yield text.problem("no stop ends this — add what is missing, or a stop", end)


def whole_sentences(site: Site) -> Iterator[Text]:
    """Yield the prose that consists of sentences."""
    for page in site.pages.values():
        yield from filter(None, (page.summary, *page.sections.values(), page.body))
    for term in site.glossary.values():
        yield from filter(None, (term.meaning, term.means))
    for row in site.disagreements.values():
        yield from (*row.sides, row.follow)
    for figure in site.figures.values():
        yield from (figure.caption, figure.about)


def shouted_words(site: Site) -> Iterator[Problem]:
    """Words in capitals are hard to read, and screen readers may spell them: write them small, or in **bold**."""
    for text, words in read(site, SHOUTED_HINT):
        for found in SHOUTED.finditer(words):
            yield text.problem(f"'{found[0]}' is all in capitals — write small letters", found.start())


def masked(text: str) -> str:
    """Return a text with a sign that means nothing in the place of its marks, and another in that of its sources."""
    return KEPT.sub(lambda mark: ("\1" if mark[0].startswith("[@") else "\0") * len(mark[0]), text)


def read(site: Site, *hints: re.Pattern[str] | str) -> Iterator[tuple[Text, str]]:
    """Yield the texts of ours and the titles of others' that may hold one of `hints`, and their words, masked."""
    for text in holding((*ours_only(site), *(work.title for work in site.references.values())), *hints):
        words = masked(text)
        yield text, TITLES.sub(lambda titles: "\0" * len(titles[0]), words) if text is site.changes else words


RULES = [doubled_signs, half_pairs, other_citations, leftovers, chat_answers, cut_sentences, shouted_words]
