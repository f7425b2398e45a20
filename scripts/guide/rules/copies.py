"""What site.yml says of the whole site and other files must repeat → where they differ, and what they should say.

Engines, the package and who cites us read only these files. `make format` writes them anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from guide.content.site import Site
from guide.content.source import Problem, SourceFile, Text
from guide.content.strings import Strings
from guide.content.vocabulary import Settings
from guide.templates.asked import by_scripts, by_theme, camel

# The colours of a scheme in base.css, and what stands on them or below them. WCAG 2.2 asks for this contrast of text.
SCHEMES = {"light": 'scheme="default"]', "dark": 'scheme="slate"]'}
CONTRAST = 4.5


class Copy(NamedTuple):
    """A place that repeats something: the file, a pattern whose one group it is, and what should stand there."""

    path: str
    pattern: str
    wanted: str


def copies(settings: Settings) -> Iterator[Copy]:
    """Yield every place in other files that repeats what site.yml says, as far as it says it."""
    name, said = _quoted(settings.name), _quoted(settings.description)
    yield Copy("mkdocs.yml", r'^site_name: "(.*)"$', name)
    yield Copy("mkdocs.yml", r'^site_description: "(.*)"$', said)
    yield Copy("mkdocs.yml", r'^site_url: !ENV \[SITE_URL, "(.*)"\]$', settings.address or "")
    yield Copy("mkdocs.yml", r"^  language: (.*)$", settings.language)
    yield Copy("docs/assets/print.css", r'^ *--sheet-says: "(.*)";', name)
    yield Copy("pyproject.toml", r'^version = "(.*)"$', settings.version)
    yield Copy("CITATION.cff", r"^version: (.*)$", settings.version)
    yield Copy("CITATION.cff", r'^title: "(.*)"$', name)
    yield Copy("CITATION.cff", r'^abstract: "(.*)"$', said)
    if settings.logo:
        yield Copy(
            "scripts/theme/main.html", r'class="md-header__button md-logo"[^\n]*<path d="([^"]*)"', settings.logo
        )
        yield Copy("docs/assets/icon.svg", r' d="([^"]*)"', settings.logo)
    if settings.colours:
        yield Copy("docs/assets/icon.svg", r'^<svg [^\n]*?<rect [^>]*fill="([^"]*)"', settings.colours.light.bar)
        for scheme, at in SCHEMES.items():
            for part, colour in getattr(settings.colours, scheme):
                yield Copy("docs/assets/base.css", rf"{re.escape(at)} {{[^}}]*?--{part}: ([^;]*);", colour)


def copies_of_strings(strings: Strings) -> Iterator[Copy]:
    """Yield every place that repeats English strings, so that no English page need bring them."""
    with suppress(KeyError):  # `missing_strings` names the one that is not there
        yield Copy("mkdocs.yml", r"^      title: (.*?) #", strings.say("contents"))
        yield Copy("mkdocs.yml", r"^      permalink_title: (.*)$", strings.say("link_here"))
        yield Copy("scripts/theme/partials/language.html", r'else "(.*)" \}\}$', strings.say("skip"))
        frame = {name: strings.say(name) for name in by_theme() if name not in ("skip", "in_english")}
        said = json.dumps(frame, ensure_ascii=False)
        yield Copy("scripts/theme/main.html", r"set say = frame\.say if frame else (\{.*\}) -%\}$", said)
        some = (f'{camel(key)}: "{_quoted(strings.say(key))}"' for key in by_scripts("site.js"))
        yield Copy("docs/assets/site.js", r"dataset \?\? (\{.*\});", f"{{ {', '.join(some)} }}")


def _quoted(text: str) -> str:
    """Return a text as it stands between double quotes in YAML and TOML."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def outdated_copies(site: Site) -> Iterator[Problem]:
    """Other files repeat what site.yml says of name, version, address, colours: 'make format' writes it into them."""
    repeated = [(copy, "content/site.yml") for copy in copies(site.settings)]
    repeated += [(copy, site.strings.name.source.path) for copy in copies_of_strings(site.strings)]
    for (path, pattern, wanted), where in repeated:
        source = site.project.get(path)
        if source and (found := re.search(pattern, source.text, re.MULTILINE)) and found[1] != wanted:
            message = f"'{found[1]}' here, and '{wanted}' in {where} — run 'make format', which writes the same"
            yield source.problem(message, found.start(1))


def rewritten(site: Site) -> dict[str, str]:
    """Return the other files that say something else than site.yml, by their paths, as they should be."""
    sources: dict[str, SourceFile] = {**site.project, site.lost.path: site.lost}
    texts = {path: source.text for path, source in sources.items()}
    row = " ".join(f'<a href="tel:{number}"><strong>{number}</strong> {name}</a>' for number, name in site.row)
    call = Copy(site.lost.path, r'<p class="call">(.*?) ?<a href="\{\{', f"{row} ")
    for path, pattern, wanted in [*copies(site.settings), *copies_of_strings(site.strings), call]:
        if found := re.search(pattern, texts.get(path, ""), re.MULTILINE):
            texts[path] = texts[path][: found.start(1)] + wanted + texts[path][found.end(1) :]
    return {path: text for path, text in texts.items() if text != sources[path].text}


def faint_colours(site: Site) -> Iterator[Problem]:
    """What is written in or on a colour of site.yml can be read by most: take one further from the other."""
    css = site.project.get("docs/assets/base.css")
    for scheme, at in SCHEMES.items() if site.settings.colours and css else ():
        ours: dict[str, Text] = dict(getattr(site.settings.colours, scheme))
        for colour, others in (("bar", ["on-bar"]), ("link", ["paper", "card"])):
            for other in others:
                there = css and (_colour(css.text, at, other) or _colour(css.text, SCHEMES["light"], other))
                if there and (found := contrast(ours[colour], there)) < CONTRAST:
                    about = f"'{ours[colour]}' and '{there}' ({other}) have a contrast of {found:.1f}"
                    yield ours[colour].problem(f"{about} — take a colour that gives {CONTRAST} or more")


def _colour(css: str, scheme: str, name: str) -> str | None:
    found = re.search(rf"{re.escape(scheme)} {{[^}}]*?--{name}: (#[0-9a-f]{{6}});", css)
    return found[1] if found else None


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2 of two colours such as #173f45, from 1 to 21."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


RULES = [outdated_copies, faint_colours]
