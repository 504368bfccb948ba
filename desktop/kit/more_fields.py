"""Fields beyond a line of text: search, choosing from a list, a date, several lines.

search = SearchField(); search.set_placeholder(self.tr("Name or initials")); search.set_key("F2")
search.set_count(self.tr("%n people", "", n)); search.typed.connect(...)
unit = ComboField(editable=True); unit.set_choices([("", self.tr("None")), ("hospital", name)])
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QPlainTextEdit, QStyledItemDelegate

from desktop.kit.fields import InputFrame, LabelledField, Pill, prepare_line
from desktop.kit.key_cap import KeyCap
from desktop.kit.labels import IconLabel
from desktop.kit.theme import Type, color, font, px, sized_font, themes


class SearchField(InputFrame):
    """A frame with a magnifier, a count and a key cap, without label or message.

    Signals: `typed(str)`, `entered`, `left_by_down` (Down: go to the first row of the table), `cleared` (Esc).
    """

    typed = Signal(str)
    entered = Signal()
    left_by_down = Signal()
    cleared = Signal()

    def __init__(
        self, *, icon: str = "search", height: int = 48, size: int = 16, input_method: bool = True
    ) -> None:
        self.edit = QLineEdit()
        super().__init__(self.edit, icon=icon, height=height)
        self._size = size
        self._count = Pill()
        self._cap = KeyCap()
        self._cap.hide()
        self.tail.addWidget(self._count)
        self.tail.addWidget(self._cap)
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, input_method)
        self.edit.textChanged.connect(self.typed)
        self.edit.returnPressed.connect(self.entered)
        themes().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        prepare_line(self.edit, self._size)

    def set_name(self, words: str) -> None:
        """What a screen reader calls it."""
        self.edit.setAccessibleName(words)

    def set_placeholder(self, words: str) -> None:
        self.edit.setPlaceholderText(words)
        if not self.edit.accessibleName():
            self.edit.setAccessibleName(words)

    def set_key(self, words: str) -> None:
        self._cap.set_text(words)
        self._cap.setVisible(bool(words))

    def set_count(self, words: str) -> None:
        """What was found: `12 人`. `""` hides it."""
        self._count.set_text(words)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, words: str) -> None:
        self.edit.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.left_by_down.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.edit.text():
                self.edit.clear()
                self.cleared.emit()
                return True
        return super().eventFilter(watched, event)


class ComboBox(QComboBox):
    """A combo box whose popup and wheel behave: tall rows, and the wheel turns nothing by accident."""

    def __init__(self) -> None:
        super().__init__()
        view = QListView()
        view.setProperty("popup", True)
        view.setUniformItemSizes(True)
        self.setView(view)
        # The default delegate ignores the style sheet's row height.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(8)

    def wheelEvent(self, event: object) -> None:
        assert hasattr(event, "ignore")
        event.ignore()

    def showPopup(self) -> None:
        self.view().setMinimumWidth((self.parentWidget() or self).width())
        super().showPopup()


class ComboField(LabelledField):
    """One of a list, or with `editable` anything, the list helping. Signals: `picked(str)` key, `typed(str)`."""

    picked = Signal(str)
    typed = Signal(str)

    def __init__(
        self, label: str = "", *, editable: bool = False, height: int = 44, with_message: bool = True
    ) -> None:
        self.box = ComboBox()
        super().__init__(InputFrame(self.box, height=height), with_message=with_message)
        self.frame.tail.addWidget(IconLabel("down", 18, "text2", 2.2))
        if label:
            self.set_label(label)
        if editable:
            self.box.setEditable(True)
            self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            edit = self.box.lineEdit()
            assert edit is not None
            edit.setProperty("bare", True)
            # Kept, or Python forgets where its ring goes as soon as nobody holds the editor of the box.
            self._edit = edit
            edit.ring_target = self.frame  # type: ignore[attr-defined]
            edit.installEventFilter(self)
            edit.textEdited.connect(self._on_typed)
            edit.textChanged.connect(self.typed)
            completer = self.box.completer()
            assert completer is not None
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            popup = completer.popup()
            assert popup is not None
            popup.setProperty("popup", True)
        self.box.activated.connect(self._activated)
        themes().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.box.setFont(font(Type.BODY))
        edit = self.box.lineEdit()
        if edit is not None:
            prepare_line(edit)

    def _activated(self, index: int) -> None:
        self._on_typed()
        self.picked.emit(str(self.box.itemData(index) or ""))

    def set_label(self, words: str) -> None:
        super().set_label(words)
        edit = self.box.lineEdit()
        if edit is not None:
            edit.setAccessibleName(words)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """(key, words) in order; the choice stays where its key is still there."""
        before, words = self.key(), self.text()
        self.box.clear()
        for key, shown in choices:
            self.box.addItem(shown, key)
        if self.box.isEditable():
            self.box.setEditText(words)
        elif before is not None:
            self.choose(before)

    def key(self) -> str | None:
        """The chosen key; None in an editable field where the words are nobody's key."""
        index = (
            self.box.findText(self.box.currentText()) if self.box.isEditable() else self.box.currentIndex()
        )
        data = self.box.itemData(index) if index >= 0 else None
        return None if data is None else str(data)

    def choose(self, key: str) -> None:
        index = self.box.findData(key)
        if index >= 0:
            self.box.setCurrentIndex(index)

    def text(self) -> str:
        return self.box.currentText()

    def set_text(self, words: str) -> None:
        self.box.setEditText(words)

    def set_placeholder(self, words: str) -> None:
        edit = self.box.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(words)
        else:
            self.box.setPlaceholderText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box.lineEdit() and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.frame.update()
            if event.type() == QEvent.Type.FocusOut:
                self._on_left()
            return False
        return super().eventFilter(watched, event)


class TextArea(LabelledField):
    """Several lines of text, `lines` high."""

    typed = Signal()

    def __init__(self, label: str = "", *, lines: int = 3, with_message: bool = True) -> None:
        self.edit = QPlainTextEdit()
        super().__init__(InputFrame(self.edit, height=20 + 24 * lines), with_message=with_message)
        self.edit.setTabChangesFocus(True)
        if label:
            self.set_label(label)
        self.edit.textChanged.connect(self._on_typed)
        self.edit.textChanged.connect(self.typed)
        themes().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.edit.setFont(sized_font(16))
        palette = QPalette(self.edit.palette())
        palette.setColor(QPalette.ColorRole.PlaceholderText, color("text3"))
        self.edit.setPalette(palette)
        self.edit.document().setDocumentMargin(px(6))

    def set_placeholder(self, words: str) -> None:
        self.edit.setPlaceholderText(words)

    def text(self) -> str:
        return self.edit.toPlainText()

    def set_text(self, words: str) -> None:
        self.edit.setPlainText(words)
