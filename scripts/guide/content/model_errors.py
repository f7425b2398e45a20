"""What pydantic finds in a model → the same in an editor's words, at the place it is about."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic_core import ErrorDetails

from guide.content.fields import Model
from guide.content.source import Problem, Text, nearest
from guide.content.yaml_indicators import refused
from guide.content.yaml_lines import Line, quoted
from guide.content.yaml_tree import Map, Seq

# Signs that editors put around or between the words of a list.
MARKS = re.compile(r"\s*(?:,|;|(?:^|\s)[-–—•*·]\s*)\s*")

# What an editor wrote: each knows its place.
Placed = Text | Map | Seq

CURLY = re.compile(r"[“”„‘’]([^“”„‘’]+)[“”‘’]")


def explain(detail: ErrorDetails, value: Placed, model: type[Model], key: Text | None) -> Problem:
    """Return one of pydantic's findings on `value`, which stands under `key` if it is not a whole file."""
    wanted: Any = model
    place, holder, held = value, value, wanted
    for part in detail["loc"]:
        holder, held = value, wanted
        if isinstance(value, Map) and part in value:
            place = next(key for key in value if key == part)
            value, wanted = value[str(part)], inside(wanted, part)
        elif isinstance(value, Seq) and isinstance(part, int) and part < len(value):
            place = value = value[part]
            wanted = inside(wanted, part)
        else:
            break
    field = next((part for part in reversed(detail["loc"]) if part != "[key]"), str(key))
    error = detail["type"]
    if isinstance(value, Text) and error != "list_type" and (curly := CURLY.fullmatch(value)):
        return value.problem(f"curly quotes are letters like others — take them out: {curly[1]}")
    if error == "missing":
        return missing(str(field), holder, held, place, top=key is None and len(detail["loc"]) == 1)
    if error == "extra_forbidden" and isinstance(place, Text) and isinstance(holder, Map):
        return extra(place, holder, held)
    said = detail["msg"].removeprefix("Value error, ")
    if detail["loc"][-1:] == ("[key]",):
        return place.problem(said)
    place = value if isinstance(value, Text) else place
    if error == "value_error":
        return wrong_value(said, value, place, field)
    return place.problem(WORDS.get(error, other)(detail.get("ctx", {}), field, value, wanted))


def inside(wanted: Any, part: str | int) -> Any:
    """Return the type of what stands under a key, or at a place in a list, of the type `wanted`."""
    wanted = plain(wanted)
    if isinstance(wanted, type) and issubclass(wanted, Model):
        fields = {about.alias or name: about.annotation for name, about in wanted.model_fields.items()}
        return fields.get(str(part))
    return get_args(wanted)[-1] if get_origin(wanted) in (list, dict) else None


def plain(wanted: Any) -> Any:
    """Return a type without what is only said about it: that it may be left out, what it is checked by."""
    while get_origin(wanted) in (Annotated, Union, types.UnionType):
        wanted = next(one for one in get_args(wanted) if one is not type(None))
    return wanted


def keys(model: Any) -> list[str]:
    return [about.alias or name for name, about in model.model_fields.items()]


def missing(field: str, value: Placed, model: Any, place: Placed, top: bool) -> Problem:
    """A key that is not there, or stands too far right and was read as part of a text."""
    model = plain(model)
    fields = model.model_fields.items()
    about = next((about.description for name, about in fields if field in (name, about.alias)), None)
    if top and isinstance(value, Map):
        swallowed = re.compile(rf"^ +(?={re.escape(field)}:)", re.MULTILINE).search(value.source.text)
        if swallowed:
            return value.source.problem(
                f"'{field}' is part of the text above — begin it at the very left", swallowed.end()
            )
    return place.problem(f"'{field}' is missing — add it" + (f": {about}" if about else ""))


def extra(key: Text, value: Map, model: Any) -> Problem:
    """A key that nothing reads."""
    found, _, words = re.split(r"([:：])", key, maxsplit=1) if re.search("[:：]", key) else (key, "", "")
    if words:
        return key.problem(f"no plain colon and space after '{found}' — write {found}: {words.strip()}")
    content, names = value[key], list(value)
    before = names[names.index(key) - 1] if names.index(key) else None
    if key.isdigit() and before is not None and str(value[before]).strip().isdigit():
        number = value[before] + ("" if len(key) == 3 else ".") + key
        if plain(inside(model, before)) not in (int, float):
            number = quoted(f"{value[before]}, {key}")
        return key.problem(f"a comma ends the number here — write {number}")
    if value.source.text[value.start] == "{" and isinstance(content, Text) and not content.strip():
        return key.problem(
            f"'{key}' stands alone after a comma — put a text that has commas in quotes: {quoted('…, …')}"
        )
    known = keys(plain(model))
    if before is not None and key not in known and isinstance(value[before], Text) and not value[before].strip():
        return key.problem(f"unknown key '{key}' — if it belongs to '{before}' above, begin it 2 spaces further right")
    meant = plain(model).called.get(key.lower(), key.strip("“”‘’„"))
    return key.problem(f"unknown key '{key}' — {nearest(meant, known)}")


