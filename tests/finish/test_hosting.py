"""What the code host runs and shows for us. Each check stands beside a bad example that it must refuse."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from conftest import ROOT, run
from guide.content.site import Site
from guide.content.source import Text
from guide.rules import wording

pytestmark = pytest.mark.slow

GITHUB = ROOT / ".github"
WORKFLOWS = {p.name: p.read_text(encoding="utf-8") for p in sorted((GITHUB / "workflows").iterdir())}
FORMS = [f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("bug", "correction")]

# The only jobs that may write, and what.
WRITERS = {
    ("site.yml", "publish"): {"pages", "id-token"},
    ("links.yml", "links"): {"issues"},
    ("engines.yml", "report"): {"issues"},
    ("overdue.yml", "overdue"): {"issues"},
    ("release.yml", "release"): {"contents", "id-token", "attestations"},
}
BAD = """\
on: pull_request
permissions: read-all
jobs:
  publish:
    runs-on: ubuntu-latest
    permissions: {contents: write}
    steps:
      - uses: actions/checkout@v7
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
      - run: echo "${{ github.event.pull_request.title }}"; make nothing
      - {uses: actions/upload-pages-artifact@v5, with: {path: elsewhere}}
      - {run: make test, env: {TESTED_SITE: site}}
"""


PATHS = [f".github/workflows/{name}" for name in WORKFLOWS]
NONSENSE = "version: nothing\njobs: []\nbody: []\n"
SCHEMAS = {
    "vendor.github-workflows": (PATHS, NONSENSE),
    "custom.github-workflows-require-timeout": (PATHS, BAD),
    "vendor.dependabot": ([".github/dependabot.yml"], NONSENSE),
    "vendor.github-issue-forms": (FORMS, NONSENSE),
    "vendor.github-issue-config": ([".github/ISSUE_TEMPLATE/config.yml"], NONSENSE),
}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_host_understands_every_file(schema: str, tmp_path: Path) -> None:
    """The second schema wants a time limit for every job."""
    (tmp_path / "bad.yml").write_text(SCHEMAS[schema][1], encoding="utf-8")
    from check_jsonschema import main  # takes seconds to load, once for all of them

    for files, status in ((SCHEMAS[schema][0], 0), ([str(tmp_path / "bad.yml")], 1)):
        done = CliRunner().invoke(main, ["--builtin-schema", schema, *(str(ROOT / file) for file in files)])
        assert done.exit_code == status, done.output


def test_zizmor_finds_nothing(tmp_path: Path) -> None:
    """In its strictest mood, and nothing is ignored."""
    command = ["zizmor", "--offline", "--no-progress", "--no-ignores", "--persona=auditor", "--strict-collection"]
    done = run(*command, ".github/dependabot.yml", *PATHS)
    assert done.returncode == 0, done.stdout
    (tmp_path / "bad.yml").write_text(BAD, encoding="utf-8")
    bad = run(*command, str(tmp_path / "bad.yml"))
    assert (bad.returncode > 10, "template-injection" in bad.stdout) == (True, True), bad.stdout


def loose_pins(text: str) -> list[str]:
    """Actions that are not held to one commit, whose version a comment names."""
    used = re.findall(r"uses: *(.*)", text)
    assert used
    return [line for line in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)]


def rights(name: str, workflow: dict[str, Any]) -> Iterator[str]:
    """Rights that nobody meant to give."""
    if workflow["permissions"] != {}:
        yield "all jobs have rights"
    for job, its in workflow["jobs"].items():
        writes = {right for right, level in its["permissions"].items() if level == "write"}
        if writes != WRITERS.get((name, job), set()):
            yield f"{job} may write {sorted(writes)}"


def commands(workflow: dict[str, Any]) -> str:
    return "\n".join(step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step)


def unknown_targets(workflow: dict[str, Any]) -> set[str]:
    targets = re.findall(r"^([\w./ -]+):(?!=)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return set(re.findall(r"\bmake ([\w./-]+)", commands(workflow))) - set(" ".join(targets).split())


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_is_locked_down(name: str) -> None:
    workflow = yaml.safe_load(WORKFLOWS[name])
    assert name in {name for name, _ in WRITERS}
    assert WORKFLOWS[name].startswith("# "), "the first line says what it does and why"
    assert loose_pins(WORKFLOWS[name]) == []
    assert list(rights(name, workflow)) == []
    assert "${{" not in commands(workflow), "a shell gets words of others from its environment only"
    assert unknown_targets(workflow) == set()


def test_a_loose_workflow_is_seen() -> None:
    bad = yaml.safe_load(BAD)
    assert len(loose_pins(BAD)) == 3
    assert list(rights("site.yml", bad)) == ["all jobs have rights", "publish may write ['contents']"]
    assert "${{" in commands(bad)
    assert unknown_targets(bad) == {"nothing"}


def published_as_tested(job: dict[str, Any]) -> bool:
    """The folder that is kept for publishing is the one the tests looked at, and nothing runs in between."""
    steps = job["steps"]
    tested = next(i for i, step in enumerate(steps) if "TESTED_SITE" in step.get("env", {}))
    kept = next(i for i, step in enumerate(steps) if "upload-pages-artifact@" in step.get("uses", ""))
    same = steps[kept]["with"]["path"] == steps[tested]["env"]["TESTED_SITE"] == "site"
    return same and steps[tested]["run"] == "make test" and kept == tested + 1


def test_what_is_published_is_what_was_tested() -> None:
    jobs = yaml.safe_load(WORKFLOWS["site.yml"])["jobs"]
    assert published_as_tested(jobs["test"])
    assert not published_as_tested(yaml.safe_load(BAD)["jobs"]["publish"])
    asks = next(step for step in jobs["test"]["steps"] if step.get("id") == "pages")
    assert asks["if"].startswith("github.ref == 'refs/heads/main' && (")
    assert jobs["publish"]["needs"] == "test"
    assert jobs["publish"]["if"].startswith("github.ref == 'refs/heads/main' && ")
    assert [step["uses"].partition("@")[0] for step in jobs["publish"]["steps"]] == ["actions/deploy-pages"]


def script(workflow: str, job: str, words: str) -> str:
    """The commands of the one step that says `words`."""
    steps = yaml.safe_load(WORKFLOWS[workflow])["jobs"][job]["steps"]
    return next(step["run"] for step in steps if words in step.get("run", ""))


def test_a_tag_must_be_the_version(site: Site) -> None:
    check = ["bash", "-e", "-c", script("release.yml", "build", "GITHUB_REF_NAME")]
    assert run(*check, GITHUB_REF_NAME=f"v{site.settings.version}").returncode == 0
    for tag in ("v9.9.9", "v", f"v{site.settings.version}.1"):
        assert run(*check, GITHUB_REF_NAME=tag).returncode == 1, tag


# What stands in for GitHub's command, and for make: they write down what they were asked, and answer as told.
GH = """#!/bin/sh
echo "$@" >> asked
for file; do :; done
case $2 in list) echo "$OPEN" ;; *) cat "$file" >> asked ;; esac
"""
MAKE = '#!/bin/sh\nprintf %s "$FOUND"\ntest -z "$FOUND$BROKEN"\n'


WEEKS = [
    ("", "", "", 0, ""),  # nothing to report
    ("due: lung\n", "", "", 0, "issue create --title Pages to read again"),
    ("due: lung\n", "", "7", 0, "issue comment 7 "),  # a thread is open
    ("", "yes", "", 1, ""),  # it broke: silence would look like good news
]


@pytest.mark.parametrize("week", WEEKS)
def test_weekly_findings_reach_an_issue(week: tuple[str, str, str, int, str], tmp_path: Path) -> None:
    found, broken, opened, status, asked = week
    (tmp_path / ".github").symlink_to(GITHUB)
    for name, text in {"gh": GH, "make": MAKE}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    told = {"FOUND": found, "BROKEN": broken, "OPEN": opened, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    told |= {"GITHUB_SERVER_URL": "https://example.org", "GITHUB_REPOSITORY": "a/b", "GITHUB_RUN_ID": "1"}
    done = run("bash", "-e", "-c", script("overdue.yml", "overdue", "report.sh"), cwd=tmp_path, **told)
    assert done.returncode == status, done.stdout
    said = (tmp_path / "asked").read_text(encoding="utf-8") if (tmp_path / "asked").exists() else ""
    assert asked in said
    assert ("    due: lung" in said) == ("actions/runs/1" in said) == bool(asked)


@pytest.mark.parametrize("path", [*FORMS, ".github/pull_request_template.md", "SECURITY.md"])
def test_no_banned_word_where_people_report(path: str, site: Site) -> None:
    words = Text((ROOT / path).read_text(encoding="utf-8"))
    assert list(wording.banned_in(words, words, 0, site.settings.banned)) == []
    assert list(wording.banned_in(words + " all clear", words, 0, site.settings.banned))


def test_a_correction_asks_for_harm_first() -> None:
    form = yaml.safe_load((ROOT / FORMS[1]).read_text(encoding="utf-8"))["body"]
    assert [part["id"] for part in form[1:]] == ["harm", "page", "wrong", "right", "source"]
    assert [part["id"] for part in form[1:] if not part.get("validations", {}).get("required")] == ["right"]
    assert "nothing about your own health" in form[0]["attributes"]["value"]
