#!/bin/sh
# Python-Markdown 3.11.3: a numbered list that follows a bulleted one, with a blank line between them, is no list of its
# own. CommonMark 0.31.2 (5.3: "a list is a sequence of list items of the same type") begins an <ol>; Python-Markdown
# puts the numbered entries into the <ul>, and their numbers are gone: steps to take in order become bullets.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check markdown==3.11.3 markdown-it-py==4.0.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import markdown
from markdown_it import MarkdownIt

text = "- numb legs\n- weak legs\n\n1. Call.\n2. Lie down.\n"
theirs, common = markdown.markdown(text), MarkdownIt("commonmark").render(text)
print("Python-Markdown", markdown.__version__, "lists:", theirs.count("<ul>"), "ul,", theirs.count("<ol>"), "ol")
print("CommonMark (markdown-it-py 4.0.0) lists:", common.count("<ul>"), "ul,", common.count("<ol>"), "ol")
assert (theirs.count("<ul>"), theirs.count("<ol>")) == (1, 0)
assert (common.count("<ul>"), common.count("<ol>")) == (1, 1)
PYTHON
