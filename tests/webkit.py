"""WebKitGTK, the nearest to an iPhone's browser that Linux has, by its own WebKitWebDriver."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tabs import PHONE, wait_for
from webdriver import WebDriver

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
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
FRAMES = """<iframe width="390" height="844"></iframe><script>
  const urls = URLS, frame = document.querySelector("iframe");
  const next = () => {
    const url = urls.shift();
    if (url) frame.src = url;
    else console.log("all seen");
  };
  frame.onload = () => setTimeout(next, 200);
  next();
</script>"""
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


def small_browser() -> str:
    """Return the path of WebKitGTK's MiniBrowser, which stands on no search path."""
    for folder in ("/usr/lib", "/usr/lib64", "/usr/libexec"):
        for path in sorted(Path(folder).glob("**/webkit2gtk-4*/MiniBrowser"), reverse=True):
            return str(path)
    raise FileNotFoundError("WebKitGTK is here without its MiniBrowser")


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class WebKit(WebDriver):
    """WebKitGTK's small browser on a display that nobody sees, in `folder`."""

    turns_dark = prints = False

    def __init__(self, program: str, folder: Path) -> None:
        self.folder = folder
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

    def device(self, scheme: str) -> None:
        """Before a page is open: WebKitGTK asks the desktop's settings, and we have no desktop."""
        dark = f"[Settings]\ngtk-application-prefer-dark-theme={int(scheme == 'dark')}\n"
        (self.folder / "gtk-3.0" / "settings.ini").write_text(dark)
        self.fresh()

    def paper(self, on: bool) -> None:
        self.js(PAPER, on)

    def errors_on(self, urls: list[str]) -> list[str]:
        """By a browser that nobody drives, for a driven one keeps its console to itself. It opens all in one frame."""
        start = self.folder / "start.html"
        start.write_text(FRAMES.replace("URLS", json.dumps(urls)))
        options = ["--enable-write-console-messages-to-stdout=true", "--enable-private-browsing=false"]
        command = [small_browser(), *options, start.as_uri()]
        said = []
        both = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}  # It says it writes to stdout, and uses stderr.
        with subprocess.Popen(command, env=self.env, text=True, errors="replace", **both) as seen:
            limit = threading.Timer(120, seen.kill)
            limit.start()
            for line in seen.stdout:
                if line.rstrip().endswith("CONSOLE LOG all seen"):
                    break
                if "ERROR" in line:
                    said.append(line.strip())
            else:
                raise RuntimeError("WebKit's small browser ended too soon")
            limit.cancel()
            seen.kill()
        return said

    def close(self) -> None:
        if self.session:
            with contextlib.suppress(OSError):  # It may have been stopped by the same Ctrl+C as we.
                self.send("DeleteSession")
        for one in (self.process, self.screen):
            one.terminate()
            one.wait(10)
