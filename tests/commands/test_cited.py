"""`make cited`: every sentence that rests on a source, at its place, and a sentence where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

import mini
from conftest import ROOT, run
from faults import FaultError
from guide.content.load import load
from guide.content.prose import citations
from guide.content.site import Site
from guide.outputs.cited import list_cited
from guide.outputs.places import finder

MRI = "content/tests/mri.yml"
TWO = (
    "It is loud.",
    "It is loud [@smith-2020, 1.13.2]. Some wait [@smith-2020, 1.13.20 and 1.2.1; @smith-2020, figure 2].",
)


def listed(folder: Path, where: str = "") -> list[str]:
    return list_cited(load(folder), ["smith-2020"], where).splitlines()


def test_each_sentence_is_named_with_its_place_in_both(tmp_path: Path) -> None:
    lines = listed(mini.write(tmp_path, {MRI: TWO}))
    assert f"{MRI}:5:10: [smith-2020, abstract] It finds 9 in 100." in lines
    assert f"{MRI}:9:5: [smith-2020, 1.13.2] It is loud." in lines
    assert f"{MRI}:9:39: [smith-2020, 1.13.20 and 1.2.1; smith-2020, figure 2] Some wait." in lines
    assert "content/checklist.yml:9:17: [smith-2020] A trial" in lines
    assert 'content/emergency-numbers.yml:4:12: [smith-2020] source of: emergency: "999"' in lines
    assert lines[-1] == f"{len(lines) - 1} sentences in {len({line.split(':')[0] for line in lines[:-1]})} files"


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ("1.13.2", ["9:5"]),
        (" 1.13.2 ", ["9:5"]),
        ("1.13.*", ["9:5", "9:39"]),
        ("1.13", ["9:5", "9:39"]),
        ("1.2.1", ["9:39"]),
        ("13.2", []),
        ("FIGURE", ["9:39"]),
    ],
)
def test_a_place_in_the_source_is_found_whole(where: str, found: list[str], tmp_path: Path) -> None:
    folder = mini.write(tmp_path, {MRI: TWO})
    if not found:
        with pytest.raises(FaultError) as end:
            listed(folder, where)
        assert str(end.value) == (
            "no sentence cites smith-2020 at '13.2' — its places are: 1.13.2 · 1.13.20 and 1.2.1 · abstract · figure 2"
        )
        return
    assert [line.split(": ")[0] for line in listed(folder, where)[:-1]] == [f"{MRI}:{place}" for place in found]


@pytest.mark.parametrize(
    ("where", "at", "not_at"),
    [
        ("1.8.5", ["1.8.5", "1.8.3 to 1.8.7", "1.8.3–1.8.7", "1.8.3-7", "1.8.3, 1.8.5", "1.1 and 1.8.5", "section 1.8",
                   "recommendations 1.8.4 to 1.8.6", "1.8.5, as others restate it", "1.8.5.2"],
                  ["1.8.50", "1.8.3 to 1.8.4", "1.8.6", "11.8.5", "table 1", "page 1", "abstract", "section 1.80", ""]),
        ("1.13", ["1.13", "1.13.2", "1.12.9 to 1.14.1", "section 1"], ["1.130", "1.1.3", "11.3", "table 1"]),
        ("section 1.8", ["1.8.5", "1.8", "sections 1.7 to 1.9"], ["1.80", "page 1"]),
        ("1.8.3 to 1.8.5", ["1.8.4", "1.8.5 to 1.8.9", "1.8"], ["1.8.6"]),
        ("page 13", ["page 13", "pages 12 to 14", "pages 12–14", "pages 2, 13 and 15", "Pages 13 and 15"],
                    ["page 130", "13.1", "table 13", "page 12", "section 13", "13-month list"]),
        ("statement 3", ["statements 2 and 3", "statement 3"], ["statement 2", "table 3"]),
        ("2", ["table 2", "2", "2.1.1", "statements 1 to 3", "table 2, item 3"], ["1.2", "22", "2-hour list"]),
        ("table 2, item 3", ["table 2", "item 3, box 4"], ["table 3", "item 2"]),
        ("abstract", ["Abstract", "abstract and methods"], ["abstracts"]),
        ("item list", ["the item list"], ["item 1"]),
        ("", ["", "1.8.5", "abstract"], []),
    ],
)  # fmt: skip
def test_places_that_meet(where: str, at: list[str], not_at: list[str]) -> None:
    finds = finder(where)
    assert [locator for locator in [*at, *not_at] if finds(locator)] == at


def test_one_is_one(tmp_path: Path) -> None:
    assert listed(mini.write(tmp_path, {MRI: TWO}), "1.2.1")[-1] == "1 sentence in 1 file"


def test_names_may_stand_as_they_were_copied(tmp_path: Path) -> None:
    site = load(mini.write(tmp_path))
    assert list_cited(site, [" @smith-2020, "]) == list_cited(site, ["smith-2020 smith-2020"])
    with pytest.raises(FaultError, match="no source is named — say which"):
        list_cited(site, [" "])


def test_what_is_no_source_or_cannot_be_read_is_said(tmp_path: Path) -> None:
    folder = mini.write(tmp_path)
    with pytest.raises(FaultError) as end:
        list_cited(load(folder), ["smth-2020", "x"], "")
    assert str(end.value).splitlines() == [
        "no reference 'smth-2020' — did you mean 'smith-2020'?",
        "no reference 'x' — use one of: smith-2020",
    ]
    (folder / MRI).write_text("title: [", encoding="utf-8")
    with pytest.raises(FaultError, match=f"{MRI}:1:"):
        listed(folder)


def test_no_sentence_of_the_real_site_is_left_out(site: Site) -> None:
    pairs = {(text.source.path, one.reference) for text in site.prose for one in citations(text)}
    for reference in ("nice-ng12-2015", "girft-ces-pathway-2026", "levack-2002"):
        files = {line.split(":")[0] for line in list_cited((site, []), [reference]).splitlines()[:-1]}
        assert files == {path for path, cited in pairs if cited == reference}


def test_the_command_says_it_in_a_sentence() -> None:
    done = run("python", "scripts/build.py", "cited", "nice-ng12-201", cwd=ROOT)
    assert done.returncode == 1
    assert done.stdout.startswith("no reference 'nice-ng12-201' — did you mean")
    assert "Traceback" not in done.stdout
