"""For each rule tiny bad examples, a module for each module of rules; each has `CASES`, tried by test_rules.py."""

from __future__ import annotations

import pkgutil
from importlib import import_module

# (rule, what is changed in the small site, the lines an editor reads)
CASES: list[tuple[str, dict, list[str]]] = [
    case for one in pkgutil.iter_modules(__path__) for case in import_module(f"{__name__}.{one.name}").CASES
]
