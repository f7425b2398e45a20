#!/bin/sh
# Chromium 156, printing to PDF: one thing that is wider than the paper, on one page of many, makes it print ALL pages smaller,
# without a word: what the style sets in 11 pt comes out in less, and fewer pages come out. CSS Fragmentation and CSS Paged
# Media know no such thing: the wide part should overflow, and the rest stay as it is. Here one word of 150 letters.
# Needs a Chromium: CHROMIUM_PATH, or the system's.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chromium=${CHROMIUM_PATH:-$(command -v chromium-headless-shell || command -v chromium || command -v google-chrome)}
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdf==6.4.0 2>/dev/null
cd "$folder"
"$chromium" --version
"$folder/venv/bin/python" - "$chromium" <<'PYTHON'
import subprocess, sys
from pypdf import PdfReader

STYLE = "<style>@page{size:A4;margin:20mm}body{font:11pt/1.3 sans-serif;margin:0}</style>"
TEXT = "<p>The back hurts at night and it does not get better.</p>" * 400


def printed(body):
    open("a.html", "w").write(f"<!doctype html>{STYLE}{body}")
    subprocess.run([sys.argv[1], "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=a.pdf", "a.html"],
                   check=True, capture_output=True)
    pages = PdfReader("a.pdf").pages
    sizes = []
    pages[0].extract_text(visitor_text=lambda text, cm, tm, font, size: text.strip() and sizes.append(round(size * abs(tm[3] * cm[3]), 1)))
    return len(pages), max(sizes)


plain, wide = printed(TEXT), printed(f"{TEXT}<p>{'W' * 150}</p>")
print(f"without the wide word: {plain[0]} pages, the first in {plain[1]} pt")
print(f"with it, on the last page: {wide[0]} pages, the first in {wide[1]} pt")
assert abs(plain[1] - 11) < 0.3
assert wide[1] < 0.75 * plain[1] and wide[0] < plain[0]
PYTHON
