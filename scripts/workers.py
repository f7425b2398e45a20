"""A list of things → what comes of each, found by as many processes as there are processors.

Each takes the next thing that nobody has taken. What is left undone, by one that fails or is killed, the first process
does itself: so what is wrong with it is said as if there were no others.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")
Found = TypeVar("Found")
# The turns wait in a pipe, and the smallest of any system holds this many bytes. A turn is the number of a thing.
PIPE = 4096
TURN = 4


def processors() -> int:
    """Return how many processes may work at once: one where the system can't copy a process, or this has threads."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(do: Callable[[Thing], Found], things: Sequence[Thing]) -> list[Found]:
    """Return what `do` returns for each of `things`, in their order.

    Raises what it raises. What it returns may come from another process, so pickle must be able to copy it.
    """
    number = min(processors(), len(things))
    if number < 2:
        return [do(thing) for thing in things]
    step = 1 + len(things) * TURN // PIPE  # things a turn
    turns, giving = os.pipe()
    os.write(giving, b"".join(at.to_bytes(TURN, "big") for at in range(0, len(things), step)))
    os.close(giving)

    def work() -> dict[int, Found]:
        found = {}
        while turn := os.read(turns, TURN):
            start = int.from_bytes(turn, "big")
            for at, thing in enumerate(things[start : start + step], start):
                found[at] = do(thing)
        return found

    others: list[_Other] = []
    try:
        with contextlib.suppress(OSError):  # no more processes may be begun: fewer do it
            others.extend(_Other(work) for _ in range(1, number))
        found = work()
        for other in others:
            found |= other.found()
    finally:
        while os.read(turns, PIPE):  # nobody takes another one
            pass
        os.close(turns)
        # First all: a copy holds the ends of those before it, too, and they wait for somebody to read.
        for other in others:
            other.close()
        for other in others:
            other.wait()
    return [found[at] if at in found else do(thing) for at, thing in enumerate(things)]


_at_work: list[int] = []  # the process that does what is done aside


def in_background(do: Callable[[], object]) -> None:
    """Do something while this process goes on, and be done before it ends, or does another thing aside.

    Nobody hears what it returns or raises. It sees all as it is now, whatever becomes of it here.
    """
    wait_for_background()
    process = None
    if processors() > 1:
        with contextlib.suppress(OSError):  # no more processes may be begun: this one does it
            process = os.fork()
    if process:
        _at_work.append(process)
        return
    with contextlib.suppress(Exception if process is None else BaseException):
        do()
    if process is not None:
        os._exit(0)  # nothing of what the first process does at its end is for this one to do


def wait_for_background() -> None:
    while _at_work:
        with contextlib.suppress(ChildProcessError):  # another one's, whose copy this process is
            os.waitpid(_at_work.pop(), 0)


atexit.register(wait_for_background)


class _Other:
    """Another process, begun as a copy of this one."""

    def __init__(self, work: Callable[[], dict[int, Found]]) -> None:
        self.results, giving = os.pipe()
        try:
            self.process = os.fork()
        except OSError:
            os.close(giving)
            self.close()
            raise
        if not self.process:
            os.close(self.results)
            with contextlib.suppress(BaseException), open(giving, "wb") as file:
                pickle.dump(work(), file, pickle.HIGHEST_PROTOCOL)
            os._exit(0)  # nothing of what the first process does at its end is for this one to do
        os.close(giving)

    def found(self) -> dict[int, Found]:
        """Return what it has found, by the numbers of the things: nothing if it has failed."""
        with open(self.results, "rb", closefd=False) as file:
            try:
                return pickle.load(file)  # type: ignore[no-any-return]  # noqa: S301 -- it is a copy of ourselves
            except (EOFError, pickle.UnpicklingError):
                return {}

    def close(self) -> None:
        os.close(self.results)  # who has something to hand over now can't, and ends

    def wait(self) -> None:
        os.waitpid(self.process, 0)
