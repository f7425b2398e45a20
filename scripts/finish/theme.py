"""A page as the theme made it → without what only the theme's own script needs: it, its settings, its messages.

The inline scripts that stay are those of `scripts/theme/`, each marked `data-ours`: the same with every engine.
"""

from __future__ import annotations

from collections.abc import Collection

from finish.page import Page, is_inside, is_outside, tokens

# In scripts/theme/: where it keeps a choice, and light or dark.
OURS = 2
INLINE = "data-ours"
# What browsers make of these is harmless, and our policy lets them.
KEPT_LINKS = {"stylesheet", "icon", "shortcut", "canonical"}
# Firefox fetches the page that is named as the next one, which our policy forbids and which costs a reader's data.
NEIGHBOURS = {"prev", "next"}


def strip_theme(page: Page, own: Collection[str]) -> int:
    """Take away the theme's scripts, what they read, and links that name other pages; return how many.

    `own` are the files below the site that are ours. Raises FaultError if a script is neither the theme's nor ours, or
    one of either is missing.
    """
    messages = page.all("[data-md-component=dialog]")  # else a screen reader meets a second, empty status
    for message in messages:
        message.decompose()
    return len(messages) + _scripts(page, own) + _links(page)


def _scripts(page: Page, own: Collection[str]) -> int:
    marked, loaded, theirs, bundles = 0, 0, 0, 0
    for script in page.all("script"):
        about = script.attributes
        if is_inside(script, "article"):
            raise page.fault("a script stands in the text — take it out there")
        if "src" in about:
            source = about["src"] or ""
            target = page.target(source)
            if target is None or is_outside(source):
                raise page.fault(f"a script is asked of another host, '{source}' — take it out of the theme")
            if target[0] in own:
                loaded += 1
                continue
            bundles += 1
        elif INLINE in about:
            del script.attrs[INLINE]
            marked += 1
            continue
        elif about.get("id") != "__config" and not script.text().lstrip().startswith("var target="):
            raise page.fault("a script stands here that neither the theme nor we put there — take it out of the theme")
        script.decompose()
        theirs += 1
    if marked != OURS or not loaded:
        raise page.fault(f"{marked} scripts of scripts/theme/ and {loaded} of docs/assets/ — build with that theme")
    if not bundles:
        raise page.fault("the theme's script is not there — it was finished before, or the theme is another")
    return theirs


def _links(page: Page) -> int:
    away = 0
    for link in page.all("link"):
        kinds = tokens(link, "rel")
        bare = "canonical" in kinds and not is_outside(link.attributes.get("href") or "")  # the site has no address
        if kinds & NEIGHBOURS or bare:
            link.decompose()
            away += 1
        elif not kinds or not kinds <= KEPT_LINKS:
            raise page.fault(f"a link for '{' '.join(sorted(kinds))}', which the policy forbids — take it out")
    return away
