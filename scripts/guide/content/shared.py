"""What each shared file below content/ is: of all others the folder tells."""

from __future__ import annotations

from guide.content.article import Article
from guide.content.checklist import Checklist
from guide.content.emergency_numbers import AmbulanceNumbers, Number
from guide.content.explained import Disagreement, Term
from guide.content.fields import Model
from guide.content.figure import Figure
from guide.content.leaflet import Leaflets
from guide.content.reference import Reference
from guide.content.search import SearchWords
from guide.content.strings import ENGLISH, FOLDER, Strings
from guide.content.vocabulary import Settings
from guide.content.watch import Watch

# Shared files: a part of the site → where it stands, and what it is, or what each thing in it is.
ONE: dict[str, tuple[str, type[Model]]] = {
    "settings": ("site.yml", Settings),
    "article": ("article.yml", Article),
    "ambulance": ("ambulance-numbers.yml", AmbulanceNumbers),
    "checklist": ("checklist.yml", Checklist),
    "leaflets": ("leaflets.yml", Leaflets),
    "search": ("search.yml", SearchWords),
    "watch": ("watch.yml", Watch),
    "strings": (f"{FOLDER}/{ENGLISH}.yml", Strings),
}
MANY: dict[str, tuple[str, type[Model]]] = {
    "references": ("references.yml", Reference),
    "glossary": ("glossary.yml", Term),
    "disagreements": ("disagreements.yml", Disagreement),
    "figures": ("figures.yml", Figure),
    "numbers": ("emergency-numbers.yml", Number),
}
SHARED = {name for name, _ in (*ONE.values(), *MANY.values())} | {"safety.lock.yml"}
