"""What can't be read, and why → what is left of it, so that one slip hides no other.

Only what may be left out is: a key that nobody knows, a field that is not needed. Else there is no rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from guide.content.fields import ById, Model
from guide.content.source import SourceFile, Text
from guide.content.yaml_tree import Map

# By which a model is known that is only the rest of one.
MARK = "not_whole"
ID = re.compile(r"^([a-z0-9][a-z0-9-]*) ?:", re.MULTILINE)
# What others ask for by its parts: without it more would be called wrong than is.
WHOLE = {"sections", "body", "group", "rows", "parts", "groups"}


def rest(value: Any, model: type[Model], errors: Sequence[ErrorDetails], fields: bool) -> Any:
    """Return a model of `value` without its unknown keys, and its `fields` that are wrong; None if more is amiss."""
    known = {about.alias or name: about for name, about in model.model_fields.items()}
    wrong = {str(error["loc"][0]) for error in errors if error["loc"]}
    needed = [key for key in wrong if key in known and (not fields or known[key].is_required() or key in WHOLE)]
    if not isinstance(value, Map) or needed:
        return None
    left = Map({key: held for key, held in value.items() if str(key) not in wrong})
    left.source, left.start = value.source, value.start
    try:
        found = model.model_validate(left)
    except ValidationError:
        return None
    found.__dict__[MARK] = True
    return found


def named(source: SourceFile) -> ById[Text, Any] | None:
    """Return the ids in a file that can't be read, each without what it stands for; None if there are none."""
    return ById({Text(key): None for key in ID.findall(source.text)}) or None


def not_whole(model: Model | None) -> bool:
    return model is None or MARK in model.__dict__
