"""Firefox and WebKit by the commands of WebDriver (https://www.w3.org/TR/webdriver2/), with nothing to install between.

Firefox takes them by itself, at the port that geckodriver talks to (Marionette). WebKitGTK has its WebKitWebDriver.
"""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tabs import PHONE, Tab, wait_for

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
# A tab as wide as a phone (a window of Firefox has 450 px or more), and a store as empty as a new reader's.
FRESH = """(width, height) => new Promise((onDataDeleted) => {
  const sizes = { width, height };
  for (const name in sizes) {
    for (const limit of ["", "min-", "max-"]) {
      gBrowser.selectedBrowser.style.setProperty(limit + name, sizes[name] + "px");
    }
  }
  Services.console.reset();
  Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_DOM_STORAGES, { onDataDeleted });
})"""
# What the console of Firefox shows in red for a page of `site`.
ERRORS = """(site) => Services.console.getMessageArray()
  .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag))
  .filter((one) => one.sourceName.startsWith(site)).map((one) => one.errorMessage)"""
# WebKitGTK has no way to look at a page as on paper, so its own rules for paper are made to hold on the screen.
PAPER = """(on) => {
  const turn = (one) => {
    if (one.media?.mediaText) {
      one.screen ??= one.media.mediaText;
      one.media.mediaText = on ? one.screen.replace(/\\bscreen\\b/g, "tty").replace(/\\bprint\\b/g, "all") : one.screen;
    }
    for (const rule of one.cssRules ?? []) turn(rule);
  };
  for (const sheet of document.styleSheets) turn(sheet);
}"""
COMMANDS = {
    "NewSession": "POST /session",
    "DeleteSession": "DELETE /session/ID",
    "Navigate": "POST /session/ID/url",
    "Back": "POST /session/ID/back",
    "Forward": "POST /session/ID/forward",
    "Refresh": "POST /session/ID/refresh",
    "ExecuteScript": "POST /session/ID/execute/sync",
    "PerformActions": "POST /session/ID/actions",
    "SetWindowRect": "POST /session/ID/window/rect",
}


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class WebDriver(Tab):
    """A browser that takes the commands of WebDriver, by their names."""

    def send(self, command: str, **values: Any) -> Any:
        raise NotImplementedError

    def go(self, url: str) -> None:
        self.send("Navigate", url=url)

    def back(self) -> None:
        self.send("Back")

    def forward(self) -> None:
        self.send("Forward")

    def reload(self) -> None:
        self.send("Refresh")

    def js(self, code: str, *values: Any) -> Any:
        script = f"return ({code})(...arguments)" if values else f"return ({code})"
        return self.send("ExecuteScript", script=script, args=list(values))

    def act(self, kind: str, *actions: dict[str, Any], **more: Any) -> None:
        self.send("PerformActions", actions=[{"type": kind, "id": kind, "actions": actions, **more}])

    def press(self, x: int, y: int) -> None:
        down, up = ({"type": f"pointer{way}", "button": 0} for way in ("Down", "Up"))
        self.act("pointer", {"type": "pointerMove", "x": x, "y": y, "duration": 0}, down, up)

    def keys(self, text: str) -> None:
        self.act("key", *({"type": f"key{way}", "value": letter} for letter in text for way in ("Down", "Up")))


