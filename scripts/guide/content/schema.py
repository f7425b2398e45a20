"""Models and vocabulary → content/schema.json, by which an editor completes and underlines as one types.

Each part stands under `$defs`: the first line of a file in content/ says which one is for it.
"""

from __future__ import annotations

import json

from pydantic.json_schema import models_json_schema

from guide.content.article import Article, Claim
from guide.content.checklist import Checklist
from guide.content.emergency_numbers import AmbulanceNumbers, Number
from guide.content.explained import Disagreement, Term
from guide.content.figure import Figure
from guide.content.leaflet import Leaflets
from guide.content.reference import Reference
from guide.content.search import SearchWords
from guide.content.site import Evidence, Page
from guide.content.strings import Strings
from guide.content.vocabulary import Settings
from guide.content.watch import Watch


def schema(settings: Settings) -> str:
    """Return the schema as JSON text, with the words of site.yml as the values allowed."""
    models = (Page, Evidence, Reference, Term, Disagreement, Figure, Claim, Article, Number, AmbulanceNumbers,
              Checklist, Leaflets, SearchWords, Watch, Strings, Settings)  # fmt: skip
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
    entries = {
        "references": "Reference",
        "glossary": "Term",
        "disagreements": "Disagreement",
        "figures": "Figure",
        "emergency-numbers": "Number",
    }
    for plural, part in entries.items():
        parts[plural] = {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{part}"}}
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
