"""A model's type → which of its fields hold words for readers: these a translation says anew, all else it takes over.

A part is `text` (words or prose), `texts` (a list of words), `named texts` (words by key), `model`, `models` or `named
models`: models that hold words themselves.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from guide.content.fields import Model, Prose, Words
from guide.content.source import Text

Part = tuple[str, str]  # name of the field, what it holds


def parts_of(model: type[Model]) -> tuple[Part, ...]:
    """Return the fields of a model that hold words, each with what kind of part it is."""
    return _parts_of(model)


@cache
def _parts_of(model: type[Model]) -> tuple[Part, ...]:
    hints = get_type_hints(model, include_extras=True)
    found = ((name, _part(hints[name])) for name in model.model_fields)
    return tuple((name, part) for name, part in found if part)


def _part(hint: Any) -> str:
    if hint in (Prose, Words):
        return "text"
    if isinstance(hint, type) and issubclass(hint, Model):
        return "model" if parts_of(hint) else ""
    kind, inner = get_origin(hint), get_args(hint)
    if kind in (Annotated, Union, types.UnionType):
        return next(filter(None, map(_part, inner if kind is not Annotated else inner[:1])), "")
    if kind in (list, dict):
        held = _part(inner[-1])
        return (f"named {held}s" if kind is dict else f"{held}s") if held in ("text", "model") else ""
    return ""


def texts_of(value: Any, at: str = "") -> Iterator[tuple[str, Text | list[Text]]]:
    """Yield each part of a model, or of models by key, that a translation says in one piece, with its place: `a.b.0`.

    A list of words is one piece: another language may need more of them, or fewer.
    """
    if isinstance(value, dict):
        for key, held in value.items():
            yield from texts_of(held, f"{at}.{key}".lstrip("."))
        return
    for name, part in parts_of(type(value)):
        held, where = getattr(value, name), f"{at}.{name}".lstrip(".")
        if not held:
            continue
        if part in ("text", "texts"):
            yield where, held
        elif part == "named texts":
            yield from ((f"{where}.{key}", text) for key, text in held.items())
        elif part == "models":
            for number, one in enumerate(held):
                yield from texts_of(one, f"{where}.{number}")
        else:
            yield from texts_of(held, where)
