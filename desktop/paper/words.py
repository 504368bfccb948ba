"""The words printed on paper, in the language of the paper.

Paper has a language of its own: a card is printed in the language of its gate whatever the window shows, and a
report goes to people who never saw the window. So these words come from the catalogue of `paper` by name of the
language and not from the translators installed in the application. Source strings are English; where a
catalogue lacks a sentence, English is printed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QTranslator

import resources
from db.books.pass_id import Book, PassId, Scope

_CATALOGUES = {"zh": "paper_zh_CN.qm", "en": "paper_en.qm"}
_FOLDER = Path(resources.__file__).parent / "translations"


class Words:
    """Translates for one language of paper.

    language: `zh` or `en`.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = QTranslator()
        self._catalogue.load(str(_FOLDER / _CATALOGUES[language]))

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str:
        """The sentence in this language, `%n` filled in; named and shaped so that lupdate finds the calls."""
        found = self._catalogue.translate(context, source, disambiguation or None, n) or source
        return found.replace("%n", str(n)) if n >= 0 else found

    @property
    def chinese(self) -> bool:
        """Whether books go by 公 医 保 and Chinese punctuation."""
        return self.language == "zh"

    @property
    def colon(self) -> str:
        """Between a label and what it labels."""
        return "：" if self.chinese else ": "


@cache
def words(language: str) -> Words:
    """The words of a language; `zh_CN` and `zh` are the same, what is not Chinese is English."""
    return _words("zh" if language.lower().startswith("zh") else "en")


@cache
def _words(language: str) -> Words:
    return Words(language)


def pass_number(own: Words, pass_id: PassId) -> str:
    """`医-0312-000123`, or `M-0312-000123`."""
    return pass_id.human(chinese=own.chinese)


def book_sign(own: Words, book: Book) -> str:
    """The letter of the book inside its mark."""
    return book.character if own.chinese else book.letter


@cache
def book_word(own: Words, book: str) -> str:
    """The book of a line: one of the three, `resident` or `visitor`."""
    return {
        "official": own.translate("Paper", "Official"),
        "medical": own.translate("Paper", "Medical"),
        "support": own.translate("Paper", "Support"),
        "resident": own.translate("Paper", "Residents"),
        "visitor": own.translate("Paper", "Visitors"),
    }[book]


@cache
def card_title(own: Words, book: Book) -> str:
    """What the card calls itself."""
    return {
        Book.OFFICIAL: own.translate("Paper", "Official pass"),
        Book.MEDICAL: own.translate("Paper", "Medical pass"),
        Book.SUPPORT: own.translate("Paper", "Support pass"),
    }[book]


@cache
def scope_word(own: Words, scope: Scope) -> str:
    """Which gates a card opens."""
    return {
        Scope.GATE: own.translate("Paper", "This gate"),
        Scope.COMPOUND: own.translate("Paper", "Compound"),
        Scope.DISTRICT: own.translate("Paper", "All gates"),
    }[scope]


@cache
def direction_word(own: Words, direction: str) -> str:
    """`in` or `out` of a line."""
    return {"in": own.translate("Paper", "In"), "out": own.translate("Paper", "Out")}[direction]


@cache
def verdict_word(own: Words, verdict: str) -> str:
    """A verdict by its fixed name, short enough for a table's column; names not known here print as they are."""
    return {
        "unreadable": own.translate("Paper", "Unreadable"),
        "unknown_issuer": own.translate("Paper", "Unknown issuer"),
        "forged": own.translate("Paper", "Not our pass"),
        "revoked": own.translate("Paper", "Revoked"),
        "superseded": own.translate("Paper", "Old card"),
        "not_yet_valid": own.translate("Paper", "Not yet valid"),
        "expired": own.translate("Paper", "Expired"),
        "wrong_gate": own.translate("Paper", "Wrong gate"),
        "attention": own.translate("Paper", "Looked at"),
        "already_inside": own.translate("Paper", "Already inside"),
        "already_outside": own.translate("Paper", "Already outside"),
        "ok": own.translate("Paper", "Valid"),
    }.get(verdict, verdict)


def temperature(tenths: int | None) -> str:
    """`36.5` from tenths of a degree Celsius; nothing where none was taken."""
    return "" if tenths is None else f"{tenths // 10}.{tenths % 10}"
