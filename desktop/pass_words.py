"""The words of a pass: its state, where it opens, which papers were seen, why it was reissued."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from db.books.papers import Paper, read_checked
from db.books.pass_id import Book, Scope
from db.books.pass_search import State
from db.books.passes import Pass
from db.books.person import IdType
from desktop.kit.cells import Status
from desktop.marking import QT_TRANSLATE_NOOP

_STATES = {
    State.GOOD: QT_TRANSLATE_NOOP("Passes", "Valid"),
    State.SOON: QT_TRANSLATE_NOOP("Passes", "Ends soon"),
    State.EXPIRED: QT_TRANSLATE_NOOP("Passes", "Expired"),
    State.REVOKED: QT_TRANSLATE_NOOP("Passes", "Revoked"),
}
_STATUS = {
    State.GOOD: Status("check", "allow"),
    State.SOON: Status("clock", "attn"),
    State.EXPIRED: Status("calendar", "deny"),
    State.REVOKED: Status("ban", "deny"),
}
_SCOPES = {
    Scope.GATE: QT_TRANSLATE_NOOP("Passes", "This gate"),
    Scope.COMPOUND: QT_TRANSLATE_NOOP("Passes", "This compound"),
    Scope.DISTRICT: QT_TRANSLATE_NOOP("Passes", "The whole district"),
}
_ID_TYPES = {
    IdType.ID_CARD: QT_TRANSLATE_NOOP("Passes", "ID card"),
    IdType.PASSPORT: QT_TRANSLATE_NOOP("Passes", "Passport"),
    IdType.OTHER: QT_TRANSLATE_NOOP("Passes", "Other papers"),
}
_PAPERS = {
    Paper.ID_CARD: QT_TRANSLATE_NOOP("Passes", "ID card"),
    Paper.WORK_CARD: QT_TRANSLATE_NOOP("Passes", "Work card"),
    Paper.LETTER: QT_TRANSLATE_NOOP("Passes", "Letter of the unit"),
    Paper.PERMIT: QT_TRANSLATE_NOOP("Passes", "Permit"),
    Paper.HEALTH_CODE: QT_TRANSLATE_NOOP("Passes", "Doctor's slip"),
    Paper.LIST: QT_TRANSLATE_NOOP("Passes", "List of the unit"),
}
_REISSUES = {
    "lost": QT_TRANSLATE_NOOP("Passes", "Card lost"),
    "damaged": QT_TRANSLATE_NOOP("Passes", "Card damaged"),
    "changed": QT_TRANSLATE_NOOP("Passes", "Facts changed"),
    "renewed": QT_TRANSLATE_NOOP("Passes", "Renewed"),
}
_CARDS = {
    Book.OFFICIAL: QT_TRANSLATE_NOOP("Passes", "Official pass"),
    Book.MEDICAL: QT_TRANSLATE_NOOP("Passes", "Medical pass"),
    Book.SUPPORT: QT_TRANSLATE_NOOP("Passes", "Support pass"),
}


def _said(words: str) -> str:
    return QCoreApplication.translate("Passes", words)


def begins_later(one: Pass, today: date) -> bool:
    """Whether a good pass is not good yet."""
    return one.revoked_at is None and one.holder.valid_from > today


def state_words(state: State) -> str:
    """有效, 快到期, 已过期, 已吊销."""
    return _said(_STATES[state])


def pass_state_words(one: Pass, state: State, today: date) -> str:
    """The state of one pass, a good one that begins later included."""
    return (
        _said(QT_TRANSLATE_NOOP("Passes", "Not yet valid"))
        if begins_later(one, today)
        else state_words(state)
    )


def pass_status(one: Pass, state: State, today: date) -> Status:
    """Icon and severity of a pass's state."""
    return Status("clock") if begins_later(one, today) else _STATUS[state]


def card_name(book: Book) -> str:
    """医务通行证, Medical pass."""
    return _said(_CARDS[book])


def scope_words(scope: Scope) -> str:
    """本门, 本小区, 全区."""
    return _said(_SCOPES[scope])


def id_type_words(id_type: str) -> str:
    """身份证, 护照, 其他证件. A kind not known here stands as it is."""
    try:
        return _said(_ID_TYPES[IdType(id_type)])
    except ValueError:
        return id_type


def paper_words(paper: Paper) -> str:
    """身份证, 工作证, ..."""
    return _said(_PAPERS[paper])


def checked_words(text: str) -> str:
    """The check of papers as a person reads it: papers, by whom, when. Another program's words stand as they are."""
    found = read_checked(text)
    if found is None:
        return text
    papers = _said(QT_TRANSLATE_NOOP("Passes", ", ")).join(paper_words(paper) for paper in found.papers)
    words = _said(QT_TRANSLATE_NOOP("Passes", "{papers}, seen by {by}, {day}"))
    return words.format(papers=papers, by=found.by, day=found.day.isoformat())


def reissue_words(reason: str | None) -> str:
    """Why there is a further issue; what a person wrote stands as it is."""
    return _said(_REISSUES[reason]) if reason in _REISSUES else (reason or "")
