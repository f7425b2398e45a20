"""What patterns find is found as well when only those are tried whose hint stands in the words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.prose import sentences
from guide.content.site import Site
from guide.content.source import Text
from guide.rules.hints import Phrases, hints, suspects
from guide.rules.normalise import readings, whole

BITS = st.sampled_from([
    "a", "l", "ll", "i", "1", "s", "ss", "9", "10", "ó", "'", "-", " ", " ?", "\\w+", "[1-9]", "[ -]", "[^]']", "\\.",
    "x?", "xx?", "[ae]", "[Ss]", "\\W+", "\\D",
])  # fmt: skip
PATTERNS = st.recursive(
    st.lists(BITS, max_size=5).map("".join),
    lambda some: st.one_of(
        st.lists(some, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        some.map(lambda part: f"(?:{part})?"),
        st.lists(some, max_size=3).map("".join),
    ),
    max_leaves=8,
)


DRESS = ["-", "_", "**", "\u00ad", "\u200b", "é", "[@smith-2020]", "[[mri|a]]", "\n", "\0", "\1", "’"]


@given(st.lists(PATTERNS, min_size=1, max_size=3), st.data())
def test_a_hint_stands_in_all_that_is_found(patterns: list[str], data: st.DataObject) -> None:
    words = data.draw(st.from_regex(whole(tuple(patterns))))
    known: list[re.Pattern[str]] = [pattern for pattern, _ in Phrases([(patterns, None)]).near(words)]
    assert known == [whole(tuple(patterns))], (words, hints("|".join(patterns)))


@given(st.data())
def test_words_of_the_vocabulary_are_found_however_they_are_spelt(site: Site, data: st.DataObject) -> None:
    settings = site.settings
    patterns = [*settings.speed_words, *settings.audience_words, *site.checklist.words, *settings.emergency_words]
    pattern = data.draw(st.sampled_from(patterns))
    words = data.draw(st.from_regex(whole((pattern,))))
    phrases = Phrases(([one], one) for one in patterns)
    assert pattern in {say for _, say in phrases.near(words)}


def test_most_patterns_have_hints_that_most_words_lack(site: Site) -> None:
    patterns = [*site.settings.speed_words, *site.checklist.words]
    assert [pattern for pattern in patterns if min(map(len, hints(pattern))) < 2] == []
    phrases = Phrases(([one], one) for one in patterns)
    tried = [len([*phrases.near(text.lower())]) for text in site.prose]
    assert sum(tried) < 0.1 * len(tried) * len(patterns)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [("gp", "a g p"), ("999", "a 999"), ("well", "a we l1"), ("gr[ae]y", "a gray"), ("not\\W+all", "a not - all")],
)
def test_odd_spellings(pattern: str, words: str) -> None:
    assert [f"a {found[0].strip()}" for found, _ in Phrases([([pattern], True)]).once(words)] == [words]


@given(st.lists(PATTERNS, min_size=1, max_size=4), st.data())
def test_no_pattern_hides_another(patterns: list[str], data: st.DataObject) -> None:
    phrases = Phrases(([pattern], at) for at, pattern in enumerate(patterns))
    at = data.draw(st.integers(0, len(patterns) - 1))
    words = data.draw(st.from_regex(whole((patterns[at],))))
    assert at in {say for _, say in phrases.near(words)}


@given(st.lists(PATTERNS, min_size=1, max_size=3), st.data())
def test_texts_are_suspect_in_which_a_pattern_can_be_read(patterns: list[str], data: st.DataObject) -> None:
    """Whatever stands between or within its words: marks, hyphens, emphasis, and letters that nobody sees."""
    dressed = st.one_of(st.from_regex(whole(tuple(patterns))), st.sampled_from(DRESS))
    words = data.draw(st.lists(dressed, min_size=1, max_size=4).map("".join))
    read = [reading.lower() for sentence in sentences(words) for reading in readings(sentence.words)]
    if any(map(whole(tuple(patterns)).search, read)):
        assert words in suspects((Text("\1"), Text(words), Text("none")), patterns)[0]
