#!/bin/sh
# rss-parser 3.13.0 (npm): of an Atom entry whose content is XHTML it takes all text of a paragraph first and puts the marked
# parts behind it: "Call <b>a friend</b> today. Call <b>an ambulance</b> if your legs are numb." comes out as "Call  today.
# Call  if your legs are numb.a friendan ambulance", in `content` as in `contentSnippet`. By RFC 4287 (3.1.1.3, 4.1.3.3) such
# a content is one <div> to be handled as XHTML, in which order is meaning. feedparser 6.0.14 (Python) and feedsmith 3.0.1 (npm) keep
# the order. The same entry as escaped HTML (type="html") comes out right in all three.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14 2>/dev/null
cd "$folder"
npm install --silent --no-fund --no-audit rss-parser@3.13.0 feedsmith@3.0.1
cat > make.py <<'PYTHON'
from html import escape

words = "<p>Call <b>a friend</b> today. Call <b>an ambulance</b> if your legs are numb.</p>"
for kind, content in (("xhtml", f'<div xmlns="http://www.w3.org/1999/xhtml">{words}</div>'), ("html", escape(words))):
    open(f"{kind}.xml", "w").write(f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x:1</id>
<updated>2026-11-30T00:00:00Z</updated><author><name>N</name></author><entry><title>T</title><id>urn:x:2</id>
<updated>2026-11-30T00:00:00Z</updated><link href="https://example.org/"/><content type="{kind}">{content}</content></entry></feed>""")
PYTHON
cat > read.py <<'PYTHON'
import re
import feedparser

for kind in ("xhtml", "html"):
    print(f"{kind}, feedparser:", re.sub("<[^>]*>", "", feedparser.parse(f"{kind}.xml").entries[0].content[0].value))
PYTHON
cat > read.mjs <<'JS'
import { readFileSync } from "node:fs";
import Parser from "rss-parser";
import { parseFeed } from "feedsmith";
for (const kind of ["xhtml", "html"]) {
  const text = readFileSync(`${kind}.xml`, "utf8");
  const plain = (html) => html.replace(/<[^>]*>/g, "");
  console.log(`${kind}, feedsmith:`, plain(parseFeed(text).feed.entries[0].content.value));
  console.log(`${kind}, rss-parser:`, plain((await new Parser().parseString(text)).items[0].content));
}
JS
"$folder/venv/bin/python" make.py
{ "$folder/venv/bin/python" read.py && node read.mjs; } | tee seen
cat > expected <<'TEXT'
xhtml, feedparser: Call a friend today. Call an ambulance if your legs are numb.
html, feedparser: Call a friend today. Call an ambulance if your legs are numb.
xhtml, feedsmith: Call a friend today. Call an ambulance if your legs are numb.
xhtml, rss-parser: Call  today. Call  if your legs are numb.a friendan ambulance
html, feedsmith: Call a friend today. Call an ambulance if your legs are numb.
html, rss-parser: Call a friend today. Call an ambulance if your legs are numb.
TEXT
cmp expected seen
