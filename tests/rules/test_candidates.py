"""Rules that look only at the texts which may break them find the same as if they looked at all."""

from __future__ import annotations

import re
import sys
from copy import copy
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mini
from guide.content.load import load
from guide.content.site import Site
from guide.content.source import Text
from guide.rules import candidates
from guide.rules.check import OF_ONE_FILE

MODULES = sorted({rule.__module__ for rule in OF_ONE_FILE})
AROUND = ["", " ", "  ", "\n", "\n\n", "- ", "a", "It is so.", "[@smith-2020]", "[[mri]]", "ſ", "İ", "\0", "\1"]


def texts_for(module: str) -> st.SearchStrategy[list[str]]:
    """Texts that hold what the rules of a module look for."""
    patterns = [one for one in vars(sys.modules[module]).values() if isinstance(one, re.Pattern)]
    held = st.sampled_from(patterns or [re.compile("a")]).flatmap(st.from_regex)
    words = st.lists(st.one_of(held, held, st.sampled_from(AROUND)), max_size=4).map("".join)
    return st.lists(words, min_size=1, max_size=3)


@cache
def small() -> Site:
    with TemporaryDirectory() as folder:
        site, _ = load(mini.write(Path(folder)))
    assert site
    return site


def found(module: str, texts: list[str]) -> list[list[str]]:
    """What each rule of a module finds in some texts, which are all that the site says."""
    one = copy(small())
    one.__dict__["texts"] = one.__dict__["prose"] = tuple(map(Text, texts))
    return [[str(problem) for problem in rule(one)] for rule in OF_ONE_FILE if rule.__module__ == module]


@pytest.mark.parametrize("module", MODULES)
@settings(max_examples=150)
@given(data=st.data())
def test_no_text_is_passed_over(module: str, data: st.DataObject) -> None:
    texts = data.draw(texts_for(module))
    quickly = found(module, texts)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(candidates, "_find", lambda hint, whole, start: start if start < len(whole) else -1)
        assert quickly == found(module, texts)


@given(
    st.lists(st.text("ab\n\0"), max_size=5),
    st.sampled_from(["a", "ab", "\n", re.compile("a+"), re.compile("^b$", re.M)]),
)
def test_all_texts_that_hold_a_hint_are_found(texts: list[str], hint: re.Pattern[str] | str) -> None:
    held = [number for number, text in enumerate(texts) if re.search(hint, text)]
    assert {*held} <= {*candidates.where(tuple(texts), hint)}
