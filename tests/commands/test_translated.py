"""`build.py translated`: it says from which English the texts of a language were made, once nothing else is amiss."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
import pseudo
from guide.content.emergency_numbers import dial
from guide.content.load import load
from guide.content.translation import translations
from translated import say_from_which

LOCK = "content/qps-ploc/translated.lock.yml"
MRI, PAGE = "content/tests/mri.yml", "content/qps-ploc/tests/mri.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    mini.write(tmp_path)
    pseudo.translate(tmp_path, pseudo.PLOC)
    return tmp_path


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def test_a_new_translation_is_written_down(root: Path) -> None:
    (root / LOCK).unlink()
    assert any("nobody said from which English" in problem for problem in mini.problems(root))
    assert say_from_which(root, "qps-ploc", []).endswith(
        f"written. Look through {LOCK}, and commit it with your change"
    )
    assert mini.problems(root) == []


def test_what_is_to_be_mended_comes_first(root: Path) -> None:
    before = (root / LOCK).read_text("utf-8")
    edit(root, PAGE, "[@smith-2020, abstract]", "")
    with pytest.raises(
        SystemExit, match=r"mend these first, nothing was written:\ncontent/qps-ploc/tests/mri\.yml:4:11"
    ):
        say_from_which(root, "qps-ploc", [])
    assert (root / LOCK).read_text("utf-8") == before


def test_words_that_hold_are_named(root: Path) -> None:
    edit(root, MRI, "A scan with a magnet.", "A scan with one magnet.")
    assert "the English of 'brief' has changed since" in say_from_which(root, "qps-ploc", [])
    with pytest.raises(SystemExit, match="no place 'mri:brief'"):
        say_from_which(root, "qps-ploc", ["mri:brief"])
    assert "has changed" not in say_from_which(root, "qps-ploc", [f"{PAGE}:brief"])
    with pytest.raises(SystemExit, match="no language 'qps' — use one of: qps-ploc"):
        say_from_which(root, "qps", [])


def test_a_sign_that_is_taken_out_stops_the_build_and_a_new_one_does_not(root: Path) -> None:
    """A card that was whole when it was read beside the English has lost something since; an English one grows."""
    cards = "content/qps-ploc/checklist.yml"
    text = (root / cards).read_text("utf-8")
    (root / cards).write_text(text.replace(text[text.index("  second:") : text.index("none:")], ""), "utf-8")
    assert [one for one in mini.problems(root) if "cards.second" in one] == [
        f"{cards}:2:3: 'cards.second' is missing here — translate it: “Call today if you have”"
    ]


def test_numbers_to_call_are_those_of_the_english(root: Path) -> None:
    """Whatever stands round a number in another language, it is one that is dialled, and no other is."""
    assert dial("⟦112 ör 0800 611 116 ör 12⟧", "112 or 0800 611 116", ' dir="ltr"') == (
        '⟦[112](tel:112){: dir="ltr" } ör [0800 611 116](tel:0800611116){: dir="ltr" } ör 12⟧'
    )
    edit(root, "content/emergency-numbers.yml", 'emergency: "999"', 'emergency: "999"\n  strip: UK')
    edit(root, "content/qps-ploc/emergency-numbers.yml", "  emergency:", '  strip: "⟦ÚK⟧"\n  emergency:')
    site, _ = load(root)
    assert site
    assert translations(site)["qps-ploc"].site.row == [("999", "⟦ÚK⟧")]
