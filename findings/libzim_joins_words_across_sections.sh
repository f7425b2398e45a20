#!/bin/sh
# libzim 3.13.1 (Python): two words in two <section>s that follow each other without white space are ONE word in the full-text
# index of the ZIM, and neither is found. The same with article, aside, header, footer and figure, between a <summary> and what
# it opens, and between two labels (<text>) of an SVG. p, div, li, td and h2 do part words. By the HTML standard (15.3,
# rendering) a section begins a line of its own just as a p does, so no reader sees the words joined: a page whose white
# space was taken out to make it lighter loses words in Kiwix's search alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check libzim==3.13.1 2>/dev/null
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON' | grep -v "^[A-Z]" | tee seen
from libzim.reader import Archive
from libzim.search import Query, Searcher
from libzim.writer import Creator, Hint, Item, StringProvider

SIDE_BY_SIDE = ["p", "div", "li", "td", "h2", "section", "article", "aside", "header", "footer", "figure", "text"]
IN = {"li": "<ul>%s</ul>", "td": "<table><tr>%s</tr></table>", "text": "<svg>%s</svg>"}
HTML = {tag: IN.get(tag, "%s") % f"<{tag}>numb{tag}</{tag}@><{tag}>weak{tag}</{tag}>" for tag in SIDE_BY_SIDE}
HTML["summary"] = "<details><summary>numbsummary</summary@>weaksummary</details>"


class Page(Item):
    def __init__(self, tag, space):
        super().__init__()
        self.tag, self.body = tag, HTML[tag].replace("@>", f">{space}")

    def get_path(self): return self.tag
    def get_title(self): return "T"
    def get_mimetype(self): return "text/html"
    def get_hints(self): return {Hint.FRONT_ARTICLE: True}
    def get_contentprovider(self): return StringProvider(f"<html><head><title>T</title></head><body>{self.body}</body></html>")


for name, space in (("without white space", ""), ("with a new line", "\n")):
    with Creator(f"{name}.zim").config_indexing(True, "eng").set_mainpath("p") as creator:
        for tag in HTML:
            creator.add_item(Page(tag, space))
    searcher = Searcher(Archive(f"{name}.zim"))

    def found(word):
        return searcher.search(Query().set_query(word)).getEstimatedMatches() == 1

    print(f"{name}, both are found:", *(tag for tag in HTML if found(f"numb{tag}") and found(f"weak{tag}")), flush=True)
    print(f"{name}, only both as one:", *(tag for tag in HTML if found(f"numb{tag}weak{tag}")), flush=True)
PYTHON
cat > expected <<'TEXT'
without white space, both are found: p div li td h2
without white space, only both as one: section article aside header footer figure text summary
with a new line, both are found: p div li td h2 section article aside header footer figure text summary
with a new line, only both as one:
TEXT
cmp expected seen
