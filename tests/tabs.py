"""Three browsers under one small set of commands, so that what a reader does is written once."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Browser, BrowserType, Error, Page

import browser

PHONE = (390, 844)
# Where an element stands, brought into view, and whether a finger would hit it there.
PLACE = """(selector) => {
  const one = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length);
  if (!one) throw new Error(`nothing to press: ${selector}`);
  one.scrollIntoView({block: "center", behavior: "instant"});
  const {x, y, width, height} = one.getClientRects()[0]; // Words may go on in the next line.
  const [left, top] = [Math.round(x + width / 2), Math.round(y + height / 2)];
  const hit = document.elementFromPoint(left, top);
  return [left, top, one.contains(hit) || hit?.closest("label")?.control === one];
}"""


def wait_for(ready: Callable[[], Any], seconds: float, what: str) -> Any:
    """Ask `ready` again and again until it says yes; return what it said."""
    end = time.monotonic() + seconds
    while not (said := ready()):
        if time.monotonic() > end:
            raise TimeoutError(f"not within {seconds} seconds: {what}")
        time.sleep(0.03)
    return said


class Tab:
    """A tab of a browser, as wide as a phone. `js` takes an expression, or a function and its values."""

    gone: type[Exception] = RuntimeError  # what the driver says of a page that is just being left
    again: Callable[[], Tab]  # gives a fresh one in its place
    turns_dark = prints = True  # whether the driver can make the device dark while a page is open, and print

    def tap(self, selector: str) -> None:
        """Press in the middle of the first match that has a place, by a real pointer, once it stands still.

        What still lies over it after two seconds is hit in its place, as a reader's finger would."""
        seen: list[Any] = []

        def still() -> bool:
            seen.append(self.js(PLACE, selector))
            return seen[-1] == seen[-2:][0] and len(seen) > 1 and seen[-1][2]

        with contextlib.suppress(TimeoutError):
            wait_for(still, 2, selector)
        self.press(*seen[-1][:2])

    def wait(self, condition: str) -> None:
        """Wait until a whole page is there of which this is true."""

        def holds() -> bool:
            with contextlib.suppress(self.gone):  # between two pages
                # Between two pages some show about:blank for a moment, which is complete.
                there = "location.protocol !== 'about:' && document.readyState === 'complete'"
                return self.js(f"{there} && !!({condition})")
            return False

        wait_for(holds, 10, condition)

    def errors_on(self, urls: list[str]) -> list[str]:
        """Open these pages and return what the browser's console then says in red."""
        for url in urls:
            self.go(url)
            time.sleep(0.3)  # It fetches ahead when it is done with the page.
        return self.errors()


class Chromium(Tab):
    """Driven by Playwright."""

    gone = Error

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.context.on("weberror", lambda error: self.wrong.append(str(error.error)))
        page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)
        page.set_viewport_size(dict(zip(("width", "height"), PHONE, strict=True)))

    def go(self, url: str) -> None:
        self.page.goto(url)

    def back(self) -> None:
        self.page.go_back(wait_until="commit")  # A page that comes from the cache never says that it is loaded.
        # Nor does one without a screen move on with what fades, until it must be drawn: whether it could be is nothing.
        with contextlib.suppress(Error):
            self.page.screenshot()

    def forward(self) -> None:
        self.page.go_forward(wait_until="commit")

    def reload(self) -> None:
        self.page.reload()

    def js(self, code: str, *values: Any) -> Any:
        return (
            self.page.evaluate(f"(values) => ({code})(...values)", list(values)) if values else self.page.evaluate(code)
        )

    def press(self, x: int, y: int) -> None:
        self.page.mouse.click(x, y)

    def keys(self, text: str) -> None:
        self.page.keyboard.type(text)

    def paste(self) -> None:
        self.page.keyboard.press("ControlOrMeta+v")

    def device(self, scheme: str) -> None:
        self.page.emulate_media(color_scheme=scheme)

    def paper(self, on: bool) -> None:
        self.page.emulate_media(media="print" if on else "null")

    def pdf(self) -> bytes:
        return self.page.pdf(format="A4")

    def errors(self) -> list[str]:
        return self.wrong


@contextlib.contextmanager
def chromium(launcher: BrowserType, program: str) -> Iterator[Callable[[], Chromium]]:
    """A Chromium that keeps the pages one leaves, as it does for readers; Playwright would tell it not to."""
    started = launcher.launch(
        executable_path=program, args=browser.ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"]
    )

    def fresh() -> Chromium:
        for old in started.contexts:  # each has a window, and a process that draws its frame
            old.close()
        return Chromium(started.new_context().new_page())

    yield fresh
    started.close()


class Shared:
    """Tabs of one Chromium that tests use in turn: a new one costs more than the page that is opened in it.

    For tests that look at a page, or touch only what goes with it. Whoever listens, or keeps what a browser keeps,
    takes a tab of its own: `page`.
    """

    def __init__(self, started: Browser) -> None:
        self.started = started
        self.tabs: dict[str, Page] = {}

    def open(
        self,
        url: str,
        size: tuple[int, int] = (1280, 720),
        scheme: str = "light",
        motion: str = "no-preference",
        forced: str = "none",
        **settings: Any,
    ) -> Page:
        """Open a page as if nothing had been opened before, in a tab with these settings of a context."""
        key = repr(settings)
        tab = self.tabs.get(key) or self.started.new_context(**settings).new_page()
        self.tabs[key] = tab
        tab.context.clear_permissions()
        tab.context.set_offline(False)
        tab.set_viewport_size({"width": size[0], "height": size[1]})
        tab.emulate_media(media="screen", color_scheme=scheme, reduced_motion=motion, forced_colors=forced)
        tab.goto(url)
        assert tab.evaluate("localStorage.length + sessionStorage.length") == 0, "another test kept something"
        return tab
