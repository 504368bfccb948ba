"""Input fields: a label above, a frame with an editor, and a message under it when something must be mended.

    name = TextField(); name.set_label(self.tr("Name")); name.set_hint(self.tr("as on the ID card"))
    name.add_check(lambda text: "" if text.strip() else self.tr("Write the name"))
    if not all(field.recheck() for field in fields): first_with_error(fields).focus_editor()

An error says what to do. It appears when the person leaves the field, or when the page sets it, never while
typing; while it stands, mending the text clears it. `set_input_method(False)` turns Chinese input off for a field
that takes digits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from desktop.kit.buttons import ButtonKind, IconButton
from desktop.kit.focus_ring import set_ring
from desktop.kit.icons import paint_icon
from desktop.kit.labels import Label
from desktop.kit.layouts import STRETCH, column, row
from desktop.kit.paint import box, smooth, text, text_width
from desktop.kit.theme import Type, color, font, px, sized_font, themes

Check = Callable[[str], str]
"""Takes the text and gives the sentence to show, or "" when it is right."""


class InputFrame(QWidget):
    """The box around an editor: border, leading icon, things at the end. The focus ring goes round it."""

    def __init__(self, editor: QWidget, *, icon: str | None = None, height: int = 44) -> None:
        super().__init__()
        self.editor, self._icon, self._height = editor, icon, height
        self._state = ""
        editor.setProperty("bare", True)
        editor.ring_target = self  # type: ignore[attr-defined]
        editor.installEventFilter(self)
        self.tail = row(gap=8)
        self._row = row(editor, self.tail, gap=8, margins=(44 if icon else 13, 2, 10, 2), parent=self)
        self._row.setStretch(0, 1)
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, 8)
        themes().changed.connect(self._measure)
        self._measure()

    def set_height(self, height: int) -> None:
        self._height = height
        self._measure()

    def set_state(self, state: str) -> None:
        """`""`, `"error"` or `"notice"`."""
        self._state = state
        self.update()

    def _measure(self) -> None:
        self.setFixedHeight(px(self._height))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange):
            self.update()
        return False

    def mousePressEvent(self, event: object) -> None:
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        focused, error = self.editor.hasFocus(), self._state == "error"
        fill = "sunken" if not self.editor.isEnabled() else "deny_tint" if error else "surface"
        line = "deny" if error else "accent_fg" if focused else "line2" if fill == "sunken" else "field"
        box(painter, QRectF(self.rect()), px(8), fill, line, px(2) if error or focused else 1)
        if self._icon:
            side = px(20)
            paint_icon(painter, self._icon, QRectF(px(14), (self.height() - side) / 2, side, side), "text2")


class Pill(QWidget):
    """A small grey pill inside a frame: `12 人`, `lxm`. Hidden while empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_text(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(text_width(self._words, font(Type.SMALL_STRONG))) + px(16), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        rect = QRectF(self.rect())
        box(painter, rect, rect.height() / 2, "surface2", "line2")
        text(
            painter,
            rect.center().x(),
            rect.center().y(),
            self._words,
            font(Type.SMALL_STRONG),
            "text2",
            "middle",
        )


class Message(QWidget):
    """The line under a field: an icon and what to do. It keeps its room while empty, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._error = "", True
        self._keep_room = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        themes().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(px(22))

    def set_message(self, words: str, error: bool = True) -> None:
        self._words, self._error = words, error
        self.setAccessibleName(words)
        self.setToolTip(words if text_width(words, font(Type.SMALL_STRONG)) > self.width() - px(24) else "")
        self._show()
        self.update()

    def keep_room(self, keep: bool) -> None:
        self._keep_room = keep
        self._show()

    def _show(self) -> None:
        shown = bool(self._words) or self._keep_room
        # Made visible before it has a place, it would open as a window of its own.
        if not shown or self.parentWidget() is not None:
            self.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words:
            return
        painter = smooth(QPainter(self))
        ink, side, centre = ("deny_text" if self._error else "attn_text"), px(16), self.height() / 2 + px(1)
        name = "alert" if self._error else "info"
        paint_icon(painter, name, QRectF(px(1), centre - side / 2, side, side), ink, 2.2)
        text(painter, px(24), centre, self._words, font(Type.SMALL_STRONG), ink, room=self.width() - px(24))


class LabelledField(QWidget):
    """Label, hint, frame and message. Subclasses give the editor and `text()`.

    Signals: `left` when the focus has gone from it. `with_message=False` drops the line for the message.
    """

    left = Signal()

    def __init__(self, frame: InputFrame, *, with_message: bool = True) -> None:
        super().__init__()
        self.frame = frame
        self._checks: list[Check] = []
        self._label = Label("", Type.SMALL_STRONG)
        self._hint = Label("", Type.SMALL, "text2")
        self._message = Message()
        self._head = QWidget()
        row(self._label, self._hint, STRETCH, gap=10, parent=self._head)
        column(self._head, 4, frame, 2, self._message, gap=0, parent=self)
        self._alarm = IconLabelInFrame(frame)
        self.setFocusProxy(frame.editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        frame.editor.installEventFilter(self)
        self._head.hide()
        self._message.keep_room(with_message)

    # Words

    def set_label(self, words: str) -> None:
        self._label.setText(words)
        self._head.setVisible(True)
        self.frame.editor.setAccessibleName(words)

    def label(self) -> str:
        return self._label.text()

    def set_hint(self, words: str) -> None:
        """Short, beside the label: `18 位`."""
        self._hint.setText(words)

    # What is wrong

    def add_check(self, check: Check) -> None:
        """Run on leaving the field and by `recheck()`; the first sentence given is shown."""
        self._checks.append(check)

    def text(self) -> str:
        raise NotImplementedError

    def recheck(self) -> bool:
        """Run the checks now; True when nothing is wrong."""
        for check in self._checks:
            words = check(self.text())
            if words:
                self.set_error(words)
                return False
        if self._checks:
            self.set_error("")
        return not self.has_error()

    def set_error(self, words: str) -> None:
        """Show an error, or take it away with `""`."""
        self.frame.set_state("error" if words else "")
        self._alarm.set_shown(bool(words))
        self._message.set_message(words, error=True)
        self.frame.editor.setAccessibleDescription(words)

    def set_notice(self, words: str) -> None:
        """Show something worth knowing that hinders nothing."""
        self.frame.set_state("notice" if words else "")
        self._alarm.set_shown(False)
        self._message.set_message(words, error=False)
        self.frame.editor.setAccessibleDescription(words)

    def keep_message_room(self, keep: bool) -> None:
        """Whether the line for the message keeps its room while it is empty."""
        self._message.keep_room(keep)

    def has_error(self) -> bool:
        return self.frame._state == "error"

    def message(self) -> str:
        return self._message._words

    def focus_editor(self) -> None:
        self.frame.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_input_method(self, on: bool) -> None:
        """Off for digits and codes: a Chinese input method would hold them back."""
        editor = self.frame.editor
        editor.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on)
        plain = Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText
        editor.setInputMethodHints(Qt.InputMethodHint.ImhNone if on else plain)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.frame.editor and event.type() == QEvent.Type.FocusOut:
            self._on_left()
        return False

    def _on_left(self) -> None:
        if self._checks and self.text().strip():
            self.recheck()
        self.left.emit()

    def _on_typed(self) -> None:
        if self.has_error():
            self.set_error("")


class IconLabelInFrame(QWidget):
    """The warning sign at the end of a frame with an error."""

    def __init__(self, frame: InputFrame) -> None:
        super().__init__()
        frame.tail.addWidget(self)
        self.setFixedSize(px(22), px(22))
        self.hide()

    def set_shown(self, shown: bool) -> None:
        self.setVisible(shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(smooth(QPainter(self)), "alert", QRectF(self.rect()), "deny_text")


def prepare_line(edit: QLineEdit, size: int = 16, bold: bool = False) -> None:
    """Typeface and colours of a bare editor inside a frame."""
    edit.setFont(sized_font(size, bold))
    palette = QPalette(edit.palette())
    palette.setColor(QPalette.ColorRole.PlaceholderText, color("text3"))
    edit.setPalette(palette)


class TextField(LabelledField):
    """One line of text. `secret=True` hides it and adds an eye. Signals: `typed(str)`, `entered` (Enter)."""

    typed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        label: str = "",
        *,
        icon: str | None = None,
        height: int = 44,
        size: int = 16,
        bold: bool = False,
        secret: bool = False,
        input_method: bool = True,
        with_message: bool = True,
    ) -> None:
        self.edit = QLineEdit()
        super().__init__(InputFrame(self.edit, icon=icon, height=height), with_message=with_message)
        self._size, self._bold = size, bold
        self.pill = Pill()
        self.frame.tail.insertWidget(0, self.pill)
        self._eye: IconButton | None = None
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
            self._eye = IconButton("eye", "", ButtonKind.GHOST, side=32, glyph=20)
            self._eye.setCheckable(True)
            # Tab leads from a passphrase to its repetition: typed on the eye, it would be lost unseen.
            self._eye.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._eye.toggled.connect(self._show_secret)
            self.frame.tail.addWidget(self._eye)
        self.set_input_method(input_method and not secret)
        if label:
            self.set_label(label)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.textChanged.connect(self.typed)
        self.edit.returnPressed.connect(self.entered)
        themes().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        prepare_line(self.edit, self._size, self._bold)

    def _show_secret(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def name_eye(self, words: str) -> None:
        """What the eye of a secret field is called."""
        if self._eye is not None:
            self._eye.set_name(words)

    def set_placeholder(self, words: str) -> None:
        self.edit.setPlaceholderText(words)

    def set_pill(self, words: str) -> None:
        """A grey pill at the end: initials, a count."""
        self.pill.set_text(words)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, words: str) -> None:
        self.edit.setText(words)


def first_with_error(fields: Iterable[LabelledField]) -> LabelledField | None:
    """Where a submit jumps to."""
    return next((field for field in fields if field.has_error()), None)
