"""How hard pages are to read: what readers get keeps the limits, and the rule measures the same words as they read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import textstat

import mini
import reading
from guide.content.site import Site
from guide.rules.reading_grade import limit_of
from guide.rules.reading_text import BLOCKS, Reader
from guide.templates import BLOCKS as TEMPLATES
from html_page import Element, address_of
from mini import problems
from ours import SITE


@pytest.mark.parametrize("name", sorted(SITE.pages))
def test_reading_grade(name: str, pages: dict[str, Element]) -> None:
    page = SITE.pages[name]
    text = reading.prose(pages[address_of(SITE.path_of(page))])
    assert len(text.split()) > 30, "the test sees no prose on this page"
    assert reading.grade(text, page.unavoidable) <= limit_of(SITE, page).limit


def test_what_the_rule_measures_is_what_readers_read(pages: dict[str, Element], site: Site) -> None:
    """To a tenth of a grade on nearly all pages, and line by line where no block is filled in."""
    reader, far = Reader(site), {}
    for page in site.pages.values():
        built = reading.prose(pages[address_of(site.path_of(page))])
        lines = [line.words for line in reader.lines(page)]
        away = abs(reading.grade(built, page.unavoidable) - reading.grade("\n".join(lines), page.unavoidable))
        far |= {page.id: round(away, 1)} if away > 0.05 else {}
        if page.kind != "docs":
            assert sorted(built.split("\n")) == sorted(lines), page.id
    print("further than a tenth of a grade:", far)
    assert all(away <= 0.3 for away in far.values()), far
    assert len(far) <= 3


def test_each_block_with_sentences_is_measured() -> None:
    assert TEMPLATES.keys() - BLOCKS.keys() == {
        "claims", "data-files", "emergency-numbers", "evidence", "picture", "references", "review-sheets",
    }, "tables, lists, a link"  # fmt: skip
    assert TEMPLATES.keys() >= BLOCKS.keys()


def test_grades_are_those_of_textstat(pages: dict[str, Element]) -> None:
    for where, page in pages.items():
        text = reading.prose(page)
        assert reading.grade(text) == textstat.flesch_kincaid_grade(text), where


def test_the_grade_tells_plain_from_hard() -> None:
    plain = "It hurts at night. You can't sleep. Ring your doctor today."
    hard = "Nocturnal exacerbation of musculoskeletal symptomatology necessitates multidisciplinary investigation."
    assert reading.grade(plain) < 3 < 15 < reading.grade(hard)
    assert reading.grade(hard, "multidisciplinary") < reading.grade(hard)


# Words no page needs, one hard sentence after another.
HARD = "Interdisciplinary considerations necessitate comprehensive musculoskeletal reinvestigation immediately. "


def hard_pages(root: Path, edits: dict) -> Iterator[str]:
    return (found for found in problems(mini.write(root, edits)) if "grade" in found)


@pytest.mark.parametrize(
    ("path", "old"),
    [
        ("content/tests/mri.yml", "It is loud."),
        ("docs/index.md", "Hello."),
        ("content/glossary.yml", "The soft tissue inside bones."),
        ("content/checklist.yml", "Take it along."),
        ("content/leaflets.yml", "Ring your doctor."),
        ("content/disagreements.yml", "Some say soon."),
    ],
)
def test_hard_words_are_found_wherever_they_stand(path: str, old: str, tmp_path: Path) -> None:
    shows = {"docs/source-article.md": ("{{ claims }}", "{{ claims }}\n\n{{ disagreements }}")}
    found = list(hard_pages(tmp_path, {path: (old, f"Well now. {HARD * 9}"), **shows}))
    line = mini.FILES[path][: mini.FILES[path].index(old)].count("\n") + 1
    assert found
    assert all(one.startswith(f"{path}:{line}:") for one in found), found
    assert all("split it, or say it in shorter words" in one for one in found)


def test_reading_grades_of_all_pages(pages: dict[str, Element]) -> None:
    """The median, and the ten hardest pages: `pytest -rP -k grades_of_all`."""
    grades = sorted(
        (reading.grade(reading.prose(pages[address_of(SITE.path_of(page))]), page.unavoidable), page.id)
        for page in SITE.pages.values()
    )
    excused = {page.id: page.unavoidable for page in SITE.pages.values() if page.unavoidable}
    print(f"median {grades[len(grades) // 2][0]}; hardest: {grades[:-11:-1]}; one term left out: {excused}")
    assert all(grade < 18 for grade, _ in grades)
