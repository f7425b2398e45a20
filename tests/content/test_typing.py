"""What an editor types into any value of the content, a reader reads, or a problem names it.

The words are compared in the page as the engine's Markdown makes it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import examples
from guide.content import yaml_tree
from guide.content.source import SourceFile
from guide.rules.safety import LOCK
from typing_editor import ROOT, SHARED, Value, as_it_is, only_added, read, retyped, values

pytestmark = pytest.mark.slow

TYPED = """\
#1 cause|# 1|C#|#|999. Call this number at once|2019. That year|1. first|2. second|1) one|a) first|10.
- 5 degrees|- first|+ 3 is a grade|+|-|--|---|–|—|-3|+5|±2|===|= 5|***|___|* first|*|**|_|__|5*3*2|5 * 3
snake_case|_so_|*so
< 5|<5|> 38 °C|>38|>= 3|≥ 3|≤ 5|<= 2|->|<-|=>|< 5 and > 3|&|& co|Q&A|R&D|&copy|&lt|&amp;|&nbsp;|AT&T|&#8211;
&notit
5 mg/kg|3-5|3–5|3 - 5|10%|50 %|1/2|1,000|1,5|1.5|12:30|5:1|2^3|10^6|~5|~~5~~|H~2~O|x^2^|5°|37.5 °C|€5|$5|£5|§ 5
¶
+61 2 1234 5678|(02) 1234 5678|0800 611 116|020-7946-0958|T12|L5/S1|COVID-19|O'Brien|Smith, J.|et al.|Dr. No
i.e.|e.g.
"|'|“so”|‘so’|"so"|'so'|''|""|it's|…|...|!|!!|?!|;|:|: so|so: it is|::|,|, so|.|(so)|[so]|[so|so]|[1]|{so}
{ so }|{{ so }}|}}|{#so}
{ #so }|{: .so }|{: #so }|{: .way }|{%|%}|{#|%|% of people|@|@home|a@b.org|<a@b.org>|https://example.org
www.example.org|<b>|<br>|</p>|<!--
a ¦ b|`|``|`so`|```|~~~|\\|\\n|\\t|C:\\new|\\*|\\[|\\|\\\\|/|//|[[|]]|[@|[@so]|[[lung]]|[^1]|[TOC]|*[MRI]: so
!!! note|??? note|:so:|:---|++so++
==so==|^^so^^|--8<--|$$|<<|>>|«so»|>so|> so|#so|## Sources|## So|### So { #sources }|**Emergency.** Wait|**so**
*so*|no|yes|null|true|~|0x1F|1e5
? so|! so|!so|&so|*so|- - so|<5%|a<b|a>b|5<6>4|x|  |   so|    so|so  |\tso|so\t|1.\tso
-\tso|{{references}}|{{ glossary }}
""".replace("\n", "|").split("|")
TYPED = [words for words in dict.fromkeys(TYPED) if words.strip()] + [
    "|",
    "| so | so |",
    "a | b",
    "|so",
    "so|",
    "]]|[[",
]
LINES = [
    "{}\n",
    "\n{}",
    "\n{}\n",
    "\n\n{}",
    "{}\n\n",
    "\n\n{}\n\n",
    "\n  {}\n",
    "\n    {}",
    "\n\n    {}\n\n",
    "\n{}\n{}",
]
SORTED = ("Page.name", "Term.term")
assert {*SHARED} == {path.relative_to(ROOT).as_posix() for path in (ROOT / "content").glob("*.yml")} - {LOCK}


@cache
def kinds() -> dict[str, list[Value]]:
    """All texts that a page shows, by their kind of field, sorted: so that a run tries what another tried."""
    return dict(sorted(values().items()))


@st.composite
def slips(draw: st.DrawFn) -> tuple[Value, int, str]:
    """Draw a value, a place in it, and what is typed there."""
    value = draw(st.sampled_from(kinds()[draw(st.sampled_from([*kinds()]))]))
    text = value.text.source.text
    start, end = value.text.start, value.end
    words = draw(st.sampled_from(TYPED) | st.text("ab1 #-.*_|<>&[]{}()'\"`~^:;!?,/\\%°–@=+", min_size=1, max_size=8))
    words = words.strip() or "so"
    places = [start, end, *(at.end() for at in re.compile(r"\s+|\[\[|\*\*|\| ").finditer(text, start, end))]
    lines = [at.end() for at in re.compile(r"\n[ ]*(?:- |> |\d\. |\| )?").finditer(text, start, end)]
    at = draw(st.sampled_from(places) if draw(st.booleans()) or not lines else st.sampled_from([start, *lines]))
    if value.kind in SORTED:
        at = end  # its beginning says where in a list it stands
    how = draw(st.integers(0, 9))
    if how < 6:
        typed = f" {words}" if at == end else f"{words} "
    elif how < 8:
        typed = words
    else:
        line = text.rfind("\n", 0, at) + 1
        indent = re.compile(" *").match(text, line)[0]
        typed = draw(st.sampled_from(LINES)).format(words, words).replace("\n", f"\n{indent}")
    return value, at, typed


@settings(max_examples=examples(20) * 2, suppress_health_check=[HealthCheck.too_slow])
@given(slips())
def test_what_is_typed_is_read_or_named(slip: tuple[Value, int, str]) -> None:
    value, at, typed = slip
    found = fault(value, at, typed)
    assert not found, (
        f"{value.kind} {value.text.source.path}:{value.text.source.text.count(chr(10), 0, at) + 1} {typed!r}: {found}"
    )


def shown(typed: str, quotes: str) -> str:
    """Return what a reader should see of what was typed: links by their words, bold words without its signs.

    In `quotes` YAML has a way to write such a quotation mark.
    """
    typed = typed.replace("[[lung]]", "lung cancer").replace("[[checklist#now|here]]", "here")
    typed = (
        typed.replace("\\" + quotes, quotes) if quotes == '"' else typed.replace("''", "'") if quotes == "'" else typed
    )
    return re.sub(r"(\*\*?)(?![\s*])([^*]+?)(?<!\s)\1", r"\2", typed)


def unreadable(text: str, value: Value) -> bool:
    path = value.text.source.path
    try:
        yaml_tree.parse(SourceFile(path, text), text.find("\n---\n") + 1 if path.endswith(".md") else None)
    except yaml_tree.BrokenError:
        return True
    return False


def fault(value: Value, at: int, typed: str) -> str | None:
    """Return what is wrong: words that are lost or changed, and that no problem names at its place."""
    site, problems, left = retyped(value, at, typed)
    source = value.text.source.text
    if problems:
        if unreadable(source[:at] + typed + source[at:], value):
            return None  # it says where the parser stumbled, which may be behind the place
        first = source.count("\n", 0, value.text.start) - left
        last = source.count("\n", 0, at) + typed.count("\n") + 3 - left
        named = [problem for problem in problems if first <= problem.line <= last]
        return None if named else f"named elsewhere than in {first}-{last}: {problems[0]}"
    assert site
    before, after = as_it_is(value.page), read(site, value.page, value.text)
    words = shown(typed, source[value.text.start - 1])
    if only_added(before, after, words):
        return None
    # What a list is sorted by moves its entry; a place in a source stands in the list of sources, once for all marks.
    within = re.compile(r"\[@[^\[\]]*$").search(source, value.text.start, at)
    if (within or value.kind in SORTED) and not Counter(before.split()) - Counter(after.split()):
        if " ".join(words.split()) in after:
            return None
    elif within and words.strip() in after:
        return None
    same = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    return f"{before[max(0, same - 30) : same + 60]!r} became {after[max(0, same - 30) : same + 90]!r}"
