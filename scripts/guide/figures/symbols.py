"""A group of pages → its small picture, so that a list can be looked at before it is read."""

from __future__ import annotations

# A bone of the spine from the side: its block, and the spine behind it.
BONE = '<path class="outline" d="M14 16q10 3 20 0v16q-10-3-20 0z"/><path class="outline" d="M38 20l7 4-7 4"/>'
SYMBOLS = {
    "spread": f'{BONE}<path class="outline" d="M2 6q8 0 12 8"/><circle class="on" cx="3" cy="6" r="3"/>'
    '<circle class="on" cx="21" cy="24" r="4"/>',
    "blood": '<path class="outline" d="M24 4q12 15 12 23a12 12 0 0 1-24 0q0-8 12-23z"/>'
    '<circle class="on" cx="24" cy="29" r="4"/>',
    "bone": f'{BONE}<path class="on" d="M15 24q6-6 11-1t3 8q-7-2-14 0z"/>',
    "canal": '<path class="outline" d="M16 3v42M32 3v42"/><path class="outline" d="M24 3v42"/>'
    '<ellipse class="on" cx="27" cy="24" rx="4" ry="8"/>',
    "benign": f'{BONE}<circle class="ring" cx="24" cy="24" r="4.5"/>',
    "elsewhere": f'{BONE}<circle class="on" cx="5" cy="38" r="4"/><path class="outline dashed" d="M9 36q6-2 7-6"/>',
}


def symbol(name: str) -> str:
    """Return the <svg> of a symbol, hidden from those who listen: the words beside it say the same."""
    return f'<svg class="symbol" viewBox="0 0 48 48" aria-hidden="true">{SYMBOLS[name]}</svg>'
