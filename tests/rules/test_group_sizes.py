"""Which numbers in a sentence are the sizes of groups of people, and which are not."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from guide.content.site import Site
from guide.rules.group_sizes import known, sizes

NOUNS = ("people", "adults", "men", "women", "children", "patients", "participants", "cases")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It was found in 16 out of 153.", ["153"]),
        ("Pain came first (n = 153), then weakness (n=20).", ["153", "20"]),
        ("153 participants answered.", ["153"]),
        ("They asked 153 older patients, 40 women, 30 men, 20 children and 10 cases.", ["153", "40", "30", "20", "10"]),
        ("1,000 people came to one hospital; it was seen in 1,000 women.", ["1,000", "1,000"]),
        ("A study of 1,200 cases.", ["1,200"]),
        ("They asked 1999 people, and 12 of 1998 women.", ["1999", "1998"]),
        ("In 153 people in 10 hospitals it was rare.", ["153"]),
        ("Chordomas were a tenth, among 1,209 in three banks.", ["1,209"]),
        ("Of the 41, two had it; half of these 30 did not.", ["41", "30"]),
        ("Of 41 people, 10 men had it, as had 50 women.", ["41", "50"]),
        ("16 people of the 3,200 had it, and 17 women out of 2,100 men and women.", ["3,200", "2,100"]),
        ("Two of 87 bones broke, in a total of 4181, in two groups of 60.", ["87", "4181", "60"]),
    ],
)
def test_sizes(words: str, found: list[str]) -> None:
    assert [size.written for size in sizes(words, NOUNS)] == found


@pytest.mark.parametrize(
    "words",
    [
        "It was in 27 in 100 people, 3 per 1,000 women and 9 of every 100 men.",
        "About 64 of 100 people have it, 7 in 1,000 have more, and 1 in 12 people more still.",
        "9 people in 100 have it, 4 people out of 1,000 more.",
        "Three of 12 studies, 5 of the 15 European countries and 2 of 45 hospitals said so.",
        "The 25 UK clinics where people were seen; 11 studies of people; 33 reviews in which people were counted.",
        "People aged 65, women over 50, 70 or over, 16 to 75 and those younger than 40 people know.",
        "Men aged 60 and women aged 50 or over; 30-year-old people; pain of 3 months; half of 12 weeks.",
        "In 2012 people were asked, from 1999 to 2007 women, since 2019 adults.",
        "T12 people, Type 2 patients, stage 4 patients, 3.5 people, 9% of people, table 2 people.",
        "The 2020 US children's survey; in May 2019 patients came; group 2 patients, those of day 10 people.",
        "6 million people, 30 cases a year per 100,000 people, 5 new cases in 1,000 adults.",
        "A score out of 100, of 20 mm, with 2 times more people.",
        "The 508 were women, and 66 days after people came.",
    ],
)
def test_no_sizes(words: str) -> None:
    assert [size.written for size in sizes(words, NOUNS)] == []


def test_what_a_source_counted() -> None:
    said = (
        "4,181 people aged 65 to 80, and 20 aged 90, in 25 studies from three countries, 2002 to 2014, seen for 24 "
        "months, one US hospital, 2022; 3,357 counted for survival, 1,321 with one visit; six walked; 37.6% had pain"
    )
    groups, things = known(said, NOUNS)
    assert [*groups.values()] == ["4,181", "20", "3,357", "1,321", "six"]
    assert things == {25, 3}


def test_no_real_sentence_is_passed_over(site: Site) -> None:
    """The rule looks at hundreds of groups: it would be silent too if it saw none."""
    assert sum(len([*sizes(text, NOUNS)]) for text in site.prose) > 400


def test_a_source_that_cannot_be_read_accuses_nobody(tmp_path: Path) -> None:
    edits = {
        "content/references.yml": ("smith-2020:", "jones-2019: {title: x}\nsmith-2020:"),
        "content/tests/mri.yml": (
            "It finds 9 in 100 [@smith-2020, abstract].",
            "Of 41 people, 9 in 100 had it [@smith-2020, abstract; @jones-2019].",
        ),
    }
    found = mini.problems(mini.write(tmp_path, edits))
    assert found
    assert all(problem.startswith("content/references.yml:1:13: ") for problem in found), found
