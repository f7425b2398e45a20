"""A site → Markdown.

In: a `Site` without problems. Out: `render(site)` gives {path below docs/: Markdown}. Pure: no clock, no disk, no
engine. What stands on a page is said by the templates; here is only what they ask for.
"""
