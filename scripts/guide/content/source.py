"""Text that remembers where it was written, so that every problem can name its line and column."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic_core import core_schema

# A message quotes what an editor wrote. More than this many letters of it only hide the rest.
LONGEST = 400
# So many words that may be meant are all named: a source has this many fields.
FEW = 30
VISIBLE = re.compile(r"\S+")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it is (line and column count from 1) and what to do about it."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return "".join(map(_visible, f"{self.path}:{self.line}:{self.column}: {_short(self.message)}"))


def _short(message: str) -> str:
    """Return a message with the middle of what is too long left out: of what is wrong, and of what to do, each."""
    if len(message) <= LONGEST:
        return message
    wrong, dash, remedy = message.rpartition(" — ")
    return f"{_cut(wrong, LONGEST // 2)}{dash}{_cut(remedy, LONGEST // 2)}"


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most // 2]} … {words[-most // 2 :]}"


def _visible(letter: str) -> str:
    """Return a letter as a terminal can show it: line ends and what has no shape by their codes."""
    return letter if letter.isprintable() else letter.encode("unicode_escape", "surrogatepass").decode()


@dataclass(frozen=True)
class SourceFile:
    """A file as it was read: its path from the project's root, with forward slashes, and its text."""

    path: str
    text: str

    def problem(self, message: str, offset: int = 0) -> Problem:
        """Return a problem at the character `offset`, counted from the start of the file."""
        line = self.text.count("\n", 0, offset) + 1
        column = offset - self.text.rfind("\n", 0, offset)
        return Problem(self.path, line, column, message)


class Text(str):
    """A string from a content file. Models use it wherever an editor writes words.

    `start` is the offset in `source` at which the first character of the value stands.
    """

    __slots__ = ("source", "start")  # there are tens of thousands
    source: SourceFile
    start: int

    def __new__(cls, value: str, source: SourceFile | None = None, start: int = 0) -> Text:
        text = super().__new__(cls, value)
        text.source = source or SourceFile("(no file)", value)
        text.start = start
        return text

    def __reduce__(self) -> tuple[type[Text], tuple[str, SourceFile, int]]:
        return Text, (str(self), self.source, self.start)  # for pickle: the quickest way

    def problem(self, message: str, at: int = 0) -> Problem:
        """Return a problem at the character `at` of this value."""
        return self.source.problem(message, self.offset(at))

    def offset(self, at: int) -> int:
        """Return where the character `at` of this value stands in its file."""
        # YAML changes only the white space of a block or plain value (indents, folds), so the n-th
        # visible character of the value is the n-th visible character of the file from `start` on.
        if not self.strip():
            return min(self.start, len(self.source.text))
        if self.source.text.startswith(self, self.start) and self[at : at + 1].strip():
            return self.start + at  # it changed nothing
        visible = sum(map(len, self[:at].split()))
        for word in VISIBLE.finditer(self.source.text, self.start):
            if visible < len(word[0]):
                return word.start() + visible
            visible -= len(word[0])
        return min(self.start, len(self.source.text))

    def offsets(self, some: Iterable[int]) -> list[int]:
        """Return the same for several characters, which stand in order: the value is read once."""
        if self.source.text.startswith(self, self.start):
            return [self.offset(at) for at in some]
        found, words, visible, end, read = [], VISIBLE.finditer(self.source.text, self.start), 0, 0, 0
        word = next(words, None)
        for at in some:
            visible += sum(map(len, self[read:at].split()))
            read = at
            while word and visible >= end + len(word[0]):
                end += len(word[0])
                word = next(words, None)
            found.append(word.start() + visible - end if word else min(self.start, len(self.source.text)))
        return found

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> core_schema.CoreSchema:
        return core_schema.json_or_python_schema(
            json_schema=core_schema.str_schema(min_length=1),
            python_schema=core_schema.no_info_plain_validator_function(cls._validate),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def _validate(cls, value: object) -> Text:
        if not isinstance(value, str):
            raise ValueError("this must be text — write words")
        if not value.strip():
            raise ValueError("this is empty — write something or take the line out")
        return value if isinstance(value, Text) else cls(value)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return advice naming the known words closest to `word`, or all of them when they are few."""
    known = sorted(known)
    several = [part for part in re.split(r"[\s,;]+(?:[-–•*] ?)?", word) if part]
    if len(several) > 1 and set(several) <= set(known):
        return f"these are several: write a comma between each two, as [{', '.join(several)}]"
    folded = {one.lower(): one for one in known}
    close = [word] if word in known else difflib.get_close_matches(word.lower(), folded, n=3)
    if close:
        return "did you mean " + " or ".join(f"'{folded.get(one, one)}'" for one in close) + "?"
    if 0 < len(known) <= FEW:
        return "use one of: " + ", ".join(known)
    return f"none of the {len(known)} known ones is close"
