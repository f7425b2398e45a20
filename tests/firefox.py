"""Any Firefox, driven with nothing between: it takes the commands at the port that geckodriver talks to, Marionette.

(https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html) There it also shows what only the browser
sees, such as its console.
"""

from __future__ import annotations

import base64
import json
import socket
import subprocess
from pathlib import Path
from typing import Any

from tabs import PHONE, wait_for
from webdriver import WebDriver

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
        """A new tab in place of those before, that knows of nothing before it."""
        before = self.send("GetWindowHandles")
        new = self.send("NewWindow", type="tab", focus=True)["handle"]
        for old in before:
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
