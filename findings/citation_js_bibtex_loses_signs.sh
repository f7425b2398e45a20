#!/bin/sh
# Citation.js 0.9.0 (npm @citation-js/plugin-bibtex), Node 20: a title with "≥ 50 years" is written to BibTeX and BibLaTeX as
# "50 years", "≤ 6 weeks" as "6 weeks", and "A ≠ B" as "A = B", the opposite, without a word. Its README says of the
# setting asciiOnly, which is on, that it escapes or removes what is not ASCII; µ, × and ± of the same title are escaped, and one
# expects as much of signs that TeX has always had (\geq, \leq, \neq). biblatex-csl-converter 3.6.0 (npm) and pybtex 0.26.1
# (Python) write the same entry again with all its signs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pybtex==0.26.1 2>/dev/null
cd "$folder"
npm install --silent --no-fund --no-audit @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 biblatex-csl-converter@3.6.0
cat > a.bib <<'BIB'
@article{a, author={Doe, Ann}, title={age ≥ 50, pain ≤ 6 weeks, a ≠ b, 3 × 5 ± 2 µg}, journal={J}, year={2021}}
BIB
cat > again.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { BibLatexExporter, BibLatexParser } from "biblatex-csl-converter";
const text = readFileSync("a.bib", "utf8");
const title = (written) => written.match(/^\s*title = \{(.*)\}/m)[1];
for (const format of ["bibtex", "biblatex"]) console.log(`citation-js ${format}:`, title(new Cite(text).format(format)));
console.log("biblatex-csl-converter:", title(new BibLatexExporter(new BibLatexParser(text).parse().entries).parse()));
JS
cat > again.py <<'PYTHON'
from pybtex.database import parse_file, parse_string

again = parse_string(parse_file("a.bib").to_string("bibtex"), "bibtex")
print("pybtex:", again.entries["a"].fields["title"])
PYTHON
{ node again.mjs && "$folder/venv/bin/python" again.py; } | tee seen
cat > expected <<'TEXT'
citation-js bibtex: age  50, pain  6 weeks, a = b, 3 \texttimes{} 5 \textpm{} 2 $\mu$g
citation-js biblatex: age  50, pain  6 weeks, a = b, 3 \texttimes{} 5 \textpm{} 2 $\mu$g
biblatex-csl-converter: age ≥ 50, pain ≤ 6 weeks, a ≠ b, 3 × 5 ± 2 µg
pybtex: age ≥ 50, pain ≤ 6 weeks, a ≠ b, 3 × 5 ± 2 µg
TEXT
cmp expected seen
