#!/bin/sh
# textstat 0.7.4, as it comes: flesch_kincaid_grade() rounds the mean number of syllables per word to one decimal
# before it multiplies, not only its result, so the grade moves in steps of 1.18 (0.1 × 11.8): two texts that differ by one syllable in twenty may be a
# whole grade apart, and two that differ more may share a grade. The formula itself rounds nothing.
# Source of the formula: Kincaid et al 1975, grade = 0.39 × words/sentences + 11.8 × syllables/words − 15.59.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check textstat==0.7.4 'setuptools==80.9.0' 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import textstat

text = "The back hurts at night and it does not get better. It may wake you up so you walk about the house."
words, sentences = textstat.lexicon_count(text), textstat.sentence_count(text)
syllables = textstat.syllable_count(text)
exact = 0.39 * words / sentences + 11.8 * syllables / words - 15.59
rounded = 0.39 * words / sentences + 11.8 * round(syllables / words, 1) - 15.59
said = textstat.flesch_kincaid_grade(text)
print(f"{words} words, {sentences} sentences, {syllables} syllables: exact {exact:.2f}, rounded first {rounded:.2f}, textstat {said:.2f}")
assert abs(exact - rounded) > 0.1, "the text tells the two apart"
assert abs(said - rounded) < 0.06, "textstat rounds the syllables per word no more"
PYTHON
