"""What a careful editor writes passes: names, figures, quotations and sources in all their honest forms.

A rule for slips that stops one of these keeps a correction from readers.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from mini import problems

MRI = "content/tests/mri.yml"
SOURCES = "content/references.yml"
# "@" stands for a source.
PARAGRAPHS = {
    "figures": """\
        It fell from 12 to 8 in 100 @.
        It fell from about 12 to 8 in 100 @.
        It fell, 12 to 8 in 100, in ten years @.
        It was cut from 12 in 100 to 8 in 100 @.
        A fall of 12% to 8% was seen @.
        It was 7 in 100 to 9 in 100 @.
        It was 12 in 100 (10 in 100 to 14 in 100) @.
        It was done between 50 and 20 years ago @.
        It began between 12 and 11 weeks before @.
        The ratio was 3 to 2 in 5 studies @.
        It is found in 150 in 100,000 people each year @.
        It is found in 150 in 1,000,000 people each year @.
        It was all 8, or 100 in 100, or 1,000 in 1,000 @.
        It was 1.5 to 2 times as often, with 0.5 mg to 2 mg @.
        The line is open between 9 and 5 on weekdays @.
        It hurts most between 11 and 2 o’clock at night @.
        It was on 29 February 2024, 31 October and by 1 June @.
        In the year 1543 few knew @.
        Drink 2l of water a day @.
        O2 is oxygen, and I131 and I123 are kinds of iodine @.
        1,25-dihydroxyvitamin D and 2,4-D differ @.
        It is open 24/7, 4+3=7, and L4/5, C5-6, T12–L1 and BRCA1/2 are names @.""",
    "names": """\
        5 in 100 of Dr. Smith's women took St. John's wort @.
        It was 5 in 100 vs. 3 in 100 without it @.
        It was 5 in 100 at Mt. Sinai, by Prof. Lee, e.g. Monday @.
        It was 5 in 100 (England and Wales, 2019) @.
        It was 5 in 100 (March and April 2020) @.
        ASCO runs Cancer.Net, says a Ph.D. of it.
        The NHS MSCC AOS CNS team sees it.
        They use the TNM UICC AJCC FIGO names of MRI, CT, PET and SPECT.
        The Wagga Wagga hospital in New York, New York, had had that that very, very rare form.
        Most women have XX chromosomes, and men XY. In 46,XX or XX/XY it is not so @.
        eGFR, iPSC, mTOR and pH are words.

        eGFR is one too.

        mTOR is one too.

        p53 is one too.""",
    "words": """\
        Few can draw a clock from memory.
        Ask your doctor to check this, and which bones to check.
        Low- versus high-dose, first- through last-line, full- but not low-dose, pre- and post-natal differ.
        Low-, middle- and high-grade, a two- by three-inch spot and short- as well as long-term use too.
        There are four: i) new, ii) old, iii) both and iv) none.
        She said: ‘It is worse at night.’

        She asked: “Is it ‘worse’ (at night)?”

        (It is a ‘hot spot.’)

        It is so, says “the rule (of old)”.

        It is so …

        It is so: **see this.**

        5 in 100 had it @.

        “Hot” is what it is called. Is it? Ask. Really? No.

        These were seen:

        - weak legs;
        - mTOR;
        - “hot spot”, and
        - (at times) pain""",
}


@pytest.mark.parametrize("kind", PARAGRAPHS)
def test_words_of_a_page(kind: str, tmp_path: Path) -> None:
    text = PARAGRAPHS[kind].replace(" @.", " [@smith-2020, abstract].").replace("        ", "    ")
    assert problems(mini.write(tmp_path, {MRI: ("    It is loud.", text)})) == []


FIELDS = """\
author: [{family: van der Berg, given: Anna}, {family: Berg, given: P. ter}, {family: Berg, given: P. op den}]
author: [{family: O’Brien, given: Ji hoon}, {family: Khan, given: Siti binti}, {family: hooks, given: bell}]
author: [{family: Li, given: Wei}, {family: Ng, given: T}, {family: Do, given: d'Arcy}, {family: Rashid, given: H. ibn}]
author: [{family: Souza Jr, given: João dos Santos e}, {family: McDonald, given: K.-H.}, {literal: JBJS Group}]
title: "MRI vs. CT: is it cancer?! “Red flags” in 2019 [Corrected]"
title: "[18F]FDG PET/CT, a 21-gene assay with p < 0.05, and α-fetoprotein"
title: "Low- versus high-dose: all in small letters, of XX and XY"
page: v12-v19
page: v9-v19
page: 1234-41
page: S12-S19
page: "101-9"
page: bjgp24X736533
page: CD010442
issue: Suppl_1
issue: Spec No
issue: Part A
issue: 3-4
volume: 12(Suppl 3)
DOI: 10.1002/1097-0142(200101)91:1<1::AID-X>3.0.CO;2-#
URL: https://a.test/~user/page_(x)?id=1&y=2#anchor
URL: https://proxy-voting.test/page
URL: https://www.google.com/books/edition/x
""".splitlines()


@pytest.mark.parametrize("line", FIELDS)
def test_fields_of_a_source(line: str, tmp_path: Path) -> None:
    key = line.partition(":")[0]
    there = [one for one in mini.FILES[SOURCES].splitlines() if one.startswith(f"  {key}:")]
    old, new = (there[0], f"  {line}") if there else ("  title: A trial", f"  title: A trial\n  {line}")
    assert problems(mini.write(tmp_path, {SOURCES: (old, new)})) == []


# What looks like one of them, and is a slip → the word of it that is named.
SLIPS = {
    "After a fall, 12 to 9 in 100 break a bone @.": "'12 to 9'",
    "Of people from Leeds 12 to 9 in 100 had it @.": "'12 to 9'",
    "It took between 12 and 9 months @.": "'between 12 and 9'",
    "It took between 60 and 40 years @.": "'between 60 and 40'",
    "It was 120 in 100, they say @.": "'120 in 100'",
    "It was 1,200 in 1,000 @.": "'1,200 in 1,000'",
    "It was 2,5 in 100 @.": "'2,5'",
    "It was 2,5-fold @.": "'2,5'",
    "It was 5 in 100 (Smith and Wales, 2019) @.": "'(Smith and Wales, 2019)'",
    "It is seen at Leeds.Then they ring.": "'.T'",
    "It was so in London London.": "'London London'",
    "It took XX, and more.": "'XX'",
    "It was XX of them.": "'XX'",
    "It was so, from memory.": "'from memory'",
    "It was so (written from memory).": "'written from memory'",
    "It was so (to check).": "'(to check)'",
    "It was divi- ded.": "divided",
    "It was 5 in 100. Dr. Smith agrees @.": "'5' has no source",
    "NEVER STOP TAKING STEROIDS at once.": "'NEVER STOP TAKING STEROIDS'",
    "DO NOT WAIT FOR it.": "'DO NOT WAIT FOR'",
}


@pytest.mark.parametrize("sentence", SLIPS)
def test_a_slip_beside_them_is_named(sentence: str, tmp_path: Path) -> None:
    [found] = problems(
        mini.write(tmp_path, {MRI: ("It is loud.", sentence.replace(" @.", " [@smith-2020, abstract]."))})
    )
    assert SLIPS[sentence] in found


@pytest.mark.parametrize(
    "line",
    [
        "author: [{family: Leeds, given: University of}]",
        "author: [{family: Leeds, given: Hospital for Women}]",
        "author: [{family: Leeds, given: Spine research}]",
        "author: [{family: Leeds, given: Spine group}]",
        "page: pp. 12-19",
        "page: v19-v12",
        "volume: v12",
        "issue: unknown",
        "title: A trial,, and more",
        "title: Trial of a drug..",
        "URL: https://a.proxy.test/page",
        "URL: https://www.google.com/url?q=x",
    ],
)
def test_a_slip_in_a_field_beside_them_is_named(line: str, tmp_path: Path) -> None:
    key = line.partition(":")[0]
    there = [one for one in mini.FILES[SOURCES].splitlines() if one.startswith(f"  {key}:")]
    old, new = (there[0], f"  {line}") if there else ("  title: A trial", f"  title: A trial\n  {line}")
    [found] = problems(mini.write(tmp_path, {SOURCES: (old, new)}))
    assert found.startswith(SOURCES)


def test_titles_below_a_change_and_labels(tmp_path: Path) -> None:
    changes = mini.FILES["CHANGELOG.md"]
    quoted = "\n\nIt has changed. Why: So. Source: Really?! A reply to Smith et al. (https://a.test/x).\n"
    label = mini.FILES["content/figures.yml"].partition("label: ")[2].partition(",")[0]
    edits: dict = {
        "CHANGELOG.md": changes.rstrip("\n") + quoted,
        "content/figures.yml": (f"label: {label}", "label: Unknown"),
    }
    assert problems(mini.write(tmp_path, edits)) == []
