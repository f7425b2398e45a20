"""A function → the same function, which hardly does a thing twice: also not in the next run, nor in another process.

What it returns may rest on its arguments alone, so that it holds as long as the code does. `scripts/checking.py` keeps
on disk what a run has asked for, and brings it from one process to the other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property, wraps
from hashlib import blake2b
from itertools import islice
from typing import Any, Generic, TypeVar

Table = dict[Hashable, Any]
Tables = dict[str, Table]
Value = TypeVar("Value")
Does = TypeVar("Does", bound=Callable[..., Any])

# One in so many is not worth the tenth of a second in which all is written: it is as soon found once more.
FEW = 50
# What functions have returned: before this run, and what has been asked for in it.
_before: Tables = {}
_now: Tables = {}
# Functions of which all is kept, asked for or not.
_inner: set[str] = set()


@dataclass(frozen=True)
class Large(Generic[Value]):
    """An argument that is known by the hash of all that it says, for it is too large to be kept."""

    value: Value

    @cached_property
    def key(self) -> bytes:
        return blake2b(repr(self.value).encode("utf-8", "surrogatepass")).digest()


def memoized(do: Does) -> Does:
    """Let a function remember what it has returned: to texts, to what has a key, and to what can be one."""
    name = _name(do)
    now, before = _now.setdefault(name, {}), _before.setdefault(name, {})

    @wraps(do)
    def ask(*arguments: Any) -> Any:
        key = tuple([one if isinstance(one, str) else getattr(one, "key", one) for one in arguments])
        try:
            return now[key]
        except KeyError:
            key = tuple(str(one) if isinstance(one, str) else one for one in key)  # a Text would bring its whole file
            now[key] = found = before[key] if key in before else do(*arguments)
            return found

    return ask  # type: ignore[return-value]


def asked_by_others(do: Does) -> Does:
    """Keep all that a function knows whom others ask that remember: who knows enough by itself does not ask it."""
    _inner.add(_name(do))
    return do


def _name(do: Callable[..., Any]) -> str:
    return f"{do.__module__}.{do.__qualname__}"


def knows(do: Callable[..., Any], *arguments: Hashable) -> bool:
    """Say whether a function that remembers was asked of the same before, texts and what has no `key`."""
    return arguments in _now[_name(do)] or arguments in _before[_name(do)]


def begin(before: Tables) -> None:
    """Take what was kept before this run."""
    for name, table in before.items():
        _before.setdefault(name, {}).update(table)


def position() -> dict[str, int]:
    """Return what tells later what has been asked for since."""
    return {name: len(table) for name, table in _now.items()}


def since(marked: dict[str, int]) -> Tables:
    """Return what has been asked for since it was marked."""
    return {
        name: dict(islice(table.items(), marked[name], None))
        for name, table in _now.items()
        if len(table) > marked[name]
    }


def add(found: Tables) -> None:
    """Take what another process was asked."""
    for name, table in found.items():
        _now[name].update(table)


def names() -> list[str]:
    """Return the names of all functions that remember."""
    return [*_now]


def to_keep() -> Iterator[tuple[str, Table]]:
    """Yield what this run has been asked for, function by function, where more than hardly any of it is new."""
    for name, table in _now.items():
        if len(table.keys() - _before[name].keys()) * FEW > len(table):
            _before[name].update(table)
            yield name, _before[name] if name in _inner else table


def forget() -> None:
    """Let go of all: a run that will check nothing more has better use for the memory."""
    for table in [*_before.values(), *_now.values()]:
        table.clear()
