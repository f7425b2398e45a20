#!/bin/sh
# biblatex-csl-converter 3.6.0 (npm), Node 20: an @article of a journal becomes CSL's type "article", and its number, which is
# the issue, "collection-number". In CSL 1.0.2 "article" is for works outside any journal, such as preprints, and a collection is a
# series: styles then print the journal as if it were a book, and no issue. The guide of BibTeX (btxdoc) says that the number of
# a journal goes into number. Citation.js 0.9.0 (npm) and pandoc 3.9 read the same entry as "article-journal" with its "issue".
# What each of them read is printed here in APA by one program, Citation.js.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc_binary==1.17 2>/dev/null
cd "$folder"
npm install --silent --no-fund --no-audit @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 @citation-js/plugin-csl@0.9.0 \
  biblatex-csl-converter@3.6.0
cat > a.bib <<'BIB'
@article{a, author={Doe, Ann}, title={Backs}, journal={Spine}, year={2021}, volume={12}, number={4}, pages={100--110}}
BIB
"$folder/venv/bin/python" - <<'PYTHON'
import pypandoc

pypandoc.convert_file("a.bib", "csljson", "bibtex", outputfile="pandoc.json")
print("pandoc", pypandoc.get_pandoc_version())
PYTHON
cat > try.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { BibLatexParser, CSLExporter } from "biblatex-csl-converter";
const text = readFileSync("a.bib", "utf8");
const read = {
  "citation-js": new Cite(text).data[0],
  pandoc: JSON.parse(readFileSync("pandoc.json", "utf8"))[0],
  "biblatex-csl-converter": Object.values(new CSLExporter(new BibLatexParser(text).parse().entries).parse())[0],
};
for (const [name, item] of Object.entries(read)) {
  console.log(`${name}: type ${item.type}, issue ${item.issue}, collection-number ${item["collection-number"]}`);
  console.log(" ", new Cite(item).format("bibliography", { template: "apa" }).trim());
}
JS
node try.mjs | tee seen
cat > expected <<'TEXT'
citation-js: type article-journal, issue 4, collection-number undefined
  Doe, A. (2021). Backs. Spine, 12(4), 100–110.
pandoc: type article-journal, issue 4, collection-number undefined
  Doe, A. (2021). Backs. Spine, 12(4), 100–110.
biblatex-csl-converter: type article, issue undefined, collection-number 4
  Doe, A. (2021). Backs. In Spine (Vol. 12, pp. 100–110).
TEXT
cmp expected seen