def wrong_value(message: str, value: Any, place: Placed, field: str | int) -> Problem:
    if isinstance(value, (Map, Seq)) and message.startswith("this must be text"):
        return text_wanted(value, field)
    if isinstance(value, Text) and not value.strip():
        if field == "body":
            return place.problem("the page says nothing yet — write its text below the second '---'")
        line = Line(value.source.text, value.start)
        if line.words.startswith("#"):
            return value.source.problem(
                f"what follows '#' is not read — put it in quotes: {line.example()}", line.words_at
            )
    return place.problem(message)


def text_wanted(value: Map | Seq, field: str | int) -> Problem:
    """A list, or lines with keys, where a text belongs: often a text that begins with, or has, a sign."""
    text = value.source.text
    line = Line(text, value.start)
    if text[value.start] in "[{" and isinstance(field, str) and not re.match(r"\[[\[@]|\{\{", text[value.start :]):
        return value.problem(
            f"'{field}' is one text, no list — write it without brackets, or in quotes: {line.example()}"
        )
    if text[value.start] in "[{":
        inner = re.match(r"\[\[?([\w-]+)\]", text[value.start :])
        if inner and isinstance(field, int):
            return value.problem(f"brackets within a list — write {inner[1]} alone")
        return value.source.problem(*refused(text, value.start))
    if isinstance(value, Seq):
        return value.problem(f"'{field}' is one text, no list — take out the dash")
    words = text[value.start : line.end].strip()
    if line.words.startswith(("[", "{")):
        words = re.split(r"[,\]}]", words)[0]
    example = f"- {quoted(words)}" if line.dashed else quoted(words)
    return value.problem(f"a colon and a space within the text — put it in plain quotes: {example}")


def list_wanted(about: dict[str, Any], field: str | int, value: Any, wanted: Any) -> str:
    if is_model(inner := plain(inside(wanted, 0))):
        return f"'{field}' is a list — write each below it as - {pattern(inner)}"
    words = [word for word in MARKS.split(value.strip().strip("[]“”„‘’")) if word] if isinstance(value, Text) else []
    if isinstance(field, int):
        return f"each here is a list of its own — write [{', '.join(words)}]"
    if isinstance(value, Text) and not words:
        return f"'{field}' is empty — write {field}: [first, second], or take the line out if there are none"
    return f"'{field}' is a list — write {field}: [{', '.join(words) if words else 'first, second'}]"


def lines_wanted(about: dict[str, Any], field: str | int, value: Any, wanted: Any) -> str:
    wanted = plain(wanted)
    if isinstance(value, Text) and not value.strip():
        return f"nothing belongs to '{field}' — begin each line that does 2 spaces further right than it"
    if is_model(wanted):
        return f"{quoted(value) if isinstance(value, Text) else 'this'} is not enough — write it as {pattern(wanted)}"
    return f"'{field}' has keys of its own — write below it, 2 spaces further right, lines 'key: words'"


def pattern(model: type[Model]) -> str:
    """Return how a model is written on one line, such as {by: …, on: …}."""
    fields = model.model_fields.items()
    needed = [about.alias or name for name, about in fields if about.is_required()] or keys(model)[:2]
    return "{" + ", ".join(f"{name}: …" for name in needed) + "}"


def is_model(wanted: Any) -> bool:
    return isinstance(wanted, type) and issubclass(wanted, Model)


def one_of(about: dict[str, Any], field: str | int, value: Any, wanted: Any) -> str:
    known = re.findall(r"'([^']*)'", about["expected"])
    if not isinstance(value, Text) or not value.strip():
        return f"'{field}' is one word — {nearest('', known)}"
    return f"'{field}' can't be '{value}' — {nearest(value, known)}"


def whole_number(about: dict[str, Any], field: str | int, value: Any, wanted: Any) -> str:
    return f"'{field}' is no whole number — write digits only, such as 90"


def flag(about: dict[str, Any], field: str | int, value: Any, wanted: Any) -> str:
    return f"'{field}' is true or not there — write {field}: true, or take the line out"


def number(about: dict[str, Any], field: str | int, value: Any, wanted: Any) -> str:
    return f"'{field}' is no number — write digits, with a point before decimals, such as 0.5"


def other(about: dict[str, Any], field: str | int, value: Any, wanted: Any) -> str:
    return f"'{field}' can't be read — write it as on another page"


WORDS: dict[str, Callable[[dict[str, Any], str | int, Any, Any], str]] = {
    "list_type": list_wanted,
    "dict_type": lines_wanted,
    "model_type": lines_wanted,
    "model_attributes_type": lines_wanted,
    "literal_error": one_of,
    "too_short": lambda about, field, *_: (
        f"too few in {'this list' if isinstance(field, int) else repr(field)} — give at least {about['min_length']}"
    ),
    "too_long": lambda about, field, *_: f"too many in '{field}' — give at most {about['max_length']}",
    "greater_than_equal": lambda about, field, *_: f"'{field}' is too small — write at least {about['ge']:.0f}",
    "less_than_equal": lambda about, field, *_: f"'{field}' is too large — write at most {about['le']:.0f}",
    **dict.fromkeys(["int_type", "int_parsing", "int_parsing_size", "int_from_float"], whole_number),
    **dict.fromkeys(["bool_type", "bool_parsing"], flag),
    **dict.fromkeys(["float_type", "float_parsing", "finite_number"], number),
}
