"""The safety lock: nothing that people are told to do changes unless somebody agrees to it, with reason and source."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import mini
from build import main, renew
from conftest import ROOT, copy_project
from guide.content.due import ADVICE
from guide.content.load import load
from guide.content.prose import BLOCK
from guide.content.site import Site, texts_in
from guide.content.source import Text
from guide.outputs import safety_lock
from guide.outputs.safety_lock import subject
from guide.rules import safety
from guide.rules.advice import plain, told
from guide.rules.differences import Difference

CHECKLIST = "content/checklist.yml"
LEAFLETS = "content/leaflets.yml"
STRINGS = "content/strings/en.yml"
WHY = "A guideline now says so"
SPEEDS = re.compile(r"^  (?:now|today): {label.*\n", re.MULTILINE)
NOW, TODAY = SPEEDS.findall(mini.FILES["content/site.yml"])


def problems(root: Path) -> list[str]:
    site, found = load(root)
    return [*map(str, found), *map(str, safety.changed_advice(site))] if site else [*map(str, found)]


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert text.count(old) >= 1
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def leaves(value: object) -> list[str]:
    if isinstance(value, (dict, list)):
        return [leaf for part in (value.values() if isinstance(value, dict) else value) for leaf in leaves(part)]
    return [value]


def names(value: object) -> list[str]:
    """Every key of what is told: a speed and the label of a group are keys there."""
    return [key for name, part in value.items() for key in (name, *names(part))] if isinstance(value, dict) else []


def test_every_text_of_the_checklist_is_locked(site: Site) -> None:
    """All its models' fields, those to come too. What is left out is named, and no page shows it."""
    locked = {id(leaf) for leaf in leaves(told(site))}
    assert [text for text in texts_in(site.checklist) if id(text) not in locked] == [*site.checklist.left_out.values()]
    locked |= {id(name) for name in names(told(site)["leaflets"])}
    open_ = [text for text in texts_in(site.leaflets) if id(text) not in locked]
    assert open_ == [why for leaflet in site.leaflets.leaflets.values() for why in leaflet.not_owed.values()]
    settings = site.settings
    vocabulary = [*texts_in(settings.tiers), *texts_in(settings.audiences), settings.emergency, settings.emergency_more]
    notes = [kind.note for kind in settings.kinds.values() if kind.note]
    numbers = [text for n in site.numbers.values() for text in texts_in(n) if text is not n.source]
    assert notes
    calls = [f"{one.place}; " for one in site.ambulance.countries.values()]
    everything = "".join(leaves(told(site)))
    assert [call for call in calls if f"place: {call}" not in everything] == []
    # Each knows its place, or a change would be told at another one.
    assert [leaf for leaf in leaves(told(site)) if not isinstance(leaf, Text) or leaf.source.path == "(no file)"] == []
    assert [text for text in [*vocabulary, *notes, *numbers] if id(text) not in locked] == []


