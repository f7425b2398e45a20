#!/bin/sh
# frictionless 5.21.0: a Table Schema pattern of alternatives, urgent|soon|routine, lets "urgently not" and "sooner" pass, while it
# refuses "not routine": ^ and $ are set around the text of the pattern, and bind to the first and the last alternative alone.
# A pattern without alternatives fits the whole value. By the standard (Table Schema, constraints) it is a regular expression of XML
# Schema, which fits the whole value always: lxml 6.1.3 refuses all three. tableschema 1.21.0 (Python, the library before) does
# as frictionless does, and tableschema 1.12.6 (npm) lets all of them pass. With brackets, (urgent|soon|routine), the two in Python are right.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0 tableschema==1.21.0 lxml==6.1.3 2>/dev/null
cd "$folder"
npm install --silent --no-fund --no-audit tableschema@1.12.6 2>/dev/null
cat > try.py <<'PYTHON'
import frictionless, tableschema
from lxml import etree

VALUES = ["urgent", "soon", "routine", "urgently not", "sooner", "not routine"]
XS = "http://www.w3.org/2001/XMLSchema"


def frictionless_takes(pattern):
    schema = frictionless.Schema.from_descriptor({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": pattern}}]})
    report = frictionless.Resource(data=[["a"], *([value] for value in VALUES)], schema=schema).validate()
    refused = {row for (row,) in report.flatten(["rowNumber"])}
    return [value for row, value in enumerate(VALUES, 2) if row not in refused]


def tableschema_takes(pattern):
    field = tableschema.Field({"name": "a", "type": "string", "constraints": {"pattern": pattern}})
    return [value for value in VALUES if field.test_value(value)]


def xml_schema_takes(pattern):
    schema = etree.XMLSchema(etree.XML(
        f'<s:schema xmlns:s="{XS}"><s:element name="a"><s:simpleType><s:restriction base="s:string">'
        f'<s:pattern value="{pattern}"/></s:restriction></s:simpleType></s:element></s:schema>'))
    return [value for value in VALUES if schema.validate(etree.XML(f"<a>{value}</a>"))]


for pattern in ("urgent|soon|routine", "(urgent|soon|routine)"):
    for takes in (xml_schema_takes, frictionless_takes, tableschema_takes):
        print(pattern, f"{takes.__name__}:", ", ".join(takes(pattern)))
PYTHON
cat > try.js <<'JS'
const { Schema } = require("tableschema");
const values = ["urgent", "soon", "routine", "urgently not", "sooner", "not routine"];
const pattern = "urgent|soon|routine";
Schema.load({ fields: [{ name: "a", type: "string", constraints: { pattern } }] }).then((schema) => {
  const takes = (value) => { try { schema.castRow([value]); return true; } catch { return false; } };
  console.log(pattern, "npm tableschema takes:", values.filter(takes).join(", "));
});
JS
{ "$folder/venv/bin/python" -W ignore try.py && node try.js; } | tee seen
cat > expected <<'TEXT'
urgent|soon|routine xml_schema_takes: urgent, soon, routine
urgent|soon|routine frictionless_takes: urgent, soon, routine, urgently not, sooner
urgent|soon|routine tableschema_takes: urgent, soon, routine, urgently not, sooner
(urgent|soon|routine) xml_schema_takes: urgent, soon, routine
(urgent|soon|routine) frictionless_takes: urgent, soon, routine
(urgent|soon|routine) tableschema_takes: urgent, soon, routine
urgent|soon|routine npm tableschema takes: urgent, soon, routine, urgently not, sooner, not routine
TEXT
cmp expected seen
