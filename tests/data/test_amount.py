"""Figures as editors write them → numbers with bounds of their own, and nothing made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.amount import Amount, read_amount, read_interval

READ = {
    "79%": Amount("exact", 79, None, None, 100, ""),
    "87.5%": Amount("exact", 87.5, None, None, 100, ""),
    "About 80%": Amount("about", 80, None, None, 100, ""),
    "40 to 60%": Amount("range", None, 40, 60, 100, ""),
    "about 40 to 60%": Amount("about", None, 40, 60, 100, ""),
    "More than 90%": Amount("more than", None, 90, None, 100, ""),
    "above 3%": Amount("more than", None, 3, None, 100, ""),
    "up to 40 in 100": Amount("up to", None, None, 40, 100, ""),
    "less than 1 in 1,000": Amount("less than", None, None, 1, 1000, ""),
    "12 of 61": Amount("exact", 12, None, None, 61, ""),
    "1,213 of 2,000": Amount("exact", 1213, None, None, 2000, ""),
    "4.6 in 100": Amount("exact", 4.6, None, None, 100, ""),
    "48 in 1,000 within six months": Amount("exact", 48, None, None, 1000, "within six months"),
    "100% had at least one of four signs": Amount("exact", 100, None, None, 100, "had at least one of four signs"),
    "2.6": Amount("exact", 2.6, None, None, None, ""),
    "3 to 13": Amount("range", None, 3, 13, None, ""),
}


@pytest.mark.parametrize("written", READ)
def test_what_is_read(written: str) -> None:
    assert read_amount(written) == READ[written]


@pytest.mark.parametrize(
    "written", ["most", "", "~5", "<1%", "60-80%", "60 to 40%", "101%", "7 in 5", "5 %", "2,6", "1e3"]
)
def test_what_is_not_guessed(written: str) -> None:
    assert read_amount(written) is None


def test_an_interval_in_words_stays_in_words() -> None:
    assert read_interval("1.2 to 5.8") == (1.2, 5.8)
    assert read_interval("9 to 33 for the lowest, 30 to 56 for the highest") is None


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_every_part_of_a_whole_is_read(part: int, whole: int) -> None:
    amount = read_amount(f"{part:,} of {whole:,}")
    assert amount
    assert (amount.number, amount.per) == (part, whole)


@given(st.text(max_size=30))
def test_nothing_that_is_written_ends_it(written: str) -> None:
    amount = read_amount(written)
    assert amount is None or (amount.number, amount.low, amount.high) != (None, None, None)
