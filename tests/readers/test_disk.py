"""What a browser writes to disk of a list with notes: it keeps open and closed tabs, to open them again."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import Playwright

import browser as browsers
from conftest import missing
from firefox import Firefox
from reader import PEE
from tabs import Chromium, Tab, wait_for

NOTE = "zebrafish 9471"
CONTROL = "quagga 5820"
# A field like ours that does not say autocomplete="off", on the same page: by it we see that the page has been written.
PLAIN = """(() => {
  const field = Object.assign(document.createElement("textarea"), { name: "control" });
  document.querySelector("form.checklist").append(field);
})()"""


def inflate(block: bytes) -> bytes:
    """What an LZ4 block holds: its place and length of letters as such, then of letters that stood there before.

    (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md) Firefox packs its sessions so.
    """
    out = bytearray()
    rest = iter(block)

    def length(short: int) -> int:
        more = 255 if short == 15 else 0
        while more == 255:
            more = next(rest)
            short += more
        return short

    for token in rest:
        out += bytes(next(rest) for _ in range(length(token >> 4)))
        first = next(rest, None)
        if first is None:  # the last part is letters only
            break
        back = first | next(rest) << 8
        for _ in range(length(token & 15) + 4):
            out.append(out[-back])
    return bytes(out)


def written(folder: Path, words: str) -> set[str]:
    """The files of a profile that hold these words, in one of the ways browsers write letters."""
    found = set()
    for path in folder.rglob("*"):
        try:
            data = path.read_bytes()
        except OSError:  # a folder, a lock, or a file that is just taken away
            continue
        if data.startswith(b"mozLz40\0"):
            data = inflate(data[12:])
        if words.encode() in data or words.encode("utf-16-le") in data:
            found.add(path.name)
    return found


def test_packed_words_are_found(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"..zebra..")
    (tmp_path / "wide").write_bytes("..zebra..".encode("utf-16-le"))
    (tmp_path / "packed").write_bytes(b"mozLz40\0\x0c\0\0\0" + b"\x54zebra\x05\0\x20..")
    assert written(tmp_path, "zebrazebra") == {"packed"}
    assert written(tmp_path, "zebra") == {"plain", "wide", "packed"}
    assert written(tmp_path, "horse") == set()


def fill_in(tab: Tab, address: str) -> None:
    """A list with a tick and a note, and the control, all in the last tab."""
    tab.go(address + "checklist/")
    tab.wait("true")
    tab.tap(PEE)
    tab.tap("textarea[name=questions]")
    tab.keys(NOTE)
    tab.js(PLAIN)
    tab.tap("textarea[name=control]")
    tab.keys(CONTROL)


def look(folder: Path) -> None:
    """Wait until the page has been written, twice, as Firefox keeps the state before; then look for the note."""
    wait_for(lambda: written(folder, CONTROL), 60, "the browser writes what is in its tabs")
    time.sleep(1)
    assert written(folder, NOTE) == set(), "a note lies on the disk"


def comes_back(tab: Tab, address: str) -> None:
    tab.go(address + "about/")
    tab.back()
    tab.wait("location.pathname.endsWith('/checklist/')")
    assert tab.js("document.querySelector('textarea[name=questions]').value") == NOTE
    assert tab.js(f"document.querySelector('{PEE}').checked")


def test_chromium_writes_no_note(
    paths: dict[str, str | None], playwright: Playwright, address: str, tmp_path: Path
) -> None:
    context = playwright.chromium.launch_persistent_context(
        tmp_path, executable_path=paths["chromium"], args=browsers.ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )  # fmt: skip
    tab = Chromium(context.pages[0])
    fill_in(tab, address)
    look(tmp_path)
    comes_back(tab, address)
    context.new_page()
    tab.page.close()
    look(tmp_path)
    context.close()
    look(tmp_path)


def test_firefox_writes_no_note(paths: dict[str, str | None], address: str, tmp_path: Path) -> None:
    if not paths["firefox"]:
        missing("firefox")
    # As for a reader, not as for tests, and every half second in place of every 15.
    tab = Firefox(
        paths["firefox"], tmp_path, {"remote.prefs.recommended": False, "browser.sessionstore.interval": 500}
    ).fresh()
    try:
        fill_in(tab, address)
        look(tmp_path)
        comes_back(tab, address)
        look(tmp_path)
        tab.fresh()  # closes the tab
        look(tmp_path)
        tab.close()
        look(tmp_path)
    finally:
        tab.process.kill()
