#!/bin/sh
# Babel 2.19.0: format_decimal(1234) is "1.234" in Spanish, and "1 234" in Polish and in European Portuguese.
# CLDR, whose data Babel uses, asks for a minimum of two digits before the first separator in these languages
# (minimumGroupingDigits; LDML, part 3): "1234", but "12.345". Babel's documentation says that the thousands grouping fits each
# locale. ICU, here as Intl of Node 20, does as CLDR says; in English, German and French the two agree. A reader from a place
# where Spanish has a decimal point, such as Mexico, takes "1.234" for a little more than one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0 2>/dev/null
cd "$folder"
"$folder/venv/bin/python" - > babel <<'PYTHON'
from babel.numbers import format_decimal

for language in ("en", "de", "fr", "es", "pl", "pt_PT"):
    print(language, *("_".join(format_decimal(number, locale=language).split()) for number in (1234, 12345)))
PYTHON
node > icu <<'JS'
for (const language of ["en", "de", "fr", "es", "pl", "pt-PT"]) {
  const shown = [1234, 12345].map((number) => new Intl.NumberFormat(language).format(number).replace(/\s/g, "_"));
  console.log(language.replace("-", "_"), ...shown);
}
JS
cat > expected <<'TEXT'
en 1,234 12,345 and by ICU 1,234 12,345
de 1.234 12.345 and by ICU 1.234 12.345
fr 1_234 12_345 and by ICU 1_234 12_345
es 1.234 12.345 and by ICU 1234 12.345
pl 1_234 12_345 and by ICU 1234 12_345
pt_PT 1_234 12_345 and by ICU 1234 12_345
TEXT
paste -d ' ' babel icu | sed -E 's/^([^ ]+) ([^ ]+ [^ ]+) [^ ]+ /\1 \2 and by ICU /' | tee seen
cmp expected seen