class Firefox(WebDriver):
    """A whole Firefox with the profile in `folder`. It lets us see what only the browser itself sees."""

    def __init__(self, program: str, folder: Path, prefs: dict[str, Any] | None = None) -> None:
        lines = {"marionette.port": 0, **(prefs or {})}.items()  # 0: one that is free
        (folder / "user.js").write_text("".join(f'user_pref("{k}", {json.dumps(v)});\n' for k, v in lines))
        (folder / "MarionetteActivePort").unlink(missing_ok=True)
        arguments = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", folder]
        self.process = subprocess.Popen([program, *arguments], **QUIET)
        port = folder / "MarionetteActivePort"
        wait_for(lambda: port.exists() and port.read_text(), 60, "Firefox starts")
        self.stream = socket.create_connection(("127.0.0.1", int(port.read_text()))).makefile("rwb")
        self.read()
        self.send("NewSession")

    def read(self) -> Any:
        size = b""
        while (digit := self.stream.read(1)) != b":":
            size += digit
        return json.loads(self.stream.read(int(size)))

    def send(self, command: str, **values: Any) -> Any:
        name = command if ":" in command else f"WebDriver:{command}"
        message = json.dumps([0, 1, name, values]).encode()
        self.stream.write(b"%d:%s" % (len(message), message))
        self.stream.flush()
        _, _, error, said = self.read()
        if error:
            raise RuntimeError(f"{name}: {error['message']}")
        return said.get("value", said) if isinstance(said, dict) else said

    def inside(self, code: str, *values: Any) -> Any:
        """Run `code` not in the page but in the browser itself."""
        self.send("Marionette:SetContext", value="chrome")
        try:
            return self.js(code, *values)
        finally:
            self.send("Marionette:SetContext", value="content")

    def fresh(self) -> Firefox:
        """A new tab in place of the old one, that knows of nothing before it."""
        [old] = self.send("GetWindowHandles")
        new = self.send("NewWindow", type="tab", focus=True)["handle"]
        self.send("SwitchToWindow", handle=old)
        self.send("CloseWindow")
        self.send("SwitchToWindow", handle=new)
        self.inside(FRESH, *PHONE)
        return self

    def device(self, scheme: str) -> None:
        self.inside("(dark) => Services.prefs.setIntPref('ui.systemUsesDarkTheme', dark)", int(scheme == "dark"))

    def paper(self, on: bool) -> None:
        self.inside(
            "(kind) => { gBrowser.selectedBrowser.browsingContext.mediumOverride = kind }", "print" if on else ""
        )

    def pdf(self) -> bytes:
        return base64.b64decode(self.send("Print"))

    def errors(self) -> list[str]:
        return self.inside(ERRORS, self.js("location.origin"))

    def close(self) -> None:
        """As a reader closes it."""
        self.send("Marionette:Quit", flags=["eAttemptQuit"])
        self.process.wait(30)


class WebKit(WebDriver):
    """WebKitGTK's small browser on a display that nobody sees, in `folder`."""

    turns_dark = prints = False

    def __init__(self, program: str, folder: Path) -> None:
        style = folder / "gtk-3.0" / "gtk.css"
        style.parent.mkdir()
        style.write_text("* { padding: 0; margin: 0; border: 0; min-width: 0; font-size: 4px }")  # bars need 447 px
        self.screen = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        self.env = {
            **os.environ,
            "DISPLAY": f":{self.screen.stdout.readline().strip()}",
            "GDK_BACKEND": "x11",
            "XDG_CONFIG_HOME": str(folder),
            # Drawn without a graphics card: ten times faster where there is none.
            "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
            "WEBKIT_SKIA_ENABLE_CPU_RENDERING": "1",
        }
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.process = subprocess.Popen([program, f"--port={port}"], env=self.env, **QUIET)
        self.address = f"http://127.0.0.1:{port}"
        wait_for(lambda: is_open(port), 20, "WebKitWebDriver starts")
        self.session = ""

    def send(self, command: str, **values: Any) -> Any:
        method, path = COMMANDS[command].split()
        data = json.dumps(values).encode() if method == "POST" else None
        url = self.address + path.replace("ID", self.session)
        try:
            with urllib.request.urlopen(urllib.request.Request(url, data, method=method), timeout=60) as answer:  # noqa: S310
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{command}: {json.load(error)['value']['message']}") from None

    def fresh(self) -> WebKit:
        """A new browser: this one starts fast."""
        if self.session:
            self.send("DeleteSession")
        self.session = ""
        self.session = self.send("NewSession", capabilities={})["sessionId"]
        self.send("SetWindowRect", width=PHONE[0], height=PHONE[1])
        return self

    def paper(self, on: bool) -> None:
        self.js(PAPER, on)

    def close(self) -> None:
        if self.session:
            self.send("DeleteSession")
        for one in (self.process, self.screen):
            one.terminate()
            one.wait(10)
