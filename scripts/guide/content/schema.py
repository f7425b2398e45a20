"""Models and vocabulary → content/schema.json, by which an editor completes and underlines as one types.

Each part stands under `$defs`: the first line of a file in content/ says which one is for it.
"""

from __future__ import annotations

import json

from pydantic.json_schema import models_json_schema

from guide.content.article import Claim
from guide.content.fields import Model
from guide.content.shared import MANY, ONE
from guide.content.site import Evidence, Page
from guide.content.vocabulary import Settings


def schema(settings: Settings) -> str:
    """Return the schema as JSON text, with the words of site.yml as the values allowed."""
    models: list[type[Model]] = [Page, Evidence, Claim, *(model for _, model in [*MANY.values(), *ONE.values()])]
    _, whole = models_json_schema([(m, "validation") for m in models], title=f"Content of {settings.name}")
    parts = whole["$defs"]
    for part in parts.values():
        offer_words(part, settings)
    for name, kind in settings.kinds.items():
        page = json.loads(json.dumps(parts["Page"]))
        del page["properties"]["body"]
        sections = {
            s: {"type": "string", "description": about.about or about.label} for s, about in kind.sections.items()
        }
        page["properties"]["sections"] = {
            "type": "object", "properties": sections, "required": list(sections), "additionalProperties": False,
        }  # fmt: skip
        if kind.groups:
            page["properties"]["group"] = {"enum": list(kind.groups)}
        parts[name] = page
    for file, model in MANY.values():
        entry = {"$ref": f"#/$defs/{model.__name__}"}
        parts[file.removesuffix(".yml")] = {"type": "object", "additionalProperties": entry}
    parts["strings"] = {"$ref": "#/$defs/Strings"}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def offer_words(part: object, settings: Settings) -> None:
    """Let each field that is the id of a word of site.yml offer these words, wherever it stands in `part`."""
    if isinstance(part, dict):
        if words := getattr(settings, str(part.pop("id_of", "")), None):
            part["enum"] = list(words)
        for held in part.values():
            offer_words(held, settings)
    elif isinstance(part, list):
        for held in part:
            offer_words(held, settings)
