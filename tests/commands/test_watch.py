"""The watch, against a real server on this machine: what it says of each page, and how it asks."""

from __future__ import annotations

import ast
import contextlib
import datetime as dt
import gzip
import http.server
import json
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

import mini
import watch
import web
from conftest import ROOT, examples, run
from faults import FaultError, UnreadableError
from guide.content.site import Site
from guide.content.source import Text
from guide.content.watch import groups
from watch import CHANGED, UNCHANGED, UNREAD, Found, agent, edition_in, look, look_at_all, to_look_at
from web import Web, decode

# What the small site holds: the edition of 1 May 2026, shown in <main>.
PAGE = "<!doctype html><title>A trial</title><p>Updated: 9 May 2026</p><main><p>{}</main>"
SHOWN = "Updated: 1 May 2026"
LARGE = 50_000_000
BOMB = gzip.compress(b" " * LARGE)


class Handler(http.server.BaseHTTPRequestHandler):
    """Each path answers in its own way."""

    asked: list[tuple[str, float, str]] = []
    sent = 0

    def log_message(self, *_: object) -> None:
        pass

    def answer(self, body: bytes | str, kind: str = "text/html; charset=utf-8", status: int = 200, **more: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in (({"Content-Type": kind} if kind else {}) | more).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self) -> None:
        Handler.asked.append((self.path, time.monotonic(), self.headers["User-Agent"]))
        name, _, rest = self.path.strip("/").partition("/")
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # whoever asked has heard enough
            getattr(self, f"on_{name}", self.on_lost)(rest)

    def on_lost(self, _: str) -> None:
        self.answer("Not here", status=404)

    def on_status(self, code: str) -> None:
        self.answer(PAGE.format(SHOWN), status=int(code))

    def on_page(self, words: str) -> None:
        self.answer(PAGE.format(words.replace("_", " ")))

    def on_split(self, _: str) -> None:
        script = "<script>var x = 'Updated: 2 May 2026'</script><style>Updated: 3 May 2026</style>"
        self.answer(PAGE.format(f"{script}<b>Updated</b>:\n <time>1&nbsp;May\n2026</time> {'x' * 100_000}"))

    def on_moved(self, way: str) -> None:
        self.answer("", status=int(way), Location="/page/Updated:_1_May_2026")

    def on_loop(self, _: str) -> None:
        self.answer("", status=301, Location="/loop")

    def on_nowhere(self, _: str) -> None:
        self.answer("", status=302, Location="gopher://example.org/1")

    def on_large(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _part in range(LARGE // 100_000):
            self.wfile.write(b" " * 100_000)
            Handler.sent += 100_000

    def on_bomb(self, _: str) -> None:
        self.answer(BOMB, **{"Content-Encoding": "gzip"})

    def on_half(self, _: str) -> None:
        self.answer(PAGE.format(SHOWN), **{"Content-Length": "1000000"})

    def on_silent(self, _: str) -> None:
        time.sleep(2)

    def on_drip(self, _: str) -> None:
        self.send_response(200)
        self.end_headers()
        for letter in PAGE.format(SHOWN):
            self.wfile.write(letter.encode())
            time.sleep(0.1)

    def on_pdf(self, _: str) -> None:
        self.answer(b"%PDF-1.7 Updated: 1 May 2026", "application/pdf")

    def on_hidden_pdf(self, _: str) -> None:
        self.answer(b"%PDF-1.7 Updated: 1 May 2026", "")

    def on_empty(self, _: str) -> None:
        self.answer(" \n")

    def on_nonsense(self, _: str) -> None:
        self.wfile.write(b"\x00\x01 no HTTP\r\n\r\n")

    def on_letters(self, _: str) -> None:
        self.answer(PAGE.format("Updated: 1 Ma\xff 2026").encode("latin-1"))

    def on_latin(self, _: str) -> None:
        head = '<!doctype html><meta charset="iso-8859-1"><main>'
        self.answer(f"{head}é Updated: 1 May 2026".encode("latin-1"), "text/html")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as started:
        threading.Thread(target=started.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{started.server_port}"
        started.shutdown()


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No way leads through another machine, and nobody waits long."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(web, "QUIET", 1.0)
    Handler.asked.clear()
    Handler.sent = 0


def content(root: Path, address: str) -> Site:
    written = mini.FILES["content/watch.yml"].replace("    select", f"    url: {address}\n    select")
    site, problems = mini.checked(mini.write(root, {"content/watch.yml": written}))
    assert site, problems
    return site


@pytest.fixture
def found(server: str, tmp_path: Path) -> Callable[[str], Found]:
    def ask(path: str) -> Found:
        site = content(tmp_path, server + path)
        [one] = look(site, Web(agent(site), sleep=lambda _: None, whole=3))
        return one

    return ask


HELD = "smith-2020"
SAYS = {
    "/page/Updated:_1_May_2026": (UNCHANGED, ""),
    "/split": (UNCHANGED, ""),
    "/latin": (UNCHANGED, ""),
    "/moved/302": (UNCHANGED, ""),
    "/page/Updated:_1_MAY_2026": (UNCHANGED, ""),
    "/page/Updated:_1_May_2026,_Updated:_1_MAY_2026": (UNCHANGED, ""),
    "/page/Updated:_1_May_2026,_Updated:_1_May_2026": (UNCHANGED, ""),
    "/page/Updated:_2_May_2026": (CHANGED, ": we hold 1 May 2026, the page says 2 May 2026; cited on: "),
    "/page/Updated:_31_May_2026": (CHANGED, ": we hold 1 May 2026, the page says 31 May 2026; cited on: "),
    "/page/Updated:_1_May_2026,_Updated:_2_May_2026": (
        UNREAD, ": the pattern finds several editions (1 May 2026, 2 May 2026): narrow `pattern` or `select`"),
    "/page/Updated_in_May": (UNREAD, ": the pattern finds no edition in 'main'"),
    "/letters": (UNREAD, ": the pattern finds no edition in 'main'"),
    "/status/403": (UNREAD, ": the server says 403"),
    "/status/404": (UNREAD, ": the server says 404"),
    "/status/429": (UNREAD, ": the server says 429"),
    "/status/500": (UNREAD, ": the server says 500"),
    "/status/204": (UNREAD, ": the server says 204"),
    "/status/304": (UNREAD, ": the server says 304"),
    "/loop": (UNREAD, ": it leads on more than 5 times"),
    "/nowhere": (UNREAD, ": an answer that makes no sense (InvalidSchema)"),
    "/large": (UNREAD, ": more than 5 MB"),
    "/bomb": (UNREAD, ": more than 5 MB"),
    "/half": (UNREAD, ": nobody answers there, or not to the end"),
    "/silent": (UNREAD, ": silent for 1 seconds"),
    "/drip": (UNREAD, ": no whole answer within 3 seconds"),
    "/pdf": (UNREAD, ": no page but application/pdf"),
    "/hidden_pdf": (UNREAD, ": no page but a PDF"),
    "/empty": (UNREAD, ": an empty page"),
    "/nonsense": (UNREAD, ": nobody answers there, or not to the end"),
}  # fmt: skip


@pytest.mark.parametrize("path", SAYS)
def test_what_is_said_of_a_page(path: str, found: Callable[[str], Found]) -> None:
    state, more = SAYS[path]
    one = found(path)
    assert (one.reference, one.state) == (HELD, state)
    assert one.more.startswith(more)
    assert state == CHANGED or one.more == more


def test_a_page_that_changed_names_who_cites_it(found: Callable[[str], Found]) -> None:
    said = str(found("/page/Updated:_2_May_2026"))
    assert said.startswith(f"{HELD}: {CHANGED}: ")
    assert {"mri", "checklist", "site"} <= {*said.partition("cited on: ")[2].split(", ")}


def test_a_page_that_moved_says_where(found: Callable[[str], Found], server: str) -> None:
    one = found("/moved/301")
    assert (one.state, one.more) == (UNCHANGED, f"; it has moved to {server}/page/Updated:_1_May_2026")


def test_a_large_answer_is_cut(found: Callable[[str], Found]) -> None:
    assert found("/large").state == UNREAD
    time.sleep(0.2)
    assert 0 < Handler.sent < LARGE / 2


def test_nobody_there(found: Callable[[str], Found], tmp_path: Path) -> None:
    for address in ("http://127.0.0.1:9/x", "http://no-such-host.invalid/", "https://127.0.0.1:9/"):
        [one] = look(content(tmp_path, address), Web("x", sleep=lambda _: None, whole=5))
        assert (one.state, one.more) == (UNREAD, ": nobody answers there, or not to the end"), address


def test_a_host_is_asked_once_a_second_and_knows_who_asks(server: str, site: Site) -> None:
    """Redirects are requests too. Nothing is asked twice, even where it failed."""
    clock = [100.0]
    asked = Web(agent(site), now=lambda: clock[0], sleep=lambda seconds: clock.append(clock.pop() + seconds))
    for path in ("/page/x", "/moved/302", "/page/y"):
        asked.read(server + path)
        clock[0] += 0.25
    assert clock[0] == pytest.approx(103.25)
    with pytest.raises(UnreadableError):
        asked.read(server + "/status/500")
    assert [path for path, _, _ in Handler.asked] == [
        "/page/x", "/moved/302", "/page/Updated:_1_May_2026", "/page/y", "/status/500",
    ]  # fmt: skip
    repository = site.settings.repository
    assert {name for _, _, name in Handler.asked} == {f"Back-pain-and-cancer/{site.settings.version} (+{repository})"}


def test_the_pause_is_real(server: str) -> None:
    asked = Web("x")
    for path in ("/page/x", "/page/y"):
        asked.read(server + path)
    (_, first, _), (_, second, _) = Handler.asked
    assert 0.8 < second - first < 5  # as the server sees it, which may be late


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        (b"\xc3\xa9", "text/html", "é"),
        (b"\xe9", "text/html; charset=ISO-8859-1", "é"),
        (b"\xe9", "text/html; charset=klingon", "\ufffd"),
        (b"\xef\xbb\xbf\xc3\xa9", "text/html; charset=latin-1", "\ufeffé"),
        (b'<meta charset="windows-1252">\x80', "", '<meta charset="windows-1252">€'),
    ],
)
def test_letters_are_read_as_they_are_meant_or_not_at_all(data: bytes, kind: str, text: str) -> None:
    assert decode(data, kind) == text


def test_the_command_keeps_what_it_found_and_overdue_names_it(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = content(tmp_path, server + "/page/Updated:_2_May_2026")
    day = dt.date(2026, 11, 23)
    assert to_look_at(tmp_path, site, day) == []
    assert look_at_all(tmp_path, site, day, Web("x")) == 1
    assert capsys.readouterr().out.startswith(f"{HELD}: changed: we hold 1 May 2026, the page says 2 May 2026;")
    [problem] = to_look_at(tmp_path, site, day)
    assert str(problem).startswith(
        "content/watch.yml:6:14: 'smith-2020' changed on 2026-11-23: we hold 1 May 2026, the page says 2 May 2026;"
    )
    mended = content(tmp_path, server + "/page/Updated:_1_May_2026")
    assert to_look_at(tmp_path, mended, day), "the edition is the same: it is as it was"
    later = mini.FILES["content/watch.yml"].replace("looked: 2026-11-22", "looked: 2026-11-24")
    looked, _ = mini.checked(mini.write(tmp_path, {"content/watch.yml": later}))
    assert looked
    assert to_look_at(tmp_path, looked, day) == [], "somebody has looked since"
    assert look_at_all(tmp_path, mended, day, Web("x")) == 0
    assert to_look_at(tmp_path, mended, day) == []


def test_the_command(server: str, tmp_path: Path) -> None:
    edit = mini.FILES["content/watch.yml"].replace("    select", f"    url: {server}/moved/301\n    select")
    project = mini.project(tmp_path, {"content/watch.yml": edit}, built=True)
    done = run("python", "scripts/build.py", "watch", cwd=project, NO_PROXY="127.0.0.1")
    assert (done.returncode, done.stdout) == (
        0,
        f"{HELD}: unchanged; it has moved to {server}/page/Updated:_1_May_2026\n",
    )
    assert {name for _, _, name in Handler.asked} == {"Mini/0.1.0 (+https://example.org/mini)"}


def test_a_page_that_turns_programs_away_is_looked_at_by_hand_four_times_a_year(server: str, tmp_path: Path) -> None:
    site = content(tmp_path, server + "/status/403")
    assert look_at_all(tmp_path, site, dt.date(2026, 11, 23), Web("x")) == 1
    for day, named in ((dt.date(2026, 11, 23), False), (dt.date(2027, 2, 20), False), (dt.date(2027, 2, 21), True)):
        assert bool(to_look_at(tmp_path, site, day)) == named, day


@pytest.mark.parametrize("text", ["", "[]", "{", '{"on": "2026-11-22"}', '{"on": 1, "found": [2]}'])
def test_a_spoilt_file_of_results_is_named(text: str, tmp_path: Path) -> None:
    site = content(tmp_path, "http://127.0.0.1:9/")
    (tmp_path / "build").mkdir()
    (tmp_path / "build/watch.json").write_text(text)
    with pytest.raises(FaultError, match="can't be read — run make watch anew"):
        to_look_at(tmp_path, site, mini.TODAY)


def test_only_one_module_asks_other_machines() -> None:
    """The site is built, and the rules are kept, without a network."""
    net = {"requests", "urllib3", "httpx", "http", "socket", "ssl", "urllib.request", "ftplib", "smtplib", "asyncio"}
    using = set()
    for module in (ROOT / "scripts").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [name.name for name in node.names] if isinstance(node, ast.Import) else []
            if any(name in net or name.partition(".")[0] in net for name in names):
                using.add(module.name)
    # A release's PDFs are printed by a browser on this machine, which is handed each file and gets nothing else.
    assert using == {"web.py", "pdf.py"}
    loads = "import sys, hooks, build, release; print('requests' in sys.modules)"
    done = run("python", "-c", loads, cwd=ROOT / "scripts")
    assert done.stdout == "False\n", done.stdout


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"Updated: (\d+ .* \d+)", "may take for ever on a long page"),
        (r"(\s+x)", "may take for ever on a long page"),
        (r"([0-9]+)", "may take for ever on a long page"),
        (r"Updated: \d+", "one pair of brackets shows the edition"),
        (r"(\d+) (\w+)", "one pair of brackets shows the edition"),
        (r"(\d+", "not a pattern"),
        (r"(\w+)+x", "a pattern that may take for ever"),
        (r"Updated: (\d+|)", "may find nothing at all"),
        (r"Updated: (\d+)|", "finds any text, and nothing at all in particular — take out the '|'"),
        (r"(\d*)", "finds any text, and nothing at all in particular — write words"),
        (r"(\d+) \1", "one pair of brackets shows the edition"),
    ],
)
def test_a_pattern_shows_one_edition_and_is_quick(written: str, said: str, tmp_path: Path) -> None:
    edit = mini.FILES["content/watch.yml"].replace(r"Updated: (\d\d? \w+ \d\d\d\d)", written)
    assert written in edit
    _, problems = mini.checked(mini.write(tmp_path, {"content/watch.yml": edit}))
    [problem] = [one for one in problems if one.path == "content/watch.yml"]
    assert (problem.line, problem.column) == (4, 15)
    assert said in problem.message


