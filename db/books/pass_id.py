"""What a pass is called: its book, its issuing gate and its number in that gate's book."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Book(StrEnum):
    """The three books. The value is the word in ledger lines and files, `digit` the figure in tokens."""

    OFFICIAL = "official"
    MEDICAL = "medical"
    SUPPORT = "support"

    @property
    def digit(self) -> int:
        """1 official, 2 medical, 3 support."""
        return _DIGITS[self]

    @property
    def letter(self) -> str:
        """O, M or S, as in `M-0312-000123`."""
        return _LETTERS[self]

    @property
    def character(self) -> str:
        """公, 医 or 保, as in `医-0312-000123`."""
        return _CHARACTERS[self]

    @classmethod
    def from_digit(cls, digit: int) -> Book:
        """The book of a token's digit; raises `ValueError` for any other than 1, 2, 3."""
        for book, own in _DIGITS.items():
            if own == digit:
                return book
        raise ValueError(f"no book {digit}")


_DIGITS = {Book.OFFICIAL: 1, Book.MEDICAL: 2, Book.SUPPORT: 3}
_LETTERS = {Book.OFFICIAL: "O", Book.MEDICAL: "M", Book.SUPPORT: "S"}
_CHARACTERS = {Book.OFFICIAL: "公", Book.MEDICAL: "医", Book.SUPPORT: "保"}
_BY_SIGN = {sign: book for table in (_LETTERS, _CHARACTERS) for book, sign in table.items()}


class Scope(IntEnum):
    """Where a pass is good; the value is the one in tokens."""

    DISTRICT = 0
    COMPOUND = 1
    GATE = 2

    @property
    def word(self) -> str:
        """`district`, `compound` or `gate`, as in ledger lines."""
        return self.name.lower()

    @classmethod
    def from_word(cls, word: str) -> Scope:
        """The scope of a word (`home` is the command line's name for `gate`); raises `ValueError`."""
        try:
            return cls[{"HOME": "GATE"}.get(word.upper(), word.upper())]
        except KeyError:
            raise ValueError(f"no scope {word!r}") from None


MAX_GATE = 65535
MAX_NUMBER = 2**32 - 1
MAX_HOME_NUMBER = 9_999_999
MAX_ISSUE = 255

_LINE = re.compile(r"([OMS])-(\d{4,5})-(\d{6,10})", re.ASCII)
_HUMAN = re.compile(r"([OMS公医保])-?(\d{4,5})-(\d{1,10})")
_SHORT = re.compile(r"([OMS公医保])-?(\d{1,10})")


@dataclass(frozen=True, order=True)
class PassId:
    """One pass of one gate, whatever its issue."""

    gate: int
    book: Book
    number: int

    def human(self, chinese: bool = False) -> str:
        """`M-0312-000123`, or `医-0312-000123`."""
        sign = self.book.character if chinese else self.book.letter
        return f"{sign}-{self.gate:04d}-{self.number:06d}"

    @classmethod
    def from_line(cls, text: str) -> PassId:
        """The pass that a line names, in the one form that lines have. Raises `ValueError`."""
        if match := _LINE.fullmatch(text):
            id = cls(int(match[2]), _BY_SIGN[match[1]], int(match[3]))
            if id.human() == text and 1 <= id.gate <= MAX_GATE and 1 <= id.number <= MAX_NUMBER:
                return id
        raise ValueError(f"not a pass number: {text!r}")

    @classmethod
    def parse(cls, text: str, own_gate: int | None = None) -> PassId:
        """Reads both human forms, in any width and case, without a gate too where `own_gate` is given
        (`医123` at gate 312 is `M-0312-000123`). Raises `ValueError` for anything else."""
        plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
        plain = re.sub("[‐‑‒–—―−]", "-", plain)
        if match := _HUMAN.fullmatch(plain):
            sign, gate, number = match[1], int(match[2]), int(match[3])
        elif own_gate is not None and (match := _SHORT.fullmatch(plain)):
            sign, gate, number = match[1], own_gate, int(match[2])
        else:
            raise ValueError(f"not a pass number: {text!r}")
        if not (1 <= gate <= MAX_GATE and 1 <= number <= MAX_NUMBER):
            raise ValueError(f"not a pass number: {text!r}")
        return cls(gate, _BY_SIGN[sign], number)
