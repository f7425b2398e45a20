#!/bin/sh
# Chromium 156: while the parser is still inside a list, a rule with `:last-child`, `:nth-last-child()` or `:only-child`
# gives its last item no style, though `querySelector` with the same selector finds that item in the same moment
# (`:nth-child` does both). So what such a rule makes narrower or moves first stands otherwise and jumps when the end tag
# comes in: a layout shift on slow connections alone, which no measurement with a quick server shows. Selectors 4 lets
# `:last-child` match as soon as there is no later sibling, and Firefox 153 ESR styles it at once, as tried with the same page.
# A rule by attribute or class does not jump.
# Needs a Chromium: CHROMIUM_PATH, or the system's. The page is a file: a script stands in for what comes in late.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chromium=${CHROMIUM_PATH:-$(command -v chromium-headless-shell || command -v chromium || command -v google-chrome)}
cd "$folder"
"$chromium" --version
python3 - <<'PYTHON'
RULES = ["li:last-child", "li:nth-last-child(1)", "li:last-of-type", "li:nth-child(2)", "li[data-end]"]
page = "<!doctype html><title>-</title><script>early = []</script>"
for n, rule in enumerate(RULES):
    page += f"""<style>#l{n} {rule} {{ width: 50px }}</style><ul id="l{n}"><li>one</li><li data-end>two<script>
early.push([document.querySelectorAll("#l{n} {rule}").length, getComputedStyle(document.querySelector("#l{n} [data-end]")).width]);
</script></li></ul>"""
page += f"""<pre></pre><script>
const late = {[*range(len(RULES))]}.map((n) => getComputedStyle(document.querySelector(`#l${{n}} [data-end]`)).width);
document.querySelector("pre").textContent = {RULES}.map((rule, n) =>
  `${{rule}}: found ${{early[n][0]}}, styled ${{early[n][1] === "50px"}}, later ${{late[n] === "50px"}}`).join("\\n");
</script>"""
open("page.html", "w").write(page)
PYTHON
"$chromium" --headless --no-sandbox --disable-gpu --no-first-run --dump-dom "file://$folder/page.html" 2>/dev/null |
  grep -o 'li[:\[].*, later [a-z]*' | tee seen
cat >expected <<'END'
li:last-child: found 1, styled false, later true
li:nth-last-child(1): found 1, styled false, later true
li:last-of-type: found 1, styled false, later true
li:nth-child(2): found 1, styled true, later true
li[data-end]: found 1, styled true, later true
END
diff expected seen
