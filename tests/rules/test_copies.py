"""What site.yml says once stands everywhere: what is said elsewhere is found, and one command writes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import mini
from colours import contrast as seen
from conftest import ROOT, copy_project, quick
from guide.content.site import Site
from guide.rules.copies import contrast, copies, rewritten

NEW = {
    r"^name: .*": 'name: "Rücken \\"und\\" Krebs"',
    r"^description: .*": "description: A sentence.",
    r"^version: .*": "version: 7.8.9",
    r"^language: en": "address: https://a.github.io/b/\nlanguage: en\ncountry: jp",
    r"^  light: .*": '  light: {bar: "#123456", link: "#234567"}',
    r"^logo: .*": "logo: M1 1h22v22z",
}


def test_each_copy_is_there_and_says_the_same(site: Site) -> None:
    found = [*copies(site.settings)]
    assert len(found) >= 8
    for path, pattern, wanted in found:
        matches = re.findall(pattern, (ROOT / path).read_text("utf-8"), re.MULTILINE)
        assert matches == [wanted], (path, pattern)
    assert rewritten(site) == {}


@pytest.mark.slow
def test_one_command_writes_them_all(tmp_path: Path) -> None:
    """Whatever is changed in site.yml: `make check` names each other place, and has nothing to say after it."""
    project = copy_project(tmp_path)
    for name in ("pyproject.toml", "CITATION.cff"):
        (project / name).write_text((ROOT / name).read_text("utf-8"), "utf-8")
    text = (project / "content/site.yml").read_text("utf-8")
    text = re.sub(r"^(?:address|country): .*\n", "", text, flags=re.MULTILINE)  # a fork has them already
    for pattern, written in NEW.items():
        text, count = re.subn(pattern, lambda _: written, text, count=1, flags=re.MULTILINE)  # noqa: B023
        assert count, pattern
    (project / "content/site.yml").write_text(text, "utf-8")
    _, problems = mini.checked(project)
    named = {problem.path for problem in problems if "make format" in problem.message}
    done = quick("python", "scripts/build.py", "settings", cwd=project)
    assert done.returncode == 0, done.stdout
    changed, problems = mini.checked(project)
    assert changed
    assert [str(one) for one in problems if "make agree" not in one.message] == []
    assert named == {
        "mkdocs.yml", "pyproject.toml", "CITATION.cff", "content/schema.json", "docs/assets/base.css",
        "docs/assets/icon.svg", "docs/assets/print.css", "scripts/theme/main.html",
    }  # fmt: skip
    assert 'site_name: "Rücken \\"und\\" Krebs"' in (project / "mkdocs.yml").read_text("utf-8")
    assert '<p class="call"><a href="tel:119"><strong>119</strong> Japan</a> <a href="tel:' in changed.lost.text


@pytest.mark.parametrize(
    ("country", "row"),
    [
        ("gb", ["999 UK", "112 Europe"]),  # its own entry of the row
        ("fr", ["112 Europe", "999 UK"]),  # it shares a number
        (None, ["112 Europe", "999 UK"]),
    ],
)
def test_the_sites_own_country_comes_first(country: str | None, row: list[str], tmp_path: Path) -> None:
    numbers = mini.FILES["content/emergency-numbers.yml"].replace("Kingdom\n", "Kingdom\n  strip: UK\n")
    europe = 'eu:\n  place: Europe\n  strip: Europe\n  emergency: "112"\n  source: "[@smith-2020]"\n'
    countries = mini.FILES["content/ambulance-numbers.yml"].replace('ambulance: "999"', "listed: uk")
    links = "".join(f'<a href="tel:{one.split()[0]}"><strong>{one[:3]}</strong>{one[3:]}</a>' for one in row)
    edits = {
        "content/emergency-numbers.yml": europe + numbers,
        "content/ambulance-numbers.yml": countries,
        "scripts/theme/404.html": ("</p>", f"</p>{links}"),
        "content/site.yml": ("description:", f"country: {country}\ndescription:" if country else "description:"),
    }
    assert mini.problems(mini.write(tmp_path, edits)) == []
    site, _ = mini.checked(tmp_path)
    assert site
    assert [f"{number} {name}" for number, name in site.row] == row
    if country:
        other = mini.write(tmp_path, {**edits, "scripts/theme/404.html": (
            "</p>", "</p>" + "".join(reversed([f"{one}</a>" for one in links.split("</a>")[:-1]])))})  # fmt: skip
        assert [one.split(" — ")[1] for one in mini.problems(other)] == ["run 'make format', which writes the same"]


def test_contrast_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(seen("rgb(118, 118, 118)", "rgb(255, 255, 255)"))
