#!/bin/sh
# Citation.js 0.9.0 (npm @citation-js/plugin-bibtex), Node 20: date = {202X} of a BibLaTeX entry, "some year of the 2020s",
# becomes the year 2020, and 19XX the year 1900: a citation then prints a year that nobody gave. Its README calls such a field
# a date of EDTF level 1, where X stands for a digit that is not known (Library of Congress, EDTF). npm edtf 4.11.1 reads a span
# from 2020 to 2029; biblatex-csl-converter 3.6.0 (npm) reports a date that it can't use and gives none.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit @citation-js/core@0.9.0 @citation-js/plugin-bibtex@0.9.0 @citation-js/plugin-csl@0.9.0 \
  biblatex-csl-converter@3.6.0 edtf@4.11.1
cat > try.mjs <<'JS'
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import { BibLatexParser, CSLExporter } from "biblatex-csl-converter";
import edtf from "edtf";
for (const date of ["202X", "19XX"]) {
  const entry = `@book{a, author={Doe, Ann}, title={Backs}, date={${date}}}`;
  const span = edtf(date);
  console.log(`${date} edtf:`, ...[span.min, span.max].map((day) => new Date(day).getUTCFullYear()));
  const { entries, errors } = new BibLatexParser(entry).parse();
  console.log(`${date} biblatex-csl-converter:`, Object.values(new CSLExporter(entries).parse())[0].issued, errors[0].type);
  console.log(`${date} citation-js:`, new Cite(entry).format("bibliography", { template: "apa" }).trim());
}
JS
node try.mjs | tee seen
cat > expected <<'TEXT'
202X edtf: 2020 2029
202X biblatex-csl-converter: undefined invalid_date
202X citation-js: Doe, A. (2020). Backs.
19XX edtf: 1900 1999
19XX biblatex-csl-converter: undefined invalid_date
19XX citation-js: Doe, A. (1900). Backs.
TEXT
cmp expected seen
