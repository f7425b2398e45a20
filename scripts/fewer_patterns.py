"""Python-Markdown's patterns for what stands within a line → those whose sign is somewhere on the page.

It tries each pattern on each bit of text, which is half of its time. A pattern whose sign is nowhere can't be found.
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

# What every text has in it that a pattern finds. One that is not named here is left alone.
SIGNS = {
    "backtick": r"`",
    "escape": r"\\",
    "reference": r"\]:",  # its definition
    "link": r"\]\(",
    "image_link": r"!\[",
    "image_reference": r"\]:",
    "short_reference": r"\]:",
    "short_image_ref": r"\]:",
    "autolink": r"<[hHfF]",
    "automail": r"@",
    "linebreak": r"  \n",
    "html": r"<",
    "entity": r"&",
    "em_strong": r"[*_]",
}


class FewerPatterns(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Markdown's name
        md.preprocessors.register(_Look(md), "fewer_patterns", 1000)  # before anything is taken out of the text


class _Look(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        for name, sign in SIGNS.items():
            if name in self.md.inlinePatterns and not re.search(sign, text):
                self.md.inlinePatterns.deregister(name)
        return lines
