#!/bin/sh
# zimcheck 3.1.3 (Debian 12's zim-tools, on libzim 8.1.1) says of every ZIM that libzim 3.13.1 (Python, PyPI) writes, the
# smallest too, that its "low level structure is invalid": the "Full Title index table" lies "outside (or not fully inside)"
# the file. Newer libzims no longer write the list of all titles that the file's head used to lead to, and readers get on
# without: libzim's own Archive.check() says True. So a red zimcheck of that release tells nothing of such a file.
# Needs zimcheck of that release: apt-get install zim-tools, on Debian 12.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
zimcheck --version | grep -m1 -F 3.1.3
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check libzim==3.13.1 2>/dev/null
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON' | grep -v "^[A-Z]"
import struct, zlib
from libzim.reader import Archive
from libzim.writer import Creator, Hint, Item, StringProvider


class Entry(Item):
    def __init__(self, path):
        super().__init__()
        self.path = path

    def get_path(self):
        return self.path

    def get_title(self):
        return f"Page {self.path}"

    def get_mimetype(self):
        return "text/html"

    def get_contentprovider(self):
        return StringProvider(f"<html><head><title>Page {self.path}</title></head><body><p>Text.</p></body></html>")

    def get_hints(self):
        return {Hint.FRONT_ARTICLE: True}


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


white = zlib.compress((b"\0" + b"\xff" * 48) * 48)
picture = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 48, 48, 8, 0, 0, 0, 0)) + chunk(b"IDAT", white) + chunk(b"IEND", b"")
told = {"Name": "small_eng", "Title": "Small", "Creator": "C", "Publisher": "P", "Date": "2026-01-01", "Description": "D", "Language": "eng"}
with Creator("small.zim").config_indexing(False, "eng").set_mainpath("a") as zim:
    for name, value in told.items():
        zim.add_metadata(name, value)
    zim.add_illustration(48, picture)
    for path in "ab":
        zim.add_item(Entry(path))
archive = Archive("small.zim")
print("libzim itself: check() is", archive.check(), "and the pages are there:", archive.has_entry_by_path("a"), archive.has_entry_by_path("b"))
assert archive.check()
PYTHON
zimcheck --integrity --details small.zim > said 2>&1 || true
grep -F -e "low level structure is invalid" -e "Full Title index table outside" said
test "$(grep -c -F -e "low level structure is invalid" -e "Full Title index table outside" said)" = 2
