"""A template beside this file and what it asks for → text."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

TEMPLATES = Path(__file__).parent / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, keep_trailing_newline=True)


def fill(template: str, **known: object) -> str:
    """Return the text of a template, such as nav.xhtml. What is no Markup is escaped."""
    return ENVIRONMENT.get_template(f"{template}.j2").render(**known)