def test_a_selector_is_one(tmp_path: Path) -> None:
    mini.write(tmp_path, {"content/watch.yml": ("select: main", "select: main[")})
    _, problems = mini.checked(tmp_path)
    assert [str(one) for one in problems if one.path == "content/watch.yml"] == [
        "content/watch.yml:3:13: 'main[' is no CSS selector — write one, such as main .dates, or take it out"
    ]


def test_groups_of_a_pattern() -> None:
    for pattern, inside in {
        r"a (\d) b": [r"\d"], r"\((x)\)": ["x"], "[(](x)[)]": ["x"], "(?:a|b)": [], "((?:a|b) c)": ["(?:a|b) c"],
        "(a(b))": ["b", "a(b)"], r"[\]()](y)": ["y"], "[^])](z)": ["z"], ")(": [],
    }.items():  # fmt: skip
        assert [*groups(pattern)] == inside, pattern


def test_a_pattern_is_quick_on_a_page_made_to_be_slow(site: Site) -> None:
    """Each one of the real site, on millions of letters that begin as what it looks for."""
    parts = ("Updated 1 ", "Last updated: 1", "9", "a1 ", "Published: 09 " * 3, "Last revised by a-a ")
    page = "".join(f"<p>{part * (1_000_000 // len(part))}" for part in parts)
    patterns = [*{watched.pattern: watched for watched in site.watch.follow.values()}.values()]
    for watched in patterns[:: 1 + len(patterns) // examples(10)]:
        started = time.monotonic()
        with pytest.raises(UnreadableError):
            edition_in(page, watched)
        assert time.monotonic() - started < 10, watched.pattern


# How pages word their edition, as it was seen in a copy of one of each kind, with what stands around it.
SEEN = {
    "nice-ng156-2020": "NICE guideline Published: 19 March 2020 www.nice.org.uk/guidance/ng156 © NICE 2022.",
    "nhs-oesophageal-causes": "Page last reviewed: 05 May 2020\nNext review due: 05 May 2023",
    "cruk-cancer-drugs-how": "Last reviewed: \n02 Jun 2023\nNext review due: \n02 Jun 2026",
    "radiopaedia-enostosis": "Enostosis\n\nLast revised by Dr Joachim Feger on 20 Jul 2022\n\nEnostoses, also known as",
    "radiopaedia-escc": "Last revised by Henry Knipe on 3 May 2024\n\nThe scale was proposed in 2010 (fl. 2024)",
    "christie-how-radiotherapy-works": "on Friday (19 July 2024) affected many\n\nLast updated: March 2023",
    "dumfries-mscc-2021": "Last updated 14th January 2021\nAetiology",
    "pancoast-statpearls": "Treasure Island (FL): 2024 Jan-.\n\nLast Update: July 17, 2023.\n\nContinuing Education",
    "gatewayc-myeloma": "Myeloma investigations\n\nPublished: 26th July 2022\n\n18th March 2022",
    "bcrt-gct": "Webpage published: December 2024. Next review due: December 2027.",
    "uhb-call-midwife": "by Tommy's baby charity.\n\nLast reviewed: 28 December 2022",
    "cancervic-cup-tests": "Diagnosis\n\nPage last updated: October 2024\n\nExpert content reviewers:",
    "aomrc-facet-denervation": "Published January 2020 | Last reviewed September 2024\n\nin the Autumn of 2024",
    "cornwall-eosinophilia": "Review date: 13/07/2020\nNext Review 13/07/2021",
    "dip-cord-compression": "Date reviewed: April 2018\nDate of next review: May 2023\nPublished: June 2018",
    "maggies-fear-return": "Monday 09 February 2026\nSyed Miah, Royal Marsden Clinical Psychologist",
    "ofcom-999-bsl": "Emergency video relay\n\nPublished: 31 March 2023\nLast updated: 31 March 2023",
    "w3c-wcag22": "W3C Recommendation 05 October 2023 This version: REC-WCAG22-20231005/ Copyright © 2020-2023",
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_the_words_of_a_page_show_its_edition_and_no_other_day(name: str, site: Site) -> None:
    watched = site.watch.follow[name]
    assert edition_in(f"<main>{SEEN[name]}</main>", watched) == watched.edition
    later = re.sub(r"20(2[0-6]|18)", "2031", SEEN[name])
    assert edition_in(f"<main>{later}</main>", watched) == re.sub(r"20\d\d", "2031", watched.edition)


SLOW = "(?:a|aa)" * 22 + r"(\d)"


def test_a_pattern_that_would_take_for_ever_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "PATIENCE", 0.3)
    edit = {"content/watch.yml": f"follow:\n  smith-2020:\n    pattern: '{SLOW}'\n    edition: '1'\n"}
    site, problems = mini.checked(mini.write(tmp_path, edit))
    assert site, problems
    started = time.monotonic()
    with pytest.raises(UnreadableError, match="the pattern takes more than"):
        edition_in(f"<p>{'a' * 60 + ' '}" * 1000, site.watch.follow["smith-2020"])
    assert time.monotonic() - started < 5
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_the_watch_runs_whatever_else_is_to_be_mended(server: str, tmp_path: Path) -> None:
    """A page that is overdue and slips elsewhere are named at the end; a reference that can't be read, at its line."""
    follow = mini.FILES["content/watch.yml"].replace("    select", f"    url: {server}/split\n    select")
    edits = {
        "content/watch.yml": follow + follow.partition("\n")[2].replace("smith-2020", "jones-2019"),
        "content/references.yml": ("smith-2020:", "jones-2019: {title: x}\nsmith-2020:"),
        "docs/index.md": ("next_check: 2027-11-22", "next_check: 2025-11-22"),
    }
    project = mini.project(tmp_path, edits, built=True)
    done = run("python", "scripts/build.py", "watch", cwd=project, NO_PROXY="127.0.0.1")
    assert done.returncode == 1
    first, second, besides, *problems = done.stdout.splitlines()
    assert (first, second, besides) == (
        f"{HELD}: unchanged",
        "jones-2019: could not be read: its reference can't be read — see make check",
        "besides, mend these:",
    )
    assert {"content/references.yml", "docs/index.md"} <= {line.split(":")[0] for line in problems}


def test_what_is_not_followed_has_a_reason(site: Site) -> None:
    written = yaml.safe_load((ROOT / "content/watch.yml").read_text("utf-8"))
    assert len(site.watch.follow) >= 35
    assert all(len(reason.split()) >= 4 for reason in written["not_followed"].values())
    assert json.dumps(written["follow"], default=str)


def test_a_pattern_whose_group_may_be_empty_shows_no_edition(site: Site) -> None:
    pattern = Text(r"Updated (\d+ \w+ \d{4})|x")
    watched = next(iter(site.watch.follow.values())).model_copy(update={"pattern": pattern, "select": None})
    with pytest.raises(UnreadableError, match="the pattern finds no edition"):
        edition_in("<p>Last seen: x</p>", watched)
    assert edition_in("<p>x, Updated 1 May 2025</p>", watched) == "1 May 2025"
