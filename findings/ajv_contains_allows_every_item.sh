#!/bin/sh
# Ajv 8.20.0 (npm), draft 2020-12: {"contains": {"const": "red box"}, "unevaluatedItems": false} takes a list that holds a "red box"
# and anything else. As soon as one item fits `contains`, Ajv takes every item for evaluated, so that `unevaluatedItems` refuses
# none. The core vocabulary of the draft (11.2) says that what counts are the items that `contains` found, by their places, and
# its test suite has the case. jsonschema 4.26.0 and jsonschema-rs 0.61.2 (Python) and @cfworker/json-schema 4.1.6 (npm) refuse.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check jsonschema==4.26.0 jsonschema-rs==0.61.2 2>/dev/null
cd "$folder"
npm install --silent --no-fund --no-audit ajv@8.20.0 @cfworker/json-schema@4.1.6
cat > cases.json <<'JSON'
{"schema": {"$schema": "https://json-schema.org/draft/2020-12/schema", "contains": {"const": "red box"}, "unevaluatedItems": false},
 "lists": [["red box"], ["red box", "red box"], ["text"], ["red box", "text"]]}
JSON
cat > try.py <<'PYTHON'
import json
import jsonschema, jsonschema_rs

cases = json.load(open("cases.json"))
for name, valid in (("jsonschema", jsonschema.Draft202012Validator(cases["schema"]).is_valid),
                    ("jsonschema-rs", jsonschema_rs.validator_for(cases["schema"]).is_valid)):
    print(f"{name}:", *(str(valid(one)).lower() for one in cases["lists"]))
PYTHON
cat > try.mjs <<'JS'
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { Validator } from "@cfworker/json-schema";
const { schema, lists } = JSON.parse(readFileSync("cases.json", "utf8"));
const worker = new Validator(schema, "2020-12");
console.log("@cfworker/json-schema:", ...lists.map((one) => worker.validate(one).valid));
const ajv = new Ajv({ strict: false }).compile(schema);
console.log("ajv:", ...lists.map((one) => ajv(one)));
JS
{ "$folder/venv/bin/python" try.py && node try.mjs; } | tee seen
cat > expected <<'TEXT'
jsonschema: true true false false
jsonschema-rs: true true false false
@cfworker/json-schema: true true false false
ajv: true true false true
TEXT
cmp expected seen