def test_the_lock_holds_what_the_site_says(site: Site) -> None:
    """As the file stands: the words a reviewer reads in it are the words of the content."""
    lock = yaml.safe_load((ROOT / safety.LOCK).read_text("utf-8"))["told"]
    assert leaves(lock) == leaves(told(site))
    assert lock["checklist"]["cards"]["now-anyone"]["items"]["chest"]["text"].startswith("New chest pain that lasts")
    assert lock["leaflets"]["lines"]["chest-pain"]["text"].startswith("**New chest pain** over 15 minutes")
    shown = [
        page.id for page in site.pages.values() if any(b["name"] in ADVICE for b in BLOCK.finditer(page.body or ""))
    ]
    assert set(lock["shown on"]) == {*shown} >= {"had-cancer", "children", "checklist", "card", "numbers"}


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (CHECKLIST, "text: Weak legs", "text: Weak arms", "it was 'Weak legs', it is 'Weak arms'"),
        (CHECKLIST, "tier: today", "tier: now", "second · tier: it was 'today', it is 'now'"),
        (CHECKLIST, "        source: A trial [@smith-2020]\n", "        source: Our own choice\n", "source: it was"),
        (CHECKLIST, "    items:", "    lead: Wait a day.\n    items:", "lead: new here is 'Wait a day.'"),
        (CHECKLIST, "Come back if it changes.", "All is well.", "none · text: it was"),
        (LEAFLETS, "**Weak legs**", "**Weak arms**", "weak · text: it was '**Weak legs**', it is '**Weak arms**'"),
        (LEAFLETS, "signs: [legs]", "signs: [legs, fever]", "weak · signs: it was 'legs', it is 'legs; fever'"),
        (LEAFLETS, "lines: [weak]", "lines: [weak, hot]", "now · groups · Legs: it was 'weak', it is 'weak; hot'"),
        (LEAFLETS, "heading: Call now", "heading: Call later", "checklist · cards · now · heading: it was 'Call now'"),
        (LEAFLETS, "lead: Ring your doctor", "lead: Ring nobody", "cards · today · lead: it was 'Ring your doctor.'"),
        (LEAFLETS, "audiences: [anyone]", "audiences: [others]", "checklist · audiences: it was 'anyone'"),
        (LEAFLETS, "pocket: [weak]", "pocket: [weak, hot]", "checklist · pocket: it was 'weak', it is 'weak; hot'"),
        (CHECKLIST, "signs: [mri]", "signs: [mri, index]", "signs: it was 'mri', it is 'mri; index'"),
        ("content/site.yml", "See [[mri]].", "See [[tests]].", "more: it was 'See [[mri]].'"),
        ("content/site.yml", "label: Now", "label: Some day", "tiers · now · label: it was 'Now'"),
        ("content/site.yml", "seen: now", "seen: next week", "tiers · now · seen: it was 'now', it is 'next week'"),
        (
            "content/site.yml",
            "tiers:\n" + NOW + TODAY,
            "tiers:\n" + TODAY + NOW,
            "tiers · order: it was 'now, today', it is 'today, now'",
        ),
        ("content/emergency-numbers.yml", '"999"', '"998"', "uk · emergency: it was '999', it is '998'"),
        ("docs/index.md", "Hello.", "{{ emergency-numbers }}", "new here is 'emergency-numbers, below: the summary'"),
        ("content/glossary.yml", "inside bones.", "inside bones. Wait.", "marrow · meaning: new here is 'Wait.'"),
        (
            "content/glossary.yml",
            "inside bones.",
            "inside. [[emergency]]",
            "marrow · meaning: new here is '[[emergency]]'",
        ),
        ("scripts/theme/404.html", "Call now.", "", "address · its lines: it was '<p class="),
        ("scripts/theme/404.html", 'class="emergency"', "", "address · its lines: it was '<p class="),
        ("scripts/theme/404.html", "<p", "Stray.\n<p", "address · its lines: new here is 'Stray.'"),
        (STRINGS, "Ring {ring}, be seen {seen}", "Ring {seen}, be seen {ring}", "en · clocks: it was 'Ring {ring}, be"),
        (STRINGS, 'one: "{count} place"', 'one: "no place"', "en · places · one: it was '{count} place'"),
    ],
)
def test_any_change_is_said_where_it_stands(path: str, old: str, new: str, said: str, tmp_path: Path) -> None:
    edit(mini.write(tmp_path), path, old, new)
    found = problems(tmp_path)
    assert len(found) == 1 or "shown on" in found[-1], found  # a page that shows cards is held whole
    assert all(line.startswith(f"{path}:") for line in found)
    assert said in found[-1]
    assert found[-1].endswith("— undo it, or if it is meant: make agree")


