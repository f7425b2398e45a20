"""What browsers take as commands of WebDriver (https://www.w3.org/TR/webdriver2/), by the names of the standard."""

from __future__ import annotations

import sys
from typing import Any

from tabs import Tab


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

    def paste(self) -> None:
        keys = ["\ue03d" if sys.platform == "darwin" else "\ue009", "v"]
        order = [*(("keyDown", key) for key in keys), *(("keyUp", key) for key in reversed(keys))]
        self.act("key", *({"type": way, "value": key} for way, key in order))
