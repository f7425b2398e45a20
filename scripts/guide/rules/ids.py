"""Rules for ids: what a field names is there. The field's type says what it is the id of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import lru_cache

from guide.content.fields import ids_in
from guide.content.prose import links
from guide.content.site import Site
from guide.content.source import Problem, nearest
from guide.rules.differences import OF_PAGES
from guide.rules.safety import agreed


def known_ids(site: Site) -> dict[str, Collection[str]]:
    """Return what there is, by what `id_of` calls it: the parts of the site, and each vocabulary of site.yml."""
    words = site.settings
    return {
        "pages": site.pages,
        "references": site.references,
        "figures": site.figures,
        "numbers": site.numbers,
        "items": dict(site.checklist.items),
        "lines": site.leaflets.lines,
        "countries": words.countries,
        **{name: value for name, value in words if isinstance(value, dict)},
    }


OFTEN = 3  # files: so many do not misspell it alike
# What an editor is told where one of these is not there. Any other is a word of site.yml.
MISSING = {
    "pages": "no page '{}'",
    "references": "no reference '{}'",
    "figures": "no picture '{}'",
    "numbers": "'{}' is not in emergency-numbers.yml",
    "items": "'{}' is not in the checklist",
    "lines": "no line '{}'",
}


def instead(site: Site, name: str, known: Collection[str]) -> str:
    """Return what to do where the page `name` is not there: one that is gone may have no other in its place."""
    told = agreed(site.lock)[0].get("told", {})
    advice = "take this out, or bring it back; for good, 'moved' in site.yml leads its readers on"
    if any(name in told.get(part, ()) for part in OF_PAGES):
        return f"it is gone: {advice}"
    return f"if it is gone: {advice}" if len(files_naming(site)[name]) >= OFTEN else nearest(name, known)


@lru_cache(maxsize=2)  # it is asked of each that is not there
def files_naming(site: Site) -> dict[str, set[str]]:
    """Return the files that lead to each page or word: a slip of the pen stands in one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for part in vars(site).values():
        for name, what in ids_in(part):
            if what == "pages":
                found[name].add(name.source.path)
    for text in site.prose:
        for link in links(text):
            found[link.target].add(text.source.path)
    return found


def unknown_ids(site: Site) -> Iterator[Problem]:
    """A field that names a page, a source, a picture or a word of site.yml names one that is there."""
    known = known_ids(site)
    for part in vars(site).values():
        for name, what in ids_in(part):
            if name not in known[what] and name not in site.broken:
                missing = MISSING.get(what, "'{}' is not in site.yml").format(name)
                advice = instead(site, name, known[what]) if what == "pages" else nearest(name, known[what])
                yield name.problem(f"{missing} — {advice}")


def wrong_sections(site: Site) -> Iterator[Problem]:
    """A page has the sections of its kind, all of them and no other, and one of its groups: see `kinds` in site.yml."""
    for page in site.pages.values():
        kind = site.settings.kinds.get(page.kind)
        known = kind.sections if kind else {}
        for section in page.sections:
            if section not in known:
                yield section.problem(f"unknown section '{section}' — {nearest(section, known)}")
        for section in known.keys() - page.sections.keys():
            about = known[section].about or known[section].label
            yield page.title.problem(f"the section '{section}' is missing — add it: {about}")
        if kind and kind.groups and page.group is None:
            yield page.title.problem(f"'group' is missing — {nearest('', kind.groups)}")
        if kind and page.group and page.group not in kind.groups:
            yield page.group.problem(f"'{page.group}' is not in site.yml — {nearest(page.group, kind.groups)}")


RULES = [unknown_ids, wrong_sections]