def test_editors_elsewhere_never_meet_it(tmp_path: Path) -> None:
    mini.write(tmp_path)
    edit(tmp_path, "content/tests/mri.yml", "It is loud.", "It is quiet.")
    edit(tmp_path, "docs/index.md", "Hello.", "Good day.\n\n## More\n\nAnd so on.")
    edit(tmp_path, "content/site.yml", "name: Mini", "name: Small")
    edit(tmp_path, "content/glossary.yml", "soft tissue", "soft part")
    (tmp_path / "content/tests/ct.yml").write_text(mini.FILES["content/tests/mri.yml"].replace("MRI", "CT"), "utf-8")
    assert problems(tmp_path) == []


def test_a_page_that_loses_its_cards_is_named(tmp_path: Path) -> None:
    mini.write(
        tmp_path,
        {"docs/index.md": ("Hello.", "{{ card first }}"), "docs/glossary.md": ("See", "{{ card second }}\n\nSee")},
    )
    edit(tmp_path, "docs/index.md", "{{ card first }}", "Hello.")
    [found] = [line for line in problems(tmp_path) if "shown on" in line]
    assert found.startswith("docs/index.md:2:8: ")
    assert "'card first, below: the summary' is gone" in found


def test_a_page_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    mini.write(tmp_path, {"docs/index.md": ("Hello.", "{{ card first }}")})
    edit(tmp_path, "docs/index.md", "brief: The first page.", "breif: The first page.")
    found = problems(tmp_path)
    assert found
    assert not [line for line in found if safety.CHANGED in line]


