"""The words of a line: its verdict and why, its book, how a temperature was taken. For windows; paper has its own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.books.pass_id import Book, PassId
from desktop.kit.books import book_name
from desktop.language import current_language
from desktop.marking import QT_TRANSLATE_NOOP

_VERDICTS = {
    "unreadable": QT_TRANSLATE_NOOP("Lines", "Unreadable"),
    "unknown_issuer": QT_TRANSLATE_NOOP("Lines", "Unknown issuer"),
    "forged": QT_TRANSLATE_NOOP("Lines", "Not our pass"),
    "revoked": QT_TRANSLATE_NOOP("Lines", "Revoked"),
    "superseded": QT_TRANSLATE_NOOP("Lines", "Old card"),
    "not_yet_valid": QT_TRANSLATE_NOOP("Lines", "Not yet valid"),
    "expired": QT_TRANSLATE_NOOP("Lines", "Expired"),
    "wrong_gate": QT_TRANSLATE_NOOP("Lines", "Wrong gate"),
    "attention": QT_TRANSLATE_NOOP("Lines", "Looked at"),
    "already_inside": QT_TRANSLATE_NOOP("Lines", "Already inside"),
    "already_outside": QT_TRANSLATE_NOOP("Lines", "Already outside"),
    "ok": QT_TRANSLATE_NOOP("Lines", "Valid"),
    "no_card": QT_TRANSLATE_NOOP("Lines", "No card"),
}
_REASONS = {
    "held": QT_TRANSLATE_NOOP("Lines", "Waiting for a second reading"),
    "fever_earlier": QT_TRANSLATE_NOOP("Lines", "Fever earlier today"),
    "overdue": QT_TRANSLATE_NOOP("Lines", "Overdue"),
    "key_person": QT_TRANSLATE_NOOP("Lines", "Key person"),
    "blank": QT_TRANSLATE_NOOP("Lines", "Blank card"),
    "adopted": QT_TRANSLATE_NOOP("Lines", "Card on paper, not written in yet"),
    "unregistered": QT_TRANSLATE_NOOP("Lines", "Card not in the register"),
}
_METHODS = {
    "forehead": QT_TRANSLATE_NOOP("Lines", "forehead"),
    "wrist": QT_TRANSLATE_NOOP("Lines", "wrist"),
    "neck": QT_TRANSLATE_NOOP("Lines", "neck"),
    "armpit": QT_TRANSLATE_NOOP("Lines", "armpit"),
    "ear": QT_TRANSLATE_NOOP("Lines", "ear"),
}


def verdict_word(verdict: str) -> str:
    """有效, Valid. A name that this program does not know stands as it is."""
    return _said(_VERDICTS, verdict)


def reason_word(reason: str) -> str:
    """Why a person should look. Another verdict's name is its word; what someone wrote stays."""
    return _said(_REASONS, reason) if reason in _REASONS else verdict_word(reason)


def method_word(method: str) -> str:
    """额温, forehead."""
    return _said(_METHODS, method)


def entry_book_name(book: str) -> str:
    """公务, 居民, 访客: the book of a line."""
    if book == "resident":
        return QCoreApplication.translate("Lines", "Resident")
    if book == "visitor":
        return QCoreApplication.translate("Lines", "Visitor")
    return book_name(Book(book))


def temperature_words(tenths: int | None) -> str:
    """`36.5`, or nothing where none was taken."""
    return "" if tenths is None else f"{tenths // 10}.{tenths % 10}"


def pass_words(id: PassId | None) -> str:
    """A pass's number in the form of the window's language, empty for none: `医-0312-000123`."""
    return "" if id is None else id.human(chinese=current_language() == "zh")


def _said(words: dict[str, str], key: str) -> str:
    return QCoreApplication.translate("Lines", words[key]) if key in words else key
