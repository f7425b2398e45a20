"""Rules on words read what a reader reads: no spelling, script, dash or emphasis hides a banned word or a figure."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from guide.content.prose import sentences
from guide.content.site import Site
from guide.content.source import Text
from guide.rules import wording
from guide.rules.normalise import spaced
from guide.rules.numbers import numbers
from mini import problems

# One way each to write a word so that a plain search does not see it.
HIDDEN = [
    "diagnosis", "DIAGNOSIS", "diag**nos**is", "_diag_nosis", "di\u00e1gnosis", "diagnos\u0131s", "diag-nosis",
    "diag\u2010nosis", "diag\u2011nosis", "diag\u2013nosis", "diag-\n  nosis", "diag\u00adnosis", "diag\u200bnosis",
    "di\u03b1gn\u03bfsis", "di\u0430gn\u043esis", "\uff44\uff49\uff41\uff47\uff4e\uff4f\uff53\uff49\uff53",
    "diagno\u017fis", "\U0001d41d\U0001d422\U0001d41a\U0001d420\U0001d427\U0001d428\U0001d42c\U0001d422\U0001d42c",
    "diag`nosis`", "self-diagnosis", "dia[[marrow|gnosis]]", "a diag[@smith-2020]nosis",
]  # fmt: skip
APART = [
    "low risk", "low  risk", "low-risk", "low\u2011risk", "low \u2013 risk", "low\nrisk", "low\u00a0risk",
    "**low** risk", "low_risk",
]  # fmt: skip


@pytest.mark.parametrize("written", [*HIDDEN, *APART])
def test_a_banned_word_is_found_however_it_is_written(written: str, site: Site) -> None:
    text = Text(f"Our list gives you no {written}, ever.")
    [sentence] = sentences(text)
    assert len(list(wording.banned_in(sentence.words, text, 0, site.settings.banned))) == 1


@pytest.mark.parametrize("place", ["title", "brief", "summary"])
def test_it_is_found_in_each_field_about_the_checklist(place: str, tmp_path: Path) -> None:
    home = mini.FILES["docs/index.md"]
    old = next(line for line in home.splitlines() if line.startswith(f"{place}: "))
    found = problems(mini.write(tmp_path, {"docs/index.md": (old, f"{place}: A diag-nosis in short.")}))
    assert any("'diag-nosis' is never said" in one for one in found), found


CHECKLIST, SITE = "content/checklist.yml", "content/site.yml"
# Every text of a card and around the cards, as an edit: where it is, the words before, and the new ones behind a key.
CARDS = {
    "heading": ("Call now if you have", "{}"),
    "lead": ("    items:\n      legs", "    lead: {}\n    items:\n      legs"),
    "note": ("  second:", "    note: {}\n  second:"),
    "sign": ("Weak legs", "{}"),
    "source": ("A trial [@smith-2020]\n        signs: [mri]\n  second", "{}\n        signs: [mri]\n  second"),
    "label of none": ("None of these", "{}"),
    "none": ("Come back if it changes.", "{}"),
    "label of the list": ("Your list", "{}"),
    "list": ("Take it along.", "{}"),
    "line to fill in": ("When it began", "{}"),
}
AROUND = {
    "name of the site": ("Mini", "{}"),
    "emergency line": ("Call for help now.", "{}"),
    "more of it": ("See [[mri]].", "{}"),
    "tier": ("Today", "{}"),
    "audience": ("{label: Anyone}", "{{label: {}}}"),
}


@pytest.mark.parametrize("place", [*CARDS, *AROUND])
def test_a_banned_word_is_found_in_each_text_of_the_checklist(place: str, tmp_path: Path) -> None:
    old, new = (CARDS | AROUND)[place]
    edits = {CHECKLIST if place in CARDS else SITE: (old, new.format("It diagnoses you."))}
    assert any("'diagnoses' is never said" in one for one in problems(mini.write(tmp_path, edits)))


@pytest.mark.parametrize("place", CARDS)
def test_a_long_sentence_is_found_in_each_text_of_a_card(place: str, tmp_path: Path) -> None:
    old, new = CARDS[place]
    for words, found in ((20, False), (21, True)):
        edits = {CHECKLIST: (old, new.format(" ".join(["weak"] * words) + "."))}
        assert any(f"a sentence of {words} words" in one for one in problems(mini.write(tmp_path, edits))) == found


FIGURES = [
    "5", "5%", "0.5", ".5", "1,000", "\uff15", "\u0665", "\u00b2", "\u2464", "\u00bd", "\u2153", "1/3", "5\u201310",
    "-5", "about 5", "**5**", "today.5", "half", "two thirds", "a third", "one-third", "three quarters", "a fifth",
    "two-fifths", "nine tenths", "a hundredth", "twelve per cent", "five percent", "forty-two", "ninety",
    "nineteen", "a dozen", "dozens", "one hundred", "a hundred", "hundreds", "two thousand", "a million", "twice",
    "double", "tripled", "threefold", "three-fold", "10-fold", "three times as often", "ten times higher",
    "nine of ten", "nine people of ten", "two of the three", "one person in five", "every fifth", "ten to one",
    "one for every ten",
    "one in five", "nine out of ten", "three of every four", "ten in a hundred", "tw**el**ve per cent",
    "twelve\n    per  cent", "one\u00a0hundred", "\uff4fne hundred", "mid-40s", "nearly-40",
]  # fmt: skip


@pytest.mark.parametrize("written", FIGURES)
def test_a_figure_is_found_however_it_is_written(written: str, tmp_path: Path) -> None:
    assert numbers(spaced(f"We saw {written} people"))
    uncited = f"We saw {written} people. It goes"
    cited = uncited.replace("people.", "people [@smith-2020].")
    assert any("has no source" in one for one in problems(mini.write(tmp_path, {MRI: ("It is", uncited)})))
    assert not any("has no source" in one for one in problems(mini.write(tmp_path, {MRI: ("It is", cited)})))


MRI = "content/tests/mri.yml"
NONE = [
    "T12", "L5", "NG234", "CA19-9", "Radium-223", "two or three days", "first", "second", "person", "attend",
    "weight", "a couple", "m\u00b2", "one", "seventh", "eighth", "ten days", "party", "county", "teen",
]  # fmt: skip


@pytest.mark.parametrize("written", NONE)
def test_what_is_no_figure_is_none(written: str) -> None:
    assert [figure[0] for figure in numbers(spaced(f"It is {written} as they say"))] == []
