"""A process that has loaded what our commands load, and does each as a copy of itself: imports are paid for once.

What runs is what a process of its own would run: the engine, or the project's `scripts/build.py`, in its folder, with
its environment and arguments, to its exit status. A project whose code is not ours gets a process of its own.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import runpy
import select
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# What a copy of the small site says otherwise: numbers of the page for lost readers, which no program reads.
OWN = "theme/404.html"


def code_in(scripts: Path) -> dict[str, tuple[int, int]]:
    """Return the files of our programs with their size and time: a copy keeps both."""
    found = {}
    for folder, _, names in os.walk(scripts):
        if not folder.endswith("__pycache__"):
            for name in names:
                about = os.stat(os.path.join(folder, name))
                found[os.path.relpath(os.path.join(folder, name), scripts)] = (about.st_size, about.st_mtime_ns)
    found.pop(OWN, None)
    return found


ours = cache(lambda: code_in(ROOT / "scripts"))


def knows(command: Sequence[str], cwd: Path) -> bool:
    """Whether the server can do this: MkDocs' command, or our own, in a project whose code is ours."""
    known = command[0] == "mkdocs" or tuple(command[:2]) == ("python", "scripts/build.py")
    return known and hasattr(os, "fork") and code_in(cwd / "scripts") == ours()


@cache
def server() -> subprocess.Popen[str]:
    """The server of this process, started when it is first asked."""
    started = subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    atexit.register(started.kill)
    return started


def run(
    command: Sequence[str], cwd: Path, env: dict[str, str], seconds: float, processors: int | None = None
) -> tuple[int, str]:
    """Return exit status and what a command printed, both streams together. Raises TimeoutExpired.

    It works with so many `processors`, or those of this machine.
    """
    argv = [str(Path(sys.executable).parent / "mkdocs"), *command[1:]]
    if command[0] == "python":
        argv = [str(cwd / command[1]), *command[2:]]
    asked = server()
    assert asked.stdin
    assert asked.stdout
    with tempfile.NamedTemporaryFile("r", encoding="utf-8", newline=None) as out:
        wanted = {"argv": argv, "cwd": str(cwd), "env": env, "out": out.name, "processors": processors}
        print(json.dumps(wanted), file=asked.stdin, flush=True)
        child = int(asked.stdout.readline())
        if not select.select([asked.stdout], [], [], seconds)[0]:
            os.killpg(child, signal.SIGKILL)
            asked.stdout.readline()
            raise subprocess.TimeoutExpired(argv, seconds)
        return int(asked.stdout.readline()), out.read()


# ---- the server


def status_of(end: BaseException) -> int:
    """What Python would end with, and say."""
    if not isinstance(end, SystemExit):
        traceback.print_exception(end)
        return 130 if isinstance(end, KeyboardInterrupt) else 1
    if isinstance(end.code, int) or end.code is None:
        return end.code or 0
    print(end.code, file=sys.stderr)
    return 1


def do(command: dict[str, Any]) -> int:
    """In a copy of the server: become the command."""
    os.setsid()
    os.chdir(command["cwd"])
    os.environ.clear()
    os.environ.update(command["env"])
    for stream, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        os.dup2(os.open(command["out"] if stream else os.devnull, flags | os.O_APPEND), stream)
    sys.stdout, sys.stderr = (open(stream, "w", encoding="utf-8", closefd=False) for stream in (1, 2))  # noqa: SIM115
    sys.stderr.reconfigure(line_buffering=True, errors="backslashreplace")
    import sources  # the server has loaded them already
    import workers

    sources.begin()
    if command["processors"]:
        workers.processors = lambda: command["processors"]
    sys.argv = command["argv"]
    script = sys.argv[0]
    sys.path[0] = str(Path(script).resolve().parent)
    status = 0
    try:
        runpy.run_path(script, run_name="__main__")
    except BaseException as end:
        status = status_of(end)
    workers.wait_for_background()  # as a process does that ends by itself
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    return status


def serve() -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    import material  # noqa: F401
    import mkdocs.__main__
    import mkdocs.commands.build  # noqa: F401

    import build  # noqa: F401
    import hooks  # noqa: F401

    for line in sys.stdin:
        child = os.fork()
        if not child:
            os._exit(do(json.loads(line)))
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    serve()
