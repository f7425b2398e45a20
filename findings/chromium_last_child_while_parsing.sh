#!/bin/sh
# Chromium 156: while the parser is still inside a list, a rule with `:last-child`, `:nth-last-child()` or `:only-child`
# gives its last item no style, though `querySelector` with the same selector finds that item in the same moment
# (`:nth-child` does both). So what such a rule makes narrower or moves first stands otherwise and jumps when the end tag
# comes in: a layout shift on slow connections alone, which no measurement with a quick server shows. Selectors 4 lets
# `:last-child` match as soon as there is no later sibling, and Firefox 153 ESR styles it at once, as tried with such a list in a file.
# A rule by attribute or class does not jump.
# Needs a Chromium: CHROMIUM_PATH, or the system's. A server sends the page but for its last tags, and waits.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chromium=${CHROMIUM_PATH:-$(command -v chromium-headless-shell || command -v chromium || command -v google-chrome)}
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check playwright==1.65.2 2>/dev/null
cd "$folder"
"$chromium" --version
"$folder/venv/bin/python" - "$chromium" <<'PYTHON' | tee seen
import http.server, sys, threading
from playwright.sync_api import sync_playwright

RULES = ["li:last-child", "li:nth-last-child(1)", "li:last-of-type", "li:nth-child(2)", "li[data-end]"]
first = "<!doctype html><title>-</title>" + "".join(f"<style>#l{n} {rule} {{ width: 50px }}</style>" for n, rule in enumerate(RULES))
go_on = threading.Event()


class Slow(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        n = int(self.path.strip("/") or 0)
        self.wfile.write(f'{first}<ul id="l{n}"><li>one</li><li data-end>two</li>\n'.encode())
        self.wfile.flush()
        go_on.wait(20)
        self.wfile.write(b"</ul><p id=whole>")

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Slow)
threading.Thread(target=server.serve_forever, daemon=True).start()
WIDTH = "getComputedStyle(document.querySelector('[data-end]')).width === '50px'"
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=sys.argv[1], args=["--no-sandbox", "--disable-gpu"])
    for n, rule in enumerate(RULES):
        go_on.clear()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/{n}", wait_until="commit")
        page.wait_for_function("document.querySelector('[data-end]')", polling=50)
        found, early = page.locator(f"#l{n} {rule}").count(), page.evaluate(WIDTH)
        go_on.set()
        page.wait_for_selector("#whole", state="attached")
        print(f"{rule}: found {found}, styled {early}, later {page.evaluate(WIDTH)}")
    browser.close()
server.shutdown()
PYTHON
cat >expected <<'END'
li:last-child: found 1, styled False, later True
li:nth-last-child(1): found 1, styled False, later True
li:last-of-type: found 1, styled False, later True
li:nth-child(2): found 1, styled True, later True
li[data-end]: found 1, styled True, later True
END
diff expected seen
