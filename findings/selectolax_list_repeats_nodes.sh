#!/bin/sh
# selectolax 1.0.2 (lexbor): a list of selectors returns an element once for each of them that it matches. The DOM
# Standard's querySelectorAll returns every element once, in the order of the tree, and so does soupsieve 2.8 on the same
# text. Who counts links by "[href], [data-index]" counts one twice. With :is() in place of the list each comes once.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check selectolax==1.0.2 soupsieve==2.8 beautifulsoup4==4.14.2 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from bs4 import BeautifulSoup
from selectolax.lexbor import LexborHTMLParser

assert version("selectolax") == "1.0.2"
html = '<p><a id="lung" class="page" href="lung/">Lung</a> <a href="bone/">Bone</a></p>'
found = {}
for selector in ("[id], [class], [href]", ":is([id], [class], [href])"):
    found[selector] = (
        [node.attributes["href"] for node in LexborHTMLParser(html).css(selector)],
        [node["href"] for node in BeautifulSoup(html, "html.parser").select(selector)],
    )
    print(f"{selector}: selectolax {found[selector][0]}, soupsieve {found[selector][1]}")
assert found["[id], [class], [href]"] == (["lung/", "lung/", "lung/", "bone/"], ["lung/", "bone/"])
assert found[":is([id], [class], [href])"] == (["lung/", "bone/"], ["lung/", "bone/"])
PYTHON
