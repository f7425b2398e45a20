"""A language whose texts somebody has read beside the English → its lock: from which English each was made."""

from __future__ import annotations

from pathlib import Path

from checking import checked_site
from guide.content.language import TRANSLATED
from guide.content.load import load
from guide.content.source import nearest
from guide.content.translation import translations
from guide.outputs.translated_lock import lock
from guide.rules.translations import behind, unknown_versions


def say_from_which(root: Path, tag: str, hold: list[str]) -> str:
    """Write the lock of a language below the project `root`; return what is left to translate, a line each.

    `hold` names places as file:place whose words still say what the English says now. Raises SystemExit, and writes
    nothing, when there is something to mend first.
    """
    site, problems = checked_site(root)
    others = [problem for problem in problems if site is None or problem not in [*unknown_versions(site)]]
    if site is None or others:
        raise SystemExit("\n".join(["mend these first, nothing was written:", *map(str, others)]))
    if tag not in site.languages:
        raise SystemExit(f"no language '{tag}' — {nearest(tag, site.languages) or 'write content/strings/ first'}")
    one = translations(site)[tag]
    places = {f"{pair.file}:{pair.at}" for pair in one.found.pairs}
    if unknown := [place for place in hold if place not in places]:
        raise SystemExit(f"no place '{unknown[0]}' — {nearest(unknown[0], places)}")
    name = f"content/{tag}/{TRANSLATED}"
    (root / name).write_text(lock(one, hold), encoding="utf-8", newline="\n")
    ours = (f"content/{tag}/", f"content/strings/{tag}.")
    now, _ = load(root)
    left = [str(problem) for problem in (behind(now) if now else []) if problem.path.startswith(ours)]
    return "\n".join([*left, f"written. Look through {name}, and commit it with your change"])
