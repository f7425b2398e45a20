"""A list of things to do → done by as many processes as there are processors, each for itself.

They hand nothing back: each puts what it has made where the others find it (`kept`). One that fails or is killed has
left something undone, and whoever needs that does it again, and says what is wrong as if there were no workers.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def processors() -> int:
    """Return how many processes may work at once: one where the system can't copy a process, or this has threads."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def do_all(things: Sequence[Thing], do: Callable[[Thing], object], number: int | None = None) -> None:
    """Call `do` for each of `things`, in `number` processes."""
    number = min(number or processors(), len(things))
    others = [_begin(things[n::number], do) for n in range(1, number)]
    try:
        for thing in things[:: number or 1]:
            do(thing)
    except BaseException:
        for child in others:
            with contextlib.suppress(OSError):
                os.kill(child, signal.SIGTERM)
        raise
    finally:
        for child in others:
            with contextlib.suppress(OSError):
                os.waitpid(child, 0)


def _begin(things: Sequence[Thing], do: Callable[[Thing], object]) -> int:
    """Return the number of a new process that does these `things`."""
    child = os.fork()
    if child:
        return child
    with contextlib.suppress(BaseException):
        for thing in things:
            do(thing)
    os._exit(0)  # nothing of what the first process does at its end is for this one to do
