"""Runs `mkdocs build` again and again, each in a process of its own: a fork has loaded already what never changes.

Reads a line for each build, the folder for what it prints, and answers with its exit status and seconds. A status of
-9 means that it was still running after the limit.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from pathlib import Path

root, limit = Path(sys.argv[1]), float(sys.argv[2])
sys.path.insert(0, str(root / "scripts"))
os.chdir(root)

import material  # noqa: E402, F401
from mkdocs.__main__ import cli  # noqa: E402

from build import checked_site  # noqa: E402

# An ordinary build takes 300 MB. What takes ten times as much would bring a small machine down.
MEMORY = 3 << 30

checked_site(root)  # from here on a fork has all undamaged files read already


def build(out: str) -> None:
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    stream = os.open(out, os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
    os.dup2(stream, 1)
    os.dup2(stream, 2)
    try:
        cli(["build"], standalone_mode=True)
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 1 if end.code else 0)
    except BaseException:
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
        os._exit(70)


for line in sys.stdin:
    start = time.monotonic()
    child = os.fork()
    if not child:
        build(line.strip())
    done, status = 0, 0
    while not done and time.monotonic() - start < limit:
        done, status = os.waitpid(child, os.WNOHANG)
        time.sleep(0.005)
    if not done:
        os.killpg(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), time.monotonic() - start, flush=True)
