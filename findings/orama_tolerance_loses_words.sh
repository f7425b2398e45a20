#!/bin/sh
# Orama 3.1.18 (npm @orama/orama): `tolerance: 1` is meant to find a word and those one letter away. It loses words that
# are typed exactly as they stand in the index, when a longer or shorter word shares their beginning.
# Seen with Node 20: "vertebral" is found with tolerance 0 and 2, and not with 1.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit @orama/orama@3.1.18
cat > try.mjs <<'JS'
import { create, insert, search } from "@orama/orama";
const db = create({ schema: { text: "string" } });
for (const text of ["vertebra", "vertebral", "vertebroplasty", "very"]) insert(db, { text });
for (const tolerance of [0, 1, 2]) {
  const { hits } = await search(db, { term: "vertebral", tolerance });
  console.log(tolerance, hits.map((hit) => hit.document.text).sort().join(" ") || "nothing");
}
JS
node try.mjs | tee seen
printf '0 vertebral\n1 nothing\n2 vertebra vertebral\n' | cmp - seen
