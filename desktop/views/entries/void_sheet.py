"""Voiding a line, and putting one right: which line, what follows, and why. The safe button has the focus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from db.books.entries import Entry
from desktop.kit.buttons import Button, ButtonKind
from desktop.kit.chips import Way, way_word
from desktop.kit.choices import CardLook, Option, RadioCards
from desktop.kit.dialogs import Sheet
from desktop.kit.fields import TextField
from desktop.kit.labels import Label
from desktop.kit.layouts import column
from desktop.kit.theme import Type
from desktop.line_words import temperature_words
from desktop.marking import QT_TRANSLATE_NOOP

OTHER = "other"
_REASONS = {
    "person": QT_TRANSLATE_NOOP("VoidReasons", "Wrong person"),
    "direction": QT_TRANSLATE_NOOP("VoidReasons", "Wrong direction"),
    "temperature": QT_TRANSLATE_NOOP("VoidReasons", "Wrong temperature"),
    "twice": QT_TRANSLATE_NOOP("VoidReasons", "Written twice"),
    OTHER: QT_TRANSLATE_NOOP("VoidReasons", "Another reason"),
}


def _reason(key: str) -> str:
    return QCoreApplication.translate("VoidReasons", _REASONS[key])


def line_in_words(entry: Entry) -> str:
    """`王小芳 · 进 · 08:42 · 36.5 ℃`, so that the right line is meant."""
    parts = [entry.name, way_word(Way(entry.direction.value)), entry.time[11:16]]
    if entry.temp_tenths is not None:
        parts.append(f"{temperature_words(entry.temp_tenths)} ℃")
    return " · ".join(part for part in parts if part)


class ReasonChoice(QWidget):
    """Radio cards, and a line to write on for another reason. `reason()` is empty while none is given."""

    changed = Signal()

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__()
        self.cards = RadioCards(CardLook.REASON, wrap=True)
        self.cards.set_options([Option(key, _reason(key)) for key in keys])
        self.field = TextField(height=44)
        self.field.set_placeholder(QCoreApplication.translate("VoidReasons", "Write the reason"))
        self.field.frame.editor.setAccessibleName(
            QCoreApplication.translate("VoidReasons", "Write the reason")
        )
        self.field.setVisible(False)
        self.cards.chosen.connect(self._chosen)
        self.field.typed.connect(lambda _: self.changed.emit())
        column(self.cards, self.field, gap=8, parent=self)

    def reason(self) -> str:
        """The reason in words."""
        key = self.cards.current()
        if key is None:
            return ""
        return self.field.text().strip() if key == OTHER else _reason(key)

    def choose(self, key: str) -> None:
        """Choose one to begin with."""
        self.cards.choose(key)

    def tell(self) -> None:
        """Say that a reason is missing."""
        self.field.setVisible(True)
        self.field.set_error(QCoreApplication.translate("VoidReasons", "Choose or write a reason"))

    def _chosen(self, key: str) -> None:
        self.field.setVisible(key == OTHER)
        self.field.set_error("")
        if key == OTHER:
            self.field.focus_editor()
        self.changed.emit()


class VoidSheet(Sheet):
    """Signal `confirmed(str)` with the reason."""

    confirmed = Signal(str)

    def __init__(self, entry: Entry) -> None:
        super().__init__("", width=650)
        self.title.setText(self.tr("Void line {no}?").format(no=f"{entry.no:04d}"))
        self.title.set_role(Type.CARD_TITLE)
        self.body.addWidget(Label(line_in_words(entry), Type.SECTION, wrap=True))
        what = self.tr("It stays in its place, struck through; its number is not used again.")
        self.body.addWidget(Label(what, Type.BODY, "text2", wrap=True))
        self.reasons = ReasonChoice(tuple(_REASONS))
        self.body.addWidget(self.reasons)
        self.body.addStretch(1)
        self.keep_button = Button(self.tr("Keep it"), key="Esc")
        self.keep_button.clicked.connect(self.close_sheet)
        self.confirm_button = Button(self.tr("Void"), ButtonKind.DANGER_FILL, icon="undo")
        self.confirm_button.clicked.connect(self._confirm)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self.keep_button)
        self.foot_row.addWidget(self.confirm_button)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        super().open_over(window, focus or self.keep_button)

    def _confirm(self) -> None:
        reason = self.reasons.reason()
        if not reason:
            self.reasons.tell()
            self.reasons.cards.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close_sheet()
        self.confirmed.emit(reason)
