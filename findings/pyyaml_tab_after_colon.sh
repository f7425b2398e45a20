#!/bin/sh
# PyYAML 6.0.3: its two parsers disagree on a tab that separates a key from its value. YAML 1.2.2 (6.2, separation spaces)
# allows spaces and tabs there. The C parser (libyaml, CSafeLoader) reads it, the Python one (SafeLoader) raises a
# ScannerError: the same file is valid on one machine and broken on another that lacks the C extension.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyyaml==6.0.3 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import yaml

assert yaml.__version__ == "6.0.3"
text = "title:\tBack pain\n"
by_c = yaml.load(text, yaml.CSafeLoader)
try:
    by_python = yaml.load(text, yaml.SafeLoader)
except yaml.YAMLError as error:
    by_python = type(error).__name__
print(f"{text!r}: CSafeLoader reads {by_c}, SafeLoader says {by_python}")
assert by_c == {"title": "Back pain"}
assert by_python == "ScannerError"
PYTHON