def test_agreeing_shows_the_change_and_writes_it_down(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The urgent first, what becomes slower or goes away loudest."""
    mini.write(tmp_path)
    before = yaml.safe_load((tmp_path / safety.LOCK).read_text("utf-8"))
    edit(tmp_path, CHECKLIST, "text: Fever", "text: A fever")
    edit(tmp_path, CHECKLIST, "text: Weak legs", "text: Legs that are weak")
    renew(tmp_path, WHY, "smith-2020; our own careful choice", first=False)
    shown = capsys.readouterr().out
    assert shown.splitlines() == [
        "signs · legs · text", "   - Weak legs", "   + Legs that are weak",
        "signs · fever · text", "   - Fever", "   + A fever",
    ]  # fmt: skip
    assert problems(tmp_path) == []
    after = yaml.safe_load((tmp_path / safety.LOCK).read_text("utf-8"))
    kept = [{key: value for key, value in old.items() if key != "changes"} for old in before["agreed"]]
    assert after["agreed"][:-1] == kept, "what was agreed to before stays written down: when, why and by which source"
    entry = after["agreed"][-1]
    assert entry["reason"] == WHY
    assert entry["source"] == "smith-2020; our own careful choice"
    assert entry["changes"] == [
        "signs · legs · text: Weak legs → Legs that are weak",
        "signs · fever · text: Fever → A fever",
    ]
    changes = (tmp_path / "CHANGELOG.md").read_text("utf-8")
    assert (
        "What people are told to do has changed: the sign “Legs that are weak”; the sign “A fever”. "
        f"Why: {WHY}. Source: A trial (https://example.org/trial); our own careful choice.\n"
    ) in changes
    assert changes.index("What people are told") < changes.index("## 22 November 2026"), "the newest stands first"
    assert "First." in changes


def test_a_sign_that_becomes_slower_or_goes_is_said_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mini.write(tmp_path)
    edit(tmp_path, CHECKLIST, "tier: now", "tier: today")
    edit(tmp_path, CHECKLIST, "      fever:", "      cough:")
    edit(tmp_path, LEAFLETS, "signs: [fever]", "signs: [cough]")
    renew(tmp_path, WHY, "smith-2020", first=False)
    assert capsys.readouterr().out.splitlines()[:2] == [
        "!! LESS URGENT: the sign 'legs' was 'now' and is now 'today'",
        "!! LESS URGENT: the sign 'fever' (today) is on no card any more",
    ]


@pytest.mark.parametrize(
    ("reason", "source", "said"),
    [
        ("update", "smith-2020", "the reason has fewer than 3 words"),
        ("   ", "smith-2020", "the reason has fewer than 3 words"),
        ("See <b>the</b> new guideline", "smith-2020", "the reason holds '<'"),
        (WHY, "   ", "the source is empty"),
        (WHY, "smth-2020", "no source 'smth-2020' — did you mean 'smith-2020'?"),
        (WHY, "smith-2020; somebody told me", "no source 'somebody told me'"),
        (WHY, "javascript:alert()", "no source 'javascript:alert()'"),
    ],
)
def test_no_reason_or_source_no_agreement(reason: str, source: str, said: str, tmp_path: Path) -> None:
    mini.write(tmp_path)
    edit(tmp_path, CHECKLIST, "text: Fever", "text: A fever")
    files = own_files(tmp_path)
    with pytest.raises(SystemExit, match="nothing was agreed to") as end:
        renew(tmp_path, reason, source, first=False)
    assert said in str(end.value)
    assert files == own_files(tmp_path)


def own_files(folder: Path) -> dict[Path, bytes]:
    """What an editor has: not what is kept for the next build."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and "build" not in path.parts}


def test_every_part_of_what_is_told_has_a_readers_name(site: Site) -> None:
    for part in told(site):
        assert subject(Difference((part, "x", "y"), "a", "b", Text("")), site)
    word = next(iter(site.glossary))
    for what, said in {
        ("leaflets", "lines", "pee-poo", "text"): "the line “Pee or poo: can't start, feel or hold it”",
        ("leaflets", "leaflets", "children", "cards", "now", "lead"): "the leaflet “Under 18”",
        ("said", "lung", "pain"): f"the page “{site.pages['lung'].title}”",
        ("said", f"the word {word}", "meaning"): f"the word “{site.glossary[word].term}”",
        ("said", "a-page-that-is-gone", "pain"): "what is gone, “a-page-that-is-gone”",
        ("tiers", "order"): "what each speed means",
    }.items():
        assert subject(Difference(what, "a", "b", Text("")), site) == said


def test_many_changes_are_not_said_to_stand_where_the_next_agreement_clears_them(tmp_path: Path) -> None:
    mini.write(tmp_path)
    signs = "".join(f"      s{n}: {{text: Sign {n}, source: '[@smith-2020]', signs: [mri]}}\n" for n in range(8))
    old = mini.FILES[CHECKLIST]
    at = old.index("      ", old.index("items:"))
    (tmp_path / CHECKLIST).write_text(old[:at] + signs + old[at:], "utf-8")
    site, _ = load(tmp_path)
    assert site
    said = safety_lock.changelog(site, mini.TODAY, WHY, "smith-2020")
    assert safety_lock.named(" smith-2020; @jones-2019;; ") == ["smith-2020", "jones-2019"]
    assert "has changed: 8 places. The history of the code names each. Why: " in said


def test_it_asks_for_what_it_was_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mini.write(tmp_path)
    edit(tmp_path, CHECKLIST, "text: Fever", "text: A fever")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(SystemExit, match="say why"):
        renew(tmp_path, None, None, first=False)
    answers = iter([WHY, "https://example.org/guideline"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert renew(tmp_path, "", "", first=False).startswith("agreed to.")
    assert problems(tmp_path) == []


def test_other_problems_come_first(tmp_path: Path) -> None:
    mini.write(tmp_path)
    edit(tmp_path, CHECKLIST, "text: Fever", "text: A diagnosis")
    with pytest.raises(SystemExit, match="mend these first"):
        renew(tmp_path, WHY, "smith-2020", first=False)


def test_without_its_lock_nothing_is_agreed_in_silence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mini.write(tmp_path)
    (tmp_path / safety.LOCK).unlink()
    with pytest.raises(SystemExit, match="take the last agreed one back"):
        renew(tmp_path, WHY, "smith-2020", first=False)
    renew(tmp_path, WHY, "smith-2020", first=True)
    assert "   + Weak legs" in capsys.readouterr().out.splitlines(), "all of it is shown as new"
    assert "a new lock" in (tmp_path / safety.LOCK).read_text("utf-8")
    assert "What people are told to do" in (tmp_path / "CHANGELOG.md").read_text("utf-8")
    assert renew(tmp_path, WHY, "smith-2020", first=False).endswith("nothing to renew")


@pytest.mark.parametrize(
    "text", ["", "[]", "seal: x", "seal: x\ntold: 1\nagreed: 2", "\0", "told: {}\nagreed: []\nseal: 1"]
)
def test_a_spoilt_lock_is_said_in_words(text: str, tmp_path: Path) -> None:
    mini.write(tmp_path, {safety.LOCK: text})
    found = problems(tmp_path)
    assert found
    assert any("take the last agreed one back with: git checkout" in line for line in found), found


def test_a_field_to_come_is_locked_too(site: Site) -> None:
    card = site.checklist.cards["now-anyone"]
    wider = type("Wider", (type(card),), {"__annotations__": {"after": str}, "after": "Ring again."})
    assert plain(wider(**vars(card)))["after"] == "Ring again."


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real project, for edits that are taken back."""
    return copy_project(tmp_path_factory.mktemp("real"))


@contextlib.contextmanager
def edited(root: Path, path: str, old: str, new: str) -> Iterator[None]:
    """An edit in a file, for a while."""
    before = (root / path).read_bytes()
    edit(root, path, old, new)
    yield
    (root / path).write_bytes(before)


@pytest.mark.slow
def test_the_real_site_has_nothing_to_renew(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agree"]) == 0
    assert "nothing to renew" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (
            "docs/had-cancer.md",
            "Call your emergency number now, as [[had-cancer#now|the card]] says.",
            "Ring tomorrow.",
        ),
        ("docs/had-cancer.md", "Have you waited already? Ring now.", "Wait and see."),
        ("content/signs/saddle-numbness.yml", 'Say: "I am worried about cauda equina."', "Wait and see."),
        ("content/signs/weak-legs.yml", "**Call your emergency number now.**", "**Call tomorrow.**"),
        ("content/signs/saddle-numbness.yml", "This is an emergency.", "This can wait."),
        ("content/cancers/lung.yml", "At any age, speak to someone today", "At any age, wait"),
        ("content/cancers/lung.yml", "If it is a lot, call your emergency number.", "If it is a lot, rest."),
        (
            "content/cancers/lung.yml",
            "Spread that nobody noticed",
            "In an emergency, ask friends. Spread that nobody noticed",
        ),
        ("content/cancers/lung.yml", "Spread that nobody noticed", "Dial for nobody. Spread that nobody noticed"),
        ("content/site.yml", "These can't wait.", "These can wait."),
        ("content/site.yml", "label: What to do,", "label: What not to do,"),
        ("docs/had-cancer.md", 'title: "', 'title: "Never mind, '),
        ("docs/had-cancer.md", "Do not stop a medicine", "Stop each medicine"),
        ("docs/had-cancer.md", "hours can count.", "hours can count. Most new pain fades in weeks."),
        ("docs/index.md", "Or I wait for tests for it.", ""),
        ("docs/index.md", "[[had-cancer|I have, or have had, cancer]]", "[[worry|I have, or have had, cancer]]"),
        ("docs/index.md", "{{ picture thousand", "Few need the signs above:\n\n{{ picture thousand"),
        ("docs/checklist.md", "Print this page", "Cards in red are for old people. Print this page"),
        ("content/disagreements.yml", "follow: ", "follow: Wait and see. "),
        ("docs/carers.md", "- They hold", "- Let them sleep first. They hold"),
        ("content/signs/night-pain.yml", "  feels: |\n    ", "  feels: |\n    Leave it for a month. "),
        ("content/signs/night-pain.yml", "  matters: |\n    ", "  matters: |\n    It passes. "),
        ("content/tests/mri.yml", "  risks: |\n    ", "  risks: |\n    If it hurts, sleep on it. "),
        ("docs/clinicians.md", "| Situation | Source | Action | Time |", "| Situation | Source | Time | Action |"),
        ("content/figures.yml", "caption: ", "caption: Rest first. "),
        ("content/figures.yml", "Call your emergency number, whether", "Rest first, whether"),
        ("content/cancers/lung.yml", "brief: ", "also: [emergency, chest pain]\nbrief: "),
    ],
)
def test_what_is_said_beside_the_cards_does_not_undo_them(path: str, old: str, new: str, real: Path) -> None:
    with edited(real, path, old, new):
        found = [line for line in problems(real) if safety.CHANGED in line]
    assert found
    assert all(line.startswith(f"{path}:") for line in found), found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("not_figures:\n", 'not_figures:\n  only \\d+: "a way to speak"\n'),
        ("banned:\n", 'banned:\n  nothing: "say so"\n'),
        ("limit: 5", "limit: 12"),
        ("pages: [index, checklist", "pages: [checklist"),
        ("repository: https://", "repository: https://www."),
        ("urgent: [emergency, ", "urgent: ["),
        ("commands:\n  [act, ", "commands:\n  ["),
        ("soothing:\n", 'soothing:\n  never mind: "say so"\n'),
        ("# No clinician has reviewed", "reviewer: A Name, nurse, 2026-11-20\n# No clinician has reviewed"),
    ],
)
def test_what_guards_the_words_is_agreed_to_as_well(old: str, new: str, real: Path) -> None:
    with edited(real, "content/site.yml", old, new):
        assert any(safety.LOOSENED in line for line in problems(real))


@pytest.mark.parametrize(
    ("path", "old", "new", "about"),
    [
        ("content/article.yml", "verdict: no-evidence", "verdict: supported", safety.JUDGED),
        ("content/cancers/lung.yml", "title: ", "unavoidable: chemotherapy\ntitle: ", safety.LOOSENED),
    ],
)
def test_what_we_say_of_evidence_and_which_word_is_excused_is_agreed_to(
    path: str, old: str, new: str, about: str, real: Path
) -> None:
    with edited(real, path, old, new):
        assert any(line.startswith(f"{path}:") and about in line for line in problems(real))


def test_parts_that_share_a_name_are_all_held(tmp_path: Path) -> None:
    """Two steps of a picture say the same in short, and a section has the id of a field: neither hides the other."""
    same = (
        '    - {label: Call, says: "Call now if it is worse."}\n    - {label: Call, says: "Call today if it is not."}\n'
    )
    mini.write(
        tmp_path,
        {
            "content/figures.yml": ("  rows:\n", f"  parts:\n{same}  rows:\n"),
            "content/site.yml": ("    sections:\n", "    sections:\n      brief: {label: In brief}\n"),
            "content/tests/mri.yml": ("sections:\n", "sections:\n  brief: Call today if it hurts.\n"),
        },
    )
    assert problems(tmp_path) == []
    edit(tmp_path, "content/figures.yml", "Call now if it is worse.", "Wait if it is worse.")
    edit(tmp_path, "content/tests/mri.yml", "brief: A scan", "brief: Call now. A scan")
    edit(tmp_path, "content/tests/mri.yml", "Call today if it hurts.", "Wait if it hurts.")
    found = problems(tmp_path)
    assert {line.split(":")[0] for line in found} == {"content/figures.yml", "content/tests/mri.yml"}, found
    for words in ("Call now.", "Wait if it"):  # the shared ends of two sentences are cut
        assert words in " ".join(found), found


def test_sentences_that_change_places_are_said(tmp_path: Path) -> None:
    """First to ring, then to wait, is other advice than first to wait, then to ring."""
    before, after = "Call now if it is worse. Wait here till then.", "Wait here till then. Call now if it is worse."
    mini.write(tmp_path, {"content/tests/mri.yml": ("It is loud.", before)})
    assert problems(tmp_path) == []
    edit(tmp_path, "content/tests/mri.yml", before, after)
    [said] = problems(tmp_path)
    assert said.startswith("content/tests/mri.yml:9:5: this changes what people are told to do.")
