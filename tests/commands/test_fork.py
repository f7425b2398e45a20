"""A fork in an hour: a clean copy turned into another group's own builds, and passes the tests about its content."""

from __future__ import annotations

import os
import re

import pytest

from conftest import run
from fork import ADDRESS, Fork, fork
from html_page import parse

# The tests of content: whether it is right, and what a reader gets of it.
ASKED = [
    "content/test_content.py", "content/test_fields.py", "content/test_losses.py", "rules/test_agree.py",
    "rules/test_copies.py", "rules/test_due.py", "rules/test_dates.py", "rules/test_project.py",
    "rules/test_hazards.py", "rules/test_grade.py", "rules/test_anchors.py", "pages", "finish/test_first_view.py",
]  # fmt: skip
# Besides what names the pages that are gone: site.yml, and two more if need be.
MOST = 3
SLOW_AT_MOST = 3600


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Fork:
    return fork(tmp_path_factory.mktemp("fork") / "espalda")


@pytest.mark.long
def test_one_file_makes_it_anothers(made: Fork) -> None:
    print(f"{sorted(made.by_hand)} by hand; {made.mentions} lines on pages that are gone; {made.named} named;")
    print(f"{sorted(made.by_command)} by make format and make agree; {made.seconds:.0f} s")
    assert len(made.by_hand) <= MOST
    assert made.mentions, "two pages are gone, and nothing spoke of them: the test looks at nothing"
    assert sum(made.mentions.values()) <= made.named


@pytest.mark.long
def test_it_builds_below_a_path_under_its_own_name(made: Fork) -> None:
    done = run("mkdocs", "build", cwd=made.folder)
    assert done.returncode == 0, done.stdout
    home, lost = (parse(made.folder / "site" / name) for name in ("index.html", "404.html"))
    assert "Espalda y cáncer" in home.find_all("title")[0].text()
    assert home.find_all("link", rel="canonical")[0].attrs["href"] == ADDRESS
    for page in (home, lost):
        first = page.find_all("p", class_="call")[0].find_all("a")[0]
        assert (first.attrs["href"], first.text()) == ("tel:112", "112 Europe")
        assert "#5b2333" in page.find_all("style")[0].text()
    for page in (made.folder / "site").rglob("*.html"):
        assert "Back pain and cancer" not in page.read_text("utf-8"), page


@pytest.mark.long
def test_its_tests_pass(made: Fork) -> None:
    """No test knows how many pages we have, what they are called, when they were read, or what the site is called."""
    tests = [f"tests/{name}" for name in ASKED]
    options = ["-q", "-p", "no:cacheprovider", "-m", "not long"]
    more = {"TESTED_SITE": "site"} if (made.folder / "site").is_dir() else {}
    env = {name: "" for name in os.environ if name.startswith("PYTEST_")}
    done = run("pytest", *options, *tests, cwd=made.folder, seconds=SLOW_AT_MOST, **more, **env)
    assert done.returncode == 0, "\n".join(re.findall(r"^(?:FAILED|ERROR|E  ).*", done.stdout, re.MULTILINE)[:40])
    print(re.findall(r"\d+ passed.*", done.stdout)[-1])
